"""What an interrupted run has left in its output, and the place where it can go on."""

from __future__ import annotations

import json
from pathlib import Path

from dragoman.errors import UsageError

Key = tuple[str, str]
"""Id and SHA-256 of an article: what tells its record."""


def finished(path: Path) -> list[Key]:
    """The articles whose records stand whole in `path`, in their order; a half-written last line is cut off the file.

    A file that is not there holds none. Raises UsageError where a line before the last is no record.
    """
    if not path.exists():
        return []
    keys: list[Key] = []
    whole = 0
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            key = _key(line)
            if key is None:
                _demand_last(path, number, lines.read(1))
                break
            keys.append(key)
            whole += len(line)
    if path.stat().st_size > whole:
        with path.open("r+b") as file:
            file.truncate(whole)
    return keys


def _key(line: bytes) -> Key | None:
    """The key of the record on a line, None where the line is no whole record."""
    if not line.endswith(b"\n"):
        return None
    try:
        article = json.loads(line)["article"]
        return str(article["id"]), str(article["sha256"])
    except (ValueError, KeyError, TypeError):
        return None


def _demand_last(path: Path, number: int, rest: bytes) -> None:
    if rest:
        raise UsageError(f"{path}:{number}: not a record, so --resume cannot go on from here; name another file with --out")
