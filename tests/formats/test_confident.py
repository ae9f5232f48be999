"""`at_least` drops what is not sure enough with all that rests on it, and leaves no id dangling."""

from __future__ import annotations

import dataclasses

import pytest

from dragoman.formats.confident import at_least
from dragoman.values import Position, Record
from tests.formats.sample import RECORD

POSITIONS = (Position("a6", "the count", "support", ("s4", "e1")), Position("a1", "the count", "neutral", ("s5",)))
WHOLE = dataclasses.replace(RECORD, positions=POSITIONS)

CASES = [
    (0.0, "s1 s2 s3 s4 s5", "e1 e2 e3", "v1", "t1"),
    (0.35, "s1 s2 s3 s4", "e1 e2", "v1", "t1"),  # e3 is sure, but only s5 reports it
    (0.7, "s1 s2 s3", "e1", "v1", "t1"),
    (0.9, "s1 s3", "", "v1", ""),  # a confidence as high as the limit stays
    (0.95, "s3", "", "", ""),
    (1.0, "", "", "", ""),
]


@pytest.mark.parametrize(("minimum", "statements", "events", "votes", "ties"), CASES)
def test_what_stays(minimum: float, statements: str, events: str, votes: str, ties: str) -> None:
    left = at_least(WHOLE, minimum)
    for entries, expected in ((left.statements, statements), (left.events, events), (left.votes, votes), (left.ties, ties)):
        assert [entry.id for entry in entries] == expected.split()


def test_an_inner_statement_goes_with_its_outer_one() -> None:
    """Alone it would read as if the article itself had heard the inner source."""
    statements = tuple(dataclasses.replace(entry, confidence=0.1) if entry.id == "s1" else entry for entry in RECORD.statements)
    left = at_least(dataclasses.replace(RECORD, statements=statements), 0.5)
    assert [entry.id for entry in left.statements] == ["s3", "s4"]


@pytest.mark.parametrize("minimum", [0.0, 0.35, 0.5, 0.7, 0.9, 1.0])
def test_no_id_dangles(minimum: float) -> None:
    left = at_least(WHOLE, minimum)
    assert _pointers(left) <= {entry.id for entry in (*left.statements, *left.events, *left.votes, *left.ties)}


def test_nothing_is_lost_at_zero() -> None:
    assert at_least(WHOLE, 0.0) == WHOLE


def _pointers(record: Record) -> set[str | None]:
    found = {entry.within for entry in record.statements} | {entry.reported_in for entry in (*record.events, *record.votes)}
    found |= {denial for event in record.events for denial in event.disputed_by}
    return (found | {entry for position in record.positions for entry in position.evidence}) - {None}
