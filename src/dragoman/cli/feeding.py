"""Articles that feeds and folders hold, each read once: what is new in them goes into a record, near copies are noted."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dragoman.articles import corpus, feeds, load
from dragoman.articles.fetching import PAGES_AND_FEEDS, Fetched, Fetcher, Seen
from dragoman.cli import adding
from dragoman.cli.sources import Access
from dragoman.errors import ArticleError, DragomanError, FetchError, RecordError
from dragoman.formats import printable
from dragoman.record import copies, watching
from dragoman.record.adding import present
from dragoman.values import Article

if TYPE_CHECKING:
    from dragoman.api import Steps
    from dragoman.cli.interrupt import Stop

PAUSE = 1.0
"""Seconds between two pages of one host."""

SETTLED = 2.0
"""Seconds that a file must have been left alone before it is read, so that none is read half written."""

LONGEST = 20.0
"""Seconds that files are waited for."""

Read = Callable[[watching.Item], Iterator[Article | DragomanError]]
"""The articles of an item that waits."""

FILES = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".jsonl", ".jsonl.gz")


@dataclass(frozen=True)
class Watcher:
    """What a round needs: record and whom to tell, how to read, what may be fetched, who may stop it, minutes to the next, near copies."""

    target: adding.Target
    steps: Steps
    access: Access
    stop: Stop
    every: float
    near: copies.Copies
    asked: dict[str, float] = field(default_factory=dict)
    """When a page of each host was last asked for."""

    def fetcher(self) -> Fetcher:
        """What fetches pages and feeds."""
        return Fetcher(allow_private=self.access.private, texts=PAGES_AND_FEEDS)


def feed(watcher: Watcher, url: str) -> Counter[str]:
    """Ask a feed, unless it is to be left alone, and read what waits of it; how many articles came to what."""
    watched = watching.feed(watcher.target.store, url)
    if watched.wait_until and watched.wait_until > present():
        watcher.target.progress.note(f"{url}: failed {watched.failures} times and is left alone until {watched.wait_until}")
        return Counter()
    try:
        answer(watcher, url, watcher.fetcher().fetch(url, Seen(watched.etag, watched.modified)))
    except ArticleError as error:
        minutes = watching.back_off(watched.failures, watcher.every, getattr(error, "wait", None))
        until = watching.failed(watcher.target.store, watched, str(error), minutes)
        watcher.target.progress.note(f"{printable.line(str(error))}; it is asked again after {until}")
        return Counter(bad=1) + pages(watcher, url)
    return pages(watcher, url)


def answer(watcher: Watcher, url: str, fetched: Fetched) -> int:
    """Keep what a feed answered; how many articles wait now. Raises ArticleError where it is no feed."""
    watched = watching.feed(watcher.target.store, url)
    if fetched.same:
        watching.answered(watcher.target.store, watched, ())
    else:
        found = feeds.parse(fetched)
        told = replace(watched, title=found.title, etag=fetched.seen.etag, modified=fetched.seen.modified)
        named = (watching.Named(one.link, one.title, one.date, one.stamp) for one in found.articles)
        watching.answered(watcher.target.store, told, named)
    return len(watching.waiting(watcher.target.store, watched))


def pages(watcher: Watcher, url: str) -> Counter[str]:
    """Read the pages of a feed that wait. What a page does not say of itself, its feed says."""
    watched = watching.feed(watcher.target.store, url)
    return _round(watcher, watched, lambda item: iter((_page(watcher, item, watched.title),)))


def folder(watcher: Watcher, path: Path) -> Counter[str]:
    """Read what is new or changed in a folder and those below it; hidden files and folders are left out."""
    watched = watching.feed(watcher.target.store, path.resolve().as_uri())
    _settle(watcher, path)
    named = []
    for file in _files(path):
        status = file.stat()
        named.append(watching.Named(file.relative_to(path).as_posix(), None, None, f"{status.st_size}-{status.st_mtime_ns}"))
    watching.answered(watcher.target.store, watched, named)
    return _round(watcher, watched, lambda item: _in_file(watcher, path, item))


def _round(watcher: Watcher, watched: watching.Feed, read: Read) -> Counter[str]:
    tally: Counter[str] = Counter()
    for item in watching.waiting(watcher.target.store, watched):
        if watcher.stop.asked:
            break
        found = Counter(_outcomes(watcher, item, read))
        tally += found
        watcher.target.progress.advance()
    return tally


def _outcomes(watcher: Watcher, item: watching.Item, read: Read) -> Iterator[str]:
    """What became of each article of an item; the item itself is done with, or tried again in the next round."""
    store, trouble, again = watcher.target.store, None, False
    try:
        for article in read(item):
            if watcher.stop.asked:
                return  # in the midst of a corpus: it goes on in the next call
            news, why = _kept(watcher, article)
            again = again or isinstance(why, FetchError)
            trouble = trouble or (str(why) if why else None)
            yield news
    except RecordError:
        raise
    except DragomanError as error:
        watcher.target.progress.note(printable.line(str(error)))
        again, trouble = isinstance(error, FetchError), str(error)
        yield "bad"
    if again and trouble:
        watching.tried(store, item, trouble)
    else:
        watching.done(store, item, trouble)


def _kept(watcher: Watcher, article: Article | DragomanError) -> tuple[str, DragomanError | None]:
    """Add an article that is no near copy of another; what is new, and what was wrong."""
    try:
        if isinstance(article, DragomanError):
            raise article
        copy = watcher.near.original(article)
        if copy is None:
            return adding.added(article, watcher.steps, watcher.target), None
        copies.note(watcher.target.store, article, copy)
    except RecordError:
        raise
    except DragomanError as error:
        watcher.target.progress.note(printable.line(str(error)))
        return "bad", error
    key = printable.line(article.url or article.id)
    watcher.target.progress.note(f"{key}: not added, shares {copy.share:.0%} of its wording with {printable.line(copy.of)}")
    return "copy", None


def _page(watcher: Watcher, item: watching.Item, outlet: str | None) -> Article:
    host = urlsplit(item.link).netloc
    _pause(watcher, host)
    article = load(item.link, watcher.access.given, Fetcher(allow_private=watcher.access.private))
    own = None if article.outlet == host.removeprefix("www.") else article.outlet  # a page without a name is called by its host
    return replace(article, title=article.title or item.title, date=article.date or item.date, outlet=own or outlet or article.outlet)


def _in_file(watcher: Watcher, path: Path, item: watching.Item) -> Iterator[Article | DragomanError]:
    file = path / item.link
    if corpus.is_corpus(file.name):
        given = watcher.access.given
        for one in corpus.read(file):
            yield one if isinstance(one, DragomanError) else replace(one, date=given.date or one.date, outlet=given.outlet or one.outlet)
        return
    yield replace(load(str(file), watcher.access.given), id=str(Path(item.link).with_suffix("").as_posix()))


def _files(path: Path) -> list[Path]:
    shown = (file for file in path.rglob("*") if not any(part.startswith(".") for part in file.relative_to(path).parts))
    return sorted(file for file in shown if file.name.lower().endswith(FILES) and file.is_file())


def _settle(watcher: Watcher, path: Path) -> None:
    """Wait until no file is being written any more, or long enough."""
    end = time.monotonic() + LONGEST
    while time.monotonic() < end and any(0 <= time.time() - file.stat().st_mtime < SETTLED for file in _files(path)):
        if not watcher.stop.wait(0.25):
            return


def _pause(watcher: Watcher, host: str) -> None:
    """Wait until the host has been left alone for a moment."""
    left = watcher.asked.get(host, -PAUSE) + PAUSE - time.monotonic()
    if left > 0:
        watcher.stop.wait(left)
    watcher.asked[host] = time.monotonic()
