"""Which of its places each toponym of an article means: a conditional choice over all toponyms together.

Every place of a toponym has a score, a weighted sum of what is known of it alone (kind, inhabitants, how it goes by the name) and of
what the article's other toponyms say for it (the same state, the same division, near). What the others say depends on what they
mean themselves, so the probabilities are worked out in rounds from the first score alone (mean field). `WEIGHTS` were fitted by
`training/places.py`, but for those of waters and heights, of which there are too few: they have that of regions. `capital` and
`abroad` were fitted by themselves, all others held fast.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.knowledge.gazetteer import KNOWN, OTHER, Site

Floats = NDArray[np.float64]

ROUNDS = 8
REACH = 100.0  # kilometres within which places are near
RADIUS = 6371.0
BREADTH = 1.0  # states abroad that make a capital likely
CLOSE = 150.0  # characters within which one toponym speaks of another
OWN_KINDS = ("state", "division", "district", "continent", "region", "water", "height")
OWN = ("people", "division_people", "district_people", *OWN_KINDS, "known", "other", "most", "capital")
"""Inhabitants (decimal logarithm) of towns, divisions and districts; the kind; how it goes by the name; the largest town; a capital."""
OTHERS = tuple(f"{link}_{way}" for link in ("state", "division", "near") for way in ("share", "any", "close"))
NAMES = (*OWN, *OTHERS, "abroad")
"""The last: how many states other than its own stand beside a capital, which in news of the world is meant by its name."""

WEIGHTS: Mapping[str, float] = {
    "people": 1.44,
    "division_people": 1.26,
    "district_people": 0.55,
    "state": 7.55,
    "division": -0.09,
    "district": 0.87,
    "continent": 4.06,
    "region": 1.46,
    "water": 1.46,
    "height": 1.46,
    "known": -1.15,
    "other": -2.81,
    "most": -0.59,
    "capital": -0.7,
    "state_share": 2.11,
    "state_any": 1.3,
    "state_close": -0.13,
    "division_share": 1.93,
    "division_any": 1.82,
    "division_close": 0.58,
    "near_share": 0.28,
    "near_any": 2.2,
    "near_close": 1.08,
    "abroad": 2.03,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A toponym of the article: its senses, and the characters at which it stands."""

    senses: tuple[Site, ...]
    at: tuple[int, ...]


@dataclass(frozen=True)
class Board:
    """All senses of all choices in a row: the choice of each, its own features, the square root of how often it is mentioned.

    `links` (3, senses, senses) says how much a sense of another choice speaks for one by the same state, by the same division and by
    being near; `close` is the same of those that stand close by in the text. `state` numbers the states of the senses, -1 for none, and
    `is_state` is 1 for the senses that are states themselves.
    """

    choice: NDArray[np.int64]
    own: Floats
    weight: Floats
    links: Floats
    close: Floats
    state: NDArray[np.int64]
    is_state: Floats

    @classmethod
    def of(cls, choices: Sequence[Choice]) -> Board:
        """The board of `choices`, of which there is at least one, each with a sense or more."""
        senses = [sense for choice in choices for sense in choice.senses]
        choice = np.repeat(np.arange(len(choices)), [len(one.senses) for one in choices])
        state = _numbers([sense.state for sense in senses])
        division = _numbers([sense.division for sense in senses])
        point = np.array([sense.kind in ("town", "district") for sense in senses])
        alike = [(one[:, None] == one) & (one >= 0) for one in (state, division)]
        near = (point[:, None] & point) * np.exp(-_apart(senses) / REACH)
        row = np.array([sense.row for sense in senses])
        same = (row[:, None] == row) & point  # two names are seldom two of one town's
        links = np.stack([*alike, near]) * (choice[:, None] != choice) * ~same
        gaps = _gaps(choices)[np.ix_(choice, choice)]
        weight = np.sqrt(np.array([len(one.at) for one in choices], dtype=float))[choice]
        is_state = np.array([sense.kind == "state" for sense in senses], dtype=float)
        return cls(choice, _own(choices), weight, links, links * np.exp(-gaps / CLOSE), state, is_state)

    def features(self, chances: Floats) -> Floats:
        """(senses, features) in the order of NAMES, given the probability of every sense."""
        said = chances * self.weight
        whole = said.sum() - _by_choice(self.choice, said)[self.choice] + 1.0
        ways = (self.links @ said / whole, 1.0 - np.exp(-(self.links @ chances)), 1.0 - np.exp(-(self.close @ chances)))
        abroad = self.own[:, OWN.index("capital")] * self._abroad(chances)
        return np.column_stack([self.own, *(way[link] for link in range(3) for way in ways), abroad])

    def _abroad(self, chances: Floats) -> Floats:
        """(senses,) from 0 for none to 1 for many, how many states other than its own the article names."""
        named = np.minimum(np.bincount(self.state + 1, weights=chances * self.is_state), 1.0)
        others: Floats = named[1:].sum() - np.where(self.state < 0, 0.0, named[self.state + 1])
        return 1.0 - np.exp(-others / BREADTH)

    def chances(self, weights: Floats) -> Floats:
        """The probability of every sense, given the weights of NAMES in order; those of one choice sum to one."""
        found = _softmax(self.choice, self.own @ weights[: len(OWN)])
        for _ in range(ROUNDS):
            found = (found + _softmax(self.choice, self.features(found) @ weights)) / 2
        return found


