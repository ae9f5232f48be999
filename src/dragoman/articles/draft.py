"""What the ways of reading an input hand on: the body and what the input says of itself."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.values import Removed


@dataclass(frozen=True, slots=True)
class Draft:
    """A cleaned body, its paragraphs divided by blank lines, with the input's own title, date, outlet and address."""

    text: str
    removed: tuple[Removed, ...] = ()
    title: str | None = None
    date: str | None = None
    outlet: str | None = None
    url: str | None = None
