"""The pages' content as JSON under `/api`: paged, with ETags, described at `/openapi.json`."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response
from starlette.exceptions import HTTPException

from dragoman.analysis.merging import Difference
from dragoman.analysis.positions import Evidence
from dragoman.desk import acts, asking, ballots, cite, reported, standing, who
from dragoman.desk.asking import Dyad, Found, Profile
from dragoman.desk.ballots import Resolution
from dragoman.desk.cite import Citation
from dragoman.desk.context import desk_of
from dragoman.desk.pages.acts import Day, day
from dragoman.desk.pages.entry import held
from dragoman.errors import RecordError
from dragoman.record import listing, viewing
from dragoman.record.ledger import Row
from dragoman.record.listing import Counted

Offset = Annotated[int, Query(ge=0, le=asking.MOST_OFFSET, description="How many to leave out at the beginning.")]
Limit = Annotated[int, Query(ge=1, le=500, description="How many at most.")]
Words = Annotated[str, Query(max_length=500, description="Words and fields, as `dragoman search` takes them; blank for everything.")]
Key = Annotated[str, Query(min_length=1, max_length=2000, description="The article's URL, or its id where it has none.")]
Name = Annotated[str, Query(min_length=1, max_length=300)]


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and what to do."""

    detail: str


@dataclass(frozen=True, slots=True)
class About:
    """The record as a whole: how much it holds, a text that changes whenever it does, and the version of the program."""

    articles: int
    decisions: int
    revision: str
    version: str


@dataclass(frozen=True, slots=True)
class Articles:
    """A page of articles, the last added first."""

    articles: tuple[Counted, ...]
    limit: int
    offset: int
    more: bool


@dataclass(frozen=True, slots=True)
class OneArticle:
    """An article's record as it is shown (the contract is docs/record.md), the lasting ids of its entries, and what was decided of them."""

    key: str
    version: int
    record: dict[str, Any]
    ids: dict[str, str]
    verdicts: dict[str, str]


@dataclass(frozen=True, slots=True)
class OneEntry:
    """An entry: its lasting id, its article's key, its value with corrections, the words that it rests on, and what was decided of it.

    `citation` is a statement's words with speaker and source, null for other kinds.
    """

    id: str
    kind: str
    local: str
    article: str
    title: str | None
    words: str
    value: dict[str, Any]
    verdict: str
    citation: Citation | None
    ledger: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class OneReport:
    """A report of an act: the entry's lasting id, its article, who published it when, and its words."""

    entry: str
    article: str
    title: str | None
    outlet: str | None
    published: str | None
    words: str


@dataclass(frozen=True, slots=True)
class OneAct:
    """An act with its reports, the first published first; where they differ; and entries that may be reports of it too."""

    kind: str
    reports: tuple[OneReport, ...]
    differences: tuple[Difference, ...]
    near: tuple[OneReport, ...]


@dataclass(frozen=True, slots=True)
class Reported:
    """The acts of a week, those that most outlets report first; of how many articles, and whether the week has others."""

    since: str | None
    until: str | None
    read: int
    more: bool
    acts: tuple[reported.Act, ...]


@dataclass(frozen=True, slots=True)
class Positions:
    """Where one stands on another or on a matter, the newest first; `more`: older articles were left out."""

    evidence: tuple[Evidence, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class OneFacet:
    """The most frequent values of a field."""

    field: str
    values: dict[str, int]


@dataclass(frozen=True, slots=True)
class Facets:
    """The facets of a search, and of how many of the newest hits they were counted."""

    counted: int
    facets: tuple[OneFacet, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """A page of decisions, the oldest first."""

    rows: tuple[Row, ...]
    limit: int
    offset: int
    more: bool


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
        OneReport(one.entry, one.view.key, one.view.record.article.title, one.report.outlet, one.report.published, one.report.text)
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
    one = who.state(code)
    if one is None:
        raise RecordError(f"{code}: is no state's code; write three letters of ISO 3166, as PAK")
    return asking.profile(desk_of(request).store, one, limit)


@router.get("/who")
def person(request: Request, name: Name, limit: Limit = 25) -> Profile:
    """What the record has on a person or a body, or a state by its name."""
    return asking.profile(desk_of(request).store, who.of(name), limit)


@router.get("/dyad")
def dyad(request: Request, one: Name, other: Name, limit: Limit = 100) -> Dyad:
    """What two did to each other and said of each other; states by code or name, others by name."""
    return asking.dyad(desk_of(request).store, who.of(one), who.of(other), limit)


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
