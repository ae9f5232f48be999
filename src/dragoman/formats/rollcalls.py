"""Roll calls, agreement, blocs and ideal points in the terminal, as lines of Rich text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from rich.text import Text

from dragoman.analysis.agreement import Agreement
from dragoman.analysis.blocs import Blocs
from dragoman.analysis.idealpoints import Points
from dragoman.formats import dates
from dragoman.knowledge.rollcalls.archive import CAST, RollCall
from dragoman.knowledge.rollcalls.seats import seats
from dragoman.resolving.votes import BODIES

LOOKS = {"yes": "green", "no": "red", "abstain": "yellow", "absent": "dim"}
NAMED = 40
"""Up to so many states of a group are written by name, more by code."""

SPARKS = "▁▂▃▄▅▆▇█"
SHADES = ("on grey93", "on grey85", "on light_sky_blue1", "on sky_blue2", "on steel_blue1", "on dodger_blue2", "on blue3", "on navy_blue")
SCALE = 37
"""Characters of the strip on which a point stands, from -3 to 3."""


def known(item: RollCall) -> str:
    """Of how many members the answer is known, and how the record came about."""
    qualities = {
        "exact": "a published record of every member",
        "reconstructed": "reconstructed from voting profiles",
        "recorded votes": "votes cast; who is missing was absent or left out",
        "tally": "totals and few states",
        "vetoes": "the vetoes alone",
    }
    return f"{item.known} of {item.members} members known: {qualities[item.quality]}" + (f" ({item.note})" if item.note else "")


def described(item: RollCall, width: int) -> Iterator[Text]:
    """A roll call whole: what, when, the totals as bars, and who gave which answer."""
    yield Text(item.title or item.id, "bold")
    yield Text(f"{item.symbol or item.id}, {BODIES[item.body]}, {dates.words(item.date)}; {_kind(item)}")
    if item.description:
        yield from (Text(row, "dim") for row in textwrap.wrap(item.description, width))
    yield Text("")
    counts = {answer: item.count(answer) for answer in (*CAST, "absent")}
    most = max((count or 0 for count in counts.values()), default=0) or 1
    for answer, count in counts.items():
        if count is not None and (count or answer in CAST):
            blocks = "█" * max(round(count / most * (width - 20)), 1 if count else 0)
            yield Text.assemble(f"{answer:<9}{count:>4}  ", (blocks, LOOKS[answer]))
    yield Text(known(item), "dim")
    groups = {answer: item.voters(answer) for answer in counts} | {
        "not known": tuple(code for code in seats() if item.answer(code) is None)
    }
    for answer, states in groups.items():
        if states and (answer != "not known" or len(states) < item.members):
            yield Text("")
            yield Text(f"{answer} ({len(states)})", f"bold {LOOKS.get(answer, '')}".strip())
            yield from (Text(row) for row in grouped(states, width))


def _kind(item: RollCall) -> str:
    return item.kind if item.kind != "unclear" else "roll call"


def grouped(states: Sequence[str], width: int) -> list[str]:
    """The states in lines: by name where they are few, else by code."""
    if len(states) <= NAMED:
        return textwrap.wrap(
            ", ".join(sorted(seats()[code].name for code in states)),
            width - 2,
            initial_indent="  ",
            subsequent_indent="  ",
            break_on_hyphens=False,
        )
    return textwrap.wrap(" ".join(states), width - 2, initial_indent="  ", subsequent_indent="  ")


def listed(items: Sequence[RollCall], code: str | None, width: int | None) -> Iterator[Text]:
    """A line a roll call with the answer of `code`, cut to `width` where it is given, and a line that counts the answers."""
    ids = max(len(item.id) for item in items)
    for item in items:
        answer = (item.answer(code) or "not known") if code else None
        row = Text(f"{item.date:<10}  ")
        if answer:
            row.append(f"{answer:<13}", LOOKS.get(answer, "dim"))
        row.append(f"{totals(item):<10}  {item.id:<{min(ids, 16)}}  ")
        row.append(item.title)
        if width:
            row.truncate(width, overflow="ellipsis")
        yield row
    if code:
        answers = [item.answer(code) for item in items if item.answer(code) != "not a member"]
        counts = ", ".join(f"{answers.count(answer)} {answer}" for answer in (*CAST, "absent") if answer in answers)
        held = sum(answer is not None for answer in answers)
        yield Text(f"{seats()[code].name}: {held} of {len(answers)} known{f': {counts}' if counts else ''}", "bold")


def totals(item: RollCall) -> str:
    """Yes, no and abstentions of a roll call as "141-5-35"; "vetoed" or "no totals" where they are not known."""
    counts = [item.count(answer) for answer in CAST]
    return ("vetoed" if item.quality == "vetoes" else "no totals") if None in counts else f"{counts[0]}-{counts[1]}-{counts[2]}"


def matrix(found: Sequence[Agreement]) -> Iterator[Text]:
    """The shares of all pairs in per cent as a triangle, shaded."""
    shares = {frozenset((one.first, one.second)): one.share for one in found}
    states = list(dict.fromkeys(state for one in found for state in (one.first, one.second)))
    yield Text(" " * 26 + "".join(f"{code:>6}" for code in states[:-1]), "bold")
    for row, one in enumerate(states[1:], 1):
        line = Text(f"{seats()[one].name[:20]:<21}{one:<5}")
        for two in states[:row]:
            share = shares[frozenset((one, two))]
            line.append("     –" if share is None else f"{100 * share:>5.0f} ", "" if share is None else _shade(share))
        yield line


def _shade(share: float) -> str:
    place = min(len(SHADES) - 1, int(share * len(SHADES)))
    return f"{'white' if place > 4 else 'black'} {SHADES[place]}"


def pairs(found: Sequence[Agreement]) -> Iterator[Text]:
    """A line a pair: the share with its interval, kappa, and how many roll calls both answered."""
    yield Text(f"{'':<9}{'same answer':<24}{'kappa':>6}   roll calls that both answered", "dim")
    for item in found:
        both = f"{item.both:,} of {item.total:,}"
        if item.share is None:
            yield Text(f"{item.first} {item.second}  no figure{'':>22} {both}")
            continue
        kappa = "" if item.kappa is None else f"{item.kappa:.2f}"
        yield Text(f"{item.first} {item.second}  {item.share:.3f} ({item.low:.3f} to {item.high:.3f})  {kappa:>5}   {both}")


def blocs(found: Blocs, width: int) -> Iterator[Text]:
    """The blocs with agreement inside and stability, largest first, and who was left out."""
    for place, bloc in enumerate(found.blocs, start=1):
        told = f"{len(bloc.states)} states; agreement inside {bloc.cohesion:.2f}, stability {bloc.stability:.2f}"
        yield Text.assemble((f"Bloc {place}  ", "bold"), told, (", do not trust it" if bloc.stability < 0.6 else "", "red"))
        yield from (Text(row) for row in grouped(bloc.states, width))
    yield Text(f"{found.roll_calls:,} roll calls; mean silhouette {found.silhouette:.2f}", "dim")
    if found.left_out:
        yield from (Text(row, "dim") for row in textwrap.wrap(f"left out, fewer than half answered: {' '.join(found.left_out)}", width))


def last_points(found: Points) -> Iterator[Text]:
    """All states in the last session, from the lowest point to the highest, each on the scale with its interval."""
    last = int(found.sessions.max())
    rows = zip(found.states, found.sessions.tolist(), found.point.tolist(), found.low.tolist(), found.high.tolist(), strict=True)
    yield Text(f"Session {last} ({1945 + last}), from the lowest point to the highest", "bold")
    for code, session, point, low, high in sorted(rows, key=lambda row: row[2]):
        if session == last:
            yield Text.assemble(f"{seats()[code].name[:18]:<19}{point:+.2f}  ", strip(point, low, high), f"  {low:+.2f} to {high:+.2f}")


def strip(point: float, low: float, high: float) -> Text:
    """A point with its interval on a scale from -3 to 3 with zero marked; what is outside stands at the ends."""
    here, first, last = (round(max(-3.0, min(3.0, value)) * (SCALE // 2) / 3) + SCALE // 2 for value in (point, low, high))
    marks = ["─" if first <= place <= last else "│" if place == SCALE // 2 else "·" for place in range(SCALE)]
    marks[here] = "●"
    return Text("".join(marks))


def courses(found: Points, states: Sequence[str], width: int) -> Iterator[Text]:
    """The points of `states` over the sessions as a row of bars each, on one scale, with the last point and its interval."""
    first, last = int(found.sessions.min()), int(found.sessions.max())
    room = max(8, min(last - first + 1, width - 46))
    tracks: dict[str, dict[int, list[float]]] = {code: {} for code in states}
    ends: dict[str, tuple[float, float, float]] = {}
    for code, session, point, low, high in zip(found.states, found.sessions.tolist(), found.point, found.low, found.high, strict=True):
        if code in tracks:
            tracks[code].setdefault((session - first) * room // (last - first + 1), []).append(float(point))
            ends[code] = (float(point), float(low), float(high))
    values = [value for track in tracks.values() for held in track.values() for value in held]
    bottom, span = min(values), max(max(values) - min(values), 1e-9)
    yield Text(f"{'':<19}{1945 + first:<{room - 4}}{1945 + last}  {'last':>5}   95 % interval", "dim")
    for code, track in tracks.items():
        means = [sum(track[place]) / len(track[place]) if place in track else None for place in range(room)]
        bars = "".join(" " if mean is None else SPARKS[min(7, int((mean - bottom) / span * 8))] for mean in means)
        point, low, high = ends[code]
        yield Text.assemble(f"{seats()[code].name[:18]:<19}", (bars, "cyan"), f"  {point:+.2f}  {low:+.2f} to {high:+.2f}")
    yield Text(f"bars from {bottom:+.2f} (▁) to {bottom + span:+.2f} (█)", "dim")
