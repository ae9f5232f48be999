"""A user's file adds facts or puts them in place of given ones, changes the version, and is refused by name where it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import KnowledgeError
from dragoman.knowledge import Knowledge
from dragoman.knowledge.checks import problems

FACTS = """
holders:
  - {name: Angela Rayner, place: GBR, office: foreign_minister, since: 2025-09-05, last_seen: 2026-06-01}
persons:
  - {name: Raoof Hasan, state: PAK, sector: GOV}
names:
  - {form: Zhongnanhai compound, iso3: CHN, use: seat, stands_for: leadership}
bodies:
  - {id: user/example-front, name: Example Liberation Front, kind: group, state: MLI, sector: REB, forms: [XLF]}
memberships:
  - {body: NATO, iso3: UKR, since: 2024-05-01, last_seen: 2024-12-31}
titles:
  - {title: lord warden, sector: GOV, state: GBR}
"""


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    file = tmp_path_factory.mktemp("user") / "facts.yaml"
    file.write_text(FACTS, encoding="utf-8")
    return Knowledge.load(file)


def test_a_holder_takes_the_office_and_ends_the_given_term(extended: Knowledge) -> None:
    assert [held.holding.person for held in extended.holders("GBR", "foreign_minister", "2025-10-01")] == ["GBR/angela-rayner"]
    assert [held.holding.person for held in extended.holders("GBR", "foreign_minister", "2024-10-01")] == ["GBR/david-lammy"]
    assert extended.holders("GBR", "foreign_minister", "2026-07-01") == ()


def test_all_other_kinds_of_facts_are_found(extended: Knowledge) -> None:
    assert extended.states("Zhongnanhai compound") == ("CHN",)
    assert [body.state for body in extended.lexicon.body("XLF")] == ["MLI"]
    assert extended.membership("NATO", "UKR", "2024-06-01") == "yes"
    assert [person.state for person in extended.people("Raoof Hasan")] == ["PAK"]
    title = extended.lexicon.title("Lord Warden")
    assert title is not None
    assert title.state == "GBR"


def test_the_version_names_the_file(extended: Knowledge, knowledge: Knowledge) -> None:
    assert extended.version != knowledge.version


def test_the_same_facts_give_the_same_version(extended: Knowledge, tmp_path: Path) -> None:
    file = tmp_path / "again.yaml"
    file.write_text("# with a remark\n" + FACTS, encoding="utf-8")
    assert Knowledge.load(file).version == extended.version


def test_the_result_holds_no_new_contradiction(extended: Knowledge) -> None:
    assert [line for line in problems(extended) if "'user'" not in line] == []


REFUSED = [
    pytest.param("holders: [{name: A, place: GBR}]", "lacks office", id="a missing key"),
    pytest.param("holders: [{name: A, place: GBR, office: x, when: 2020}]", "does not know when", id="an unknown key"),
    pytest.param("holders: [{name: A, place: GBR, office: x, since: soon}]", "is no date", id="a date that is none"),
    pytest.param("holders: [{name: A, place: GBR, office: x, since: '2022', until: '2021'}]", "before it begins", id="backwards"),
    pytest.param("offices: []", "no section 'offices'", id="an unknown section"),
    pytest.param("names: {form: A}", "not a list", id="a mapping for a list"),
    pytest.param("- 1", "not a mapping", id="a list for a mapping"),
    pytest.param("a: [", "cannot be read as YAML", id="no YAML"),
]


@pytest.mark.parametrize(("text", "message"), REFUSED)
def test_a_wrong_file_is_refused_by_name(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "wrong.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=message) as refusal:
        Knowledge.load(file)
    assert str(file) in str(refusal.value)
    assert "\n" not in str(refusal.value)
