"""Weeks, months and years counted from the publication date, or from a time that stands before them."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange

from dragoman.reading.times import words
from dragoman.reading.times.periods import (
    DAYS_IN_WEEK,
    MONTHS_IN_QUARTER,
    MONTHS_IN_YEAR,
    UNKNOWN,
    Known,
    Period,
    add_days,
    add_months,
    calendar_day,
    first_day,
    joined,
    last_day,
    of_day,
    of_days,
    of_parts,
    stepped,
)
from dragoman.reading.times.situation import Match, Reading, Situation, relative
from dragoman.reading.times.steps import AFTER_EARLIER, BACK, PRECISION, SAME_AS_EARLIER, definite, how_of, unit_of

SATURDAY = 5
_DAYS = {"day": 1, "week": DAYS_IN_WEEK, "weekend": DAYS_IN_WEEK}
_MONTHS = {"month": 1, "quarter": MONTHS_IN_QUARTER, "year": MONTHS_IN_YEAR, "decade": 120, "century": 1200}
_WITHIN = re.compile(r"\b(?:over|within|during|throughout|for|in|across) (?:the|this) $", re.IGNORECASE)
_OVER = re.compile(r"(?:\b(?:the|these|those|this|over|in|during|for|its|his|her|their|our|my)|^|[.,;:(“\"—–-]) *$", re.IGNORECASE)
"""What stands before `past five years`; `far past eighteen months` is beyond them."""
_BY = re.compile(r"\b(?:by|before|until|till|at|through) (?:the |about |around )?$", re.IGNORECASE)
_INEXACT = ("more than", "over", "less than", "under", "fewer than", "at least")


def open_ended(_: Match, __: Situation) -> Reading:
    """`recent years`, `several weeks ago`: a time, but no one period."""
    return Reading(UNKNOWN, "open")


def modified_unit(match: Match, situation: Situation) -> Reading | None:
    """`last week`, `this year`, `next month`, `the following day`, `that year`, `the same month`."""
    how, unit = how_of(match), unit_of(match)
    if unit == "day" and how in ("last", "past", "this", "current", "coming", "upcoming"):
        return None
    if how in SAME_AS_EARLIER:
        anchor = situation.anchor(PRECISION[unit])
        return relative(stepped(anchor, unit, 0) if anchor else UNKNOWN)
    if (
        how in ("next", "coming")
        and situation.published
        and unit in _MONTHS
        and situation.tense != "past"
        and _WITHIN.search(situation.before)
    ):
        return relative(_from_on(situation.published, unit, 1))
    if how in AFTER_EARLIER or (how in ("next", "previous", "preceding") and (unit == "day" or definite(situation))):
        anchor = situation.anchor(PRECISION[unit])
        return relative(stepped(anchor, unit, -1 if how in ("previous", "preceding") else 1) if anchor else UNKNOWN)
    published = situation.published
    if not published:
        return relative(UNKNOWN)
    if how in ("last", "past") and definite(situation):
        return Reading(UNKNOWN, "open") if re.match(" of ", situation.after) else relative(_up_to(published, unit, 1))
    if how in ("this", "current"):
        return relative(_current(situation, published, unit))
    return relative(stepped(published, unit, -1 if how in BACK else 1))


def _current(situation: Situation, published: Known, unit: str) -> Period:
    """This week, this weekend: what is told of in the past ends with the day of publication."""
    if unit == "weekend" and published.date and situation.tense == "past" and published.date.weekday() < SATURDAY:
        return stepped(published, "weekend", -1)
    period = stepped(published, unit, 0)
    if unit == "week" and published.date and published.date.weekday() and situation.tense == "past":
        return of_days(published.date - datetime.timedelta(days=published.date.weekday()), published.date)
    return period


def _up_to(known: Known, unit: str, count: int) -> Period:
    """The `count` units that end with the day of publication, as finely as that day is known."""
    if not known.date:
        return joined(Period(_years_on(known, unit, -count).date), Period(known.prefix))
    before = _same_day(known.date, unit, -count)
    first = add_days(before, unit not in ("day", "week")) if before else None
    return of_days(first, known.date) if first else UNKNOWN


def _from_on(known: Known, unit: str, count: int) -> Period:
    """The `count` units that begin with the day of publication, as finely as that day is known."""
    if not known.date:
        return joined(Period(known.prefix), _years_on(known, unit, count))
    last = _same_day(known.date, unit, count)
    return of_days(known.date, last) if last else UNKNOWN


def _same_day(day: datetime.date, unit: str, count: int) -> datetime.date | None:
    """The day that lies `count` units on, the last of its month where that month is shorter; None beyond the calendar."""
    if unit in _DAYS:
        return add_days(day, count * _DAYS[unit])
    month = add_months(day.year, day.month, count * _MONTHS[unit])
    return month and calendar_day(*month, min(day.day, monthrange(*month)[1]))


def _years_on(known: Known, unit: str, count: int) -> Period:
    if unit in _DAYS:
        return UNKNOWN
    years = {"decade": 10, "century": 100}.get(unit)
    return stepped(known, "year", count * years) if years else stepped(known, unit, count)


def counted_span(match: Match, situation: Situation) -> Reading | None:
    """`the last five years`, `the past 30 days`, `the next three months`."""
    unit = unit_of(match)
    if how_of(match) == "past" and not _OVER.search(situation.before):
        return None
    if not situation.published or match["vague"] or re.match(r" of (?:his|her|its|their|our|my|the)\b", situation.after):
        return Reading(UNKNOWN, "open")
    count = words.number_of(match["count"])
    if how_of(match) not in BACK and situation.tense == "past":
        anchor = situation.anchor(1)
        return relative(_from_on(Known(anchor.year), unit, count) if anchor and unit == "year" else UNKNOWN)
    return relative((_up_to if how_of(match) in BACK else _from_on)(situation.published, unit, count))


def ago(match: Match, situation: Situation) -> Reading | None:
    """`two days ago`, `a year ago`, `five years from now`; `three years ago today` is a day."""
    if not situation.published:
        return relative(UNKNOWN)
    sign = -1 if match["direction"].lower() in ("ago", "back") else 1
    day, unit = situation.published.date, unit_of(match)
    if match["day"] and day and not match["half"] and unit in (*_DAYS, *_MONTHS):
        from_day = add_days(day, {"tomorrow": 1, "yesterday": -1}.get(match["day"].lower(), 0))
        same = from_day and _same_day(from_day, unit, sign * words.number_of(match["count"]))
        return relative(of_day(same) if same else UNKNOWN)
    return relative(_counted(match, situation.published, sign))


def coming(match: Match, situation: Situation) -> Reading | None:
    """`in three weeks`, where what is told of lies ahead; else it says how long something took."""
    if not match["time"] and (situation.tense != "future" or match["count"].lower() in ("a", "an")):
        return None
    return relative(_counted(match, situation.published, 1) if situation.published else UNKNOWN)


def later(match: Match, situation: Situation) -> Reading | None:
    """`two years later`, `three days earlier`, `a month before`: counted from the time told of before."""
    unit = unit_of(match)
    if match["direction"].lower() in ("before", "after") and re.match(r"\s+[\w“\"]", situation.after):
        return Reading(UNKNOWN, "open")
    anchor = situation.anchor(PRECISION[unit])
    sign = -1 if match["direction"].lower() in ("earlier", "before", "prior") else 1
    return relative(_told(_counted(match, anchor, sign), situation) if anchor else UNKNOWN)


def _told(period: Period, situation: Situation) -> Period:
    """The period, unless it was counted from a wrong time: nothing that is told of lies after the publication."""
    published = situation.published
    ahead = period.date and published and first_day(period.date) > last_day(published.prefix)
    return UNKNOWN if ahead and situation.tense != "future" else period


def _counted(match: Match, known: Known, sign: int) -> Period:
    """So many units from `known`; a decade ago is the year ten years back."""
    unit = unit_of(match)
    count = words.number_of(match["count"])
    if match["half"] or (match["more"] or "").lower().strip() in _INEXACT:
        return UNKNOWN
    if unit == "decade":
        return stepped(known, "year", sign * 10 * count)
    return stepped(known, unit, sign * count * (2 if match["unit"].lower() == "fortnight" else 1))


def unit_beside(match: Match, situation: Situation) -> Reading | None:
    """`the day before`, `the year after`, where nothing follows that it is counted from."""
    if re.match(r"\s+(?!and\b|but\b|in\b|on\b|at\b)[\w“\"]", situation.after):
        return Reading(UNKNOWN, "open")
    unit = unit_of(match)
    anchor = situation.anchor(PRECISION[unit])
    return relative(stepped(anchor, unit, -1 if match["direction"].lower() == "before" else 1) if anchor else UNKNOWN)


def the_unit(match: Match, situation: Situation) -> Reading | None:
    """`earlier in the day`, `later in the month`: the one told of."""
    unit = match["unit"].lower()
    anchor = situation.anchor(PRECISION[unit]) or situation.published
    return relative(stepped(anchor, unit, 0) if anchor else UNKNOWN)


def year_end(_: Match, situation: Situation) -> Reading | None:
    """`by year-end`, `before the end of the year`: the last day of the year of publication."""
    published = situation.published
    if not published or not _BY.search(situation.before):
        return Reading(UNKNOWN, "open")
    return relative(of_parts(published.year, MONTHS_IN_YEAR, 31))


def weekend(_: Match, situation: Situation) -> Reading | None:
    """`over the weekend`: the last one, or the coming one beside a verb of the future."""
    published = situation.published
    if not published:
        return relative(UNKNOWN)
    ahead = situation.tense == "future" or (published.date and published.date.weekday() >= SATURDAY)
    return relative(stepped(published, "weekend", 0 if ahead else -1))
