"""What must hold of the hand-kept holders before the build joins them with other sources, where it would give way in silence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from dragoman.knowledge import dates
from dragoman.knowledge.build.sightings import Sighting
from dragoman.knowledge.checks import overlap, shared
from dragoman.knowledge.facts import Holding

DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def contradictions(rows: Iterable[Sighting], places: set[str]) -> list[str]:
    """One line for each kept row that cannot be: of no place, without a day, backwards, or at the same time as another of that seat."""
    found, seats = [], defaultdict(list)
    for row in rows:
        where = f"kept holder {row.name} of {row.place} {row.office}"
        if row.place not in places:
            found.append(f"{where}: no territory or body {row.place!r}")
        elif wrong := [date for date in (row.since, row.until) if date and not DAY.fullmatch(date)]:
            found.append(f"{where}: {wrong[0]!r} is no date")
        elif not row.since:
            found.append(f"{where}: does not say since when")
        elif dates.first_day(row.since) > dates.last_day(row.until or row.last_seen):
            found.append(f"{where}: ends before it begins")
        else:
            seats[row.place, row.office].append(_holding(row))
    return found + [line for held in seats.values() for line in _at_once(held)]


def _at_once(held: list[Holding]) -> list[str]:
    """The pairs of one seat that surely overlap; in an office that several share, a person's own two rows alone."""
    return [
        f"kept holders of {one.place} {one.office}: {one.person} ({one.since}–{one.until or one.last_seen}) and "
        f"{other.person} ({other.since}–{other.until or other.last_seen}) held it at once"
        for index, one in enumerate(held)
        for other in held[index + 1 :]
        if overlap(one, other) and (one.person == other.person or not shared(one))
    ]


def _holding(row: Sighting) -> Holding:
    return Holding(row.name, row.place, row.office, None, row.since, row.until, None, row.last_seen, row.source)
