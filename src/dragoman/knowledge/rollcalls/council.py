"""Who sat in the Security Council in which year (terms are calendar years, but for a few of the first)."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

PERMANENT = ("CHN", "FRA", "GBR", "RUS", "USA")


@cache
def council_members() -> dict[int, frozenset[str]]:
    """The members' codes by year, 1946 on; the seat of China to 1971 counts for both CHN and TWN."""
    text = (files("dragoman.knowledge.rollcalls") / "data" / "council.csv").read_text(encoding="utf-8")
    return {int(row["year"]): frozenset(row["members"].split()) for row in csv.DictReader(text.splitlines())}


def sat_in_council(code: str, first: str, last: str) -> bool | None:
    """True where `code` sat on the Council in some year from `first` to `last` (ISO dates); None where a year is not covered."""
    years = range(int(first[:4]), int(last[:4]) + 1)
    if any(code in council_members().get(year, ()) for year in years):
        return True
    return False if all(year in council_members() for year in years) else None
