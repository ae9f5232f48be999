"""Agreement between states as a triangle of cells, the states ordered so that those that vote alike stand together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from markupsafe import Markup

from dragoman.analysis.agreement import Agreement
from dragoman.analysis.blocs import linkage
from dragoman.formats.charts import svg
from dragoman.formats.charts.frame import LETTER, RAMP, Drawing, Words, document, step
from dragoman.knowledge.rollcalls.seats import seats

WIDTH, NAMES = 720, 150
"""The whole drawing's width; that of the names on the left."""

SMALLEST, LARGEST, WITH_NUMBER = 13.0, 62.0, 25.0
"""Sides of a cell in which something is told, and the one from which on its number fits."""

Shares = dict[frozenset[str], float | None]


def agreement(found: Sequence[Agreement], years: str, notes: Sequence[str]) -> str:
    """The shares of identical answers of all pairs; a pair that never both answered has an empty cell."""
    shares = {frozenset((one.first, one.second)): one.share for one in found}
    states = ordered(list(dict.fromkeys(state for one in found for state in (one.first, one.second))), shares)
    title = "How often they vote alike in the UN General Assembly"
    total = max(one.total for one in found)
    subtitle = (
        f"Share of identical answers (yes, no, abstain) among the roll calls that both answered, in per cent; {total:,} roll calls, {years}"
    )
    pairs = "; ".join(
        f"{seats()[one.first].name} and {seats()[one.second].name} {'no figure' if one.share is None else f'{one.share:.0%}'}"
        for one in found
    )
    return document(Words(title, subtitle, tuple(notes), f"{subtitle}. {pairs}."), _drawn(states, shares))


def ordered(states: list[str], shares: Shares) -> list[str]:
    """The states in the order in which average linkage joins them, so that those that vote alike are neighbours."""
    distances = np.array([[0.0 if one == two else 1 - (shares[frozenset((one, two))] or 0.0) for two in states] for one in states])
    runs = {place: [place] for place in range(len(states))}
    for first, second in linkage(distances):
        one, two = runs[first], runs.pop(second)
        ways = ((one, two), (one[::-1], two), (one, two[::-1]), (one[::-1], two[::-1]))
        left, right = min(ways, key=lambda way: float(distances[way[0][-1], way[1][0]]))
        runs[first] = [*left, *right]
    return [states[place] for place in runs[0]]


def _drawn(states: list[str], shares: Shares) -> Drawing:
    side = min(LARGEST, max(SMALLEST, (WIDTH - NAMES - 40) / len(states)))
    height = min(side, 44.0)
    size = 12 if side >= WITH_NUMBER else 10
    parts: list[Markup] = []
    for row, one in enumerate(states):
        y = row * height
        parts.append(
            svg.words((NAMES - 10, y + height / 2 + 4), _short(seats()[one].name, NAMES - 10, size), "end" if size == 12 else "end small")
        )
        for column, two in enumerate(states[:row]):
            parts += _cell((NAMES + column * side, y, side, height), (one, two), shares[frozenset((one, two))])
        parts.append(svg.words((NAMES + row * side + 4, y + height / 2 + 4), one, "strong" if size == 12 else "strong small"))
    width = max(WIDTH, NAMES + len(states) * side + 30)
    return Drawing(width, len(states) * height + 2, (*parts, *_legend(width - 10 * 20)))


def _cell(box: svg.Box, pair: tuple[str, str], share: float | None) -> list[Markup]:
    x, y, side, height = box
    names = " and ".join(seats()[code].name for code in pair)
    if share is None:
        return [svg.bar((x + 0.75, y + 0.75, side - 1.5, height - 1.5), "unknown", f"{names}: no figure")]
    cell = svg.bar((x + 0.75, y + 0.75, side - 1.5, height - 1.5), f"q{step(share)}", f"{names}: {share:.1%}")
    if side < WITH_NUMBER:
        return [cell]
    return [cell, svg.words((x + side / 2, y + height / 2 + 4), f"{100 * share:.0f}", f"middle on-q{step(share)}")]


def _legend(left: float) -> list[Markup]:
    """The ten steps, above on the right, where the triangle is empty."""
    parts = [svg.bar((left + 20 * place, 4, 20, 10), f"q{place}") for place in range(len(RAMP))]
    marks = ((0, "0", ""), (100, "50", "middle"), (200, "100 %", "end"))
    return [*parts, *(svg.words((left + x, 27), text, f"small soft {look}".strip()) for x, text, look in marks)]


def _short(name: str, width: float, size: float) -> str:
    most = int(width / (LETTER * size))
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"
