"""The acts of a week that most outlets report, put together by `analysis.merging` from the articles published in it.

The articles of a week are few beside the record, so nothing is kept for it but the answers of the last weeks that were asked for, until the
record changes. How common a word is, by which acts are told apart, is counted over the week.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dragoman.analysis.gathering import naming
from dragoman.analysis.merging import Cluster, merged, several
from dragoman.analysis.positions import what
from dragoman.desk import cards
from dragoman.desk.cards import Card, Stand
from dragoman.record import Store, listing, viewing
from dragoman.record.ledger import MERGING
from dragoman.values import DOUBTFUL, Record

DAYS = 7
READ = 100
"""Articles of a week that are put together at most, the last published; the page says where there were more.

In a record of 100,000 articles a week takes 0.24 s of a processor at the median the first time, 0.50 s in one of twenty (`docs/store.md`).
"""

MOST = 50
"""Acts of a week at most."""

KEPT = 16
"""Weeks whose answers are kept."""


@dataclass(frozen=True, slots=True)
class Act:
    """An act that several articles report: the entry that told it first, who did or said what to whom, how many and which outlets tell it.

    `first` and `last` are the days of the first and the last report; `reports` counts articles, an outlet may have several.
    """

    entry: str
    kind: str
    what: str
    who: tuple[str, ...]
    whom: tuple[str, ...]
    words: str
    reports: int
    outlets: tuple[str, ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Week:
    """The acts that most outlets report in the articles of `since` to `until`, both days in it; `read` articles were looked at.

    `revision` is that of the record it was made from; `more` tells that the week has other articles, published earlier in it; `heads`
    has the first report of each act as a card.
    """

    revision: str
    since: str
    until: str
    read: int
    more: bool
    acts: tuple[Act, ...]
    heads: tuple[Card, ...]


def week(store: Store, until: str | None = None) -> Week | None:
    """The week that ends with the ISO day `until`, else with the last day on which an article was published; None where there is none."""
    last = until or listing.last_day(store)
    return _week(store, listing.revision(store), last) if last else None


@lru_cache(maxsize=KEPT)
def _week(store: Store, revision: str, until: str) -> Week:
    """That week as it stands at a revision of the record."""
    since = (date.fromisoformat(until) - timedelta(DAYS - 1)).isoformat()
    keys = listing.published(store, since, until, READ + 1)
    records = viewing.parts(store, keys[:READ], ("actors", "matters", "statements", "events"))
    decisions = tuple(row for row in viewing.history(store) if row.action in (*MERGING, "undo"))
    found = sorted(
        filter(_believed, several(merged(records.values(), decisions, naming(store)))),
        key=lambda one: (-len(one.outlets), -len(one.reports)),
    )
    chosen = found[:MOST]
    heads = tuple(_head(records[one.first.article], one) for one in chosen)
    return Week(revision, since, until, len(records), len(keys) > READ, tuple(map(_act, chosen)), heads)


def _believed(one: Cluster) -> bool:
    """Is one of its reports more likely right than wrong?"""
    return any(report.value.confidence >= DOUBTFUL for report in one.reports)


def _act(one: Cluster) -> Act:
    first = one.first
    days = [report.published for report in one.reports if report.published]
    who, whom = (tuple(actor.name for actor in side) for side in (first.who, first.whom))
    count = len({report.article for report in one.reports})
    return Act(
        one.name, one.kind, what(first.value), who, whom, first.text, count, one.outlets, min(days, default=None), max(days, default=None)
    )


def _head(record: Record, one: Cluster) -> Card:
    found = cards.card(record, one.first.value, Stand())
    assert found is not None  # a report is a statement or an event
    return found
