"""Parties: which mentions around a trigger do the deed, and to which it is done.

Candidates are the mentions of the trigger's sentence and of the one before it; the party head of the bundle judges each by the states of
the two and by what is said here of the pair. A mention becomes an entity only when it is chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.model import Encoder, States
from dragoman.model.words import QUOTES, Words
from dragoman.reading import nouns
from dragoman.reading.actors import Stage
from dragoman.reading.drafts import Draft, Range
from dragoman.reading.mentions import Mention, inside

Floats = NDArray[np.float64]
Floats32 = NDArray[np.float32]
Judge = Callable[[Range, Sequence[Mention], Floats32], Floats]  # float64 [candidates, ROLES], how likely each has each role

ROLES = ("none", "actor", "recipient")
MOST = 40  # candidates of one trigger

_FORMS = ("name", "description", "pronoun", "adjective")
_KINDS = ("person", "organisation", "place", "group", "media", "document", "other")
_PRONOUNS = (nouns.SINGULAR, nouns.PLURAL, nouns.THING, nouns.FIRST, nouns.RELATIVE | {"whose"})
_BEFORE = ("by", "of", "to", "with", "from", "against", "on", "in", "for", "at", "between", "and", "over", "toward", "towards")
_BEING = frozenset("was were been being is are be".split())
_QUOTED = tuple(QUOTES.index(name) for name in ("double", "single"))
_JOINING = 5  # words between two that are joined
_PARTING = frozenset('. ; : “ ” " by to from against on in that who which said'.split())
_BACK = 4  # words back to which the preposition of a mention is looked for


@dataclass(frozen=True, slots=True)
class Setting:
    """One trigger with all that its candidates are judged by: the words' likelihood of each role, [n] from `first` on, and its type."""

    trigger: Range
    type: int
    first: int
    likelihood: dict[str, Floats]
    telling: Draft | None
    enclosing: Draft | None


@dataclass(frozen=True, slots=True)
class Judging:
    """The party head, how likely the best candidate of a role must be, and how likely those that are joined to it."""

    judge: Judge
    least: float
    joined: float


FEATURES = 5 + 6 + len(_FORMS) + len(_KINDS) + len(_PRONOUNS) + len(_BEFORE) + 4 + 5 + 16


def judge(states: States, encoder: Encoder) -> Judge:
    """The party head of a bundle as a function of a trigger, its candidates and their features."""

    def roles(trigger: Range, some: Sequence[Mention], given: Floats32) -> Floats:
        heads = np.array([mention.head for mention in some], dtype=np.int64)
        scores = encoder.parties(states, trigger[0], heads, given)
        weights = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(weights / weights.sum(axis=1, keepdims=True))

    return roles


def pool(stage: Stage) -> tuple[Mention, ...]:
    """Every mention that may be a party, by the order of its head: names, descriptions, pronouns, and the adjectives of peoples."""
    words = stage.words
    taken = {place for mention in (*stage.names, *stage.others) for place in range(mention.words[0], mention.words[1] + 1)}
    single = []
    for place in range(len(words)):
        word = words.word(place)
        if place in taken and not _of_a_people(words, place):
            continue
        if any(word.lower() in some for some in _PRONOUNS):
            single.append(Mention((place, place), place, "pronoun", "person" if word.lower() in nouns.SINGULAR else "group"))
        elif _of_a_people(words, place):
            single.append(Mention((place, place), place, "adjective", "place"))
    return tuple(sorted((*stage.names, *stage.others, *single), key=lambda mention: (mention.head, mention.words)))


def _of_a_people(words: Words, place: int) -> bool:
    word = words.word(place)
    return word.istitle() and len(word) > 4 and word.lower().endswith(nouns.PEOPLES)


def candidates(words: Words, everyone: Sequence[Mention], trigger: Range, read: Sequence[Range]) -> tuple[Mention, ...]:
    """The mentions near the trigger, and those that the words read as its roles stand for; at most MOST, the nearest."""
    sentences = words.sentences
    here = sentences[trigger[0]]
    near = {
        mention
        for mention in everyone
        if (sentences[mention.head] == here or (sentences[mention.head] == here - 1 and mention.form != "pronoun"))
        and not trigger[0] <= mention.head <= trigger[1]
    }
    names = [mention for mention in everyone if mention.form == "name"]
    near |= {mention for role in read for mention in inside(role, words, tuple(names))}
    ranked = sorted(near, key=lambda mention: (abs(mention.head - trigger[0]), mention.words, mention.form))
    return tuple(sorted(ranked[:MOST], key=lambda mention: (mention.head, mention.words, mention.form)))


