"""`dragoman release`: a record frozen as a data set, so that a paper that rests on it can be repeated."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli import store

TITLE = "Events, statements and votes read from news"


def release(
    out: Annotated[Path, typer.Option(metavar="DIR", help="Directory for the data set; it must be new or empty.", show_default=False)],
    record: store.Record = store.DEFAULT,
    title: Annotated[str, typer.Option(metavar="WORDS", help="What the data set is called.")] = TITLE,
    author: Annotated[
        list[str] | None,
        typer.Option("--author", metavar="NAME", help="Who made it, as it is to be cited; once for each.", show_default=False),
    ] = None,
    version: Annotated[
        str | None, typer.Option("--version", metavar="NUMBER", help="Its version; else one made of the data's digest.", show_default=False)
    ] = None,
    texts: Annotated[bool, typer.Option("--texts", help="The articles' texts too, where you may hand them on.")] = False,
) -> int:
    """Freeze a record as a data set: tables, codebook, coverage, citation, and a manifest with the digest of every file.

    The same record gives the same bytes.
    """
    with store.opened(record) as opened:
        from dragoman.formats import releasing

        manifest = releasing.release(opened, out, releasing.Naming(title, tuple(author or ()), version, texts))
    counts = ", ".join(f"{number:,} {name}" for name, number in manifest["counts"].items() if number)
    typer.echo(f"{out}: version {manifest['version']}, {counts or 'no articles'}; {len(manifest['files'])} files, {manifest['data']}")
    if not author:
        typer.echo("CITATION.cff names no author; name them with --author", err=True)
    return 0
