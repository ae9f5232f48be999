"""Days and months: those that say their year, and those that take it from the text or the publication date."""

from __future__ import annotations

import datetime
import re

from dragoman.reading.times import words
from dragoman.reading.times.periods import UNKNOWN, Period, calendar_day, first_day, joined, of_parts
from dragoman.reading.times.situation import Match, Reading, Situation, full
from dragoman.reading.times.words import DAY, MONTH_OR_SHORT, YEAR
from dragoman.reading.times.years import year_range

DAYS_TOO_FAR = 330
"""A day without a year, this far away by its tense and within weeks the other way, is taken the other way: the verb misleads."""

_TERM_BEFORE = re.compile(r"\b(?:until|till|by|to|before) (?:the )?(?:early |late |mid-|end of |beginning of )?$", re.IGNORECASE)
_MEETING_BEFORE = re.compile(
    r"\b(?:summit|forum|conference|elections?|session|assembly|olympics|games|negotiations|talks|ceremony)"
    r"(?: (?:in|at) [A-Z]\w+(?: [A-Z]\w+)*)?,?(?: in| on| scheduled for)(?: early| late| mid-)? ?$",
    re.IGNORECASE,
)
_AHEAD = ((_TERM_BEFORE, 100), (_MEETING_BEFORE, 160))
"""So many days ahead a term or a meeting without a year is taken to lie: "committed to leaving by October 31"."""
_YEAR_AHEAD = re.compile(
    rf"\s*(?:{words.DASH}|to|and|or|through|until|till|thru)?\s*(?:the )?(?:early |late |mid-?)?"
    rf"(?:{DAY} (?:of )?{MONTH_OR_SHORT}|{MONTH_OR_SHORT}(?: {DAY})?)(?:,| of| in)? (?P<year>{YEAR})",
    re.IGNORECASE,
)
_TIME_BEFORE = re.compile(
    r"(?:\b(?:in|since|until|till|last|next|this|early|late|mid|of|during|through|before|after|between|from|to|and|on|every|each|past|around|about"
    r"|earlier|later|throughout)|mid-|[-–—(])\s*$",
    re.IGNORECASE,
)
_SURE_BEFORE = re.compile(
    r"\b(?:in|since|until|last|next|this|early|late|mid|during|end of|beginning of|start of|month of|between)[ -]$", re.IGNORECASE
)
_NAME_BEFORE = re.compile(r"(?:\b[A-Z][\w.'’-]*|\b(?:Mr|Mrs|Ms|Dr)\.) $")
_NAME_AFTER = re.compile(r"(?:['’]s)? [A-Z][a-z]")
_VERBS = ("march", "may")
_NAMES = ("april", "may", "june", "august", "march")


def full_day(match: Match, _: Situation) -> Reading | None:
    """`7 March 2022`, `March 7, 2022`, `Monday, March 7th, 2022`, `5-6 September 2019`."""
    return full(_days(match, int(match["year"])))


def partial_day(match: Match, situation: Situation) -> Reading | None:
    """`March 7`: its year by what the text says, else by tense and nearness to the publication date."""
    month, day = words.month_of(match["month"]), words.day_of(match["day"])
    if calendar_day(2020, month, day) is None or not match["month"][0].isupper():
        return None
    year = year_without(situation, month, day)
    return Reading(_days(match, year) if year else UNKNOWN, "partial")


def worded_day(match: Match, situation: Situation) -> Reading | None:
    """`the fifth of January`."""
    month, day = words.month_of(match["month"]), words.ORDINAL[match["day"].lower()]
    if match["year"]:
        return full(of_parts(int(match["year"]), month, day))
    year = year_without(situation, month, day)
    return Reading(of_parts(year, month, day) if year else UNKNOWN, "partial")


def _days(match: Match, year: int) -> Period:
    month = words.month_of(match["month"])
    first = of_parts(year, month, words.day_of(match["day"]))
    if not match.groupdict().get("last"):
        return first
    return joined(first, of_parts(year, month, words.day_of(match["last"])))


def iso_day(match: Match, _: Situation) -> Reading | None:
    """`2022-03-07`."""
    return full(of_parts(int(match["year"]), int(match["month"]), int(match["day"])))


