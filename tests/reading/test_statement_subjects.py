"""Which words are the source and the medium: of one read too long the subject or name, of no source read the likeliest words."""

import numpy as np
import pytest

from dragoman.model.words import split
from dragoman.reading.frames import Frame
from dragoman.reading.statements import _outlet, likeliest, someone, subject


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("He welcomed the plan and", "He"),
        ("they march down the street", "they"),
        ("He and his aides", "He and his aides"),
        ("We all", "We all"),
        ("She", "She"),
        ("The leaders", "The leaders"),
        ("IT officials in Oslo", "IT officials in Oslo"),
    ],
)
def test_a_pronoun_stands_alone_where_no_more_of_its_phrase_follows(role: str, expected: str) -> None:
    words = split(role)
    first, last = subject(words, (0, len(words) - 1))
    assert words.text[words.spans[first, 0] : words.spans[last, 1]] == expected


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("It rained. Protesters, carrying placards asking for help, marched.", "carrying placards", "Protesters"),
        ("The two ministers, speaking in Oslo, said so.", "speaking in Oslo", "The two ministers"),
        ("In a hall that was full to the last of its seats, according ministers said so.", "according ministers", "according ministers"),
        ("One by one, mining companies, Patriot too, went.", "mining companies, Patriot too", "mining companies, Patriot too"),
        ("King, ruling since May, said so.", "King", "King"),
    ],
)
def test_a_participle_is_no_source_and_what_stands_before_it_is(text: str, role: str, expected: str) -> None:
    words = split(text)
    start = text.index(role)
    first, stop = words.covering(start, start + len(role))
    low, high = subject(words, (first, stop - 1))
    assert text[words.spans[low, 0] : words.spans[high, 1]] == expected


@pytest.mark.parametrize(
    ("likelihood", "expected"),
    [
        ([0.3, 0.4, 0.1, 0.0, 0.0], "The minister"),  # the words at least half as likely as the likeliest
        ([0.4, 0.1, 0.4, 0.0, 0.0], "The"),  # of two alike the first, not what lies between
        ([0.1, 0.14, 0.1, 0.0, 0.0], None),  # nobody is likely
        ([0.0, 0.2, 0.0, 0.0, 0.9], "minister"),  # the word of the cue is no source, however likely
        ([], None),
    ],
)
def test_where_no_source_was_read_it_is_the_likeliest_words(likelihood: list[float], expected: str | None) -> None:
    words = split("Now it rained. The minister came and said so.")
    frame = Frame({"cue": ((8, 8),)}, {}, {}, first=4, likelihood={"source": np.array(likelihood)})
    assert [" ".join(words.texts[first : last + 1]) for first, last in likeliest(words, frame)] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("Western pressure", False),
        ("the reaction of the minister", False),  # what is after the preposition is not its head
        ("the minister", True),
        ("a report on the visit", True),  # what is put out speaks
        ("Brussels", True),
    ],
)
def test_what_nobody_is_does_not_speak(role: str, expected: bool) -> None:
    words = split(role)
    assert someone(words, (0, len(words) - 1)) is expected


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("Wikinews interviewed", "Wikinews"),
        ("the New York Times quoted", "the New York Times"),
        ("NBC’s Today show", "NBC’s Today"),
        ("TV 24 reported", "TV 24"),  # a number belongs to a name
        ("a local newspaper", "a local newspaper"),  # without a name the words stay
        ("“Dawn”", "“Dawn"),  # what closes a quotation is no part of a name
    ],
)
def test_a_medium_ends_with_its_name(role: str, expected: str) -> None:
    words = split(role)
    first, last = _outlet(words, (0, len(words) - 1))
    assert role[words.spans[first, 0] : words.spans[last, 1]] == expected
