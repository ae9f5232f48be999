"""Statements and events with the day they are of: by their own sentence, by whose words the article is, or by the telling before.

Three rules, the first that answers:

1. the time that governs the cue or trigger in its sentence (`governing`);
2. an article in the speaker's own words (a statement, a readout, a speech in the first person) is of its publication date, as far
   as its cues are not of the past perfect or within another statement;
3. a telling in the past tense (`he also said`) that soon follows one of the same source with a day takes that day.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from dragoman.reading.times.governing import Timed, date_of
from dragoman.reading.times.periods import UNKNOWN, Period
from dragoman.values import Article, Event, Span, Statement

CARRIED_WITHIN = 250
"""Characters between two tellings of one source for the day to carry over: on desk train, of 31 so carried 22 were right."""

_DOCUMENT = re.compile(
    r"^(?:a )?(?:(?:joint )?(?:statement|readout)|remarks|press (?:release|gaggle|briefing)|(?:open )?letter|proclamation|message"
    r"|memorandum|notice|on-the-record|background press|fact sheet)\b|(?:['’]|: )(?:statement|remarks)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y)(?: [\w’'-]+){0,4} $")
_PERFECT = re.compile(r"\b(?:has|have|had|was|were|did)(?: \w+){0,2} $")
_PAST_CUE = re.compile(r"(?:said|told|wrote|spoke|went on|made|put|thought|saw|gave|\w+ed)\b", re.IGNORECASE)
_LOOK_BACK = 40


def date_statements(known: Timed, article: Article, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements with `date` and `until` as far as the article tells; both None where it does not."""
    direct = [date_of(known, statement.cue, statement.content) if statement.cue else UNKNOWN for statement in statements]
    own = [_own_words(known, article, statement) for statement in statements]
    carried = _carried(known, statements, direct)
    periods = [next((period for period in options if period.date), UNKNOWN) for options in zip(direct, own, carried, strict=True)]
    return tuple(_with(statement, period) for statement, period in zip(statements, periods, strict=True))


def date_events(known: Timed, events: Sequence[Event], statements: Sequence[Statement]) -> tuple[Event, ...]:
    """The events with `date` and `until`: by their own sentence or, where the act is the telling itself, as their statement."""
    told = {statement.cue.start: Period(statement.date, statement.until) for statement in statements if statement.cue}
    dated = []
    for event in events:
        period = date_of(known, event.trigger)
        period = period if period.date else told.get(event.trigger.start, UNKNOWN)
        dated.append(dataclasses.replace(event, date=period.date, until=period.until))
    return tuple(dated)


def _with(statement: Statement, period: Period) -> Statement:
    return dataclasses.replace(statement, date=period.date, until=period.until)


def _own_words(known: Timed, article: Article, statement: Statement) -> Period:
    cue = statement.cue
    if not cue or not article.date:
        return UNKNOWN
    before = known.text[max(0, cue.start - _LOOK_BACK) : cue.start]
    if _PERFECT.search(before):
        return UNKNOWN
    quoted = any(quote.start <= cue.start < quote.end for quote in known.quotations)
    document = bool(_DOCUMENT.search(article.title or "")) and not statement.within
    return Period(article.date) if document or (_FIRST_PERSON.search(before) and not quoted) else UNKNOWN


def _carried(known: Timed, statements: Sequence[Statement], direct: Sequence[Period]) -> list[Period]:
    placed = [(place(statement), statement.source, period) for statement, period in zip(statements, direct, strict=True)]
    return [_carry(known, statement, placed) for statement in statements]


def _carry(known: Timed, statement: Statement, placed: list[tuple[int, str | None, Period]]) -> Period:
    cue = statement.cue
    if not cue or not statement.source or not _PAST_CUE.match(cue.text):
        return UNKNOWN
    if _PERFECT.search(known.text[max(0, cue.start - _LOOK_BACK) : cue.start]):
        return UNKNOWN
    near = [
        (start, period)
        for start, source, period in placed
        if source == statement.source and cue.start - CARRIED_WITHIN <= start < cue.start and len(period.date or "") > len("2022")
    ]
    return max(near, key=lambda pair: pair[0])[1] if near else UNKNOWN


def place(statement: Statement) -> int:
    """Where the statement is told: its cue or, without one, its content."""
    span: Span | None = statement.cue or next(iter(statement.content), None)
    return span.start if span else 0
