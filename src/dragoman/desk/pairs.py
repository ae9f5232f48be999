"""The pairs of states whose deeds towards each other most articles of the record report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from dragoman.desk import who
from dragoman.record import Store, listing, searching
from dragoman.record.searching import Hit
from dragoman.values import DOUBTFUL

DEEDS = 3_000
"""Deeds that are looked through at most, the newest; a page says so where there are more."""

MOST = 24
KEPT = 4
"""Records, or states of one, whose pairs are kept."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two states by code, in the order of the alphabet, how many articles report deeds between them, and how many deeds these are."""

    one: str
    other: str
    articles: int
    deeds: int


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs of a record as it is at a revision, those first that most articles report; `more`: older deeds were left out."""

    revision: str
    pairs: tuple[Pair, ...]
    more: bool


def most_reported(store: Store) -> Pairs:
    """The pairs of the newest deeds, without those denied and those more likely wrong than right."""
    return _most_reported(store, listing.revision(store))


@lru_cache(maxsize=KEPT)
def _most_reported(store: Store, revision: str) -> Pairs:
    """Those of the record as it stands at a revision."""
    hits = tuple(searching.search(store, who.query("event"), DEEDS + 1))
    return Pairs(revision, counted(hits[:DEEDS])[:MOST], len(hits) > DEEDS)


def counted(hits: Iterable[Hit]) -> tuple[Pair, ...]:
    """Every pair of states that has a deed among these, the most reported first."""
    articles: dict[tuple[str, str], list[str]] = defaultdict(list)
    for hit in hits:
        if hit.status != "denied" and (hit.confidence or 0) >= DOUBTFUL:
            for pair in between(hit):
                articles[pair].append(hit.article)
    found = (Pair(*pair, len(set(told)), len(told)) for pair, told in articles.items())
    return tuple(sorted(found, key=lambda pair: (-pair.articles, -pair.deeds, pair.one, pair.other)))


def between(hit: Hit) -> set[tuple[str, str]]:
    """The pairs of states that a deed is between: one of those who do it, and another of them or of those whom it is done to."""
    acting = _states(hit.speaker)
    return {(min(one, other), max(one, other)) for one in acting for other in acting | _states(hit.about) if one != other}


def _states(field: str) -> set[str]:
    return {one.code for one in who.parties(field) if one.code}
