"""How the entries of an article changed from one version or reading to the next, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dragoman.formats import printable
from dragoman.record.adding import Changes
from dragoman.record.identity import Entry

WIDEST = 100
"""Characters of an entry's words that are shown."""


def lines(changes: Changes) -> Iterator[str]:
    """A line an entry: `+` new, `-` gone, `~` says something else, with each field before and after."""
    for mark, entries in (("-", changes.gone), ("+", changes.new)):
        for entry in entries:
            yield _line(mark, entry)
    for before, after in changes.changed:
        fields = "; ".join(f"{name} {_value(old)} → {_value(new)}" for name, old, new in _differences(before, after))
        yield f"{_line('~', after)}  {printable.line(fields)}"


def summary(changes: Changes) -> str:
    """The numbers: "3 new, 1 changed, 2 gone, 40 the same"."""
    return f"{len(changes.new)} new, {len(changes.changed)} changed, {len(changes.gone)} gone, {changes.same} the same"


def _line(mark: str, entry: Entry) -> str:
    return f"{mark} {entry.kind:<9} {entry.id}  {printable.line(_cut(entry.words))}"


def _differences(before: Entry, after: Entry) -> Iterator[tuple[str, Any, Any]]:
    for name, value in after.said.items():
        if before.said.get(name) != value:
            yield name, before.said.get(name), value


def _value(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_value, value)) or "nothing"
    return _cut(str(value)) if value is not None else "nothing"


def _cut(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= WIDEST else f"{words[: WIDEST - 1].rstrip()}…"
