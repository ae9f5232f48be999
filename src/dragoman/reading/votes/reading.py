"""An article as the patterns for votes read it."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.reading.times import Timed
from dragoman.reading.votes.masked import Masked
from dragoman.values import Statement


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with what is found in it once for all sentences."""

    masked: Masked
    known: Timed
    statements: tuple[Statement, ...]

    @property
    def text(self) -> str:
        """The article's text."""
        return self.known.text
