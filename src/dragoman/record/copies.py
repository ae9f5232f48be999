"""Near copies: the same report under another address, as when an agency's text is printed by many.

Two texts are near copies where they share most of their runs of five words (shingles; Broder 1997). Only articles within a week of each
other are compared, since formulas come again: of all pairs within a week in the Wikinews and White House corpora, which hold no copies,
none shares more than 0.36, while notices a year apart share up to 0.89.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import blake2b

from sqlalchemy import ColumnElement, Connection, delete, insert, or_, select

from dragoman.record import tables
from dragoman.record.adding import present
from dragoman.record.opening import Store
from dragoman.values import Article

RUN = 5
"""Words of a shingle."""

LEAST = 0.6
"""The share of their shingles (of all that either has) from which on two texts are near copies."""

DAYS = 7
"""Days by which two articles may be apart to be compared; one without a date is compared with all that have none."""

SKETCH = 128
"""The smallest digests of a text's shingles, by which its like are found before the texts themselves are compared."""

WORTH = LEAST / 2
"""The share of the sketch that must be common for the texts to be compared; of 128 drawn this misses a true copy once in millions."""


@dataclass(frozen=True, slots=True)
class Copy:
    """An article of the record that another is a near copy of, and the share of their shingles that both have."""

    of: str
    share: float


@dataclass(frozen=True)
class Copies:
    """Looks for near copies in a record; it remembers the sketches of the versions that it has seen."""

    store: Store
    sketches: dict[int, frozenset[bytes]] = field(default_factory=dict)

    def original(self, article: Article) -> Copy | None:
        """The article of the record that shares most with this one, if it is a near copy of it; None for one that is there itself."""
        key = article.url or article.id
        with self.store.look() as connection:
            if connection.execute(select(tables.articles.c.id).where(tables.articles.c.key == key).limit(1)).first():
                return None
            mine = shingles(article.text)
            sketch = _sketch(mine)
            alike = [number for number in self._near(connection, article.date) if _common(sketch, self.sketches[number]) >= WORTH]
            chosen = select(tables.articles.c.key, tables.articles.c.text).where(tables.articles.c.id.in_(alike))
            found = [Copy(row.key, resemblance(mine, shingles(row.text))) for row in connection.execute(chosen)]
        best = max(found, key=lambda copy: (copy.share, copy.of), default=None)
        return best if best and best.share >= LEAST else None

    def _near(self, connection: Connection, day: str | None) -> list[int]:
        """The numbers of the newest versions within the days, their sketches made."""
        newer = tables.articles.alias("newer")
        later = select(newer.c.id).where(
            newer.c.key == tables.articles.c.key, newer.c.id > tables.articles.c.id, newer.c.retracted_at.is_(None)
        )
        near = select(tables.articles.c.id).where(_within(day), tables.articles.c.retracted_at.is_(None), ~later.exists())
        numbers = [int(number) for number in connection.execute(near).scalars()]
        fresh = [number for number in numbers if number not in self.sketches]
        for number in fresh:
            text = connection.execute(select(tables.articles.c.text).where(tables.articles.c.id == number)).scalar_one()
            self.sketches[number] = _sketch(shingles(text))
        return numbers


def note(store: Store, article: Article, copy: Copy) -> None:
    """Keep that an article was not added, and of which it is a near copy."""
    key = article.url or article.id
    row = {"key": key, "of": copy.of, "share": copy.share, "seen_at": present()}
    row |= {name: getattr(article, name) for name in ("title", "outlet", "date")}

    def work(connection: Connection) -> None:
        connection.execute(delete(tables.copies).where(tables.copies.c.key == key))
        connection.execute(insert(tables.copies), row)

    store.write(work)


def noted(store: Store) -> tuple[tuple[str, Copy], ...]:
    """The keys of the articles that were not added, each with what it is a near copy of."""
    with store.look() as connection:
        rows = connection.execute(select(tables.copies).order_by(tables.copies.c.key)).all()
    return tuple((row.key, Copy(row.of, row.share)) for row in rows)


def shingles(text: str) -> frozenset[bytes]:
    """Digests of the runs of words of a text; a shorter text is one run."""
    words = text.casefold().split()
    runs = (" ".join(words[start : start + RUN]) for start in range(max(1, len(words) - RUN + 1)))
    return frozenset(blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest() for run in runs)


def resemblance(one: frozenset[bytes], other: frozenset[bytes]) -> float:
    """The share of all their shingles that both have, 0 to 1."""
    return len(one & other) / len(one | other)


def _sketch(found: frozenset[bytes]) -> frozenset[bytes]:
    return frozenset(heapq.nsmallest(SKETCH, found))


def _common(one: frozenset[bytes], other: frozenset[bytes]) -> float:
    """The resemblance of two texts as their sketches let it be guessed: that of the smallest digests of both."""
    smallest = frozenset(heapq.nsmallest(SKETCH, one | other))
    return len(smallest & one & other) / len(smallest)


def _within(day: str | None) -> ColumnElement[bool]:
    """The condition that an article lies within the days; a month or a year stands for its whole length."""
    column = tables.articles.c.date
    if not day:
        return column.is_(None)
    first = date.fromisoformat(f"{day}-01-01"[:10])
    last = first + timedelta(days={4: 366, 7: 31}.get(len(day), 0))
    low, high = (first - timedelta(days=DAYS)).isoformat(), (last + timedelta(days=DAYS)).isoformat()
    return or_(column.between(low, high), column.in_(sorted({low[:7], high[:7], low[:4], high[:4], day[:7], day[:4]})))
