"""Toponyms are the names that are read as places, bare of articles and marks."""

from __future__ import annotations

import re

import pytest

from dragoman.reading.places import find
from dragoman.values import Span


def found(text: str, *names: tuple[str, str]) -> list[str]:
    spans = []
    for form, kind in names:
        match = re.search(re.escape(form), text)
        assert match, form
        spans.append((Span.of(text, *match.span()), kind))
    places = find(text, spans)
    assert all(text[place.span.start : place.span.end] == place.span.text for place in places)
    assert all((place.geonames_id, place.country, place.lat, place.lon) == (None, None, None, None) for place in places)
    return [place.span.text for place in places]


def test_places_alone_are_toponyms() -> None:
    text = "Georgian officials left Tbilisi; the Georgia Public Service Commission met Paris Hilton."
    names = (
        ("Georgian", "other"),
        ("Tbilisi", "place"),
        ("Georgia Public Service Commission", "organisation"),
        ("Paris Hilton", "person"),
    )
    assert found(text, *names) == ["Tbilisi"]


@pytest.mark.parametrize(
    ("text", "name", "bare"),
    [
        ("He left the Gambia.", "the Gambia", "Gambia"),
        ("Moscow's answer came.", "Moscow's", "Moscow"),
        ("He spoke in Paris, again.", "Paris,", "Paris"),
        ("In Washington, D.C., he spoke.", "D.C.", "D.C."),
        ("The Hague ruled.", "The Hague", "The Hague"),
        ("He went to (Minsk).", "(Minsk)", "Minsk"),
    ],
)
def test_the_span_is_the_bare_name(text: str, name: str, bare: str) -> None:
    assert found(text, (name, "place")) == [bare]


@pytest.mark.parametrize(("text", "name"), [("They told us so.", "us"), ("Wait … here.", "…")])
def test_what_is_no_name_is_no_toponym(text: str, name: str) -> None:
    assert found(text, (name, "place")) == []


@pytest.mark.parametrize("name", ["East Bank Middle School", "Mayfield Road", "Highway 19", "Webb Center", "Cook Hospital", "Main St."])
def test_houses_and_streets_are_no_toponyms(name: str) -> None:
    assert found(f"It burnt at {name} today.", (name, "place")) == []


@pytest.mark.parametrize("name", ["Center", "Red River", "St. Paul", "Halle", "Lake Road Island", "Court"])
def test_what_only_resembles_one_is_a_toponym(name: str) -> None:
    assert found(f"It burnt at {name} today.", (name, "place")) == [name]


def test_a_name_beyond_the_text_is_left_out() -> None:
    whole = "Rain in Kyiv."
    assert find("Rain in", [(Span.of(whole, 8, 12), "place")]) == ()
