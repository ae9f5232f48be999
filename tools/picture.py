"""The terminal view of a reading as an SVG picture for the README: `python tools/picture.py [ARTICLE] [--folder DIR]`."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

from readings import arguments, reading
from rich.console import Console
from rich.segment import Segment
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from dragoman.formats import terminal
from dragoman.values import Record

COLUMNS = 90
LINES = 34
"""The picture shows the head of the reading; the whole is what the command prints."""

THEME = TerminalTheme(
    (252, 251, 248),
    (29, 28, 26),
    [(29, 28, 26), (163, 36, 47), (28, 107, 56), (138, 90, 0), (31, 95, 174), (122, 58, 147), (10, 90, 102), (91, 87, 80)],
)
FACE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
"""Rich names a font on the network; a picture must load nothing."""


def picture(record: Record, command: str) -> str:
    """An SVG of the first lines of what the terminal shows after `command`."""
    console = Console(file=io.StringIO(), width=COLUMNS, record=True, force_terminal=True, color_system="truecolor", highlight=False)
    for line in _head(console.render_lines(terminal.render(record), pad=False)):
        console.print(Text.assemble(*((segment.text, segment.style or "") for segment in line)), soft_wrap=True)
    return FACE.sub("", console.export_svg(title=command, theme=THEME)).replace("Fira Code", "monospace")


def _head(lines: list[list[Segment]]) -> list[list[Segment]]:
    """The first lines, cut where a statement ends."""
    blank = [number for number, line in enumerate(lines[: LINES + 1]) if not "".join(segment.text for segment in line).strip()]
    return lines if len(lines) <= LINES else lines[: blank[-1]]


def main(given: list[str] | None = None) -> Path:
    """Write the picture and return its path."""
    chosen = arguments(__doc__ or "", given)
    path = Path(chosen.folder) / "reading.svg"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(picture(reading(chosen.source), f"dragoman read {chosen.source.name}"), encoding="utf-8")
    return path


if __name__ == "__main__":
    print(main(sys.argv[1:]))
