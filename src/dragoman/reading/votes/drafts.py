"""What a pattern found, before voters are actors and the matter is worded."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.values import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """A vote as its words give it.

    `start` and `end` enclose the evidence; `voters` are the names that voted so; `count` is how many more did, None where that is not
    said; `confidence` is the pattern's own; `cue` is where the choice words begin. A
    unanimous vote needs neither voters nor a count; `agent` names a body that the vote is plainly of.
    """

    start: int
    end: int
    cue: int
    choice: str
    voters: tuple[Span, ...]
    count: int | None
    confidence: float
    status: str = "actual"
    veto: str | None = None
    unanimous: bool = False
    agent: Span | None = None
