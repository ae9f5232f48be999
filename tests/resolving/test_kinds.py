"""What kind of actor a name is: what is known of it, else what it was read as, unless its words say that this cannot be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.knowledge import Knowledge
from dragoman.resolving import resolve
from dragoman.values import Place, Record, Span
from tests.resolving.articles import record

READ = [
    # name, read as, kind
    pytest.param("Mr. Sanders", "group", "person", id="an honorific is a person's, plural or not"),
    pytest.param("Islamic Organization for Food Security", "group", "organisation", id="a name's head noun outweighs the reader"),
    pytest.param("protest leaders", "group", "group", id="a description stays what it was read as"),
    pytest.param("international community", "person", "group", id="a noun of many"),
    pytest.param("probe", "person", "group", id="a noun of no person"),
    pytest.param("transcript of the show", "person", "media", id="a document"),
    pytest.param("survey published by a society", "person", "media", id="a document, said by whom"),
    pytest.param("army", "person", "organisation", id="a body that is a title too"),
    pytest.param("three NSAs", "person", "group", id="counted"),
    pytest.param("one user", "person", "person", id="a noun of one person"),
    pytest.param("his surviving father", "person", "person", id="a participle before the noun"),
    pytest.param("source familiar with the talks", "person", "person", id="an adjective behind the noun"),
    pytest.param("witness interviewed by police", "person", "person", id="a participle behind the noun"),
    pytest.param("Utopian Academy of Sciences", "person", "organisation", id="an organisation's full name"),
    pytest.param("mayor of London", "person", "person", id="a title"),
    pytest.param("Al Jazeera", "person", "media", id="a known outlet"),
    pytest.param("al-Qaida", "person", "group", id="a known group"),
    pytest.param("other countries", "organisation", "group", id="bodies in the plural are no one organisation"),
    pytest.param("federal agencies", "media", "group", id="nor one outlet"),
    pytest.param("its neighbor", "person", "group", id="what a state has beside it is no person"),
    pytest.param("his neighbor", "person", "person", id="but what a person has"),
    pytest.param("FBI", "person", "organisation", id="a known acronym"),
    pytest.param("Ford", "person", "person", id="a company's name that a person may have"),
    pytest.param("Kompas, a newspaper of Jakarta", "person", "media", id="known by the name before its apposition"),
]


@pytest.mark.parametrize(("name", "read", "kind"), READ)
def test_kind_of_what_was_read(knowledge: Knowledge, name: str, read: str, kind: str) -> None:
    given = record(f"Then {name} spoke.", name)
    given = replace(given, actors=tuple(replace(actor, kind=read) for actor in given.actors))
    once = resolve(given, knowledge)
    assert [actor.kind for actor in once.actors] == [kind]
    assert resolve(once, knowledge) == once


PLACES = [
    # name, kind, state
    pytest.param("Texas", "organisation", "USA", id="a division acts through its authorities"),
    pytest.param("Gdynia", "organisation", "POL", id="a town does"),
    pytest.param("Black Sea", "group", None, id="a water is nobody of one state"),
    pytest.param("Middle East", "group", None, id="a region of several states"),
    pytest.param("Qwxz Square", "group", None, id="a place that no table has"),
    pytest.param("Norway", "state", "NOR", id="a state"),
    pytest.param("uk", "group", None, id="a word without a capital is no town, though there is an Uk in Siberia"),
]


def placed(given: Record, *names: str) -> Record:
    """The record with these names read as places, wherever they stand, and actors of these names read as the reader reads places."""
    text = given.article.text
    spans = [Span.of(text, at, at + len(name)) for name in names for at in range(len(text)) if text.startswith(name, at)]
    actors = tuple(replace(actor, kind="group") if actor.name in names else actor for actor in given.actors)
    return replace(given, actors=actors, places=tuple(Place(span, None, None, None, None) for span in sorted(spans)))


@pytest.mark.parametrize(("name", "kind", "state"), PLACES)
def test_a_place_is_never_a_person(knowledge: Knowledge, name: str, kind: str, state: str | None) -> None:
    once = resolve(placed(record(f"Nobody knew why {name} had agreed.", name), name), knowledge)
    assert [(actor.kind, actor.state) for actor in once.actors] == [(kind, state)]
    assert resolve(once, knowledge) == once


def test_one_read_as_a_person_stays_one_though_a_place_has_the_name(knowledge: Knowledge) -> None:
    given = placed(record("Ms. Houston spoke in Houston.", "Houston"), "Houston")
    person = replace(given, actors=tuple(replace(actor, kind="person") for actor in given.actors))
    assert [actor.kind for actor in resolve(person, knowledge).actors] == ["person"]


def test_places_count_for_what_the_article_is_about(knowledge: Knowledge) -> None:
    text = "Zakopane mourned. Augustów mourned, and Sopot. Ustka waited. Police spoke."
    towns = ("Zakopane", "Augustów", "Sopot", "Ustka")
    assert resolve(record(text, "Police"), knowledge).actors[0].state is None
    assert resolve(placed(record(text, "Police"), *towns), knowledge).actors[0].state == "POL"


def test_a_place_that_is_a_states_name_is_not_counted_twice(knowledge: Knowledge) -> None:
    text = "Norway, Sweden and Norway again. Sweden, Gothenburg and Malmö. Police spoke."
    given = placed(record(text, "Police"), "Norway", "Sweden", "Gothenburg", "Malmö")
    assert resolve(given, knowledge).actors[0].state == "SWE"
