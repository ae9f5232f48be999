"""Of a source that was read too long, the pronoun before a clause is the source."""

import pytest

from dragoman.model.words import split
from dragoman.reading.statements import subject


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
