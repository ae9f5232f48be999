"""Statements in the order of the article, those within another under it; and what is said of each in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.formats import dates
from dragoman.resolving.sentences import sentence
from dragoman.values import DOUBTFUL, Record, Span, Statement

ELLIPSIS = " … "

QUOTED = re.compile(r'“[^“”]*”|"[^"]*"')
"""A piece that brings its own quotation marks."""

BLANKS = re.compile(r"\s+")
PAIRS = (("“", "”"), ('"', '"'))
AFTER = re.compile(r'([.,!?]?)(["”])')


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement and how many statements it lies within, counted from the outside."""

    statement: Statement
    depth: int


def outline(record: Record) -> Iterator[Entry]:
    """Every statement once, outer before inner, inner ones directly under theirs."""
    known = {statement.id for statement in record.statements}
    inner: dict[str | None, list[Statement]] = {}
    for statement in record.statements:
        inner.setdefault(statement.within if statement.within in known else None, []).append(statement)
    shown: set[str] = set()

    def under(outer: str | None, depth: int) -> Iterator[Entry]:
        for statement in inner.get(outer, ()):
            if statement.id not in shown:
                shown.add(statement.id)
                yield Entry(statement, depth)
                yield from under(statement.id, depth + 1)

    yield from under(None, 0)
    for statement in record.statements:  # two statements that lie within each other have no outermost one
        if statement.id not in shown:
            shown.add(statement.id)
            yield Entry(statement, 0)
            yield from under(statement.id, 1)


def quotation(record: Record, statement: Statement) -> str:
    """The words of the content as the article has them, an ellipsis between pieces; in quotation marks where all were."""
    pieces = [_closed(record.article.text, span).strip() for span in statement.content]
    if statement.manner == "direct":
        pieces = [piece if QUOTED.fullmatch(piece) else f"“{piece}”" for piece in pieces]
    return ELLIPSIS.join(pieces)


def _closed(text: str, span: Span) -> str:
    """The span's words with the quotation mark that stands just outside it, where its partner stands inside."""
    inside = span.text
    for opening, closing in PAIRS:
        behind = AFTER.match(text, span.end)
        if _open(inside, opening, closing) and behind and behind[2] == closing:
            inside += behind[0]
        if opening != closing and inside.count(closing) > inside.count(opening) and text[span.start - 1 : span.start] == opening:
            inside = opening + inside
    return inside


def _open(words: str, opening: str, closing: str) -> bool:
    return words.count(opening) % 2 == 1 if opening == closing else words.count(opening) > words.count(closing)


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, white space within each made single blanks."""
    return [" ".join(block.split()) for block in re.split(r"\n\s*", text) if block.strip()]


def around(text: str, part: Span) -> tuple[str, str, str]:
    """The sentence of `text` that holds `part`: what stands before it, it, and what stands after it, white space made single blanks."""
    whole = sentence(text, part)
    pieces = whole.text[: part.start - whole.start], part.text, whole.text[part.end - whole.start :]
    before, words, after = (BLANKS.sub(" ", piece) for piece in pieces)
    return before, words, after


def percent(confidence: float) -> str:
    """A confidence as people read it: "97%", "doubtful, 36%"."""
    return f"{'doubtful, ' if confidence < DOUBTFUL else ''}{confidence:.0%}"


def details(statement: Statement) -> list[str]:
    """Small print under a statement: cue, date, manner, confidence, in this order, only what is known."""
    said = dates.words(statement.date, statement.until)
    cue = f"“{' '.join(statement.cue.text.split())}”" if statement.cue else "no cue"
    return [item for item in (cue, said, statement.manner, percent(statement.confidence)) if item]


def counts(record: Record) -> list[str]:
    """What the record holds, "23 statements by 8 sources" first; nothing of which there is none, but statements."""
    sources = {actor for statement in record.statements for actor in (statement.source, *statement.co_sources) if actor}
    head = number(len(record.statements), "statement") + (f" by {number(len(sources), 'source')}" if sources else "")
    rest = ((record.events, "event"), (record.votes, "vote"), (record.ties, "tie"))
    return [head, *(number(len(entries), noun) for entries, noun in rest if entries)]


def number(count: int, noun: str) -> str:
    """`count` with its noun: "1 vote", "2 votes"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
