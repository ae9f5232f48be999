"""Dyad months on the terminal: a table, cooperation and conflict set apart by colour and by a bar of the mean score; and its articles."""

from __future__ import annotations

from rich import box
from rich.console import Group, RenderableType
from rich.constrain import Constrain
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dragoman.analysis.dyads import DyadMonth, Told
from dragoman.formats import dates, printable
from dragoman.formats.quads import QUADS
from dragoman.formats.terminal import MEASURE
from dragoman.knowledge.states import state_names

COLOURS = ("green", "green", "red", "red")
BAR = 8
OUTLET = 24
"""Cells of an outlet's name at most."""


HEAD = ("month", *(kind.mark for kind in QUADS), "acts", "told", "score")
KEY = " ".join(f"{kind.mark} {kind.name}" for kind in QUADS) + "; told: reports of these acts; score: mean PLOVER score, -10 to 10"


def render(rows: tuple[DyadMonth, ...]) -> RenderableType:
    """A table of months for each direction, and under them the articles that their rows rest on, by number."""
    told = {one: number for number, one in enumerate(dict.fromkeys(one for row in rows for one in row.articles), 1)}
    blocks: list[RenderableType] = []
    for direction in dict.fromkeys((row.source, row.target) for row in rows):
        blocks += [_table([row for row in rows if (row.source, row.target) == direction], told), Text()]
    rule = Rule(Text("Articles", "bold"), align="left", style="dim", characters="─")
    return Group(*(Constrain(block, MEASURE) for block in (*blocks, Text(KEY, "dim"), Text(), rule, _articles(told))))


def _table(rows: list[DyadMonth], told: dict[Told, int]) -> Table:
    """What one state did towards another."""
    shown = Table(
        title=Text(f"{_state(rows[0].source)} → {_state(rows[0].target)}", "bold"),
        title_justify="left",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        header_style="dim",
        show_edge=False,
    )
    for place, head in enumerate(HEAD):
        shown.add_column(head, justify="right" if place else "left", no_wrap=True)
    shown.add_column("− conflict  coop. +", no_wrap=True)
    shown.add_column("articles", overflow="fold")
    for row in rows:
        counts = [Text(str(count), colour) if count else Text("·", "dim") for count, colour in zip(row.counts, COLOURS, strict=True)]
        facts = (str(row.acts), str(row.reports), f"{row.score:+.1f}")
        numbers = Text(runs([told[one] for one in row.articles]), "dim")
        shown.add_row(row.month or "undated", *counts, *facts, bar(row.score), numbers)
    return shown


def _state(code: str) -> str:
    return state_names().get(code, code)


def _articles(told: dict[Told, int]) -> Table:
    """A line an article: its number, the outlet and the day, its title or else its key, cut where the line ends."""
    grid = Table.grid(padding=(0, 1, 0, 0), expand=True)
    grid.add_column(no_wrap=True, justify="right")
    grid.add_column(no_wrap=True, max_width=OUTLET, overflow="ellipsis")
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1, no_wrap=True, overflow="ellipsis")
    for one, number in told.items():
        words = (one.outlet or "", dates.short(one.published), one.title or one.article)
        grid.add_row(Text(f"[{number}]", "dim"), *(Text(printable.line(word)) for word in words))
    return grid


def runs(numbers: list[int]) -> str:
    """Numbers in order, neighbours as one: "1–3 7"."""
    ordered = sorted(set(numbers))
    starts = [number for number in ordered if number - 1 not in ordered]
    ends = [number for number in ordered if number + 1 not in ordered]
    return " ".join(f"{first}–{last}" if last > first else f"{first}" for first, last in zip(starts, ends, strict=True))


def bar(score: float) -> Text:
    """A score from -10 to 10 as a bar to the left or right of a line."""
    length = min(BAR, round(abs(score) * BAR / 10))
    left = (" " * (BAR - length) + "▇" * length) if score < 0 else " " * BAR
    right = "▇" * length if score > 0 else ""
    return Text.assemble((left, "red"), ("│", "dim"), (right.ljust(BAR), "green"))
