"""The command line with the test reader for `dragoman add` and `dragoman watch`, all else as it is.

`python -m tests.cli.with_test_steps`.
"""

from __future__ import annotations

import sys
from dataclasses import replace

from dragoman import cli
from dragoman.api import Steps
from dragoman.cli import reader
from dragoman.values import Coder, Record
from tests.cli.with_test_reader import read

CODER = Coder("test", "test", "sha256:test")


def resolve(record: Record) -> Record:
    """Nobody is anybody; the knowledge's version is noted."""
    return replace(record, coder=CODER)


STEPS = Steps(read, resolve, CODER)


if __name__ == "__main__":
    reader.open_steps = lambda _means: STEPS
    sys.exit(cli.main())
