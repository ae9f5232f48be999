"""`dragoman export`: a record in the formats of others."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli import store
from dragoman.cli.pipes import quietly


def export(
    name: Annotated[
        str, typer.Argument(metavar="FORMAT", help="csv, parquet, plover, polecat, dyads, webannotation, graphml.", show_default=False)
    ],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Directory for the files; it is made if need be.", show_default=False)],
    record: store.Record = store.DEFAULT,
) -> int:
    """Write a record in another format, and say how full each of its columns is. The same record gives the same bytes."""
    return quietly(lambda: _export(name, out, record))


def _export(name: str, out: Path, record: str) -> int:
    with store.opened(record) as opened:
        from dragoman.formats import exporting
        from dragoman.record import views

        filling = exporting.export(views(opened), name, out)
    typer.echo("\n".join(filling.lines()))
    return 0
