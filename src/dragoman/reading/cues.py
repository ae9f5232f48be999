"""Cues: the words that attribute, found by the tag layer `cues`."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dragoman.model import Bundle, States
from dragoman.model.decode import spans
from dragoman.reading.drafts import Range

LAYER = "cues"


@dataclass(frozen=True, slots=True)
class Cue:
    """The words of a cue, whether it stands inside what another says, and the probability that it is one."""

    words: Range
    inner: bool
    probability: float


def find(states: States, bundle: Bundle) -> tuple[Cue, ...]:
    """The cues of an article, in order.

    Where a cue begins the score is raised by the bundle's setting `cue_bias`, or `inner_bias` inside what another says, tuned for F1; the
    frame head has the last word on each.
    """
    chain = bundle.tags[LAYER]
    raised = {"cue": bundle.settings.get("cue_bias", 0.0), "inner": bundle.settings.get("inner_bias", 0.0)}
    bias = np.array([raised[label[2:]] if label[0] in "BS" else 0.0 for label in chain.labels])
    found = []
    for first, stop in states.windows:
        emissions = states.tags[LAYER][None, first:stop]
        path = chain.best(emissions + bias)[0]
        attributing = 1.0 - chain.marginals(emissions)[0, :, 0]
        for name, low, high in spans(chain.labels, path):
            found.append(Cue((first + low, first + high), name == "inner", float(attributing[low : high + 1].mean())))
    return tuple(found)
