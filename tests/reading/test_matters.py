"""Matters by closed patterns: what is one, of which kind, under which name, and which mentions are of one."""

from __future__ import annotations

import pytest

from dragoman.reading import matters
from dragoman.values import Actor, Matter, Span, Statement


def read(text: str, persons: tuple[str, ...] = (), actors: tuple[Actor, ...] = ()) -> tuple[Matter, ...]:
    names = tuple((Span.of(text, text.index(name), text.index(name) + len(name)), "person") for name in persons)
    return matters.read(text, names, actors)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They spoke of Russia's invasion of Ukraine.", ("conflict", "Russia's invasion of Ukraine")),
        ("Putin’s illegal war on the Ukrainian people goes on.", ("conflict", "Putin’s illegal war on the Ukrainian people")),
        ("The war in Yemen went on.", ("conflict", "war in Yemen")),
        ("The conflict between Armenia and Azerbaijan grew.", ("conflict", "conflict between Armenia and Azerbaijan")),
        ("He called the Israeli-Palestinian conflict old.", ("conflict", "Israeli-Palestinian conflict")),
        ("Years of the Syrian civil war followed.", ("conflict", "Syrian civil war")),
        ("It was like the Cold War.", ("conflict", "Cold War")),
        ("They praised the Global Development Initiative.", ("proposal", "Global Development Initiative")),
        (
            "They honour the 1982 United\nNations Convention on the Law of the Sea.",
            ("agreement", "United Nations Convention on the Law of the Sea"),
        ),
        ("They left the Paris Agreement.", ("agreement", "Paris Agreement")),
        ("All signed the Convention on Biological Diversity.", ("agreement", "Convention on Biological Diversity")),
        ("He scrapped the Iran nuclear deal.", ("agreement", "Iran nuclear deal")),
        ("He attacked the nuclear pact with Iran.", ("agreement", "nuclear pact with Iran")),
        ("They urged an immediate ceasefire in Gaza.", ("agreement", "immediate ceasefire in Gaza")),
        ("Critics of the extradition bill marched.", ("proposal", "extradition bill")),
        (
            "They condemned Russia’s attempted, illegal annexation of Ukrainian territory.",
            ("conflict", "Russia’s attempted, illegal annexation of Ukrainian territory"),
        ),
        ("A ban on Syrian refugees was asked for.", ("proposal", "ban on Syrian refugees")),
        ("Both back a two-state solution.", ("proposal", "two-state solution")),
        ("She asked for the Voting Rights Act.", ("proposal", "Voting Rights Act")),
        ("It breached A/RES/ES-11/1 again.", ("resolution", "A/RES/ES-11/1")),
        ("It cited Security Council resolution 2231 (2015) again.", ("resolution", "Security Council resolution 2231 (2015)")),
    ],
)
def test_a_matter_is_read_with_its_kind_and_name(text: str, expected: tuple[str, str]):
    assert [(one.kind, one.name) for one in read(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The war went on.",  # which one?
        "A trade deal would help.",  # any
        "She spoke at the Republican National Convention in Cleveland.",  # a meeting
        "The North Atlantic Treaty Organization met.",  # a body
        "The financial crisis hit; the climate crisis too.",  # no conflict
        "Star athletes signed a new deal.",
        "The bill passed.",
        "President Bill Clinton spoke.",
        "After the crisis, This conflict ended.",
    ],
)
def test_what_is_no_matter(text: str):
    assert read(text) == ()


def test_a_person_is_no_place_of_war():
    assert read("Critics spoke of the Trump war.", ("Trump",)) == ()


def test_one_matter_however_often_mentioned():
    text = (
        "Russia's invasion of Ukraine began in 2022. The war in Ukraine goes on. The invasion of Ukraine was condemned. The war has no end."
    )
    (found,) = read(text)
    assert found.id == "m1"
    assert [mention.text for mention in found.mentions] == [
        "Russia's invasion of Ukraine",
        "The war in Ukraine",
        "The invasion of Ukraine",
        "The war",
    ]


def test_bare_words_are_nobodys_where_two_fit():
    text = "The war in Yemen and the war in Syria went on. The war was long."
    assert [[mention.text for mention in one.mentions] for one in read(text)] == [["The war in Yemen"], ["the war in Syria"]]


def test_another_aggressor_is_another_conflict():
    text = "Russia's invasion of Afghanistan failed. Britain's invasion of Afghanistan had failed before."
    assert len(read(text)) == 2


def test_what_a_resolution_is_about_stands_within_it():
    text = "Pakistan abstained from a UN General Assembly resolution condemning Russia's invasion of Ukraine."
    assert [(one.kind, one.name) for one in read(text)] == [
        ("resolution", "UN General Assembly resolution condemning Russia's invasion of Ukraine"),
        ("conflict", "Russia's invasion of Ukraine"),
    ]


def test_what_a_matter_is_called_is_no_party_to_it():
    """An agreement that was read as an organisation."""
    text = "They left the Paris Agreement."
    named = Actor("a1", "Paris Agreement", mentions=(Span.of(text, text.index("Paris"), text.index(".")),))
    assert read(text, actors=(named,))[0].parties == ()


def test_parties_are_the_actors_named_in_it():
    text = "They spoke of Russia's invasion of Ukraine. India was silent."
    actors = tuple(
        Actor(f"a{number}", name, "state", mentions=(Span.of(text, text.index(name), text.index(name) + len(name)),))
        for number, name in enumerate(("Russia", "Ukraine", "India"), 1)
    )
    assert read(text, actors=actors)[0].parties == ("a1", "a2")


def test_statements_are_about_the_matters_inside_their_content():
    text = "The war in Yemen was old. He said the war in Syria must end."
    found = read(text)
    content = Span.of(text, text.index("the war in Syria"), len(text) - 1)
    statement = Statement("s1", "a1", (), None, None, (content,), "indirect", "assert", about=("a2",))
    once = matters.about((statement,), found)
    assert once[0].about == ("a2", "m2")
    assert matters.about(once, found) == once


def test_spans_are_the_words_of_the_text():
    text = "Pakistan’s position on Russia’s invasion of Ukraine, the Paris Agreement and the ceasefire in Gaza."
    for one in read(text):
        for mention in one.mentions:
            assert text[mention.start : mention.end] == mention.text
