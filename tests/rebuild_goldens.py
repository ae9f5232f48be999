"""Writes the golden files of the formats again: `python -m tests.rebuild_goldens [FOLDER]`."""

from __future__ import annotations

import io
import sys
from pathlib import Path

from rich.console import Console

from dragoman.formats import html, json, markdown, terminal
from dragoman.values import Record
from tests.formats.sample import RECORD

GOLDENS = Path(__file__).parent / "formats" / "goldens"


def shown(record: Record, width: int) -> str:
    """What the terminal shows at a width, without colour; blanks at the ends of lines are left out."""
    out = io.StringIO()
    Console(file=out, width=width, color_system=None, highlight=False).print(terminal.render(record, 0.5))
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


def rebuild(folder: Path) -> list[Path]:
    """Write every golden file into `folder` and return their paths."""
    texts = {
        "record.json": json.line(RECORD) + "\n",
        "record.md": markdown.render(RECORD),
        "record.html": html.render(RECORD),
        "record-80.txt": shown(RECORD, 80),
        "record-120.txt": shown(RECORD, 120),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return [folder / name for name in texts]


if __name__ == "__main__":
    for path in rebuild(Path(sys.argv[1]) if len(sys.argv) > 1 else GOLDENS):
        print(path)
