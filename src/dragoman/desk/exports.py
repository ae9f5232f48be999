"""Hits as files: CSV for spreadsheets, JSON for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import asdict, fields

from starlette.responses import Response

from dragoman.formats import printable
from dragoman.record.searching import Hit

MOST = 5_000
"""Entries of one file."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for the beginning of a formula."""

COLUMNS = tuple(field.name for field in fields(Hit))


def answer(hits: Iterable[Hit], form: str, name: str) -> Response:
    """The hits as a file to be saved, `form` csv or json."""
    text, kind = (as_csv(hits), "text/csv") if form == "csv" else (as_json(hits), "application/json")
    return Response(text, media_type=f"{kind}; charset=utf-8", headers={"Content-Disposition": f'attachment; filename="{name}.{form}"'})


def as_json(hits: Iterable[Hit]) -> str:
    """A JSON array, an object an entry."""
    return json.dumps([asdict(hit) for hit in hits], ensure_ascii=False, indent=1)


def as_csv(hits: Iterable[Hit]) -> str:
    """A table with a header; a cell that a spreadsheet would take for a formula begins with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for hit in hits:
        writer.writerow([_cell(getattr(hit, name)) for name in COLUMNS])
    return out.getvalue()


def _cell(value: object) -> str:
    text = printable.plain(" ".join(value) if isinstance(value, tuple) else "" if value is None else str(value))
    return f"'{text}" if text.startswith(FORMULA) else text
