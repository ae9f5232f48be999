"""A draft held against its sources and against what is known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from dragoman.knowledge import Knowledge
from dragoman.resolving.against.quotations import Hear, judged, quoted
from dragoman.resolving.against.report import Report
from dragoman.resolving.against.sought import Source, Wanted
from dragoman.resolving.against.speakers import Spoken, spoken
from dragoman.resolving.against.titles import titles
from dragoman.values import Article, Record


class Sources(Protocol):
    """What a draft is held against; a text of the SHA-256 `own` is the draft itself and left out."""

    def having(self, quotes: Sequence[Wanted], own: str) -> Iterable[Source]:
        """The sources in which one of the quotations can be found, others too perhaps, always in the same order."""

    def count(self, own: str) -> int:
        """How many sources there are; asked after `having` was gone through."""


@dataclass
class Every:
    """Sources that are all gone through, once."""

    sources: Iterable[Source]
    _count: int = 0

    def having(self, _quotes: Sequence[Wanted], own: str) -> Iterator[Source]:
        """All of them."""
        for source in self.sources:
            if source.article.sha256 != own:
                self._count += 1
                yield source

    def count(self, _own: str) -> int:
        """How many were gone through."""
        return self._count


def check(draft: Record, sources: Sources, read: Callable[[Article], Record], knowledge: Knowledge) -> Report:
    """The report on a draft that was read and resolved.

    `read` reads a source that has no record yet and has the words of a quotation; each is read once.
    """
    quotations, own = quoted(draft.article.text, spoken(draft)), draft.article.sha256
    found = judged(draft.article.text, quotations, sources.having([one.words for one in quotations], own), hearing(read))
    count = sources.count(own)
    voters = tuple(tuple(actor.name if (actor := draft.actor(one)) else one for one in vote.voters) for vote in draft.votes)
    return Report(draft.article, count, found, titles(draft, knowledge), draft.votes, voters)


def hearing(read: Callable[[Article], Record]) -> Hear:
    """Who says what in a source: by its record, or by reading it where it has none."""
    heard: dict[str, tuple[Spoken, ...]] = {}

    def hear(source: Source) -> tuple[Spoken, ...]:
        key = source.article.sha256
        if key not in heard:
            heard[key] = spoken(source.record() if source.record else read(source.article))
        return heard[key]

    return hear
