"""Links: descriptions and pronouns joined to the entities that they stand for.

Rules join a description that repeats another or carries an office that one person of the article has; the pair head judges the rest.
Where it finds nobody, a description stands for itself and a pronoun for nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dragoman.model import Encoder, States
from dragoman.model.words import Words
from dragoman.reading import nouns
from dragoman.reading.cast import Entity
from dragoman.reading.mentions import Mention, kind_of_noun
from dragoman.reading.onlyone import only_named
from dragoman.reading.pairs import REACH, Profile, profile, table

Judge = Callable[[Mention, Sequence[Mention]], NDArray[np.float64]]  # scores of antecedents, above 0 better than none

_FITTING = {
    "he": frozenset(("person",)),
    "they": frozenset(("group", "organisation", "media", "place", "document")),
    "it": frozenset(("organisation", "media", "place", "document", "other")),
    "person": frozenset(("person",)),
    "group": frozenset(("group", "organisation")),
    "organisation": frozenset(("organisation", "place", "group")),
    "media": frozenset(("organisation", "media")),
    "document": frozenset(("document", "organisation")),
}


_ANOTHER = frozenset("other second third next first last latter new unnamed unidentified same".split())

SPOKE, OPENS = (
    2.0,
    1.0,
)  # added to the score of a mention of who spoke last, and of who opens the sentence before; of all tried the best on desk train
ALONE = (
    2.0  # added to that of the only person named just before, where the judge likes anybody: of 150 pronouns 3 change, all for the better
)


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
    judged = _antecedent(mention, company, _FITTING[number]) if number else None
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
    """The name or description that ends right before a relative pronoun: "Trump, who has called …"."""
    known = [*(other for entity in company.entities for other in entity.mentions if other.form != "pronoun"), *company.others]
    near = [
        other
        for other in known
        if 0 < mention.head - other.words[1] <= 2 and words.paragraphs[other.head] == words.paragraphs[mention.head]
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


def description(words: Words, mention: Mention, company: Company) -> Mention | None:
    """The earlier mention that a definite description stands for, or None where it introduces someone."""
    same = [entity for entity in company.entities if described_alike(words, mention, entity)]
    if same:
        return _latest(mention, same)
    text = [words.word(place).lower() for place in range(mention.words[0], mention.head + 1)]
    if not _definite(words, mention, text):
        return None
    noun = nouns.singular(text[-1])
    office, owners = _office(words, mention)
    if office[-1:] == ["counterpart"]:  # "his Russian counterpart": the one of the article whose office has that adjective
        titled = [entity for entity in company.entities if entity.titles and _owned(entity.titles, owners)]
        return _latest(mention, titled) if titled else None
    titled = [entity for entity in company.entities if _holds_office(entity, office, owners)]
    said = {noun, *text[:-1]} - nouns.DETERMINERS
    named = [entity for entity in company.entities if entity.kind in ("organisation", "media") and _holds(words, entity, said)]
    plain = titled if mention.kind == "person" else named if mention.kind in ("organisation", "media") else []
    if plain:
        return _first(plain) if titled and not owners and len(plain) > 1 else _latest(mention, plain)
    others = [entity for entity in company.entities if not _holds_office(entity, office, [])]  # who has it of another owner is not meant
    company = replace(company, entities=others)
    repeated = _repeated(words, mention, company) if mention.kind == "document" else None
    judged = repeated or _antecedent(mention, company, _FITTING.get(mention.kind, frozenset()))
    if judged or "his" in text[:1] + owners:
        return judged
    return _repeated(words, mention, company) or _speaking(words, mention, company)


def _repeated(words: Words, mention: Mention, company: Company) -> Mention | None:
    """The last description before with the same noun, or one that means as much: "the sources", "the researchers" after "scientists"."""
    if mention.kind not in ("group", "person", "document"):
        return None
    nouns_of = _meaning(words, mention)
    alike = [
        entity
        for entity in company.entities
        if entity.kind == mention.kind
        and any(
            other.form == "description" and other.head < mention.words[0] and _meaning(words, other) == nouns_of
            for other in entity.mentions
        )
    ]
    return _latest(mention, alike) if alike else None


def _meaning(words: Words, mention: Mention) -> str:
    noun = nouns.singular(words.word(mention.head).lower())
    return "scholar" if noun in nouns.SCHOLARS else noun


def _speaking(words: Words, mention: Mention, company: Company) -> Mention | None:
    """Who spoke last, where "the businessman" is said of nobody else: a person for one, a body for "the paper", either for "the report"."""
    speaker = company.speaker
    between = range(mention.words[0] + 1, mention.head)
    definite = words.word(mention.words[0]).lower() == "the" and len(between) <= (2 if mention.kind == "person" else 0)
    alone = definite and not nouns.plural(words.word(mention.head)) and not any(_sets_apart(words, place) for place in between)
    if not (alone and speaker and speaker.mentions and speaker in company.entities):
        return None
    fitting = {
        "person": ("person",),
        "media": ("organisation", "media", "other"),
        "document": ("person", "organisation", "media", "other", "group"),
    }
    return _latest(mention, [speaker]) if speaker.kind in fitting.get(mention.kind, ()) else None


def _sets_apart(words: Words, place: int) -> bool:
    """Does a word before a noun say that another one is meant, or whose he is: "the other man", "the president’s lawyer"?"""
    word = words.word(place)
    return not word[0].isalnum() or word in nouns.APART | _ANOTHER  # "New" of New York is a name's


def _antecedent(mention: Mention, company: Company, kinds: frozenset[str]) -> Mention | None:
    """Of the earlier mentions of `kinds` the one that the judge likes best, if it likes one at all."""
    known = [other for entity in company.entities if entity.kind in kinds for other in entity.mentions]
    known += [other for other in company.others if other.kind in kinds]
    near = sorted((other for other in known if other.head < mention.words[0]), key=lambda other: other.head)[-REACH:]
    if not near:
        return None
    scores = company.judged(mention, near)
    best = int(scores.argmax())
    return near[best] if scores[best] > 0 else None


def _office(words: Words, mention: Mention) -> tuple[list[str], list[str]]:
    """The words of an office and those that say whose it is: "Pakistan’s foreign minister" → foreign minister, pakistan."""
    written = [words.word(place) for place in range(mention.words[0], mention.head + 1)]
    kept = [word for word in written if len(word) > 1 and word.lower() not in nouns.DETERMINERS]
    office = [word.lower() for word in kept if word.lower() in nouns.PEOPLE | nouns.RANKS or not word[0].isupper()]
    return office, [word.lower() for word in kept if word.lower() not in office]


def _holds_office(entity: Entity, office: list[str], owners: list[str]) -> bool:
    """Has the entity that office, and of that owner where one is said?"""
    titles = frozenset(title for title in entity.titles if _same_office(office, title))
    return bool(titles) and _owned(titles, owners)


def _owned(titles: frozenset[str], owners: list[str]) -> bool:
    """Does a title begin like one of the owners, "pakistani" like "pakistan"? Without owners any does."""
    return not owners or any(word[:4] == owner[:4] for title in titles for word in title.split() for owner in owners)


def _same_office(office: list[str], title: str) -> bool:
    """Is a description the office of `title`, or its end? "The minister" is a "foreign minister", "the president" no vice president."""
    held = title.split()
    before = held[: len(held) - len(office)]
    return bool(office) and held[-len(office) :] == office and not set(before) & nouns.APART


def speaks_of_two(words: Words, mention: Mention) -> bool:
    """Is the mention a plural such as "the two leaders", "both sides", "the presidents"?"""
    text = [words.word(place).lower() for place in range(mention.words[0], mention.words[1] + 1)]
    return text[-1] in nouns.LEADING | {"two"} and text[0] in ("the", "both", "two") and len(text) <= 3


def described_alike(words: Words, mention: Mention, entity: Entity) -> bool:
    """Is the entity described in the same words, apart from articles and the like?"""
    own = _bare(mention.text(words))
    return any(other.form == "description" and _bare(other.text(words)) == own for other in entity.mentions)


def _bare(text: str) -> str:
    """The text without articles and the like; all of it where it is nothing else: "several"."""
    return " ".join(word for word in text.lower().split() if word not in nouns.DETERMINERS) or text.lower()


def _definite(words: Words, mention: Mention, text: list[str]) -> bool:
    """Does a description speak of someone known: "the", an owner, or a capital inside a sentence ("Pakistani officials")?"""
    if len(text) == 1:
        return False
    owned = text[0] in ("his", "her", "its", "their") or any(mark in text for mark in ("’", "'"))
    first = mention.words[0]
    capital = words.word(first).istitle() and words.features[first, 2] == 0 and text[0] not in nouns.DETERMINERS
    return text[0] in nouns.DEFINITE or owned or capital


def _holds(words: Words, entity: Entity, said: set[str]) -> bool:
    """Are all the words of a description in one mention of the entity? "The local newspaper" is not "Dawn newspaper"."""
    return any(said <= set(mention.text(words).lower().split()) for mention in entity.mentions)


def _first(entities: Sequence[Entity]) -> Mention:
    """A mention of the entity that the article names first: of two presidents "the President" is the one it is about."""
    return min((entity.mentions[0] for entity in entities), key=lambda one: one.words)


def _latest(mention: Mention, entities: Sequence[Entity]) -> Mention:
    """A mention of the entity that is mentioned last before this mention; one mentioned only later where there is no other."""

    def distance(entity: Entity) -> tuple[bool, int]:
        before = [mention.head - other.head for other in entity.mentions if other.head < mention.words[0]]
        return (not before, min(before, default=0))

    return min(entities, key=distance).mentions[0]
