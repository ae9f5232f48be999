"""Ideal points over time: a line with its interval for each state, before the span in which most members stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import numpy as np
from markupsafe import Markup

from dragoman.analysis.idealpoints import Points
from dragoman.analysis.panel import Float
from dragoman.errors import UsageError
from dragoman.formats.charts import svg
from dragoman.formats.charts.frame import SERIES, Drawing, Words, document
from dragoman.knowledge.rollcalls.seats import seats

WIDTH, HEIGHT, LEFT, RIGHT, BELOW = 720.0, 380.0, 34.0, 126.0, 24.0
LABEL = 14.0
"""How far apart two labels at the ends of lines are at least."""

MIDDLE = (10, 90)
"""The percentiles between which most members stand."""

At = Callable[[float, float], svg.Point]
"""From session and value to a point of the drawing."""

Track = list[tuple[int, float, float, float]]
"""Session, point, low and high of a state, in order of session."""


def ideal_points(found: Points, states: Sequence[str], notes: Sequence[str]) -> str:
    """The lines of up to eight states. Raises UsageError for more, and for one without a point."""
    if len(states) > len(SERIES):
        raise UsageError(f"{len(states)} states: a chart holds {len(SERIES)} lines that can be told apart; name fewer")
    tracks = {code: track(found, code) for code in states}
    if missing := [code for code, held in tracks.items() if not held]:
        raise UsageError(f"{', '.join(missing)}: no ideal point in these years; choose other states or other years")
    first, last = int(found.sessions.min()), int(found.sessions.max())
    title = "Where they stand in the UN General Assembly"
    subtitle = (
        f"Ideal points from roll calls, by session, {1945 + first} to {1945 + last}. One unit is the standard deviation of all members;"
        " the United States’ side is positive."
    )
    ends = "; ".join(f"{seats()[code].name} from {held[0][1]:+.2f} to {held[-1][1]:+.2f}" for code, held in tracks.items())
    shading = "Coloured bands: 95 % intervals. Grey: where the middle 80 % of the members stand."
    return document(Words(title, subtitle, (shading, *notes), f"{subtitle} {ends}."), _drawn(found, tracks))


def track(found: Points, code: str) -> Track:
    """The points of a state, in order of session; empty where it has none."""
    rows = zip(found.states, found.sessions.tolist(), found.point.tolist(), found.low.tolist(), found.high.tolist(), strict=True)
    return sorted((session, point, low, high) for state, session, point, low, high in rows if state == code)


def runs(held: Track) -> Iterator[Track]:
    """The track in parts without a gap of a session."""
    cuts = [0, *(place + 1 for place, (one, two) in enumerate(pairwise(held)) if two[0] - one[0] > 1), len(held)]
    yield from (held[first:last] for first, last in pairwise(cuts))


def _drawn(found: Points, tracks: dict[str, Track]) -> Drawing:
    crowd = _crowd(found)
    values = [value for held in tracks.values() for _, _, low, high in held for value in (low, high)]
    bottom, top = min([*values, *crowd[1].tolist()]), max([*values, *crowd[2].tolist()])
    first, last = int(found.sessions.min()), int(found.sessions.max())

    def at(session: float, value: float) -> svg.Point:
        across = (session - first) / (last - first) if last > first else 0.5
        return LEFT + 8 + (WIDTH - LEFT - RIGHT - 16) * across, (HEIGHT - BELOW) * (top - value) / max(top - bottom, 1e-9)

    parts = [*_axes((bottom, top), (first, last), at)]
    parts.append(svg.area([*(at(*one) for one in zip(crowd[0], crowd[2], strict=True)), *_back(crowd, at)], "crowd"))
    labels = []
    for place, (code, held) in enumerate(tracks.items()):
        for run in runs(held):
            band = [at(session, high) for session, _, _, high in run] + [at(session, low) for session, _, low, _ in reversed(run)]
            parts.append(svg.area(band, f"band series{place}"))
        for run in runs(held):
            parts.append(svg.stroke([at(session, point) for session, point, _, _ in run], f"stroke series{place}"))
        labels.append((at(held[-1][0], held[-1][1]), code, place))
    return Drawing(WIDTH, HEIGHT, (*parts, *_named(labels)))


def _crowd(found: Points) -> tuple[Float, Float, Float]:
    """The sessions, and between which values the middle 80 % stand in each."""
    sessions = np.unique(found.sessions)
    spans = [np.percentile(found.point[found.sessions == session], MIDDLE) for session in sessions]
    return sessions.astype(np.float64), np.array([low for low, _ in spans]), np.array([high for _, high in spans])


def _back(crowd: tuple[Float, Float, Float], at: At) -> list[svg.Point]:
    return [at(float(session), float(low)) for session, low in zip(crowd[0][::-1], crowd[1][::-1], strict=True)]


def _axes(values: tuple[float, float], sessions: tuple[int, int], at: At) -> Iterator[Markup]:
    """Lines across at round values, zero a heavier one, and years below."""
    for value in svg.ticks(*values, 9):
        y = at(sessions[0], value)[1]
        yield svg.line((LEFT, y), (WIDTH - RIGHT, y), "zero" if value == 0 else "axis")
        yield svg.words((LEFT - 8, y + 4), f"{value:+g}".replace("-", "−") if value else "0", "end soft")
    for year in svg.ticks(1945 + sessions[0], 1945 + sessions[1], min(9, sessions[1] - sessions[0] + 1)):
        if year == int(year):
            x = at(year - 1945, 0)[0]
            yield svg.line((x, HEIGHT - BELOW), (x, HEIGHT - BELOW + 4), "zero")
            yield svg.words((x, HEIGHT - 4), f"{year:.0f}", "middle soft")


def _named(labels: list[tuple[svg.Point, str, int]]) -> Iterator[Markup]:
    """The names on the right of the lines' ends, pushed apart, each tied to its line."""
    ordered = sorted(labels, key=lambda label: label[0][1])
    places = [point[1] for point, _, _ in ordered]
    for _ in range(200):
        for upper in range(len(places) - 1):
            short = LABEL - (places[upper + 1] - places[upper])
            if short > 0:
                places[upper], places[upper + 1] = places[upper] - short / 2, places[upper + 1] + short / 2
    x = WIDTH - RIGHT + 14
    for (point, code, place), y in zip(ordered, places, strict=True):
        yield svg.line((point[0] + 3, point[1]), (x - 3, y), f"lead series{place}")
        yield svg.words((x, y + 4), seats()[code].name, f"strong series{place}")
