"""Pairs: what the pair head is told of a mention and one that may be its antecedent, beside the states of their heads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p

import numpy as np
from numpy.typing import NDArray

from dragoman.model.words import Words
from dragoman.reading import nouns
from dragoman.reading.mentions import Mention

REACH = 60  # mentions back to which an antecedent is looked for

FORMS = ("name", "description", "pronoun")
PERSONS = (
    nouns.SINGULAR - nouns.FEMALE,
    nouns.FEMALE,
    nouns.THING,
    nouns.PLURAL,
    frozenset("i me my mine myself".split()),
    frozenset("we us our ours ourselves".split()),
    frozenset("you your yours yourself yourselves".split()),
    nouns.RELATIVE | {"whom", "whose"},
    frozenset("this these those".split()),
)  # what a pronoun says of person, number and gender
OWNING = frozenset("his her hers its their theirs my mine your yours our ours whose".split())
OPENINGS = (
    frozenset(["the"]),
    frozenset(["a", "an"]),
    frozenset("this that these those".split()),
    frozenset("his her its their my our your".split()),
    frozenset("some any many several few no every each another one two three".split()),
)  # first words of a mention that say whether it is known
KINDS = ("person", "organization", "place", "event", "object", "abstract", "time")  # as the tag layer `mentions` has them
_ALSO = {"group": "person", "organisation": "organization", "media": "organization", "document": "object"}
_BETWEEN = (
    frozenset([",", "(", ":", "—", "–", "-"]),
    frozenset("is are was were be been am being s re m".split()),
)  # what joins a mention to one right behind it: an apposition, a copula
_QUOTED = (1, 2)  # QUOTES.index of double and single
_GAP = 4  # words that may stand between a mention and its apposition, or what it is said to be

OWN = len(FORMS) + len(PERSONS) + 1 + len(OPENINGS) + len(KINDS) + 5  # features of a mention alone
BOTH = 26  # features of two
FEATURES = BOTH + 2 * OWN


@dataclass(frozen=True, slots=True)
class Profile:
    """What is compared of a mention: where it stands, its words, its number and gender where they are seen, and `own`, its own features.

    `parts` are the words that tell it apart, in lower case, `noun` its head without the ending of a plural, `person` the number of the
    pronoun in PERSONS.
    """

    head: int
    first: int
    last: int
    paragraph: int
    sentence: int
    quoted: bool
    word: str
    noun: str
    parts: frozenset[str]
    initials: str
    form: str
    person: int | None
    kind: str
    number: str
    gender: str
    own: tuple[float, ...]


def profile(words: Words, mention: Mention) -> Profile:
    """The profile of one mention."""
    first, last = mention.words
    text = [words.word(place) for place in range(first, last + 1)]
    lower = [word.lower() for word in text]
    word = words.word(mention.head).lower()
    person = next((index for index, some in enumerate(PERSONS) if word in some), None) if mention.form == "pronoun" else None
    kind = _ALSO.get(mention.kind, mention.kind)
    number, gender = _number(mention, word, lower, person), _gender(mention, word, lower, person)
    own = (
        *(float(mention.form == form) for form in FORMS),
        *(float(person == index) for index in range(len(PERSONS))),
        float(mention.form == "pronoun" and word in OWNING),
        *(float(lower[0] in some and last > first) for some in OPENINGS),
        *(float(kind == one) for one in KINDS),
        float(number == "several"),
        float(words.features[mention.head, 2] > 0 or words.features[first, 2] > 0),
        float(text[mention.head - first][0].isupper() if first <= mention.head <= last else False),
        min(last - first, 20) / 10,
        float(words.features[mention.head, 1] in _QUOTED),
    )
    return Profile(
        mention.head,
        first,
        last,
        int(words.paragraphs[mention.head]),
        int(words.sentences[mention.head]),
        bool(words.features[mention.head, 1] in _QUOTED),
        word,
        nouns.singular(word),
        frozenset(one for one in lower if one.isalnum() and one not in nouns.DETERMINERS),
        "".join(one[0] for one in text if one[0].isupper()).lower(),
        mention.form,
        person,
        kind,
        number,
        gender,
        own,
    )


def table(words: Words, anaphor: Profile, antecedents: Sequence[Profile]) -> NDArray[np.float32]:
    """float32 [antecedents, FEATURES]: the features of each pair."""
    rows = [(*_both(words, anaphor, other), *other.own, *anaphor.own) for other in antecedents]
    return np.array(rows, dtype=np.float32).reshape(-1, FEATURES)


def _both(words: Words, anaphor: Profile, other: Profile) -> tuple[float, ...]:
    """How far apart two mentions stand, whether one holds the other, which words they share, whether number, gender and kind agree."""
    apart, sentences = anaphor.paragraph - other.paragraph, abs(anaphor.sentence - other.sentence)
    shared = len(anaphor.parts & other.parts)
    gap = anaphor.first - other.last - 1
    between = {words.word(place).lower() for place in range(other.last + 1, anaphor.first)} if 0 < gap <= _GAP else frozenset()
    return (
        log1p(abs(anaphor.head - other.head)) / 5,
        min(abs(apart), 8) / 8,
        float(apart == 0),
        log1p(sentences) / 3,
        float(sentences == 0),
        float(sentences == 1),
        float(anaphor.quoted == other.quoted),
        float(anaphor.word == other.word),
        float(anaphor.noun == other.noun),
        float(anaphor.parts == other.parts),
        shared / max(1, min(len(anaphor.parts), len(other.parts))),
        float(anaphor.parts < other.parts),
        float(bool(anaphor.parts - other.parts) and shared > 0),
        float(anaphor.noun in other.parts or other.noun in anaphor.parts),
        float(_acronym(anaphor, other) or _acronym(other, anaphor)),
        float(other.first <= anaphor.first and anaphor.last <= other.last),
        float(anaphor.first <= other.first and other.last <= anaphor.last),
        float(gap == 0),
        float(bool(between & _BETWEEN[0])),
        float(bool(between & _BETWEEN[1])),
        float(anaphor.person is not None and anaphor.person == other.person),
        float(bool(anaphor.number) and anaphor.number == other.number),
        float(bool(anaphor.number and other.number) and anaphor.number != other.number),
        float(bool(anaphor.gender) and anaphor.gender == other.gender),
        float(bool(anaphor.gender and other.gender) and anaphor.gender != other.gender),
        float(anaphor.kind == other.kind),
    )


def _acronym(short: Profile, long: Profile) -> bool:
    """Are the letters of one mention the initials of the other?"""
    return len(short.parts) == 1 and len(short.word) > 1 and short.word == long.initials and long.first < long.last


def _number(mention: Mention, word: str, lower: Sequence[str], person: int | None) -> str:
    """One or several, as a pronoun, the ending of the noun or an "and" says; empty where nothing does."""
    if mention.form == "pronoun":
        return "" if person is None or person in (6, 7) else "several" if person in (3, 5) or word in ("these", "those") else "one"
    if mention.form == "name":
        return "several" if "and" in lower and mention.kind == "person" else "one"
    return "several" if nouns.plural(word) or "and" in lower else "one"


def _gender(mention: Mention, word: str, lower: Sequence[str], person: int | None) -> str:
    """Woman, man or thing, as a pronoun, a title, a given name or the noun says; empty where nothing does."""
    if mention.form == "pronoun":
        return {0: "man", 1: "woman", 2: "thing"}.get(person if person is not None else -1, "")
    if mention.form == "name" and mention.kind == "person":
        woman = {"mrs", "ms", "miss", "lady", "queen", "princess"} & set(lower) or lower[0] in nouns.WOMEN
        man = {"mr", "sir", "lord", "king", "prince"} & set(lower) or lower[0] in nouns.MEN
        return "woman" if woman else "man" if man else ""
    if word in ("woman", "girl", "mother", "daughter", "sister", "wife", "widow", "actress", "lady", "queen", "aunt", "grandmother"):
        return "woman"
    if word in ("man", "boy", "father", "son", "brother", "husband", "king", "uncle", "grandfather", "guy", "gentleman"):
        return "man"
    return "" if mention.kind in ("person", "group", "other") else "thing"
