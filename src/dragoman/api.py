"""The Python interface: one call from a source to its record."""

from __future__ import annotations

from functools import cache

from dragoman.articles import Given, load
from dragoman.knowledge import Knowledge
from dragoman.reading import Reader
from dragoman.resolving import resolve
from dragoman.values import Article, Record


def read(source: str, *, date: str | None = None, title: str | None = None, outlet: str | None = None) -> Record:
    """The record of the article at `source`: a path, a URL, or `-` for standard input.

    `date` (`2022`, `2022-03`, `2022-03-07`), `title` and `outlet` overrule what the page says. Raises DragomanError where the source
    cannot be read as an English article; the message says what to do.
    """
    return read_article(load(source, Given(title=title, date=date, outlet=outlet)))


def read_article(article: Article) -> Record:
    """The record of an article that is already at hand."""
    return resolve(_reader().read(article), _knowledge())


@cache
def _reader() -> Reader:
    return Reader()


@cache
def _knowledge() -> Knowledge:
    return Knowledge.load()
