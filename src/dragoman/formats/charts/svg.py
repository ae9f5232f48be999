"""The marks of a chart as SVG: lines, bars, discs, words and ticks.

Looks are classes, so that the page or the chart's own style colours them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from markupsafe import Markup

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""x, y, width, height."""


def line(start: Point, end: Point, look: str) -> Markup:
    """A straight line."""
    return Markup('<line x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}" class="{}"/>').format(*start, *end, look)


def bar(box: Box, look: str, title: str | None = None) -> Markup:
    """A rectangle, with a title that the pointer shows where there is one."""
    return Markup('<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" class="{}"{}').format(*box, look, _closed("rect", title))


def disc(centre: Point, radius: float, look: str, title: str | None = None) -> Markup:
    """A circle, with a title where there is one."""
    return Markup('<circle cx="{:.1f}" cy="{:.1f}" r="{:.1f}" class="{}"{}').format(*centre, radius, look, _closed("circle", title))


def words(at: Point, text: str, look: str = "") -> Markup:
    """A line of text whose baseline begins at `at`; the classes `end` and `middle` anchor it elsewhere."""
    return Markup('<text x="{:.1f}" y="{:.1f}"{}>{}</text>').format(*at, Markup(' class="{}"').format(look) if look else "", text)


def heading(at: Point, name: str, aside: str) -> Markup:
    """A name with softer words behind it."""
    shape = Markup('<text x="{:.1f}" y="{:.1f}"><tspan class="strong">{}</tspan><tspan class="soft" dx="7">{}</tspan></text>')
    return shape.format(*at, name, aside)


def stroke(points: Sequence[Point], look: str) -> Markup:
    """A line through `points`; of one point a dot, as wide as the stroke with round ends."""
    first, rest = points[0], points[1:] or points[:1]
    path = f"M{first[0]:.1f} {first[1]:.1f}" + "".join(f"L{x:.1f} {y:.1f}" for x, y in rest)
    return Markup('<path d="{}" class="{}"/>').format(path, look)


def area(points: Sequence[Point], look: str) -> Markup:
    """The area inside `points`."""
    return Markup('<path d="M{}Z" class="{}"/>').format("L".join(f"{x:.1f} {y:.1f}" for x, y in points), look)


def group(parts: Sequence[Markup], moved: Point = (0, 0)) -> Markup:
    """The parts, moved together."""
    return Markup('<g transform="translate({:.1f} {:.1f})">{}</g>').format(*moved, Markup("").join(parts))


def inline(size: tuple[float, float], label: str, parts: Sequence[Markup]) -> Markup:
    """A chart inside a page, whose style colours it: `size` is width and height of the drawing."""
    return Markup('<svg class="chart" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(*size, label, Markup("").join(parts))


def ticks(low: float, high: float, most: int) -> list[float]:
    """Round values (steps of 1, 2 or 5 times a power of ten) from `low` to `high`, at most `most`."""
    rough = max((high - low) / max(1, most - 1), 1e-9)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough * (1 - 1e-9))
    first = math.ceil(low / step - 1e-9)
    return [round(place * step, 9) for place in range(first, math.floor(high / step + 1e-9) + 1)]


def _closed(tag: str, title: str | None) -> Markup:
    return Markup("/>") if title is None else Markup("><title>{}</title></{}>").format(title, tag)
