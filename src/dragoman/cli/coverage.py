"""How much is known, by kind, state and year: the lines that `dragoman doctor --coverage` prints."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.errors import UsageError
from dragoman.knowledge import Coverage

SHOWN = 12  # years of the overview, the newest last


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: one state or body by its code, one year, or neither for the overview."""

    place: str | None = None
    year: int | None = None


def lines(rows: Sequence[Coverage], asked: Asked) -> tuple[str, ...]:
    """The coverage as lines for people.

    Of one place every kind with the years in which something is known; of one year every kind with the places of which
    something is known; else every kind with how many places it has a year. Raises UsageError where nothing at all is known.
    """
    place = asked.place.upper() if asked.place else None
    chosen = [row for row in rows if (not place or row.place.upper() == place) and (asked.year is None or row.year == asked.year)]
    if not chosen:
        where = " and ".join([*([place] if place else []), *([str(asked.year)] if asked.year else [])])
        raise UsageError(f"nothing is known of {where}; a state is named by its ISO code of three letters, a body by its acronym")
    if asked.year is not None:
        return _of_year(chosen, place)
    return _of_place(chosen) if place else _overview(chosen)


def _of_year(rows: Iterable[Coverage], place: str | None) -> tuple[str, ...]:
    kinds: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        kinds[row.kind].append(f"{row.place} ×{row.facts}" if row.facts > 1 and not row.kind.startswith("member of ") else row.place)
    return tuple(f"{kind} ({len(found)}): {', '.join(sorted(found))}" if not place else kind for kind, found in kinds.items())


def _of_place(rows: Iterable[Coverage]) -> tuple[str, ...]:
    kinds: dict[str, set[int]] = defaultdict(set)
    plain: dict[str, int] = {}
    for row in rows:
        if row.year is None:
            plain[row.kind] = row.facts
        else:
            kinds[row.kind].add(row.year)
    dated = [f"{kind}: {runs(years)}" for kind, years in kinds.items()]
    return (*dated, *(f"{kind}: {count:,}" for kind, count in plain.items()))


def _overview(rows: Sequence[Coverage]) -> tuple[str, ...]:
    newest = max((row.year for row in rows if row.year is not None), default=0)
    years = range(newest - SHOWN + 1, newest + 1)
    kinds: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    plain: dict[str, int] = defaultdict(int)
    for row in rows:
        if row.year is None:
            plain[row.kind] += row.facts
        else:
            kinds[row.kind][row.year] += 1
    width = max(map(len, kinds), default=0)
    head = _row("states or bodies known in", years, width)
    dated = [_row(kind, (found.get(year) or "–" for year in years), width) for kind, found in kinds.items()]
    return (head, *dated, *(f"{kind}: {count:,}" for kind, count in plain.items()))


def _row(name: str, cells: Iterable[object], width: int) -> str:
    return f"{name:<{width}}  " + "  ".join(f"{cell:>4}" for cell in cells)


def runs(years: Iterable[int]) -> str:
    """Years as stretches: 2001, 2002, 2003, 2007 → "2001–2003, 2007"."""
    found: list[list[int]] = []
    for year in sorted(set(years)):
        if found and year == found[-1][1] + 1:
            found[-1][1] = year
        else:
            found.append([year, year])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in found)
