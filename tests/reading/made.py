"""Small articles with model outputs made by hand: what the tag layer and the heads say is given, what is read from it is tested."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np

from dragoman.model import Bundle, Emissions, States
from dragoman.model.decode import Chain
from dragoman.model.labels import bies, transitions
from dragoman.model.words import Words, split
from dragoman.reading.cast import assemble
from dragoman.reading.drafts import Draft, Range
from dragoman.reading.stage import Stage, Voices
from dragoman.values import STATUSES, TYPES
from tests.reading.test_cast import found

TAGS = ("O", *TYPES)
ROLES = bies(("actor", "recipient", "place"))
REACH = 6
SURE = 12.0  # a score that leaves no doubt


def bundle(**settings: object) -> Bundle:
    """A bundle of one tag layer and one kind of frame, without files."""
    return Bundle(
        directory=Path("made"),
        name="made",
        tags={"events": Chain(TAGS, np.zeros((len(TAGS) + 1, len(TAGS) + 1)))},
        frames={"event": Chain(ROLES, transitions(ROLES).astype(np.float64))},
        qualities={"plover": ("none", *TYPES), "status": STATUSES},
        graphs={},
        parties="event",
        kinds=("event",),
        reach={"event": REACH},
        scales=(),
        files=(),
        settings=settings,
    )


def states(words: Words, scores: dict[str, dict[str, float]], edges: tuple[int, ...] = ()) -> States:
    """States whose tag layer gives the words their scores by type, 0 for "O"; windows part before the words `edges`."""
    tags = np.full((len(words), len(TAGS)), -SURE)
    tags[:, 0] = 0.0
    for place in range(len(words)):
        for type, score in scores.get(words.word(place), {}).items():
            tags[place, TAGS.index(type)] = score
    bounds = (0, *edges, len(words))
    none = np.zeros((len(words), 1), dtype=np.float32)
    return States(none, {"events": tags}, tuple(pairwise(bounds)), {})


class Heads:
    """An encoder that says of each trigger, by its first word: its type, its status, and which words stand in which role."""

    def __init__(self, types: dict[str, dict[str, float]], roles: dict[str, dict[str, str]] | None = None, status: str = "actual") -> None:
        self.types, self.roles, self.status = types, roles or {}, status

    def frames(self, words: Words, _: States, triggers: np.ndarray, _kind: str) -> Emissions:
        roles = np.full((len(triggers), 2 * REACH + 1, len(ROLES)), -SURE)
        roles[:, :, 0] = 0.0
        plover, status = np.full((len(triggers), len(TAGS)), -SURE), np.zeros((len(triggers), len(STATUSES)))
        status[:, STATUSES.index(self.status)] = SURE
        for row, (first, _last) in enumerate(triggers.tolist()):
            for type, score in self.types.get(words.word(first), {}).items():
                plover[row, ("none", *TYPES).index(type)] = score
            for place in range(2 * REACH + 1):
                index = first - REACH + place
                if 0 <= index < len(words) and (role := self.roles.get(words.word(first), {}).get(words.word(index))):
                    roles[row, place, ROLES.index(f"S-{role}")] = SURE
        return Emissions(roles, {"plover": plover, "status": status})


def stage(text: str, names: dict[str, str]) -> Stage:
    """The entities of an article with these names, without descriptions; nobody stands behind a pronoun."""
    words = split(text)
    mentions = found(text, names)
    return Stage(words, mentions, list(assemble(words, mentions)), None, (), lambda _, others: np.full(len(others), -1.0))


def part(words: Words, text: str) -> Range:
    """First and last word of the first place where `text` stands."""
    first, stop = words.covering(start := words.text.index(text), start + len(text))
    return first, stop - 1


def draft(words: Words, source: str, cue: str, content: str, addressee: str | None = None) -> Draft:
    """A statement by its words."""
    place = part(words, cue)
    told = (part(words, addressee),) if addressee else ()
    return Draft(place, False, place, (part(words, source),), (part(words, content),), told, (), "assert", 0.9)


def voices(one: Stage, source: str, addressee: str | None = None) -> Voices:
    """Who speaks and who is spoken to, by name."""
    return Voices((entity(one, source),), (entity(one, addressee),) if addressee else (), ())


def entity(one: Stage, name: str) -> int:
    """The index of the entity of that name."""
    return next(index for index, other in enumerate(one.entities) if other.name(one.words) == name)
