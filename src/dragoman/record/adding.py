"""Readings into the record: each article with all that is derived from it in one transaction."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import Connection, insert, select

from dragoman.errors import RecordError
from dragoman.record import keyed, tables
from dragoman.record.identity import Entry, entries
from dragoman.record.opening import Store
from dragoman.record.packing import article_row, pack
from dragoman.record.projecting import project
from dragoman.record.viewing import newest_resolving, newest_version, stored_reading
from dragoman.values import Article, Coder, Record

News = Literal["article", "version", "reading", "resolving", "nothing"]
"""What adding brought: a new article, a new version of one, a reading by another coder, other knowledge, or nothing."""


@dataclass(frozen=True, slots=True)
class Changes:
    """How the entries of an article differ from those before: new ones, gone ones, and pairs (before, after) that say something else."""

    new: tuple[Entry, ...] = ()
    gone: tuple[Entry, ...] = ()
    changed: tuple[tuple[Entry, Entry], ...] = ()
    same: int = 0


@dataclass(frozen=True, slots=True)
class Added:
    """What adding did: the article's key, the number of its version, what is new, and how its entries differ from those before."""

    key: str
    version: int
    news: News
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class Standing:
    """What the record holds of an article: all that this coder and knowledge would give; else perhaps its reading, to be resolved alone.

    `alike` is the share of its runs of three words that the newest version has too, None where there is no version yet.
    """

    complete: bool = False
    reading: Record | None = None
    retracted: bool = False
    alike: float | None = None


def standing(store: Store, article: Article, coder: Coder) -> Standing:
    """What there is of an article, before it is read: what is complete need not be read again, a reading at hand need only be resolved.

    `coder` has the program, the model and the version of the knowledge.
    """
    with store.look() as connection:
        newest = newest_version(connection, article.url or article.id)
        if newest is None:
            return Standing()
        if not _is_version(newest, article):
            return Standing(retracted=bool(newest.retracted_at), alike=_alike(newest.text, article.text))
        found = stored_reading(connection, article, newest, coder)
        if found is None:
            return Standing(retracted=bool(newest.retracted_at), alike=1.0)
        number, reading = found
        return Standing(_resolved(connection, number, coder.knowledge), reading, bool(newest.retracted_at), 1.0)


def add(store: Store, read: Record, resolved: Record, now: str | None = None) -> Added:
    """Add what a coder read in an article, and what knowledge made of that, in one transaction.

    The same article is known by its URL, or its id where it has none. The same text, title, date and outlet are the same version. What is
    there already is not added again. `now` is the time to be noted, the present one where None. Raises RecordError where the two records
    are not of one article.
    """
    if read.article != resolved.article or (read.coder.program, read.coder.model) != (resolved.coder.program, resolved.coder.model):
        raise RecordError(f"{read.article.id}: the reading and the resolving are of different articles or coders; give both of one")
    return store.write(lambda connection: _add(connection, read, resolved, now or present()))


def present() -> str:
    """The time now, UTC, to the second: `2026-11-28T17:42:19Z`."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def compare(before: tuple[Entry, ...], after: tuple[Entry, ...]) -> Changes:
    """How the entries of two records of one article differ."""
    old, new = ({entry.id: entry for entry in side} for side in (before, after))
    both = [(old[identifier], entry) for identifier, entry in new.items() if identifier in old]
    changed = tuple(pair for pair in both if pair[0].said != pair[1].said)
    return Changes(
        tuple(entry for identifier, entry in new.items() if identifier not in old),
        tuple(entry for identifier, entry in old.items() if identifier not in new),
        changed,
        len(both) - len(changed),
    )


def _add(connection: Connection, read: Record, resolved: Record, now: str) -> Added:
    key = read.article.url or read.article.id
    newest = newest_version(connection, key)
    before = newest_resolving(connection, newest) if newest is not None else None
    news: News = "nothing"
    if newest is None or not _is_version(newest, read.article):
        news = "article" if newest is None else "version"
        version = 1 if newest is None else newest.version + 1
        connection.execute(insert(tables.articles), {**article_row(read.article), "version": version, "added_at": now})
        newest = newest_version(connection, key)
        assert newest is not None  # it was inserted just now
        keyed.keep(connection, newest.id, read.article.text)
    stored = stored_reading(connection, read.article, newest, read.coder)
    number = stored[0] if stored else _insert_reading(connection, newest.id, read, now)
    if not stored and news == "nothing":
        news = "reading"
    if not _resolved(connection, number, resolved.coder.knowledge):
        values = {"reading": number, "knowledge": resolved.coder.knowledge or "", "made_at": now, "record": pack(resolved)}
        connection.execute(insert(tables.resolvings), values)
        news = "resolving" if news == "nothing" else news
    if news == "nothing":
        return Added(key, newest.version, news)
    view = project(connection, key)
    shown = view.entries if view else ()
    return Added(key, newest.version, news, compare(entries(before) if before else (), shown))


def _insert_reading(connection: Connection, article: int, read: Record, now: str) -> int:
    values = {"article": article, "program": read.coder.program, "model": read.coder.model, "made_at": now, "record": pack(read)}
    number = connection.execute(insert(tables.readings), values).inserted_primary_key
    assert number is not None  # SQLite gives the row's number
    return int(number[0])


def _is_version(row: object, article: Article) -> bool:
    """Whether a row of `articles` holds this article as it stands: its text and all that reading it rests on."""
    names = ("sha256", "title", "date", "outlet", "language")
    return all(getattr(row, name) == getattr(article, name) for name in names)


def _resolved(connection: Connection, reading: int, knowledge: str | None) -> bool:
    chosen = select(tables.resolvings.c.id).where(
        tables.resolvings.c.reading == reading, tables.resolvings.c.knowledge == (knowledge or "")
    )
    return connection.execute(chosen).first() is not None


def _alike(before: str, after: str) -> float:
    """The share of the runs of three words of the shorter text that the other has too."""
    runs = [set(zip(words, words[1:], words[2:], strict=False)) for words in (before.casefold().split(), after.casefold().split())]
    return len(runs[0] & runs[1]) / max(1, min(map(len, runs)))
