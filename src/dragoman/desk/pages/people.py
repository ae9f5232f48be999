"""Pages on those who speak and act: a state, a person or a body; and on two of them."""

from __future__ import annotations

from collections import Counter

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from dragoman.analysis.positions import Evidence
from dragoman.desk import asking, charts, exports, pairs, render, standing, timeline, who
from dragoman.desk.context import desk_of
from dragoman.desk.who import Who
from dragoman.errors import RecordError
from dragoman.formats.quads import quad
from dragoman.record import viewing
from dragoman.record.searching import Hit
from dragoman.values import Actor

router = APIRouter()
LANES = 8
"""Targets on the chart of positions."""


@router.get("/states/{code}")
def state(request: Request, code: str, doubtful: bool = False) -> Response:
    """What the record has on a state; entries more likely wrong than right only where asked for."""
    return _profile(request, required_state(code), doubtful)


@router.get("/who")
def person(request: Request, name: str, doubtful: bool = False) -> Response:
    """What the record has on a person or a body; a state's name or code leads to the state."""
    one = who.of(name)
    return RedirectResponse(one.url, 307) if one.code else _profile(request, one, doubtful)


@router.get("/dyad")
def dyad(request: Request, one: str = "", other: str = "") -> Response:
    """Deeds between two over time, on the scale from conflict to cooperation, and what they say of each other.

    Where one of the two is not named, a form that asks for them, and the pairs that are reported most.
    """
    if not one.strip() or not other.strip():
        reported = pairs.most_reported(desk_of(request).store)
        return render.page(request, "dyad_choice.html", title="Two of them", one=one, other=other, found=reported, deeds=pairs.DEEDS)
    first, second = who.of(one), who.of(other)
    found = asking.dyad(desk_of(request).store, first, second)
    sides = [(hit, side) for side, hits in enumerate((found.deeds, found.returned)) for hit in hits]
    sides += [(hit, 0) for hit in found.together]
    sides.sort(key=lambda item: item[0].date or "", reverse=True)
    dated = [(hit, side) for hit, side in sides if hit.date and hit.status != "denied"]
    width = charts.period([hit.date for hit, _ in dated])
    deeds = [charts.Deed((hit.date or "")[:width], quad(hit.type or "").key, side) for hit, side in dated]
    return render.page(
        request,
        "dyad.html",
        title=f"{first.name} and {second.name}",
        one=first,
        other=second,
        found=found,
        deeds=sides,
        chart=charts.deeds(deeds, (first.name, second.name)),
        limit=asking.LIST,
    )


@router.get("/dyad.csv")
@router.get("/dyad.json")
def dyad_export(request: Request, one: str, other: str) -> Response:
    """All that is between two, as a file."""
    found = asking.dyad(desk_of(request).store, who.of(one), who.of(other))
    hits = {hit.id: hit for part in (found.deeds, found.returned, found.together, found.said, found.answered) for hit in part}
    return exports.answer(hits.values(), request.url.path.rpartition(".")[2], "dyad")


@router.get("/positions")
def positions(request: Request, of: str, on: str) -> Response:
    """Where one stands on another, or on a matter, over time, with the evidence under each point."""
    one, target = who.of(of), who.of(on)
    found, cut = standing.evidence(desk_of(request).store, one, target)
    points = [timeline.Point(piece.stance, piece.date, piece.stance, f"#{place(piece)}") for piece in found if piece.date]
    return render.page(
        request,
        "positions.html",
        title=f"{one.name} on {target.name}",
        one=one,
        target=target,
        found=found,
        cut=cut,
        read=standing.READ,
        chart=timeline.drawn(points, [stance for stance in standing.STANCES if any(piece.stance == stance for piece in found)]),
        signs=standing.SIGNS,
        places=firsts(found),
    )


@router.get("/positions.csv")
@router.get("/positions.json")
def positions_export(request: Request, of: str, on: str) -> Response:
    """The same evidence as a file."""
    found, _ = standing.evidence(desk_of(request).store, who.of(of), who.of(on))
    return exports.answer(found, request.url.path.rpartition(".")[2], "positions", Evidence)


def place(piece: Evidence) -> str:
    """What the first row of a point is called on its page."""
    return f"at-{piece.date or 'undated'}-{piece.stance}"


def firsts(found: tuple[Evidence, ...]) -> list[str]:
    """For each row its point's name where it is the first of the point, else nothing."""
    names = [place(piece) for piece in found]
    return [name if names.index(name) == number else "" for number, name in enumerate(names)]


def required_state(code: str) -> Who:
    """The state of that code. Raises RecordError where there is none."""
    one = who.state(code)
    if one is None:
        raise RecordError(f"{code}: is no state's code; write three letters of ISO 3166, as PAK")
    return one


def _profile(request: Request, one: Who, doubtful: bool) -> Response:
    store = desk_of(request).store
    whole = asking.profile(store, one)
    found = whole if doubtful else asking.sure(whole)
    said = asking.said_by(store, one)
    width = charts.period([hit.date for hit in said])
    dates = [hit.date[:width] for hit in said if hit.date]
    stood = standing.stood(store, one)
    points = [
        timeline.Point(each.target.name, day, stance, standing.url(one, each.target))
        for each in stood[:LANES]
        for day, stance in each.points
    ]
    return render.page(
        request,
        "who.html",
        title=one.name,
        feed=f"/feed.atom?q={render.environment().filters['q'](f'speaker:{chr(34)}{one.phrase}{chr(34)}')}",
        one=one,
        found=found,
        left_out=asking.size(whole) - asking.size(found),
        known=None if one.code else known(request, one, found),
        chart=charts.bars(dates, f"Statements of {one.name} over time"),
        periods=_counted(dates),
        stood=[(each, standing.url(one, each.target)) for each in stood],
        stances=timeline.drawn(points, [each.target.name for each in stood[:LANES]]),
        signs=standing.SIGNS,
        partners=partners(one, found),
        limit=asking.LIST,
    )


def _counted(dates: list[str]) -> list[tuple[str, int]]:
    return sorted(Counter(dates).items(), reverse=True)


def known(request: Request, one: Who, found: asking.Profile) -> Actor | None:
    """The actor as the newest article has it that lets this one speak or act."""
    hits = sorted((*found.said, *found.did, *found.of_them), key=lambda hit: hit.date or "", reverse=True)
    for hit in hits[:3]:
        record = viewing.view(desk_of(request).store, hit.article).record
        for actor in record.actors:
            if actor.name.casefold() == one.name.casefold():
                return actor
    return None


def partners(one: Who, found: asking.Profile) -> list[tuple[Who, int]]:
    """Those with whom this one has most to do among the entries shown, for links to pairs."""
    counts: dict[str, tuple[Who, int]] = {}
    parts: list[tuple[Hit, str]] = [(hit, hit.about) for hit in (*found.said, *found.did)]
    parts += [(hit, hit.speaker) for hit in (*found.of_them, *found.done_to)]
    for _, field in parts:
        for party in who.people(field):
            if party.key.casefold() != one.key.casefold():
                counts[party.key] = (party, counts.get(party.key, (party, 0))[1] + 1)
    return sorted(counts.values(), key=lambda item: (-item[1], item[0].name))[:8]
