"""Where results go: stdout or the file of --out, in the form that was asked for."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, TextIO

from dragoman.errors import UsageError
from dragoman.formats import html, json, markdown
from dragoman.values import Record

STANDARD = Path("-")


@contextmanager
def opened(path: Path | None, mode: Literal["w", "a"] = "w") -> Iterator[TextIO]:
    """The file at `path` for writing, stdout where it is None or `-`. Raises UsageError where it cannot be written."""
    if path is None or path == STANDARD:
        yield sys.stdout
        return
    try:
        file = path.open(mode, encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror}); name another file") from error
    with file:
        try:
            yield file
        except OSError as error:
            raise UsageError(f"{path}: writing failed ({error.strerror}); make room or name another file") from error


def write_line(record: Record, out: TextIO) -> None:
    """The record as one line of JSON, written and flushed at once, so that what is there is whole."""
    out.write(json.line(record) + "\n")
    out.flush()


def write_markdown(record: Record, out: TextIO) -> None:
    """The record as Markdown."""
    out.write(markdown.render(record))


def write_terminal(record: Record, seconds: float, out: TextIO) -> None:
    """The record for people, in colour where `out` is a terminal that shows colour."""
    from rich.console import Console

    from dragoman.formats import terminal

    Console(file=out, highlight=False, emoji=False).print(terminal.render(record, seconds))


def write_page(record: Record, path: Path) -> None:
    """The page at `path`. Raises UsageError where it cannot be written."""
    with opened(path) as out:
        out.write(html.render(record))
