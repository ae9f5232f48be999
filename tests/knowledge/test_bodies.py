"""Organisations are found by name and acronym; who was a member of one on a date is yes, maybe, no, or None where nothing is known."""

from __future__ import annotations

import pytest

from dragoman.knowledge import Knowledge
from dragoman.knowledge.dates import MAYBE, NO, YES

FOUND = [
    pytest.param("NATO", "NATO", "igo", None, "IGO", id="acronym"),
    pytest.param("Organization of Islamic Cooperation", "OIC", "igo", None, "IGO", id="American spelling"),
    pytest.param("U.N. Security Council", "UNSC", "igo", None, "IGO", id="organ"),
    pytest.param("the Taliban", "group/taliban", "group", "AFG", "REB", id="armed group with article"),
    pytest.param("Da’esh", "group/islamic-state", "group", None, "UAF", id="armed group of no state"),
    pytest.param("Pentagon", "USA/department-of-defense", "organisation", "USA", "MIL", id="a ministry by its building"),
    pytest.param("FBI", "USA/federal-bureau-of-investigation", "organisation", "USA", "COP", id="agency"),
    pytest.param("VOA", "media/voa", "media", "USA", "MED", id="broadcaster"),
    pytest.param("Reuters", "media/reuters", "media", None, "MED", id="an agency of the world acts for no state"),
    pytest.param("Dawn", "media/dawn", "media", "PAK", "MED", id="newspaper"),
    pytest.param("PML-N", "PAK/pakistan-muslim-league-nawaz", "organisation", "PAK", None, id="party by acronym with a hyphen"),
]


@pytest.mark.parametrize(("form", "id", "actor", "state", "sector"), FOUND)
def test_an_organisation_by_name(knowledge: Knowledge, form: str, id: str, actor: str, state: str | None, sector: str | None) -> None:
    assert [(body.id, body.actor, body.state, body.sector) for body in knowledge.lexicon.body(form)] == [(id, actor, state, sector)]


MEMBERS = [
    pytest.param("UNSC", "IND", "2022-02-25", YES, id="elected member"),
    pytest.param("UNSC", "PAK", "2022-02-25", NO, id="not a member that year"),
    pytest.param("UNSC", "RUS", "2022-02-25", YES, id="permanent member"),
    pytest.param("NATO", "FIN", "2023-04-03", NO, id="the day before joining"),
    pytest.param("NATO", "FIN", "2023-04-05", YES, id="the day after joining"),
    pytest.param("NATO", "FIN", "2023-04", MAYBE, id="the month of joining"),
    pytest.param("EU", "GBR", "2019-06-01", YES, id="before leaving"),
    pytest.param("EU", "GBR", "2020-06-01", NO, id="after leaving"),
    pytest.param("NATO", "USA", "1960", YES, id="a founder, years only"),
    pytest.param("NATO", "USA", "2031-01-01", None, id="beyond what the sources say"),
    pytest.param("G8", "RUS", "2010-01-01", None, id="a body without kept members"),
    pytest.param("NATO", "USA", None, None, id="no date"),
]


@pytest.mark.parametrize(("body", "iso3", "date", "verdict"), MEMBERS)
def test_membership_on_a_date(knowledge: Knowledge, body: str, iso3: str, date: str | None, verdict: str | None) -> None:
    assert knowledge.membership(body, iso3, date) == verdict


def test_the_security_council_has_five_permanent_and_ten_elected_members(knowledge: Knowledge) -> None:
    """Fifteen seats since 1966, six elected ones before."""
    assert len(knowledge.members("UNSC", "2022-03-07")) == 15
    assert len(knowledge.members("UNSC", "1950-03-07")) == 11


SECTORS = [
    pytest.param("lawmakers", "LEG", id="plural"),
    pytest.param("protesters", "CVL", id="crowd"),
    pytest.param("army", "MIL", id="force"),
    pytest.param("police chief", "COP", id="two words"),
    pytest.param("foreign minister", "GOV", id="office"),
    pytest.param("opposition leader", "OPP", id="opposition"),
    pytest.param("rebels", "REB", id="rebels"),
    pytest.param("gunmen", "UAF", id="unidentified armed"),
    pytest.param("journalists", "MED", id="the agent file's JRN is MED"),
    pytest.param("surgeon", "CVL", id="the agent file's MED, medical people, is CVL"),
    pytest.param("supreme court", "JUD", id="court"),
    pytest.param("archbishop", "REL", id="clergy"),
    pytest.param("spokesman", None, id="a spokesman's sector is that of whom he speaks for"),
]


@pytest.mark.parametrize(("words", "sector"), SECTORS)
def test_a_role_has_its_sector(knowledge: Knowledge, words: str, sector: str | None) -> None:
    title = knowledge.lexicon.title(words)
    assert title is not None
    assert title.sector == sector
