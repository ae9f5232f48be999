"""Who somebody is follows from offices on the day of the article; words win over knowledge, and two candidates stay open."""

from __future__ import annotations

import pytest

from dragoman.knowledge import Knowledge
from dragoman.resolving import resolve
from tests.resolving.articles import record

IDENTITIES = [
    pytest.param(
        "Russian Foreign Minister Sergei Lavrov spoke.", "Sergei Lavrov", "2022-03-07", "RUS", "Q58217", "both", id="words and office agree"
    ),
    pytest.param("Sergei Lavrov spoke.", "Sergei Lavrov", "2022-03-07", "RUS", "Q58217", "knowledge", id="full name alone"),
    pytest.param(
        "Moscow waits. Lavrov spoke.", "Lavrov", "2022-03-07", "RUS", "Q58217", "knowledge", id="family name, in office, state named"
    ),
    pytest.param(
        "America waits. Pence spoke.", "Pence", "2015-06-01", "USA", None, "knowledge", id="a family name, two years before office"
    ),
    pytest.param("America waits. Pence spoke.", "Pence", "1996-06-01", None, None, None, id="a family name, twenty years before"),
    pytest.param("America waits. Captain Pence spoke.", "Pence", "2015-06-01", None, None, None, id="with a title of another"),
    pytest.param(
        "Prime Minister Kishida spoke.",
        "Prime Minister Kishida",
        "2023-11-16",
        "JPN",
        "Q359480",
        "knowledge",
        id="office, family name, day",
    ),
    pytest.param("Minister Kishida spoke.", "Kishida", "2023-11-16", None, None, None, id="with another office: open"),
    pytest.param("Prime Minister Kishida spoke.", "Kishida", "2020-11-16", None, None, None, id="on a day before he had it: open"),
    pytest.param("Lavrov spoke.", "Lavrov", "2022-03-07", None, None, None, id="family name, no state named: open"),
    pytest.param("Moscow waits. Lavrov spoke.", "Lavrov", "2003-03-07", None, None, None, id="family name before the term: open"),
    pytest.param("Canadian researcher Sergei Lavrov spoke.", "Sergei Lavrov", "2022-03-07", "CAN", None, "words", id="words win"),
    pytest.param(
        "Russia waited. President Truman spoke. America did.",
        "President Truman",
        "2016-01-01",
        "USA",
        "Q11613",
        "knowledge",
        id="a past president by title and family name",
    ),
    pytest.param(
        "Foreign Minister George Bush spoke in the United States.", "Bush", None, None, None, None, id="no date, family name: open"
    ),
]


@pytest.mark.parametrize(("text", "name", "date", "state", "wikidata", "basis"), IDENTITIES)
def test_identity_by_name_and_day(
    knowledge: Knowledge, text: str, name: str, date: str | None, state: str | None, wikidata: str | None, basis: str | None
) -> None:
    (actor,) = resolve(record(text, name, date=date), knowledge).actors
    assert (actor.state, actor.wikidata, actor.basis) == (state, wikidata, basis)


def test_disagreement_is_noted(knowledge: Knowledge) -> None:
    (actor,) = resolve(record("Canadian researcher Sergei Lavrov spoke.", "Sergei Lavrov"), knowledge).actors
    assert actor.note == "the article says Canada, knowledge has Sergei Lavrov, Russia"


def test_a_former_minister_whom_the_table_has_in_office_is_former(knowledge: Knowledge) -> None:
    """The words win, and the note says that knowledge has it otherwise."""
    (actor,) = resolve(record("Former Russian foreign minister Sergei Lavrov spoke.", "Sergei Lavrov"), knowledge).actors
    assert (actor.role, actor.state, actor.basis) == ("Former Russian foreign minister", "RUS", "words")
    assert actor.note == "the article says former, knowledge has Sergei Lavrov in office on that day"