def _apart(senses: Sequence[Site]) -> Floats:
    """(senses, senses) great-circle distances in kilometres (haversine)."""
    lat, lon = (np.radians([getattr(sense, axis) for sense in senses]) for axis in ("lat", "lon"))
    chord = np.sin((lat[:, None] - lat) / 2) ** 2 + np.cos(lat[:, None]) * np.cos(lat) * np.sin((lon[:, None] - lon) / 2) ** 2
    apart: Floats = 2 * RADIUS * np.arcsin(np.sqrt(np.clip(chord, 0.0, 1.0)))
    return apart


def _gaps(choices: Sequence[Choice]) -> Floats:
    """(choices, choices) the fewest characters between their mentions."""
    at = np.array([place for choice in choices for place in choice.at], dtype=float)
    starts = np.cumsum([0, *(len(choice.at) for choice in choices[:-1])])
    gaps: Floats = np.minimum.reduceat(np.minimum.reduceat(np.abs(at[:, None] - at), starts, axis=0), starts, axis=1)
    return gaps


def _own(choices: Sequence[Choice]) -> Floats:
    rows = []
    for choice in choices:
        most = max((sense.people for sense in choice.senses if sense.kind == "town"), default=-1)
        for site in choice.senses:
            size = np.log10(site.people + 100.0) - 2.0
            rows.append(
                [
                    size * (site.kind == "town"),
                    size * (site.kind == "division"),
                    size * (site.kind == "district"),
                    *(float(site.kind == kind) for kind in OWN_KINDS),
                    float(site.name_rank == KNOWN),
                    float(site.name_rank == OTHER),
                    float(site.kind == "town" and site.people == most),
                    float(site.capital),
                ]
            )
    return np.array(rows, dtype=float).reshape(-1, len(OWN))


def _numbers(values: Sequence[str | int | None]) -> NDArray[np.int64]:
    """A number for each distinct value, -1 for None."""
    known = {value: number for number, value in enumerate(dict.fromkeys(value for value in values if value is not None))}
    return np.array([-1 if value is None else known[value] for value in values], dtype=np.int64)


def _by_choice(choice: NDArray[np.int64], values: Floats) -> Floats:
    return np.bincount(choice, weights=values).astype(np.float64)


def _softmax(choice: NDArray[np.int64], scores: Floats) -> Floats:
    top = np.full(int(choice.max()) + 1, -np.inf)
    np.maximum.at(top, choice, scores)
    raised: Floats = np.exp(scores - top[choice])
    return raised / _by_choice(choice, raised)[choice]
