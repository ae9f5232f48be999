"""Records that were stored: JSON, one object a file or one a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from dragoman.errors import CorpusError, UsageError
from dragoman.values import SCHEMA, Record


def records(path: Path) -> Iterator[Record | CorpusError]:
    """Each record of a file, or what is wrong with its line. Raises UsageError where the file cannot be read."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read ({error}); name a file that `dragoman read --json` wrote") from None
    lines = [text] if text.lstrip().startswith("{\n") else text.split("\n")
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _record(line, f"{path}:{number}")


def _record(line: str, place: str) -> Record | CorpusError:
    try:
        data = json.loads(line)
        if data["schema"] != SCHEMA:
            return CorpusError(f"{place}: a record of schema {data['schema']}, this program knows {SCHEMA}; read the article again")
        return Record.from_dict(data)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        return CorpusError(f"{place}: no record ({type(error).__name__}: {error}); give what `dragoman read --json` wrote")
