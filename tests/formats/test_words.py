"""What several formats say in words: dates, quotations, the outline, counts, tables."""

from __future__ import annotations

import dataclasses

import pytest

from dragoman.formats import dates, tables
from dragoman.formats.outline import counts, outline, paragraphs, percent, quotation
from dragoman.formats.quads import QUADS, quad
from dragoman.values import Span, Statement, Vote
from tests.formats.sample import RECORD, article, span

DATES = [
    (None, None, ""),
    ("2022", None, "2022"),
    ("2022-03", None, "March 2022"),
    ("2022-03-07", None, "7 March 2022"),
    ("2022-02-28", "2022-03-06", "28 February to 6 March 2022"),
    ("2021-12-28", "2022-01-03", "28 December 2021 to 3 January 2022"),  # the year is said twice where it changes
    ("2022-03-07", "2022-03-07", "7 March 2022"),
    ("2021", "2022", "2021 to 2022"),
    ("2022-13", None, "2022-13"),  # no such month: given back as it is
    ("spring", None, "spring"),
]


@pytest.mark.parametrize(("date", "until", "expected"), DATES)
def test_dates(date: str | None, until: str | None, expected: str) -> None:
    assert dates.words(date, until) == expected


def test_short_dates() -> None:
    assert dates.short("2022-02-28", "2022-03-06") == "28 Feb to 6 Mar 2022"


QUOTATIONS = [
    ("said “no” twice", ["said “no” twice"], "mixed", "said “no” twice"),
    ("We go. We stay.", ["We go.", "We stay."], "direct", "“We go.” … “We stay.”"),
    ("“We go,”", ["“We go,”"], "direct", "“We go,”"),  # brings its own marks
    ("“No” is what he said", ["“No” is what he said"], "direct", "““No” is what he said”"),  # marks within are not marks around
    ("a “very good” day", ["a “very good"], "mixed", "a “very good”"),  # the closing mark just behind belongs to it
    ('calls it "a coup." Then', ['calls it "a coup'], "mixed", 'calls it "a coup."'),  # with the stop inside it
    ("“very good” days", ["very good” days"], "mixed", "“very good” days"),  # the opening mark just before too
    ("an open “quote goes on", ["an open “quote"], "mixed", "an open “quote"),  # where there is none, none is made up
    ("plain words", ["plain words"], "indirect", "plain words"),
]


@pytest.mark.parametrize(("text", "pieces", "manner", "expected"), QUOTATIONS)
def test_quotation_shows_the_words_of_the_article(text: str, pieces: list[str], manner: str, expected: str) -> None:
    content = tuple(span(piece, text=text) for piece in pieces)
    record = dataclasses.replace(RECORD, article=article(text))
    assert quotation(record, Statement("s1", None, (), None, None, content, manner, "assert")) == expected


def test_paragraphs() -> None:
    assert paragraphs(" one\ttwo \n\n three\nfour ") == ["one two", "three", "four"]


def test_outline_shows_every_statement_once_and_inner_under_outer() -> None:
    assert [(entry.statement.id, entry.depth) for entry in outline(RECORD)] == [("s1", 0), ("s2", 1), ("s3", 0), ("s4", 0), ("s5", 0)]


CIRCLES = [
    ({"s1": "s2", "s2": "s1"}, ["s3", "s4", "s5", "s1", "s2"]),  # each within the other
    ({"s1": "s1"}, ["s3", "s4", "s5", "s1", "s2"]),  # within itself, and its inner one goes with it
    ({"s1": "gone"}, ["s1", "s2", "s3", "s4", "s5"]),  # within what is not there
]


@pytest.mark.parametrize(("within", "order"), CIRCLES)
def test_outline_of_broken_nesting_still_shows_every_statement_once(within: dict[str, str], order: list[str]) -> None:
    statements = tuple(dataclasses.replace(entry, within=within.get(entry.id, entry.within)) for entry in RECORD.statements)
    assert [entry.statement.id for entry in outline(dataclasses.replace(RECORD, statements=statements))] == order


def test_counts_name_what_there_is() -> None:
    assert counts(RECORD) == ["5 statements by 4 sources", "3 events", "1 vote", "1 tie"]
    assert counts(dataclasses.replace(RECORD, statements=(), events=(), votes=(), ties=())) == ["0 statements"]


@pytest.mark.parametrize(("confidence", "expected"), [(0.97, "97%"), (0.5, "50%"), (0.499, "doubtful, 50%"), (0.0, "doubtful, 0%")])
def test_low_confidence_is_said(confidence: float, expected: str) -> None:
    assert percent(confidence) == expected


VOTERS = [
    (("a5",), 34, "host state and 34 others"),
    (("a5",), 1, "host state and 1 other"),
    (("a5", "a6"), 2, "host state, coastal state and 2 others"),
    (("a5", "a6"), None, "host state and coastal state"),
    ((), 141, "141 voters"),
    ((), None, "–"),
]


@pytest.mark.parametrize(("named", "others", "expected"), VOTERS)
def test_voters(named: tuple[str, ...], others: int | None, expected: str) -> None:
    vote = Vote("v1", "UNGA", None, named, "yes", others, "actual", None, None, None, Span(0, 1, "T"), 0.9)
    assert tables.voters(RECORD, vote) == expected


def test_each_of_the_sixteen_types_has_one_quad_class_with_a_mark_of_its_own() -> None:
    types = [name for entry in QUADS for name in entry.types]
    assert len(types) == len(set(types)) == 16
    assert len({entry.mark for entry in QUADS}) == 4
    assert quad("NO SUCH TYPE").key == "other"
