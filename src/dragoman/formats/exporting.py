"""Every format that a record can be exported in, and how its files come about: whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from dragoman.errors import UsageError
from dragoman.formats import dyad_months, graphml, plover, polecat, tabular, webannotation
from dragoman.formats.filling import Filling
from dragoman.record import View

Write = Callable[[Iterable[View], Path], Filling]

FORMATS: dict[str, Write] = {
    "csv": tabular.write_csv,
    "parquet": tabular.write_parquet,
    "plover": plover.write,
    "polecat": polecat.write,
    "dyads": dyad_months.write,
    "webannotation": webannotation.write,
    "graphml": graphml.write,
}
"""The formats by name. The same record gives the same bytes."""


def export(views: Iterable[View], name: str, out: Path) -> Filling:
    """Write the views in a format into the directory `out`, which is made if need be, and say how full it is.

    The files appear together at the end; those of an earlier export are replaced, others stay. Raises UsageError where the format is not
    known or the directory cannot be written.
    """
    if name not in FORMATS:
        raise UsageError(f"{name}: is no format; there are {', '.join(FORMATS)}")
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out, prefix=".export-") as waiting:
            filling = FORMATS[name](views, Path(waiting))
            for path in sorted(Path(waiting).iterdir()):
                shutil.move(path, out / path.name)
    except OSError as error:
        raise UsageError(f"{out}: cannot be written ({error.strerror or error}); name another directory with --out") from error
    return filling
