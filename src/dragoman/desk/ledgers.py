"""The ledger in words: what a field held and holds, what was taken back, and which corrections can be taken back by themselves."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from dragoman.record import View
from dragoman.record.ledger import Row, standing

TAKEN_BACK = {
    "accept": "the acceptance of",
    "reject": "the rejection of",
    "retract": "the retraction of",
    "join": "the joining of",
    "split": "the splitting of",
}


def names(view: View) -> dict[str, str]:
    """For the lasting id of each entry a short name: that of an actor or a matter, the kind and number of any other."""
    return {one.id: one.words if one.kind in ("actor", "matter") else f"{one.kind} {one.local[1:]}" for one in view.entries}


def held(written: str | None, names: Mapping[str, str]) -> str:
    """What a field holds, as the ledger has it, in words: names in place of ids, a dash for nothing."""
    found = json.loads(written or "null")
    values = found if isinstance(found, list) else [found]
    return ", ".join(names.get(str(one), str(one)) for one in values if one is not None) or "–"


def taken_back(row: Row, rows: Iterable[Row]) -> str:
    """What an undo took back, before the name of the entry; the row that it undoes may be missing among the rows."""
    undone = next((one for one in rows if one.id == row.undoes), None)
    field = undone.field if undone else row.field
    if undone and undone.action in TAKEN_BACK:
        return TAKEN_BACK[undone.action]
    return f"the correction of {field.replace('_', ' ')} of" if field and field != "report" else "a decision on"


def undone(rows: Iterable[Row]) -> frozenset[int]:
    """The numbers of the rows that others took back."""
    return frozenset(row.undoes for row in rows if row.action == "undo" and row.undoes)


def correctable(rows: Iterable[Row], entry: str) -> frozenset[int]:
    """The corrections of an entry that can be taken back by themselves: of each field the last that stands."""
    last = {row.field: row.id for row in standing(rows) if row.entry == entry and row.action == "correct"}
    return frozenset(last.values())