def slashed_day(match: Match, _: Situation) -> Reading | None:
    """`13/03/2022`, `03/13/2022`, `03.07.2022`; where both could be the month the day is not known, but the year is."""
    first, second, year = (int(match[name]) for name in ("first", "second", "year"))
    months_first, days_first = of_parts(year, first, second), of_parts(year, second, first)
    if months_first is UNKNOWN or days_first is UNKNOWN or first == second:
        return full(months_first if days_first is UNKNOWN else days_first)
    return Reading(of_parts(year), "full")


def year_month(match: Match, situation: Situation) -> Reading | None:
    """`2022-03`; `2014-15` and `2011-12` are two years."""
    year, second = int(match["year"]), int(match["second"])
    if second == (year + 1) % 100 or second > 12:
        return year_range(match, situation)
    return full(of_parts(year, second))


def month_and_year(match: Match, _: Situation) -> Reading | None:
    """`March 2022`, `March of 2022`."""
    return full(of_parts(int(match["year"]), words.month_of(match["month"])))


def months_range(match: Match, situation: Situation) -> Reading | None:
    """`January-June 2016`, `March/April`."""
    first, last = words.month_of(match["month"]), words.month_of(match["last"])
    year = int(match["year"]) if match["year"] else year_without(situation, last)
    return Reading(
        joined(of_parts(year - (first > last), first), of_parts(year, last)) if year else UNKNOWN, "full" if match["year"] else "partial"
    )


def bare_month(match: Match, situation: Situation) -> Reading | None:
    """`in March`: its year as of a day without one. Neither the verb `march` nor a person named May."""
    name = match["month"].lower()
    if not match["month"][0].isupper() or not _is_month(name, situation):
        return None
    month = words.month_of(name)
    year = year_without(situation, month)
    return Reading(of_parts(year, month) if year else UNKNOWN, "partial")


def _is_month(name: str, situation: Situation) -> bool:
    before, after = situation.before, situation.after
    if name == "may" and re.search(r"\b(?:Theresa|Mrs\.?|Minister|Ms\.?) May\b", situation.page.text):
        return bool(_SURE_BEFORE.search(before))
    if name in _VERBS:
        return bool(_TIME_BEFORE.search(before))
    if name not in _NAMES or _TIME_BEFORE.search(before):
        return not (name in _NAMES and _NAME_AFTER.match(after) and not _TIME_BEFORE.search(before))
    return not (_NAME_AFTER.match(after) or _NAME_BEFORE.search(before))


def year_without(situation: Situation, month: int, day: int | None = None) -> int | None:
    """The year of a day or month that says none."""
    if ahead := _YEAR_AHEAD.match(situation.page.text, situation.end):
        return int(ahead["year"])
    if (year := situation.year_nearby()) and _exists(year, month, day):
        return year
    published = situation.published
    if not published:
        return None
    if not published.month:
        return published.year if _exists(published.year, month, day) else None
    return _by_tense(situation, month, day)


def _is_ahead(situation: Situation, nearest: str | None) -> bool:
    """Whether what stands before makes it a day to come, though the verb is of the past: a term that is set, a meeting that is named."""
    published = situation.published
    assert published
    days = _distance(nearest, published.middle) if nearest else 0
    return any(0 < days <= most and pattern.search(situation.before) for pattern, most in _AHEAD)


def _by_tense(situation: Situation, month: int, day: int | None) -> int | None:
    published = situation.published
    assert published is not None
    shown = published.prefix if day else published.prefix[:7]
    near = [of_parts(year, month, day).date for year in range(published.year - 1, published.year + 2)]
    dates = [date for date in near if date]
    nearest = min(dates, key=lambda date: abs(_distance(date, published.middle)), default=None)
    tense = situation.tense
    chosen = nearest
    if tense == "past" and not _is_ahead(situation, nearest):
        chosen = max((date for date in dates if date[: len(shown)] <= shown), default=nearest)
    elif tense == "future":
        chosen = min((date for date in dates if date[: len(shown)] >= shown), default=nearest)
    if chosen and abs(_distance(chosen, published.middle)) > DAYS_TOO_FAR:
        chosen = nearest
    return int(chosen[:4]) if chosen else None


def _distance(date: str, middle: datetime.date) -> int:
    return (datetime.date.fromisoformat(first_day(date)) - middle).days + (14 if len(date) == 7 else 0)


def _exists(year: int, month: int, day: int | None) -> bool:
    return calendar_day(year, month, day or 1) is not None
