"""Writing on condition that nobody decided in the meantime: two reviewers at once, and no decision is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Connection, func, select

from dragoman.errors import OutdatedError
from dragoman.record import tables
from dragoman.record.ledger import Row
from dragoman.record.opening import Store

T = TypeVar("T")


@dataclass(frozen=True)
class Expecting(Store):
    """A store that writes only where the ledger's last row on an entry is still the one that the writer saw, 0 where there was none."""

    entry: str
    seen: int

    def write(self, work: Callable[[Connection], T]) -> T:
        """What `Store.write` does. Raises OutdatedError where another row stands last, and nothing is changed."""

        def checked(connection: Connection) -> T:
            last = _last(connection, self.entry)
            if (last.id if last else 0) != self.seen:
                raise OutdatedError(_told(self.entry, last))
            return work(connection)

        return Store.write(self, checked)


def expecting(store: Store, entry: str, seen: int) -> Store:
    """The same store, for one decision on an entry of which the row `seen` was the last when it was shown."""
    return Expecting(store.name, store.engine, entry, seen)


def last_rows(store: Store, article: str) -> dict[str, int]:
    """For each entry of an article that the ledger names, the number of its last row."""
    chosen = select(tables.ledger.c.entry, func.max(tables.ledger.c.id)).where(
        tables.ledger.c.article == article, tables.ledger.c.entry.is_not(None)
    )
    with store.look() as connection:
        return {row[0]: row[1] for row in connection.execute(chosen.group_by(tables.ledger.c.entry))}


def _last(connection: Connection, entry: str) -> Row | None:
    chosen = select(tables.ledger).where(tables.ledger.c.entry == entry).order_by(tables.ledger.c.id.desc()).limit(1)
    row = connection.execute(chosen).first()
    return Row(**row._mapping) if row else None


def _told(entry: str, last: Row | None) -> str:
    if last is None:
        return f"{entry}: what you saw was decided is not in the record; look at the entry again and decide then"
    done = {"accept": "accepted it", "reject": "rejected it", "correct": f"corrected its {last.field}", "undo": "took a decision back"}
    what = done.get(last.action, last.action)
    return f"{entry}: {last.who} {what} at {last.at}, after you had opened it; nothing was changed: look at it again and decide then"
