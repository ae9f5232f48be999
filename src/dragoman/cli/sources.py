"""What is to be read, one article after another, whether it comes from a file, a URL, stdin or a line of a corpus."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.articles import Given, corpus, load
from dragoman.articles.corpus import Shard
from dragoman.errors import DragomanError
from dragoman.values import Article

if TYPE_CHECKING:
    from dragoman.articles.fetching import Fetcher


@dataclass(frozen=True, slots=True)
class Access:
    """What the user knows of the articles, whether addresses that are not public may be fetched, and the part of a corpus to read."""

    given: Given
    private: bool = False
    shard: Shard = dataclasses.field(default_factory=Shard)


def articles(sources: list[str], access: Access) -> Iterator[Article | DragomanError]:
    """Every article of every source, in order, or what is wrong with it. Raises ArticleError where a corpus cannot be opened."""
    for source in sources:
        if corpus.is_corpus(source):
            for result in corpus.read(source, access.shard):
                yield result if isinstance(result, DragomanError) else _overruled(result, access.given)
        else:
            yield _loaded(source, access)


def one(source: str, access: Access) -> Article:
    """The article at `source`. Raises ArticleError where there is none."""
    return load(source, access.given, _fetcher(source, access))


def count(sources: list[str], shard: Shard) -> int:
    """How many results `articles` will give. Raises ArticleError where a corpus cannot be opened."""
    return sum(corpus.length(source, shard) if corpus.is_corpus(source) else 1 for source in sources)


def _loaded(source: str, access: Access) -> Article | DragomanError:
    try:
        return one(source, access)
    except DragomanError as error:
        return error


def _fetcher(source: str, access: Access) -> Fetcher | None:
    """What fetches a URL; None, and no HTTP client imported, for what is no URL."""
    if "://" not in source:
        return None
    from dragoman.articles.fetching import Fetcher

    return Fetcher(allow_private=access.private)


def _overruled(article: Article, given: Given) -> Article:
    return dataclasses.replace(article, date=given.date or article.date, outlet=given.outlet or article.outlet)
