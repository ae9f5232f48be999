"""Pronouns joined to the mentions that they stand for: "he", "they", "it", and "who" behind a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.model.words import Words
from dragoman.reading import nouns
from dragoman.reading.cast import Entity
from dragoman.reading.links import FITTING, Company, antecedent
from dragoman.reading.mentions import Mention, kind_of_noun
from dragoman.reading.onlyone import only_named
from dragoman.reading.pairs import REACH

SPOKE = 2.0  # added to the score of a mention of who spoke last; these two are of all tried the best on desk train
OPENS = 1.0  # to that of who opens the sentence before
ALONE = 2.0  # to that of the only person named just before, where the judge likes anybody: of 150 pronouns 3 change, all for the better


def pronoun(words: Words, mention: Mention, company: Company) -> Mention | None:
    """The earlier mention that a pronoun of the third person, or a relative one, stands for, or None."""
    word = words.word(mention.head).lower()
    if word in nouns.RELATIVE or word == "whose":
        return _just_before(words, mention, company)
    if word in nouns.SINGULAR:
        company = replace(company, entities=[entity for entity in company.entities if not _otherwise(words, entity, word)])
    number = "he" if word in nouns.SINGULAR else "they" if word in nouns.PLURAL else "it" if word in nouns.THING else ""
    if number == "he":
        return _one(words, mention, company)
    judged = antecedent(mention, company, FITTING[number]) if number else None
    return judged or (_nearest_group(words, mention, company) if number == "they" else None)


def _nearest_group(words: Words, mention: Mention, company: Company) -> Mention | None:
    """The group described last in the sentence of a "they", before it, or else first in the sentence before, in the same paragraph."""
    start = _sentence(words, mention.head)
    known = [other for entity in company.entities for other in entity.mentions if entity.kind == "group"]
    known += [other for other in company.others if other.kind == "group"]
    groups = [other for other in known if other.form != "pronoun" and words.paragraphs[other.head] == words.paragraphs[mention.head]]
    here = [other for other in groups if start <= other.words[0] and other.words[1] < mention.words[0]]
    if here:
        return max(here, key=lambda other: other.words)
    before = _sentence(words, start - 1) if start else 0
    return min((other for other in groups if before <= other.words[0] < start), key=lambda other: other.words, default=None)


def _sentence(words: Words, place: int) -> int:
    """The first word of the sentence of a word."""
    while place > 0 and not words.features[place, 2]:
        place -= 1
    return place


def _one(words: Words, mention: Mention, company: Company) -> Mention | None:
    """The person whom "he" or "she" stands for: as the judge has it, but the last speaker, who opens the sentence before or alone is named
    is likelier."""
    known = [other for entity in company.entities if entity.kind == "person" for other in entity.mentions]
    known += [other for other in company.others if other.kind == "person"]
    known = [other for other in known if other.head < mention.words[0] and not _predicated(words, other)]
    near = sorted(known, key=lambda other: other.head)[-REACH:]
    if not near:
        return None
    scores = company.judged(mention, near).copy()
    spoken = frozenset(company.speaker.mentions) if company.speaker in company.entities and company.speaker else frozenset()
    scores += [SPOKE * (other in spoken) for other in near]
    opening = _subject(words, mention, near)
    scores += [OPENS * (other is opening) for other in near]
    if scores.max() > 0:
        alone = only_named(words, mention, company.entities, company.others)
        scores += [ALONE * (other in alone) for other in near]
    best = int(scores.argmax())
    return near[best] if scores[best] > 0 else None


def _predicated(words: Words, mention: Mention) -> bool:
    """Does a description say what someone else is: "she’s *Obama’s equal*", "Mr. Ban was *a candidate*"?"""
    first = mention.words[0]
    before = words.word(first - 1).lower() if first else ""
    short = before == "s" and first > 2 and words.word(first - 3).lower() in nouns.SINGULAR
    return mention.form == "description" and (before in nouns.BEING or short)


def _subject(words: Words, mention: Mention, near: Sequence[Mention]) -> Mention | None:
    """The first person named in the sentence before the pronoun's, where that stands in the same paragraph."""
    start = _sentence(words, mention.head)
    before = _sentence(words, start - 1) if start else 0
    found = [other for other in near if before <= other.words[0] < start and words.paragraphs[other.head] == words.paragraphs[mention.head]]
    return found[0] if found else None


def _otherwise(words: Words, entity: Entity, pronoun: str) -> bool:
    """Does a given name or a title say that the person is not of the pronoun's gender?"""
    ruled_out = nouns.MEN if pronoun in nouns.FEMALE else nouns.WOMEN
    names = (mention.text(words).lower().split() for mention in entity.mentions if mention.form == "name")
    return any(len(name) > 1 and name[0] in ruled_out for name in names)


def _just_before(words: Words, mention: Mention, company: Company) -> Mention | None:
    """The name or description that ends right before a relative pronoun: "Trump, who has called …"; a "which" is no person."""
    thing = words.word(mention.head).lower() == "which"
    known = [*(other for entity in company.entities for other in entity.mentions if other.form != "pronoun"), *company.others]
    near = [
        other
        for other in known
        if not (thing and other.kind == "person")
        and 0 < mention.head - other.words[1] <= 2
        and words.paragraphs[other.head] == words.paragraphs[mention.head]
    ]
    return max(near, key=lambda other: (other.words[1], other.form == "name"), default=None) or _undescribed(words, mention)


def _undescribed(words: Words, mention: Mention) -> Mention | None:
    """The noun right before a "who" that was not read as a description: "candidates who think …"."""
    head = mention.head - 2 if mention.head > 1 and words.word(mention.head - 1) == "," else mention.head - 1
    if head < 0 or words.paragraphs[head] != words.paragraphs[mention.head]:
        return None
    noun = nouns.singular(words.word(head).lower())
    if noun not in nouns.PEOPLE | {"people", "country", "nation", "group"}:
        return None
    return Mention((head, head), head, "description", kind_of_noun(words.word(head).lower()))
