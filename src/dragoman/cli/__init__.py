"""The command line, a module for each command.

Exit status: 0 all was read; 1 some articles were not; 2 nothing could be done, with one line on stderr that says why;
130 interrupted. Results go to stdout, everything else to stderr.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import typer

from dragoman.cli import add, alike, check, doctor, explain, export, findings, read, release, resolve, review, search, serve, votes, watch
from dragoman.errors import DragomanError

INTERRUPTED = 130
REFUSED = 2

MISUSE: type[Exception] = next(kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "ClickException")
"""What Typer raises for an option it cannot understand; newer versions carry a Click of their own, so it is found by its name."""

app = typer.Typer(
    name="dragoman",
    help="Dragoman reads the news of diplomacy and keeps the record: who said what, and through whom.",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(read.read)
app.command()(check.check)
app.command()(explain.explain)
app.command()(resolve.resolve)
app.command()(resolve.recheck)
app.command()(doctor.doctor)
app.command()(add.add)
app.command()(watch.watch)
app.command()(add.retract)
app.command()(search.search)
app.command()(findings.positions)
app.command()(findings.dyad)
app.command()(findings.brief)
app.command()(export.export)
app.command()(release.release)
app.command()(serve.serve)
app.command()(serve.user)
app.add_typer(review.app, name="review")
app.add_typer(votes.app, name="votes")
app.command()(alike.agreement)
app.command()(alike.blocs)
app.command()(alike.idealpoints)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"dragoman {version('dragoman')}")
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Show the version and stop."),
) -> None:
    """Hold the options that need no command."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status; no traceback for what the user can mend."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status = app(given or ["--help"], prog_name="dragoman", standalone_mode=False)
    except (DragomanError, MISUSE) as error:
        return _refuse(_message(error))
    except KeyboardInterrupt:
        return INTERRUPTED
    return status if isinstance(status, int) else 0


def _message(error: Exception) -> str:
    """What is wrong; Typer's errors name the option only in their formatted message, and the command in their context."""
    formatted = getattr(error, "format_message", None)
    if not formatted:
        return str(error)
    names: list[str] = []
    context = getattr(error, "ctx", None)
    while context:
        names.append(context.info_name)
        context = context.parent
    said = formatted().rstrip(".")
    return f"{said}{' See' if said.endswith('?') else '; see'} {' '.join(reversed(names)) or 'dragoman'} --help"


def _refuse(message: str) -> int:
    """One line on stderr, whatever the message holds."""
    print(f"dragoman: {' '.join(message.split())}", file=sys.stderr)
    return REFUSED