def features(words: Words, setting: Setting, some: Sequence[Mention]) -> Floats32:
    """float32 [candidates, FEATURES]."""
    rows = np.zeros((len(some), FEATURES), dtype=np.float32)
    sentences = words.sentences
    first, last = setting.trigger
    quoted = words.features[first, 1] in _QUOTED
    passive = any(words.word(place).lower() in _BEING for place in range(max(first - 2, 0), first))
    for row, mention in enumerate(some):
        low, high = mention.words
        apart = mention.head - first
        between = sum(min(first, mention.head) < other.head < max(first, mention.head) for other in some)
        ahead = _before(words, low)
        after = words.word(high + 1).lower() if high + 1 < len(words) else ""
        rows[row] = (
            *_likely(setting, mention),
            sentences[mention.head] == sentences[first],
            apart < 0,
            np.sign(apart) * np.log1p(abs(apart)) / 4,
            np.log1p(abs(apart)) / 4,
            min(between, 8) / 8,
            passive,
            *(mention.form == form for form in _FORMS),
            *(mention.kind == kind for kind in _KINDS),
            *(mention.form == "pronoun" and words.word(low).lower() in some for some in _PRONOUNS),
            *(ahead == word for word in _BEFORE),
            after in ("’", "'"),
            after == "and",
            high < first and first - high <= 2,
            low > last and low - last <= 2,
            bool(setting.telling and any(_meets(mention, part) for part in setting.telling.sources)),
            bool(setting.telling and any(_meets(mention, part) for part in setting.telling.addressees)),
            bool(setting.telling and any(_meets(mention, part) for part in setting.telling.content)),
            bool(setting.enclosing and any(_meets(mention, part) for part in setting.enclosing.sources)),
            quoted == (words.features[mention.head, 1] in _QUOTED),
            *(setting.type == number for number in range(16)),
        )
    return rows


def _likely(setting: Setting, mention: Mention) -> tuple[float, ...]:
    """How likely the words of the mention are to stand in each role: the most and the mean of actor and recipient, the most of place."""
    size = len(setting.likelihood["actor"])
    low, high = max(mention.words[0] - setting.first, 0), min(mention.words[1] - setting.first + 1, size)
    if low >= high:
        return 0.0, 0.0, 0.0, 0.0, 0.0
    actor, recipient, place = (setting.likelihood[role][low:high] for role in ("actor", "recipient", "place"))
    return float(actor.max()), float(actor.mean()), float(recipient.max()), float(recipient.mean()), float(place.max())


def _meets(mention: Mention, part: Range) -> bool:
    return mention.words[0] <= part[1] and part[0] <= mention.words[1]


def _before(words: Words, first: int) -> str:
    """The preposition or "and" before a mention, past the adjectives and articles that belong to it, or ""."""
    for place in range(first - 1, max(first - 1 - _BACK, -1), -1):
        word = words.word(place).lower()
        if word in _BEFORE:
            return word
        if not word.isalpha() or words.features[place + 1, 2]:
            return ""
    return ""


def chosen(words: Words, some: Sequence[Mention], likely: Floats, judging: Judging) -> dict[str, list[Mention]]:
    """The mentions of each role: the likeliest one, and those joined to it by "and" or commas that are likely too, in order.

    `likely` is [candidates, ROLES]. No mention has two roles.
    """
    found: dict[str, list[Mention]] = {}
    taken: set[int] = set()
    order = sorted(range(1, len(ROLES)), key=lambda number: -float(likely[:, number].max()))
    for number in order:
        free = [row for row in range(len(some)) if row not in taken and likely[row, number] >= likely[row, 1:].max() - 1e-9]
        if not free:
            continue
        best = max(free, key=lambda row: (likely[row, number], -row))
        if likely[best, number] < judging.least:
            continue
        rows = {best}
        while more := [
            row
            for row in free
            if row not in rows and likely[row, number] >= judging.joined and any(_joined(words, some[row], some[kept]) for kept in rows)
        ]:
            rows |= set(more)
        taken |= rows
        found[ROLES[number]] = [some[row] for row in sorted(rows)]
    return found


def _joined(words: Words, one: Mention, other: Mention) -> bool:
    """Do "and", commas and little else stand between two mentions?"""
    first, last = sorted((one, other), key=lambda mention: mention.words)
    between = [words.word(place).lower() for place in range(first.words[1] + 1, last.words[0])]
    return len(between) <= _JOINING and bool({"and", ",", "&", "or", "with"} & set(between)) and not set(between) & _PARTING
