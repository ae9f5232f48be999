"""What news names without explaining it: bodies, groups, media, parties by name; holders of offices on the day of the article alone."""

from __future__ import annotations

import pytest

from dragoman.knowledge import Knowledge
from dragoman.resolving import resolve
from tests.resolving.articles import record

NAMED = [
    pytest.param("The OSCE Minsk Group met.", "OSCE Minsk Group", "igo", None, "IGO", id="a format of mediators"),
    pytest.param("Talks of the Normandy Four failed.", "Normandy Four", "igo", None, "IGO", id="a format by its other name"),
    pytest.param("MONUSCO warned of attacks.", "MONUSCO", "igo", None, "IGO", id="a mission of peace by its acronym"),
    pytest.param("The G5 Sahel asked for money.", "G5 Sahel", "igo", None, "IGO", id="an alliance of states"),
    pytest.param("The FDLR attacked a village.", "FDLR", "group", "COD", "REB", id="an armed group"),
    pytest.param("JNIM claimed the attack.", "JNIM", "group", "MLI", "REB", id="an armed group by its acronym"),
    pytest.param("PA Media reported it.", "PA Media", "media", "GBR", "MED", id="a news agency of one state"),
    pytest.param("The Moscow Times reported it.", "The Moscow Times", "media", "RUS", "MED", id="a newspaper"),
    pytest.param("Georgian Dream rejected the bill.", "Georgian Dream", "organisation", "GEO", None, id="a party has no sector"),
    pytest.param("The Haitian National Police said so.", "Haitian National Police", "organisation", "HTI", "COP", id="a force"),
    pytest.param("Singapore voted. PAP won.", "PAP", "organisation", "SGP", None, id="an acronym of two, the party's state named"),
    pytest.param("Poland voted. PAP reported.", "PAP", "media", "POL", "MED", id="an acronym of two, the agency's state named"),
]


@pytest.mark.parametrize(("text", "name", "kind", "state", "sector"), NAMED)
def test_a_name_that_news_does_not_explain(
    knowledge: Knowledge, text: str, name: str, kind: str, state: str | None, sector: str | None
) -> None:
    (actor,) = resolve(record(text, name), knowledge).actors
    assert (actor.kind, actor.state, actor.sector) == (kind, state, sector)


HELD = [
    pytest.param("Ann Linde", "2021-05-01", "SWE", "Foreign Minister", id="a foreign minister"),
    pytest.param("Ann Linde", "2022-10-20", "SWE", None, id="two days after her term"),
    pytest.param("Sanna Marin", "2019-12-11", "FIN", "Prime Minister", id="the day after a prime minister was appointed"),
    pytest.param("Sanna Marin", "2019-12-09", "FIN", None, id="the day before"),
    pytest.param("Delfin Lorenzana", "2022-06-29", "PHL", "Defence Minister", id="a defence minister"),
    pytest.param("Delfin Lorenzana", "2022-07-01", "PHL", None, id="his successor's first day"),
    pytest.param("Takeo Akiba", "2022-03-07", "JPN", "National Security Advisor", id="a security adviser"),
    pytest.param("Takeo Akiba", "2021-07-06", "JPN", None, id="a security adviser on the eve"),
    pytest.param("Hirokazu Matsuno", "2022-03-07", "JPN", "Chief Cabinet Secretary", id="an office of one state"),
    pytest.param("Karim Khan", "2022-03-07", None, "Prosecutor", id="an official of a court is of no state"),
    pytest.param("Karim Khan", "2021-06-14", None, None, id="before he was sworn in"),
    pytest.param("Nayef al-Hajraf", "2021-06-01", None, "Secretary-General", id="the head of a body"),
    pytest.param("Nayef al-Hajraf", "2023-02-02", None, None, id="after his successor took over"),
    pytest.param("Věra Jourová", "2022-03-07", None, "Commissioner", id="one of several in an office"),
    pytest.param("Christopher Cavoli", "2022-07-03", None, None, id="the day before a change of command"),
    pytest.param("Christopher Cavoli", "2026-03-07", None, None, id="after the row was last seen"),
    pytest.param("Saleh al-Arouri", "2022-03-07", "PSE", None, id="a public figure without an office has no days"),
]


@pytest.mark.parametrize(("name", "date", "state", "role"), HELD)
def test_an_office_on_the_day_of_the_article_alone(knowledge: Knowledge, name: str, date: str, state: str | None, role: str | None) -> None:
    (actor,) = resolve(record(f"{name} spoke on the matter.", name, date=date), knowledge).actors
    assert (actor.state, actor.role) == (state, role)


def test_a_prime_minister_by_office_and_family_name_on_a_day(knowledge: Knowledge) -> None:
    """ "Prime Minister Marin" is Finland's while she is in office, and nobody before."""
    states = [
        resolve(record("Prime Minister Marin spoke.", "Prime Minister Marin", date=date), knowledge).actors[0].state
        for date in ("2022-03-07", "2018-03-07")
    ]
    assert states == ["FIN", None]


def test_one_person_in_two_offices_of_two_places_is_told_by_the_day(knowledge: Knowledge) -> None:
    """Josep Borrell was Spain's minister, then the Union's representative."""
    states = [
        resolve(record("Josep Borrell spoke.", "Josep Borrell", date=date), knowledge).actors[0].state
        for date in ("2019-03-07", "2022-03-07")
    ]
    assert states == ["ESP", None]


BODIES = [
    pytest.param("Pakistan waits. Khan spoke.", "Khan", "PAK", "Prime Minister", id="the state named, not the court's prosecutor"),
    pytest.param("ICC prosecutor Khan spoke. Pakistan waits.", "Khan", None, "ICC prosecutor", id="the body named"),
    pytest.param("Russell spoke.", "Russell", None, None, id="a fund's director by family name alone: open"),
    pytest.param("Brussels and Kyiv wait. Borrell spoke.", "Borrell", None, "High Representative", id="of a body that news knows"),
]


@pytest.mark.parametrize(("text", "name", "state", "role"), BODIES)
def test_a_family_name_alone_is_an_official_of_a_body_only_where_it_can_be(
    knowledge: Knowledge, text: str, name: str, state: str | None, role: str | None
) -> None:
    (actor,) = resolve(record(text, name), knowledge).actors
    assert (actor.state, actor.role) == (state, role)


def test_a_monarch_by_name_and_number(knowledge: Knowledge) -> None:
    """Of no state that the article names, and after the reign as well."""
    (actor,) = resolve(record("Elizabeth II had died.", "Elizabeth II", date="2022-09-10"), knowledge).actors
    assert (actor.state, actor.wikidata) == ("GBR", "Q9682")


def test_the_president_of_the_assembly_is_not_the_minister_of_that_name(knowledge: Knowledge) -> None:
    text = "The President of the General Assembly, Miroslav Lajčák, spoke."
    (actor,) = resolve(record(text, "Miroslav Lajčák", date="2018-09"), knowledge).actors
    assert (actor.state, actor.sector, actor.note) == (None, "IGO", None)
