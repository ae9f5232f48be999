"""Articles a page at a time, the last added first, with how many entries of each kind they have; and what tells that a record changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from dragoman.record import tables
from dragoman.record.opening import Store
from dragoman.record.viewing import Listed

NAMES = Listed.__slots__
DAY = len("2022-03-07")
NOT_SHOWN = ("rejected", "unsupported")


@dataclass(frozen=True, slots=True)
class Counted:
    """An article with the number of its entries that are shown, by kind."""

    article: Listed
    counts: dict[str, int]


def latest(store: Store, limit: int, offset: int = 0, since: str | None = None) -> tuple[Counted, ...]:
    """Articles that are shown, the last added first: `limit` after the first `offset`; with `since`, those added after that."""
    chosen = _shown(tables.articles.c.id, *(tables.articles.c[name] for name in NAMES))
    if since:
        chosen = chosen.where(tables.articles.c.added_at > since)
    with store.look() as connection:
        rows = connection.execute(chosen.order_by(tables.articles.c.id.desc()).limit(limit).offset(offset)).all()
        counts = _counts(connection, [row.id for row in rows])
    return tuple(Counted(Listed(*row[1:]), counts.get(row.id, {})) for row in rows)


def published(store: Store, since: str, until: str, limit: int) -> tuple[str, ...]:
    """The keys of articles that are shown and were published from the ISO day `since` to `until`, the last published first."""
    chosen = _shown(tables.articles.c.key).where(tables.articles.c.date.between(since, until))
    with store.look() as connection:
        return tuple(connection.execute(chosen.order_by(tables.articles.c.date.desc(), tables.articles.c.key).limit(limit)).scalars())


def last_day(store: Store) -> str | None:
    """The last day on which an article that is shown was published; None where no article has a day."""
    chosen = _shown(tables.articles.c.date).where(func.length(tables.articles.c.date) == DAY)
    with store.look() as connection:
        return connection.execute(chosen.order_by(tables.articles.c.date.desc()).limit(1)).scalar()


def totals(store: Store) -> dict[str, int]:
    """How many articles there are, retracted ones too, and how many rows the ledger has."""
    with store.look() as connection:
        articles = connection.execute(select(func.count(tables.articles.c.key.distinct()))).scalar_one()
        return {"articles": articles, "decisions": connection.execute(select(func.count(tables.ledger.c.id))).scalar_one()}


def revision(store: Store) -> str:
    """A short text that differs whenever what the record shows may differ."""
    kept = (tables.articles, tables.readings, tables.resolvings, tables.ledger)
    with store.look() as connection:
        return ".".join(str(connection.execute(select(func.max(table.c.id))).scalar() or 0) for table in kept)


def _shown(*columns: ColumnElement[Any]) -> Select[Any]:
    """These columns of the newest version of each article that is not retracted."""
    newer = tables.articles.alias("newer")
    last = ~select(newer.c.id).where(newer.c.key == tables.articles.c.key, newer.c.version > tables.articles.c.version).exists()
    return select(*columns).where(last, tables.articles.c.retracted_at.is_(None))


def _counts(connection: Connection, numbers: list[int]) -> dict[int, dict[str, int]]:
    shown = or_(tables.entries.c.judgement.is_(None), tables.entries.c.judgement.not_in(NOT_SHOWN))
    chosen = select(tables.entries.c.article, tables.entries.c.kind, func.count()).where(tables.entries.c.article.in_(numbers), shown)
    found: dict[int, dict[str, int]] = {}
    for article, kind, count in connection.execute(chosen.group_by(tables.entries.c.article, tables.entries.c.kind)):
        found.setdefault(article, {})[kind] = count
    return found
