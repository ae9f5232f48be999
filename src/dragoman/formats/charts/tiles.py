"""States as tiles in groups: a roll call by answer, and blocs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dragoman.analysis.blocs import Blocs
from dragoman.formats import dates
from dragoman.formats.charts import svg
from dragoman.formats.charts.frame import SERIES, Drawing, Words, document
from dragoman.formats.rollcalls import known
from dragoman.knowledge.rollcalls.archive import CAST, RollCall
from dragoman.knowledge.rollcalls.seats import seats
from dragoman.resolving.votes import BODIES

WIDTH, WIDE, HIGH, GAP = 720, 31, 20, 3
SHARES = 26
"""The height of the bar that shows how large the groups are."""


@dataclass(frozen=True, slots=True)
class Tiles:
    """A group of states: its name, words beside it, the class of its tiles and of their letters."""

    name: str
    aside: str
    look: str
    letters: str
    states: tuple[str, ...]


def roll_call(item: RollCall, archive: str) -> str:
    """A roll call by choice: the states that voted yes, no, abstained, were absent, and those of whom nothing is recorded."""
    answers = {answer: item.voters(answer) for answer in (*CAST, "absent")}
    answers["unknown"] = tuple(code for code in seats() if item.answer(code) is None)
    shown = {"unknown": "not known"}
    groups = [
        Tiles(shown.get(answer, answer).capitalize(), str(len(states)), answer, f"on-{answer}", states)
        for answer, states in answers.items()
        if states
    ]
    counts = ", ".join(f"{len(states)} {shown.get(answer, answer)}" for answer, states in answers.items() if states)
    title = item.title or item.id
    subtitle = f"{BODIES[item.body]}, {dates.words(item.date)}. {item.symbol or item.id}: {counts}"
    named = "; ".join(f"{group.name}: {', '.join(_name(code) for code in group.states)}" for group in groups)
    notes = (f"{known(item)}. Tiles carry ISO 3166-1 codes.", f"Source: roll-call archive {archive} of Dragoman.")
    return document(Words(title, subtitle, notes, f"{subtitle}. {named}."), _drawn(groups))


def blocs(found: Blocs, years: str, notes: Sequence[str]) -> str:
    """The blocs, largest first, with agreement inside and stability; states left out stand last."""
    groups = [
        Tiles(
            f"Bloc {place}",
            f"{len(one.states)} states, agreement inside {one.cohesion:.0%}, stability {one.stability:.2f}",
            f"series{(place - 1) % len(SERIES)}",
            "on-series",
            one.states,
        )
        for place, one in enumerate(found.blocs, 1)
    ]
    if found.left_out:
        groups.append(Tiles("Left out", "fewer than half of the roll calls answered", "unknown", "on-unknown", found.left_out))
    title = "Who votes with whom in the UN General Assembly"
    subtitle = f"States grouped by how often they gave the same answer (yes, no, abstain) on {found.roll_calls:,} roll calls, {years}"
    named = "; ".join(f"{group.name}: {', '.join(_name(code) for code in group.states)}" for group in groups)
    return document(Words(title, subtitle, tuple(notes), f"{subtitle}. {named}."), _drawn(groups))


def _drawn(groups: Sequence[Tiles]) -> Drawing:
    parts = _bar(groups)
    y = SHARES + 22.0
    across = (WIDTH + GAP) // (WIDE + GAP)
    for group in groups:
        parts.append(svg.heading((0, y + 12), group.name, group.aside))
        y += 20
        for place, code in enumerate(group.states):
            left, top = (place % across) * (WIDE + GAP), y + (place // across) * (HIGH + GAP)
            parts.append(svg.bar((left, top, WIDE, HIGH), group.look, f"{_name(code)}: {group.name}"))
            parts.append(svg.words((left + WIDE / 2, top + HIGH / 2 + 3.4), code, f"tile {group.letters}"))
        y += -(-len(group.states) // across) * (HIGH + GAP) + 14
    return Drawing(WIDTH, y - 14, tuple(parts))


def _bar(groups: Sequence[Tiles]) -> list[Markup]:
    """One bar, divided as the groups are large."""
    parts, left = [], 0.0
    total = sum(len(group.states) for group in groups)
    for group in groups:
        wide = WIDTH * len(group.states) / total
        parts.append(svg.bar((left, 0, max(1.0, wide - 1), SHARES), group.look, f"{group.name}: {len(group.states)}"))
        if wide > 26:
            parts.append(svg.words((left + 8, SHARES / 2 + 4.5), str(len(group.states)), f"strong {group.letters}"))
        left += wide
    return parts


def _name(code: str) -> str:
    return seats()[code].name
