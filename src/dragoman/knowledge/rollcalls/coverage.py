"""How much of what was voted the archive knows, year by year."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.errors import KnowledgeError
from dragoman.knowledge.rollcalls.archive import Archive

ENOUGH = 0.5
"""Below this share of known roll calls a figure over a range of years is refused."""

COMPLETE = 0.95
"""From this share on, a year's roll calls count as all known when a report is held against them."""


@dataclass(frozen=True, slots=True)
class YearCoverage:
    """A year of a body: roll calls on whole resolutions known by state, those known by tally or veto alone, and how many took place.

    `expected` is None where nobody counted (the Security Council).
    """

    body: str
    year: int
    known: int
    partial: int
    expected: int | None

    @property
    def share(self) -> float | None:
        """`known` of `expected`; None where that is not known."""
        return None if self.expected is None else min(1.0, self.known / self.expected) if self.expected else 1.0


@cache
def coverage(archive: Archive, body: str) -> tuple[YearCoverage, ...]:
    """The coverage of `body` for every year in which it voted or the archive expects votes."""
    known: dict[int, int] = {}
    partial: dict[int, int] = {}
    for roll_call in archive.roll_calls:
        if roll_call.body == body and (roll_call.kind in ("resolution", "draft") or body != "UNGA"):
            side = partial if roll_call.quality in ("tally", "vetoes") else known
            year = int(roll_call.date[:4])
            side[year] = side.get(year, 0) + 1
    expected = archive.expected.get(body, {})
    years = sorted(known.keys() | partial.keys() | expected.keys())
    return tuple(
        YearCoverage(body, year, known.get(year, 0), partial.get(year, 0), _most(expected.get(year), known.get(year, 0))) for year in years
    )


def _most(expected: int | None, known: int) -> int | None:
    return None if expected is None else max(expected, known)


def complete(archive: Archive, body: str, first: str, last: str) -> bool:
    """True where, as far as anybody counted, the archive knows all roll calls of `body` in the years from `first` to `last`."""
    shares = {item.year: item.share for item in coverage(archive, body)}
    years = range(int(first[:4]), int(last[:4]) + 1)
    return all((share := shares.get(year)) is not None and share >= COMPLETE for year in years)


def require(archive: Archive, since: str, until: str, minimum: float = ENOUGH) -> str:
    """A line "n of N recorded votes known", with the thin years, for the Assembly from `since` to `until` (ISO prefixes).

    Raises KnowledgeError, naming the thin years, where less than the share `minimum` is known.
    """
    chosen = [item for item in coverage(archive, "UNGA") if int(since[:4]) <= item.year <= int(until[:4])]
    known, expected = sum(item.known for item in chosen), sum(item.expected or 0 for item in chosen)
    thin = [str(item.year) for item in chosen if (item.share or 0) < minimum]
    line = f"{known} of {expected} recorded votes of the General Assembly known, {since} to {until}"
    if thin:
        line += f"; below {minimum:.0%}: {_ranges(thin)}"
    if expected == 0 or known < minimum * expected:
        raise KnowledgeError(f"{line}: too few for a figure; choose other years, or add roll calls with `dragoman votes update FILE`")
    return line


def _ranges(years: list[str]) -> str:
    runs: list[list[int]] = []
    for year in map(int, years):
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs)


def last_known(archive: Archive) -> int:
    """The last year of the General Assembly of whose recorded votes at least the share `ENOUGH` is known."""
    return max(item.year for item in coverage(archive, "UNGA") if item.expected and (item.share or 0) >= ENOUGH)
