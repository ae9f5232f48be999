"""POLECAT's columns and dyad months say what the record says."""

from __future__ import annotations

import csv
import json
from dataclasses import replace

import pytest

from dragoman import record
from dragoman.analysis import merging
from dragoman.formats import dyad_months, exporting, plover, polecat
from dragoman.knowledge import Knowledge
from dragoman.record import reviewing, viewing
from tests.record.full import PLAIN, STATES, fresh, put, varied


@pytest.fixture
def store(tmp_path):
    """Two articles that tell the same; the name of an actor of the second holds what divides cells."""
    with fresh(tmp_path) as opened:
        put(opened, PLAIN)
        other = varied(1)
        put(opened, replace(other, actors=tuple(replace(one, name=f"{one.name};\tlate") for one in other.actors)))
        yield opened


def table(path, **how) -> list[dict]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, **how))


def test_polecat_has_forty_columns():
    assert len(polecat.COLUMNS) == len(set(polecat.COLUMNS)) == 40
    assert set(polecat.EMPTY) < set(polecat.COLUMNS)


def test_polecat_reads_back(store, tmp_path):
    """An actual event a row, with codes as strings; what cannot be had is empty, and nothing else is always so that the record knows."""
    filling = exporting.export(record.views(store), "polecat", tmp_path)
    rows = table(tmp_path / polecat.FILE, delimiter="\t")
    events = {entry.id: (view, value) for view in viewing.views(store) for entry, value in view.shown if entry.kind == "event"}
    assert {row["Event ID"] for row in rows} == {identifier for identifier, (_, value) in events.items() if value.status == "actual"}
    assert filling.rows["polecat"] == len(rows) > 0
    knowledge = Knowledge.load()
    for row in rows:
        view, event = events[row["Event ID"]]
        assert (row["Event Type"], row["Event Mode"]) == (event.type, event.mode or "")
        assert float(row["Intensity"]) == knowledge.ontology.score(event.type, event.mode)
        assert row["Event Date"] == plover.days(event.date or view.record.article.date, None)[0]
        assert row["Contexts"].split("; ") == list(event.contexts or [""])
        states = [STATES.get(one, "None") for one in event.actors]
        assert row["Actor Country"].split("; ") == (states if set(states) - {"None"} else [""])
        assert len(row["Actor Name"].split("; ")) == max(1, len(event.actors))
        assert [row[name] for name in polecat.EMPTY] == [""] * len(polecat.EMPTY)
    cows = {row[f"{side} Country"]: row[f"{side} COW"] for row in rows for side in ("Actor", "Recipient")}
    known = {"PAK": "770", "RUS": "365", "": ""}
    assert {state: cow for state, cow in cows.items() if state in known} == {state: known[state] for state in cows if state in known}
    assert set(cows) & {"PAK", "RUS"}


def test_plover_has_scores(store, tmp_path):
    """The scale value of an event is the ontology's."""
    exporting.export(record.views(store), "plover", tmp_path)
    found = [json.loads(line) for line in (tmp_path / plover.FILE).read_text(encoding="utf-8").splitlines()]
    ontology = Knowledge.load().ontology
    assert found
    assert all(one["event_scale"] == ontology.score(one["event"][0], (one["mode"] or [None])[0]) for one in found)


def test_dyads_read_back(store, tmp_path):
    """Each direction of each month, with COW codes; what people split counts twice."""
    exporting.export(record.views(store), "dyads", tmp_path / "one")
    rows = table(tmp_path / "one" / dyad_months.FILE)
    assert rows
    for row in rows:
        assert int(row["acts"]) == sum(int(row[name]) for name in dyad_months.COLUMNS[5:9]) == len(row["entries"].split())
        assert -10 <= float(row["score"]) <= 10
    assert {row["source"]: row["source_cow"] for row in rows}.items() <= {"PAK": "770", "RUS": "365"}.items()
    clusters = merging.merged(record.records(store))
    twice = next(
        one for one in clusters if one.kind == "event" and len(one.reports) == 2 and any(one.name in row["entries"] for row in rows)
    )
    pair = tuple((one.article, one.entry) for one in twice.reports)
    keys = tuple((viewing.find_entry(store, entry)[0].key, entry) for _, entry in pair)
    before = sum(int(row["acts"]) for row in rows)
    reviewing.note(store, merging.decision("split", keys, "tester"))
    exporting.export(record.views(store), "dyads", tmp_path / "two")
    assert sum(int(row["acts"]) for row in table(tmp_path / "two" / dyad_months.FILE)) > before
    reviewing.undo(store, keys[0][1], "tester")
    exporting.export(record.views(store), "dyads", tmp_path / "three")
    assert (tmp_path / "three" / dyad_months.FILE).read_bytes() == (tmp_path / "one" / dyad_months.FILE).read_bytes()
