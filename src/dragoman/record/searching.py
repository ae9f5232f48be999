"""Entries found by words and fields, in the order of days; SQLite's FTS5 is spoken here and where the index is made, nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, text

from dragoman.record.days import first_day
from dragoman.record.flat import LAST_ROW, day_start
from dragoman.record.opening import Store
from dragoman.record.query import Query, Term, parse

SHOWN = (
    "entries.entry AS id, entries.kind, articles.key AS article, articles.title, articles.url, "
    "coalesce(entries.date, articles.date) AS date, entries.until, "
    "articles.outlet, entries.act, entries.type, entries.status, entries.speaker, entries.about, entries.state, "
    "entries.words, entries.confidence, entries.judgement, articles.date AS published, entries.local"
)

STATES = 13
"""The column of the states among these."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that was found: its lasting id, its article's key, title, URL, outlet, and what it says.

    `date` is the entry's own or else the article's, `published` the article's; `local` is the entry's id within its record; `speaker`,
    `about` and `states` are names, those of one field divided by " · ".
    """

    id: str
    kind: str
    article: str
    title: str | None
    url: str | None
    date: str | None
    until: str | None
    outlet: str | None
    act: str | None
    type: str | None
    status: str | None
    speaker: str
    about: str
    states: tuple[str, ...]
    words: str
    confidence: float | None
    judgement: str | None
    published: str | None
    local: str


def search(store: Store, query: str | Query, limit: int | None = None, *, oldest_first: bool = False) -> Iterator[Hit]:
    """The entries that fit, newest first, or oldest first; what has no date counts as the oldest.

    A day is the entry's own where it has one, else its article's; a month or a year counts as its first day. Raises UsageError where the
    query cannot be understood.
    """
    wanted = parse(query) if isinstance(query, str) else query
    statement, values = _statement(wanted, oldest_first)
    with store.look() as connection:
        rows = connection.execution_options(stream_results=True).execute(
            text(statement), {**values, "limit": -1 if limit is None else limit}
        )
        for row in rows:
            yield _hit(row)


@dataclass(frozen=True, slots=True)
class Brief:
    """Of an entry that was found its lasting id, its id within the record, its article's key, and its words."""

    id: str
    local: str
    article: str
    words: str


def together(store: Store, queries: Sequence[Query], kind: str, limit: int) -> tuple[Brief, ...]:
    """The entries of a kind among the newest `limit` of each query, each entry once, in no order: one question for all of them."""
    if not queries:
        return ()
    chosen, values = [], {"kind": kind, "limit": limit}
    for number, query in enumerate(queries):
        one, its = _chosen(query, "DESC", str(number))
        chosen.append(f"SELECT row FROM ({one})")
        values |= its
    statement = (
        "SELECT entries.entry AS id, entries.local, articles.key AS article, entries.words "
        f"FROM ({' UNION '.join(chosen)}) AS hits CROSS JOIN entries ON entries.id = hits.row AND entries.kind = :kind "
        "JOIN articles ON articles.id = entries.article"
    )
    with store.look() as connection:
        return tuple(Brief(*row) for row in connection.execute(text(statement), values))


def _statement(query: Query, oldest_first: bool) -> tuple[str, dict[str, Any]]:
    """The SQL of a query and its values."""
    order = "ASC" if oldest_first else "DESC"
    chosen, values = _chosen(query, order)
    return (
        f"SELECT {SHOWN} FROM ({chosen}) AS hits JOIN entries ON entries.id = hits.row "
        f"JOIN articles ON articles.id = entries.article ORDER BY hits.row {order}",
        values,
    )


def _chosen(query: Query, order: str, name: str = "") -> tuple[str, dict[str, Any]]:
    """The SQL that gives the rows of a query, `:limit` at most, and its values; `name` tells them from those of another."""
    last = day_start(first_day(query.before)) - 1 if query.before else LAST_ROW
    values: dict[str, Any] = {f"first{name}": day_start(first_day(query.after)), f"last{name}": last}
    if query.terms:
        values[f"match{name}"] = match(query.terms)
        where = f"found WHERE found MATCH :match{name} AND rowid >= :first{name} AND rowid <= :last{name}"
        return f"SELECT rowid AS row FROM {where} ORDER BY rowid {order} LIMIT :limit", values
    where = f"findable WHERE id >= :first{name} AND id <= :last{name}"
    return f"SELECT id AS row FROM {where} ORDER BY id {order} LIMIT :limit", values


def match(terms: tuple[Term, ...]) -> str:
    """The terms in the language of FTS5; every value stands in quotation marks, so that nothing in it is a command."""
    return " AND ".join(_term(term) for term in terms)


def _term(term: Term) -> str:
    quoted = '"' + re.sub(r'["\x00]', " ", term.words) + '"' + " *" * term.prefix
    return f"{term.field or 'words'} : {quoted}"


def _hit(row: Row[Any]) -> Hit:
    """The hit of a row, whose columns are those of SHOWN: the fields of a hit in their order."""
    states = tuple(part[:3] for part in row[STATES].split(" · ") if part)
    values: list[Any] = [*row[:STATES], states, *row[STATES + 1 :]]
    return Hit(*values)
