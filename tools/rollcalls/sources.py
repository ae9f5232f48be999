"""The given vote data, and what all roll calls are made with: seats as letters, totals, sessions."""

from __future__ import annotations

import csv
import gzip
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.knowledge.rollcalls.archive import LETTERS, seat_places
from dragoman.knowledge.rollcalls.seats import seats

Votes = dict[str, str]
"""The answer (yes, no, abstain, absent) by seat."""


@dataclass(frozen=True)
class Sources:
    """The folder of vote data and the corrections to it."""

    folder: Path
    corrections: dict[str, list[dict[str, Any]]]

    def rows(self, name: str) -> list[dict[str, str]]:
        """The rows of a CSV file, plain or gzipped."""
        path = self.folder / name
        text = gzip.decompress(path.read_bytes()).decode() if name.endswith(".gz") else path.read_text(encoding="utf-8")
        return list(csv.DictReader(text.splitlines(keepends=True)))


def letters(votes: Votes, members: Iterable[str]) -> str:
    """One letter a seat: the recorded answer, `?` for a member without one, `.` for a non-member."""
    sitting = set(members)
    return "".join(LETTERS[votes[code]] if code in votes else "?" if code in sitting else "." for code in seat_places())


def assembly_members(day: str, precision: str) -> set[str]:
    """Who was a member on `day`, or on all of its month: members of a part of the month count where their vote is recorded."""
    first, last = (f"{day[:7]}-01", f"{day[:7]}-31") if precision == "month" else (day, day)
    return {code for code, seat in seats().items() if seat.held(first, first) and seat.held(last, last)}


def tally(counts: Counter[str]) -> tuple[int, int, int, int]:
    """How many answered yes, no and abstain, and how many were absent."""
    return counts["yes"], counts["no"], counts["abstain"], counts["absent"]


def session(day: str) -> int:
    """The regular session that was on: sessions open in the middle of September."""
    return int(day[:4]) - 1945 - (day[5:] < "09-15")
