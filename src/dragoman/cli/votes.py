"""`dragoman votes`: the roll-call archive, and what can be computed from it."""

from __future__ import annotations

import csv
import difflib
import hashlib
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from dragoman.errors import KnowledgeError, UsageError
from dragoman.knowledge.rollcalls.archive import CAST, Archive, RollCall, load, user_folder, write
from dragoman.knowledge.rollcalls.coverage import ENOUGH, coverage, require
from dragoman.knowledge.rollcalls.seats import seat_code, seats

FIRST_YEAR, WHOLE_UNTIL, NEXT_DAY = "1946", "2019", "2020-01-15"

Since = Annotated[str, typer.Option(help="First year, month or day.", metavar="DATE")]
Until = Annotated[str, typer.Option(help="Last year, month or day.", metavar="DATE")]
About = Annotated[str | None, typer.Option(help="Only roll calls whose title or description holds these words.", metavar="WORDS")]
Enough = Annotated[float, typer.Option("--coverage", help="Refuse below this share of known roll calls.", min=0.0, max=1.0)]
Out = Annotated[Path | None, typer.Option(help="Write a table: .csv, or .parquet with the extra [tables].", metavar="FILE")]

app = typer.Typer(help="Roll calls of the United Nations: who voted how, who votes alike.", no_args_is_help=True)


@app.command()
def show(resolution: Annotated[str, typer.Argument(help="A symbol: A/RES/ES-11/1, 77/23, S/2022/155.")]) -> None:
    """Show the recorded votes on a resolution or draft."""
    archive = load()
    found = archive.of(resolution)
    if not found:
        raise UsageError(_unknown_resolution(resolution, archive))
    for roll_call in found:
        typer.echo("\n".join(_described(roll_call)))


@app.command("list")
def list_votes(
    state: Annotated[str | None, typer.Option(help="Show how this state voted.", metavar="STATE")] = None,
    since: Since = FIRST_YEAR,
    until: Until = "2025",
    about: About = None,
) -> None:
    """List roll calls, newest last, with one state's answers."""
    from dragoman.analysis.panel import holds

    code = seat_code(state) if state else None
    chosen = [item for item in load().roll_calls if holds(item, (since, until), about)]
    if not chosen:
        raise UsageError("no roll call fits: widen the years or the words")
    for item in chosen:
        answer = f"{item.answer(code) or 'not known':<12} " if code else ""
        typer.echo(f"{item.date:<10} {answer}{_totals(item):<18} {item.id}  {item.title[:90]}")
    if code:
        known = sum(1 for item in chosen if item.answer(code) is not None)
        typer.echo(f"{seats()[code].name}: {known} of {len(chosen)} known")


@app.command("coverage")
def show_coverage(since: Since = FIRST_YEAR, until: Until = "2025") -> None:
    """Show, year by year, how many recorded votes the archive knows."""
    archive = load()
    typer.echo(f"archive {archive.name}\nbody  year  by state  tally or vetoes only  recorded votes held")
    for body in ("UNGA", "UNSC"):
        for item in coverage(archive, body):
            if int(since[:4]) <= item.year <= int(until[:4]):
                held = "not counted" if item.expected is None else str(item.expected)
                typer.echo(f"{body}  {item.year}  {item.known:>8}  {item.partial:>20}  {held:>19}")


@app.command()
def agree(
    states: Annotated[list[str], typer.Argument(help="Two or more states.")],
    since: Since = FIRST_YEAR,
    until: Until = WHOLE_UNTIL,
    about: About = None,
    enough: Enough = ENOUGH,
) -> None:
    """Show how often states gave the same answer in the General Assembly."""
    from dragoman.analysis.agreement import MEASURE, agreements
    from dragoman.analysis.panel import panel, select

    codes = tuple(dict.fromkeys(seat_code(state) for state in states))
    if len(codes) < 2:
        raise UsageError("agreement needs two states: name another")
    archive = load()
    known = require(archive, since, until, enough)
    typer.echo(f"{known}\nmeasure: {MEASURE}")
    for item in agreements(panel(select(archive, since, until, about)), codes):
        both = f"{item.both} of {item.total} roll calls answered by both"
        if item.share is None:
            typer.echo(f"{item.first} {item.second}  no figure: {both}")
            continue
        kappa = "" if item.kappa is None else f"  kappa {item.kappa:.2f}"
        typer.echo(f"{item.first} {item.second}  {item.share:.3f} ({item.low:.3f} to {item.high:.3f}){kappa}  {both}")


@app.command()
def blocs(
    since: Since = "2010",
    until: Until = WHOLE_UNTIL,
    about: About = None,
    number: Annotated[int | None, typer.Option(help="How many blocs; as many as fit best, if not given.", min=2)] = None,
    enough: Enough = ENOUGH,
) -> None:
    """Group the states by how they vote, and say how stable each group is."""
    from dragoman.analysis.agreement import MEASURE
    from dragoman.analysis.blocs import blocs as found_blocs
    from dragoman.analysis.panel import panel, select

    archive = load()
    typer.echo(f"{require(archive, since, until, enough)}\nmeasure: {MEASURE}; average linkage; stability over resampled roll calls")
    found = found_blocs(panel(select(archive, since, until, about)), number)
    for place, bloc in enumerate(found.blocs, start=1):
        typer.echo(f"{place}  {len(bloc.states)} states  agreement inside {bloc.cohesion:.2f}  stability {bloc.stability:.2f}")
        typer.echo(f"   {' '.join(bloc.states)}")
    typer.echo(f"mean silhouette {found.silhouette:.2f}; {found.roll_calls} roll calls")
    if found.left_out:
        typer.echo(f"left out, fewer than half of the roll calls answered: {' '.join(found.left_out)}")


