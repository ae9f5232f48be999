"""Candidates: the mentions around a trigger that may do the deed, or to which it may be done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.model.words import Words
from dragoman.reading import nouns
from dragoman.reading.actors import Stage
from dragoman.reading.drafts import Draft, Range
from dragoman.reading.mentions import Mention, inside

MOST = 40  # candidates of one trigger
PRONOUNS = (nouns.SINGULAR, nouns.PLURAL, nouns.THING, nouns.FIRST, nouns.RELATIVE | {"whose"})


@dataclass(frozen=True, slots=True)
class Setting:
    """One trigger with all that its candidates are judged by.

    `type` is its number, `likelihood` of each role, float64 [n], how likely the words from `first` on are to stand in it. `telling` is the
    statement that the trigger itself tells, `enclosing` the statement in whose content it stands.
    """

    trigger: Range
    type: int
    first: int
    likelihood: dict[str, NDArray[np.float64]]
    telling: Draft | None
    enclosing: Draft | None


def pool(stage: Stage) -> tuple[Mention, ...]:
    """Every mention that may be a party, by the order of its head: names, descriptions, pronouns, and the adjectives of peoples."""
    words = stage.words
    taken = {place for mention in (*stage.names, *stage.others) for place in range(mention.words[0], mention.words[1] + 1)}
    single = []
    for place in range(len(words)):
        word = words.word(place)
        if place in taken and not _of_a_people(words, place):
            continue
        if any(word.lower() in some for some in PRONOUNS):
            single.append(Mention((place, place), place, "pronoun", "person" if word.lower() in nouns.SINGULAR else "group"))
        elif _of_a_people(words, place):
            single.append(Mention((place, place), place, "adjective", "place"))
    return tuple(sorted((*stage.names, *stage.others, *single), key=lambda mention: (mention.head, mention.words)))


def _of_a_people(words: Words, place: int) -> bool:
    word = words.word(place)
    return word.istitle() and len(word) > 4 and word.lower().endswith(nouns.PEOPLES)


def candidates(words: Words, everyone: Sequence[Mention], trigger: Range, read: Sequence[Range]) -> tuple[Mention, ...]:
    """The mentions near the trigger, and those that the words read as its roles stand for; at most MOST, the nearest."""
    sentences = words.sentences
    here = sentences[trigger[0]]
    near = {
        mention
        for mention in everyone
        if (sentences[mention.head] == here or (sentences[mention.head] == here - 1 and mention.form != "pronoun"))
        and not trigger[0] <= mention.head <= trigger[1]
    }
    names = [mention for mention in everyone if mention.form == "name"]
    near |= {mention for role in read for mention in inside(role, words, tuple(names))}
    ranked = sorted(near, key=lambda mention: (abs(mention.head - trigger[0]), mention.words, mention.form))
    return tuple(sorted(ranked[:MOST], key=lambda mention: (mention.head, mention.words, mention.form)))
