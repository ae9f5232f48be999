"""The pages' content as JSON under `/api`: paged, with ETags, described at `/openapi.json`."""

from __future__ import annotations

import hashlib
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response
from starlette.exceptions import HTTPException

from dragoman.desk import acts, asking, ballots, cite, pairs, reported, standing, who
from dragoman.desk.answers import (
    About,
    Articles,
    Facets,
    Ledger,
    OneAct,
    OneArticle,
    OneEntry,
    OneFacet,
    OneReport,
    Positions,
    Problem,
    Reported,
)
from dragoman.desk.asking import Dyad, Found, Profile
from dragoman.desk.ballots import Resolution
from dragoman.desk.context import desk_of
from dragoman.desk.pages.acts import Day, day
from dragoman.desk.pages.entry import held
from dragoman.desk.pages.people import required_state
from dragoman.desk.pairs import Pairs
from dragoman.record import listing, viewing

Offset = Annotated[int, Query(ge=0, le=asking.MOST_OFFSET, description="How many to leave out at the beginning.")]
Limit = Annotated[int, Query(ge=1, le=500, description="How many at most.")]
Words = Annotated[str, Query(max_length=500, description="Words and fields, as `dragoman search` takes them; blank for everything.")]
Key = Annotated[str, Query(min_length=1, max_length=2000, description="The article's URL, or its id where it has none.")]
Name = Annotated[str, Query(min_length=1, max_length=300)]


def unchanged(request: Request, response: Response) -> None:
    """Set the ETag of the answer; answer 304 where the client has it already."""
    desk = desk_of(request)
    basis = f"{desk.version} {listing.revision(desk.store)} {request.url.path}?{request.url.query}"
    etag = f'W/"{hashlib.sha256(basis.encode("utf-8", "replace")).hexdigest()[:24]}"'
    asked = [one.strip() for one in request.headers.get("if-none-match", "").split(",")]
    if etag in asked or asked == ["*"]:
        raise HTTPException(304, headers={"ETag": etag})
    response.headers["ETag"] = etag


RESPONSES: dict[int | str, dict[str, Any]] = {
    304: {"description": "Not changed since the ETag that was sent."},
    400: {"model": Problem, "description": "The query cannot be understood."},
    401: {"description": "Nobody is logged in."},
    404: {"model": Problem, "description": "There is no such thing in the record."},
    422: {"model": Problem, "description": "A parameter has the wrong form."},
    429: {"description": "Too many requests."},
}
router = APIRouter(prefix="/api", tags=["record"], dependencies=[Depends(unchanged)], responses=RESPONSES)


@router.get("/about")
def about(request: Request) -> About:
    """The record as a whole."""
    desk = desk_of(request)
    found = listing.totals(desk.store)
    return About(found["articles"], found["decisions"], listing.revision(desk.store), desk.version)


