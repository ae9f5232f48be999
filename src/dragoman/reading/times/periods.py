"""Periods of the calendar, written as the record writes them, and steps from one to another.

A period is an ISO prefix (`2022`, `2022-03`, `2022-03-07`) or, where no prefix expresses it, a prefix that begins it and the
last day that ends it. A step from a prefix never gives more than the prefix knows: the day after `2022-03` is `2022-03`.
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass

FIRST_YEAR, LAST_YEAR = 1, 9999
MONTHS_IN_YEAR, MONTHS_IN_QUARTER, DAYS_IN_WEEK = 12, 3, 7
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The month that begins each season, by the meteorological reckoning of the northern hemisphere."""

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar: its ISO prefix, and its last day where no prefix expresses it. Both None: not known."""

    date: str | None = None
    until: str | None = None


UNKNOWN = Period()


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a day: its year, perhaps its month, perhaps the day itself."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, prefix: str | None) -> Known | None:
        """The parts of an ISO prefix; None for None and for what is no date of the calendar."""
        match = _ISO.fullmatch(prefix or "")
        if not match:
            return None
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        return cls(year, month, day) if calendar_day(year, month or 1, day or 1) else None

    @property
    def prefix(self) -> str:
        """The ISO prefix."""
        return "-".join([f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part)])

    @property
    def date(self) -> datetime.date | None:
        """The day, where it is known."""
        return datetime.date(self.year, self.month, self.day) if self.month and self.day else None

    @property
    def middle(self) -> datetime.date:
        """The middle of what is known, to measure nearness from."""
        return datetime.date(self.year, self.month or 7, self.day or (15 if self.month else 1))


def calendar_day(year: int, month: int, day: int) -> datetime.date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def of_day(date: datetime.date) -> Period:
    """The period of one day."""
    return Period(date.isoformat())


def of_days(first: datetime.date, last: datetime.date) -> Period:
    """The period from one day to another, both included."""
    return Period(first.isoformat(), last.isoformat() if last != first else None)


def of_parts(year: int, month: int | None = None, day: int | None = None) -> Period:
    """The year, month or day; UNKNOWN where the calendar has no such one."""
    if not FIRST_YEAR <= year <= LAST_YEAR or calendar_day(year, month or 1, day or 1) is None:
        return UNKNOWN
    return Period(Known(year, month, day).prefix)


def of_years(first: int, last: int) -> Period:
    """The period of whole years, both included."""
    if not FIRST_YEAR <= first <= last <= LAST_YEAR:
        return UNKNOWN
    return Period(f"{first:04d}", f"{last:04d}-12-31" if last != first else None)


def of_months(year: int, month: int, count: int) -> Period:
    """The period of `count` months from one on."""
    first, last = add_months(year, month, 0), add_months(year, month, count - 1)
    if not first or not last:
        return UNKNOWN
    return Period(Known(*first).prefix, last_day(Known(*last).prefix) if count > 1 else None)


def of_season(season: str, year: int) -> Period:
    """The season that begins in the year."""
    return of_months(year, SEASONS[season], MONTHS_IN_QUARTER)


def add_months(year: int, month: int, count: int) -> tuple[int, int] | None:
    """Year and month, `count` months on; None beyond the calendar."""
    years, rest = divmod(year * MONTHS_IN_YEAR + month - 1 + count, MONTHS_IN_YEAR)
    return (years, rest + 1) if FIRST_YEAR <= years <= LAST_YEAR else None


def add_days(date: datetime.date, count: int) -> datetime.date | None:
    """The day, `count` days on; None beyond the calendar."""
    try:
        return date + datetime.timedelta(days=count)
    except OverflowError:
        return None


def first_day(prefix: str) -> str:
    """The first day of an ISO prefix."""
    return prefix + "-01-01"[len(prefix) - 4 :]


def last_day(prefix: str) -> str:
    """The last day of an ISO prefix."""
    known = Known.of(prefix)
    if not known or known.day:
        return prefix
    month = known.month or MONTHS_IN_YEAR
    return f"{known.year:04d}-{month:02d}-{calendar.monthrange(known.year, month)[1]:02d}"


def bounds(period: Period) -> tuple[str, str] | None:
    """First and last day of a period, None of UNKNOWN."""
    return (first_day(period.date), period.until or last_day(period.date)) if period.date else None


def days_between(first: str, last: str) -> int:
    """Days from one full ISO date to another."""
    return (datetime.date.fromisoformat(last) - datetime.date.fromisoformat(first)).days


def joined(first: Period, last: Period) -> Period:
    """From the beginning of one period to the end of another; UNKNOWN where one is unknown or they run backwards."""
    if not first.date or not last.date:
        return UNKNOWN
    end = last.until or last_day(last.date)
    return Period(first.date, end) if first_day(first.date) < end else UNKNOWN


def stepped(known: Known, unit: str, count: int) -> Period:
    """The day, week (Monday to Sunday), month, quarter, year or decade that lies `count` of them after `known`.

    What `known` is too coarse for: a day or a weekend within a week is given as coarsely as `known` is, all else is UNKNOWN.
    """
    if unit in ("day", "week", "weekend"):
        return _stepped_days(known, unit, count)
    if unit in ("month", "quarter"):
        return _stepped_months(known, unit, count)
    year = known.year + count * {"year": 1, "decade": 10, "century": 100}[unit]
    if unit == "year":
        return of_parts(year)
    length = {"decade": 10, "century": 100}[unit]
    return of_years(max(FIRST_YEAR, year // length * length), year // length * length + length - 1)


def _stepped_days(known: Known, unit: str, count: int) -> Period:
    if not known.date:
        return Period(known.prefix) if unit == "day" and abs(count) <= DAYS_IN_WEEK else UNKNOWN
    if unit == "day":
        day = add_days(known.date, count)
        return of_day(day) if day else UNKNOWN
    first = add_days(known.date, count * DAYS_IN_WEEK - known.date.weekday() + (5 if unit == "weekend" else 0))
    last = add_days(first, 1 if unit == "weekend" else DAYS_IN_WEEK - 1) if first else None
    return of_days(first, last) if first and last else UNKNOWN


def _stepped_months(known: Known, unit: str, count: int) -> Period:
    if not known.month:
        return UNKNOWN
    if unit == "month":
        month = add_months(known.year, known.month, count)
        return of_parts(*month) if month else UNKNOWN
    first = add_months(known.year, (known.month - 1) // MONTHS_IN_QUARTER * MONTHS_IN_QUARTER + 1, count * MONTHS_IN_QUARTER)
    return of_months(*first, MONTHS_IN_QUARTER) if first else UNKNOWN
