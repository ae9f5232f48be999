"""`dragoman search`: entries of a record by words and fields."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli import store
from dragoman.cli.pipes import quietly

if TYPE_CHECKING:
    from dragoman.record.query import Query
    from dragoman.record.searching import Hit

SHOWN = 50
"""Hits on a terminal where no number is given."""


def search(
    query: Annotated[
        list[str],
        typer.Argument(
            metavar="QUERY…",
            help='Words, abstain* for a beginning, "words in this order", and fields: speaker: state: about: act: type: kind: outlet: '
            "after: before:",
            show_default=False,
        ),
    ],
    record: store.Record = store.DEFAULT,
    limit: Annotated[
        int | None, typer.Option(min=1, help="So many hits at most; 50 on a terminal, all in a pipe, if not given.", show_default=False)
    ] = None,
    oldest_first: Annotated[bool, typer.Option("--oldest-first", help="Begin with the oldest, not the newest.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print each hit as JSON, one a line.")] = False,
) -> int:
    """Find statements, events and votes in a record, newest first: one hit a line in a pipe, a table on a terminal."""
    return quietly(lambda: _search(" ".join(query), record, Shape(limit, oldest_first, as_json)))


@dataclass(frozen=True, slots=True)
class Shape:
    """How many hits, in which order and form."""

    limit: int | None
    oldest_first: bool
    as_json: bool


def _search(query: str, name: str, shape: Shape) -> int:
    from dragoman.formats import hits
    from dragoman.record import searching
    from dragoman.record.query import parse

    parsed = parse(query)
    with store.opened(name) as opened:
        if shape.as_json or not sys.stdout.isatty():
            form = hits.json_line if shape.as_json else hits.line
            found = 0
            for hit in searching.search(opened, parsed, shape.limit, oldest_first=shape.oldest_first):
                print(form(hit))
                found += 1
            return _told(found)
        limit = shape.limit or SHOWN
        shown = list(searching.search(opened, parsed, limit + 1, oldest_first=shape.oldest_first))
    return _shown(shown, limit, parsed)


def _told(found: int) -> int:
    if not found:
        print("nothing fits: use fewer words, or the beginning of one (abstain*)", file=sys.stderr)
    return 0


def _shown(shown: list[Hit], limit: int, parsed: Query) -> int:
    from rich.console import Console

    from dragoman.formats import hits

    if shown:
        Console(highlight=False, emoji=False).print(hits.table(shown[:limit], parsed))
    if len(shown) > limit:
        print(f"the first {limit}; more with --limit", file=sys.stderr)
    return _told(len(shown))
