"""What is exported means what the record says: read back, it is the same."""

from __future__ import annotations

import csv
import json
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import replace

import pytest

from dragoman import record
from dragoman.errors import UsageError
from dragoman.formats import exporting, flat, graphml, plover
from dragoman.record import reviewing, viewing
from dragoman.record.identity import KINDS
from tests.record.full import FULL, PLAIN, fresh, put, varied


@pytest.fixture
def store(tmp_path):
    """A record with two articles; the codes of the second look like numbers, its outlet is empty, a cell holds a comma and a line feed."""
    with fresh(tmp_path) as opened:
        put(opened, PLAIN)
        other = varied(1)
        events = tuple(replace(event, cameo="010", date=None) for event in other.events)
        put(opened, replace(other, article=replace(other.article, title='“A”, "B"\nC', outlet=None), events=events))
        yield opened


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


def expected(store) -> dict[str, list[dict]]:
    tables: dict[str, list[dict]] = {name: [] for name in flat.TABLES}
    for view in viewing.views(store):
        for name, row in flat.rows(view):
            tables[name].append(row)
    return tables


def read_csv(path, columns) -> list[dict]:
    """The rows of a CSV file as `datapackage.json` says that they are to be read."""
    kinds = {"string": str, "integer": int, "number": float, "array": json.loads}
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    nothing = {"array": []}
    return [
        {one["name"]: kinds[one["type"]](row[one["name"]]) if row[one["name"]] else nothing.get(one["type"]) for one in columns}
        for row in rows
    ]


def test_csv_reads_back(store, out):
    """Every cell of every table, by the description beside them."""
    exporting.export(record.views(store), "csv", out)
    package = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
    found = {one["name"]: read_csv(out / one["path"], one["schema"]["fields"]) for one in package["resources"]}
    assert found == expected(store)
    assert sum(map(len, found.values())) > 40


def test_parquet_reads_back(store, out):
    """Every cell, with lists as lists and codes as strings."""
    polars = pytest.importorskip("polars")
    exporting.export(record.views(store), "parquet", out)
    found = {name: polars.read_parquet(out / f"{name}.parquet").to_dicts() for name in flat.TABLES}
    assert found == expected(store)
    assert {row["cameo"] for row in found["events"]} == {None, "041", "010"}


def test_tables_say_all_that_the_record_says(store):
    """From the rows of an article its entries can be told again, field by field."""
    view = viewing.view(store, PLAIN.article.url)
    ids = {entry.local: entry.id for entry in view.entries}
    for name, row in flat.rows(view):
        if name == "statements":
            one = FULL.statement(next(local for local, identifier in ids.items() if identifier == row["id"]))
            assert row["source"] == ids.get(one.source)
            assert row["about"] == [ids[actor] for actor in one.about]
            assert row["content_text"] == [span.text for span in one.content]
            assert [FULL.article.text[a:b] for a, b in zip(row["content_start"], row["content_end"], strict=True)] == row["content_text"]
            assert (row["act"], row["within"], row["date"]) == (one.act, ids.get(one.within), one.date)
    counts = Counter(name for name, _ in flat.rows(view))
    assert {name: counts[name] for name, _ in KINDS.values()} == {name: len(getattr(FULL, name)) for name, _ in KINDS.values()}


def test_plover_reads_back(store, out):
    """Type, parties, days and place of every event; an undated one has its article's day and says so."""
    exporting.export(record.views(store), "plover", out)
    found = [json.loads(line) for line in (out / plover.FILE).read_text(encoding="utf-8").splitlines()]
    assert len({one["id"] for one in found}) == len(found) == 6
    consult = next(one for one in found if one["event"] == ["CONSULT"] and one["date"] == "2022-02-28")
    assert (consult["enddate"], consult["mode"], consult["context"], consult["cameo"]) == ("2022-03-06", ["phone"], ["diplomatic"], "041")
    assert [one["code"] for one in consult["actor"]] == ["PAK"]
    assert (consult["quad_code"], consult["event_loc"]["country_code"], consult["comment"]) == (1, "XXX", None)
    undated = [one for one in found if one["comment"]]
    assert {one["date"] for one in undated} == {"2022-03-07"}
    assert len(undated) == 5
    events = {entry.id: value for view in viewing.views(store) for entry, value in view.shown if entry.kind == "event"}
    assert {one["id"]: one["event"][0] for one in found} == {identifier: event.type for identifier, event in events.items()}


DAYS = [
    (None, None, (None, None)),
    ("2022-03-07", None, ("2022-03-07", None)),
    ("2022-02", None, ("2022-02-01", "2022-02-28")),
    ("2024", None, ("2024-01-01", "2024-12-31")),
    ("2022-02-28", "2022-03-06", ("2022-02-28", "2022-03-06")),
    ("2022-01", "2024-02", ("2022-01-01", "2024-02-29")),
]


@pytest.mark.parametrize(("date", "until", "days"), DAYS)
def test_days(date, until, days):
    """The first and the last day of a date."""
    assert plover.days(date, until) == days


