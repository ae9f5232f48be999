"""The article's text as HTML paragraphs, cut at the boundaries of all marked spans, with a numbered link at each entry's start."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup

from dragoman.formats import chain, naming, tables
from dragoman.formats.outline import outline
from dragoman.formats.quads import quad
from dragoman.formats.segments import Mark, Segment, marks, split
from dragoman.values import Record

PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
STATEMENT_ROLES = ("content", "cue", "source")
DEEPEST = 3
LINK = Markup('<a class="{kind}" id="at-{anchor}" href="#{anchor}" aria-label="{label}">{sign}</a>')


def body(record: Record) -> Markup:
    """All paragraphs; without the links and tags they are the article's text, line breaks between paragraphs apart."""
    found = marks(record)
    depths = {entry.statement.id: entry.depth for entry in outline(record)}
    inward = [-depths[statement.id] for statement in record.statements]
    links = _links(record, found)
    paragraphs = (
        Markup('<p dir="auto">{}</p>').format(Markup("").join(_paragraph(record, segments, links, inward)))
        for segments in _paragraphs(record.article.text, found)
    )
    return Markup("\n").join(paragraphs)


def _paragraphs(text: str, found: list[Mark]) -> Iterator[list[Segment]]:
    """The segments of each paragraph; a mark is looked at only in the paragraphs that it touches, for articles may be long."""
    waiting = sorted(found, key=lambda mark: mark.start, reverse=True)
    reaching: list[Mark] = []
    for match in PARAGRAPH.finditer(text):
        while waiting and waiting[-1].start < match.end():
            reaching.append(waiting.pop())
        reaching = [mark for mark in reaching if mark.end > match.start()]
        yield split(match.start(), match.end(), reaching)


def _paragraph(record: Record, segments: list[Segment], links: dict[int, list[Markup]], inward: list[int]) -> Iterator[Markup]:
    for segment in segments:
        yield from links.get(segment.start, ())
        words = record.article.text[segment.start : segment.end]
        if not segment.marks:
            yield Markup("{}").format(words)
            continue
        keys = " ".join(mark.key for mark in segment.marks)
        statements = (
            Markup(' data-s="{}"').format(" ".join(str(index + 1) for index in _statements(segment, inward)))
            if _statements(segment, inward)
            else ""
        )
        yield Markup('<span class="{}" data-m="{}"{}>{}</span>').format(_classes(record, segment), keys, statements, words)


def _statements(segment: Segment, inward: list[int]) -> list[int]:
    """The indices of the statements that the segment belongs to, the innermost first, then the one with the shorter span."""
    order: dict[int, tuple[int, int]] = {}
    for mark in segment.marks:
        if mark.role in STATEMENT_ROLES:
            rank = (inward[mark.index], mark.end - mark.start)
            order[mark.index] = min(rank, order.get(mark.index, rank))
    return sorted(order, key=lambda index: (*order[index], index))


def _classes(record: Record, segment: Segment) -> str:
    roles = {mark.role for mark in segment.marks}
    depth = min(DEEPEST, len({mark.index for mark in segment.marks if mark.role == "content"}))
    names = [f"c{depth}"] if depth else []
    names += [name for role, name in (("source", "src"), ("cue", "cue"), ("vote", "vt"), ("tie", "ti")) if role in roles]
    names += sorted({f"ev {quad(record.events[mark.index].type).key}" for mark in segment.marks if mark.role == "event"})
    return " ".join(names) or "m"


def _links(record: Record, found: list[Mark]) -> dict[int, list[Markup]]:
    """The links to entries by the offset that they stand at: a number for a statement, a sign for an event, a vote or a tie."""
    placed: dict[int, list[Markup]] = {}
    for index, statement in enumerate(record.statements):
        own = [mark for mark in found if mark.index == index and mark.role in STATEMENT_ROLES]
        start = min((mark.start for mark in own if mark.role == "content"), default=min((mark.start for mark in own), default=None))
        label = f"Statement {index + 1}: {chain.phrase(record, statement)}, {statement.act}"
        _place(placed, start, LINK.format(kind="n", anchor=f"s{index + 1}", label=label, sign=index + 1))
    for index, event in enumerate(record.events):
        kind = quad(event.type)
        whom = f" to {tables.names(record, event.recipients)}" if event.recipients else ""
        who = tables.names(record, event.actors) if event.actors else tables.NOBODY
        label = f"Event {index + 1}: {who}{whom}, {naming.DEEDS.get(event.type, event.type)}, {event.status}"
        _place(placed, event.trigger.start, LINK.format(kind=f"g {kind.key}", anchor=f"e{index + 1}", label=label, sign=kind.mark))
    for index, vote in enumerate(record.votes):
        checked = f", {vote.check.verdict}" if vote.check else ""
        label = f"Vote {index + 1}: {tables.voters(record, vote)}, {vote.choice}, {vote.body}{checked}"
        _place(placed, vote.evidence.start, LINK.format(kind="g vote", anchor=f"v{index + 1}", label=label, sign="▣"))
    for index, tie in enumerate(record.ties):
        label = f"Tie {index + 1}: {chain.name(record, tie.subject)} and {chain.name(record, tie.object)}, {tie.relation}"
        _place(placed, tie.evidence.start, LINK.format(kind="g tie", anchor=f"t{index + 1}", label=label, sign="⇄"))
    for index, actor in enumerate(record.actors):
        first = min((mention.start for mention in actor.mentions), default=None)
        _place(placed, first, Markup('<span id="at-a{}"></span>').format(index + 1))
    return placed


def _place(placed: dict[int, list[Markup]], start: int | None, link: Markup) -> None:
    if start is not None:
        placed.setdefault(start, []).append(link)
