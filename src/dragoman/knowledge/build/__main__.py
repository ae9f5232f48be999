"""`python -m dragoman.knowledge.build --data DIR [--check]`: write the tables, or fail where they are not what would be written."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from dragoman.errors import DragomanError
from dragoman.knowledge import tables
from dragoman.knowledge.build.contents import contents
from dragoman.knowledge.build.inputs import Inputs
from dragoman.knowledge.checks import problems
from dragoman.knowledge.knowledge import Knowledge


def main(arguments: list[str] | None = None) -> int:
    """Build or check; the exit status: 0 fine, 1 drift or a contradiction, 2 an input that cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m dragoman.knowledge.build", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the data directory that holds actors/, votes/ and geo/")
    parser.add_argument("--check", action="store_true", help="write nothing; fail where the shipped tables differ from a rebuild")
    options = parser.parse_args(arguments)
    try:
        inputs = Inputs.read(options.data)
        built = contents(inputs)
        found = problems(Knowledge.of(built))
        found += drift(built) if options.check else []
    except DragomanError as error:
        print(error, file=sys.stderr)
        return 2
    for line in inputs.log:
        print("note:", line)
    for line in found:
        print("problem:", line, file=sys.stderr)
    if not options.check and not found:
        tables.write(tables.DATA, built)
        print(f"wrote {len(built)} tables to {tables.DATA}")
    return 1 if found else 0


def drift(built: dict[str, bytes]) -> list[str]:
    """One line for each shipped table that a rebuild would change."""
    shipped = tables.read()
    return [f"{name}: the shipped table is not what a rebuild gives; run the build again" for name in built if built[name] != shipped[name]]


if __name__ == "__main__":
    sys.exit(main())
