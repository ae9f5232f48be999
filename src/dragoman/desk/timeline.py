"""A chart of stances over time as SVG without style or script: a lane for each target or stance, a sign for each stance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from dragoman.desk.charts import ISO, WIDTH
from dragoman.desk.standing import SIGNS

LEFT, RIGHT, TOP, LANE = 210, 60, 8, 30
BESIDE = 15
"""How far signs of one lane and date stand from each other."""

LONGEST = 20
"""Characters of a lane's name at most."""


@dataclass(frozen=True, slots=True)
class Point:
    """A stance on the chart: its lane, its date (ISO, a day, month or year), and where a click leads, if anywhere."""

    lane: str
    date: str
    stance: str
    url: str = ""


def drawn(points: Sequence[Point], lanes: Sequence[str]) -> Markup:
    """The chart; nothing where no point has a date. The table beside it says the same, so it is hidden from those who hear pages."""
    known = [point for point in points if ISO.fullmatch(point.date) and point.lane in lanes]
    if not known:
        return Markup("")
    days = [_day(point.date) for point in known]
    first, last = min(days), max(days)
    height = TOP + LANE * len(lanes) + 22
    parts = [_lane(number, name) for number, name in enumerate(lanes)]
    beside: dict[tuple[str, str], int] = {}
    counts = Counter(known)
    for point in sorted(counts, key=lambda one: (one.date, lanes.index(one.lane), list(SIGNS).index(one.stance))):
        number = beside.get((point.lane, point.date), 0)
        beside[point.lane, point.date] = number + 1
        x = _x(_day(point.date), first, last) + number * BESIDE
        parts.append(_mark(point, (x, TOP + LANE * (lanes.index(point.lane) + 0.5)), counts[point]))
    for day, anchor in ((first, "start"), (last, "end")) if last > first else ((first, "middle"),):
        shape = Markup('<text x="{:.1f}" y="{}" class="{}">{}</text>')
        parts.append(shape.format(_x(day, first, last), height - 5, anchor, date.fromordinal(day).isoformat()))
    shape = Markup('<svg class="chart" viewBox="0 0 {} {}" aria-hidden="true">{}</svg>')
    return shape.format(WIDTH, height, Markup("").join(parts))


def _day(prefix: str) -> int:
    """The middle of a day, month or year, as an ordinal."""
    return date.fromisoformat(f"{prefix}-07-01" if len(prefix) == 4 else f"{prefix}-15"[:10]).toordinal()


def _x(day: int, first: int, last: int) -> float:
    share = (day - first) / (last - first) if last > first else 0.5
    return LEFT + 14 + share * (WIDTH - RIGHT - LEFT - 14)


def _lane(number: int, name: str) -> Markup:
    middle = TOP + LANE * (number + 0.5)
    short = name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"
    shape = Markup('<line x1="{}" x2="{}" y1="{}" y2="{}" class="axis"/><text x="{}" y="{}" class="end">{}</text>')
    return shape.format(LEFT, WIDTH, middle, middle, LEFT - 8, middle + 4, short)


def _mark(point: Point, place: tuple[float, float], count: int) -> Markup:
    x, y = place
    size = min(30, 15 + 3 * (count - 1))
    title = f"{point.lane}, {point.date}: {point.stance}" + (f", {count} times" if count > 1 else "")
    sign = Markup('<text x="{:.1f}" y="{:.1f}" font-size="{}" class="stance {}">{}<title>{}</title></text>')
    mark = sign.format(x, y + size * 0.35, size, point.stance, SIGNS.get(point.stance, "·"), title)
    return Markup('<a href="{}" tabindex="-1">{}</a>').format(point.url, mark) if point.url else mark
