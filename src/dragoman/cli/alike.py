"""`dragoman agreement`, `blocs` and `idealpoints`: who votes alike in the General Assembly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli import rollcalls
from dragoman.cli.pipes import quietly
from dragoman.errors import UsageError
from dragoman.knowledge.rollcalls.archive import Archive, load
from dragoman.knowledge.rollcalls.coverage import require
from dragoman.knowledge.rollcalls.seats import seat_code

if TYPE_CHECKING:
    from dragoman.analysis.panel import Panel

FIRST_OF_BLOCS = "2010"
PERMANENT = ("CHN", "FRA", "GBR", "RUS", "USA")
"""Whose lines a chart of ideal points holds where no state is named."""


def agreement(
    states: Annotated[list[str], typer.Argument(metavar="STATE STATE…", help="Two or more states: PAK IND CHN USA.", show_default=False)],
    since: rollcalls.Since = None,
    until: rollcalls.Until = None,
    about: rollcalls.About = None,
    enough: rollcalls.Enough = rollcalls.LEAST,
    out: rollcalls.Out = None,
    chart: rollcalls.Chart = None,
) -> int:
    """Show how often states gave the same answer in the General Assembly."""
    from dragoman.analysis.agreement import MEASURE, agreements
    from dragoman.formats.rollcalls import matrix, pairs

    rollcalls.checked(out, chart)
    codes = tuple(dict.fromkeys(seat_code(state) for state in states))
    if len(codes) < 2:
        raise UsageError("agreement needs two states: name another")
    archive = load()
    years = rollcalls.known_period(archive, since, until)
    known = require(archive, *years, enough)
    found = agreements(_panel(archive, years, about), codes)
    if out is not None:
        rows = [(one.first, one.second, one.share, one.low, one.high, one.kappa, one.same, one.both, one.total) for one in found]
        rollcalls.table(out, ("iso3_1", "iso3_2", "agreement", "low", "high", "kappa", "same", "both", "roll_calls"), rows)
    if chart is not None:
        from dragoman.formats.charts.heat import agreement as drawing

        rollcalls.drawn(chart, drawing(found, _span(years, about), _notes(known, archive)))
    if out is not None or chart is not None:
        return 0

    def work() -> int:
        rollcalls.lead(str(known), MEASURE)
        if len(codes) > 2:
            rollcalls.show(matrix(found))
            typer.echo()
        rollcalls.show(pairs(found))
        return 0

    return quietly(work)


def blocs(
    since: rollcalls.Since = None,
    until: rollcalls.Until = None,
    about: rollcalls.About = None,
    number: Annotated[
        int | None, typer.Option(metavar="N", help="How many blocs; as many as fit best, if not given.", min=2, show_default=False)
    ] = None,
    enough: rollcalls.Enough = rollcalls.LEAST,
    out: rollcalls.Out = None,
    chart: rollcalls.Chart = None,
) -> int:
    """Group the states by how they vote in the General Assembly, since 2010 if not told otherwise, and say how stable each group is."""
    from dragoman.analysis.agreement import MEASURE
    from dragoman.analysis.blocs import blocs as found_blocs
    from dragoman.formats.rollcalls import blocs as shown

    rollcalls.checked(out, chart)
    archive = load()
    years = rollcalls.known_period(archive, since, until, FIRST_OF_BLOCS)
    known = require(archive, *years, enough)
    found = found_blocs(_panel(archive, years, about), number)
    if out is not None:
        rows = [(code, place, one.cohesion, one.stability) for place, one in enumerate(found.blocs, 1) for code in one.states]
        rollcalls.table(out, ("iso3", "bloc", "agreement_inside", "stability"), rows)
    if chart is not None:
        from dragoman.formats.charts.tiles import blocs as drawing

        rollcalls.drawn(chart, drawing(found, _span(years, about), _notes(known, archive)))
    if out is not None or chart is not None:
        return 0

    def work() -> int:
        rollcalls.lead(str(known), f"{MEASURE}; average linkage; stability over resampled roll calls")
        rollcalls.show(shown(found, min(rollcalls.width() or 80, 100)))
        return 0

    return quietly(work)


def idealpoints(
    states: Annotated[
        list[str] | None, typer.Argument(metavar="STATE…", help="Show these states; the table holds all.", show_default=False)
    ] = None,
    since: rollcalls.Since = None,
    until: rollcalls.Until = None,
    enough: rollcalls.Enough = rollcalls.LEAST,
    out: rollcalls.Out = None,
    chart: rollcalls.Chart = None,
) -> int:
    """Estimate where states stand, session by session, from all roll calls of the General Assembly in the years given."""
    from dragoman.analysis.idealpoints import ideal_points
    from dragoman.formats.rollcalls import courses, last_points

    rollcalls.checked(out, chart)
    codes = list(dict.fromkeys(seat_code(state) for state in states or []))
    archive = load()
    years = rollcalls.known_period(archive, since, until)
    known = require(archive, *years, enough)
    found = ideal_points(_panel(archive, years, None))
    if missing := [code for code in codes if code not in found.states]:
        raise UsageError(f"{', '.join(missing)}: no ideal point from {years[0]} to {years[1]}; choose other states or other years")
    if out is not None:
        columns = zip(found.states, found.sessions.tolist(), found.point.tolist(), found.low.tolist(), found.high.tolist(), strict=True)
        rows = [(code, session, 1945 + session, *(round(value, 4) for value in values)) for code, session, *values in columns]
        rollcalls.table(out, ("iso3", "session", "year", "ideal_point", "low", "high"), rows)
    if chart is not None:
        from dragoman.formats.charts.lines import ideal_points as drawing

        rollcalls.drawn(chart, drawing(found, codes or [code for code in PERMANENT if code in found.states], _notes(known, archive)))
    if out is not None or chart is not None:
        return 0

    def work() -> int:
        rollcalls.lead(str(known), "mean 0, deviation 1 over all states and sessions; the United States’ side is positive")
        rollcalls.show(courses(found, codes, min(rollcalls.width() or 80, 120)) if codes else last_points(found))
        return 0

    return quietly(work)


def _panel(archive: Archive, years: tuple[str, str], about: str | None) -> Panel:
    from dragoman.analysis.panel import panel, select

    chosen = select(archive, *years, about)
    if not chosen:
        raise rollcalls.empty(archive, years, about)
    return panel(chosen)


def _span(years: tuple[str, str], about: str | None) -> str:
    return f"{years[0]} to {years[1]}" + (f", about “{about}”" if about else "")


def _notes(known: str, archive: Archive) -> tuple[str, str]:
    return f"{known}.", f"Source: roll-call archive {archive.name} of Dragoman; before 2020 from Voeten, Strezhnev and Bailey."
