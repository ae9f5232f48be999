"""The Python interface: one call from a source to its record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from dragoman.articles import Given, load
from dragoman.knowledge import Knowledge
from dragoman.model import Bundle
from dragoman.reading import Reader
from dragoman.resolving import resolve
from dragoman.values import Article, Coder, Record

Read = Callable[[Article], Record]
Resolve = Callable[[Record], Record]


@dataclass(frozen=True, slots=True)
class Steps:
    """Reading in its two parts, for those who keep both: what the model reads, and what knowledge makes of it.

    `coder` says by which program, model and knowledge.
    """

    read: Read
    resolve: Resolve
    coder: Coder


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
    parts = steps(bundle, knowledge)
    return lambda article: parts.resolve(parts.read(article))


def steps(bundle: Path | None = None, knowledge: Path | None = None) -> Steps:
    """The two steps of `reader`, apart. Raises what `reader` raises."""
    facts = Knowledge.load(knowledge)
    opened = Reader(Bundle.load(bundle))
    return Steps(opened.read, lambda record: resolve(record, facts), replace(opened.coder, knowledge=facts.version))


@cache
def _shipped() -> Read:
    return reader()
