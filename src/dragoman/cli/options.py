"""Options that several commands take, each said once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

READING = "How to read"

Date = Annotated[str | None, typer.Option("--date", help="Publication date: 2022, 2022-03 or 2022-03-07.", rich_help_panel=READING)]
Title = Annotated[str | None, typer.Option("--title", help="Title of the one article.", rich_help_panel=READING)]
Outlet = Annotated[str | None, typer.Option("--outlet", help="Who published it.", rich_help_panel=READING)]
Private = Annotated[
    bool, typer.Option("--allow-private", help="Fetch URLs on private and loopback addresses too.", rich_help_panel=READING)
]
Bundle = Annotated[
    Path | None,
    typer.Option("--bundle", metavar="DIR", help="Model bundle to read with, in place of the shipped one.", rich_help_panel=READING),
]
Knowledge = Annotated[
    Path | None,
    typer.Option("--knowledge", metavar="FILE", help="Your own facts (YAML), added to the shipped ones.", rich_help_panel=READING),
]
Shard = Annotated[
    str | None, typer.Option("--shard", metavar="N/M", help="Only the Nth of M parts of a corpus: 3/64.", rich_help_panel=READING)
]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write to FILE in place of stdout.", show_default=False)]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON in place of what people read.")]
AsMarkdown = Annotated[bool, typer.Option("--markdown", help="Print Markdown.")]
AsPage = Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Write one page of HTML to FILE.", show_default=False)]
Since = Annotated[
    str | None, typer.Option("--since", metavar="DATE", help="From this day on: 2022, 2022-03 or 2022-03-07.", show_default=False)
]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Up to this day, itself included.", show_default=False)]
