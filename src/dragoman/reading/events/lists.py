"""Lists of names: those that one sentence puts beside each other, "Oslo, Rome and Bern", do or suffer a deed together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.model.words import Words
from dragoman.reading import nouns
from dragoman.reading.mentions import Mention

_LINKS = ([","], ["and"], [",", "and"], ["&"])
_STATES = frozenset(("place", "organisation"))


def lists(words: Words, some: Sequence[Mention]) -> Iterator[tuple[Mention, ...]]:
    """Two or more names of persons, or of places and bodies, the last behind "and"; articles and offices may stand before each."""
    found: list[Mention] = []
    for mention in sorted((one for one in some if one.form == "name"), key=lambda one: one.words):
        link = _between(words, found[-1], mention) if found else []
        if found and link in _LINKS and _alike(found[-1], mention):
            found.append(mention)
        else:
            found = [mention]
        if len(found) > 1 and link != [","]:
            if not _inside(words, found[0]):
                yield tuple(found)
            found = []


def _between(words: Words, first: Mention, second: Mention) -> list[str]:
    """The words between two names, without the article and the offices before the second."""
    between = [words.word(place) for place in range(first.words[1] + 1, second.words[0])]
    while between and (between[-1] == "the" or nouns.entitles(between[-1])):
        between.pop()
    return between


def _inside(words: Words, first: Mention) -> bool:
    """Does the list begin within another name: "the Islamic State of Iraq and the Levant"?"""
    low = first.words[0]
    return low > 1 and words.word(low - 1) == "of" and words.word(low - 2).istitle()


def _alike(one: Mention, other: Mention) -> bool:
    return one.kind == other.kind or {one.kind, other.kind} <= _STATES
