"""`dragoman serve` and `dragoman user`: the record in a browser, and who may come in."""

from __future__ import annotations

import ipaddress
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli import options, store
from dragoman.cli.reader import Means, open_steps
from dragoman.errors import UsageError

if TYPE_CHECKING:
    from dragoman.desk import Access

PORT = 8770
LETTING_IN = "Who may come in"


def serve(
    record: store.Record = store.DEFAULT,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen on; 0 for any that is free.")] = PORT,
    host: Annotated[
        str, typer.Option(help="The address to listen on; any but loopback demands --token or --users.", rich_help_panel=LETTING_IN)
    ] = "127.0.0.1",
    token: Annotated[
        str | None,
        typer.Option(
            envvar="DRAGOMAN_TOKEN",
            metavar="TOKEN",
            help="Let in who knows this, as a reviewer; better given as DRAGOMAN_TOKEN.",
            show_default=False,
            rich_help_panel=LETTING_IN,
        ),
    ] = None,
    users: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Let in the users of a file of lines that `dragoman user` made.", rich_help_panel=LETTING_IN),
    ] = None,
    bundle: options.Bundle = None,
    knowledge: options.Knowledge = None,
    allow_private: options.Private = False,
) -> int:
    """Show a record in a browser: read articles, follow who said what, review, hand on. The record is made where there is none."""
    return _serve(record, Place(host, port), Door(token, users), Means(bundle, knowledge), allow_private)


def user(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The user's name, as the ledger will note it.", show_default=False)],
    role: Annotated[str, typer.Option(help="reader: may look; reviewer: may read articles into the record and decide.")] = "reviewer",
) -> int:
    """Print a line for a users file (`dragoman serve --users FILE`); the password is asked for, or is the first line of stdin."""
    from dragoman.desk import access

    if sys.stdin.isatty():
        password = typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    else:
        password = sys.stdin.readline().rstrip("\n")
    typer.echo(access.line(name, role, password))
    return 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where the desk listens."""

    host: str
    port: int

    @property
    def loopback(self) -> bool:
        """Whether nobody but this machine can reach it."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


@dataclass(frozen=True, slots=True)
class Door:
    """What people must bring: a token, or a name and password of a file."""

    token: str | None
    users: Path | None


def door(place: Place, given: Door) -> Access:
    """Who may come in. Raises UsageError where everybody could, and where both ways are given."""
    from dragoman.desk import Access
    from dragoman.record.reviewing import reviewer

    if given.token and given.users:
        raise UsageError("--token and --users: give one of them")
    if given.token:
        return Access.with_token(given.token)
    if given.users:
        return Access.from_file(given.users)
    if not place.loopback:
        raise UsageError(f"--host {place.host}: others could come in; give --token TOKEN or --users FILE, or leave --host out")
    return Access.loopback(reviewer())


def _serve(record: str, place: Place, given: Door, means: Means, private: bool) -> int:
    from dragoman.desk import Settings, create_app
    from dragoman.desk.running import run

    access = door(place, given)

    from dragoman.articles.fetching import Fetcher
    from dragoman.knowledge import Knowledge

    settings = Settings(
        steps=lambda: open_steps(means),
        knowledge=lambda: Knowledge.load(means.knowledge),
        access=access,
        fetcher=Fetcher(allow_private=private),
    )
    return run(create_app(record, settings), place.host, place.port)
