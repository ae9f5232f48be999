"""Dates as the record writes them: `2022`, `2022-03` or `2022-03-07`, and the date lines of articles."""

from __future__ import annotations

import datetime
import re

FORMS = "2022, 2022-03 or 2022-03-07"

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? |(?:mon|tue|wed|thu|fri|sat|sun)\.?,? )?"
_CLOCK = r"(?:,? ?(?:at |- |\| |• )?\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: \(?[A-Z]{2,4}\)?)?)?"
_DAY_LINES = tuple(
    re.compile(
        rf"(?P<kind>(?:first )?(?:published|posted|updated|last updated|issued)(?: on| at)?:? )?{_WEEKDAY}{day}{_CLOCK}", re.IGNORECASE
    )
    for day in (
        rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH},? (?P<year>\d{{4}})",
        r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})",
    )
)


def is_date(text: str) -> bool:
    """Whether `text` is a year, a month or a day that exists, written as the record writes it."""
    match = _ISO.fullmatch(text)
    if not match:
        return False
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True


def date_line(line: str) -> tuple[bool, str | None]:
    """Whether `line` says a day and nothing else, and that day in ISO where it is one of publication."""
    match = next((found for form in _DAY_LINES if (found := form.fullmatch(line))), None)
    if not match:
        return False, None
    month = match["month"].lower()[:3]
    number = int(month) if month.isdigit() else _MONTHS.index(month) + 1
    day = f"{match['year']}-{number:02d}-{int(match['day']):02d}"
    updated = "updated" in (match["kind"] or "").lower()
    return True, day if is_date(day) and not updated else None
