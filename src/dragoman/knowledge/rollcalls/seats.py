"""Who holds a seat in the United Nations, and from when to when.

A seat is named by the ISO 3166-1 alpha-3 code of its state today; seats that ended keep the code they had (CSK, YUG, DDR, YMD,
YAR, EAZ). The Soviet Union's votes are RUS, the Federal Republic of Germany's DEU, the Republic of China's (to 25 October 1971)
TWN; Serbia's seat (SRB) begins on 1 November 2000, Yugoslavia's (YUG) ends in September 1992. `data/seats.csv` holds the table.
"""

from __future__ import annotations

import csv
import difflib
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.errors import KnowledgeError

OPEN_END = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat: its code, its name, and the days on which it was held (ISO dates, the last one exclusive)."""

    code: str
    name: str
    since: str
    until: str
    interrupted: tuple[str, str] | None
    cow: tuple[int, ...]
    aliases: tuple[str, ...]

    def held(self, first: str, last: str) -> bool:
        """True where the seat was held on some day from `first` to `last` (ISO dates, both inclusive)."""
        if last < self.since or first >= self.until:
            return False
        return self.interrupted is None or not (self.interrupted[0] <= first and last < self.interrupted[1])


@cache
def seats() -> dict[str, Seat]:
    """All seats by code, in alphabetical order of the code."""
    text = (files("dragoman.knowledge.rollcalls") / "data" / "seats.csv").read_text(encoding="utf-8")
    return {row["iso3"]: _seat(row) for row in csv.DictReader(text.splitlines())}


def _seat(row: dict[str, str]) -> Seat:
    first, _, last = row["interrupted"].partition("/")
    return Seat(
        code=row["iso3"],
        name=row["name"],
        since=row["since"],
        until=row["until"] or OPEN_END,
        interrupted=(first, last) if first else None,
        cow=tuple(int(number) for number in row["cow"].split("|") if number),
        aliases=tuple(alias for alias in row["aliases"].split("|") if alias),
    )


def seat_code(name: str) -> str:
    """The code of the seat that `name` (a code, a name, a former name) means.

    Raises KnowledgeError, naming the nearest names, where no seat is meant.
    """
    code = _names().get(_plain(name))
    if code is None:
        near = difflib.get_close_matches(_plain(name), list(_names()), n=3, cutoff=0.6)
        codes = dict.fromkeys(_names()[key] for key in near)
        hint = ", ".join(f"{seats()[code].name} ({code})" for code in codes)
        raise KnowledgeError(f"unknown state {name!r}: give an ISO 3166-1 code or a name" + (f"; nearest: {hint}" if hint else ""))
    return code


def seat_on(name: str, day: str) -> str:
    """As `seat_code`, for `day` (ISO date): China before 25 October 1971 is TWN's seat, Yemen before May 1990 is YAR."""
    code = seat_code(name)
    forerunner = {"CHN": "TWN", "YEM": "YAR", "SRB": "YUG"}.get(code)
    return forerunner if forerunner and day < seats()[code].since else code


@cache
def by_cow() -> dict[int, str]:
    """Seat codes by Correlates of War country code; 345 is YUG (SRB from its first day on)."""
    return {number: code for code, seat in sorted(seats().items()) for number in seat.cow}


@cache
def _names() -> dict[str, str]:
    ordered = sorted(seats().values(), key=lambda seat: seat.until)  # a living seat keeps a name that an ended one had too
    return {_plain(name): seat.code for seat in ordered for name in (*seat.aliases, seat.name, seat.code)}


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold().replace("&", " and ").replace("saint ", "st "))
    kept = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", kept).split())
