"""Floors: what a figure must reach, which only rises.

`floors.json` holds {task: {split: {figure: floor}}}. A floor lies just below the lower end of the interval that was measured
when it was set, so that noise alone does not break it; where lower is better it is a most, just above the upper end.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from pathlib import Path

from evaluation.figures import LEAST_N, Row

Floors = dict[str, dict[str, dict[str, float]]]

PATH = Path(__file__).with_name("floors.json")
STEPS = 1000
"""Floors are whole thousandths."""


def load(path: Path = PATH) -> Floors:
    """The floors of a file."""
    floors: Floors = json.loads(path.read_text(encoding="utf-8"))
    return floors


def save(floors: Floors, path: Path = PATH) -> None:
    """Writes the floors, sorted, so that a change shows as a changed line."""
    path.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def holds(row: Row, floor: float) -> bool:
    """Whether the figure reaches its floor; one that could not be measured does not."""
    if row.value is None:
        return False
    return row.value >= floor if row.figure.better == "higher" else row.value <= floor


def candidate(row: Row) -> float | None:
    """The floor that a measurement supports, None where it has too few items or no interval."""
    if row.n < LEAST_N or row.low is None or row.high is None:
        return None
    if row.figure.better == "higher":
        floor = (math.ceil(row.low * STEPS) - 1) / STEPS
        return floor if floor > 0 else None
    return (math.floor(row.high * STEPS) + 1) / STEPS


def stricter(row: Row, new: float, old: float | None) -> bool:
    """Whether `new` asks more than `old`."""
    if old is None:
        return True
    return new > old if row.figure.better == "higher" else new < old


def lifted(floors: dict[str, float], rows: Iterable[Row]) -> dict[str, float]:
    """The floors of one task and split after a measurement: none is eased, none rests on fewer than 30 items."""
    risen = dict(floors)
    for row in rows:
        new = candidate(row)
        if new is not None and stricter(row, new, floors.get(row.name)):
            risen[row.name] = new
    return risen
