"""The articles themselves, without what was read in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import select

from dragoman.record import tables
from dragoman.record.opening import Store
from dragoman.record.packing import article_of
from dragoman.values import Article

BATCH = 200


def texts(store: Store, keys: Sequence[str]) -> Iterator[Article]:
    """The newest version of each article of these keys that is shown, in their order."""
    newer = tables.articles.alias("newer")
    last = ~select(newer.c.id).where(newer.c.key == tables.articles.c.key, newer.c.version > tables.articles.c.version).exists()
    shown = select(tables.articles).where(last, tables.articles.c.retracted_at.is_(None))
    for first in range(0, len(keys), BATCH):
        chosen = keys[first : first + BATCH]
        with store.look() as connection:
            found = {row.key: article_of(row) for row in connection.execute(shown.where(tables.articles.c.key.in_(chosen)))}
        yield from (found[key] for key in chosen if key in found)
