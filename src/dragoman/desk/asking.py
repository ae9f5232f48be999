"""What the desk asks of a record: pages of hits with facets, what there is on one who speaks or acts, on two, on a roll call."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from dragoman.desk import who
from dragoman.desk.who import Who
from dragoman.record import Store, searching
from dragoman.record.query import Query, parse
from dragoman.record.searching import Hit
from dragoman.values import DOUBTFUL

PAGE = 50
MOST_OFFSET = 5_000
COUNTED = 1_000
"""Facets are counted over so many of the newest hits at most; a page says so where there are more."""

FACET = 8
LIST = 25
"""Entries in each list of a page on a person, a pair or a roll call."""

CHARTED = 600
"""Entries that a chart is drawn from at most, the newest."""

EACH = 3
"""Statements of one article among the newest."""

LOOKED_AT = 20
"""How many newest statements are looked at for each that is shown."""

LISTS = ("said", "of_them", "did", "done_to", "votes")
"""The lists of a profile."""


@dataclass(frozen=True, slots=True)
class Found:
    """A page of hits: `limit` at most after the first `offset`, and whether there are more."""

    query: str
    hits: tuple[Hit, ...]
    limit: int
    offset: int
    more: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """The most frequent values of a field among hits, each with its count."""

    field: str
    values: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """What the record has on one who speaks or acts, newest first in each list."""

    name: str
    code: str | None
    said: tuple[Hit, ...]
    of_them: tuple[Hit, ...]
    did: tuple[Hit, ...]
    done_to: tuple[Hit, ...]
    votes: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Dyad:
    """What the record has between two: deeds of the first towards the second, the reverse, what they did together, and statements."""

    one: str
    other: str
    deeds: tuple[Hit, ...]
    returned: tuple[Hit, ...]
    together: tuple[Hit, ...]
    said: tuple[Hit, ...]
    answered: tuple[Hit, ...]


def found(store: Store, text: str, limit: int = PAGE, offset: int = 0, *, oldest_first: bool = False) -> Found:
    """A page of what fits a query; a blank one finds everything. Raises UsageError where it cannot be understood."""
    offset = min(offset, MOST_OFFSET)
    hits = tuple(searching.search(store, understood(text), offset + limit + 1, oldest_first=oldest_first))[offset:]
    return Found(text, hits[:limit], limit, offset, len(hits) > limit and offset + limit <= MOST_OFFSET)


def newest(store: Store, limit: int, each: int = EACH) -> tuple[Hit, ...]:
    """The newest statements, `each` of an article at most, so that a long article leaves room for others.

    Left out are those that are dated after their article: what is to come is no news, and most often misread.
    """
    taken: Counter[str] = Counter()
    found = []
    for hit in searching.search(store, who.query("statement"), limit * LOOKED_AT):
        if hit.published and (hit.date or "")[: len(hit.published)] > hit.published:
            continue
        taken[hit.article] += 1
        if taken[hit.article] <= each:
            found.append(hit)
    return tuple(found[:limit])


def understood(text: str) -> Query:
    """The query of a text, everything for a blank one."""
    return parse(text) if text.strip() else Query()


def facets(store: Store, text: str) -> tuple[tuple[Facet, ...], int]:
    """The facets of a query, and of how many hits they were counted."""
    hits = tuple(searching.search(store, understood(text), COUNTED))
    fields = {
        "speaker": (one.phrase for hit in hits for one in who.people(hit.speaker)),
        "state": (code for hit in hits for code in dict.fromkeys(hit.states)),
        "kind": (hit.kind for hit in hits),
        "act": (hit.act for hit in hits),
        "type": (hit.type for hit in hits if hit.kind == "event"),
        "outlet": (hit.outlet for hit in hits),
    }
    return tuple(_facet(name, values) for name, values in fields.items()), len(hits)


def _facet(name: str, values: Iterable[str | None]) -> Facet:
    counts = Counter(value for value in values if value)
    return Facet(name, tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:FACET]))


def profile(store: Store, one: Who, limit: int = LIST) -> Profile:
    """What there is on one."""
    return Profile(
        one.name,
        one.code,
        _of(store, one, ("statement", "speaker"), limit),
        _of(store, one, ("statement", "about"), limit),
        _of(store, one, ("event", "speaker"), limit),
        _of(store, one, ("event", "about"), limit),
        _of(store, one, ("vote", "speaker"), limit),
    )


def sure(whole: Profile) -> Profile:
    """A profile without the entries that are more likely wrong than right."""

    def kept(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
        return tuple(hit for hit in hits if (hit.confidence or 0) >= DOUBTFUL)

    return Profile(whole.name, whole.code, kept(whole.said), kept(whole.of_them), kept(whole.did), kept(whole.done_to), kept(whole.votes))


def size(found: Profile) -> int:
    """How many entries a profile lists."""
    return sum(len(getattr(found, name)) for name in LISTS)


def said_by(store: Store, one: Who) -> tuple[Hit, ...]:
    """The newest statements of one, as many as a chart is drawn from."""
    return _of(store, one, ("statement", "speaker"), CHARTED)


def _of(store: Store, one: Who, where: tuple[str, str], limit: int) -> tuple[Hit, ...]:
    kind, field = where
    if not any(letter.isalnum() for letter in one.phrase):
        return ()
    hits = searching.search(store, who.query(kind, (field, one.phrase)), limit * 3 + 50)
    return tuple(islice(who.exactly(hits, one, field), limit))


def dyad(store: Store, one: Who, other: Who, limit: int = CHARTED) -> Dyad:
    """What there is between two."""
    return Dyad(
        one.name,
        other.name,
        _between(store, "event", ("speaker", one), ("about", other), limit),
        _between(store, "event", ("speaker", other), ("about", one), limit),
        _between(store, "event", ("speaker", one), ("speaker", other), limit),
        _between(store, "statement", ("speaker", one), ("about", other), limit),
        _between(store, "statement", ("speaker", other), ("about", one), limit),
    )


def _between(store: Store, kind: str, first: tuple[str, Who], second: tuple[str, Who], limit: int) -> tuple[Hit, ...]:
    if not all(any(letter.isalnum() for letter in one.phrase) for _, one in (first, second)):
        return ()
    wanted = who.query(kind, (first[0], first[1].phrase), (second[0], second[1].phrase))
    hits = searching.search(store, wanted, limit)
    return tuple(who.exactly(who.exactly(hits, first[1], first[0]), second[1], second[0]))
