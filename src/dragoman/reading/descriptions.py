"""Descriptions joined to those they stand for: one that repeats another, or carries an office that one person of the article has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.model.words import Words
from dragoman.reading import nouns
from dragoman.reading.cast import Entity
from dragoman.reading.links import FITTING, Company, antecedent, latest
from dragoman.reading.mentions import Mention
from dragoman.reading.outlets import medium

_ANOTHER = frozenset("other second third next first last latter new unnamed unidentified same".split())
_SCHOLAR = "scholar"
_STUDIES = frozenset(["study", "survey", "research"])


def description(words: Words, mention: Mention, company: Company) -> Mention | None:
    """The earlier mention that a definite description stands for, or None where it introduces someone."""
    same = [entity for entity in company.entities if described_alike(words, mention, entity)]
    if same:
        return latest(mention, same)
    text = [words.word(place).lower() for place in range(mention.words[0], mention.head + 1)]
    if not _definite(words, mention, text):
        return None
    noun = nouns.singular(text[-1])
    office, owners = _office(words, mention)
    if office[-1:] == ["counterpart"]:  # "his Russian counterpart": the one of the article whose office has that adjective
        titled = [entity for entity in company.entities if entity.titles and _owned(entity.titles, owners)]
        return latest(mention, titled) if titled else None
    titled = [entity for entity in company.entities if _holds_office(entity, office, owners)]
    said = {noun, *text[:-1]} - nouns.DETERMINERS
    named = [entity for entity in company.entities if entity.kind in ("organisation", "media") and _holds(words, entity, said)]
    plain = titled if mention.kind == "person" else named if mention.kind in ("organisation", "media") else []
    if plain:
        return _first(plain) if titled and not owners and len(plain) > 1 else latest(mention, plain)
    others = [entity for entity in company.entities if not _holds_office(entity, office, [])]  # who has it of another owner is not meant
    if {noun, *text} & _STUDIES:  # no newspaper's
        others = [entity for entity in others if not any(medium(words, other.words) for other in entity.mentions)]
    company = replace(company, entities=others)
    repeated = _repeated(words, mention, company) if mention.kind == "document" else None
    judged = repeated or antecedent(mention, company, FITTING.get(mention.kind, frozenset()))
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
    return latest(mention, alike) if alike else None


def _meaning(words: Words, mention: Mention) -> str:
    noun = nouns.singular(words.word(mention.head).lower())
    return _SCHOLAR if noun in nouns.SCHOLARS else noun


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
    spoke = latest(mention, [speaker])
    near = speaker.kind != "group" or words.paragraphs[spoke.head] == words.paragraphs[mention.head] or _meaning(words, spoke) == _SCHOLAR
    return spoke if near and speaker.kind in fitting.get(mention.kind, ()) else None


def _sets_apart(words: Words, place: int) -> bool:
    """Does a word before a noun say that another one is meant, or whose he is: "the other man", "the president’s lawyer"?"""
    word = words.word(place)
    return not word[0].isalnum() or word in nouns.APART | _ANOTHER  # "New" of New York is a name's


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
