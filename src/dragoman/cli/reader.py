"""The one place where the command line gets its reader; what it imports is slow and is imported only here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.values import Article, Record

if TYPE_CHECKING:
    from dragoman.api import Steps

Read = Callable[[Article], Record]


@dataclass(frozen=True, slots=True)
class Means:
    """What to read with: a bundle's directory and a file of the user's own facts; None is what came with the program, and nothing."""

    bundle: Path | None = None
    knowledge: Path | None = None


def open_reader(means: Means) -> Read:
    """The function that reads an article and resolves what it names.

    Raises BundleError where there is no such bundle or it is damaged, KnowledgeError where the facts cannot be used.
    """
    from dragoman import api

    return api.reader(means.bundle, means.knowledge)


def open_steps(means: Means) -> Steps:
    """Reading and resolving apart, for the record, which keeps both. Raises what `open_reader` raises."""
    from dragoman import api

    return api.steps(means.bundle, means.knowledge)
