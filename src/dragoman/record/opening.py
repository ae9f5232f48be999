"""A record opened: its file made or found, brought to the newest schema, and two ways in, to look and to write."""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError

from dragoman.errors import RecordError
from dragoman.record import migrating

T = TypeVar("T")

DEFAULT = "dragoman.sqlite"
WAIT = 15.0
"""Seconds that a writer waits for another one before it tries again."""
TRIES = 8
BUSY = ("locked", "busy")


@dataclass(frozen=True)
class Store:
    """An open record. Close it, or use it in a `with`."""

    name: str
    engine: Engine

    @contextmanager
    def look(self) -> Iterator[Connection]:
        """A connection that sees the record as it is at its first query, whatever others write meanwhile."""
        with told(self.name), self.engine.connect() as connection:
            yield connection

    def write(self, work: Callable[[Connection], T]) -> T:
        """What `work` returns, done in one transaction: all of it is kept or nothing.

        Writers wait for each other. Raises RecordError where another one does not end, or the disk is full.
        """
        writer = self.engine.execution_options(writes=True)
        for number in range(TRIES):
            try:
                with told(self.name), writer.begin() as connection:
                    return work(connection)
            except RecordError as error:
                if not isinstance(error.__cause__, OperationalError | sqlite3.OperationalError) or not any(
                    word in str(error.__cause__) for word in BUSY
                ):
                    raise
                if number == TRIES - 1:
                    raise RecordError(f"{self.name}: another program is writing and does not end; try again when it has") from error
                time.sleep(random.uniform(0.05, 0.2) * 2**number)
        raise AssertionError  # the loop returns or raises

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()

    def __enter__(self) -> Store:
        """The store itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the store."""
        self.close()


def open_record(target: str | Path = DEFAULT, *, create: bool = False) -> Store:
    """The record at a path or an SQLAlchemy URL (`sqlite:///path`), brought to the newest schema; an older file is copied beside it first.

    Raises RecordError where there is none (and `create` is false), where the file is something else, and where its schema is newer than
    this program.
    """
    url = _url(str(target))
    name = url.database or ":memory:"
    path = Path(name)
    if name == ":memory:":
        raise RecordError("sqlite://: a record in memory would be lost; name a file")
    if not path.exists() and not create:
        raise RecordError(f"{name}: no such record; make one with `dragoman add ARTICLE --record {name}`, or name another with --record")
    if path.is_dir() or not path.absolute().parent.is_dir():
        raise RecordError(f"{name}: {'is a directory' if path.is_dir() else 'lies in a directory that does not exist'}; name a file")
    store = Store(name, _engine(url))
    try:
        migrating.bring_up(store, path)
    except BaseException:
        store.close()
        raise
    return store


@contextmanager
def told(name: str) -> Iterator[None]:
    """Errors of the database as RecordErrors that name the record and say what to do."""
    try:
        yield
    except DatabaseError as error:
        raise RecordError(_explained(name, str(error.orig))) from error
    except sqlite3.Error as error:  # while connecting, before SQLAlchemy stands between
        raise RecordError(_explained(name, str(error))) from error


def _explained(name: str, message: str) -> str:
    remedies = {
        "not a database": "is no SQLite file; name another one",
        "malformed": "is damaged; take a copy of it, `sqlite3 FILE .recover` may save what is left",
        "full": "the disk is full; make room and go on with the same command",
        "readonly": "cannot be written; check its permissions and those of its directory",
        "unable to open": "cannot be opened; check the path and its permissions",
        "locked": "another program is writing to it; try again",
    }
    remedy = next((remedy for word, remedy in remedies.items() if word in message), "the database refused; report it with this line")
    return f"{name}: {remedy} ({message})"


def _url(target: str) -> URL:
    if "://" not in target:
        return URL.create("sqlite", database=target)
    try:
        url = make_url(target)
    except ArgumentError:
        raise RecordError(f"{target}: no SQLAlchemy URL; write a path, or sqlite:///path") from None
    if url.get_backend_name() != "sqlite":
        raise RecordError(f"{url.render_as_string()}: this release keeps records in SQLite alone; write a path, or sqlite:///path")
    return url


def _engine(url: URL) -> Engine:
    engine = create_engine(url, connect_args={"timeout": WAIT})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # transactions begin where `_begin` says, not where Python's module guesses
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "cache_size = -65536", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Writers take their turn before they read, so that what they read still holds when they write."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")
