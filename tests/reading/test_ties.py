"""Ties by closed patterns: who is what to whom, and what is none."""

from __future__ import annotations

import pytest

from dragoman.reading import ties
from dragoman.values import Actor, Article, Span

PLACES = (
    "Pakistan Russia Washington Ukraine Estonia Latvia NATO Iran India Mexico China Uganda Hezbollah Japan Austria Hungary Turkey".split()
)
PEOPLE = ("Bill de Blasio", "Joanna Cherry")
BODIES = ("Democratic Party", "Scottish National Party", "United States", "Houthi movement", "Equality Forum")


def read(text: str) -> tuple[tuple[Actor, ...], list[tuple[str, str, str]]]:
    names = sorted(
        (Span.of(text, start, start + len(name)), kind)
        for group, kind in ((PLACES, "place"), (PEOPLE, "person"), (BODIES, "organisation"))
        for name in group
        for start in range(len(text))
        if text.startswith(name, start)
    )
    article = Article("one", None, None, None, None, "en", "", text)
    actors, found = ties.read(article, tuple(names), ())
    called = {actor.id: actor.name for actor in actors}
    assert all(text[one.evidence.start : one.evidence.end] == one.evidence.text for one in found)
    return actors, [(called[one.subject], one.relation, called[one.object]) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pakistan, a key ally of Washington, abstained.", [("Pakistan", "ally", "Washington")]),
        ("Pakistan was once a close ally of Washington.", [("Pakistan", "former ally", "Washington")]),
        ("Pakistan is a former ally of Washington.", [("Pakistan", "former ally", "Washington")]),
        ("Washington's ally Japan agreed.", [("Japan", "ally", "Washington")]),
        ("United States allies such as Japan and India agreed.", [("Japan", "ally", "United States"), ("India", "ally", "United States")]),
        ("They deepened the U.S.-Japan Alliance.", [("U.S.", "ally", "Japan")]),
        ("Turkey is a member of NATO.", [("Turkey", "member", "NATO")]),
        ("NATO members Estonia and Latvia warned.", [("Estonia", "member", "NATO"), ("Latvia", "member", "NATO")]),
        ("Bill de Blasio, a member of the Democratic Party, spoke.", [("Bill de Blasio", "member", "Democratic Party")]),
        ("Joanna Cherry of the Scottish National Party asked.", [("Joanna Cherry", "member", "Scottish National Party")]),
        ("Russia and its neighbour Ukraine are at war.", [("Russia", "neighbour", "Ukraine")]),
        ("They drove from Russia; neighbouring Austria and Hungary watched.", [("Austria", "neighbour", "Hungary")]),
        ("The United States is Mexico's biggest trading partner.", [("United States", "trading partner", "Mexico")]),
        ("China remains the largest trading partner of Iran.", [("China", "trading partner", "Iran")]),
        ("Hezbollah, backed by Iran, fired.", [("Iran", "patron", "Hezbollah")]),
        ("Iran-backed militias fired.", [("Iran", "patron", "militias")]),
        ("India and its rival Pakistan met.", [("India", "rival", "Pakistan")]),
        ("Nuclear-armed rivals India and Pakistan met.", [("India", "rival", "Pakistan")]),
        ("India and China are old enemies.", [("India", "adversary", "China")]),
        ("India and Pakistan are rivals. Pakistan and India are rivals.", [("India", "rival", "Pakistan")]),  # told once
    ],
)
def test_a_tie_is_read(text: str, expected: list[tuple[str, str, str]]):
    assert read(text)[1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The US-backed coup in February failed.",
        "The Equality Forum, sponsored by France, opened.",
        "Ukraine is not a member of NATO.",
        "Ukraine would become a member of NATO.",
        "If Ukraine is a member of NATO, all changes.",
        "Turkey joined NATO in 1952.",
        "Japan met allies.",
        "Russia and Ukraine met in Turkey.",
    ],
)
def test_what_is_no_tie(text: str):
    assert read(text)[1] == []


def test_known_actors_are_kept_and_new_ones_follow():
    text = "Pakistan, a key ally of Washington, abstained."
    article = Article("one", None, None, None, None, "en", "", text)
    names = ((Span.of(text, 0, 8), "place"), (Span.of(text, 24, 34), "place"))
    known = Actor("a7", "Pakistan", "state", mentions=(Span.of(text, 0, 8),))
    actors, (tie,) = ties.read(article, names, (known,))
    assert actors[0] is known
    assert [actor.id for actor in actors] == ["a7", "a8"]
    assert (tie.id, tie.subject, tie.object, tie.evidence.text) == ("t1", "a7", "a8", "Pakistan, a key ally of Washington")
