"""The article's text cut wherever a marked span begins or ends, so that nested and overlapping spans can be shown."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from dragoman.values import Record, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the text and what it is: the `role` it has in the entry at `index` of its list in the record."""

    start: int
    end: int
    role: str
    index: int

    @property
    def key(self) -> str:
        """The mark as one word: "content:3" is content of the third statement."""
        return f"{self.role}:{self.index + 1}"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text over which the same marks hold."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def marks(record: Record) -> list[Mark]:
    """Every span of the record that a reader can be shown: statements' parts, triggers, evidence of votes and ties, mentions."""
    found = []
    for index, statement in enumerate(record.statements):
        found += [_mark(span, "content", index) for span in statement.content]
        found += [_mark(span, role, index) for role, span in (("cue", statement.cue), ("source", statement.source_span)) if span]
    found += [_mark(event.trigger, "event", index) for index, event in enumerate(record.events)]
    found += [_mark(vote.evidence, "vote", index) for index, vote in enumerate(record.votes)]
    found += [_mark(tie.evidence, "tie", index) for index, tie in enumerate(record.ties)]
    for index, actor in enumerate(record.actors):
        found += [_mark(span, "mention", index) for span in actor.mentions]
    return found


def _mark(span: Span, role: str, index: int) -> Mark:
    return Mark(span.start, span.end, role, index)


def split(start: int, end: int, found: list[Mark]) -> list[Segment]:
    """The stretch from `start` to `end` in segments that join without a gap, each with the marks that cover it, in their order."""
    inside = [mark for mark in found if mark.start < end and mark.end > start]
    edges = sorted({start, end} | {edge for mark in inside for edge in (mark.start, mark.end) if start < edge < end})
    return [
        Segment(left, right, tuple(mark for mark in inside if mark.start <= left and mark.end >= right)) for left, right in pairwise(edges)
    ]
