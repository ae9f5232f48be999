"""The search page, with facets, and its exports."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dragoman.desk import asking, exports, render
from dragoman.desk.context import desk_of
from dragoman.formats.hits import sought
from dragoman.record.query import FIELDS, Term, written
from dragoman.record.query import Query as Expression

router = APIRouter()

Words = Annotated[str, Query(max_length=500)]


@router.get("/search")
def search(
    request: Request, q: Words = "", offset: Annotated[int, Query(ge=0, le=asking.MOST_OFFSET)] = 0, order: str = "newest"
) -> Response:
    """What fits, fifty a page, with the most frequent speakers, states, acts, types and outlets to narrow it."""
    store = desk_of(request).store
    query = asking.understood(q)
    found = asking.found(store, q, offset=offset, oldest_first=order == "oldest")
    facets, counted = asking.facets(store, q)
    return render.page(
        request,
        "search.html",
        title=f"Search: {q}" if q.strip() else "Search",
        q=q,
        feed=f"/feed.atom?{urlencode({'q': q})}",
        found=found,
        facets=[(facet.field, [(value, count, narrowed(q, facet.field, value)) for value, count in facet.values]) for facet in facets],
        counted=counted,
        most=asking.COUNTED,
        order="oldest" if order == "oldest" else "newest",
        pattern=sought(query),
        fields=FIELDS,
    )


@router.get("/search.csv")
@router.get("/search.json")
def export(request: Request, q: Words = "") -> Response:
    """Everything that fits, as a table or as JSON."""
    hits = asking.found(desk_of(request).store, q, exports.MOST).hits
    return exports.answer(hits, request.url.path.rpartition(".")[2], "search")


def narrowed(text: str, field: str, value: str) -> str:
    """The query with one more field."""
    return f"{text.strip()} {written(Expression((Term(value.replace(chr(34), ' '), field=field),)))}".strip()
