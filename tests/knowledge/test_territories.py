"""A form of a territory's name gives the one state that it means in running text, both where it means two, nothing where none."""

from __future__ import annotations

import pytest

from dragoman.knowledge import Knowledge

FORMS = [
    pytest.param("Pakistan", ("PAK",), id="name"),
    pytest.param("the Russian Federation", ("RUS",), id="official name, with article"),
    pytest.param("Türkiye", ("TUR",), id="new name"),
    pytest.param("Turkey", ("TUR",), id="old name"),
    pytest.param("Côte d’Ivoire", ("CIV",), id="accents and a curly apostrophe"),
    pytest.param("U.S.", ("USA",), id="dotted abbreviation"),
    pytest.param("us", (), id="the pronoun is not the United States"),
    pytest.param("British", ("GBR",), id="adjective"),
    pytest.param("Emirati", ("ARE",), id="adjective that the name does not hold"),
    pytest.param("Poles", ("POL",), id="people"),
    pytest.param("Islamabad", ("PAK",), id="capital"),
    pytest.param("Kiev", ("UKR",), id="capital, older spelling"),
    pytest.param("Washington", ("USA",), id="capital without its district"),
    pytest.param("Kremlin", ("RUS",), id="seat"),
    pytest.param("Downing Street", ("GBR",), id="seat of two words"),
    pytest.param("Foggy Bottom", ("USA",), id="seat of a ministry"),
    pytest.param("Bankova", ("UKR",), id="seat from the given table"),
    pytest.param("Soviet Union", ("SUN",), id="former state"),
    pytest.param("Czechoslovak", ("CSK",), id="adjective of a former state"),
    pytest.param("Kosovo", ("XKX",), id="the code in general use, not the given UNK"),
    pytest.param("Dominican", ("DMA", "DOM"), id="two states: both"),
    pytest.param("male", (), id="the word, not Malé"),
    pytest.param("Congo", (), id="two states, left open"),
    pytest.param("Seoul", ("KOR",), id="capital of a state with a compass point"),
    pytest.param("Karachi", ("PAK",), id="city"),
    pytest.param("Hyderabad", (), id="a city of two states"),
    pytest.param("Atlantis", (), id="unknown"),
]


@pytest.mark.parametrize(("form", "states"), FORMS)
def test_a_form_means_its_states(knowledge: Knowledge, form: str, states: tuple[str, ...]) -> None:
    assert tuple(sorted(knowledge.states(form))) == states


def test_a_former_state_has_its_years(knowledge: Knowledge) -> None:
    soviet = knowledge.territory("SUN")
    assert soviet is not None
    assert (soviet.kind, soviet.since, soviet.until, soviet.cow) == ("former", "1922-12-30", "1991-12-26", 365)


def test_every_member_of_the_united_nations_has_a_capital_an_adjective_and_a_name(knowledge: Knowledge) -> None:
    members = {row.iso3 for row in knowledge.territories if row.kind == "member"}
    assert len(members) == 193
    uses = {(row.iso3, row.use) for row in knowledge.names}
    assert {iso3 for iso3 in members if (iso3, "name") not in uses} == set()
    # the capitals whose names mean something else in news are dropped, each with its reason in territories.yaml
    assert {iso3 for iso3 in members if (iso3, "capital") not in uses} <= {"BEL", "CHL", "CRI", "GUY", "MDV", "SYC", "VCT"}
    assert {iso3 for iso3 in members if not {(iso3, "adjective"), (iso3, "people")} & uses} == set()
