"""The loop: every time expression of a text, found and resolved from left to right."""

from __future__ import annotations

import re
from bisect import bisect_right

from dragoman.reading.times.periods import UNKNOWN, Known, Period, joined, of_parts
from dragoman.reading.times.phrases import BY_KEY, DIGITS
from dragoman.reading.times.sentences import sentences
from dragoman.reading.times.situation import Found, Page, Reading, Situation, page
from dragoman.values import Span, Timex

_WORD = re.compile(r"(?<![\w])(?<!\d[,.])(?:\d{1,3}(?:,\d{3})+|\d+|[A-Za-z]+)|(?<!\w)['’]\d0s")
_RANGE = re.compile(r"(?:,? to|,? through|,? until|,? till|\s?[-–—])\s+(?:the )?$|\s?[-–—]\s?$")
_PAIR = re.compile(r" and (?:the )?$")
_BETWEEN = re.compile(r"\bbetween (?:the )?$", re.IGNORECASE)
_KINDS_JOINED = ("full", "partial")


def find(text: str, published: str | None) -> tuple[Timex, ...]:
    """Every time expression of `text`, in order, resolved against the publication date (`2022`, `2022-03`, `2022-03-07` or None).

    `date` is an ISO prefix as fine as the words and the publication date allow, None where they name no one period (`in recent
    years`); `until` is the last day of an interval that no prefix expresses. Weeks run from Monday to Sunday, centuries from
    1600 to 1699, seasons by the northern meteorological reckoning. Durations are no time expressions.
    """
    return tuple(
        Timex(Span.of(text, one.start, one.end), one.period.date, one.period.until) for one in _joined(text, _all(text, published))
    )


def _all(text: str, published: str | None) -> list[Found]:
    read, bounds = page(text, published), sentences(text)
    starts = [start for start, _ in bounds]
    found: list[Found] = []
    for word in _WORD.finditer(text):
        if found and word.start() < found[-1].end:
            continue
        key = word[0].lower()
        key = DIGITS if key[0].isdigit() else "'90s" if not key[0].isalpha() else key
        if key in BY_KEY:
            sentence = bounds[max(0, bisect_right(starts, word.start()) - 1)]
            if one := _longest(read, sentence, word.start(), (key, found)):
                found.append(one)
    return found


def _longest(read: Page, sentence: tuple[int, int], start: int, tried: tuple[str, list[Found]]) -> Found | None:
    """The longest phrase that begins at `start` and means a time."""
    key, earlier = tried
    matches = [(match, phrase) for phrase in BY_KEY[key] if (match := phrase.pattern.match(read.text, start, sentence[1]))]
    for match, phrase in sorted(matches, key=lambda pair: -pair[0].end()):
        if reading := phrase.resolver(match, Situation(read, sentence, start, match.end(), earlier)):
            return Found(start, match.end(), reading)
    return None


def _joined(text: str, found: list[Found]) -> list[Found]:
    """Two times that `to`, a dash or `between … and` binds are one period."""
    whole: list[Found] = []
    for one in found:
        if whole and (period := _range(text, whole[-1], one)):
            whole[-1] = period
        else:
            whole.append(one)
    return whole


def _year_before(period: Period) -> Period:
    """The day or month a year before: `between October and April` begins in the year before."""
    known = Known.of(period.date)
    return of_parts(known.year - 1, known.month, known.day) if known and not period.until else UNKNOWN


def _range(text: str, first: Found, last: Found) -> Found | None:
    gap = text[first.end : last.start]
    if len(gap) > 12 or first.reading.kind not in _KINDS_JOINED or last.reading.kind not in _KINDS_JOINED:
        return None
    if not _RANGE.fullmatch(gap) and not (_PAIR.fullmatch(gap) and _BETWEEN.search(text[max(0, first.start - 12) : first.start])):
        return None
    period = joined(first.period, last.period)
    if not period.date and first.reading.kind == last.reading.kind == "partial":
        period = joined(_year_before(first.period), last.period)
    return Found(first.start, last.end, Reading(period, last.reading.kind)) if period.date else None
