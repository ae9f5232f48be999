"""`dragoman read`: articles in, records out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli import options
from dragoman.cli.pipes import quietly

WRITING = "What comes out"
CORPUS = "Corpora"


def read(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE…", help="A file (.txt, .md, .html), a URL, - for stdin, or a corpus (.jsonl, .jsonl.gz).", show_default=False
        ),
    ],
    date: options.Date = None,
    title: options.Title = None,
    outlet: options.Outlet = None,
    allow_private: options.Private = False,
    bundle: options.Bundle = None,
    knowledge: options.Knowledge = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the record as JSON, one a line.", rich_help_panel=WRITING)] = False,
    as_markdown: Annotated[bool, typer.Option("--markdown", help="Print the record as Markdown.", rich_help_panel=WRITING)] = False,
    page: Annotated[
        Path | None,
        typer.Option("--html", metavar="FILE", help="Write the article with its statements marked as one page.", rich_help_panel=WRITING),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write to FILE in place of stdout; what it holds is replaced.", rich_help_panel=WRITING),
    ] = None,
    min_confidence: Annotated[
        float,
        typer.Option(min=0.0, max=1.0, help="Leave out entries less sure than this, and what rests on them.", rich_help_panel=WRITING),
    ] = 0.0,
    shard: options.Shard = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on after the last whole record of --out FILE.", rich_help_panel=CORPUS)
    ] = False,
) -> int:
    """Read articles into records: who said what, and through whom.

    One article is shown for people, or as --json, --markdown or --html say. A corpus becomes one JSON record a line, in the same order.
    """
    from dragoman.articles import Given
    from dragoman.articles.corpus import Shard, parse_shard
    from dragoman.cli import reading
    from dragoman.cli.reader import Means
    from dragoman.cli.sources import Access

    shape = reading.Shape(as_json, as_markdown, page, out, min_confidence)
    access = Access(Given(title=title, date=date, outlet=outlet), allow_private, parse_shard(shard) if shard else Shard())
    job = reading.Job(sources, access, Means(bundle, knowledge), shape, resume)
    return quietly(lambda: reading.run(job))
