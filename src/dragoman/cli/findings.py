"""`dragoman positions`, `dragoman dyad` and `dragoman brief`: what a record shows of someone, of two states, and on a subject."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli import store
from dragoman.cli.pipes import quietly
from dragoman.errors import UsageError

if TYPE_CHECKING:
    from dragoman.formats.page import Page

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON in place of what people read.")]
AsMarkdown = Annotated[bool, typer.Option("--markdown", help="Print Markdown.")]
AsPage = Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Write one page of HTML to FILE.", show_default=False)]
Since = Annotated[str | None, typer.Option(metavar="DATE", help="From this day on: 2022, 2022-03 or 2022-03-07.", show_default=False)]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="Up to this day, itself included.", show_default=False)]

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def positions(
    actor: Annotated[
        str, typer.Argument(metavar="WHO", help="A state by its code (PAK), or a person by words of the name.", show_default=False)
    ],
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="WHAT", help="A state by its code, or an actor or matter by words of its name.", show_default=False),
    ] = None,
    record: store.Record = store.DEFAULT,
    since: Since = None,
    until: Until = None,
    as_json: AsJson = False,
    as_markdown: AsMarkdown = False,
    page: AsPage = None,
) -> int:
    """Show where a state or a person stands over time: dated evidence from statements, events and votes, and no score."""
    from dragoman.analysis.briefing import Period
    from dragoman.analysis.positions import Chosen
    from dragoman.analysis.positions import positions as evidence
    from dragoman.formats.findings import positions as shown
    from dragoman.record import viewing

    period = Period(_date(since), _date(until))
    who, what = Chosen.of(actor), Chosen.of(on) if on else None

    def work() -> int:
        with store.opened(record) as opened:
            found = tuple(one for one in evidence(viewing.records(opened), who, what) if period.holds(one.date))
        if as_json:
            for one in found:
                typer.echo(json.dumps(asdict(one), ensure_ascii=False))
            return 0
        title = f"Where {actor} stands on {on}" if on else f"Where {actor} stands"
        return _show(shown(title, found), as_markdown, page)

    return quietly(work)


def dyad(
    first: Annotated[str, typer.Argument(metavar="STATE", help="A state by its code: PAK.", show_default=False)],
    second: Annotated[str, typer.Argument(metavar="STATE", help="The other: RUS.", show_default=False)],
    record: store.Record = store.DEFAULT,
    since: Since = None,
    until: Until = None,
    as_json: AsJson = False,
) -> int:
    """Show what two states did towards each other, month by month, by quad class, with the mean PLOVER score."""
    from dragoman.analysis.briefing import Period
    from dragoman.analysis.dyads import months
    from dragoman.analysis.merging import merged
    from dragoman.knowledge import Knowledge
    from dragoman.record import viewing

    period = Period(_date(since), _date(until))
    knowledge = Knowledge.load()
    for code in (first, second):
        if knowledge.territory(code) is None:
            raise UsageError(f"{code}: no code of a state; write it as ISO 3166-1 alpha-3 does, as in PAK RUS")

    def work() -> int:
        with store.opened(record) as opened:
            acts = merged(viewing.records(opened), viewing.history(opened))
        rows = tuple(row for row in months(acts, knowledge, (first, second)) if period.holds(row.month))
        if as_json:
            for row in rows:
                typer.echo(json.dumps(asdict(row), ensure_ascii=False))
            return 0
        from rich.console import Console

        from dragoman.formats.dyads_terminal import table

        if rows:
            Console(highlight=False, emoji=False).print(table(rows, f"{first} and {second}"))
        else:
            typer.echo(f"no act between {first} and {second} is on record", err=True)
        return 0

    return quietly(work)


def brief(
    subject: Annotated[
        str, typer.Argument(metavar="SUBJECT", help='Words that must all be found: "Pakistan Ukraine".', show_default=False)
    ],
    record: store.Record = store.DEFAULT,
    since: Since = None,
    until: Until = None,
    as_json: AsJson = False,
    as_markdown: AsMarkdown = False,
    page: AsPage = None,
) -> int:
    """Write a briefing: who said what, what was done, votes, what does not agree, sources; every line cited."""
    from dragoman.analysis.briefing import Period
    from dragoman.analysis.briefing import brief as briefed
    from dragoman.formats.findings import briefing, briefing_data
    from dragoman.record import viewing

    period = Period(_date(since), _date(until))

    def work() -> int:
        with store.opened(record) as opened:
            found = briefed(viewing.records(opened), subject, period, viewing.history(opened))
        if as_json:
            typer.echo(json.dumps(briefing_data(found), ensure_ascii=False, indent=2))
            return 0
        return _show(briefing(found), as_markdown, page)

    return quietly(work)


def _date(text: str | None) -> str | None:
    if text is not None and not _DATE.fullmatch(text):
        raise UsageError(f"{text!r}: no date; write 2022, 2022-03 or 2022-03-07")
    return text


def _show(found: Page, as_markdown: bool, path: Path | None) -> int:
    if path is not None:
        from dragoman.cli.output import opened
        from dragoman.formats import page_html

        with opened(path) as out:
            out.write(page_html.render(found))
    if as_markdown:
        from dragoman.formats import page_markdown

        typer.echo(page_markdown.render(found), nl=False)
    elif path is None:
        from rich.console import Console

        from dragoman.formats import page_terminal

        Console(highlight=False, emoji=False).print(page_terminal.render(found))
    return 0
