"""`dragoman add` and `dragoman retract`: articles into a record, and out of what it shows."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli import store
from dragoman.cli.pipes import quietly

READING = "How to read"


def add(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE…",
            help="A file (.txt, .md, .html), a URL, - for stdin, a corpus (.jsonl, .jsonl.gz), or a feed's URL.",
            show_default=False,
        ),
    ],
    record: store.Record = store.DEFAULT,
    date: Annotated[str | None, typer.Option(help="Publication date: 2022, 2022-03 or 2022-03-07.", rich_help_panel=READING)] = None,
    title: Annotated[str | None, typer.Option(help="Title of the one article.", rich_help_panel=READING)] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published it.", rich_help_panel=READING)] = None,
    identifier: Annotated[
        str | None,
        typer.Option("--id", metavar="ID", help="Id of the one article, which is known by it where it has no URL.", show_default=False),
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch URLs on private and loopback addresses too.", rich_help_panel=READING)
    ] = False,
    bundle: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Model bundle to read with, in place of the shipped one.", rich_help_panel=READING)
    ] = None,
    knowledge: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Your own facts (YAML), added to the shipped ones.", rich_help_panel=READING)
    ] = None,
    shard: Annotated[
        str | None, typer.Option(metavar="N/M", help="Only the Nth of M parts of a corpus: 3/64.", rich_help_panel=READING)
    ] = None,
) -> int:
    """Read articles and keep what they say in a record.

    What is there already is not read again, so an interrupted call goes on when it is repeated. A changed article becomes a new version.
    """
    from dragoman.articles import Given
    from dragoman.articles.corpus import Shard, parse_shard
    from dragoman.cli import adding
    from dragoman.cli.reader import Means
    from dragoman.cli.sources import Access

    access = Access(Given(title=title, date=date, outlet=outlet), allow_private, parse_shard(shard) if shard else Shard())
    return quietly(lambda: adding.run(adding.Job(sources, access, Means(bundle, knowledge), record, identifier)))


def retract(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="The article's URL, or its id where it has none.", show_default=False)],
    why: Annotated[str, typer.Option("--why", metavar="WORDS", help="The reason, kept with the decision.", show_default=False)],
    record: store.Record = store.DEFAULT,
    by: store.By = None,
) -> int:
    """Take an article out of all that a record shows; what was read stays stored, and `review undo ARTICLE` takes this back."""
    from dragoman.record import reviewing

    with store.opened(record) as opened:
        row = reviewing.retract(opened, article, reviewing.reviewer(by), why)
    typer.echo(f"{row.article}: retracted; take this back with: dragoman review undo '{row.article}'")
    return 0
