"""The benchmark reads the same real texts every time, and measures what it says."""

from __future__ import annotations

import functools
import gzip
import importlib
import json
from pathlib import Path

import pytest

from benchmarks import read
from benchmarks.corpora import Drawn
from benchmarks.corpora import lines as corpora_lines
from benchmarks.corpus import texts
from benchmarks.stages import STAGES, Clock, watch
from tests.house.files import ROOT

SENTENCES = [f"The delegate of member number {number} said that the talks would go on. " for number in range(40)]


@pytest.fixture
def shared(tmp_path) -> Path:
    """A corpus of one article, laid out as the shared data."""
    (tmp_path / "corpora").mkdir()
    line = json.dumps({"text": "".join(SENTENCES[:20]) + "\n\n" + "".join(SENTENCES[20:])})
    with gzip.open(tmp_path / "corpora" / "wikinews_2019_2021.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.write(line)
    return tmp_path


@pytest.mark.parametrize("words", [50, 800])
def test_texts_are_as_long_as_asked(shared, words):
    """Whole sentences until the number is reached: never fewer, and at most a sentence more."""
    named, made = texts(shared, ROOT / "nowhere", 5, words)
    assert "wikinews" in named
    assert len(made) == 5
    assert all(words <= len(text.split()) <= words + 12 for text in made)


def test_texts_are_the_same_every_time(shared):
    """The seed is fixed."""
    assert texts(shared, ROOT / "nowhere", 5, 100) == texts(shared, ROOT / "nowhere", 5, 100)


def test_paragraphs_are_kept(shared):
    """A blank line stands where the article has one."""
    _, (text,) = texts(shared, ROOT / "nowhere", 1, 400)
    assert "\n\n" in text


def test_releases_that_share_an_id_are_drawn_apart(tmp_path):
    """All three corpora in the order of their ids; a second line of an id gets one of its own, so that none is refused as a copy."""
    (tmp_path / "corpora").mkdir()
    release = {"id": "wh-2021-01-22-statement", "url": None, "title": "Statement", "date": "2021-01-22", "outlet": "The White House"}
    corpora = {
        "wikinews_2019_2021": [{"url": "https://example.org/wiki/Talks", "text": "Talks go on.", "date": "2020-01-01", "title": "Talks"}],
        "wh_briefings_2021_2023": [{**release, "text": "The first."}, {**release, "text": "The second."}],
        "ungdc_2015_2024": [{"iso3": iso3, "session": 70, "year": 2015, "text": "Mr. President."} for iso3 in ("FRA", "MLI", "CHL")],
    }
    for name, lines in corpora.items():
        with gzip.open(tmp_path / "corpora" / f"{name}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.writelines(json.dumps(line) + "\n" for line in lines)
    drawn = corpora_lines(tmp_path, Drawn(-1, -1, 2), frozenset())
    assert [line["text"] for line in drawn[:3]] == ["Talks go on.", "The first.", "The second."]
    assert [line["id"] for line in drawn[:3]] == ["Talks", "wh-2021-01-22-statement", "wh-2021-01-22-statement~2"]
    assert [line["text"] for line in drawn[3:]] == ["Mr. President."] * 2


def test_examples_stand_in_for_missing_corpora(tmp_path):
    """Without the shared data the example articles are read; without both there is an error."""
    (tmp_path / "one.txt").write_text("".join(SENTENCES), encoding="utf-8")
    named, made = texts(tmp_path / "nowhere", tmp_path, 2, 100)
    assert named == "examples/*.txt"
    assert len(made) == 2
    with pytest.raises(FileNotFoundError, match="no corpora"):
        texts(tmp_path / "nowhere", tmp_path / "nowhere", 2, 100)


def test_clock_adds_up(monkeypatch):
    """A stage entered twice is one line in the order of first entry, and what an inner stage takes is not the outer one's."""
    ticks = iter([0.0, 1.0, 3.0, 7.0, 10.0, 15.0])
    monkeypatch.setattr("benchmarks.stages.time.perf_counter", lambda: next(ticks))
    clock = Clock()
    with clock("read"), clock("encode"):  # 0 to 7, of which 1 to 3 are encoding
        pass
    with clock("encode"):  # 10 to 15
        pass
    assert dict(clock.seconds) == {"read": 5.0, "encode": 7.0}
    assert list(clock.seconds) == ["read", "encode"]


def test_watched_functions_do_what_they_did(monkeypatch):
    """A function on the clock gives its result, and its stage gets time; a stage whose function is gone is an error."""
    import textwrap

    monkeypatch.setattr(textwrap, "dedent", textwrap.dedent)  # put back afterwards
    clock = Clock()
    watch(clock, (("dedent", "textwrap", "dedent"),))
    assert textwrap.dedent("  a") == "a"
    assert clock.seconds["dedent"] > 0
    with pytest.raises(AttributeError):
        watch(clock, (("gone", "textwrap", "Gone.read"),))


def test_every_stage_is_there():
    """The functions that stages are timed by exist under their names."""
    for _, module, path in STAGES:
        assert functools.reduce(getattr, path.split("."), importlib.import_module(module))


@pytest.mark.parametrize("threads", ["0", "4096"])
def test_more_threads_than_cores_are_refused(threads, capsys):
    """A number of threads that the machine cannot run is bad usage."""
    with pytest.raises(SystemExit) as raised:
        read.main(["--threads", threads])
    assert raised.value.code == 2
    assert "this machine has" in capsys.readouterr().err


def test_benchmark_runs(capsys):
    """A short run of the real thing: every figure is there, stages take no longer than the whole."""
    status = read.main(["--articles", "2", "--words", "200", "--threads", "1", "--starts", "1", "--json"])
    printed = capsys.readouterr()
    assert status == 0, printed.err
    run = json.loads(printed.out)["threads"]["1"]
    assert set(run) == {key for key, *_ in read.ROWS} | {"stages_s"}
    assert 0 < run["article_s"] < run["cold_start_s"]
    assert 50 < run["peak_mb"] < 4000
    assert 0 < sum(run["stages_s"].values()) <= 1.05 / run["articles_per_s"]
