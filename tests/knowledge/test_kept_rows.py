"""Rows that were kept or dropped for what news means by them."""

import pytest

from dragoman.knowledge import Knowledge
from dragoman.knowledge.lexicon import tokens

STATES = [
    pytest.param("National Hurricane Center", "USA", "GOV", id="a weather service"),
    pytest.param("USGS", "USA", "GOV", id="a survey by its acronym"),
    pytest.param("Moderna", "USA", "BUS", id="a company"),
    pytest.param("The Times", "GBR", "MED", id="a newspaper by its short name"),
]


@pytest.mark.parametrize(("form", "state", "sector"), STATES)
def test_organisations_of_one_state(knowledge: Knowledge, form: str, state: str, sector: str) -> None:
    (body,) = knowledge.lexicon.body(form)
    assert (body.state, body.sector) == (state, sector)


def test_an_ordinary_word_is_no_state(knowledge: Knowledge) -> None:
    """Iceland's name for itself; "New England" is of the United States all the same."""
    assert knowledge.states("Island") == ()
    assert knowledge.states("New England") == ("USA",)


def test_an_empty_office_is_no_person(knowledge: Knowledge) -> None:
    names = {person.name for person in knowledge.persons}
    assert not names & {"Vacant", "Prime Minister of the United Arab Emirates"}


def test_fire_brigades_are_of_the_government(knowledge: Knowledge) -> None:
    titles = [knowledge.lexicon.title(form) for form in ("fire brigade", "emergency services", "meteorological service")]
    assert [title and title.sector for title in titles] == ["GOV", "GOV", "GOV"]


@pytest.mark.parametrize(("text", "outlets"), [("The National reported", ["The National"]), ("The national mood", [])])
def test_an_article_in_capitals_makes_no_name(knowledge: Knowledge, text: str, outlets: list[str]) -> None:
    assert [body.name for hit in knowledge.lexicon.hits(tokens(text)) for body in hit.bodies] == outlets
