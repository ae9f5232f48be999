"""The check names what is wrong: a dangling reference, two holders of one seat, an end before a beginning."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.knowledge import Knowledge
from dragoman.knowledge.checks import overlap, problems
from dragoman.knowledge.facts import Holding, Name


def held(person: str, since: str, until: str | None, last_seen: str | None = None) -> Holding:
    return Holding(person, "GBR", "prime_minister", None, since, until, None, last_seen, "kept")


PAIRS = [
    pytest.param(("2016-07-13", "2019-07-24"), ("2019-07-24", "2022-09-06"), False, id="a day of change is no overlap"),
    pytest.param(("2016-07-13", "2019-07-25"), ("2019-07-24", "2022-09-06"), True, id="two days are"),
    pytest.param(("2018", "2022"), ("2022", "2023"), False, id="years that touch may not overlap"),
    pytest.param(("2018", "2022"), ("2021-01-01", "2023"), True, id="a year that surely does"),
]


@pytest.mark.parametrize(("one", "other", "expected"), PAIRS)
def test_two_holders_overlap_only_where_it_is_sure(one: tuple[str, str], other: tuple[str, str], expected: bool) -> None:
    assert overlap(held("a", *one), held("b", *other)) is expected


WRONG = [
    pytest.param("holdings", held("GBR/theresa-may", "2020-01-01", "2020-02-01"), "held it at once", id="two holders"),
    pytest.param("holdings", held("GBR/nobody", "1900-01-01", "1901-01-01"), "no person", id="dangling person"),
    pytest.param("holdings", held("GBR/theresa-may", "1901-01-01", "1900-01-01"), "ends before it begins", id="backwards"),
    pytest.param("names", Name("Ruritania", "RUR", "name", None, "kept"), "no territory", id="dangling territory"),
    pytest.param("names", Name("Albion", "GBR", "name", None, "hearsay"), "no source", id="dangling source"),
]


@pytest.mark.parametrize(("table", "row", "message"), WRONG)
def test_the_check_names_the_contradiction(knowledge: Knowledge, table: str, row: object, message: str) -> None:
    worse = replace(knowledge, **{table: (*getattr(knowledge, table), row)})
    found = problems(worse)
    assert found
    assert all(message in line for line in found)
