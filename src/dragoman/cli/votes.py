"""`dragoman votes`: who voted how, how much is known of it, and the user's own roll calls beside the shipped ones."""

from __future__ import annotations

import difflib
import hashlib
from pathlib import Path
from typing import Annotated, Any

import typer
import typer.core

from dragoman.cli import rollcalls
from dragoman.cli.pipes import quietly
from dragoman.cli.rollcalls import FIRST_YEAR, OPEN
from dragoman.errors import KnowledgeError, UsageError
from dragoman.knowledge.rollcalls.archive import Archive, RollCall, load, user_folder, write
from dragoman.knowledge.rollcalls.coverage import coverage
from dragoman.knowledge.rollcalls.seats import seat_code, seats
from dragoman.knowledge.rollcalls.symbols import normal

NEXT_DAY = "2020-01-15"
COLUMNS = ("roll_call", "body", "date", "session", "kind", "quality", "title", "iso3", "answer")


class Resolutions(typer.core.TyperGroup):
    """A group whose first word is a resolution unless it names a command; options may stand on both sides of it."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Give the command an empty resolution before it, where one is named."""
        if args and args[0] in self.commands:
            return super().parse_args(ctx, ["", *args])
        ctx.allow_interspersed_args = True
        return super().parse_args(ctx, args)


app = typer.Typer(cls=Resolutions, invoke_without_command=True, no_args_is_help=True, subcommand_metavar="| COMMAND …")


@app.callback()
def votes(
    ctx: typer.Context,
    resolution: Annotated[
        str | None, typer.Argument(metavar="RESOLUTION", help="A symbol: A/RES/ES-11/1, 77/23, S/2022/155.", show_default=False)
    ] = None,
    state: Annotated[str | None, typer.Option(metavar="STATE", help="How this state voted: PAK or Pakistan.", show_default=False)] = None,
    since: rollcalls.Since = None,
    until: rollcalls.Until = None,
    about: rollcalls.About = None,
    out: rollcalls.Out = None,
    chart: rollcalls.Chart = None,
) -> int:
    """Show who voted how in the United Nations: on one resolution, or a list of roll calls by state, years and words."""
    if ctx.invoked_subcommand:
        return 0
    rollcalls.checked(out, chart)
    archive = load()
    code = seat_code(state) if state else None
    years = rollcalls.period(since, until, FIRST_YEAR, OPEN)
    chosen = _on(resolution, archive) if resolution else _chosen(archive, years, about)
    if chart is not None and not resolution:
        raise UsageError("a chart shows one roll call: name its resolution, as in dragoman votes A/RES/ES-11/1 --chart vote.svg")
    if out is not None:
        rollcalls.table(out, COLUMNS, _rows(chosen, code))
    if chart is not None:
        from dragoman.formats.charts.tiles import roll_call

        rollcalls.drawn(chart, roll_call(chosen[0], archive.name))
    return quietly(lambda: _show(chosen, code, whole=bool(resolution))) if out is None and chart is None else 0


def _on(resolution: str, archive: Archive) -> tuple[RollCall, ...]:
    if found := archive.of(resolution):
        return found
    symbol = normal(resolution)
    symbols = {item.symbol for item in archive.roll_calls if item.symbol}
    near = difflib.get_close_matches(symbol, symbols, n=3, cutoff=0.8)
    hint = f"; nearest: {', '.join(near)}" if near else ""
    raise UsageError(f"{resolution}: the archive has no recorded vote on it{hint}; dragoman votes coverage says what it has")


def _chosen(archive: Archive, years: tuple[str, str], about: str | None) -> tuple[RollCall, ...]:
    from dragoman.analysis.panel import holds

    found = tuple(item for item in archive.roll_calls if holds(item, years, about))
    if not found:
        raise rollcalls.empty(archive, years, about)
    return found


def _show(chosen: tuple[RollCall, ...], code: str | None, *, whole: bool) -> int:
    from dragoman.formats.rollcalls import described, listed

    columns = rollcalls.width()
    if not whole or code:
        rollcalls.show(listed(chosen, code, columns))
        return 0
    for place, item in enumerate(chosen):
        if place:
            typer.echo()
        rollcalls.show(described(item, min(columns or 80, 100)))
    return 0


def _rows(chosen: tuple[RollCall, ...], code: str | None) -> list[tuple[object, ...]]:
    """A row a roll call and state of which something is recorded."""
    return [
        (item.id, item.body, item.date, item.session, item.kind, item.quality, item.title, one, item.answer(one))
        for item in chosen
        for one in ([code] if code else seats())
        if item.answer(one) not in (None, "not a member")
    ]


@app.command("coverage")
def show_coverage(since: rollcalls.Since = None, until: rollcalls.Until = None) -> int:
    """Show, year by year, how many recorded votes the archive knows."""
    archive = load()
    first, last = (int(date[:4]) for date in rollcalls.period(since, until, FIRST_YEAR, OPEN))
    rows = [item for body in ("UNGA", "UNSC") for item in coverage(archive, body) if first <= item.year <= last]
    if not rows:
        raise rollcalls.empty(archive, (str(first), str(last)), None)

    def work() -> int:
        typer.echo(f"archive {archive.name}\nbody  year  by state  tally or vetoes only  recorded votes held")
        for item in rows:
            held = "not counted" if item.expected is None else str(item.expected)
            typer.echo(f"{item.body}  {item.year}  {item.known:>8}  {item.partial:>20}  {held:>19}")
        return 0

    return quietly(work)


@app.command()
def update(
    file: Annotated[Path, typer.Argument(help="A CSV export of the UN Digital Library, or Voeten's UNVotes.csv.", show_default=False)],
    since: Annotated[
        str, typer.Option(help="Take roll calls from this day on; the shipped archive is whole before.", metavar="DATE")
    ] = NEXT_DAY,
    leave_out_faulty: Annotated[bool, typer.Option(help="Take the rest where some roll calls are at fault.")] = False,
) -> None:
    """Add roll calls from a file to your own archive, which stands beside the shipped one."""
    from dragoman.knowledge.rollcalls.imports import read_votes

    found = read_votes(file)
    faults = "; ".join(found.faults[:3])
    if found.faults and not leave_out_faulty:
        raise KnowledgeError(
            f"{file}: {len(found.faults)} roll calls at fault: {faults}; correct them, or take the rest with --leave-out-faulty"
        )
    fresh = [item for item in found.roll_calls if item.date >= since[: len(item.date)]]
    if not fresh:
        raise KnowledgeError(f"{file}: no roll call from {since} on; give an earlier --since")
    folder = user_folder()
    folder.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256(file.read_bytes()).hexdigest()[:8]
    write(folder / f"{file.name.split('.')[0]}-{digest}.jsonl.gz", {"archive": file.name}, fresh)
    typer.echo(
        f"{len(fresh)} roll calls added, {fresh[0].date} to {fresh[-1].date}; {len(found.faults)} left out{f': {faults}' if faults else ''}"
    )
