"""Positions of the current view as rows: who stands how on what, in which article; the derived tables alone are asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, or_, select

from dragoman.record import tables
from dragoman.record.opening import Store

NOT_SHOWN = ("rejected", "unsupported")
BEYOND_ASCII = "*[^ -~]*"


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a position: a name, its kind (an actor's, or matter), its state and sector."""

    name: str
    kind: str | None
    state: str | None
    sector: str | None


@dataclass(frozen=True, slots=True)
class Standpoint:
    """A position: the lasting id of its entry, its article's key and date, who stands so, on whom or what, and the stance."""

    entry: str
    article: str
    date: str | None
    actor: Party
    target: Party
    stance: str


def standpoints(store: Store, articles: Sequence[str], *, state: str | None = None, name: str | None = None) -> tuple[Standpoint, ...]:
    """The positions that the articles of these keys show, the newest article first.

    With `state` only those of who acts for it, with `name` of who is called so, whatever the capitals. The articles are few and the
    positions of a record many, so the indices on kinds and states and the order of rows are kept from use.
    """
    actor, target = tables.parties.alias("actor"), tables.parties.alias("target")
    sides = [side.c[name] for side in (actor, target) for name in Party.__slots__]
    shown = or_(tables.entries.c.judgement.is_(None), tables.entries.c.judgement.not_in(NOT_SHOWN))
    chosen = (
        select(tables.entries.c.id, tables.entries.c.entry, tables.articles.c.key, tables.articles.c.date, tables.entries.c.type, *sides)
        .join(tables.articles, tables.articles.c.id == tables.entries.c.article)
        .join(actor, (actor.c.entry == tables.entries.c.id) & (actor.c.role == "actor"))
        .join(target, (target.c.entry == tables.entries.c.id) & (target.c.role == "target"))
        .where(tables.articles.c.key.in_(articles), tables.entries.c.kind.concat("") == "position", shown)
    )
    if state is not None:
        chosen = chosen.where(actor.c.state.concat("") == state)
    if name is not None:  # SQLite knows the capitals of ASCII alone
        chosen = chosen.where(or_(func.lower(actor.c.name) == name.casefold(), actor.c.name.op("GLOB")(BEYOND_ASCII)))
    with store.look() as connection:
        rows = sorted(connection.execute(chosen).all(), key=lambda row: -row[0])
    if name is not None:
        rows = [row for row in rows if row[5].casefold() == name.casefold()]
    return tuple(Standpoint(row[1], row[2], row[3], Party(*row[5:9]), Party(*row[9:13]), row[4] or "") for row in rows)
