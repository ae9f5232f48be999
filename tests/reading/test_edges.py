"""The edges of a span stand where a person would draw them."""

import pytest

from dragoman.model.words import split
from dragoman.reading.edges import quoted_share, span

ROWS = [
    # text, the words that the model gives, the span
    ("“We agree,” he said.", "We agree", "We agree"),  # marks around the whole stay out
    (
        "It was “false” and “wrong”, he said.",
        "It was “false” and “wrong",
        "It was “false” and “wrong”",
    ),  # a mark inside comes in with its other half
    ("“Russian side” was not meant.", "Russian side” was not meant", "“Russian side” was not meant"),  # and at the start
    ("“Will they come?” she asked.", "Will they come", "Will they come?"),  # the mark that ends a quoted sentence
    ("He thanked the U.S. on Monday.", "the U.S", "the U.S."),  # the stop of an abbreviation
    ("They owe $10 million now.", "10 million", "$10 million"),  # a currency sign
    ("It rose by 5% in May.", "by 5", "by 5%"),  # a per cent sign
    ("The agency (the IAEA) said so.", "The agency (the IAEA", "The agency (the IAEA)"),  # a bracket
    ("He said it rains.", "it rains", "it rains"),  # nothing to mend
]


@pytest.mark.parametrize(("text", "given", "expected"), ROWS, ids=[row[1] for row in ROWS])
def test_edges_are_mended(text: str, given: str, expected: str) -> None:
    words = split(text)
    start = text.index(given)
    first, stop = words.covering(start, start + len(given))
    found = span(words, (first, stop - 1))
    assert found.text == expected
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    ("text", "given", "share"),
    [("“We agree,” he said.", "We agree", 1.0), ("he said “no” twice", "he said “no” twice", 0.25), ("he said no", "no", 0.0)],
)
def test_the_share_of_quoted_words(text: str, given: str, share: float) -> None:
    words = split(text)
    first, stop = words.covering(text.index(given), text.index(given) + len(given))
    assert quoted_share(words, ((first, stop - 1),)) == share
