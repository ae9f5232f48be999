"""Candidates: the mentions around a trigger that may do the deed, or to which it may be done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.model.words import Words
from dragoman.reading import nouns
from dragoman.reading.drafts import Draft, Range
from dragoman.reading.mentions import Mention
from dragoman.reading.roles import inside
from dragoman.reading.stage import Stage

MOST = 40  # candidates of one trigger
_OFFICE = 4  # words of an office between whose it is and who holds it
_MINISTRIES = frozenset("defense defence interior finance trade health".split())
_ABBREVIATED = nouns.HONORIFICS | frozenset("st jr sr jan feb mar apr jun jul aug sept sep oct nov dec no vs".split())
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
    named = {place: name for name in stage.names for place in range(name.words[0], name.words[1] + 1)}
    taken = named.keys() | {place for other in stage.others for place in range(other.words[0], other.words[1] + 1)}
    single = []
    for place in range(len(words)):
        word = words.word(place).lower()
        if _of_a_people(words, place, named.get(place)):
            single.append(Mention((place, place), place, "adjective", "place"))
        elif place not in taken and any(word in some for some in PRONOUNS):
            single.append(Mention((place, place), place, "pronoun", "person" if word in nouns.SINGULAR else "group"))
    found = (*stage.names, *stage.others, *single)
    ahead = {mention for mention in found if _titles(words, mention, named) or _lies_beside(words, mention, named)}
    return tuple(sorted((mention for mention in found if mention not in ahead), key=lambda mention: (mention.head, mention.words)))


def _titles(words: Words, mention: Mention, named: dict[int, Mention]) -> bool:
    """Does it only say whose officer one is who is named right behind it: "Russian" in "Russian Foreign Minister Sergei Lavrov"?"""
    if mention.form not in ("name", "adjective"):
        return False
    last = mention.words[1]
    for place in range(last + 1, min(last + 2 + _OFFICE, len(words))):
        behind = named.get(place)
        if behind is not None and behind.kind == "person":
            return place > last + 1 and nouns.singular(words.word(place - 1).lower()) in nouns.OFFICES
        word = words.word(place)
        if not (word.istitle() or word.lower() in nouns.OFFICES | nouns.RANKS | _MINISTRIES) or words.features[place, 2]:
            return False
    return False


def _lies_beside(words: Words, mention: Mention, named: dict[int, Mention]) -> bool:
    """Does it only say whose or what one named beside it is: "Türkiye" in "Erdogan of Türkiye", the first of "Canadians Kovrig and Roe"?"""
    first, last = mention.words
    owner = named.get(first - 2) if first > 1 and words.word(first - 1) == "of" else None
    if mention.form == "name" and mention.kind == "place" and owner is not None and owner.kind == "person":
        return True
    behind = named.get(last + 1)
    plural = words.word(last).endswith("s") and mention.form != "pronoun" and last + 1 < len(words)
    return plural and behind is not None and behind.kind == "person" and mention.kind in ("person", "group", "place")


_CONTINENTAL = frozenset("european african asian arab american latin".split())
"""Adjectives that in the name of a body are no people that acts beside it: "African Union"."""


def _of_a_people(words: Words, place: int, name: Mention | None) -> bool:
    """Is it the adjective of a people, by itself or ahead of a body's name, not the end of one or part of another's?"""
    word = words.word(place)
    ahead = name is None or (name.kind in ("organisation", "other") and place < name.words[1] and word.lower() not in _CONTINENTAL)
    return ahead and word.istitle() and len(word) > 4 and word.lower().endswith(nouns.PEOPLES) and word.lower() not in nouns.DETERMINERS


def sentence(words: Words, place: int) -> Range:
    """First and last word of the sentence that holds the word at `place`, past the stop of an abbreviation: "Dr.", "Dec."."""
    first, last = _between_stops(words, place)
    while first and _abbreviated(words, first - 1):
        first = _between_stops(words, first - 1)[0]
    while last + 1 < len(words) and _abbreviated(words, last):
        last = _between_stops(words, last + 1)[1]
    return first, last


def _between_stops(words: Words, place: int) -> Range:
    first, stop = np.searchsorted(words.sentences, [words.sentences[place], words.sentences[place] + 1])
    return int(first), int(stop) - 1


def _abbreviated(words: Words, place: int) -> bool:
    """Is the word a stop after an abbreviation, with more of its paragraph behind it?"""
    more = place + 1 < len(words) and words.paragraphs[place] == words.paragraphs[place + 1]
    before = words.word(place - 1) if place else ""
    return bool(more) and words.word(place) == "." and (before.lower() in _ABBREVIATED or before in nouns.SHORT_OFFICES)


def candidates(words: Words, everyone: Sequence[Mention], trigger: Range, read: Sequence[Range]) -> tuple[Mention, ...]:
    """The mentions near the trigger, and those that the words read as its roles stand for; at most MOST, the nearest."""
    first, last = sentence(words, trigger[0])
    before = sentence(words, first - 1)[0] if first else first
    near = {
        mention
        for mention in everyone
        if (first if mention.form == "pronoun" else before) <= mention.head <= last and not trigger[0] <= mention.head <= trigger[1]
    }
    names = [mention for mention in everyone if mention.form == "name"]
    near |= {mention for role in read for mention in inside(role, words, tuple(names))}
    ranked = sorted(near, key=lambda mention: (abs(mention.head - trigger[0]), mention.words, mention.form))
    return tuple(sorted(ranked[:MOST], key=lambda mention: (mention.head, mention.words, mention.form)))
