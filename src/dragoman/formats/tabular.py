"""CSV and Parquet: every table of a record (`flat.py`) as a file, and a description of them all (`datapackage.json`, Frictionless).

CSV is UTF-8 with commas and line feeds; a cell with several values holds them as a JSON array, nothing is an empty cell. Parquet has lists.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from dragoman.errors import UsageError
from dragoman.formats.filling import Filling
from dragoman.formats.flat import TABLES, Column, rows
from dragoman.record import View

Tables = Mapping[str, tuple[Column, ...]]
"""Tables by name with the columns that are to be written."""

TYPES = {str: "string", int: "integer", float: "number"}


def write_csv(views: Iterable[View], out: Path, tables: Tables = TABLES) -> Filling:
    """Write `TABLE.csv` for each table, and the description of their columns."""
    filling = _filling(tables)
    with ExitStack() as stack:
        writers = {}
        for name, columns in tables.items():
            file = stack.enter_context((out / f"{name}.csv").open("w", encoding="utf-8", errors="backslashreplace", newline=""))
            writers[name] = csv.writer(file, lineterminator="\n")
            writers[name].writerow([column.name for column in columns])
        for view in views:
            for name, row in rows(view):
                kept = {column.name: row[column.name] for column in tables[name]}
                filling.count(name, kept)
                writers[name].writerow([_cell(cell) for cell in kept.values()])
    _describe(out, "csv", tables)
    return filling


def write_parquet(views: Iterable[View], out: Path, tables: Tables = TABLES) -> Filling:
    """Write `TABLE.parquet` for each table, and the description. Raises UsageError where polars is not installed."""
    try:
        import polars
    except ImportError as error:
        raise UsageError("parquet: needs polars; install it with: pip install 'dragoman[tables]', or export csv") from error
    filling = _filling(tables)
    collected: dict[str, list[dict[str, Any]]] = {name: [] for name in tables}
    for view in views:
        for name, row in rows(view):
            kept = {column.name: row[column.name] for column in tables[name]}
            filling.count(name, kept)
            collected[name].append(kept)
    kinds = {str: polars.String, int: polars.Int64, float: polars.Float64}
    for name, columns in tables.items():
        schema = {column.name: polars.List(kinds[column.type]) if column.many else kinds[column.type] for column in columns}
        polars.DataFrame(collected[name], schema=schema, orient="row").write_parquet(out / f"{name}.parquet")
    _describe(out, "parquet", tables)
    return filling


def _filling(tables: Tables) -> Filling:
    filling = Filling()
    for name, columns in tables.items():
        filling.table(name, tuple(column.name for column in columns))
    return filling


def _cell(cell: Any) -> Any:
    if isinstance(cell, list):
        return json.dumps(cell, ensure_ascii=False) if cell else ""
    return "" if cell is None else cell


def _describe(out: Path, suffix: str, tables: Tables) -> None:
    resources = [
        {"name": name, "path": f"{name}.{suffix}", "schema": {"fields": [_field(column) for column in columns]}}
        for name, columns in tables.items()
    ]
    text = json.dumps({"name": "dragoman", "resources": resources}, indent=1) + "\n"
    (out / "datapackage.json").write_text(text, encoding="utf-8")


def _field(column: Column) -> dict[str, str]:
    return {"name": column.name, "type": "array" if column.many else TYPES[column.type]}