@app.command()
def points(
    states: Annotated[list[str] | None, typer.Argument(help="Show these states; all go into --out.")] = None,
    since: Since = FIRST_YEAR,
    until: Until = WHOLE_UNTIL,
    out: Out = None,
    enough: Enough = ENOUGH,
) -> None:
    """Estimate ideal points from all roll calls of the General Assembly in the years given."""
    from dragoman.analysis.idealpoints import ideal_points
    from dragoman.analysis.panel import panel, select

    codes = [seat_code(state) for state in states or []]
    table = _table_path(out) if out is not None else None
    archive = load()
    typer.echo(require(archive, since, until, enough), err=True)
    found = ideal_points(panel(select(archive, since, until)))
    rows = list(zip(found.states, found.sessions.tolist(), found.point.tolist(), found.low.tolist(), found.high.tolist(), strict=True))
    if table is not None:
        years = [
            (code, session, 1945 + session, round(point, 4), round(low, 4), round(high, 4)) for code, session, point, low, high in rows
        ]
        _write_table(table, ("iso3", "session", "year", "ideal_point", "low", "high"), years)
    last = max(session for _, session, *_ in rows)
    for code, session, point, low, high in rows:
        if code in codes or (not codes and out is None and session == last):
            typer.echo(f"{code}  session {session:>2} ({1945 + session})  {point:+.2f}  ({low:+.2f} to {high:+.2f})  {_bar(point)}")


@app.command()
def export(
    out: Annotated[Path, typer.Argument(help="The table: .csv, or .parquet with the extra [tables].", metavar="FILE")],
    since: Since = FIRST_YEAR,
    until: Until = "2025",
    about: About = None,
) -> None:
    """Write the roll calls as a table, a row a roll call and state of which something is recorded."""
    from dragoman.analysis.panel import holds

    rows = [
        (item.id, item.body, item.date, item.session, item.kind, item.quality, item.title, code, item.answer(code))
        for item in load().roll_calls
        if holds(item, (since, until), about)
        for code in seats()
        if item.answer(code) not in (None, "not a member")
    ]
    if not rows:
        raise UsageError("no roll call fits: widen the years or the words")
    _write_table(_table_path(out), ("roll_call", "body", "date", "session", "kind", "quality", "title", "iso3", "answer"), rows)


@app.command()
def update(
    file: Annotated[Path, typer.Argument(help="A CSV export of the UN Digital Library, or Voeten's UNVotes.csv.")],
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


def _described(item: RollCall) -> Iterable[str]:
    yield f"{item.id}  {item.date}  {item.title}"
    if item.description:
        yield f"  {item.description}"
    yield f"  {_totals(item)}; {item.known} of {item.members} known; {item.kind}, {item.quality}" + (f" ({item.note})" if item.note else "")
    for answer in (*CAST, "absent"):
        if voters := item.voters(answer):
            yield f"  {answer:<8} {len(voters):>3}  {' '.join(voters)}"
    if unknown := [code for code in seats() if item.answer(code) is None]:
        yield f"  not known {len(unknown)}: {' '.join(unknown)}"


def _totals(item: RollCall) -> str:
    counts = [item.count(answer) for answer in CAST]
    return "totals not known" if None in counts else f"{counts[0]}-{counts[1]}-{counts[2]}"


def _unknown_resolution(symbol: str, archive: Archive) -> str:
    near = difflib.get_close_matches(symbol.upper(), [item.symbol for item in archive.roll_calls if item.symbol], n=3, cutoff=0.7)
    hint = f"; nearest: {', '.join(dict.fromkeys(near))}" if near else ""
    return f"{symbol}: the archive has no recorded vote on it{hint}; see dragoman votes coverage"


def _bar(point: float) -> str:
    place = round(max(-3.0, min(3.0, point)) * 6) + 18
    return "".join("●" if spot == place else "│" if spot == 18 else "·" for spot in range(37))


def _table_path(path: Path) -> Path:
    if path.suffix not in (".csv", ".parquet"):
        raise UsageError(f"{path}: name a .csv or a .parquet file")
    return path


def _write_table(path: Path, columns: tuple[str, ...], rows: Sequence[tuple[object, ...]]) -> None:
    try:
        if path.suffix == ".parquet":
            import polars

            polars.DataFrame(rows, schema=list(columns), orient="row", infer_schema_length=None).write_parquet(path)
        else:
            with path.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file, lineterminator="\n").writerows([columns, *rows])
    except ImportError as error:
        raise UsageError(f"{path}: Parquet needs polars: pip install 'dragoman[tables]', or name a .csv file") from error
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror}); name another file") from error
    print(f"{len(rows)} rows written to {path}", file=sys.stderr)
