"""Deeds as drafts: triggers, what they are, and the words of who does them, to whom, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from dragoman.model import Bundle, Encoder, States
from dragoman.model.words import Words
from dragoman.reading import frames
from dragoman.reading.calibration import calibrated
from dragoman.reading.drafts import Range
from dragoman.reading.events.politics import quiet

KIND = "event"
LAYER = "events"
NONE = "none"

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Deed:
    """An event in words: its trigger, PLOVER type, status, the words of its place, how sure the model is (0 to 1), and its frame.

    `confidence` is calibrated, `certainty` as the model has it.
    """

    trigger: Range
    type: str
    status: str
    places: tuple[Range, ...]
    confidence: float
    frame: frames.Frame
    certainty: float = 1.0


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that may name a deed, and by type the probability that they do, as the tag layer has it."""

    words: Range
    types: dict[str, float]


def read(words: Words, states: States, encoder: Encoder, bundle: Bundle) -> tuple[Deed, ...]:
    """The deeds of the article in the order of the text, those left out that are less sure than the setting `event_least`.

    In a text in which hardly a word is of politics they must be surer still, once calibrated: `quiet_least`.
    """
    found = triggers(states, bundle)
    if not found:
        return ()
    decoded = frames_of(words, states, encoder, bundle, [trigger.words for trigger in found])
    least, calibrate = bundle.settings.get("event_least", 0.5), calibrated(bundle, "event_calibration")
    deeds = [_deed(trigger, frame) for trigger, frame in zip(found, decoded, strict=True)]
    sure = [replace(deed, confidence=calibrate(deed.certainty)) for deed in deeds if deed.certainty >= least]
    asked = bundle.settings.get("quiet_least", 0.8) if sure and quiet(words) else 0.0
    return tuple(deed for deed in sure if deed.confidence >= asked)


def frames_of(words: Words, states: States, encoder: Encoder, bundle: Bundle, triggers: Sequence[Range]) -> tuple[frames.Frame, ...]:
    """The frame of each trigger."""
    emissions = encoder.frames(words, states, np.array(triggers, dtype=np.int64), KIND)
    return frames.decode(emissions, list(triggers), len(words), bundle, KIND)


def triggers(states: States, bundle: Bundle) -> tuple[Trigger, ...]:
    """Runs of words of one type by the best path, where every type's score is raised by the bundle's setting `event_bias`."""
    chain = bundle.tags[LAYER]
    bias = np.array([0.0 if label == "O" else bundle.settings.get("event_bias", 0.0) for label in chain.labels])
    found = []
    for first, stop in states.windows:
        emissions = states.tags[LAYER][None, first:stop]
        path = chain.best(emissions + bias)[0]
        sure = chain.marginals(emissions)[0]
        for label, run in groupby(range(len(path)), key=lambda place: int(path[place])):
            places = list(run)
            if label:
                mean: Floats = sure[places].mean(axis=0)
                types = {name: float(mean[number]) for number, name in enumerate(chain.labels) if number}
                found.append(Trigger((first + places[0], first + places[-1]), types))
    return tuple(found)


def _deed(trigger: Trigger, frame: frames.Frame) -> Deed:
    """What the trigger layer and the frame head make of it together: the type with the greatest product, the mean of both certainties."""
    judged = frame.qualities["plover"]
    is_one = 1.0 - judged[NONE]
    joint = {name: (share + 1e-6) * (judged[name] + 1e-6) for name, share in trigger.types.items()}
    status = frame.qualities["status"]
    certainty = float(np.sqrt(is_one * sum(trigger.types.values())))
    return Deed(
        trigger=trigger.words,
        type=max(joint, key=lambda name: joint[name]),
        status=max(status, key=lambda name: status[name]),
        places=frame.roles.get("place", ()),
        confidence=certainty,
        frame=frame,
        certainty=certainty,
    )
