"""Dyad months on the terminal: a table, cooperation and conflict set apart by colour and by a bar of the mean score."""

from __future__ import annotations

from rich import box
from rich.table import Table
from rich.text import Text

from dragoman.analysis.dyads import DyadMonth
from dragoman.formats.findings import MONTHS_HEAD, MONTHS_KEY, month_row

COLOURS = ("green", "green", "red", "red")
BAR = 8


def table(rows: tuple[DyadMonth, ...], title: str) -> Table:
    """The months of one or both directions as a Rich table."""
    shown = Table(
        title=Text(title, "bold"),
        title_justify="left",
        caption=Text(MONTHS_KEY, "dim"),
        caption_justify="left",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        header_style="dim",
        show_edge=False,
    )
    for place, head in enumerate(MONTHS_HEAD):
        shown.add_column(head, justify="left" if place < 3 else "right", no_wrap=True)
    shown.add_column("− conflict  coop. +", no_wrap=True)
    direction = None
    for row in rows:
        if direction not in (None, (row.source, row.target)):
            shown.add_section()
        direction = (row.source, row.target)
        cells = [Text(cell) for cell in month_row(row)]
        for place, colour in enumerate(COLOURS, 3):
            cells[place].stylize(colour if cells[place].plain != "·" else "dim")
        shown.add_row(*cells, bar(row.score))
    return shown


def bar(score: float) -> Text:
    """A score from -10 to 10 as a bar to the left or right of a line."""
    length = min(BAR, round(abs(score) * BAR / 10))
    left = (" " * (BAR - length) + "▇" * length) if score < 0 else " " * BAR
    right = "▇" * length if score > 0 else ""
    return Text.assemble((left, "red"), ("│", "dim"), (right.ljust(BAR), "green"))
