"""An article with its entries: the text marked, each entry with its chain, resolution, check and reason, and forms to decide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dragoman.desk import cards, ledgers, parts, render, verdicts
from dragoman.desk.cards import Card, Stand
from dragoman.desk.context import desk_of
from dragoman.errors import RecordError
from dragoman.formats import html_entries, outline
from dragoman.formats import json as as_json
from dragoman.record import View, expecting, viewing
from dragoman.resolving.against.report import Report
from dragoman.values import Record

router = APIRouter()


@router.get("/article")
def article(
    request: Request,
    key: str,
    speaker: str = "",
    act: str = "",
    type: str = "",
    sure: Annotated[float, Query(ge=0, le=1)] = 0.0,
    part: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Response:
    """The article of that key; with `speaker`, `act`, `type` and `sure` only entries of that speaker, act, event type and confidence.

    A long one is shown in parts.
    """
    store = desk_of(request).store
    view = viewing.view(store, key)
    chosen = filtered(view.record, (speaker, act, type, sure))
    stand = Stand.of(view, expecting.last_rows(store, key))
    filters = {"speaker": speaker, "act": act, "type": type, "sure": sure}
    asked = {"key": key} | {name: value for name, value in filters.items() if value}
    return render.page(
        request,
        "article.html",
        title=view.record.article.title or "Untitled article",
        key=key,
        view=view,
        draft=None,
        rejected=rejected(view, stand),
        rows=tuple(reversed(viewing.history(store, key))),
        names=ledgers.names(view),
        filters=filters,
        **shown(chosen, stand, (f"/article?{urlencode(asked)}", part)),
        **choices(view.record),
    )


@router.get("/article.json")
def article_json(request: Request, key: str) -> Response:
    """The record of the article, as `dragoman read --json` prints it."""
    record = viewing.view(desk_of(request).store, key).record
    return Response(
        as_json.render(record), media_type="application/json", headers={"Content-Disposition": 'attachment; filename="record.json"'}
    )


def shown(record: Record, stand: Stand, place: tuple[str, int], report: Report | None = None) -> dict[str, Any]:
    """What the templates need of a record, stored or not, and of a report on it; `place` is the page's address and the part's number."""
    url, number = place
    every = parts.parts(record)
    if not 1 <= number <= len(every):
        raise RecordError(f"part {number}: the article has {len(every)}; leave the number out for the first")
    part = every[number - 1]
    votes = cards.votes.cards(record, stand)
    notes = verdicts.named((*verdicts.of_votes(votes), *(verdicts.of_report(report) if report else ())))
    found = (
        ("Statements", "statements", cards.statements.cards(record, stand), len(record.statements)),
        ("Events", "events", cards.events.cards(record, stand), len(record.events)),
        ("Votes", "votes", votes, len(record.votes)),
        ("Ties", "ties", cards.ties.cards(record, stand), len(record.ties)),
    )
    return {
        "record": record,
        "body": verdicts.body(record, notes, part),
        "part": part,
        "url": url,
        "checked": verdicts.summary(report) if report else "",
        "wrong": [(note, parts.part_of(record, note.start)) for note in notes if note.wrong] if report else [],
        "counts": outline.counts(record),
        "legend": html_entries.legend(record),
        "sections": [(name, kind, parts.within(record, part, some, url), total) for name, kind, some, total in found],
        "actors": [one for one in cards.actors.cards(record, stand) if parts.named(one.actor, part)],
    }


def filtered(record: Record, wanted: tuple[str, str, str, float]) -> Record:
    """The record with the statements, events and votes alone that fit; the actors stay."""
    speaker, act, kind, least = wanted
    if not any(wanted):
        return record
    names = {actor.id for actor in record.actors if not speaker or speaker in (actor.name, actor.state)}

    def spoken(parties: Iterable[str | None]) -> bool:
        return not speaker or any(one in names for one in parties)

    return replace(
        record,
        statements=tuple(
            one
            for one in record.statements
            if spoken((one.source, *one.co_sources)) and one.confidence >= least and (not act or one.act == act) and (act or not kind)
        ),
        events=tuple(
            one
            for one in record.events
            if spoken(one.actors) and one.confidence >= least and (not kind or one.type == kind) and (kind or not act)
        ),
        votes=tuple(one for one in record.votes if spoken(one.voters) and one.confidence >= least and not act and not kind),
        ties=tuple(one for one in record.ties if one.confidence >= least and not act and not kind and not speaker),
    )


def choices(record: Record) -> dict[str, Any]:
    """What there is to filter by."""
    by_id = {actor.id: actor.name for actor in record.actors}
    speakers = {by_id[one] for entry in record.statements for one in (entry.source, *entry.co_sources) if one in by_id}
    speakers |= {by_id[one] for event in record.events for one in event.actors if one in by_id}
    return {
        "speakers": sorted(speakers),
        "acts": sorted({one.act for one in record.statements}),
        "types": sorted({one.type for one in record.events}),
    }


def rejected(view: View, stand: Stand) -> list[Card]:
    """The entries that are not shown: rejected, or resting on a rejected one."""
    gone = ("rejected", "unsupported")
    return [card for card in cards.every(view.whole, stand) if card.verdict in gone]
