"""Votes that articles report, and a recorded vote with all that the record has on it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dragoman.desk import asking, ballots, exports, render, rows
from dragoman.desk.context import desk_of
from dragoman.knowledge.states import state_names

router = APIRouter()


@router.get("/votes")
def votes(request: Request, offset: Annotated[int, Query(ge=0, le=asking.MOST_OFFSET)] = 0) -> Response:
    """Votes in the record, the newest first, with what the archive says of them."""
    found = ballots.votes(desk_of(request).store, ballots.VOTES + 1, offset)
    reports, more = found[: ballots.VOTES], len(found) > ballots.VOTES
    return render.page(request, "votes.html", title="Votes", reports=reports, offset=offset, more=more, limit=ballots.VOTES)


@router.get("/votes.csv")
@router.get("/votes.json")
def votes_export(request: Request) -> Response:
    """The newest votes as a file."""
    found = ballots.votes(desk_of(request).store, ballots.FILE)
    return exports.answer(rows.votes(found), request.url.path.rpartition(".")[2], "votes", rows.VoteRow)


@router.get("/resolution.csv")
@router.get("/resolution.json")
def resolution_export(request: Request, symbol: str) -> Response:
    """Who voted how, as a file."""
    found = ballots.resolution(desk_of(request).store, symbol.strip())
    return exports.answer(rows.seats(found), request.url.path.rpartition(".")[2], "resolution", rows.SeatRow)


@router.get("/resolution")
def resolution(request: Request, symbol: str) -> Response:
    """A recorded vote: who voted how, who reported it how, who said what before and after."""
    found = ballots.resolution(desk_of(request).store, symbol.strip())
    names = state_names()
    voters = {choice: sorted((names.get(code, code), code) for code in codes) for choice, codes in found.voters.items()}
    return render.page(request, "resolution.html", title=found.symbol, found=found, voters=voters)