CANDIDATES = [
    pytest.param(
        "Britain and America met. Johnson spoke.",
        "Johnson",
        "2017-01-10",
        "Boris Johnson (United Kingdom), Jeh Johnson (United States)",
        id="two states",
    ),
    pytest.param(
        "North Korea waited. Kim spoke.", "Kim", "2022-03-07", "Kim Jong-un (North Korea), Kim Tok-hun (North Korea)", id="of one state"
    ),
]


@pytest.mark.parametrize(("text", "name", "date", "candidates"), CANDIDATES)
def test_two_candidates_stay_open_and_the_note_names_them(knowledge: Knowledge, text: str, name: str, date: str, candidates: str) -> None:
    (actor,) = resolve(record(text, name, date=date), knowledge).actors
    assert (actor.state, actor.wikidata, actor.basis) == (None, None, None)
    assert actor.note == f"could be {candidates}"


def test_one_of_a_family_name_in_office_is_meant_where_the_other_was_not_yet(knowledge: Knowledge) -> None:
    text = "The United States and the United Kingdom met. Johnson spoke."
    (actor,) = resolve(record(text, "Johnson", date="2014-07-01"), knowledge).actors
    assert (actor.state, actor.role, actor.basis) == ("USA", "Secretary of Homeland Security", "knowledge")


def test_the_role_is_the_office_of_that_day_where_the_words_are_bare(knowledge: Knowledge) -> None:
    (actor,) = resolve(record("The U.S. waits. The Pakistani leader, Imran Khan, left.", "Imran Khan"), knowledge).actors
    assert (actor.role, actor.state, actor.basis) == ("Prime Minister", "PAK", "both")


def test_after_last_seen_the_office_is_unknown_but_not_the_person(knowledge: Knowledge) -> None:
    (actor,) = resolve(record("David Lammy spoke.", "David Lammy", date="2026-07-01"), knowledge).actors
    assert (actor.state, actor.role) == ("GBR", None)


def test_an_assistant_belongs_to_the_state_of_whom_he_serves(knowledge: Knowledge) -> None:
    text = "Pakistani Prime Minister Imran Khan left. Raoof Hasan, special assistant to Khan, wrote so."
    resolved = resolve(record(text, "Imran Khan = Khan", "Raoof Hasan"), knowledge)
    assert [actor.state for actor in resolved.actors] == ["PAK", "PAK"]


def test_a_persons_own_team_belongs_to_the_persons_state(knowledge: Knowledge) -> None:
    text = "The Libyan leader Muammar Gaddafi fell. Gaddafi’s regime was gone."
    resolved = resolve(record(text, "Muammar Gaddafi", "Gaddafi’s regime", date="2016-03-10"), knowledge)
    assert [actor.state for actor in resolved.actors] == ["LBY", "LBY"]


def test_the_title_of_the_article_counts(knowledge: Knowledge) -> None:
    given = record(
        "We condemn it. The United States and Iran will meet.", "Emily Horne", title="Statement by US NSC Spokesperson Emily Horne"
    )
    (actor,) = resolve(given, knowledge).actors
    assert (actor.state, actor.sector) == ("USA", "GOV")


PUBLISHED = [
    pytest.param("Ambassador Barbara Leaf travels to Israel.", "Barbara Leaf", "USA", id="its own officials go unplaced"),
    pytest.param(
        "We met Israeli Minister Ron Der and First Lady Ann Der.", "Ann Der", None, id="but not where another state was named before"
    ),
    pytest.param("We will bring our nationals home from Sudan.", "our nationals", "USA", id="the first person"),
    pytest.param("We thank our allies in Europe.", "our allies", None, id="our allies are not ours"),
]


@pytest.mark.parametrize(("text", "name", "state"), PUBLISHED)
def test_what_an_organ_of_state_publishes(knowledge: Knowledge, text: str, name: str, state: str | None) -> None:
    (actor,) = resolve(record(text, name, outlet="The White House"), knowledge).actors
    assert actor.state == state
