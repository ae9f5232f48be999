"""What people decided, as a pure function of the ledger's rows."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

JUDGING = ("accept", "reject", "correct")
MERGING = ("join", "split")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the ledger. `old` and `new` are JSON; `undoes` is the id of the row that an undo takes back."""

    id: int
    at: str
    who: str
    action: str
    article: str
    entry: str | None = None
    field: str | None = None
    old: str | None = None
    new: str | None = None
    why: str | None = None
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What stands decided of an entry: accepted, rejected or corrected, the corrected fields, and the rows that say so, oldest first."""

    verdict: str
    corrections: tuple[tuple[str, Any], ...]
    rows: tuple[Row, ...]


def standing(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows that no later row takes back, oldest first; undos themselves are left out."""
    ordered = sorted(rows, key=lambda row: row.id)
    undone = {row.undoes for row in ordered if row.action == "undo"}
    return tuple(row for row in ordered if row.action != "undo" and row.id not in undone)


def judgements(rows: Iterable[Row]) -> dict[str, Judgement]:
    """The judgement of each entry that has one.

    The last of accept and reject holds. An accept or a correction after a rejection takes the entry in again; of several corrections of a
    field the last holds.
    """
    by_entry: dict[str, list[Row]] = defaultdict(list)
    for row in standing(rows):
        if row.entry and row.action in JUDGING:
            by_entry[row.entry].append(row)
    return {entry: _judgement(found) for entry, found in by_entry.items()}


def _judgement(rows: list[Row]) -> Judgement:
    corrections = {row.field: json.loads(row.new or "null") for row in rows if row.action == "correct" and row.field}
    verdict = "rejected" if rows[-1].action == "reject" else "corrected" if corrections else "accepted"
    return Judgement(verdict, tuple(corrections.items()), tuple(rows))
