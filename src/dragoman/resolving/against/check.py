"""A draft held against its sources and against what is known."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dragoman.knowledge import Knowledge
from dragoman.resolving.against.finding import Source
from dragoman.resolving.against.quotations import Hear, judged, quoted
from dragoman.resolving.against.report import Report
from dragoman.resolving.against.speakers import Spoken, spoken
from dragoman.resolving.against.titles import titles
from dragoman.values import Article, Record


def check(draft: Record, sources: Iterable[Source], read: Callable[[Article], Record], knowledge: Knowledge) -> Report:
    """The report on a draft that was read and resolved.

    A source that is the draft itself is left out. `read` reads a source that has no record yet and has the words of a quotation; each is
    read once.
    """
    count = 0

    def others() -> Iterable[Source]:
        nonlocal count
        for source in sources:
            if source.article.sha256 != draft.article.sha256:
                count += 1
                yield source

    found = judged(draft.article.text, quoted(draft.article.text, spoken(draft)), others(), hearing(read))
    voters = tuple(tuple(actor.name if (actor := draft.actor(one)) else one for one in vote.voters) for vote in draft.votes)
    return Report(draft.article, count, found, titles(draft, knowledge), draft.votes, voters)


def hearing(read: Callable[[Article], Record]) -> Hear:
    """Who says what in a source: by its record, or by reading it where it has none."""
    heard: dict[str, tuple[Spoken, ...]] = {}

    def hear(source: Source) -> tuple[Spoken, ...]:
        key = source.article.sha256
        if key not in heard:
            heard[key] = spoken(source.record or read(source.article))
        return heard[key]

    return hear
