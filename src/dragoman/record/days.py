"""Days as numbers, so that entries can lie in the order of time."""

from __future__ import annotations

from datetime import date

UNDATED = 0


def first_day(prefix: str | None) -> int:
    """The first day of `2022`, `2022-03` or `2022-03-07`, counted from 1 January of the year 1; 0 where there is none."""
    return date.fromisoformat(f"{prefix}-01-01"[:10]).toordinal() if prefix else UNDATED


def exists(prefix: str) -> bool:
    """Whether there is such a year, month or day; the prefix is written as `2022`, `2022-03` or `2022-03-07`."""
    try:
        first_day(prefix)
    except ValueError:
        return False
    return True


def iso(day: int) -> str:
    """The day of that number as an ISO date."""
    return date.fromordinal(day).isoformat()
