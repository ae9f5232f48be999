"""The chain of a statement names the source first, then who passes it on, then those addressed and the medium."""

from __future__ import annotations

import dataclasses

import pytest

from dragoman.formats import chain
from dragoman.values import Actor, Record, Span, Statement
from tests.formats.sample import RECORD

NAMES = {"q": "Qureshi", "l": "Lavrov", "v": "VOA", "d": "Dawn", "b": "Blinken"}


def statement(identifier: str, source: str | None, **rest: object) -> Statement:
    """A statement with nothing but its chain."""
    return Statement(identifier, source, rest.pop("co", ()), None, None, (Span(0, 1, "T"),), "direct", "assert", **rest)  # type: ignore[arg-type]


def record(*statements: Statement) -> Record:
    actors = tuple(Actor(identifier, name) for identifier, name in NAMES.items())
    return dataclasses.replace(RECORD, actors=actors, statements=statements)


CASES = [
    pytest.param([statement("s1", "q")], "Qureshi", id="source alone"),
    pytest.param([statement("s1", None)], "unattributed", id="no source"),
    pytest.param([statement("s1", "q", addressees=("v",))], "Qureshi, to VOA", id="addressee"),
    pytest.param([statement("s1", "q", addressees=("v",), via=("v",))], "Qureshi, to VOA", id="a medium addressed is named once"),
    pytest.param([statement("s1", "q", via=("d",))], "Qureshi, via Dawn", id="medium"),
    pytest.param([statement("s1", "q", via=("d", "v"))], "Qureshi, via Dawn and VOA", id="two media"),
    pytest.param([statement("s1", "q", co=("l",))], "Qureshi and Lavrov", id="joint sources"),
    pytest.param([statement("s1", "q", co=("l", "b"))], "Qureshi, Lavrov and Blinken", id="three joint sources"),
    pytest.param(
        [statement("s1", "l", within="s2"), statement("s2", "q", addressees=("v",))], "Lavrov, as told by Qureshi, to VOA", id="chain"
    ),
    pytest.param(
        [statement("s1", "l", within="s2", addressees=("q",)), statement("s2", "q", addressees=("v",))],
        "Lavrov, as told by Qureshi, to VOA",
        id="who was told tells of it and is named once",
    ),
    pytest.param(
        [statement("s1", "l", within="s2", addressees=("b",)), statement("s2", "q")],
        "Lavrov, to Blinken, as told by Qureshi",
        id="somebody else was told",
    ),
    pytest.param(
        [statement("s1", "l", within="s2"), statement("s2", "q", within="s3"), statement("s3", "d")],
        "Lavrov, as told by Qureshi, as told by Dawn",
        id="three links",
    ),
    pytest.param([statement("s1", "l", within="s2"), statement("s2", None)], "Lavrov, as told by an unnamed source", id="unnamed teller"),
    pytest.param(
        [statement("s1", "q", within="s2"), statement("s2", "q")], "Qureshi, by their own account", id="tells of an earlier occasion"
    ),
    pytest.param([statement("s1", "q", within="s2"), statement("s2", "l", within="s1")], "Qureshi, as told by Lavrov", id="a circle ends"),
    pytest.param([statement("s1", "q", within="gone")], "Qureshi", id="an outer statement that is not there"),
    pytest.param([statement("s1", "unknown")], "unknown", id="an actor that is not listed shows its id"),
]


@pytest.mark.parametrize(("statements", "expected"), CASES)
def test_phrase(statements: list[Statement], expected: str) -> None:
    assert chain.phrase(record(*statements), statements[0]) == expected


def test_only_sources_are_speakers() -> None:
    """Formats set the speaker apart: the sources of the innermost statement and nobody else."""
    inner, outer = statement("s1", "l", within="s2"), statement("s2", "q", addressees=("v",))
    assert [part.actor for part in chain.parts(record(inner, outer), inner) if part.speaker] == ["l"]
