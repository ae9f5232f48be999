"""`dragoman watch`: feeds and folders, asked again and again, and what is new in them put into a record."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli import store
from dragoman.cli.pipes import quietly

READING = "How to read"


def watch(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE…", help="The URL of an RSS or Atom feed, or a folder.", show_default=False)
    ],
    record: store.Record = store.DEFAULT,
    every: Annotated[float, typer.Option(metavar="MINUTES", min=1, max=10_080, help="Minutes between two rounds.")] = 15,
    once: Annotated[
        bool, typer.Option("--once", help="One round, for a timer of your own; feeds that failed are left alone meanwhile.")
    ] = False,
    outlet: Annotated[str | None, typer.Option(help="Who published it.", rich_help_panel=READING)] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch URLs on private and loopback addresses too.", rich_help_panel=READING)
    ] = False,
    bundle: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Model bundle to read with, in place of the shipped one.", rich_help_panel=READING)
    ] = None,
    knowledge: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Your own facts (YAML), added to the shipped ones.", rich_help_panel=READING)
    ] = None,
) -> int:
    """Watch feeds and folders, and keep in a record what is new in them. Near copies of articles that are there are noted, not added.

    Ctrl-C ends it after the article in hand; the next call goes on.
    """
    from dragoman.articles import Given
    from dragoman.cli import watching
    from dragoman.cli.reader import Means
    from dragoman.cli.sources import Access

    access = Access(Given(outlet=outlet), allow_private)
    return quietly(lambda: watching.run(watching.Job(sources, access, Means(bundle, knowledge), record, every, once)))
