"""Events in the columns of POLECAT (Halterman et al. 2023): tab-separated, an event a row.

The columns and their order are those of the published files. What several parties, contexts or codes fill is divided by semicolons, a code
that a party lacks is `None`, as there. What a record does not know stays empty: `EMPTY`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from dragoman.analysis.dyads import cow
from dragoman.formats.filling import Filling
from dragoman.formats.plover import days
from dragoman.formats.quads import OTHER, quad
from dragoman.knowledge import Knowledge
from dragoman.record import View
from dragoman.record.identity import Entry
from dragoman.values import Actor, Event, Record

FILE = "polecat.tsv"

_PARTY = ("{} Name", "{} Country", "{} COW", "Primary {} Sector", "{} Sectors", "{} Title", "{} Name Raw", "Wikipedia {} ID")
COLUMNS = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *(name.format("Actor") for name in _PARTY),
    *(name.format("Recipient") for name in _PARTY),
    *("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type"),
    *("Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version"),
)
"""The forty columns."""

EMPTY = ("Wikipedia Actor ID", "Wikipedia Recipient ID", "Placename", "City", "District", "Province", "Feature Type")
"""Columns that stay empty: actors are known by Wikidata items, and of a place its name in the article, its number and its country."""

BETWEEN = "; "
NONE = "None"


def write(views: Iterable[View], out: Path) -> Filling:
    """Write `polecat.tsv`."""
    filling = Filling()
    filling.table("polecat", COLUMNS)
    with (out / FILE).open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(COLUMNS)
        for view in views:
            for row in rows(view):
                filling.count("polecat", row)
                writer.writerow(row.values())
    return filling


def rows(view: View) -> Iterable[dict[str, str]]:
    """The events of an article, all columns in their order; only what did happen, as in POLECAT."""
    for entry, value in view.shown:
        if entry.kind == "event" and value.status == "actual":
            told = _row(view.record, entry, value)
            yield {name: _line(told.get(name)) for name in COLUMNS}


def _row(record: Record, entry: Entry, event: Event) -> dict[str, Any]:
    article, coder, ontology = record.article, record.coder, _knowledge().ontology
    first, _ = days(event.date or article.date, event.until if event.date else None)
    place = event.location
    return {
        "Event ID": entry.id,
        "Event Date": first,
        "Event Type": event.type,
        "Event Mode": event.mode,
        "Intensity": ontology.score(event.type, event.mode) if event.type in ontology.types else None,
        "Quad Code": quad(event.type).name.upper() if quad(event.type) is not OTHER else None,
        "Contexts": BETWEEN.join(event.contexts),
        **_party("Actor", record, event.actors),
        **_party("Recipient", record, event.recipients),
        "Country": place.country if place else None,
        "Latitude": place.lat if place else None,
        "Longitude": place.lon if place else None,
        "GeoNames ID": place.geonames_id if place else None,
        "Raw Placename": event.place,
        "Source": article.outlet,
        "Publication Date": days(article.date, None)[0],
        "Story People": _names(actor.name for actor in record.actors if actor.kind == "person"),
        "Story Organizations": _names(actor.name for actor in record.actors if actor.kind in ("igo", "organisation", "media")),
        "Story Locations": _names(one.span.text for one in record.places),
        "Language": article.language,
        "Version": f"dragoman {coder.program}, {coder.model}, {coder.knowledge}",
    }


def _party(side: str, record: Record, identifiers: tuple[str, ...]) -> dict[str, str]:
    """The columns of a side; the first sector is the primary one."""
    actors = [actor for actor in map(record.actor, identifiers) if actor]
    sectors = [actor.sector or NONE for actor in actors]
    values: tuple[list[str], ...] = (
        [actor.name for actor in actors],
        [actor.state or NONE for actor in actors],
        [(cow(actor.state, _knowledge()) if actor.state else None) or NONE for actor in actors],
        sectors[:1],
        sectors,
        [actor.role or NONE for actor in actors],
        [_raw(actor) for actor in actors],
        [],
    )
    return {name.format(side): _several(cells) for name, cells in zip(_PARTY, values, strict=True)}


def _raw(actor: Actor) -> str:
    return actor.mentions[0].text if actor.mentions else actor.name


def _several(cells: list[str]) -> str:
    """Cells divided by semicolons; nothing where no party has one."""
    return BETWEEN.join(" ".join(cell.replace(";", ",").split()) for cell in cells) if any(cell != NONE for cell in cells) else ""


def _names(found: Iterable[str]) -> str:
    return _several(list(dict.fromkeys(found)))


def _line(cell: Any) -> str:
    return "" if cell is None else " ".join(str(cell).split())


@cache
def _knowledge() -> Knowledge:
    return Knowledge.load()
