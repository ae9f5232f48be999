"""Mentions: the words by which an article names, describes or points at someone."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.words import Words
from dragoman.reading import edges, nouns
from dragoman.reading.drafts import Range


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for someone.

    `form` is name, description or pronoun; `kind` is person, organisation, place, group, media, document or other; `head` the word that
    carries the meaning: the last of a name, the noun of a description.
    """

    words: Range
    head: int
    form: str
    kind: str

    def extent(self, words: Words) -> tuple[int, int]:
        """Its first character and the one after its last; the stop of an abbreviation belongs to it: "U.S."."""
        return int(words.spans[self.words[0], 0]), edges.stopped(words, self.words[1])

    def text(self, words: Words) -> str:
        """The mention as written."""
        return words.text[slice(*self.extent(words))]


def kind_of_noun(noun: str) -> str:
    """The kind of one whom a noun names: "minister" → person, "officials" → group, "ministry" → organisation."""
    single = nouns.singular(noun)
    if single in nouns.DOCUMENTS:
        return "document"
    if single in nouns.MEDIA:
        return "media"
    if noun in nouns.BODIES or single in nouns.BODIES:
        return "organisation"
    if single != noun or noun in ("people", "others", "critics"):
        return "group"
    return "person"


def owns(words: Words, last: int) -> bool:
    """Does 's follow the word at `last`, as in "Tasha Yar's station"?"""
    return last + 2 < len(words) and words.word(last + 1) in "’'" and words.word(last + 2) == "s"
