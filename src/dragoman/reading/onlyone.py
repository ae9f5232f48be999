"""The only person whom the text just before a pronoun names, outside all quotation marks: whoever "he" is, he is likely meant."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dragoman.model.words import Words
from dragoman.reading import nouns
from dragoman.reading.cast import Entity
from dragoman.reading.mentions import Mention


def only_named(words: Words, mention: Mention, entities: Sequence[Entity], others: Sequence[Mention] = ()) -> frozenset[Mention]:
    """The mentions of the only person named in the sentences before that of `mention` in its paragraph.

    Where nothing stands before that sentence the paragraph before counts, as long as the sentence itself names nobody before the pronoun.
    Empty where nobody or several are named, where one of `others` is introduced, "a candidate", or an earlier "he" points further back.
    """
    paragraph, sentence = words.paragraphs[mention.head], words.sentences[mention.head]
    first = int(np.searchsorted(words.paragraphs, paragraph))
    opening = int(np.searchsorted(words.sentences, sentence))
    block = _unquoted(words, first, opening)
    if not block:
        if paragraph == 0 or _named(entities, _unquoted(words, opening, mention.words[0])):
            return frozenset()
        block = _unquoted(words, int(np.searchsorted(words.paragraphs, paragraph - 1)), first)
    named = _named(entities, block)
    if len(named) != 1:
        return frozenset()
    place, entity = named[0]
    pointing = any(other < place and words.word(other).lower() in nouns.SINGULAR for other in block)
    return frozenset() if pointing or _introduced(words, others, block) else frozenset(entity.mentions)


def _introduced(words: Words, others: Sequence[Mention], block: frozenset[int]) -> bool:
    """Does one of the descriptions bring in somebody new: "a candidate", but not a name's apposition, ", a candidate"?"""
    new = [other.words[0] for other in others if other.kind == "person" and other.head in block]
    return any(words.word(place).lower() in ("a", "an", "another") and (place == 0 or words.word(place - 1) != ",") for place in new)


def _unquoted(words: Words, first: int, stop: int) -> frozenset[int]:
    """The words from `first` up to `stop` that are no marks and stand outside quotation marks."""
    return frozenset(place for place in range(first, stop) if words.features[place, 1] == 0 and words.word(place)[0].isalnum())


def _named(entities: Sequence[Entity], block: frozenset[int]) -> list[tuple[int, Entity]]:
    """The persons named in a stretch of text, each with the first word of the first name of his there."""
    found = []
    for entity in entities:
        places = [one.words[0] for one in entity.mentions if one.form == "name" and one.head in block] if entity.kind == "person" else []
        if places:
            found.append((min(places), entity))
    return found
