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
