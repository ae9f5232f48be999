"""Where the toponyms of an article lie: from their spans, the text and the gazetteer alone, so that it runs again from a stored record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from dragoman.knowledge import Knowledge
from dragoman.knowledge.gazetteer import Site, fold
from dragoman.resolving.senses import NAMES, WEIGHTS, Board, Choice
from dragoman.resolving.toponyms import holders, outers, renowned, senses, within
from dragoman.values import Location, Place

LEAST = 0.2
"""The probability under which a toponym stays unresolved."""


@dataclass(frozen=True)
class Gathered:
    """The choices of an article, and which of them each place is, None where the gazetteer has no place of its name."""

    choices: tuple[Choice, ...]
    of: tuple[int | None, ...]


def located(places: Sequence[Place], text: str, knowledge: Knowledge) -> tuple[Place, ...]:
    """The places with the whereabouts that each toponym of `text` has; what stands in them before is not read.

    A name that no table has is left out: every other such name is none of a place, but of a shop, a hospital, a people. Where no place
    of the name is sure enough, it is unresolved. A region that lies in several states has no country, and one of the kept regions no id.
    """
    gathered = gather(places, text, knowledge)
    best = _best(gathered.choices)
    return tuple(_placed(place, best[at]) for place, at in zip(places, gathered.of, strict=True) if at is not None)


def location(place: str, places: Sequence[Place]) -> Location | None:
    """Where an event's `place` lies, of the located places of its article: that of the same name, or else the first that it contains.

    None where none is named, or where that one is unresolved or has no id or country of its own.
    """
    key = f" {fold(place)} "
    same = [one for one in places if fold(one.span.text) == key.strip()]
    inside = [one for one in places if f" {fold(one.span.text)} " in key]
    named = min(inside, key=lambda one: (key.index(f" {fold(one.span.text)} "), -len(one.span.text)), default=None)
    return _location(same[0] if same else named) if same or named else None


def _location(place: Place | None) -> Location | None:
    if not place or place.geonames_id is None or place.country is None or place.lat is None or place.lon is None:
        return None
    return Location(place.geonames_id, place.country, place.lat, place.lon)


def gather(places: Sequence[Place], text: str, knowledge: Knowledge) -> Gathered:
    """The choices of the toponyms: one for each name, and for each place that is set behind it to say which."""
    keys = [fold(place.span.text) for place in places]
    behind = [holders(text, place.span.end, knowledge) for place in places]
    known = {key: senses(form, knowledge) for key, form in {fold(place.span.text): place.span.text for place in places}.items()}
    held = [_held(known[key], outer) for key, outer in zip(keys, behind, strict=True)]
    first: dict[str, tuple[Site, ...]] = {}
    for key, narrowed in zip(keys, held, strict=True):
        if narrowed:
            first.setdefault(key, narrowed)
    options = [(key, narrowed or first.get(key) or renowned(known[key])) for key, narrowed in zip(keys, held, strict=True)]
    numbers: dict[tuple[str, tuple[int, ...]], int] = {}
    choices: list[tuple[Site, ...]] = []
    of: list[int | None] = []
    for key, found in options:
        if not found:
            of.append(None)
            continue
        own = (key, tuple(site.row for site in found))
        if own not in numbers:
            numbers[own] = len(choices)
            choices.append(found)
        of.append(numbers[own])
    at: dict[int | None, list[int]] = defaultdict(list)
    for place, number in zip(places, of, strict=True):
        at[number].append(place.span.start)
    made = [Choice(found, tuple(at[number])) for number, found in enumerate(choices)]
    return Gathered((*made, *_spoken_of(places, text, knowledge)), tuple(of))


def _held(found: tuple[Site, ...], outer: tuple[Site, ...]) -> tuple[Site, ...]:
    return tuple(site for site in found if any(within(site, one) for one in outer))


def _spoken_of(places: Sequence[Place], text: str, knowledge: Knowledge) -> list[Choice]:
    """The divisions that the text names elsewhere, in an organisation's name or behind a comma: they speak for places in them."""
    taken = {at for place in places for at in range(place.span.start, place.span.end)}
    found: dict[str, tuple[tuple[Site, ...], list[int]]] = {}
    for start, form, outer in outers(text, knowledge):
        if start not in taken:
            found.setdefault(form, (outer, []))[1].append(start)
    return [Choice(outer, tuple(at)) for outer, at in found.values()]


def _best(choices: Sequence[Choice]) -> list[Site | None]:
    chances = Board.of(choices).chances(np.array([WEIGHTS[name] for name in NAMES])) if choices else ()
    found: list[Site | None] = []
    at = 0
    for choice in choices:
        ranked = max(range(len(choice.senses)), key=lambda number: (round(float(chances[at + number]), 9), -number))
        found.append(choice.senses[ranked] if chances[at + ranked] >= LEAST else None)
        at += len(choice.senses)
    return found


def _placed(place: Place, site: Site | None) -> Place:
    if site is None:
        return replace(place, geonames_id=None, country=None, lat=None, lon=None)
    return replace(place, geonames_id=site.geonames_id, country=site.state, lat=site.lat, lon=site.lon)
