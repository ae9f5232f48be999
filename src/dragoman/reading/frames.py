"""Frames: the roles around each trigger, decoded from the frame head's emissions."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from dragoman.model import Bundle, Emissions
from dragoman.model.decode import Chain, spans
from dragoman.model.labels import FORBIDDEN
from dragoman.reading.drafts import Range


@dataclass(frozen=True, slots=True)
class Frame:
    """Role spans of one frame in words of the article, how certain each role is, and the probabilities of each quality's values.

    `likelihood` has of each role the probability of every word around the trigger to stand in it, from the word `first` on; `parties`
    [words, 3], how likely each of them, if it heads a mention, is that of no party, of an actor, of a recipient.
    """

    roles: dict[str, tuple[Range, ...]]
    certainty: dict[str, float]
    qualities: dict[str, dict[str, float]]
    first: int = 0
    likelihood: dict[str, np.ndarray] = field(default_factory=dict)
    parties: np.ndarray | None = None


def decode(emissions: Emissions, triggers: list[Range], count: int, bundle: Bundle, kind: str) -> tuple[Frame, ...]:
    """The frames of `triggers` in an article of `count` words."""
    if not triggers:
        return ()
    chain = bundle.frames[kind]
    starts = np.array([first for first, _ in triggers]) - bundle.reach[kind]
    roles = _inside_only(emissions.roles, starts, count)
    paths, sure = chain.best(roles), chain.marginals(roles)
    frames = []
    for row, start in enumerate(starts.tolist()):
        found, certainty = _roles(chain, paths[row], sure[row], start)
        qualities = {
            name: dict(zip(bundle.qualities[name], softmax(values[row]).tolist(), strict=True))
            for name, values in emissions.qualities.items()
        }
        parties = softmax(emissions.parties[row]) if emissions.parties is not None else None
        frames.append(Frame(found, certainty, qualities, start, _likelihood(chain, sure[row]), parties))
    return tuple(frames)


def _likelihood(chain: Chain, sure: np.ndarray) -> dict[str, np.ndarray]:
    names = dict.fromkeys(label[2:] for label in chain.labels if label != "O")
    return {name: sure[:, [label[2:] == name for label in chain.labels]].sum(axis=1) for name in names}


def softmax(scores: np.ndarray) -> np.ndarray:
    """Probabilities of unnormalised log scores along the last axis."""
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(weights / weights.sum(axis=-1, keepdims=True))


def _inside_only(roles: np.ndarray, starts: np.ndarray, count: int) -> np.ndarray:
    """Emissions with every label but O forbidden beyond the article's ends."""
    places = starts[:, None] + np.arange(roles.shape[1])[None]
    outside = (places < 0) | (places >= count)
    kept = roles.copy()
    kept[outside, 1:] = FORBIDDEN
    return kept


def _roles(chain: Chain, path: np.ndarray, sure: np.ndarray, start: int) -> tuple[dict[str, tuple[Range, ...]], dict[str, float]]:
    chosen = np.take_along_axis(sure, path[:, None], axis=1)[:, 0]
    found: dict[str, list[Range]] = {}
    certain: dict[str, list[float]] = {}
    for name, low, high in spans(chain.labels, path):
        found.setdefault(name, []).append((start + low, start + high))
        certain.setdefault(name, []).append(float(min(chosen[low], chosen[high])))
    return {name: tuple(ranges) for name, ranges in found.items()}, {name: float(np.mean(values)) for name, values in certain.items()}
