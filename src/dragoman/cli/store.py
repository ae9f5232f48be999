"""What the commands on a record have in common: its option, and how it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from dragoman.record import Store

DEFAULT = "dragoman.sqlite"

Record = Annotated[str, typer.Option("--record", metavar="FILE", help="The record: a path, or an SQLAlchemy URL (sqlite:///path).")]
By = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME", help="Who decides this; else $DRAGOMAN_REVIEWER, else your user name.", show_default=False),
]
Why = Annotated[str | None, typer.Option("--why", metavar="WORDS", help="The reason, kept with the decision.", show_default=False)]


def opened(name: str, *, create: bool = False) -> Store:
    """The record of that name. Raises RecordError where it cannot be opened, or the extra [record] is not installed."""
    from dragoman import record

    return record.open(name, create=create)
