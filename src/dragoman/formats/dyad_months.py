"""Dyad months as CSV: what one state did towards another in a month, by quad class, with COW codes (`analysis/dyads.py`)."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dragoman.analysis.dyads import DyadMonth, months
from dragoman.analysis.merging import merged
from dragoman.formats.filling import Filling
from dragoman.formats.quads import QUADS
from dragoman.knowledge import Knowledge
from dragoman.record import View
from dragoman.record.ledger import Row
from dragoman.values import Record

FILE = "dyads.csv"
COLUMNS = (
    *("month", "source", "source_cow", "target", "target_cow"),
    *(quad.key.replace("-", "_") for quad in QUADS),
    *("acts", "reports", "score", "entries"),
)


def write(views: Iterable[View], out: Path) -> Filling:
    """Write `dyads.csv`. An act that several articles report counts once; what people joined and split holds."""
    filling = Filling()
    filling.table("dyads", COLUMNS)
    records: list[Record] = []
    decisions: list[Row] = []
    for view in views:
        records.append(view.record)
        decisions += view.decisions
    with (out / FILE).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for one in months(merged(records, decisions), Knowledge.load()):
            row = _row(one)
            filling.count("dyads", row)
            writer.writerow("" if cell is None else cell for cell in row.values())
    return filling


def _row(one: DyadMonth) -> dict[str, Any]:
    cells = (one.month, one.source, one.source_cow, one.target, one.target_cow, *one.counts)
    return dict(zip(COLUMNS, (*cells, one.acts, one.reports, one.score, " ".join(one.entries)), strict=True))
