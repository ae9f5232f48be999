"""Links: descriptions and pronouns joined to the entities that they stand for.

Rules join a description that repeats another or carries an office that one person of the article has; the pair head judges the rest.
Where it finds nobody, a description stands for itself and a pronoun for nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.model import Encoder, States
from dragoman.model.words import Words
from dragoman.reading import nouns
from dragoman.reading.cast import Entity
from dragoman.reading.mentions import Mention
from dragoman.reading.pairs import REACH, features

Judge = Callable[[Mention, Sequence[Mention]], NDArray[np.float64]]  # scores of antecedents, above 0 better than none

_FITTING = {
    "he": {"person"},
    "they": {"group", "organisation", "media", "place", "document"},
    "it": {"organisation", "media", "place", "document", "other"},
    "person": {"person"},
    "group": {"group", "organisation"},
    "organisation": {"organisation", "place", "group"},
    "media": {"organisation", "media"},
    "document": {"document", "organisation"},
}


def judge(words: Words, states: States, encoder: Encoder) -> Judge:
    """The pair head of a bundle as a function of mentions."""

    def scores(anaphor: Mention, antecedents: Sequence[Mention]) -> NDArray[np.float64]:
        heads = np.array([other.head for other in antecedents], dtype=np.int64)
        return encoder.pairs(states, anaphor.head, heads, features(words, anaphor, antecedents))

    return scores


def pronoun(words: Words, mention: Mention, entities: Sequence[Entity], judged: Judge) -> int | None:
    """The index of the entity that a third-person pronoun stands for, or None."""
    word = words.word(mention.head).lower()
    number = "he" if word in nouns.SINGULAR else "they" if word in nouns.PLURAL else "it"
    return _best(mention, entities, _FITTING[number], judged)


def description(words: Words, mention: Mention, entities: Sequence[Entity], judged: Judge) -> int | None:
    """The index of the entity that a definite description stands for, or None where it introduces someone."""
    same = [index for index, entity in enumerate(entities) if _described_alike(words, mention, entity)]
    if same:
        return _latest(mention, entities, same)
    text = [words.word(place).lower() for place in range(mention.words[0], mention.head + 1)]
    if not _definite(words, mention, text):
        return None
    noun = nouns.singular(text[-1])
    office = [word for word in text if word not in nouns.DETERMINERS and word[0].isalpha()]
    titled = [index for index, entity in enumerate(entities) if any(_same_office(office, title) for title in entity.titles)]
    named = [index for index, entity in enumerate(entities) if entity.kind in ("organisation", "media") and _holds(words, entity, noun)]
    plain = titled if mention.kind == "person" else named if mention.kind in ("organisation", "media") else []
    if plain:
        return _latest(mention, entities, plain)
    return _best(mention, entities, _FITTING.get(mention.kind, set()), judged)


def _best(mention: Mention, entities: Sequence[Entity], kinds: set[str], judged: Judge) -> int | None:
    """The entity of one of `kinds` with the mention that the judge likes best, if it likes one at all."""
    earlier = [
        (other, index)
        for index, entity in enumerate(entities)
        if entity.kind in kinds
        for other in entity.mentions
        if other.head < mention.words[0]
    ]
    near = sorted(earlier, key=lambda pair: pair[0].head)[-REACH:]
    if not near:
        return None
    scores = judged(mention, [other for other, _ in near])
    best = int(scores.argmax())
    return near[best][1] if scores[best] > 0 else None


def _same_office(office: list[str], title: str) -> bool:
    """Is a description the office of `title`, or its end? "The minister" is a "foreign minister", "the president" no vice president."""
    held = title.split()
    before = held[: len(held) - len(office)]
    return bool(office) and held[-len(office) :] == office and not set(before) & nouns.APART


def speaks_of_two(words: Words, mention: Mention) -> bool:
    """Is the mention a plural such as "the two leaders", "both sides", "the presidents"?"""
    text = [words.word(place).lower() for place in range(mention.words[0], mention.words[1] + 1)]
    return text[-1] in nouns.LEADING and text[0] in ("the", "both", "two") and len(text) <= 3


def _described_alike(words: Words, mention: Mention, entity: Entity) -> bool:
    own = _bare(mention.text(words))
    return any(other.form == "description" and _bare(other.text(words)) == own for other in entity.mentions)


def _bare(text: str) -> str:
    return " ".join(word for word in text.lower().split() if word not in nouns.DETERMINERS)


def _definite(words: Words, mention: Mention, text: list[str]) -> bool:
    if len(text) == 1:
        return False
    owned = text[0] in ("his", "her", "its", "their") or any(mark in text for mark in ("’", "'"))
    return text[0] in nouns.DEFINITE or owned or words.word(mention.words[0]).istitle()


def _holds(words: Words, entity: Entity, noun: str) -> bool:
    return any(noun in mention.text(words).lower().split() for mention in entity.mentions)


def _latest(mention: Mention, entities: Sequence[Entity], indices: list[int]) -> int | None:
    """Of several entities the one mentioned last before the mention; one mentioned only later where there is no other."""

    def distance(index: int) -> tuple[bool, int]:
        before = [mention.head - other.head for other in entities[index].mentions if other.head < mention.words[0]]
        return (not before, min(before, default=0))

    return min(indices, key=distance, default=None)
