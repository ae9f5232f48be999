"""Reads a corpus in this process and prints what it took as JSON: `python -m benchmarks.worker CORPUS THREADS [BUNDLE]`.

`opening` is the seconds until the reader is ready, `seconds` those of each article, `stages` the sum a stage, `peak_mb` the most
memory that this process ever held. The first article warms the reader up and is not counted.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path
from typing import Any

from benchmarks.stages import Clock, watch
from dragoman.values import Article, Record


def main() -> None:
    """Measures what the command line names."""
    corpus, threads = Path(sys.argv[1]), int(sys.argv[2])
    bundle = Path(sys.argv[3]) if len(sys.argv) > 3 else None
    print(json.dumps(measured(corpus, threads, bundle)))


class Opened:
    """The whole way from an article to its record, with `threads` for inference. Raises BundleError where there is no bundle."""

    def __init__(self, threads: int, bundle: Path | None) -> None:
        """Imports and loads everything; the seconds that this takes are those of `opening`."""
        from dragoman import resolving
        from dragoman.knowledge import Knowledge
        from dragoman.model import Bundle
        from dragoman.reading import Reader

        self._reader = Reader(Bundle.load(bundle), threads)
        self._knowledge = Knowledge.load()
        self._resolve = resolving.resolve

    def read(self, article: Article, clock: Clock) -> Record:
        """The record of the article, as JSON too, each part on the clock."""
        record = self._reader.read(article)
        with clock("resolve"):
            record = self._resolve(record, self._knowledge)
        with clock("json"):
            record.to_json()
        return record


def measured(corpus: Path, threads: int, bundle: Path | None) -> dict[str, Any]:
    """Reads every article of the corpus, timing each and each stage."""
    began = time.perf_counter()
    opened = Opened(threads, bundle)
    opening = time.perf_counter() - began
    clock = Clock()
    watch(clock)
    first, *rest = _articles(corpus)
    opened.read(first, clock)
    clock.seconds.clear()
    seconds = [_timed(opened, article, clock) for article in rest]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"opening": opening, "seconds": seconds, "stages": dict(clock.seconds), "peak_mb": peak}


def _articles(corpus: Path) -> list[Article]:
    from dragoman.articles.corpus import read

    articles = []
    for article in read(corpus):
        if isinstance(article, Exception):
            raise article
        articles.append(article)
    return articles


def _timed(opened: Opened, article: Article, clock: Clock) -> float:
    start = time.perf_counter()
    opened.read(article, clock)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
