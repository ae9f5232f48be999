"""What the commands on roll calls share: their options, their tables, and how they print."""

from __future__ import annotations

import csv
import difflib
import re
import sys
import textwrap
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.errors import UsageError
from dragoman.knowledge.rollcalls.coverage import ENOUGH, last_known

if TYPE_CHECKING:
    from rich.text import Text

    from dragoman.knowledge.rollcalls.archive import Archive

FIRST_YEAR, OPEN = "1946", "9999"
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")

Since = Annotated[str | None, typer.Option(metavar="DATE", help="From this year, month or day on: 2010, 2010-09.", show_default=False)]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="Up to this year, month or day, itself included.", show_default=False)]
About = Annotated[
    str | None, typer.Option(metavar="WORDS", help="Only roll calls whose title or description holds these words.", show_default=False)
]
Enough = Annotated[float, typer.Option("--coverage", help="Refuse below this share of known roll calls.", min=0.0, max=1.0)]
Out = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Write a table: .csv, or .parquet with the extra tables.", show_default=False)
]
Chart = Annotated[Path | None, typer.Option(metavar="FILE", help="Draw a chart: .svg, or .png with the extra png.", show_default=False)]
LEAST = ENOUGH


def period(since: str | None, until: str | None, first: str, last: str) -> tuple[str, str]:
    """The dates asked for, `first` and `last` where they are not. Raises UsageError for what is no date or ends before it begins."""
    for text in (since, until):
        if text is not None and not _DATE.fullmatch(text):
            raise UsageError(f"{text!r}: no date; write 2022, 2022-03 or 2022-03-07")
    begin, end = since or first, until or last
    if end[: len(begin)] < begin[: len(end)]:
        raise UsageError(_never(since, until, begin, end))
    return begin, end


def _never(since: str | None, until: str | None, begin: str, end: str) -> str:
    """What is wrong with dates of which the end comes before the beginning; one of them may be nobody's choice."""
    if since and until:
        return f"no roll call can be both since {begin} and until {end}; change one of them"
    if since:
        return f"--since {since}: enough is known only up to {end}; give an earlier date, or --until and a lower --coverage"
    return f"--until {until}: without --since it begins in {begin}; give --since too"


def known_period(archive: Archive, since: str | None, until: str | None, first: str = FIRST_YEAR) -> tuple[str, str]:
    """As `period`, up to the last year of the General Assembly of which enough is known."""
    return period(since, until, first, str(last_known(archive)))


def checked(out: Path | None, chart: Path | None) -> None:
    """Raises UsageError for a table or a chart that could not be written, before anything is computed."""
    if out is not None and out.suffix not in (".csv", ".parquet"):
        raise UsageError(f"{out}: name a .csv or a .parquet file")
    if chart is not None:
        from dragoman.formats.charts.files import chart_path

        chart_path(chart)


def empty(archive: Archive, years: tuple[str, str], about: str | None) -> UsageError:
    """The error for a selection that holds no roll call, with words of the archive that are near to those asked for."""
    when = _between(*years)
    if not about:
        return UsageError(f"no roll call{when}; widen the years")
    words = {word for item in archive.roll_calls for word in re.findall(r"[a-z]{4,}", f"{item.title} {item.description}".casefold())}
    near = [
        match
        for word in about.casefold().split()
        if word not in words
        for match in difflib.get_close_matches(word, words, n=2, cutoff=0.75)
    ]
    hint = f"; nearest words: {', '.join(near)}" if near else ""
    advice = "widen the years or give fewer words" if when else "give other words"
    return UsageError(f"no roll call about {about!r}{when}; {advice}{hint}")


def _between(begin: str, end: str) -> str:
    """Dates in words, "" where nothing limits them."""
    if end == OPEN:
        return "" if begin == FIRST_YEAR else f" since {begin}"
    return f" until {end}" if begin == FIRST_YEAR else f" from {begin} to {end}"


def width() -> int | None:
    """The columns of the terminal; None where the output is no terminal, so that nothing is cut."""
    import shutil

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def lead(*paragraphs: str) -> None:
    """Prints what stands above figures, wrapped to the terminal, and an empty line."""
    room = min(width() or 80, 100)
    for paragraph in paragraphs:
        typer.echo(textwrap.fill(paragraph, room))
    typer.echo()


def show(lines: Iterable[Text]) -> None:
    """Prints lines, in colour where the output is a terminal that shows colour; never broken anew."""
    from rich.console import Console

    console = Console(file=sys.stdout, highlight=False, emoji=False, soft_wrap=True)
    for line in lines:
        console.print(line)


def drawn(path: Path, document: str) -> None:
    """Writes a chart and says so."""
    from dragoman.formats.charts.files import write

    write(path, document)
    print(f"chart written to {path}", file=sys.stderr)


def table(path: Path, columns: tuple[str, ...], rows: Sequence[tuple[object, ...]]) -> None:
    """Writes a table and says so. Raises UsageError where it cannot be written."""
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
