"""Hand-kept holders that cannot be fail the build; a body is no state though its id may look like one."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import KnowledgeError
from dragoman.knowledge import Knowledge
from dragoman.knowledge.build import sightings
from dragoman.knowledge.build.holders import contradictions
from dragoman.knowledge.build.inputs import Inputs

PLACES = {"SWE", "GCC", "EUCOM"}


def inputs(place: str, office: str, *rows: str) -> Inputs:
    file = {"last_seen": "2025-01-21", "rows": {place: {office: list(rows)}}}
    return Inputs(Path("nowhere"), {"holders_test": file, "media": {"rows": {}}})


LINDE, BILLSTROM = "Ann Linde | 2019-09-10 | 2022-10-18 | |", "Tobias Billström | 2022-10-18 | | |"
WRONG = [
    pytest.param("SWE", "foreign_minister", [LINDE, BILLSTROM], [], id="one after the other"),
    pytest.param("SWE", "foreign_minister", [LINDE, "Tobias Billström | 2022-10-16 | | |"], ["held it at once"], id="two days of two"),
    pytest.param(
        "SWE", "foreign_minister", [LINDE, "Tobias Billström | 2022 | | |"], [], id="a year that may have begun after the other's end"
    ),
    pytest.param("SWE", "foreign_minister", [LINDE, "Ann Linde | 2021-01-01 | | |"], ["held it at once"], id="one person twice"),
    pytest.param("SWE", "foreign_minister", ["Ann Linde | 2019-09-10 | 2018-10-18 | |"], ["ends before it begins"], id="backwards"),
    pytest.param(
        "SWE", "foreign_minister", ["Ann Linde | 2026-01-01 | | |"], ["ends before it begins"], id="begins after the file was written"
    ),
    pytest.param("SWE", "foreign_minister", ["Ann Linde | 10 September 2019 | | |"], ["is no date"], id="a date in words"),
    pytest.param("SWE", "foreign_minister", ["Ann Linde | 2019-13 | | |"], ["is no date"], id="a thirteenth month"),
    pytest.param("SWE", "foreign_minister", ["Ann Linde | | 2022-10-18 | |"], ["since when"], id="without a beginning"),
    pytest.param("SWD", "foreign_minister", [LINDE], ["no territory or body 'SWD'"], id="a state that is none"),
    pytest.param("EUCOM", "commissioner", ["A | 2019 | 2024 | |", "B | 2019 | 2024 | |"], [], id="an office that several have"),
    pytest.param(
        "EUCOM", "commissioner", ["A | 2019 | 2024 | |", "A | 2020 | 2023 | |"], ["held it at once"], id="the same one twice in it"
    ),
]


@pytest.mark.parametrize(("place", "office", "rows", "messages"), WRONG)
def test_a_kept_holder_that_cannot_be_is_named(place: str, office: str, rows: list[str], messages: list[str]) -> None:
    found = contradictions(sightings.kept(inputs(place, office, *rows)), PLACES)
    assert len(found) == len(messages)
    assert all(message in line for message, line in zip(messages, found, strict=True))


@pytest.mark.parametrize("row", ["Ann Linde | 2019-09-10 | 2022-10-18", " | 2019-09-10 | | |", "Ann Linde"])
def test_a_row_without_its_five_parts_is_refused(row: str) -> None:
    with pytest.raises(KnowledgeError, match="SWE foreign_minister"):
        list(sightings.kept(inputs("SWE", "foreign_minister", row)))


def test_the_kept_rows_are_those_of_all_files_and_sound(data: Path, knowledge: Knowledge) -> None:
    rows = list(sightings.kept(Inputs.read(data)))
    places = {territory.iso3 for territory in knowledge.territories} | {body.id for body in knowledge.bodies}
    assert {"USA", "JPN", "DEU", "KEN", "UN"} <= {row.place for row in rows}
    assert contradictions(rows, places) == []


OF_BODIES = [
    pytest.param("Nayef al-Hajraf", None, "GCC", id="three capitals that are no state"),
    pytest.param("Hage Geingob", "NAM", None, id="a state whose code is a body's id"),
    pytest.param("Henrietta Fore", None, "UNICEF", id="a fund"),
]


@pytest.mark.parametrize(("name", "state", "body"), OF_BODIES)
def test_officials_of_a_body_are_of_no_state(knowledge: Knowledge, name: str, state: str | None, body: str | None) -> None:
    assert [(person.state, person.body) for person in knowledge.people(name)] == [(state, body)]
