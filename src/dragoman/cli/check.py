"""`dragoman check`: a draft held against its sources before it is printed."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli import options
from dragoman.cli.pipes import quietly

if TYPE_CHECKING:
    from dragoman.articles import Given
    from dragoman.record import Store
    from dragoman.resolving.against.check import Sources
    from dragoman.resolving.against.report import Report
    from dragoman.resolving.against.sought import Source, Wanted

DONE, WRONG = 0, 1
SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".jsonl", ".jsonl.gz")


def check(
    draft: Annotated[str, typer.Argument(metavar="DRAFT", help="The draft: a file (.txt, .md, .html), a URL, or - for stdin.")],
    against: Annotated[
        str,
        typer.Option(metavar="PLACE", help="What it is held against: a folder of articles, one article or corpus, or a record."),
    ],
    date: Annotated[
        str | None, typer.Option(help="The draft's date, which its titles must fit: 2022-03-07.", rich_help_panel=options.READING)
    ] = None,
    title: Annotated[str | None, typer.Option(help="Title of the draft.", rich_help_panel=options.READING)] = None,
    outlet: Annotated[str | None, typer.Option(help="Who will publish it.", rich_help_panel=options.READING)] = None,
    knowledge: options.Knowledge = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as one JSON object.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="A quotation that is not found is wrong too.")] = False,
) -> int:
    """Hold a draft's quotations, titles and votes against sources; exit status 1 where something is wrong."""
    from dragoman.articles import Given

    given = Given(title=title, date=date, outlet=outlet)
    return quietly(lambda: _tell(_check(draft, against, given, knowledge), as_json, strict))


def _check(source: str, against: str, given: Given, knowledge: Path | None) -> Report:
    from dragoman.articles import load
    from dragoman.cli.reader import Means, open_reader
    from dragoman.errors import UsageError
    from dragoman.knowledge import Knowledge
    from dragoman.resolving.against.check import check

    article = load(source, given)
    with ExitStack() as stack:
        sources = _sources(against, source, stack)
        read = open_reader(Means(None, knowledge))
        report = check(read(article), sources, read, Knowledge.load(knowledge))
    if not report.sources:
        raise UsageError(f"{against}: holds no article that could be read, the draft itself apart; name a folder, a corpus or a record")
    return report


def _tell(report: Report, as_json: bool, strict: bool) -> int:
    """Print the report; the exit status."""
    if as_json:
        print(json.dumps(report.to_dict(), ensure_ascii=False))
    else:
        from rich.console import Console

        from dragoman.formats import checked

        Console(highlight=False, emoji=False).print(checked.render(report))
    return WRONG if report.wrong or (strict and report.open) else DONE


# ---------------------------------------------------------------- sources


def _sources(against: str, draft: str, stack: ExitStack) -> Sources:
    """What the draft is held against; `stack` closes a record. Raises UsageError where there is nothing of the kind."""
    from dragoman.errors import UsageError
    from dragoman.resolving.against.check import Every

    path = Path(against)
    if "://" in against or _is_record(path):
        from dragoman import record

        return _OfRecord(stack.enter_context(record.open(against)))
    if path.is_dir():
        files = sorted(one for one in path.rglob("*") if one.is_file() and one.name.lower().endswith(SUFFIXES))
        if not files:
            raise UsageError(f"{against}: no article lies in this folder; put {', '.join(SUFFIXES)} files in it, or name another")
        return Every(_of_files(files, draft))
    if not path.is_file():
        raise UsageError(f"{against}: no such folder, file or record; check the path")
    return Every(_of_files([path], draft))


def _is_record(path: Path) -> bool:
    """Whether the file is a database, by its first bytes."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(16) == b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class _OfRecord:
    """The articles of a record; those that can have a quotation are found by its index of words, and records are opened when asked for."""

    store: Store

    def having(self, quotes: Sequence[Wanted], own: str) -> Iterator[Source]:
        from dragoman.record import view
        from dragoman.record.texts import texts_sharing
        from dragoman.resolving.against.anchors import FEWEST_SHARED, pairs
        from dragoman.resolving.against.sought import Source

        for article in texts_sharing(self.store, pairs(quotes), FEWEST_SHARED):
            if article.sha256 != own:
                key = article.url or article.id
                yield Source(article, lambda key=key: view(self.store, key).record)  # type: ignore[misc]

    def count(self, own: str) -> int:
        from dragoman.record.texts import number_of_texts

        return number_of_texts(self.store, own)


def _of_files(files: list[Path], draft: str) -> Iterator[Source]:
    """The articles of the files, the draft's own left out; one that cannot be read is told on stderr and left out."""
    from dragoman.articles import Given
    from dragoman.cli.sources import Access, articles
    from dragoman.errors import DragomanError
    from dragoman.resolving.against.sought import Source

    own = Path(draft).resolve() if draft != "-" and "://" not in draft else None
    chosen = [str(one) for one in files if one.resolve() != own]
    for one in articles(chosen, Access(Given())):
        if isinstance(one, DragomanError):
            print(f"dragoman: left out: {' '.join(str(one).split())}", file=sys.stderr)
        else:
            yield Source(one)
