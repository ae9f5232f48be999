"""An office on a date is held by whom the tables surely have there; after a row was last seen nobody is named."""

from __future__ import annotations

import pytest

from dragoman.knowledge import Knowledge, dates

HOLDERS = [
    pytest.param("RUS", "foreign_minister", "2022-03-07", ["Sergei Lavrov"], id="a day within the term"),
    pytest.param("PAK", "prime_minister", "2022-04", ["Imran Khan", "Shehbaz Sharif"], id="a month with a change: both, neither sure"),
    pytest.param("PAK", "prime_minister", "2022-04-09", ["Imran Khan"], id="the day before the change"),
    pytest.param("GBR", "prime_minister", "2022-10-24", ["Liz Truss"], id="day precision"),
    pytest.param("GBR", "foreign_minister", "2026-05-01", [], id="after last seen: unknown, never the last holder"),
    pytest.param("FRA", "president", "2026-05-01", ["Emmanuel Macron"], id="seen again by the snapshot of 2026"),
    pytest.param("USA", "president", "1961-06-01", ["John F. Kennedy"], id="long ago"),
    pytest.param("JPN", "foreign_minister", "1950-01-01", [], id="before the tables begin"),
    pytest.param("UN", "secretary_general", "2022-03-07", ["António Guterres"], id="an office of a body"),
    pytest.param("NATO", "secretary_general", "2014-06-01", ["Anders Fogh Rasmussen"], id="an office of an alliance"),
    pytest.param("GCC", "secretary_general", "2021-06-01", ["Nayef Falah Al-Hajraf"], id="an office of a body of three capitals"),
    pytest.param("MDA", "prime_minister", "2021-03-01", [], id="between two governments: nobody"),
    pytest.param("SAU", "monarch", "2026-08-22", [], id="the wrong row of the snapshot is dropped, and the King was last seen before"),
    pytest.param("USA", "president", None, [], id="no date: nobody"),
]


@pytest.mark.parametrize(("place", "office", "date", "names"), HOLDERS)
def test_holders_on_a_date(knowledge: Knowledge, place: str, office: str, date: str | None, names: list[str]) -> None:
    held = [knowledge.person(held.holding.person) for held in knowledge.holders(place, office, date)]
    assert sorted(person.name for person in held if person) == names


def test_a_year_alone_is_never_sure_at_its_ends(knowledge: Knowledge) -> None:
    """Leaders of 2021–22 come with years: in the year of a change both may have held the office."""
    held = knowledge.holders("KNA", "prime_minister", "2022-03-07")
    assert {held.certainty for held in held} == {dates.MAYBE}


PEOPLE = [
    pytest.param("Sergey Lavrov", ["RUS/sergei-lavrov"], id="another transliteration"),
    pytest.param("Joseph R. Biden, Jr.", ["USA/joe-biden"], id="nickname, initial and suffix"),
    pytest.param("George W. Bush", ["USA/george-w-bush"], id="initials tell father and son apart"),
    pytest.param("Kishida Fumio", ["JPN/fumio-kishida"], id="family name first"),
    pytest.param("Recep Tayyip Erdogan", ["TUR/recep-tayyip-erdogan"], id="without accents"),
    pytest.param("Abdullah II", ["JOR/abdullah-ii"], id="a monarch by name and number"),
    pytest.param("Lavrov", [], id="a family name alone is no full name"),
    pytest.param("Peter Lavrov III", [], id="a number behind another's name"),
    pytest.param("Ivan Lavrov", [], id="another given name is another person"),
]


@pytest.mark.parametrize(("name", "ids"), PEOPLE)
def test_people_by_full_name(knowledge: Knowledge, name: str, ids: list[str]) -> None:
    assert [person.id for person in knowledge.people(name)] == ids


def test_a_family_name_gives_all_who_bear_it(knowledge: Knowledge) -> None:
    assert {"PAK/imran-khan", "GBR/sadiq-khan"} <= {person.id for person in knowledge.family("Khan")}
    assert "PRK/kim-jong-un" in {person.id for person in knowledge.family("Kim")}
    assert "PRK/kim-jong-un" not in {person.id for person in knowledge.family("Jong")}


DURING = [
    pytest.param("2022-03-07", "2021", "2023", dates.YES, id="between two years"),
    pytest.param("2022-03-07", "2022", None, dates.MAYBE, id="in the year of the start"),
    pytest.param("2022", "2021-05-01", "2022-06-30", dates.MAYBE, id="a year that is not wholly inside"),
    pytest.param("2022-06-30", "2021-05-01", "2022-06-30", dates.YES, id="the last day counts"),
    pytest.param("2022-07-01", "2021-05-01", "2022-06-30", dates.NO, id="the day after does not"),
    pytest.param("2021-04", "2021-05-01", "2022-06-30", dates.NO, id="the month before does not"),
    pytest.param("2022-02", "2022-02-28", "2022-03", dates.MAYBE, id="a month in which it begins"),
]


@pytest.mark.parametrize(("date", "since", "until", "verdict"), DURING)
def test_stretches_of_time_known_to_the_day_month_or_year(date: str, since: str, until: str | None, verdict: str) -> None:
    assert dates.during(date, since, until) == verdict
