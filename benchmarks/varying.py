"""A record with other words, names, numbers, states, days and another outlet, in which all offsets stay true."""

from __future__ import annotations

import hashlib
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from dragoman.knowledge.states import state_names
from dragoman.record.days import first_day, iso
from dragoman.values import Record

FIRST, LAST = first_day("2015"), first_day("2025") - 1
CHANGED = 0.5
"""The share of an article's longer words that others take the place of."""

OUTLETS = 20
WORD = re.compile(r"\b(?:[a-z]{4,}|[A-Z][a-z]{3,}|\d[\d,]*\d)\b")
YEAR = re.compile(r"(?:19|20)\d\d")
WORDED = ("text", "title", "name", "role", "note", "place", "subject")
"""The keys of a record whose values are words of the article."""

CODED = ("state", "country")
DATED = ("date", "until")


@dataclass(frozen=True)
class Vocabulary:
    """Words by their length, with running sums of how often they come; those with a capital apart."""

    words: Mapping[tuple[bool, int], tuple[list[str], list[int]]]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Vocabulary:
        """The words of the texts."""
        counts = Counter(word for one in texts for word in WORD.findall(one) if word[0].isalpha())
        by_length: dict[tuple[bool, int], list[str]] = defaultdict(list)
        for word in sorted(counts):
            by_length[word[0].isupper(), len(word)].append(word)
        return cls({kind: (found, list(accumulate(counts[word] for word in found))) for kind, found in by_length.items()})

    def other(self, word: str, chance: random.Random) -> str:
        """Another word as long, drawn by how often it comes; a number as long for a number; the word itself where there is none."""
        if word[0].isdigit():
            return "".join(str(chance.randint(number == 0, 9)) if sign.isdigit() else sign for number, sign in enumerate(word))
        found, sums = self.words.get((word[0].isupper(), len(word)), ([word], [1]))
        return chance.choices(found, cum_weights=sums)[0]


def vary(model: Record, vocabulary: Vocabulary, chance: random.Random) -> Record:
    """The record with other words, names, numbers, states, days and another outlet."""
    article = model.article
    names = {word for actor in model.actors if actor.kind == "person" for word in actor.name.split()}
    there = sorted(set(WORD.findall(article.text)))
    words = {}
    taken = set(there)
    for word in there:
        if word in names if word[0].isupper() else not YEAR.fullmatch(word) and chance.random() < CHANGED:
            other = vocabulary.other(word, chance)
            words[word] = word if other in taken else other
            taken.add(other)
    codes = sorted({actor.state for actor in model.actors if actor.state})
    states = dict(zip(codes, chance.sample(sorted(state_names()), len(codes)), strict=True))
    shift = chance.randint(FIRST, LAST) - (first_day(article.date) or FIRST)
    told = _Varied(words, states, shift).of(model.to_dict())
    told["article"] |= {
        "date": told["article"]["date"] or iso(FIRST + shift),
        "outlet": f"{article.outlet or 'Paper'} {chance.randint(1, OUTLETS)}",
        "sha256": hashlib.sha256(told["article"]["text"].encode()).hexdigest(),
    }
    return Record.from_dict(_sliced(told, told["article"]["text"]))


@dataclass(frozen=True)
class _Varied:
    """What takes the place of what; days move by `shift`."""

    words: Mapping[str, str]
    states: Mapping[str, str]
    shift: int

    def of(self, value: Any, key: str = "") -> Any:
        """The value of that key, varied."""
        if isinstance(value, dict):
            return {name: self.of(part, name) for name, part in value.items()}
        if isinstance(value, list):
            return [self.of(part, key) for part in value]
        if isinstance(value, str) and key in WORDED:
            return WORD.sub(lambda match: self.words.get(match[0], match[0]), value)
        if isinstance(value, str) and key in CODED:
            return self.states.get(value, value)
        if isinstance(value, str) and key in DATED:
            return iso(first_day(value) + self.shift)[: len(value)]
        return value


def _sliced(value: Any, whole: str) -> Any:
    """The value with the words of every span as they stand in the text now: a span may begin or end within a word."""
    if isinstance(value, dict):
        if value.keys() == {"start", "end", "text"}:
            return {**value, "text": whole[value["start"] : value["end"]]}
        return {name: _sliced(part, whole) for name, part in value.items()}
    return [_sliced(part, whole) for part in value] if isinstance(value, list) else value
