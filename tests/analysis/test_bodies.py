"""A body is compared under the one name that its record has for it, where no other of its state is called so."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.analysis import bodies, gathering
from dragoman.analysis.merging import merged
from dragoman.analysis.reports import reports
from dragoman.record import add
from dragoman.record import open as open_record
from dragoman.values import Record
from tests.analysis.made import Made


def vetoed(name: str, body: str) -> Record:
    """An article in which a body condemns Russia for what it did to grain in Odessa."""
    made = Made(f"The {body} condemned Russia over burnt grain in Odessa harbour.", name, "2022-03-07", name)
    made.done("ACCUSE", "condemned", (body,), ("Russia",), date="2022-03-06")
    return made.record()


CALLED = [
    ("House of Representatives", "USA", "house"),
    ("the U.S. House of Representatives", "USA", "house"),
    ("US Senate", "USA", "senate"),
    ("Senate of Pakistan", "PAK", "senate"),
    ("Senate of the Philippines", "PHL", "senate"),
    ("US Senate", "PAK", None),  # not its own state's name
    ("California Senate", "USA", None),
    ("State Duma", "RUS", None),
    ("Foreign Affairs Committee", "GBR", None),
]


@pytest.mark.parametrize(("name", "state", "word"), CALLED)
def test_the_word_that_a_body_is_called_by(name: str, state: str, word: str | None) -> None:
    assert bodies.called(bodies._own(name, state)) == word


MERGED = [
    (("House", "House of Representatives"), [2]),
    (("Senate", "US Senate"), [2]),
    (("Senate", "US Senate", "California Senate"), [1, 1, 1]),  # another of the state that is called so: nothing is taken for granted
    (("Senate", "Senate of Pakistan"), [1, 1]),  # of two states
    (("House", "US Senate"), [1, 1]),
    (("House", "House of Representatives", "Senate", "US Senate"), [2, 2]),
]


@pytest.mark.parametrize(("names", "sizes"), MERGED)
def test_reports_of_one_body_under_two_names(tmp_path: Path, names: tuple[str, ...], sizes: list[int]) -> None:
    """The acts keep the names that their articles give; put together out of a part of the record they are the same."""
    records = [vetoed(f"paper{number}", name) for number, name in enumerate(names)]
    found = merged(records)
    assert sorted(len(act.reports) for act in found) == sizes
    assert sorted(actor.name for act in found for report in act.reports for actor in report.who) == sorted(names)
    with open_record(tmp_path / "r.sqlite", create=True) as store:
        for one in records:
            add(store, one, one)
        assert gathering.between(store, "USA", "RUS") == tuple(act for act in found if act.first.who[0].state == "USA")
        named = gathering.naming(store)
        for state in ("USA", "PAK"):
            for word in ("house", "senate"):
                assert named(state, word) == bodies.naming(reports(records))(state, word)


def test_what_is_called_otherwise_is_no_other_house() -> None:
    """The White House is known by its own name, and hinders nothing."""
    assert bodies._otherwise(("white", "house"), "house")
    assert not bodies._otherwise(("house", "of", "representatives"), "house")
    assert not bodies._otherwise(("california", "senate"), "senate")
