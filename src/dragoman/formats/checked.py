"""The report on a draft for a terminal: what is wrong first, then what was not found, then what holds, a line each."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.constrain import Constrain
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dragoman.formats import dates, printable
from dragoman.formats.outline import number
from dragoman.resolving.against.report import (
    ALTERED,
    CONTRADICTED,
    NOT_FOUND,
    OTHER_SPEAKER,
    RIGHT,
    VERBATIM,
    WRONG,
    Change,
    Found,
    Holder,
    Quotation,
    Report,
    Title,
)
from dragoman.values import Vote

MEASURE = 88
TAG = 14
SHOWN = 90
"""Characters of a quotation in which nothing is wrong."""

WORDS = {
    ALTERED: ("✗ altered", "red"),
    OTHER_SPEAKER: ("✗ speaker", "red"),
    WRONG: ("✗ title", "red"),
    CONTRADICTED: ("✗ vote", "red"),
    NOT_FOUND: ("? not found", "yellow"),
    VERBATIM: ("✓ verbatim", "green"),
    RIGHT: ("✓ title", "green"),
    "confirmed": ("✓ vote", "green"),
    "unverified": ("– vote", "dim"),
    "unknown": ("– title", "dim"),
}
"""The mark and word in the margin for each verdict, and its colour; the word says it without colour."""


def render(report: Report) -> RenderableType:
    """The report as a renderable for 80 columns and more, in colour and without."""
    return Group(
        *_section("Wrong", list(_wrong(report))),
        *_section("Not found", [_quotation(one) for one in report.quotations if one.verdict == NOT_FOUND]),
        *_section("In order", list(_right(report)), close=True),
        *_section("Not judged", list(_unjudged(report)), close=True),
        Text(),
        Constrain(_footer(report), MEASURE),
    )


def _section(title: str, blocks: list[RenderableType], close: bool = False) -> Iterator[RenderableType]:
    if not blocks:
        return
    yield Text()
    yield Constrain(Rule(Text(f"{title} ({len(blocks)})", "bold"), align="left", style="dim", characters="─"), MEASURE)
    for index, block in enumerate(blocks):
        if not close or not index:
            yield Text()
        yield Constrain(block, MEASURE)


def _wrong(report: Report) -> Iterator[RenderableType]:
    yield from (_quotation(one) for one in report.quotations if one.wrong)
    yield from (_title(one) for one in report.titles if one.wrong)
    yield from (_vote(vote, names) for vote, names in _votes(report, (CONTRADICTED,)))


def _right(report: Report) -> Iterator[RenderableType]:
    yield from (_brief(one) for one in report.quotations if one.verdict == VERBATIM)
    yield from (_title(one) for one in report.titles if one.verdict == RIGHT)
    yield from (_vote(vote, names) for vote, names in _votes(report, ("confirmed",)))


def _unjudged(report: Report) -> Iterator[RenderableType]:
    yield from (_title(one) for one in report.titles if one.verdict not in (RIGHT, WRONG))
    yield from (_vote(vote, names) for vote, names in _votes(report, ("unverified",)))


def _votes(report: Report, verdicts: tuple[str, ...]) -> list[tuple[Vote, tuple[str, ...]]]:
    return [(vote, names) for vote, names in zip(report.votes, report.voters, strict=True) if vote.check and vote.check.verdict in verdicts]


# ---------------------------------------------------------------- quotations


def _quotation(one: Quotation) -> RenderableType:
    """A quotation that is altered, somebody else's or not found, whole."""
    lines = [_text(one.speaker or "no speaker", "bold")]
    lines.append(difference(one.difference) if one.difference else _text(f"“{' '.join(one.span.text.split())}”"))
    lines += [_text(one.note)] if one.note else []
    lines += [_where(found) for found in one.found[:1]]
    if one.found and one.difference:
        lines.append(_text(f"there: “{' '.join(one.found[0].span.text.split())}”", "dim"))
    return _tagged(one.verdict, Group(*lines))


