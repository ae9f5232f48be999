"""Links: whom a mention may stand for, and which of them the pair head likes best.

Descriptions (`reading/descriptions.py`) and pronouns (`reading/pronouns.py`) are joined to entities by rules first and by this judge after
them. Where neither finds anybody, a description stands for itself and a pronoun for nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.model import Encoder, States
from dragoman.model.words import Words
from dragoman.reading.cast import Entity
from dragoman.reading.mentions import Mention
from dragoman.reading.pairs import REACH, Profile, profile, table

Judge = Callable[[Mention, Sequence[Mention]], NDArray[np.float64]]  # scores of antecedents, above 0 better than none

FITTING = {
    "he": frozenset(("person",)),
    "they": frozenset(("group", "organisation", "media", "place", "document")),
    "it": frozenset(("organisation", "media", "place", "document", "other")),
    "person": frozenset(("person",)),
    "group": frozenset(("group", "organisation")),
    "organisation": frozenset(("organisation", "place", "group")),
    "media": frozenset(("organisation", "media")),
    "document": frozenset(("document", "organisation")),
}
"""The kinds that a pronoun, or a description of a kind, may stand for."""


def judge(words: Words, states: States, encoder: Encoder) -> Judge:
    """The pair head of a bundle as a function of mentions."""
    known: dict[Mention, Profile] = {}

    def of(mention: Mention) -> Profile:
        if mention not in known:
            known[mention] = profile(words, mention)
        return known[mention]

    def scores(anaphor: Mention, antecedents: Sequence[Mention]) -> NDArray[np.float64]:
        heads = np.array([other.head for other in antecedents], dtype=np.int64)
        return encoder.pairs(states, anaphor.head, heads, table(words, of(anaphor), [of(other) for other in antecedents]))

    return scores


@dataclass(frozen=True, slots=True)
class Company:
    """Whom a mention may stand for: the entities so far, descriptions that are no entity yet, and the judge of pairs."""

    entities: Sequence[Entity]
    others: tuple[Mention, ...]
    judged: Judge
    speaker: Entity | None = None  # who spoke last, not far before


def antecedent(mention: Mention, company: Company, kinds: frozenset[str]) -> Mention | None:
    """Of the earlier mentions of `kinds` the one that the judge likes best, if it likes one at all."""
    known = [other for entity in company.entities if entity.kind in kinds for other in entity.mentions]
    known += [other for other in company.others if other.kind in kinds]
    near = sorted((other for other in known if other.head < mention.words[0]), key=lambda other: other.head)[-REACH:]
    if not near:
        return None
    scores = company.judged(mention, near)
    best = int(scores.argmax())
    return near[best] if scores[best] > 0 else None


def latest(mention: Mention, entities: Sequence[Entity]) -> Mention:
    """A mention of the entity that is mentioned last before this mention; one mentioned only later where there is no other."""

    def distance(entity: Entity) -> tuple[bool, int]:
        before = [mention.head - other.head for other in entity.mentions if other.head < mention.words[0]]
        return (not before, min(before, default=0))

    return min(entities, key=distance).mentions[0]
