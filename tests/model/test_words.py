"""A text is split into words whose offsets are true, with the features that the encoder sees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.words import CASES, QUOTES, STARTS, case, split


@given(st.text())
def test_every_word_is_the_text_at_its_offsets_and_nothing_visible_is_lost(text: str) -> None:
    words = split(text)
    found = "".join(words.word(index) for index in range(len(words)))
    assert found == "".join(text.split())
    assert all(text[start:end].strip() for start, end in words.spans)


@given(st.text(alphabet="ab “”\"'‘’.\n", max_size=60))
def test_every_quotation_lies_inside_its_paragraph(text: str) -> None:
    for quotation in split(text).quotations:
        assert 0 < quotation.start <= quotation.end <= len(text)
        assert "\n" not in text[quotation.start : quotation.end]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("said", "lower"),
        ("Putin", "title"),
        ("NATO", "upper"),
        ("McCain", "mixed"),
        ("2022", "digit"),
        ("5th", "digit"),
        (".", "mark"),
        ("U", "initial"),
    ],
)
def test_a_word_has_the_case_that_a_reader_sees(word: str, expected: str) -> None:
    assert case(word) == expected


QUOTED = [
    ("“We agree,” he said.", ["We", "agree", ","]),  # curly
    ('"We agree," he said.', ["We", "agree", ","]),  # straight
    ("the ‘very important’ visit", ["very", "important"]),  # single
    ("Qureshi’s trip wasn’t long", []),  # apostrophes are no marks
    ("“We agree.", ["We", "agree", "."]),  # left open to the end of the paragraph
    ("the '90s and the ministers' talks", []),  # an apostrophe before a number
]


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_words_between_quotation_marks_are_inside(text: str, expected: list[str]) -> None:
    words = split(text)
    inside = {QUOTES.index("double"), QUOTES.index("single")}
    assert [words.word(index) for index in range(len(words)) if words.features[index, 1] in inside] == expected


def test_starts_are_of_paragraphs_and_of_sentences() -> None:
    words = split("He left. She stayed.\n\n“It rains.” They went to the U.S. twice.")
    starts = {words.word(index): STARTS[words.features[index, 2]] for index in range(len(words))}
    assert {name: starts[name] for name in ("He", "She", "“", "They", "twice")} == {
        "He": "paragraph",
        "She": "sentence",
        "“": "paragraph",
        "They": "sentence",
        "twice": "inside",  # the stop of an abbreviation ends no sentence
    }


def test_covering_gives_the_words_that_a_span_touches() -> None:
    words = split("The foreign minister spoke.")
    assert words.covering(4, 20) == (1, 3)
    assert words.covering(6, 8) == (1, 2)
    assert words.covering(26, 27) == (4, 5)
    assert CASES[words.features[4, 0]] == "mark"


def test_a_stop_behind_a_closing_mark_ends_a_sentence_and_an_initials_does_not() -> None:
    words = split("He called it “over”. They met J. Smith (of Oslo). It rained.")
    assert [words.word(index) for index in range(len(words)) if STARTS[words.features[index, 2]] == "sentence"] == ["They", "It"]