def difference(changes: tuple[Change, ...]) -> Text:
    """The quotation with each change in braces: {not → never}, {+ added}, {− dropped}; what was put in in brackets is left as it is."""
    pieces = [piece for change in changes if (piece := _change(change))]
    words = Text("“")
    for index, piece in enumerate(pieces):
        words.append_text(Text(" ") if index else Text()).append_text(piece)
    return words.append("”")


def _change(change: Change) -> Text:
    draft, source = (printable.line(" ".join(words.split())) for words in (change.draft, change.source))
    if change.change == "dropped":
        return Text.assemble(("{− ", "bold"), (source, "green"), ("}", "bold"))
    if change.change == "added":
        return Text.assemble(("{+ ", "bold"), (draft, "red"), ("}", "bold"))
    if change.change == "exchanged":
        return Text.assemble(("{", "bold"), (source, "green"), (" → ", "bold"), (draft, "red"), ("}", "bold"))
    return Text(draft)


def _brief(one: Quotation) -> RenderableType:
    words = " ".join(one.span.text.split())
    short = words if len(words) <= SHOWN else f"{words[: SHOWN - 1].rstrip()}…"
    more = f" and {number(one.sources - 1, 'other')}" if one.sources > 1 else ""
    lines = [Text.assemble((printable.line(f"{one.speaker}: " if one.speaker else ""), "bold"), printable.line(f"“{short}”"))]
    lines += [_text(one.note, "dim")] if one.note else []
    return _tagged(one.verdict, Group(*lines, *(Text.assemble(_where(found), (more, "dim")) for found in one.found[:1])))


def _where(found: Found) -> Text:
    speaker = f"{' and '.join(found.said_by)}, " if found.said_by else ""
    facts = (found.title or found.id, found.outlet, dates.words(found.date))
    return _text(f"{speaker}in {' · '.join(fact for fact in facts if fact)}", "dim")


# ---------------------------------------------------------------- titles and votes


def _title(one: Title) -> RenderableType:
    head = Text.assemble((printable.line(f"{one.title} {one.person}".strip() if one.person not in one.title else one.title), "bold"))
    head.append(printable.line(f": {one.reason}"))
    return _tagged(one.verdict, Group(head, *(_text(holder(row), "dim") for row in one.holders)))


def holder(row: Holder) -> str:
    """Who held an office, from when to when, by which source, in words."""
    end = f"until {dates.words(row.until)}" if row.until else f"last seen {dates.words(row.last_seen)}" if row.last_seen else "no end known"
    since = f"since {dates.words(row.since)}, " if row.since else ""
    return f"{row.name}: {row.office}, {row.place}, {since}{end} (source: {row.source})"


def _vote(vote: Vote, names: tuple[str, ...]) -> RenderableType:
    who = ", ".join(names) if names else number(vote.others or 0, "voter")
    others = f" and {number(vote.others, 'other')}" if names and vote.others else ""
    head = Text.assemble((printable.line(f"{who}{others}: {vote.choice}"), "bold"), printable.line(f" ({vote.body})"))
    check = vote.check
    assert check is not None
    roll_call = f"{vote.roll_call}: " if vote.roll_call and vote.roll_call not in check.reason else ""
    return _tagged(
        check.verdict, Group(head, _text(f"“{' '.join(vote.evidence.text.split())}”", "dim"), _text(f"{roll_call}{check.reason}"))
    )


def _footer(report: Report) -> Text:
    counted = (("quotation", len(report.quotations)), ("title", len(report.titles)), ("vote", len(report.votes)))
    checked = ", ".join(number(count, noun) for noun, count in counted)
    outcome = f"{report.wrong} wrong" if report.wrong else "nothing wrong"
    missing = f", {report.open} not found" if report.open else ""
    return _text(f"{checked} held against {number(report.sources, 'source')}: {outcome}{missing}", "bold")


def _tagged(verdict: str, body: RenderableType) -> Table:
    word, colour = WORDS.get(verdict, (verdict, ""))
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=TAG - 1, no_wrap=True)
    grid.add_column(ratio=1)
    grid.expand = True
    grid.add_row(Text(word, colour), body)
    return grid


def _text(words: str, style: str = "") -> Text:
    return Text(printable.line(words), style)
