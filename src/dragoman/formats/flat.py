"""A record as tables: a row an entry, a table a kind. What CSV and Parquet hold.

Every entry is named by its lasting id (`id`), and names others by theirs, so that tables can be joined; `article` is the article's key. A
span becomes three columns, `_start`, `_end` and `_text`. Codes are strings.
"""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dragoman.record import View
from dragoman.record.identity import KINDS
from dragoman.values import Actor, Check, Event, Location, Matter, Place, Position, Span, Statement, Tie, Timex, Vote

Row = dict[str, Any]

VALUES = (Actor, Matter, Statement, Event, Vote, Tie, Position, Timex, Place)
REFERENCES = frozenset(
    (
        "parties source co_sources addressees via within about actors recipients reported_in disputed_by "
        "voters subject object actor target evidence"
    ).split()
)
"""The fields that name other entries; a vote's subject and evidence and a tie's evidence hold none of their ids and stay as they are."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the type of its cells (str, int, float), and whether a cell holds several."""

    name: str
    type: type
    many: bool = False


def _columns(name: str, annotation: Any) -> Iterator[Column]:
    """The columns of a field of that type."""
    if isinstance(annotation, types.UnionType):
        annotation = next(option for option in typing.get_args(annotation) if option is not types.NoneType)
    many = typing.get_origin(annotation) is tuple
    kind = typing.get_args(annotation)[0] if many else annotation
    if kind is Span:
        yield from (Column(f"{name}_start", int, many), Column(f"{name}_end", int, many), Column(f"{name}_text", str, many))
    elif kind in (Location, Check):
        for part, inner in typing.get_type_hints(kind).items():
            yield from _columns(f"{name}_{part}", inner)
    else:
        yield Column(name, kind if kind in (str, int, float) else str, many)


def _table(value: type) -> tuple[Column, ...]:
    hints = typing.get_type_hints(value)
    fields = [field.name for field in dataclasses.fields(value) if field.name != "id"]
    inner = (column for name in fields for column in _columns(name, hints[name]))
    return (Column("id", str), Column("article", str), *inner)


ARTICLES = tuple(
    Column(name, int if name == "version" else str)
    for name in "key version id title date outlet url language sha256 program model knowledge text".split()
)
TABLES: dict[str, tuple[Column, ...]] = {
    "articles": ARTICLES,
    **{field: _table(value) for (field, _), value in zip(KINDS.values(), VALUES, strict=True)},
}
"""Every table and its columns."""


def rows(view: View) -> Iterator[tuple[str, Row]]:
    """The table and the cells of each row that an article gives, in the order of `TABLES`; every column is there."""
    article = view.record.article
    told = article.to_dict() | view.record.coder.to_dict() | {"key": view.key, "version": view.version}
    yield "articles", {column.name: told[column.name] for column in ARTICLES}
    ids = {entry.local: entry.id for entry in view.entries}
    for entry, value in view.shown:
        table = KINDS[entry.kind][0]
        cells: Row = {"id": entry.id, "article": view.key}
        for field in dataclasses.fields(value):
            if field.name != "id":
                cells |= _cells(field.name, getattr(value, field.name), ids)
        yield table, {column.name: cells.get(column.name, [] if column.many else None) for column in TABLES[table]}


def _cells(name: str, value: Any, ids: dict[str, str]) -> Row:
    if isinstance(value, Span):
        return {f"{name}_start": value.start, f"{name}_end": value.end, f"{name}_text": value.text}
    if isinstance(value, Location | Check):
        return {key: cell for part, inner in value.to_dict().items() for key, cell in _cells(f"{name}_{part}", inner, {}).items()}
    if isinstance(value, dict):
        return {name: json.dumps(value, ensure_ascii=False, sort_keys=True)}
    if isinstance(value, tuple):
        if value and isinstance(value[0], Span):
            parts = ("start", "end", "text")
            return {f"{name}_{part}": [getattr(span, part) for span in value] for part in parts}
        return {name: [_named(name, one, ids) for one in value]}
    return {name: _named(name, value, ids)}


def _named(name: str, value: Any, ids: dict[str, str]) -> Any:
    return ids.get(value, value) if name in REFERENCES and isinstance(value, str) else value
