"""The record for a terminal: a Rich renderable that reads well at 80 and 120 columns, in colour and without."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType
from rich.constrain import Constrain
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dragoman.formats import chain, dates, printable, tables
from dragoman.formats.outline import Entry, counts, details, outline, paragraphs, quotation
from dragoman.values import DOUBTFUL, Record, Statement, Tie, Vote

MEASURE = 88
"""Columns of running text at most: twelve for the tag and 76 for the words."""

WIDEST = 120
WORD = 17
"""Cells of the longest word that a column of events makes room for; a longer one is broken."""
GAP = 2
"""Cells between two columns of events."""

TAG = 12
STEP = 4

ACT_STYLES = {
    **dict.fromkeys(("accuse", "condemn", "threaten", "warn"), "red"),
    **dict.fromkeys(("praise", "offer", "promise"), "green"),
    **dict.fromkeys(("request", "ask"), "blue"),
    **dict.fromkeys(("deny", "regret"), "magenta"),
    **dict.fromkeys(("announce", "assert"), "cyan"),
}
"""Standard colours of the terminal, which its owner has made readable; the word beside the tag says the same."""

WEB = re.compile(r"https?://[^\s\\;]+", re.IGNORECASE)

VERDICTS = {"confirmed": ("✓", "green"), "contradicted": ("✗", "red"), "unverified": ("?", "magenta")}


def render(record: Record, seconds: float | None = None) -> RenderableType:
    """The record as a renderable: header, statements, events, votes and ties where there are any, counts and seconds last."""
    return Group(
        Constrain(_header(record), MEASURE),
        *_section("Statements", [_statement(record, entry) for entry in outline(record)]),
        *_wide("Events", record, bool(record.events)),
        *_section("Votes", [_vote(record, vote) for vote in record.votes]),
        *_section("Ties", [_tie(record, tie) for tie in record.ties]),
        Text(),
        Constrain(_footer(record, seconds), MEASURE),
    )


def _header(record: Record) -> RenderableType:
    article = record.article
    facts = " · ".join(filter(None, (dates.words(article.date), article.outlet)))
    lines = [_text(article.title or "Untitled article", "bold"), _text(facts, "dim"), _address(article.url or "")]
    return Group(*(line for line in lines if line))


def _address(url: str) -> Text:
    """The URL on one line, cut where the terminal ends; a terminal that knows links opens the whole."""
    safe = printable.line(url)
    link = f" link {safe}" if WEB.fullmatch(safe) else ""
    return Text(safe, f"dim{link}", no_wrap=True, overflow="ellipsis")


def _section(title: str, blocks: list[RenderableType]) -> Iterator[RenderableType]:
    if not blocks and title != "Statements":
        return
    yield Text()
    yield Constrain(Rule(Text(title, "bold"), align="left", style="dim", characters="─"), MEASURE)
    for block in blocks or [Text("No statement found.", "dim")]:
        yield Text()
        yield Constrain(block, MEASURE)


def _wide(title: str, record: Record, present: bool) -> Iterator[RenderableType]:
    if present:
        yield Text()
        yield Constrain(Rule(Text(title, "bold"), align="left", style="dim", characters="─"), MEASURE)
        yield Constrain(_Events(record), WIDEST)


def _statement(record: Record, entry: Entry) -> RenderableType:
    statement = entry.statement
    words = [_text(paragraph) for paragraph in paragraphs(quotation(record, statement))]
    small = _text(" · ".join(details(statement)), "dim")
    if statement.confidence < DOUBTFUL:
        small.stylize("not dim bold", len(small) - len(details(statement)[-1]))
    body = Group(_chain(record, statement), *words, small)
    return Padding(_tagged(statement.act, ACT_STYLES.get(statement.act, ""), body), (0, 0, 0, STEP * entry.depth))


def _tagged(word: str, colour: str, body: RenderableType) -> Table:
    """`body` with a small coloured tag and its word in the margin."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=TAG - 1, no_wrap=True)
    grid.add_column(ratio=1)
    grid.expand = True
    grid.add_row(Text.assemble(("■ ", colour), _text(word)), body)
    return grid


def _chain(record: Record, statement: Statement) -> Text:
    return Text.assemble(*((printable.line(part.text), "bold" if part.speaker else "") for part in chain.parts(record, statement)))


def _vote(record: Record, vote: Vote) -> RenderableType:
    lines = [_text(tables.voters(record, vote), "bold")]
    facts = (vote.body, dates.words(vote.date, vote.until), vote.subject or "", vote.status if vote.status != "actual" else "")
    lines.append(_text(" · ".join(fact for fact in facts if fact)))
    lines.append(_text(f"“{' '.join(vote.evidence.text.split())}”", "dim"))
    if vote.check:
        mark, colour = VERDICTS.get(vote.check.verdict, ("?", ""))
        lines.append(Text.assemble((f"{mark} ", colour), (vote.check.verdict, "bold"), printable.line(tables.ground(vote))))
    return _tagged(vote.choice, "cyan", Group(*lines))


def _tie(record: Record, tie: Tie) -> RenderableType:
    ends = f"{chain.name(record, tie.subject)} — {tie.relation} — {chain.name(record, tie.object)}"
    return Group(_text(ends, "bold"), _text(f"“{' '.join(tie.evidence.text.split())}”", "dim"))


class _Events:
    """The table of events; it chooses its columns when it knows how wide the terminal is."""

    def __init__(self, record: Record) -> None:
        self.record = record

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Table]:
        columns = tables.WIDE if options.max_width >= tables.WIDE_FROM else tables.NARROW
        table = Table(box=None, padding=(1, GAP, 0, 0), header_style="dim", pad_edge=False)
        rows = [[_text(column.cell(self.record, event)) for column in columns] for event in self.record.events]
        wanted = [max(column.least, *(min(_longest(row[place]), WORD) for row in rows)) for place, column in enumerate(columns)]
        room = options.max_width - GAP * (len(columns) - 1)
        for column, width in zip(columns, _fitting(wanted, [column.ratio for column in columns], room), strict=True):
            table.add_column(column.title, overflow="fold", width=width)
        for row in rows:
            table.add_row(*row)
        yield table


def _fitting(wanted: list[int], shares: list[int], room: int) -> list[int]:
    """Widths that fill the room, each at least as wanted where they all fit, what is left by the shares.

    A ratio of the library's own with a least width can make a table wider than the terminal, which then cuts it.
    """
    widths = list(wanted)
    while sum(widths) > max(room, len(widths)):
        widths[widths.index(max(widths))] -= 1
    while sum(widths) < room:
        least = min(range(len(widths)), key=lambda place: (widths[place] / shares[place], place))
        widths[least] += 1
    return widths


def _longest(words: Text) -> int:
    """The cells that the longest word takes."""
    return max((cell_len(word) for word in words.plain.split()), default=0)


def _footer(record: Record, seconds: float | None) -> Text:
    facts = counts(record)
    if seconds is not None:
        facts.append(f"{seconds:.2f} s")
    return _text(" · ".join([*facts, f"model {record.coder.model}"]), "dim")


def _text(words: str, style: str = "") -> Text:
    return Text(printable.line(words), style)
