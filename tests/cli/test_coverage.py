"""`dragoman doctor --coverage` says of which states and years something is known, and refuses what it does not know."""

from __future__ import annotations

import pytest

from dragoman.cli.coverage import Asked, lines, runs
from dragoman.errors import UsageError
from dragoman.knowledge import Coverage, Knowledge
from tests.cli.running import run

ROWS = (
    Coverage("foreign_minister", "PAK", 2021, 1),
    Coverage("foreign_minister", "PAK", 2022, 2),
    Coverage("foreign_minister", "RUS", 2022, 1),
    Coverage("member of UNSC", "RUS", 2022, 1),
    Coverage("name (capital)", "RUS", None, 3),
)


def test_one_state_has_its_kinds_with_their_years() -> None:
    assert lines(ROWS, Asked("pak")) == ("foreign_minister: 2021–2022",)
    assert lines(ROWS, Asked("RUS")) == ("foreign_minister: 2022", "member of UNSC: 2022", "name (capital): 3")


def test_one_year_has_its_kinds_with_their_states() -> None:
    assert lines(ROWS, Asked(year=2022)) == ("foreign_minister (2): PAK ×2, RUS", "member of UNSC (1): RUS")


def test_the_overview_counts_states_a_year() -> None:
    head, ministers, members, names = lines(ROWS, Asked())
    assert head.split()[-2:] == ["2021", "2022"]
    assert ministers.split()[-3:] == ["–", "1", "2"]
    assert members.split()[-2:] == ["–", "1"]
    assert names == "name (capital): 3"


@pytest.mark.parametrize(("years", "text"), [((2003, 2001, 2002, 2007), "2001–2003, 2007"), ((), ""), ((1999,), "1999")])
def test_years_are_told_as_stretches(years: tuple[int, ...], text: str) -> None:
    assert runs(years) == text


@pytest.mark.parametrize("asked", [Asked("XYZ"), Asked("PAK", 1800)])
def test_what_is_not_known_is_said(asked: Asked) -> None:
    with pytest.raises(UsageError, match="nothing is known of"):
        lines(ROWS, asked)


def test_the_shipped_knowledge_says_until_when_it_is_good(knowledge: Knowledge) -> None:
    told = lines(knowledge.coverage(), Asked("GBR"))
    assert any(line.startswith("foreign_minister: ") and line.endswith("2025") for line in told)


def test_the_command_prints_it() -> None:
    done = run("doctor", "--coverage", "--state", "PAK")
    assert done.returncode == 0
    assert "foreign_minister: " in done.stdout


def test_a_state_without_coverage_is_refused() -> None:
    done = run("doctor", "--state", "PAK")
    assert done.returncode == 2
    assert "add --coverage" in done.stderr
