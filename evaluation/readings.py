"""The whole pipeline over articles, each read once in a run however many tasks ask for it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from dragoman.errors import CorpusError
from dragoman.values import Article, Record
from evaluation import datasets

Read = Callable[[Article], Record]
Say = Callable[[str], None]
Line = dict[str, Any]

SECONDS_BETWEEN_LINES = 10.0


def to_stderr(line: str) -> None:
    """Prints a line of progress where it does not disturb the table."""
    print(line, file=sys.stderr, flush=True)


class Readings:
    """Readings of articles by `read`, kept in memory only. `opened` makes `read` when the first article asks for it."""

    def __init__(self, opened: Callable[[], Read], say: Say = to_stderr) -> None:
        """Nothing is opened or read yet."""
        self._opened = opened
        self._read: Read | None = None
        self._say = say
        self._kept: dict[Article, Line] = {}

    def of(self, lines: Sequence[Line]) -> list[Line]:
        """The record of each corpus line as JSON-ready dictionaries, in the same order; a line that is refused gives an empty record."""
        articles = datasets.articles(lines)
        for article in _followed([one for one in articles if isinstance(one, Article) and one not in self._kept], self._say):
            self._kept[article] = self._reader()(article).to_dict()
        return [self._record(line, article) for line, article in zip(lines, articles, strict=True)]

    def _record(self, line: Line, article: Article | CorpusError) -> Line:
        if isinstance(article, Article):
            return self._kept[article]
        self._say(f"refused and scored as empty: {article}")
        return {"article": {"id": line["id"], "text": line["text"]}}

    def _reader(self) -> Read:
        if self._read is None:
            self._read = self._opened()
        return self._read


def _followed(articles: Sequence[Article], say: Say) -> Iterable[Article]:
    """The articles, with a line of progress every ten seconds and one at the end."""
    began = last = time.monotonic()
    for number, article in enumerate(articles):
        yield article
        now = time.monotonic()
        if now - last >= SECONDS_BETWEEN_LINES or number + 1 == len(articles):
            say(f"read {number + 1} of {len(articles)} articles, {now - began:.0f} s")
            last = now


def pipeline(bundle: Path | None) -> Read:
    """What `dragoman.read_article` does, with the shipped bundle or the one in a directory. Raises BundleError where there is none."""
    from dragoman import api

    return api.reader(bundle)
