"""How `dragoman add` goes about its work: one article after another, each kept whole before the next is read."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.articles.corpus import is_corpus
from dragoman.articles.feeds import is_feed
from dragoman.articles.loading import is_url, load_page
from dragoman.cli import reader, store
from dragoman.cli.interrupt import gentle
from dragoman.cli.progress import Meter, meter
from dragoman.cli.reader import Means
from dragoman.cli.sources import Access, articles, count
from dragoman.errors import ArticleError, DragomanError, RecordError, UsageError
from dragoman.record.keeping import keep
from dragoman.values import Article

if TYPE_CHECKING:
    from dragoman.api import Steps
    from dragoman.articles.fetching import Fetched
    from dragoman.cli.interrupt import Stop
    from dragoman.record import Added, Store

DONE = 0
SOME_BAD = 1
INTERRUPTED = 130

FEW = 20
"""Up to so many articles each gets a line; of more only those that changed something of old."""

WORDS = {
    "article": "added",
    "version": "new versions",
    "reading": "read by another coder",
    "resolving": "resolved with other knowledge",
    "nothing": "there already, unchanged",
    "copy": "near copies, not added",
    "bad": "not added",
}


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be read, with what, and into which record."""

    sources: list[str]
    access: Access
    means: Means
    record: str


def run(job: Job, identifier: str | None) -> int:
    """Do the job and return the exit status; `identifier` is the id of the one article, None where it has its own.

    Raises UsageError for contradicting options, RecordError, and what loading raises.
    """
    many = len(job.sources) > 1 or is_corpus(job.sources[0])
    for option, given in (("--title", job.access.given.title), ("--id", identifier)):
        if many and given:
            raise UsageError(f"{option}: names one article; leave it out where there are several")
    if job.access.shard.of > 1 and not any(map(is_corpus, job.sources)):
        raise UsageError("--shard: takes a part of a corpus (.jsonl); leave it out for single articles")
    total = count(job.sources, job.access.shard)
    with store.opened(job.record, create=True) as opened:
        steps = reader.open_steps(job.means)
        with meter(total, results_on_terminal=False) as progress, gentle() as stop:
            work = Work(job, identifier, steps, Target(opened, progress, total <= FEW), stop)
            tally = sum((_source(source, work) for source in job.sources), Counter())
    print(f"{job.record}: {summary(tally)}")
    return status(tally, stop)


def status(tally: Counter[str], stop: Stop) -> int:
    """The exit status of a run in which so many articles came to what; who interrupted it is told how to go on."""
    if stop.asked:
        print("interrupted: what was added is whole; go on with the same command", file=sys.stderr)
        return INTERRUPTED
    return SOME_BAD if tally["bad"] else DONE


@dataclass(frozen=True, slots=True)
class Target:
    """The record, who is told how far it is, and whether each article is told of."""

    store: Store
    progress: Meter
    each: bool


@dataclass(frozen=True, slots=True)
class Work:
    """A job, what it needs, and who may stop it."""

    job: Job
    identifier: str | None
    steps: Steps
    target: Target
    stop: Stop


def summary(tally: Counter[str]) -> str:
    """How many articles came to what: "3 added, 1 not added"."""
    return ", ".join(f"{tally[news]:,} {words}" for news, words in WORDS.items() if tally[news]) or "nothing is new"


def added(article: Article, steps: Steps, target: Target) -> str:
    """Add one article and tell of it; what was new. Raises DragomanError where it cannot be read."""
    done = keep(target.store, article, steps)
    _tell(done, target)
    return done.news


def _source(source: str, work: Work) -> Counter[str]:
    """Add what a source holds; how many articles came to what."""
    fetched = _fetched(source, work.job.access) if is_url(source) and not work.stop.asked else None
    if fetched and not isinstance(fetched, DragomanError) and is_feed(fetched.data):
        return _feed(source, fetched, work)
    tally: Counter[str] = Counter()
    for article in (_paged(fetched, source, work.job.access),) if fetched else articles([source], work.job.access):
        if work.stop.asked:
            break
        tally[_one(article, work)] += 1
        work.target.progress.advance()
    return tally


def _feed(source: str, fetched: Fetched, work: Work) -> Counter[str]:
    from dragoman.cli import feeding
    from dragoman.record.copies import Copies

    watcher = feeding.Watcher(work.target, work.steps, work.job.access, work.stop, 0.0, Copies(work.target.store))
    work.target.progress.expect(feeding.answer(watcher, source, fetched) - 1)
    return feeding.pages(watcher, source)


def _fetched(source: str, access: Access) -> Fetched | DragomanError:
    from dragoman.articles.fetching import PAGES_AND_FEEDS, Fetcher

    try:
        return Fetcher(allow_private=access.private, texts=PAGES_AND_FEEDS).fetch(source)
    except DragomanError as error:
        return error


def _paged(fetched: Fetched | DragomanError, source: str, access: Access) -> Article | DragomanError:
    from dragoman.articles.fetching import FEEDS

    if isinstance(fetched, DragomanError):
        return fetched
    if fetched.media_type in FEEDS:
        return ArticleError(f"{source}: is {fetched.media_type} and no feed; give the address of a page, or of an RSS or Atom feed")
    try:
        return load_page(fetched, source, access.given)
    except DragomanError as error:
        return error


def _one(article: Article | DragomanError, work: Work) -> str:
    """Add one article and tell of it; what was new, or "bad"."""
    try:
        if isinstance(article, DragomanError):
            raise article
        named = replace(article, id=work.identifier) if work.identifier else article
        return added(named, work.steps, work.target)
    except RecordError:
        raise  # the record itself is at fault, so no other article could be added either
    except DragomanError as error:
        work.target.progress.note(" ".join(str(error).split()))
        return "bad"


def _tell(added: Added, target: Target) -> None:
    from dragoman.formats import changes, printable

    key = printable.line(added.key)
    if added.news == "nothing":
        if target.each:
            target.progress.note(f"{key}: is there already, nothing has changed")
    elif added.news == "article":
        if target.each:
            target.progress.note(f"{key}: added, {_counts(added)}")
    else:
        what = f"version {added.version}" if added.news == "version" else WORDS[added.news]
        target.progress.note("\n".join([f"{key}: {what}, {changes.summary(added.changes)}", *changes.lines(added.changes)]))


def _counts(added: Added) -> str:
    kinds = Counter(entry.kind for entry in added.changes.new)
    named = ("statement", "event", "vote", "tie")
    return ", ".join(f"{kinds[kind]} {kind}{'' if kinds[kind] == 1 else 's'}" for kind in named if kinds[kind]) or "no statement found"
