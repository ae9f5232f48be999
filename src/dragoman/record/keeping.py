"""An article read into a record: only what is not there yet is read, resolved and added."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from dragoman.errors import ArticleError, DragomanError
from dragoman.record.adding import Added, Standing, add, standing
from dragoman.record.opening import Store
from dragoman.values import Article, Coder, Record

LEAST_ALIKE = 0.1
"""An article under a known id that shares fewer of its runs of words with the one there is taken for another article."""


class Steps(Protocol):
    """What reading and resolving are done with, and the coder that both make up (`dragoman.api.Steps`)."""

    @property
    def read(self) -> Callable[[Article], Record]:
        """What the model reads in an article."""

    @property
    def resolve(self) -> Callable[[Record], Record]:
        """What knowledge makes of it."""

    @property
    def coder(self) -> Coder:
        """The program, the model and the version of the knowledge."""


def keep(store: Store, article: Article, steps: Steps, before_resolving: Callable[[], None] = lambda: None) -> Added:
    """Read, resolve and add what the record lacks of an article; version 0 and "nothing" where it lacks nothing.

    `before_resolving` is called when reading is done. Raises ArticleError where another article has its id, and where a step fails in a way
    that no step should; RecordError where the record cannot be written.
    """
    known = require_same(store, article, steps.coder)
    if known.complete:
        return Added(article.url or article.id, 0, "nothing")
    try:
        read = known.reading or steps.read(article)
        before_resolving()
        resolved = steps.resolve(read)
        return add(store, read, resolved)
    except DragomanError:
        raise
    except Exception as error:
        raise ArticleError(fault(article, error)) from error


def require_same(store: Store, article: Article, coder: Coder) -> Standing:
    """What the record holds of the article. Raises ArticleError where another article has its id."""
    known = standing(store, article, coder)
    if known.alike is not None and known.alike < LEAST_ALIKE and not article.url:
        raise ArticleError(
            f"{article.id}: the record holds another article under this id; give this one an id (--id, or in its corpus), or its address"
        )
    return known


def fault(article: Article, error: Exception) -> str:
    """What to say of an error that no step should raise."""
    return f"{article.id}: a fault of the program, not of the article ({type(error).__name__}: {error}); report it with this article"
