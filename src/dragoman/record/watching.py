"""What is watched, as the record remembers it: what each feed said last, which of its articles wait, and how long it is left alone.

A feed's answer and the articles that it names are kept in one transaction before any of them is read: an interrupted round goes on where it
stopped, though the feed itself may answer "nothing new". A folder is watched in the same way; its files are its articles.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from dragoman.record import tables
from dragoman.record.adding import present
from dragoman.record.opening import Store

TRIES = 3
"""Times that an article is tried before it is left; a change of it begins anew."""

LONGEST = 24 * 60.0
"""Minutes that a failing feed is left alone at most, unless it asks for more."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed or folder: its address and title, what its server said last, how often it failed since, until when it is left alone."""

    id: int
    url: str
    title: str | None
    etag: str | None
    modified: str | None
    failures: int
    wait_until: str | None


@dataclass(frozen=True, slots=True)
class Named:
    """An article as a feed names it; `stamp` differs when it has changed."""

    link: str
    title: str | None
    date: str | None
    stamp: str


@dataclass(frozen=True, slots=True)
class Item:
    """An article that waits."""

    id: int
    link: str
    title: str | None
    date: str | None


def feed(store: Store, url: str) -> Feed:
    """The feed of that address; one that was never asked is put in."""

    def work(connection: Connection) -> Feed:
        found = _row(connection, url)
        if found is None:
            connection.execute(insert(tables.feeds), {"url": url, "failures": 0})
            found = _row(connection, url)
        assert found is not None  # it was inserted just now
        return Feed(*(getattr(found, name) for name in Feed.__slots__))

    return store.write(work)


def answered(store: Store, watched: Feed, named: Iterable[Named]) -> int:
    """Keep what a feed answered (`watched` as it is now) and the articles that it names; how many of them are new or changed."""
    values = {"title": watched.title, "etag": watched.etag, "modified": watched.modified, "asked_at": present()}

    def work(connection: Connection) -> int:
        calm = {"failures": 0, "wait_until": None, "trouble": None}
        connection.execute(update(tables.feeds).where(tables.feeds.c.id == watched.id).values(**values, **calm))
        return sum(_keep(connection, watched.id, one) for one in named)

    return store.write(work)


def failed(store: Store, watched: Feed, trouble: str, minutes: float) -> str:
    """Keep that a feed could not be asked, and leave it alone for `minutes`; until when, UTC."""
    until = (datetime.now(UTC) + timedelta(minutes=minutes)).strftime("%Y-%m-%dT%H:%M:%SZ")
    values = {"failures": watched.failures + 1, "wait_until": until, "trouble": trouble, "asked_at": present()}
    store.write(lambda connection: connection.execute(update(tables.feeds).where(tables.feeds.c.id == watched.id).values(**values)))
    return until


def back_off(failures: int, every: float, asked: float | None = None) -> float:
    """Minutes to leave a feed alone that failed so often in a row: twice as long each time, at most a day, never less than it asks."""
    return max(min(every * 2.0 ** min(failures, 20), LONGEST), (asked or 0.0) / 60)


def waiting(store: Store, watched: Feed) -> tuple[Item, ...]:
    """The articles of a feed that are to be read, in the order in which it named them."""
    chosen = (
        select(*(tables.items.c[name] for name in Item.__slots__))
        .where(tables.items.c.feed == watched.id, tables.items.c.done_at.is_(None), tables.items.c.tries < TRIES)
        .order_by(tables.items.c.id)
    )
    with store.look() as connection:
        return tuple(Item(*row) for row in connection.execute(chosen))


def done(store: Store, item: Item, trouble: str | None = None) -> None:
    """Keep that an article was read (added, there already, or a near copy), or why it cannot be."""
    _update(store, item, {"trouble": trouble, "done_at": present()})


def tried(store: Store, item: Item, trouble: str) -> None:
    """Keep that an article could not be fetched; it waits for the next round, until it was tried often enough."""
    _update(store, item, {"trouble": trouble, "tries": tables.items.c.tries + 1})


def _update(store: Store, item: Item, values: dict[str, Any]) -> None:
    store.write(lambda connection: connection.execute(update(tables.items).where(tables.items.c.id == item.id).values(**values)))


def _row(connection: Connection, url: str) -> Row[Any] | None:
    return connection.execute(select(tables.feeds).where(tables.feeds.c.url == url)).first()


def _keep(connection: Connection, number: int, named: Named) -> bool:
    """Put an article among those that wait, if it is new or has changed; whether it was."""
    here = (tables.items.c.feed == number, tables.items.c.link == named.link)
    found = connection.execute(select(tables.items.c.stamp).where(*here)).first()
    if found is not None and found.stamp == named.stamp:
        return False
    values = {"title": named.title, "date": named.date, "stamp": named.stamp, "seen_at": present(), "done_at": None, "tries": 0}
    if found is None:
        connection.execute(insert(tables.items), {"feed": number, "link": named.link, **values})
    else:
        connection.execute(update(tables.items).where(*here).values(**values, trouble=None))
    return True
