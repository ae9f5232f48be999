"""A released data set is whole, says what it holds, and is the same bytes for the same record."""

from __future__ import annotations

import csv
import hashlib
import json

import pytest
import yaml

from dragoman import record
from dragoman.errors import RecordError, UsageError
from dragoman.formats import codebook, flat, releasing
from dragoman.formats.releasing import Naming
from dragoman.record import reviewing, viewing
from tests.record.full import PLAIN, fresh, put, varied

NAMING = Naming('Talks: "a" set', ("Jane Doe", "The Institute"), None)


@pytest.fixture
def store(tmp_path):
    """Three articles, one of them retracted, and a rejected statement."""
    with fresh(tmp_path) as opened:
        for one in (PLAIN, varied(1), varied(2)):
            put(opened, one)
        reviewing.retract(opened, varied(2).article.url, "tester", "killed")
        statement = next(entry for entry in viewing.view(opened, PLAIN.article.url).entries if entry.kind == "statement")
        reviewing.judge(opened, statement.id, "reject", "tester")
        yield opened


@pytest.fixture
def made(store, tmp_path):
    return releasing.release(store, tmp_path / "out", NAMING), tmp_path / "out"


def files(path) -> dict[str, bytes]:
    return {one.relative_to(path).as_posix(): one.read_bytes() for one in path.rglob("*") if one.is_file()}


def test_the_manifest_names_every_file(made):
    """Each file but itself, with its size and digest; the data's digest can be made again with sha256sum."""
    manifest, out = made
    found = files(out)
    assert json.loads(found.pop("manifest.json")) == manifest
    assert {one["path"]: (one["bytes"], one["sha256"]) for one in manifest["files"]} == {
        path: (len(data), hashlib.sha256(data).hexdigest()) for path, data in found.items()
    }
    del found["CITATION.cff"]
    listed = "".join(f"{hashlib.sha256(data).hexdigest()}  {path}\n" for path, data in sorted(found.items()))
    assert manifest["data"] == f"sha256:{hashlib.sha256(listed.encode()).hexdigest()}"
    assert manifest["version"] == manifest["data"][7:19]


def test_the_manifest_tells_what_is_in_it(made, store):
    """Who read it with which knowledge, how much of what, and what was decided."""
    manifest, out = made
    assert manifest["coders"] == [{"program": "0.1.0", "model": "en-1", "knowledge": "sha256:first", "articles": 2}]
    assert manifest["months"] == {"first": "2022-03", "last": "2022-03"}
    assert (manifest["retracted"], manifest["decisions"], manifest["texts"]) == (1, {"reject": 1, "retract": 1}, False)
    for table, number in manifest["counts"].items():
        with (out / "csv" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            assert len(list(csv.reader(file))) == number + 1
    assert manifest["counts"]["articles"] == 2


def test_coverage_adds_up(made):
    """Articles and entries by outlet and month, in sum what the manifest says."""
    manifest, out = made
    with (out / "coverage.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {(row["outlet"], row["month"]) for row in rows} == {(PLAIN.article.outlet or "", "2022-03")}
    assert {name: sum(int(row[name]) for row in rows) for name in flat.TABLES} == manifest["counts"]


def test_texts_stay_out_unless_asked_for(made, store, tmp_path):
    """The publishers' texts are no part of it; their digests are."""
    _, out = made
    articles = (out / "csv" / "articles.csv").read_text(encoding="utf-8")
    assert PLAIN.article.sha256 in articles
    assert PLAIN.article.text not in articles
    releasing.release(store, tmp_path / "with", Naming("T", texts=True))
    with (tmp_path / "with" / "csv" / "articles.csv").open(encoding="utf-8", newline="") as file:
        assert {row["text"] for row in csv.DictReader(file)} == {PLAIN.article.text}


def test_the_same_record_gives_the_same_bytes(made, store, tmp_path):
    """Twice, and from another record to which the same was added in another order."""
    _, out = made
    releasing.release(store, tmp_path / "two", NAMING)
    other = tmp_path / "other"
    other.mkdir()
    with fresh(other) as opened:
        for one in (varied(2), varied(1), PLAIN):
            put(opened, one, "2001-01-01T00:00:00Z")
        statement = next(entry for entry in viewing.view(opened, PLAIN.article.url).entries if entry.kind == "statement")
        reviewing.judge(opened, statement.id, "reject", "another")
        reviewing.retract(opened, varied(2).article.url, "another", "killed")
        releasing.release(opened, tmp_path / "three", NAMING)
    assert files(out) == files(tmp_path / "two") == files(tmp_path / "three")


def test_the_citation_is_yaml(made):
    """With all that the format demands, whatever a title holds."""
    manifest, out = made
    cited = yaml.safe_load((out / "CITATION.cff").read_text(encoding="utf-8"))
    assert (cited["cff-version"], cited["type"], cited["title"], cited["version"]) == (
        "1.2.0",
        "dataset",
        NAMING.title,
        manifest["version"],
    )
    assert [one["name"] for one in cited["authors"]] == ["Jane Doe", "The Institute"]
    assert cited["identifiers"][0]["value"] == manifest["data"]


def test_every_column_is_explained():
    """And nothing is that is no column."""
    for table, columns in flat.TABLES.items():
        assert all(codebook.meaning(table, column.name) for column in columns)
        names = [column.name for column in columns]
        assert [one for one in codebook.OWN[table] if not any(name == one or name.startswith(f"{one}_") for name in names)] == []
    with pytest.raises(KeyError):
        codebook.meaning("events", "colour")
    page = codebook.markdown(flat.TABLES)
    assert "| `trigger_start` | integer | the word or shortest phrase that names the act" in page


def test_a_data_set_is_never_written_over(made, store):
    _, out = made
    before = files(out)
    with pytest.raises(UsageError, match="is there already"):
        releasing.release(store, out, NAMING)
    assert files(out) == before


def test_a_record_that_changes_meanwhile_is_refused(store, tmp_path, monkeypatch):
    """The files would not be of one record; nothing is left behind."""
    write = releasing._write_coverage

    def disturbed(*arguments):
        put(store, varied(3))
        write(*arguments)

    monkeypatch.setattr(releasing, "_write_coverage", disturbed)
    with pytest.raises(RecordError, match="was changed while"):
        releasing.release(store, tmp_path / "out", NAMING)
    assert not (tmp_path / "out").exists()
    assert [one.name for one in tmp_path.iterdir() if one.is_dir()] == []


def test_an_empty_record(tmp_path):
    with record.open(tmp_path / "none.sqlite", create=True) as empty:
        manifest = releasing.release(empty, tmp_path / "out", Naming("Nothing"))
    assert manifest["counts"]["articles"] == 0
    assert manifest["months"] == {"first": None, "last": None}
