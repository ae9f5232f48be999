"""The articles themselves, without what was read in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, func, select

from dragoman.record import keyed, tables
from dragoman.record.narrowing import keys_of
from dragoman.record.opening import Store
from dragoman.record.packing import article_of
from dragoman.values import Article

BATCH = 200


def texts(store: Store, keys: Sequence[str]) -> Iterator[Article]:
    """The newest version of each article of these keys that is shown, in their order."""
    shown = _shown(select(tables.articles))
    for first in range(0, len(keys), BATCH):
        chosen = keys[first : first + BATCH]
        with store.look() as connection:
            found = {row.key: article_of(row) for row in connection.execute(shown.where(tables.articles.c.key.in_(chosen)))}
        yield from (found[key] for key in chosen if key in found)


def texts_sharing(store: Store, quotations: Sequence[Mapping[tuple[str, str], float]], share: float) -> Iterator[Article]:
    """The articles that are shown and can have so much of one of the quotations, in the order of their keys (`keyed.sharing`)."""
    with store.look() as connection:
        found = keys_of(connection, keyed.sharing(connection, quotations, share))
    yield from texts(store, found)


def number_of_texts(store: Store, without: str) -> int:
    """How many articles are shown, those whose text has this SHA-256 apart."""
    with store.look() as connection:
        chosen = _shown(select(func.count(tables.articles.c.id)).where(tables.articles.c.sha256 != without))
        return int(connection.execute(chosen).scalar_one())


def _shown(chosen: Select[Any]) -> Select[Any]:
    """Of the articles chosen the newest versions that are not retracted."""
    newer = tables.articles.alias("newer")
    last = ~select(newer.c.id).where(newer.c.key == tables.articles.c.key, newer.c.version > tables.articles.c.version).exists()
    return chosen.where(last, tables.articles.c.retracted_at.is_(None))
