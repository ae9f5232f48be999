"""Months and seasons of this or another year, days with a name of their own, wars, and times of day."""

from __future__ import annotations

import re

from dragoman.reading.times import words
from dragoman.reading.times.days import year_without
from dragoman.reading.times.periods import MONTHS_IN_QUARTER, SEASONS, UNKNOWN, Period, of_parts, of_season
from dragoman.reading.times.situation import Match, Reading, Situation, relative
from dragoman.reading.times.steps import AFTER_EARLIER, BACK, ON, SAME_AS_EARLIER, how_of
from dragoman.reading.times.weekdays import IN_TITLE

HOLIDAYS = {
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year's": (1, 1),
    "valentine's day": (2, 14),
    "halloween": (10, 31),
    "may day": (5, 1),
}
_SECOND = ("ii", "two", "2", "second")
_DURING = re.compile(
    r"\b(?:during|throughout|until|since|before|after|following|in|of|by|from|to|between|prior to|late|early|pre|post|and)[ -–](?:the )?$",
    re.IGNORECASE,
)
_NOT_ITS_TIME = re.compile(
    r"[- ]era\b|['’]s|[ -](?!and\b|in\b|when\b|that\b|but\b|to\b|the\b|as\b|by\b|with\b|was\b|had\b|or\b|on\b|for\b)[a-z]+"
)


def clock(_: Match, __: Situation) -> Reading:
    """`10:45 a.m.`, `noon`: a time of day, which the record does not keep."""
    return Reading(UNKNOWN, "clock")


def modified_month(match: Match, situation: Situation) -> Reading | None:
    """`last March`, `next January`, `this May`."""
    month, how, published = words.month_of(match["month"]), how_of(match), situation.published
    if not match["month"][0].isupper() or not published or not published.month:
        return relative(UNKNOWN) if match["month"][0].isupper() else None
    year = published.year
    if how in BACK:
        year -= month >= published.month
    elif how in ON:
        year += month <= published.month
    elif how not in ("this", "current"):
        anchor = situation.anchor(1)
        return relative(of_parts(anchor.year, month) if anchor else UNKNOWN)
    return relative(of_parts(year, month))


def month_of_year(match: Match, situation: Situation) -> Reading | None:
    """`March this year`, `November 3 last year`, `May of the same year`."""
    month, how = words.month_of(match["month"]), how_of(match)
    day = words.day_of(match["day"]) if match["day"] else None
    deictic = how in ("this", "last", "next")
    known = situation.published if deictic else situation.anchor(1)
    step = {"last": -1, "next": 1, "the following": 1}.get(how, 0)
    return relative(of_parts(known.year + step, month, day) if known else UNKNOWN)


def modified_season(match: Match, situation: Situation) -> Reading | None:
    """`last summer`, `this winter`, `that spring`; not `conditions that fall`. A winter belongs to the year that it begins in."""
    season, how, published = match["season"].lower(), how_of(match), situation.published
    if season in ("fall", "spring") and how == "that" and re.match(r" [a-z]", situation.after):
        return None
    if how in SAME_AS_EARLIER or how in AFTER_EARLIER:
        anchor = situation.anchor(1)
        return relative(of_season(season, anchor.year) if anchor and season != "winter" else UNKNOWN)
    if not published or not published.month:
        return relative(UNKNOWN)
    current = published.year - (season == "winter" and published.month <= SEASONS[season] + MONTHS_IN_QUARTER - 1 - 12)
    return relative(of_season(season, current + _season_step(how, situation, SEASONS[season])))


def _season_step(how: str, situation: Situation, begins: int) -> int:
    """Years from the current season to the one meant: the last one that is over, the next one that has not begun."""
    published = situation.published
    assert published
    month = published.month or 1
    over = begins + MONTHS_IN_QUARTER - 1 < month or (begins == SEASONS["winter"] and 2 < month < begins)
    if how in BACK:
        return 0 if over and begins != SEASONS["winter"] else -1
    if how in ON:
        return 1 if month >= begins else 0
    return -1 if begins > month and situation.tense == "past" else 0


def season(match: Match, situation: Situation) -> Reading | None:
    """`in the summer`, `summers`: found; which one is not said."""
    if match["season"].lower() in ("spring", "fall") and not re.search(r"\b(?:in|the|during|every|each) $", situation.before):
        return None
    return None if re.match(r" of\b", situation.after) or match["season"][0].isupper() else Reading(UNKNOWN, "open")


def holiday(match: Match, situation: Situation) -> Reading | None:
    """Days with a fixed date: `Christmas Day`, `New Year's Eve`; `9/11` is the day of the attacks."""
    name = match[0].lower().replace("’", "'")
    if IN_TITLE.search(situation.before) or re.match(r" [A-Z]", situation.after):
        return None
    if name.startswith(("9/11", "september 11 attacks")):
        return Reading(Period("2001-09-11"), "full")
    month, day = next(date for beginning, date in HOLIDAYS.items() if name.startswith(beginning))
    if (year := match.groupdict().get("year")) is not None:
        return Reading(of_parts(int(year), month, day), "full")
    found = year_without(situation, month, day)
    return Reading(of_parts(found, month, day) if found else UNKNOWN, "partial")


def world_war(match: Match, situation: Situation) -> Reading | None:
    """`during World War II`: a time where a preposition of time makes it one."""
    if not _DURING.search(situation.before) or _NOT_ITS_TIME.match(situation.after):
        return None
    second = (match["number"] or match["short"] or match["ordinal"]).lower() in _SECOND
    return Reading(Period("1939-09-01", "1945-09-02") if second else Period("1914-07-28", "1918-11-11"), "full")
