"""ISO prefixes as people write dates."""

from __future__ import annotations

import re

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def words(date: str | None, until: str | None = None) -> str:
    """`2022-03-07` as "7 March 2022", an interval as "28 February to 6 March 2022"; an empty string where nothing is known.

    What is no ISO prefix is given back as it is, so that nothing read is hidden.
    """
    if not date:
        return ""
    if not until or until == date:
        return _single(date)
    first, last = _single(date), _single(until)
    year = f" {until[:4]}"
    return f"{first.removesuffix(year) if date[:4] == until[:4] and first != last else first} to {last}"


def short(date: str | None, until: str | None = None) -> str:
    """The same with months of three letters, for tables: "7 Mar 2022"."""
    return re.sub("|".join(MONTHS), lambda month: month[0][:3], words(date, until))


def _single(date: str) -> str:
    parts = date.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3 or (len(parts) > 1 and not 1 <= int(parts[1]) <= 12):
        return date
    month = f"{MONTHS[int(parts[1]) - 1]} " if len(parts) > 1 else ""
    day = f"{int(parts[2])} " if len(parts) > 2 else ""
    return f"{day}{month}{parts[0]}"
