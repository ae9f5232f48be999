"""On the desk sets, from names alone (no kind, no pronouns, no descriptions), states and sectors are right as often as measured.

The floors stand two points below what was measured; precision counts a state that the annotators left open as wrong,
`contradicted` only one where they wrote another.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from dragoman.knowledge import Knowledge
from dragoman.resolving.decisions import decide
from dragoman.resolving.resolve import surroundings
from tests.resolving.articles import gold

FLOORS = [
    pytest.param("desk_train.jsonl", "person", 0.82, 0.03, id="train, persons"),
    pytest.param("desk_train.jsonl", "state", 0.98, 0.01, id="train, states"),
    pytest.param("desk_train.jsonl", "all", 0.84, 0.03, id="train, all"),
    pytest.param("desk_dev.jsonl", "person", 0.87, 0.05, id="dev, persons"),
    pytest.param("desk_dev.jsonl", "all", 0.84, 0.04, id="dev, all"),
]


def measured(data: Path, file: str, knowledge: Knowledge) -> Counter[tuple[str, str]]:
    """Counts by kind of gold actor: with a state, of these right, given a state, of these contradicted."""
    counts: Counter[tuple[str, str]] = Counter()
    for given, record in gold(data / "desk" / file):
        around = surroundings(record, knowledge)
        for theirs, actor in zip(given["actors"], record.actors, strict=True):
            ours = decide(actor, around)
            for kind in (theirs["kind"], "all"):
                counts[kind, "with a state"] += bool(theirs["state"])
                counts[kind, "right"] += bool(theirs["state"]) and ours.state == theirs["state"]
                counts[kind, "given"] += bool(ours.state)
                counts[kind, "contradicted"] += bool(ours.state and theirs["state"]) and ours.state != theirs["state"]
    return counts


@pytest.mark.parametrize(("file", "kind", "accuracy", "contradicted"), FLOORS)
def test_states_on_the_desk_sets(knowledge: Knowledge, data: Path, file: str, kind: str, accuracy: float, contradicted: float) -> None:
    counts = measured(data, file, knowledge)
    assert counts[kind, "right"] / counts[kind, "with a state"] >= accuracy
    assert counts[kind, "contradicted"] / counts[kind, "given"] <= contradicted
