"""`dragoman watch`: feeds and folders, asked again and again, and what is new in them put into a record."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli import options, store
from dragoman.cli.pipes import quietly


def watch(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE…", help="The URL of an RSS or Atom feed, or a folder.", show_default=False)
    ],
    record: store.Record = store.DEFAULT,
    every: Annotated[float, typer.Option(metavar="MINUTES", min=1, max=10_080, help="Minutes between two rounds.")] = 15,
    once: Annotated[
        bool, typer.Option("--once", help="One round, for a timer of your own; feeds that failed are left alone meanwhile.")
    ] = False,
    outlet: options.Outlet = None,
    allow_private: options.Private = False,
    bundle: options.Bundle = None,
    knowledge: options.Knowledge = None,
) -> int:
    """Watch feeds and folders, and keep in a record what is new in them. Near copies of articles that are there are noted, not added.

    Ctrl-C ends it after the article in hand; the next call goes on.
    """
    from dragoman.articles import Given
    from dragoman.cli import adding, watching
    from dragoman.cli.reader import Means
    from dragoman.cli.sources import Access

    access = Access(Given(outlet=outlet), allow_private)
    return quietly(lambda: watching.run(adding.Job(sources, access, Means(bundle, knowledge), record), watching.Rounds(every, once)))
