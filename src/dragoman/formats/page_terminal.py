"""A page of findings on the terminal."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.constrain import Constrain
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dragoman.formats import printable
from dragoman.formats.page import Item, Page, Section, counted
from dragoman.formats.terminal import MEASURE, WEB

COLOURS = {"good": "green", "bad": "red", "doubt": "magenta", "plain": "cyan"}
WHEN = 11
TAG = 13


def render(page: Page) -> RenderableType:
    """The page as a renderable: title, sections, sources."""
    blocks: list[RenderableType] = [_text(page.title, "bold"), _text(page.subtitle, "dim")]
    for section in page.sections:
        blocks += _section(section)
    if page.sources:
        blocks += [Text(), Rule(Text("Sources", "bold"), align="left", style="dim", characters="─"), Text(), _sources(page)]
    blocks += [Text(), _text(counted(page), "dim")]
    return Group(*(Constrain(block, MEASURE) for block in blocks))


def _section(section: Section) -> list[RenderableType]:
    if not section.items and not section.empty:
        return []
    blocks: list[RenderableType] = [Text(), Rule(Text(printable.line(section.title), "bold"), align="left", style="dim", characters="─")]
    for item in section.items:
        blocks += [Text(), _item(item)]
    return blocks if section.items else [*blocks, Text(), _text(section.empty, "dim")]


def _item(item: Item) -> RenderableType:
    grid = Table.grid(padding=(0, 1, 0, 0), expand=True)
    grid.add_column(width=WHEN, no_wrap=True)
    grid.add_column(width=TAG, no_wrap=True)
    grid.add_column(ratio=1)
    cites = "".join(f"[{number}]" for number in item.cites)
    lead = Text.assemble((printable.line(item.lead), "bold"), " " if item.lead and cites else "", (cites, "dim"))
    body = [lead, *([_text(item.words)] if item.words else []), *([_text(" · ".join(item.small), "dim")] if item.small else [])]
    tag = Text.assemble(("■ ", COLOURS[item.tone]), _text(item.tag))
    grid.add_row(_text(item.when, "dim"), tag, Group(*body))
    return grid


def _sources(page: Page) -> Table:
    grid = Table.grid(padding=(0, 1, 0, 0), expand=True)
    grid.add_column(width=5, no_wrap=True, justify="right")
    grid.add_column(ratio=1)
    for source in page.sources:
        url = printable.line(source.url or "")
        link = f"dim link {url}" if WEB.fullmatch(url) else "dim"
        lines = [_text(source.title), _text(source.facts, "dim"), Text(url, link, no_wrap=True, overflow="ellipsis")]
        grid.add_row(_text(f"[{source.number}]", "dim"), Group(*(line for line in lines if line)))
    return grid


def _text(words: str, style: str = "") -> Text:
    return Text(printable.line(words), style)
