"""What a record shows: of each article that is not retracted the newest version, as its newest reading has it, with the ledger applied.

Views are pure functions of the tables that are kept.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, Row, ScalarSelect, bindparam, select

from dragoman.errors import RecordError
from dragoman.record import ledger, tables
from dragoman.record.corrections import corrected
from dragoman.record.identity import Entry, entries, listed
from dragoman.record.ledger import Judgement, judgements
from dragoman.record.narrowing import Within, keys
from dragoman.record.opening import Store
from dragoman.record.packing import LISTS, article_of, unpack
from dragoman.record.rejections import resting, without
from dragoman.values import Article, Coder, Record

BATCH = 500


def _resolving(article: Any) -> ScalarSelect[Any]:
    """The number of the newest resolving of the newest reading of a version."""
    one = tables.resolvings.alias("one")
    of = select(one.c.id).select_from(one.join(tables.readings)).where(tables.readings.c.article == article)
    newest = of.order_by(tables.readings.c.id.desc(), one.c.id.desc()).limit(1)
    return newest.correlate(tables.articles).scalar_subquery()


_newer = tables.articles.alias("newer")
_last = ~select(_newer.c.id).where(_newer.c.key == tables.articles.c.key, _newer.c.version > tables.articles.c.version).exists()
_named = tables.articles.c.key.in_(bindparam("keys", expanding=True))
NEWEST = select(tables.articles).where(_named, _last)
"""The newest version of each article of these keys."""

SHOWN = (
    select(tables.articles, tables.resolvings.c.record)
    .select_from(tables.articles.outerjoin(tables.resolvings, tables.resolvings.c.id == _resolving(tables.articles.c.id)))
    .where(_named, _last)
)
"""The same with the newest reading as newest resolved."""

DECIDED = select(tables.ledger.c.article).distinct().where(tables.ledger.c.article.in_(bindparam("keys", expanding=True)))
"""Which of these articles something was decided of."""

SHORTEST = 4
"""Characters of an entry's id that must be given at least."""


