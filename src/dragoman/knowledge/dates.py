"""Dates known to the day, the month or the year, as ISO prefixes, and what can be said of a stretch between two of them."""

from __future__ import annotations

import calendar

YES, MAYBE, NO = "yes", "maybe", "no"
ALWAYS = ("0000-01-01", "9999-12-31")


def first_day(date: str | None) -> str:
    """The first day that the prefix allows; of None the beginning of time."""
    return ALWAYS[0] if not date else (date + "-01-01")[:10] if len(date) == 4 else (date + "-01")[:10]


def last_day(date: str | None) -> str:
    """The last day that the prefix allows; of None the end of time."""
    if not date:
        return ALWAYS[1]
    if len(date) == 4:
        return f"{date}-12-31"
    return f"{date}-{calendar.monthrange(int(date[:4]), int(date[5:7]))[1]:02d}" if len(date) == 7 else date


def during(date: str | None, since: str | None, until: str | None) -> str:
    """YES where every reading of `date` lies between the two, MAYBE where some does, NO where none does.

    `since` and `until` are ISO prefixes; None means unknown and can only give MAYBE or NO on that side. A day of change counts for both.
    """
    early, late = first_day(date), last_day(date)
    if late < first_day(since) or early > last_day(until):
        return NO
    begun = since is not None and last_day(since) <= early
    lasts = until is not None and late <= first_day(until)
    return YES if begun and lasts else MAYBE
