"""Which time governs a cue or a trigger: when something was said or done, as far as its sentence says.

A time governs what stands nearest to it in its clause: `told VOA on Sunday`, `On 6 March, X said`. What stands inside a quotation or
inside the content of a statement dates what is told there and not the telling. A time that belongs to a noun (`the 2015
agreement`, `Sunday's talks`) dates that noun alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model.quotes import Quotation, quotations
from dragoman.reading.times.finding import find
from dragoman.reading.times.periods import UNKNOWN, Period, bounds, days_between
from dragoman.reading.times.sentences import sentences
from dragoman.reading.times.situation import attributive
from dragoman.reading.times.tense import marks
from dragoman.values import Span, Timex


@dataclass(frozen=True, slots=True)
class Timed:
    """A text with its times, sentences and quotations, found once for all that is dated in it."""

    text: str
    timexes: tuple[Timex, ...]
    sentences: tuple[tuple[int, int], ...]
    quotations: tuple[Quotation, ...]

    def sentence(self, offset: int) -> tuple[int, int]:
        """The sentence that holds the character at `offset`, or the last one before it."""
        starts = [start for start, _ in self.sentences]
        return self.sentences[max(0, bisect_right(starts, offset) - 1)] if starts else (0, 0)


def timed(text: str, published: str | None) -> Timed:
    """The text, read for times against its publication date."""
    return Timed(text, find(text, published), sentences(text), quotations(text))


_BREAKS = re.compile(
    r"[;:]|\b(?:that|which|who|whom|whose|where|when|while|because|although|though|if|unless|whether|as|so|but|since|until|before|after|and|or|to)\b"
    r"|(?<=,) (?=[a-z]+ing\b)",
    re.IGNORECASE,
)
_WEIGHT = {"and": 4, "or": 4, "as": 4, "to": 4}
_BREAK = 12
"""A word that begins another clause separates a time from what it could govern as that many words would."""
_FRONTED = 6
"""A time that opens the sentence reaches every main clause of it, as if it stood that many words away."""
_VERB = 8
"""Another verb between them, likewise: the time is that verb's."""
_COARSE = 2
"""A year, or what has that many days, counts as so many times farther than a day: it mostly dates something else in the sentence."""
_LONG = 300
_TOO_FAR = 20
_CLEAR = 1.5
"""The nearest time governs if the next one that says otherwise is at least that many times as far."""
_COORDINATES = re.compile(r",? (?:or|and) (?:on |in )?", re.IGNORECASE)
_LINE_BEGINS = re.compile(r"\W*(?:[A-Z][\w.’'-]*[ ,/]+){1,6}")
_LINE_ENDS = re.compile(r",? *(?:\([^()\n]{1,40}\) *)?(?:[—–]|--?) ")
_LOCATED = re.compile(r"\b(?:in|at|during|on|according to) (?:a|an|the) (?:early |late )?$", re.IGNORECASE)


def date_of(known: Timed, trigger: Span, apart: Sequence[Span] = ()) -> Period:
    """The period that governs the trigger; UNKNOWN where the sentence gives none, or several that conflict.

    `apart` are the spans whose times are not meant: the content of the statement whose cue the trigger is. A date line's time counts where
    the sentence gives no other.
    """
    sentence = known.sentence(trigger.start)
    timexes = [timex for timex in known.timexes if _dates(timex) and sentence[0] <= timex.span.start < sentence[1]]
    free = [timex for timex in timexes if not _is_apart(known, timex, trigger, apart)]
    free = [timex for timex in free if not _in_date_line(known.text, sentence[0], timex.span)] or free
    ranked = sorted(
        ((_distance(known.text, sentence[0], timex.span, trigger) * _coarseness(timex), timex) for timex in free), key=lambda pair: pair[0]
    )
    ranked = [(distance, timex) for distance, timex in ranked if distance <= _TOO_FAR]
    if not ranked:
        return UNKNOWN
    nearest, chosen = ranked[0]
    rivals = [timex for distance, timex in ranked[1:] if distance < max(nearest, 2) * _CLEAR or _coordinated(known.text, chosen, timex)]
    return _agreed(chosen, rivals)


def _dates(timex: Timex) -> bool:
    """Whether the time can date one act: `over the past fifty years` and `in the 1990s` say what went on."""
    return bool(timex.date) and not (timex.until and _coarseness(timex) == _COARSE)


def _agreed(chosen: Timex, rivals: list[Timex]) -> Period:
    """The chosen period, or the finer one of several where each lies within the next."""
    period = Period(chosen.date, chosen.until)
    for rival in rivals:
        other = Period(rival.date, rival.until)
        if _within(period, other):
            continue
        if not _within(other, period):
            return UNKNOWN
        period = other
    return period


def _coordinated(text: str, one: Timex, other: Timex) -> bool:
    first, last = sorted((one.span, other.span))
    return bool(_COORDINATES.fullmatch(text[first.end : last.start]))


def _within(inner: Period, outer: Period) -> bool:
    first, second = bounds(inner), bounds(outer)
    return bool(first and second and second[0] <= first[0] and first[1] <= second[1])


def _is_apart(known: Timed, timex: Timex, trigger: Span, apart: Sequence[Span]) -> bool:
    place = timex.span.start
    if any(span.start <= place < span.end for span in apart):
        return True
    if any(quote.start <= place < quote.end and not quote.start <= trigger.start < quote.end for quote in known.quotations):
        return True
    return _is_attributive(known.text, timex.span) and not _is_noun_of(known.text, timex.span, trigger)


def _in_date_line(text: str, begins: int, span: Span) -> bool:
    """Whether the time stands in the date line before a report: `ISLAMABAD, Nov 15, 2022 (Reuters) —`; it dates the report."""
    return bool(_LINE_BEGINS.fullmatch(text, begins, span.start) and _LINE_ENDS.match(text, span.end))


def _is_attributive(text: str, span: Span) -> bool:
    before, after = text[max(0, span.start - 24) : span.start], text[span.end : span.end + 20]
    if re.match(r"['’]s? +\w", after):
        return True
    if _LOCATED.search(before):
        return False
    return attributive(text, span.start, span.end)


def _is_noun_of(text: str, span: Span, trigger: Span) -> bool:
    """Whether the trigger is the noun that the time belongs to: at most three words on, with nothing but words between."""
    between = text[span.end : trigger.start]
    return span.end <= trigger.start and bool(re.fullmatch(r"(?:['’]s?)?[ -](?:[\w'’-]+ ){0,3}", between)) and not _BREAKS.search(between)


def _coarseness(timex: Timex) -> int:
    days = bounds(Period(timex.date, timex.until))
    return _COARSE if days and days_between(*days) >= _LONG else 1


def _distance(text: str, begins: int, span: Span, trigger: Span) -> float:
    """Words between the time and the trigger, a clause break counted as many; a time that opens the sentence is never far."""
    first, last = (span.end, trigger.start) if span.end <= trigger.start else (trigger.end, span.start)
    between = text[first:last]
    words = len(between.split()) + sum(_WEIGHT.get(mark[0].lower(), _BREAK) for mark in _BREAKS.finditer(between)) + _VERB * marks(between)
    opens = len(text[begins : span.start].split()) <= 2 and span.end <= trigger.start and "\n" not in between
    return min(words, _FRONTED) if opens else words