@dataclass(frozen=True)
class View:
    """An article's current view.

    `read` is the record as resolved, before anything was decided; `entries` are its entries; `whole` has the corrections made and the
    rejected entries still in; `record` is what is shown: without what was rejected and what rests on that. `decisions` are the rows of the
    ledger on this article.
    """

    key: str
    version: int
    number: int
    read: Record
    judgements: dict[str, Judgement]
    decisions: tuple[ledger.Row, ...] = ()

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry as it was read."""
        return entries(self.read)

    @cached_property
    def whole(self) -> Record:
        """The record with its corrections made."""
        return corrected(self.read, self.entries, self.judgements) if self.judgements else self.read

    @cached_property
    def rejected(self) -> frozenset[str]:
        """The ids within the record of the entries that were rejected."""
        return frozenset(entry.local for entry in self.entries if self._verdict(entry) == "rejected") if self.judgements else frozenset()

    @cached_property
    def record(self) -> Record:
        """The record as it is shown."""
        return without(self.whole, self.rejected)

    @cached_property
    def verdicts(self) -> dict[str, str]:
        """For the lasting id of an entry: accepted, corrected, rejected, or unsupported where it rests on a rejected one."""
        fallen = resting(self.whole, self.rejected)
        found = {entry.id: "unsupported" if entry.local in fallen else self._verdict(entry) for entry in self.entries}
        return {identifier: verdict for identifier, verdict in found.items() if verdict}

    @cached_property
    def shown(self) -> tuple[tuple[Entry, Any], ...]:
        """Each entry that is shown, as it was read, and its value with the corrections made."""
        gone = self.rejected | resting(self.whole, self.rejected)
        kept = [entry for entry in self.entries if entry.local not in gone]
        return tuple((entry, value) for entry, (_, _, value) in zip(kept, listed(self.record), strict=True))

    def entry(self, identifier: str) -> Entry | None:
        """The entry of that lasting id, as it was read."""
        return next((entry for entry in self.entries if entry.id == identifier), None)

    def _verdict(self, entry: Entry) -> str:
        return self.judgements[entry.id].verdict if entry.id in self.judgements else ""


@dataclass(frozen=True, slots=True)
class Listed:
    """An article of the record without its text: its newest version."""

    key: str
    version: int
    title: str | None
    date: str | None
    outlet: str | None
    url: str | None
    added_at: str
    retracted_at: str | None
    retracted_why: str | None


def articles(store: Store) -> tuple[Listed, ...]:
    """The newest version of every article, retracted ones too, in the order of their keys."""
    names = Listed.__slots__
    with store.look() as connection:
        rows = connection.execute(select(*(tables.articles.c[name] for name in names)).order_by("key", "version")).all()
    return tuple({row.key: Listed(*row) for row in rows}.values())


def views(store: Store, within: Within | None = None) -> Iterator[View]:
    """The current view of every article that is not retracted, in the order of their keys; one snapshot of the record.

    With `within`, only of the articles that it describes.
    """
    with store.look() as connection:
        for key in keys(connection, within):
            found = view_of(connection, key)
            if found:
                yield found


def records(store: Store, within: Within | None = None) -> Iterator[Record]:
    """The records that are shown, in the order of their articles' keys: what every table, page and export is made from.

    With `within`, those of the articles that `views` gives.
    """
    return (view.record for view in views(store, within))


def view(store: Store, key: str) -> View:
    """The current view of the article of that key. Raises RecordError where there is none, or it was retracted."""
    with store.look() as connection:
        found = view_of(connection, key)
        if found:
            return found
        newest = newest_version(connection, key)
    if newest is None:
        raise RecordError(f"{store.name}: holds no article {key}; `dragoman search` shows the keys of articles")
    raise RecordError(f"{key}: was retracted on {newest.retracted_at} ({newest.retracted_why})")


def find_entry(store: Store, identifier: str) -> tuple[View, Entry]:
    """The entry of that id, or of which this is the beginning, with its article's view.

    Raises RecordError where no entry of the current view begins so, or several do.
    """
    with store.look() as connection:
        return entry_of(connection, identifier)


def entry_of(connection: Connection, identifier: str) -> tuple[View, Entry]:
    """What `find_entry` gives, within a transaction."""
    owners = select(tables.entries.c.entry, tables.articles.c.key).join(tables.articles)
    fitting = connection.execute(owners.where(tables.entries.c.entry.between(identifier, identifier + "~")).limit(4)).all()
    if len(identifier) < SHORTEST or not fitting:
        raise RecordError(f"{identifier}: no entry's id begins so; `dragoman search --json` shows the ids of entries")
    if len(fitting) > 1:
        raise RecordError(f"{identifier}: several entries' ids begin so ({', '.join(row.entry for row in fitting)}); write more of it")
    found = view_of(connection, fitting[0].key)
    entry = found.entry(fitting[0].entry) if found else None
    assert found is not None  # what is in the table of entries is shown
    assert entry is not None
    return found, entry


def view_of(connection: Connection, key: str) -> View | None:
    """The current view of an article within a transaction; None where there is no such article or it is retracted."""
    row = connection.execute(SHOWN, {"keys": [key]}).first()
    if row is None or row.retracted_at or row.record is None:
        return None
    decisions = ledger_rows(connection, key)
    return View(key, row.version, row.id, unpack(row.record, article_of(row)), judgements(decisions), decisions)


def parts(store: Store, keys: Iterable[str], lists: Collection[str]) -> dict[str, Record]:
    """The records of those of these articles of which something is shown, by key, with these of their lists alone.

    It takes the less time the fewer lists are named: an article of which nothing was decided is decoded no further.
    """
    found: dict[str, Record] = {}
    left_out: dict[str, Any] = dict.fromkeys(LISTS.difference(lists), ())
    asked = list(dict.fromkeys(keys))
    with store.look() as connection:
        for some in (asked[first : first + BATCH] for first in range(0, len(asked), BATCH)):
            decided = set(connection.execute(DECIDED, {"keys": some}).scalars())
            for row in connection.execute(SHOWN, {"keys": some}):
                if row.key in decided:
                    whole = view_of(connection, row.key)
                    found |= {row.key: replace(whole.record, **left_out)} if whole else {}
                elif row.record is not None and not row.retracted_at:
                    found[row.key] = unpack(row.record, article_of(row), lists)
    return found


def view_numbered(connection: Connection, number: int) -> View | None:
    """The current view of the article of which that is the number of a version; None where nothing is shown of it."""
    key = connection.execute(select(tables.articles.c.key).where(tables.articles.c.id == number)).scalar()
    return view_of(connection, key) if key is not None else None


def newest_version(connection: Connection, key: str) -> Row[Any] | None:
    """The row of an article's newest version."""
    return connection.execute(NEWEST, {"keys": [key]}).first()


def newest_resolving(connection: Connection, article: Row[Any]) -> Record | None:
    """The newest reading of a version as newest resolved; the record read last is the newest."""
    packed = connection.execute(select(tables.resolvings.c.record).where(tables.resolvings.c.id == _resolving(article.id))).scalar()
    return unpack(packed, article_of(article)) if packed else None


def ledger_rows(connection: Connection, key: str | None = None) -> tuple[ledger.Row, ...]:
    """The ledger's rows, of one article or all, oldest first."""
    chosen = select(tables.ledger).order_by(tables.ledger.c.id)
    if key is not None:
        chosen = chosen.where(tables.ledger.c.article == key)
    return tuple(ledger.Row(**row._mapping) for row in connection.execute(chosen))


def history(store: Store, key: str | None = None) -> tuple[ledger.Row, ...]:
    """What people decided, of one article or of all, oldest first."""
    with store.look() as connection:
        return ledger_rows(connection, key)


def readings(store: Store, key: str) -> tuple[Record, ...]:
    """Every reading of every version of an article as the coder left it, before knowledge said who is who, oldest first."""
    chosen = select(tables.readings.c.record, tables.articles).join(tables.articles).where(tables.articles.c.key == key)
    with store.look() as connection:
        rows = connection.execute(chosen.order_by(tables.readings.c.id)).all()
    return tuple(unpack(row.record, article_of(row)) for row in rows)


def stored_reading(connection: Connection, article: Article, version: Row[Any], coder: Coder) -> tuple[int, Record] | None:
    """The number and the record of what this coder read in that version; None where it has not read it."""
    chosen = select(tables.readings).where(
        tables.readings.c.article == version.id, tables.readings.c.program == coder.program, tables.readings.c.model == coder.model
    )
    row = connection.execute(chosen).first()
    return (row.id, unpack(row.record, article)) if row else None
