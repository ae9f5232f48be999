"""The start page: what is new, and where to begin."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dragoman.desk import asking, render
from dragoman.desk.context import desk_of
from dragoman.record import listing, viewing

router = APIRouter()

ARTICLES = 20
STATEMENTS = 12
DECISIONS = 8


@router.get("/")
def home(
    request: Request,
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
    since: Annotated[str, Query(pattern=r"^(|\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?)$")] = "",
) -> Response:
    """Articles, the last added first, the newest statements and the last decisions; with `since`, only articles added after that."""
    store = desk_of(request).store
    articles = listing.latest(store, ARTICLES + 1, (page - 1) * ARTICLES, since or None)
    return render.page(
        request,
        "home.html",
        title="What is new",
        feed="/feed.atom",
        articles=articles[:ARTICLES],
        number=page,
        more=len(articles) > ARTICLES,
        since=since,
        totals=listing.totals(store),
        newest=asking.newest(store, STATEMENTS) if page == 1 and not since else (),
        decisions=tuple(reversed(viewing.history(store)[-DECISIONS:])) if page == 1 and not since else (),
    )
