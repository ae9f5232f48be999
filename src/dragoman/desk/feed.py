"""The Atom feed of a search (RFC 4287)."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dragoman.desk import asking
from dragoman.desk.context import desk_of
from dragoman.formats import dates, printable
from dragoman.record.searching import Hit

router = APIRouter()
ENTRIES = 40


@router.get("/feed.atom")
def feed(request: Request, q: Annotated[str, Query(max_length=500)] = "") -> Response:
    """The newest entries that fit, an Atom entry each."""
    hits = asking.found(desk_of(request).store, q, ENTRIES).hits
    return Response(atom(hits, q, str(request.base_url).rstrip("/")), media_type="application/atom+xml; charset=utf-8")


def atom(hits: tuple[Hit, ...], query: str, base: str) -> str:
    """The feed as XML; what XML cannot hold is U+FFFD."""
    title = f"Dragoman: {query}" if query.strip() else "Dragoman: all entries"
    own = f"{base}/feed.atom?q={quote(query.encode('utf-8', 'replace'), safe='')}"
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<title>{_text(title)}</title><id>{_text(own)}</id>",
        f'<link rel="self" href={quoteattr(_clean(own))}/>',
        f"<updated>{_instant(max((hit.date or '' for hit in hits), default=''))}</updated>",
        *(_entry(hit, base) for hit in hits),
        "</feed>\n",
    ]
    return "\n".join(lines)


def _entry(hit: Hit, base: str) -> str:
    speaker = hit.speaker.split(" · ")[0] or "unattributed"
    what = hit.act or hit.type or hit.kind
    source = ", ".join(filter(None, (hit.title, hit.outlet, dates.words(hit.date))))
    return (
        f"<entry><title>{_text(f'{speaker}, {what}: {hit.words[:140]}')}</title><id>urn:dragoman:{_text(hit.id)}</id>"
        f'<link rel="alternate" href={quoteattr(f"{base}/entries/{hit.id}")}/><updated>{_instant(hit.date)}</updated>'
        f"<author><name>{_text(speaker)}</name></author>"
        f'<content type="text">{_text(f"{hit.words} ({source})")}</content></entry>'
    )


def _instant(date: str | None) -> str:
    """The beginning of a day, month or year; of the year 1 where nothing is known."""
    known = date or "0001"
    return f"{known + '-01-01'[len(known) - 4 :]}T00:00:00Z"


def _clean(text: str) -> str:
    return printable.plain(text).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")


def _text(text: str) -> str:
    return escape(_clean(text))
