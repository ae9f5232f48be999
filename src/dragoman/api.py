"""The Python interface: one call from a source to its record."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from dragoman.articles import Given, load
from dragoman.knowledge import Knowledge
from dragoman.model import Bundle
from dragoman.reading import Reader
from dragoman.resolving import resolve
from dragoman.values import Article, Record

Read = Callable[[Article], Record]


def read(source: str, *, date: str | None = None, title: str | None = None, outlet: str | None = None) -> Record:
    """The record of the article at `source`: a path, a URL, or `-` for standard input.

    `date` (`2022`, `2022-03`, `2022-03-07`), `title` and `outlet` overrule what the page says. Raises DragomanError where the source
    cannot be read as an English article; the message says what to do.
    """
    return read_article(load(source, Given(title=title, date=date, outlet=outlet)))


def read_article(article: Article) -> Record:
    """The record of an article that is already at hand."""
    return _shipped()(article)


def reader(bundle: Path | None = None, knowledge: Path | None = None) -> Read:
    """A function that reads articles with the bundle in a directory and with a user's own facts; what came with the program where None.

    Raises BundleError where there is no such bundle or it is damaged, KnowledgeError where the facts cannot be used.
    """
    facts = Knowledge.load(knowledge)
    opened = Reader(Bundle.load(bundle))
    return lambda article: resolve(opened.read(article), facts)


@cache
def _shipped() -> Read:
    return reader()
