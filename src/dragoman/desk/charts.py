"""Charts as SVG without style or script: deeds over time on the scale from conflict to cooperation, and statements over time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dragoman.formats.charts import svg
from dragoman.formats.quads import QUADS

SCALE = ("material-cooperation", "verbal-cooperation", "verbal-conflict", "material-conflict")
"""The lanes of the chart of deeds, from the top."""

WIDTH, LEFT, LANE, TOP = 720, 220, 46, 14
ISO = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?", re.ASCII)
LABELS = 7
"""Dates below a chart at most."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed on the scale: its period (year, month or day), its quad class, and from which side it comes (0 or 1)."""

    period: str
    quad: str
    side: int


def deeds(found: Sequence[Deed], sides: tuple[str, str]) -> Markup:
    """Circles for the first side, squares for the second, an area as large as the number of deeds; nothing where there is no deed."""
    periods = _periods([deed.period for deed in found])
    if not periods:
        return Markup("")
    counts = Counter((deed.period, deed.quad, deed.side) for deed in found if deed.period in periods)
    parts = [part for number, key in enumerate(SCALE) for part in _lane(number, key)]
    for (period, key, side), count in sorted(counts.items()):
        if key in SCALE:
            parts.append(_mark(_x(periods, period) + (side - 0.5) * 9, SCALE.index(key), (count, key, side), f"{period}: {sides[side]}"))
    height = TOP + LANE * len(SCALE) + 24
    parts += _axis(periods, height - 6)
    return svg.inline((WIDTH, height), f"Deeds of {sides[0]} and {sides[1]} over time, cooperation above, conflict below", parts)


def bars(found: Sequence[str], label: str) -> Markup:
    """A bar a period, as high as the number of times that it is in `found`; nothing where there are fewer than two periods."""
    counts = Counter(period for period in found if ISO.fullmatch(period))
    periods = _periods(list(counts))
    if len(counts) < 2:
        return Markup("")
    top, height, bottom = max(counts.values()), 130, 104
    width = max(2.0, min(18.0, (WIDTH - LEFT) / len(periods) * 0.7))
    parts = [svg.line((40, bottom), (WIDTH, bottom), "axis"), svg.words((34, TOP + 4), str(top), "end")]
    for period in sorted(counts):
        tall = (bottom - TOP) * counts[period] / top
        parts.append(svg.bar((_x(periods, period, 50) - width / 2, bottom - tall, width, tall), "bar", f"{period}: {counts[period]}"))
    return svg.inline((WIDTH, height), label, [*parts, *_axis(periods, height - 6, 50)])


def period(dates: Sequence[str | None]) -> int:
    """How many characters of an ISO date make a period, so that some thirty at most are shown: day, month or year."""
    known = sorted(date for date in dates if date and ISO.fullmatch(date))
    if not known or any(len(date) < 7 for date in known) or int(known[-1][:4]) - int(known[0][:4]) > 5:
        return 4
    return 7 if any(len(date) < 10 for date in known) or len(set(known)) > 31 or known[0][:7] != known[-1][:7] else 10


def _periods(found: Sequence[str]) -> list[str]:
    """Every period from the first to the last; years and months without a gap."""
    known = sorted({one for one in found if ISO.fullmatch(one)})
    if not known:
        return []
    first, last = known[0], known[-1]
    if len(first) == 4:
        return [f"{year:04d}" for year in range(int(first), int(last) + 1)]
    if len(first) == 7:
        months = range(int(first[:4]) * 12 + int(first[5:]) - 1, int(last[:4]) * 12 + int(last[5:]))
        return [f"{month // 12:04d}-{month % 12 + 1:02d}" for month in months]
    return known


def _x(periods: list[str], one: str, left: int = LEFT) -> float:
    return left + 20 + (WIDTH - left - 50) * (periods.index(one) / max(1, len(periods) - 1) if len(periods) > 1 else 0.5)


def _lane(number: int, key: str) -> tuple[Markup, Markup]:
    name = next(quad.name for quad in QUADS if quad.key == key)
    middle = TOP + LANE * number + LANE / 2
    return svg.line((LEFT, middle), (WIDTH, middle), "axis"), svg.words((LEFT - 8, middle + 4), name, f"end {key}")


def _mark(x: float, lane: int, what: tuple[int, str, int], who: str) -> Markup:
    count, key, side = what
    y, size = TOP + LANE * lane + LANE / 2, min(20.0, 4.5 * count**0.5)
    title = f"{who}, {count} × {key.replace('-', ' ')}"
    if side:
        return svg.bar((x - size * 0.9, y - size * 0.9, size * 1.8, size * 1.8), f"mark side {key}", title)
    return svg.disc((x, y), size, f"mark {key}", title)


def _axis(periods: list[str], y: float, left: int = LEFT) -> list[Markup]:
    """The dates below a chart; every second one is for wide windows."""
    shown = periods[:: max(1, -(-len(periods) // LABELS))]
    return [svg.words((_x(periods, one, left), y), one, "middle between" if place % 2 else "middle") for place, one in enumerate(shown)]
