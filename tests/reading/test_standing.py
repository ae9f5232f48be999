"""Quotations that stand alone within a paragraph go on with the one before or have the person of the sentence before as their source."""

from __future__ import annotations

import pytest

from dragoman.model.words import split
from dragoman.reading.standing import complete
from dragoman.reading.statements import _going_on, _inside
from tests.reading.made import draft, part
from tests.reading.test_cast import found


def text_of(words, some) -> list[str]:
    return [words.text[slice(*words.extent(*one))] for one in some]


def test_a_quotation_goes_on_behind_its_cue() -> None:
    words = split("“It was a better game than last week,” coach Myers said. “We are a forty minute team.” Nobody scored.")
    (one,) = complete(words, (draft(words, "Myers", "said", "It was a better game than last week"),), ())
    assert text_of(words, one.content) == ["It was a better game than last week", "We are a forty minute team."]


@pytest.mark.parametrize(
    ("before", "names", "source"),
    [
        ("Two yellow cards left Ingram unimpressed.", {"Ingram": "person"}, ["Ingram"]),  # the only person
        ("Then she looked back on her youth.", {}, ["she"]),
        ("Ingram met Marshall after the game.", {"Ingram": "person", "Marshall": "person"}, []),  # two could be meant
        ("The reporters stood at Ingram’s door.", {"Ingram": "person"}, []),  # his door says nothing
        ("The match was over at nine.", {}, []),
    ],
)
def test_a_quotation_alone(before: str, names: dict[str, str], source: list[str]) -> None:
    text = f"{before} “One of them was plainly questionable.”"
    words = split(text)
    (one,) = complete(words, (), found(text, names))
    assert (one.cue, text_of(words, one.content), text_of(words, one.sources)) == (None, ["One of them was plainly questionable."], source)


@pytest.mark.parametrize(
    "text", ["They gave him the “Hero of the Soviet Union award” then.", "“No one of us will ever go.”", "It rained. “Not so.”"]
)
def test_titles_whole_paragraphs_and_scare_quotes_are_none(text: str) -> None:
    assert complete(split(text), (), ()) == ()


def test_a_participle_has_the_subject_of_its_sentence() -> None:
    words = split("NASA credited Leonov with the walk, noting that he opened an era.")
    host, read = draft(words, "NASA", "credited", "Leonov with the walk"), draft(words, "Leonov", "noting", "he opened an era")
    assert text_of(words, _going_on(words, read, [host, read]).sources) == ["NASA"]
    assert _going_on(words, host, [host, read]) == host


def test_what_is_told_within_a_quotation_keeps_to_it() -> None:
    words = split("“It was hard for us,” she said. “They have said that we must go.”")
    one = draft(words, "They", "have said", "we must go")
    wide = type(one)(one.trigger, True, one.cue, one.sources, (part(words, "It was hard for us"), *one.content), (), (), "assert", 0.9)
    assert text_of(words, _inside(words, wide).content) == ["we must go"]
