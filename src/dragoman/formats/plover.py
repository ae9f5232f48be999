"""Events as PLOVER JSONL: an event a line with the fields of the manual (chapter "Data Fields"), and a few of our own behind them.

`date` and `enddate` are days: an event known to the month lies between the first and the last of it, one without a date has that of its
article, and `comment` says so. `event_text` is the sentence, `text_info` says where in the article's text it stands. Of the manual's fields
are left out: `text`, since it is the articles' publishers'; `time` and `endtime`, which no record has; `coded_date` and `coded_time`, since
the same record gives the same bytes; `link`, since an event is one article's report (`dyads` counts acts).
"""

from __future__ import annotations

import calendar
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from dragoman.formats.filling import Filling
from dragoman.formats.quads import QUADS, quad
from dragoman.knowledge import Knowledge
from dragoman.knowledge.ontology import Ontology
from dragoman.knowledge.states import state_names
from dragoman.record import View
from dragoman.record.identity import Entry
from dragoman.resolving.sentences import sentence
from dragoman.values import Event, Record

FILE = "events.jsonl"
CODEBOOK = "PLOVER 2.0 (draft)"


def write(views: Iterable[View], out: Path) -> Filling:
    """Write `events.jsonl`."""
    filling = Filling()
    with (out / FILE).open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        for view in views:
            for line in lines(view):
                filling.count("events", line)
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
    return filling


def lines(view: View) -> list[dict[str, Any]]:
    """The events of an article."""
    ids = {entry.local: entry.id for entry in view.entries}
    return [_line(view.record, entry, value, ids) for entry, value in view.shown if entry.kind == "event"]


def days(date: str | None, until: str | None) -> tuple[str | None, str | None]:
    """The first and the last day of what two ISO prefixes say; the last is None where it is the first."""
    if not date:
        return None, None
    first, last = f"{date}-01-01"[:10], _last(until or date)
    return first, None if last == first else last


def _last(prefix: str) -> str:
    year, month = int(prefix[:4]), int(prefix[5:7] or 12)
    return prefix if len(prefix) == 10 else f"{year:04}-{month:02}-{calendar.monthrange(year, month)[1]:02}"


def _line(record: Record, entry: Entry, event: Event, ids: dict[str, str]) -> dict[str, Any]:
    article, coder = record.article, record.coder
    first, last = days(event.date, event.until) if event.date else days(article.date, None)
    around = sentence(article.text, event.trigger)
    return {
        "id": entry.id,
        "has_event": True,
        "date": first,
        "enddate": last,
        "actor": [_entity(record, actor) for actor in event.actors],
        "recipient": [_entity(record, actor) for actor in event.recipients],
        "event": [event.type],
        "event_loc": _place(event),
        "event_text": [entry.words],
        "quad_code": QUADS.index(quad(event.type)) + 1 if quad(event.type) in QUADS else None,
        "event_scale": _ontology().score(event.type, event.mode) if event.type in _ontology().types else None,
        "mode": [event.mode] if event.mode else [],
        "context": list(event.contexts),
        "text_info": {"start": around.start, "end": around.end},
        "cite_info": {
            "citation": article.id,
            "url": article.url,
            "title": article.title,
            "language": article.language,
            "publication": article.outlet,
            "coder": f"dragoman {coder.program}, {coder.model}",
            "codebook": CODEBOOK,
        },
        "coder": f"dragoman {coder.program}, {coder.model}, {coder.knowledge}",
        "comment": None if event.date or not article.date else "date of publication",
        "trigger": event.trigger.to_dict(),
        "status": event.status,
        "cameo": event.cameo,
        "confidence": event.confidence,
        "reported_in": ids.get(event.reported_in or ""),
        "disputed_by": [ids[one] for one in event.disputed_by if one in ids],
    }


@cache
def _ontology() -> Ontology:
    return Knowledge.load().ontology


def _entity(record: Record, identifier: str) -> dict[str, Any]:
    actor = record.actor(identifier)
    if actor is None:
        return {"code": None, "sector": None, "entity_text": identifier, "identifier_id": None, "identifier_text": None, "office": None}
    return {
        "code": actor.state,
        "sector": actor.sector,
        "entity_text": actor.mentions[0].text if actor.mentions else actor.name,
        "identifier_id": actor.wikidata,
        "identifier_text": actor.name,
        "office": actor.role,
    }


def _place(event: Event) -> dict[str, Any] | None:
    if event.place is None and event.location is None:
        return None
    place = event.location
    return {
        "extracted_place": event.place,
        "geonameid": place.geonames_id if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "country": state_names().get(place.country) if place else None,
        "country_code": place.country if place else None,
    }
