"""`dragoman resolve` and `dragoman recheck`: stored records resolved or checked again, without the model."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli import options
from dragoman.cli.pipes import quietly
from dragoman.values import Record


def resolve(
    record: Annotated[Path, typer.Argument(metavar="RECORD", help="A file of records, as `dragoman read --json` writes them.")],
    knowledge: options.Knowledge = None,
    out: options.Out = None,
) -> int:
    """Say again who is meant in stored records: states, offices, identities. The model is not needed."""
    return quietly(lambda: _resolve(record, knowledge, out))


def recheck(
    record: Annotated[Path, typer.Argument(metavar="RECORD", help="A file of records, as `dragoman read --json` writes them.")],
    out: options.Out = None,
) -> int:
    """Hold the reported votes of stored records against the roll calls again. The model is not needed."""
    return quietly(lambda: _recheck(record, out))


def _resolve(path: Path, knowledge: Path | None, out: Path | None) -> int:
    from dragoman import resolving
    from dragoman.knowledge import Knowledge

    facts = Knowledge.load(knowledge)
    return _each(path, lambda one: resolving.resolve(one, facts), out)


def _recheck(path: Path, out: Path | None) -> int:
    from dragoman.resolving.checking import checked

    return _each(path, checked, out)


def _each(path: Path, change: Callable[[Record], Record], out: Path | None) -> int:
    """Write every record of the file changed; 1 where a line holds none."""
    from dragoman.cli.output import opened, write_line
    from dragoman.cli.stored import records
    from dragoman.errors import CorpusError

    status = 0
    found = list(records(path))  # all of it before OUT is opened, which may be the same file
    with opened(out) as file:
        for one in found:
            if isinstance(one, CorpusError):
                print(f"dragoman: {one}", file=sys.stderr)
                status = 1
            else:
                write_line(change(one), file)
    return status
