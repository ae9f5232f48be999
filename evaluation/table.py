"""The one table, the same shape for every task."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.table import Table

from evaluation import floors
from evaluation.figures import LEAST_N, Row

COLUMNS = ("task", "genre", "figure", "value", "n", "95 % interval", "floor", "published")
NUMBERS = ("value", "n", "95 % interval", "floor")


def table(task: str, rows: Sequence[Row], least: Mapping[str, float]) -> Table:
    """A row a figure; `least` holds the floors of the task on this split."""
    drawn = Table(box=None, pad_edge=False, header_style="bold")
    for column in COLUMNS:
        drawn.add_column(column, justify="right" if column in NUMBERS else "left", no_wrap=column != "published")
    for row in rows:
        drawn.add_row(*_cells(task, row, least))
    return drawn


def _cells(task: str, row: Row, least: Mapping[str, float]) -> tuple[str, ...]:
    floor = least.get(row.name) if row.group == "all" else None
    value = "–" if row.value is None or not row.n else f"{row.value:.3f}"
    interval = f"{row.low:.3f}–{row.high:.3f}" if row.low is not None and row.high is not None else "–"
    return task, row.group, row.name, value, str(row.n), interval, _floor_cell(row, floor), row.figure.reference


def _floor_cell(row: Row, floor: float | None) -> str:
    if floor is None:
        return "n < 30" if row.n < LEAST_N else ""
    sign = "≥" if row.figure.better == "higher" else "≤"
    return f"{sign} {floor:.3f}" + ("" if floors.holds(row, floor) else " MISSED")
