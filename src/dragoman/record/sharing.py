"""The entries that share a word with another one, looked up in the index of words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select, text

from dragoman.record import tables

_HAVING = text(  # CROSS JOIN and + keep SQLite from gathering all entries of the kind first
    "SELECT entries.article, entries.local, entries.type, entries.status, entries.words FROM found "
    "CROSS JOIN entries ON entries.id = found.rowid WHERE found MATCH :match AND +entries.kind = :kind"
)


Look = Connection
"""What `Store.look` gives, for those who keep it open."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands: the number of its article's version and its id within the record; and its type and status."""

    article: int
    local: str
    type: str | None = None
    status: str | None = None


def having(connection: Connection, kind: str, forms: Sequence[str], fits: Callable[[str], bool], most: int) -> tuple[Place, ...] | None:
    """The entries of a kind that are shown and have one of the words, of those that `fits` says by all their words; None if over `most`."""
    anyone = " OR ".join(f'"{form}"' for form in forms)
    found: list[Place] = []
    rows = connection.execution_options(stream_results=True).execute(_HAVING, {"match": f"words : ({anyone})", "kind": kind})
    for row in rows:
        if fits(row.words):
            if len(found) == most:
                rows.close()
                return None
            found.append(Place(*row[:4]))
    return tuple(found)


def placed(connection: Connection, identifier: str) -> Place | None:
    """Where the entry of that lasting id stands; None where none has it."""
    entries = tables.entries.c
    row = connection.execute(
        select(entries.article, entries.local, entries.type, entries.status).where(entries.entry == identifier)
    ).first()
    return Place(*row) if row else None


def doing(connection: Connection, state: str) -> tuple[Place, ...]:
    """The events in which somebody of the state takes part."""
    entries = tables.entries.c
    taking = select(tables.parties.c.entry).where(tables.parties.c.state == state, tables.parties.c.role.in_(("actor", "recipient")))
    chosen = select(entries.article, entries.local, entries.type, entries.status).where(entries.id.in_(taking), entries.kind == "event")
    return tuple(Place(*row) for row in connection.execute(chosen))