def test_annotations_point_at_their_words(store, out):
    """Each annotation's offsets and quotation say the same words of the text that its source names."""
    exporting.export(record.views(store), "webannotation", out)
    page = json.loads((out / "annotations.jsonld").read_text(encoding="utf-8"))
    texts = {f"urn:sha256:{one.article.sha256}": one.article.text for one in record.records(store)}
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert len({one["id"] for one in page["items"]}) == len(page["items"]) == 24
    for one in page["items"]:
        for target in one["target"]:
            position, quote = target["selector"]
            text = texts[target["source"]]
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
    first = next(one for one in page["items"] if one["body"]["kind"] == "statement")
    assert first["body"]["value"]["source"] == "foreign ministry"


def test_graph_reads_back(store, out):
    """Nodes and edges: a state is one node over articles, an edge for each pair."""
    exporting.export(record.views(store), "graphml", out)
    space = "{http://graphml.graphdrawing.org/xmlns}"
    graph = ET.parse(out / graphml.FILE).getroot().find(f"{space}graph")
    nodes = {node.get("id"): {part.get("key"): part.text for part in node} for node in graph.iter(f"{space}node")}
    edges = [(edge.get("source"), edge.get("target"), {part.get("key"): part.text for part in edge}) for edge in graph.iter(f"{space}edge")]
    assert {end for edge in edges for end in edge[:2]} == set(nodes)
    ids = {entry.local: entry.id for entry in viewing.view(store, PLAIN.article.url).entries}
    requests = [edge for edge in edges if edge[2]["edge_entry"] == ids["e1"]]
    assert [(source, target) for source, target, _ in requests] == [("state:RUS", ids["a2"])]
    assert requests[0][2]["edge_type"] == "REQUEST"
    assert nodes["state:RUS"]["node_label"] == "coastal state"
    assert nodes["body:the assembly"]["node_kind"] == "body"


def test_graph_is_read_by_networkx(store, out):
    """By the library that most people use, where it is installed."""
    networkx = pytest.importorskip("networkx")
    exporting.export(record.views(store), "graphml", out)
    graph = networkx.read_graphml(out / graphml.FILE)
    assert {data["kind"] for _, _, data in graph.edges(data=True)} == {"statement", "event", "vote", "tie"}


@pytest.mark.parametrize("name", exporting.FORMATS)
def test_the_same_record_gives_the_same_bytes(store, tmp_path, name):
    """Twice from one record, and from another to which the same was added in another order."""
    if name == "parquet":
        pytest.importorskip("polars")
    exporting.export(record.views(store), name, tmp_path / "one")
    exporting.export(record.views(store), name, tmp_path / "two")
    with record.open(tmp_path / "other.sqlite", create=True) as other:
        for one in reversed([view.read for view in viewing.views(store)]):
            record.add(other, next(iter(viewing.readings(store, one.article.url))), one, "2001-01-01T00:00:00Z")
        exporting.export(record.views(other), name, tmp_path / "three")
    files = [{path.name: path.read_bytes() for path in (tmp_path / part).iterdir()} for part in ("one", "two", "three")]
    assert files[0]
    assert files[0] == files[1] == files[2]


def test_what_was_decided_shows(store, out):
    """A rejected entry is in no table, a corrected one is as corrected, a retracted article is nowhere."""
    ids = {entry.local: entry.id for entry in viewing.view(store, PLAIN.article.url).entries}
    reviewing.judge(store, ids["s1"], "reject", "tester")
    reviewing.correct(store, ids["e1"], {"type": ["THREATEN"]}, ("tester", None))
    reviewing.retract(store, varied(1).article.url, "tester", "killed")
    tables = expected(store)
    assert [row["id"] for row in tables["statements"]] == [ids["s3"], ids["s4"], ids["s5"]]
    assert [row["type"] for row in tables["events"]] == ["THREATEN", "COERCE"]
    assert [row["key"] for row in tables["articles"]] == [PLAIN.article.url]
    assert [row["id"] for row in tables["positions"]] == [ids["p1"], ids["p2"]]


def test_filling_counts(store, out):
    """The share of filled cells, table by table and column by column."""
    filling = exporting.export(record.views(store), "csv", out)
    assert filling.rows["events"] == 6
    assert filling.cells["events"]["cameo"] == 4
    assert any(line.split() == ["cameo", "4", "66.7%"] for line in filling.lines())
    assert "ties: 2 rows" in list(filling.lines())


def test_an_empty_record(tmp_path):
    """Every table is there, with its columns and no row."""
    with fresh(tmp_path) as empty:
        for name in exporting.FORMATS:
            if name != "parquet":
                exporting.export(record.views(empty), name, tmp_path / name)
    assert len(list((tmp_path / "csv").glob("*.csv"))) == len(flat.TABLES)
    assert json.loads((tmp_path / "webannotation" / "annotations.jsonld").read_text(encoding="utf-8"))["items"] == []


def test_refused(store, tmp_path):
    """An unknown format, a directory that is a file; nothing half-written is left."""
    with pytest.raises(UsageError, match="excel: is no format; there are csv"):
        exporting.export(record.views(store), "excel", tmp_path / "out")
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match="cannot be written"):
        exporting.export(record.views(store), "csv", tmp_path / "file")
    assert not (tmp_path / "out").exists()
