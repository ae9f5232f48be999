"""`dragoman positions`, `dragoman dyad` and `dragoman brief`: what a record shows of someone, of two states, and on a subject."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from dragoman.cli import options, store
from dragoman.cli.pipes import quietly
from dragoman.errors import UsageError

if TYPE_CHECKING:
    from dragoman.analysis.briefing import Period
    from dragoman.analysis.positions import Chosen
    from dragoman.formats.page import Page
    from dragoman.record import Store

T = TypeVar("T")


def positions(
    actor: Annotated[
        str, typer.Argument(metavar="WHO", help="A state by its code (PAK), or a person by words of the name.", show_default=False)
    ],
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="WHAT", help="A state by its code, or an actor or matter by words of its name.", show_default=False),
    ] = None,
    record: store.Record = store.DEFAULT,
    since: options.Since = None,
    until: options.Until = None,
    as_json: options.AsJson = False,
    as_markdown: options.AsMarkdown = False,
    page: options.AsPage = None,
) -> int:
    """Show where a state or a person stands over time: dated evidence from statements, events and votes, and no score."""
    from dragoman.analysis.positions import Chosen, Evidence, within
    from dragoman.analysis.positions import positions as evidence
    from dragoman.formats import findings
    from dragoman.record import viewing

    period = _period(since, until)
    who, what = Chosen.of(actor), Chosen.of(on) if on else None
    title = f"Where {_called(who, actor)} stands" + (f" on {_called(what, on)}" if what and on else "")

    def find(opened: Store) -> tuple[Evidence, ...]:
        return tuple(one for one in evidence(viewing.records(opened, within(who, what)), who, what) if period.holds(one.date))

    def as_page(found: tuple[Evidence, ...]) -> Page:
        return findings.positions(title, found)

    return _shown(record, find, Form(as_json, as_markdown, page), (_json_lines, as_page))


def _called(chosen: Chosen, text: str) -> str:
    """The state's name where a code was given, else the words themselves. Raises UsageError for a code that no state has."""
    if chosen.state is None:
        return text
    from dragoman.knowledge import Knowledge

    if territory := Knowledge.load().territory(chosen.state):
        return territory.name
    raise UsageError(f"{text}: no code of a state; write a state as in PAK, and a name in small letters: {text.lower()}")


def dyad(
    first: Annotated[str, typer.Argument(metavar="STATE", help="A state by its code: PAK.", show_default=False)],
    second: Annotated[str, typer.Argument(metavar="STATE", help="The other: RUS.", show_default=False)],
    record: store.Record = store.DEFAULT,
    since: options.Since = None,
    until: options.Until = None,
    as_json: options.AsJson = False,
) -> int:
    """Show what two states did towards each other, month by month, by quad class, with the mean PLOVER score."""
    from dragoman.analysis.dyads import months
    from dragoman.analysis.gathering import between
    from dragoman.knowledge import Knowledge

    period = _period(since, until)
    knowledge = Knowledge.load()
    for code in (first, second):
        if knowledge.territory(code) is None:
            raise UsageError(f"{code}: no code of a state; write it as ISO 3166-1 alpha-3 does, as in PAK RUS")

    def work() -> int:
        with store.opened(record) as opened:
            acts = between(opened, first, second)
        rows = tuple(row for row in months(acts, knowledge, (first, second)) if period.holds(row.month))
        if as_json:
            typer.echo(_json_lines(rows), nl=False)
            return 0
        from rich.console import Console

        from dragoman.formats import dyads_terminal

        if rows:
            Console(highlight=False, emoji=False).print(dyads_terminal.render(rows))
        else:
            typer.echo(f"no act between {knowledge.named(first)} and {knowledge.named(second)} is on record", err=True)
        return 0

    return quietly(work)


def brief(
    subject: Annotated[
        str, typer.Argument(metavar="SUBJECT", help='Words that must all be found: "Pakistan Ukraine".', show_default=False)
    ],
    record: store.Record = store.DEFAULT,
    since: options.Since = None,
    until: options.Until = None,
    as_json: options.AsJson = False,
    as_markdown: options.AsMarkdown = False,
    page: options.AsPage = None,
) -> int:
    """Write a briefing: who said what, what was done, votes, what does not agree, sources; every line cited."""
    from dragoman.analysis import briefing, gathering
    from dragoman.formats import findings

    period = _period(since, until)

    def find(opened: Store) -> briefing.Briefing:
        return gathering.brief(opened, subject, period)

    def as_data(found: briefing.Briefing) -> str:
        return json.dumps(findings.briefing_data(found), ensure_ascii=False, indent=2) + "\n"

    return _shown(record, find, Form(as_json, as_markdown, page), (as_data, findings.briefing))


@dataclass(frozen=True, slots=True)
class Form:
    """In which form something is shown: JSON, Markdown, a page of HTML in a file; on the terminal where none is asked for."""

    as_json: bool
    as_markdown: bool
    page: Path | None


def _period(since: str | None, until: str | None) -> Period:
    """The days between the two. Raises UsageError where one is no date."""
    from dragoman.analysis.briefing import Period
    from dragoman.articles.dates import FORMS, is_date

    for day in (since, until):
        if day is not None and not is_date(day):
            raise UsageError(f"{day!r}: no date; write {FORMS}")
    return Period(since, until)


def _json_lines(found: tuple[object, ...]) -> str:
    return "".join(json.dumps(asdict(one), ensure_ascii=False) + "\n" for one in found)  # type: ignore[call-overload]


def _shown(record: str, find: Callable[[Store], T], form: Form, ways: tuple[Callable[[T], str], Callable[[T], Page]]) -> int:
    """Show what `find` finds in a record; `ways` make JSON and a page of it."""
    as_data, as_page = ways

    def work() -> int:
        with store.opened(record) as opened:
            found = find(opened)
        if form.as_json:
            typer.echo(as_data(found), nl=False)
            return 0
        return _show(as_page(found), form)

    return quietly(work)


def _show(found: Page, form: Form) -> int:
    if form.page is not None:
        from dragoman.cli.output import opened
        from dragoman.formats import page_html

        with opened(form.page) as out:
            out.write(page_html.render(found))
    if form.as_markdown:
        from dragoman.formats import page_markdown

        typer.echo(page_markdown.render(found), nl=False)
    elif form.page is None:
        from rich.console import Console

        from dragoman.formats import page_terminal

        Console(highlight=False, emoji=False).print(page_terminal.render(found))
    return 0
