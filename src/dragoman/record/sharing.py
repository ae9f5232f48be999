"""The entries that share a word with another one, looked up in the index of words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection, literal, select, text

from dragoman.knowledge.names import key
from dragoman.record import tables
from dragoman.record.flat import LAST_ROW, day_start

_HAVING = text(  # CROSS JOIN and + keep SQLite from gathering all entries of the kind first
    "SELECT entries.article, entries.local, entries.type, entries.status, entries.words, entries.date, entries.until, articles.date "
    "FROM found CROSS JOIN entries ON entries.id = found.rowid CROSS JOIN articles ON articles.id = entries.article "
    "WHERE found MATCH :match AND found.rowid >= :first AND found.rowid < :last AND +entries.kind = :kind"
)

_OF_TYPE = text(
    "SELECT entries.article, entries.local, entries.type, entries.status, entries.words, entries.date, entries.until, articles.date "
    "FROM found CROSS JOIN entries ON entries.id = found.rowid CROSS JOIN articles ON articles.id = entries.article "
    "WHERE found MATCH :match AND found.rowid >= :first AND found.rowid < :last AND +entries.kind = 'event' AND +entries.type = :type"
)

_ORGANISATIONS = text(  # + keeps it from looking through all parties of the state for each entry that is found
    "SELECT DISTINCT parties.name FROM found CROSS JOIN parties ON parties.entry = found.rowid "
    "WHERE found MATCH :match AND +parties.state = :state AND parties.kind = 'organisation' "
    "AND parties.role IN ('source', 'co_source', 'actor', 'recipient')"
)

Look = Connection
"""What `Store.look` gives, for those who keep it open."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands: the number of its article's version and its id within the record; its type, status, words and days.

    `published` is the date of its article.
    """

    article: int
    local: str
    type: str | None = None
    status: str | None = None
    words: str = ""
    date: str | None = None
    until: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Entries of a kind that have one of the forms of a word; those that lie between two days (ordinals), else of all days.

    The day of an entry is the first of its own date, or else of its article's.
    """

    kind: str
    forms: tuple[str, ...]
    days: tuple[int, int] | None = None


def having(connection: Connection, wanted: Wanted, fits: Callable[[Place], bool], most: int) -> tuple[Place, ...] | None:
    """The entries that are wanted, are shown and of which `fits` says so; None if over `most`."""
    anyone = " OR ".join(f'"{form}"' for form in wanted.forms)
    first, last = (day_start(wanted.days[0]), day_start(wanted.days[1] + 1)) if wanted.days else (0, LAST_ROW)
    values = {"match": f"words : ({anyone})", "kind": wanted.kind, "first": first, "last": last}
    found: list[Place] = []
    rows = connection.execution_options(stream_results=True).execute(_HAVING, values)
    for row in rows:
        place = Place(*row)
        if fits(place):
            if len(found) == most:
                rows.close()
                return None
            found.append(place)
    return tuple(found)


def of_type(connection: Connection, kind: str, days: tuple[int, int]) -> tuple[Place, ...]:
    """The events of a type that lie between two days (ordinals), both in them; the day of an event is that of `Wanted`."""
    first, last = (day_start(max(0, day)) for day in (days[0], days[1] + 1))
    values = {"match": f'kind : "event" AND type : "{kind}"', "type": kind, "first": first, "last": last}
    return tuple(Place(*row) for row in connection.execute(_OF_TYPE, values))


def placed(connection: Connection, identifier: str) -> Place | None:
    """Where the entry of that lasting id stands; None where none has it."""
    entries = tables.entries.c
    row = connection.execute(
        select(entries.article, entries.local, entries.type, entries.status).where(entries.entry == identifier)
    ).first()
    return Place(*row) if row else None


def organisations(connection: Connection, state: str, word: str) -> frozenset[str]:
    """The names that have a word, of organisations of a state that say anything or take part in a deed."""
    values = {"match": f'{{speaker about}} : "{word.replace(chr(34), " ")}" AND state : "{state}"', "state": state}
    names = connection.execute(_ORGANISATIONS, values).scalars()
    return frozenset(name for name in names if word in key(name).lower().split())


def doing(connection: Connection, state: str) -> tuple[Place, ...]:
    """The events in which somebody of the state takes part, without their words."""
    entries, articles = tables.entries.c, tables.articles.c
    taking = select(tables.parties.c.entry).where(tables.parties.c.state == state, tables.parties.c.role.in_(("actor", "recipient")))
    columns = (entries.article, entries.local, entries.type, entries.status, literal(""), entries.date, entries.until, articles.date)
    chosen = select(*columns).join(tables.articles).where(entries.id.in_(taking), entries.kind == "event")
    return tuple(Place(*row) for row in connection.execute(chosen))
