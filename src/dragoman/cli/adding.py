"""How `dragoman add` goes about its work: one article after another, each kept whole before the next is read."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.articles.corpus import is_corpus
from dragoman.cli import store
from dragoman.cli.interrupt import gentle
from dragoman.cli.progress import Meter, meter
from dragoman.cli.reader import Means, open_steps
from dragoman.cli.sources import Access, articles, count
from dragoman.errors import ArticleError, DragomanError, RecordError, UsageError
from dragoman.values import Article

if TYPE_CHECKING:
    from dragoman.api import Steps
    from dragoman.record import Added, Store

DONE = 0
SOME_BAD = 1
INTERRUPTED = 130

FEW = 20
"""Up to so many articles each gets a line; of more only those that changed something of old."""

LEAST_ALIKE = 0.1
"""An article under a known id that shares fewer of its runs of words with the one there is taken for another article."""

WORDS = {
    "article": "added",
    "version": "new versions",
    "reading": "read by another coder",
    "resolving": "resolved with other knowledge",
    "nothing": "there already, unchanged",
    "bad": "not added",
}


@dataclass(frozen=True, slots=True)
class Job:
    """All that one call of the command asks for."""

    sources: list[str]
    access: Access
    means: Means
    record: str
    identifier: str | None


def run(job: Job) -> int:
    """Do the job and return the exit status. Raises UsageError for contradicting options, RecordError, and what loading raises."""
    many = len(job.sources) > 1 or is_corpus(job.sources[0])
    for option, given in (("--title", job.access.given.title), ("--id", job.identifier)):
        if many and given:
            raise UsageError(f"{option}: names one article; leave it out where there are several")
    if job.access.shard.of > 1 and not any(map(is_corpus, job.sources)):
        raise UsageError("--shard: takes a part of a corpus (.jsonl); leave it out for single articles")
    total = count(job.sources, job.access.shard)
    with store.opened(job.record, create=True) as opened:
        steps = open_steps(job.means)
        with meter(total, results_on_terminal=False) as progress, gentle() as stop:
            tally: Counter[str] = Counter()
            for article in articles(job.sources, job.access):
                if stop.asked:
                    break
                tally[_one(article, job, steps, Target(opened, progress, total <= FEW))] += 1
                progress.advance()
    print(f"{job.record}: {', '.join(f'{tally[news]:,} {words}' for news, words in WORDS.items() if tally[news]) or 'nothing was given'}")
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


def _one(article: Article | DragomanError, job: Job, steps: Steps, target: Target) -> str:
    """Add one article and tell of it; what was new, or "bad"."""
    try:
        if isinstance(article, DragomanError):
            raise article
        named = replace(article, id=job.identifier) if job.identifier else article
        added = _added(named, steps, target.store)
    except RecordError:
        raise  # the record itself is at fault, so no other article could be added either
    except DragomanError as error:
        target.progress.note(" ".join(str(error).split()))
        return "bad"
    _tell(added, target)
    return added.news


def _added(article: Article, steps: Steps, opened: Store) -> Added:
    from dragoman.record import adding

    known = adding.standing(opened, article, steps.coder)
    key = article.url or article.id
    if known.complete:
        return adding.Added(key, 0, "nothing")
    if known.alike is not None and known.alike < LEAST_ALIKE and not article.url:
        raise ArticleError(
            f"{article.id}: the record holds another article under this id; give this one another, with --id or in its corpus"
        )
    try:
        read = known.reading or steps.read(article)
        return adding.add(opened, read, steps.resolve(read))
    except DragomanError:
        raise
    except Exception as error:
        what = f"{type(error).__name__}: {error}"
        raise ArticleError(f"{article.id}: a fault of the program, not of the article ({what}); report it with this article") from error


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
