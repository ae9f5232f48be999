"""How `dragoman read` goes about its work: one article for people, many for programs."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from dragoman.articles.corpus import is_corpus
from dragoman.cli import output, resume
from dragoman.cli.interrupt import Stop, gentle
from dragoman.cli.progress import Meter, meter
from dragoman.cli.reader import Means, Read, open_reader
from dragoman.cli.sources import Access, articles, count, one
from dragoman.errors import ArticleError, DragomanError, UsageError
from dragoman.formats.confident import at_least
from dragoman.formats.outline import counts
from dragoman.values import Article, Record

DONE = 0
SOME_BAD = 1
INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Shape:
    """The form that the results take, where they go and how sure they must be."""

    json: bool
    markdown: bool
    page: Path | None
    out: Path | None
    minimum: float


@dataclass(frozen=True, slots=True)
class Job:
    """All that one call of the command asks for."""

    sources: list[str]
    access: Access
    means: Means
    shape: Shape
    resume: bool

    @property
    def corpora(self) -> bool:
        """Whether any source is a corpus; then every record is a line of JSON."""
        return any(map(is_corpus, self.sources))


def run(job: Job) -> int:
    """Do the job and return the exit status. Raises UsageError for options that contradict each other, and what loading raises."""
    many = len(job.sources) > 1 or is_corpus(job.sources[0])
    _check(job, many)
    return _many(job) if many else _one(job)


def _check(job: Job, many: bool) -> None:
    shape = job.shape
    refusals = (
        (shape.json and shape.markdown, "--json and --markdown: choose one of them"),
        (many and shape.page, "--html FILE: one page shows one article; read one at a time"),
        (many and job.access.given.title, "--title: names one article; leave it out where there are several"),
        (job.corpora and shape.markdown, "--markdown: a corpus becomes JSON lines; leave it out, or read its articles one at a time"),
        (any(_written(path, job.sources) for path in (shape.out, shape.page)), "--out, --html: the file is itself read; name another one"),
        (job.resume and not (job.corpora and shape.out), "--resume: goes on with the file of a corpus; name it with --out FILE"),
        (job.access.shard.of > 1 and not job.corpora, "--shard: takes a part of a corpus (.jsonl); leave it out for single articles"),
    )
    for refused, message in refusals:
        if refused:
            raise UsageError(message)


def _written(path: Path | None, sources: list[str]) -> bool:
    """Whether the file to be written is one of those that are read, which would be lost."""
    return path is not None and path.is_file() and any(Path(one).is_file() and path.samefile(one) for one in sources)


def _one(job: Job) -> int:
    """Read the one article, and show it as asked."""
    article = one(job.sources[0], job.access)
    read = open_reader(job.means)
    start = time.perf_counter()
    record = at_least(read(article), job.shape.minimum)
    seconds = time.perf_counter() - start
    if job.shape.page:
        output.write_page(record, job.shape.page)
        print(f"{job.shape.page}: {', '.join(counts(record))}, {seconds:.2f} s", file=sys.stderr)
        if not (job.shape.json or job.shape.markdown or job.shape.out):
            return DONE
    with output.opened(job.shape.out) as out:
        _write(record, seconds, job.shape, out)
    return DONE


def _write(record: Record, seconds: float, shape: Shape, out: TextIO) -> None:
    if shape.json:
        output.write_line(record, out)
    elif shape.markdown:
        output.write_markdown(record, out)
    else:
        output.write_terminal(record, seconds, out)


def _many(job: Job) -> int:
    """Read one article after another; a bad one is reported and the rest is read."""
    total = count(job.sources, job.access.shard)
    before = resume.finished(job.shape.out) if job.resume and job.shape.out else []
    read = open_reader(job.means)
    with output.opened(job.shape.out, "a" if job.resume else "w") as out, meter(total, out.isatty()) as progress, gentle() as stop:
        waiting = _skip(job, before, progress)
        bad = _loop(waiting, read, job, Target(out, progress, stop))
    if stop.asked:
        print(_how_to_go_on(job), file=sys.stderr)
        return INTERRUPTED
    return SOME_BAD if bad else DONE


@dataclass(frozen=True, slots=True)
class Target:
    """Where the results go, who is told how far it is, and who may stop it."""

    out: TextIO
    progress: Meter
    stop: Stop


def _loop(waiting: Iterator[Article | DragomanError], read: Read, job: Job, target: Target) -> int:
    """Read what is waiting until all is read or the user stops; returns how many were bad."""
    bad = 0
    for article in waiting:
        if target.stop.asked:
            break
        start = time.perf_counter()
        result = article if isinstance(article, DragomanError) else _read(article, read)
        if isinstance(result, DragomanError):
            bad += 1
            target.progress.note(" ".join(str(result).split()))
        else:
            _put(at_least(result, job.shape.minimum), time.perf_counter() - start, job, target.out)
        target.progress.advance()
    return bad


def _read(article: Article, read: Read) -> Record | DragomanError:
    """The record of the article, or what is wrong with it; a fault of the program in one article does not cost the others."""
    try:
        return read(article)
    except DragomanError as error:
        return error
    except Exception as error:
        what = f"{type(error).__name__}: {error}"
        return ArticleError(f"{article.id}: a fault of the program, not of the article ({what}); report it with this article")


def _put(record: Record, seconds: float, job: Job, out: TextIO) -> None:
    if job.corpora:
        output.write_line(record, out)
    else:
        _write(record, seconds, job.shape, out)
        if not job.shape.json:
            out.write("\n")


def _skip(job: Job, before: list[resume.Key], progress: Meter) -> Iterator[Article | DragomanError]:
    """The articles that have no record yet: those after the last one whose record is there.

    What failed before stands between two records and is not tried again.
    """
    waiting = articles(job.sources, job.access)
    found = 0
    while found < len(before):
        article = next(waiting, None)
        if article is None:
            raise UsageError(f"{job.shape.out}: holds records of other articles; give the same sources and --shard, or another --out")
        found += isinstance(article, Article) and (article.id, article.sha256) == before[found]
        progress.advance()
    if before:
        progress.note(f"{job.shape.out}: {len(before):,} records are there, going on after them")
    yield from waiting


def _how_to_go_on(job: Job) -> str:
    if job.shape.out and job.corpora:
        return f"interrupted: {job.shape.out} holds whole records; go on with the same command and --resume"
    return "interrupted: the records above are whole; with a corpus and --out FILE you could go on with --resume"
