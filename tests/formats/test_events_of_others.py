"""POLECAT's columns and dyad months say what the record says."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace

import pytest

from dragoman import record
from dragoman.analysis import merging
from dragoman.analysis.dyads import months
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


def test_plover_says_all_that_the_event_says(store, tmp_path):
    """From a line the event can be told again: parties, days, place, what it is, its words, and who tells or denies it."""
    exporting.export(record.views(store), "plover", tmp_path)
    found = [json.loads(line) for line in (tmp_path / plover.FILE).read_text(encoding="utf-8").splitlines()]
    events = {entry.id: (view, value) for view in viewing.views(store) for entry, value in view.shown if entry.kind == "event"}
    assert [line["id"] for line in found] == list(events)
    for line in found:
        view, event = events[line["id"]]
        ids, article = {entry.local: entry.id for entry in view.entries}, view.record.article
        assert (line["event"], line["mode"], line["context"]) == ([event.type], [event.mode] if event.mode else [], list(event.contexts))
        assert (line["status"], line["cameo"], line["confidence"]) == (event.status, event.cameo, event.confidence)
        assert (line["date"], line["enddate"]) == plover.days(event.date or article.date, event.until if event.date else None)
        for side, parties in (("actor", event.actors), ("recipient", event.recipients)):
            actors = [view.record.actor(one) for one in parties]
            told = [(one["identifier_text"], one["code"], one["sector"], one["office"], one["identifier_id"]) for one in line[side]]
            assert told == [(one.name, one.state, one.sector, one.role, one.wikidata) for one in actors]
        place, told = event.location, line["event_loc"]
        assert (told is None) == (place is None and event.place is None)
        if told and place:
            held = (event.place, place.geonames_id, place.country, place.lat, place.lon)
            assert (told["extracted_place"], told["geonameid"], told["country_code"], told["lat"], told["lon"]) == held
        start, end = line["text_info"]["start"], line["text_info"]["end"]
        assert " ".join(article.text[start:end].split()) == line["event_text"][0]
        trigger = line["trigger"]
        assert start <= trigger["start"] < trigger["end"] <= end
        assert article.text[trigger["start"] : trigger["end"]] == trigger["text"] == event.trigger.text
        assert line["reported_in"] == (ids[event.reported_in] if event.reported_in else None)
        assert line["disputed_by"] == [ids[one] for one in event.disputed_by]
        assert line["quad_code"] == Knowledge.load().ontology.quad(event.type)


MANUAL = {
    "line": "id has_event date time enddate endtime actor recipient event event_loc event_text quad_code event_scale mode context link "
    "text text_info cite_info coder coded_date coded_time comment",
    "actor": "code sector entity_text identifier_id identifier_text religion ethnicity office gender age",
    "text_info": "sequence start end text_story",
    "cite_info": "corpus citation url title language publication license copyright coder codebook version",
    "event_loc": "extracted_place resolved_place geonameid lat lon city district province country country_code feature_class feature_code "
    "resolution",
}
"""The names of the manual's fields, object by object."""

OWN = {"trigger", "status", "cameo", "confidence", "reported_in", "disputed_by"}
"""What we add to a line."""


def test_plover_names_are_those_of_the_manual(store, tmp_path):
    """No field has another name than the manual's, but for our own, which have none of its names; what it requires is there."""
    exporting.export(record.views(store), "plover", tmp_path)
    for line in map(json.loads, (tmp_path / plover.FILE).read_text(encoding="utf-8").splitlines()):
        assert set(line) - set(MANUAL["line"].split()) == OWN
        for name in ("text_info", "cite_info", "event_loc"):
            assert set(line[name] or {}) <= set(MANUAL[name].split())
        for entity in line["actor"] + line["recipient"]:
            assert set(entity) <= set(MANUAL["actor"].split())
        assert all(line[name] for name in ("id", "date", "event"))
        assert isinstance(line["actor"], list)  # nobody, where the article does not say who did it


def test_the_manual_has_these_fields():
    """Where the manual lies beside the checkout, its tables are read."""
    from evaluation.datasets import default_data

    path = default_data() / "ontology" / "PLOVER_MANUAL.tex"
    if not path.exists():
        pytest.skip("no ../shared beside the checkout")
    text = path.read_text(encoding="utf-8", errors="replace").partition("\\chapter{Data Fields}")[2].replace("\\_", "_")
    rows = set(re.findall(r"^([a-z_]+) &", text, re.MULTILINE))
    assert {name for names in MANUAL.values() for name in names.split()} <= rows


def test_dyads_are_the_months_of_the_acts(store, tmp_path):
    """Every row read back is a dyad month of the analysis; what both do alike stands in both directions."""
    exporting.export(record.views(store), "dyads", tmp_path)
    rows = table(tmp_path / dyad_months.FILE)
    found = months(merging.merged(record.records(store)), Knowledge.load())
    told = [(one.month or "", one.source, one.source_cow or "", one.target, one.target_cow or "", *map(str, one.counts)) for one in found]
    assert [tuple(row[name] for name in dyad_months.COLUMNS[:9]) for row in rows] == told
    assert [(int(row["acts"]), int(row["reports"]), float(row["score"])) for row in rows] == [
        (one.acts, one.reports, one.score) for one in found
    ]


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
