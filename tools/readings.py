"""What the pictures show: a reading of an article, or a record that was read before."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from dragoman.values import Record

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "brexit-march-2019-03.txt"
GIVEN = {"date": "2019-03-28", "outlet": "Wikinews"}
"""What `examples/README.md` says of the example."""

IMAGES = ROOT / "docs" / "images"


def arguments(description: str, given: Sequence[str] | None) -> argparse.Namespace:
    """`source`, a path to an article or a stored record (.json), and `folder`, where the pictures go."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("source", nargs="?", type=Path, default=EXAMPLE, help="an article, or a record as .json; without it the example")
    parser.add_argument("--folder", type=Path, default=IMAGES, help="where the pictures are written")
    return parser.parse_args(given)


def reading(source: Path) -> Record:
    """The record at a .json path, else the reading of the article at `source` with the shipped bundle."""
    if source.suffix == ".json":
        return Record.from_dict(json.loads(source.read_text("utf-8")))
    import dragoman

    record: Record = dragoman.read(str(source), **(GIVEN if source == EXAMPLE else {}))
    return record