@router.get("/articles")
def articles(
    request: Request,
    limit: Limit = 50,
    offset: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
    since: Annotated[str | None, Query(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?$")] = None,
) -> Articles:
    """Articles, the last added first; with `since`, those added after that time (UTC)."""
    found = listing.latest(desk_of(request).store, limit + 1, offset, since)
    return Articles(found[:limit], limit, offset, len(found) > limit)


@router.get("/article")
def article(request: Request, key: Key) -> OneArticle:
    """One article with its entries."""
    view = viewing.view(desk_of(request).store, key)
    return OneArticle(view.key, view.version, view.record.to_dict(), {one.local: one.id for one in view.entries}, view.verdicts)


@router.get("/entries/{identifier}")
def entry(request: Request, identifier: str) -> OneEntry:
    """One entry by its id, or the beginning of it."""
    store = desk_of(request).store
    view, found = viewing.find_entry(store, identifier)
    rows = tuple(row for row in viewing.history(store, view.key) if row.entry == found.id)
    value = held(view.whole, found)
    verdict, citation = view.verdicts.get(found.id, ""), cite.cited(view.whole, value)
    title = view.read.article.title
    return OneEntry(found.id, found.kind, found.local, view.key, title, found.words, value.to_dict(), verdict, citation, rows)


@router.get("/acts")
def most_reported(request: Request, until: Day = "") -> Reported:
    """The acts that most outlets report in the week that ends with `until`, else with the last article."""
    found = reported.week(desk_of(request).store, day(until))
    return Reported(found.since, found.until, found.read, found.more, found.acts) if found else Reported(None, None, 0, False, ())


@router.get("/acts/{identifier}")
def act(request: Request, identifier: str) -> OneAct:
    """The act that a statement or event reports, with its reports in other articles."""
    found = acts.act(desk_of(request).store, identifier)
    return OneAct(found.cluster.kind, _reports(found.told), found.cluster.differences, _reports(found.near))


def _reports(told: tuple[acts.Told, ...]) -> tuple[OneReport, ...]:
    return tuple(
        OneReport(
            one.entry,
            one.view.key,
            one.view.record.article.title,
            one.report.outlet,
            one.report.published,
            one.report.text,
            tuple(other.entry for other in one.again),
        )
        for one in told
    )


@router.get("/search")
def search(request: Request, q: Words = "", limit: Limit = 50, offset: Offset = 0, oldest_first: bool = False) -> Found:
    """Statements, events and votes that fit, newest first or oldest first."""
    return asking.found(desk_of(request).store, q, limit, offset, oldest_first=oldest_first)


@router.get("/facets")
def facets(request: Request, q: Words = "") -> Facets:
    """The most frequent speakers, states, kinds, acts, types and outlets of a search."""
    found, counted = asking.facets(desk_of(request).store, q)
    return Facets(counted, tuple(OneFacet(one.field, dict(one.values)) for one in found))


@router.get("/states/{code}")
def state(request: Request, code: str, limit: Limit = 25) -> Profile:
    """What the record has on a state: statements, deeds, votes."""
    return asking.profile(desk_of(request).store, required_state(code), limit)


@router.get("/who")
def person(request: Request, name: Name, limit: Limit = 25) -> Profile:
    """What the record has on a person or a body, or a state by its name."""
    return asking.profile(desk_of(request).store, who.of(name), limit)


@router.get("/dyad")
def dyad(request: Request, one: Name, other: Name, limit: Limit = 100) -> Dyad:
    """What two did to each other and said of each other; states by code or name, others by name."""
    return asking.dyad(desk_of(request).store, who.of(one), who.of(other), limit)


@router.get("/pairs")
def most_reported_pairs(request: Request) -> Pairs:
    """The pairs of states whose deeds towards each other most articles report."""
    return pairs.most_reported(desk_of(request).store)


@router.get("/positions")
def positions(request: Request, of: Name, on: Name) -> Positions:
    """Where one stands on another, or on a matter, with the evidence; states by code or name, others by name."""
    return Positions(*standing.evidence(desk_of(request).store, who.of(of), who.of(on)))


@router.get("/votes")
def votes(request: Request, limit: Limit = 50, offset: Offset = 0) -> tuple[ballots.Report, ...]:
    """The newest votes that articles report, with what the archive says of them."""
    return ballots.votes(desk_of(request).store, limit, offset)


@router.get("/resolution")
def resolution(request: Request, symbol: Annotated[str, Query(min_length=1, max_length=100)]) -> Resolution:
    """A recorded vote by choice, how it was reported, and who said what of it before and after."""
    return ballots.resolution(desk_of(request).store, symbol.strip())


@router.get("/ledger")
def ledger(
    request: Request,
    key: Annotated[str | None, Query(max_length=2000)] = None,
    limit: Limit = 100,
    offset: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
) -> Ledger:
    """What people decided, of one article or of all."""
    rows = viewing.history(desk_of(request).store, key)[offset : offset + limit + 1]
    return Ledger(rows[:limit], limit, offset, len(rows) > limit)
