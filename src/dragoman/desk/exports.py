"""Rows (hits, pieces of evidence) as files: CSV for spreadsheets, JSON for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import asdict, fields
from typing import Any

from starlette.responses import Response

from dragoman.formats import printable
from dragoman.record.searching import Hit

MOST = 5_000
"""Entries of one file."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for the beginning of a formula."""


def answer(rows: Iterable[Any], form: str, name: str, kind: type[Any] = Hit) -> Response:
    """Dataclasses of one kind as a file to be saved, `form` csv or json."""
    text, media = (as_csv(rows, kind), "text/csv") if form == "csv" else (as_json(rows), "application/json")
    return Response(text, media_type=f"{media}; charset=utf-8", headers={"Content-Disposition": f'attachment; filename="{name}.{form}"'})


def as_json(rows: Iterable[Any]) -> str:
    """A JSON array, an object a row."""
    return json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1)


def as_csv(rows: Iterable[Any], kind: type[Any]) -> str:
    """A table with a header, several values of a cell parted by "; "; what a spreadsheet takes for a formula begins with an apostrophe."""
    columns = [field.name for field in fields(kind)]
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(getattr(row, name)) for name in columns])
    return out.getvalue()


def _cell(value: object) -> str:
    text = printable.plain("; ".join(value) if isinstance(value, tuple) else "" if value is None else str(value))
    return f"'{text}" if text.startswith(FORMULA) else text
