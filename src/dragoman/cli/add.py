"""`dragoman add` and `dragoman retract`: articles into a record, and out of what it shows."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli import options, store
from dragoman.cli.pipes import quietly


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
    date: options.Date = None,
    title: options.Title = None,
    outlet: options.Outlet = None,
    identifier: Annotated[
        str | None,
        typer.Option("--id", metavar="ID", help="Id of the one article, which is known by it where it has no URL.", show_default=False),
    ] = None,
    allow_private: options.Private = False,
    bundle: options.Bundle = None,
    knowledge: options.Knowledge = None,
    shard: options.Shard = None,
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
    return quietly(lambda: adding.run(adding.Job(sources, access, Means(bundle, knowledge), record), identifier))


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
