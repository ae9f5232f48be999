"""The derived tables of an article made anew: its entries, their parties and the index of words."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, delete, insert, select, text

from dragoman.record import keyed, tables
from dragoman.record.flat import flat
from dragoman.record.opening import Store
from dragoman.record.viewing import View, view_of

COLUMNS = "words, speaker, state, about, act, type, kind, outlet"
FORGET = text(f"INSERT INTO found (found, rowid, {COLUMNS}) SELECT 'delete', id, {COLUMNS} FROM findable WHERE article IN :numbers")
FORGET = FORGET.bindparams(bindparam("numbers", expanding=True))
LEARN = text(f"INSERT INTO found (rowid, {COLUMNS}) SELECT id, {COLUMNS} FROM findable WHERE article = :number")


def project(connection: Connection, key: str) -> View | None:
    """Bring the derived tables to what `view_of` shows of an article now, and return that; nothing, where it is retracted."""
    numbers = connection.execute(select(tables.articles.c.id).where(tables.articles.c.key == key)).scalars().all()
    clear(connection, list(numbers))
    view = view_of(connection, key)
    if view is None:
        return None
    rows, parties = flat(view.whole, view.entries, view.verdicts, view.number)
    if rows:
        connection.execute(insert(tables.entries), rows)
    if parties:
        connection.execute(insert(tables.parties), parties)
    connection.execute(LEARN, {"number": view.number})
    keyed.learn(connection, view.number, rows, parties)
    return view


def clear(connection: Connection, numbers: list[int]) -> None:
    """Take the derived rows of these versions away; the index must be told first what it is to forget."""
    theirs = tables.entries.c.article.in_(numbers)
    connection.execute(FORGET, {"numbers": numbers})
    keyed.forget(connection, numbers)
    connection.execute(delete(tables.parties).where(tables.parties.c.entry.in_(select(tables.entries.c.id).where(theirs))))
    connection.execute(delete(tables.entries).where(theirs))


def rebuild(store: Store) -> int:
    """Make the derived tables of every article anew, and return how many articles there are."""
    with store.look() as connection:
        keys = connection.execute(select(tables.articles.c.key).distinct().order_by("key")).scalars().all()
    for key in keys:
        store.write(lambda connection, key=key: project(connection, key))  # type: ignore[misc]
    return len(keys)
