"""A corpus gives one record a line in its order; bad lines are reported, an interrupted run goes on where it stopped."""

from __future__ import annotations

import gzip
import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.running import ROOT, SENTENCES, WITH_TEST_READER, ids, run, write_corpus

GOOD = [f"{SENTENCES} Part {number}." for number in range(1, 8)]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "news.jsonl", *GOOD)


def test_one_record_a_line_in_the_same_order(corpus: Path) -> None:
    done = run("read", corpus)
    assert (done.returncode, ids(done.stdout)) == (0, [f"n{number}" for number in range(1, 8)])
    assert done.stderr.startswith("7 of 7 articles, ")


def test_gzip_gives_the_same_bytes(corpus: Path) -> None:
    packed = corpus.with_suffix(".jsonl.gz")
    packed.write_bytes(gzip.compress(corpus.read_bytes()))
    assert run("read", packed).stdout == run("read", corpus).stdout


def test_an_article_gives_the_same_bytes_alone_and_in_a_corpus(corpus: Path, tmp_path: Path) -> None:
    alone = write_corpus(tmp_path / "alone.jsonl", GOOD[0])
    assert run("read", alone).stdout == run("read", corpus).stdout.splitlines(keepends=True)[0]


def test_date_and_outlet_of_the_user_overrule_the_lines(corpus: Path) -> None:
    lines = run("read", corpus, "--date", "2020", "--outlet", "Gazette").stdout.splitlines()
    assert {tuple(json.loads(line)["article"][key] for key in ("date", "outlet")) for line in lines} == {("2020", "Gazette")}


def test_bad_lines_and_articles_are_reported_and_the_rest_is_read(tmp_path: Path) -> None:
    path = write_corpus(tmp_path / "news.jsonl", GOOD[0], None, f"{GOOD[1]} This is unreadable.", "", GOOD[2])
    done = run("read", path)
    assert (done.returncode, ids(done.stdout)) == (1, ["n1", "n5"])
    reports = done.stderr.splitlines()
    assert reports[0].startswith(f"{path}:2: ")
    assert reports[1].startswith("n3: ")
    assert reports[2].startswith(f"{path}:4: ")
    assert len(reports) == 4


def test_a_fault_in_one_article_does_not_cost_the_others(tmp_path: Path) -> None:
    path = write_corpus(tmp_path / "news.jsonl", GOOD[0], f"{GOOD[1]} It is faulty.", GOOD[2])
    done = run("read", path)
    assert (done.returncode, ids(done.stdout)) == (1, ["n1", "n3"])
    assert done.stderr.startswith("n2: a fault of the program, not of the article (IndexError: list index out of range); report it")


@pytest.mark.parametrize("of", [1, 2, 3, 9])
def test_shards_together_are_the_corpus(corpus: Path, of: int) -> None:
    parts = [ids(run("read", corpus, "--shard", f"{part}/{of}").stdout) for part in range(1, of + 1)]
    assert sorted(name for part in parts for name in part) == [f"n{number}" for number in range(1, 8)]


@pytest.mark.parametrize("keep", [0, 1, 500, 3000, None], ids=["nothing", "a byte", "half a line", "some lines", "all"])
def test_resume_after_any_cut_gives_the_whole_file(corpus: Path, tmp_path: Path, keep: int | None) -> None:
    whole = run("read", corpus).stdout
    out = tmp_path / "out.jsonl"
    out.write_bytes(whole.encode()[:keep])
    done = run("read", corpus, "--out", out, "--resume")
    assert (done.returncode, done.stdout) == (0, "")
    assert out.read_text("utf-8") == whole


def test_resume_where_there_is_no_file_yet_begins(corpus: Path, tmp_path: Path) -> None:
    run("read", corpus, "--out", tmp_path / "out.jsonl", "--resume")
    assert (tmp_path / "out.jsonl").read_text("utf-8") == run("read", corpus).stdout


def test_resume_steps_over_what_failed_before(tmp_path: Path) -> None:
    path = write_corpus(tmp_path / "news.jsonl", f"{GOOD[0]} unreadable", GOOD[1], None, GOOD[2], GOOD[3])
    whole = run("read", path).stdout
    out = tmp_path / "out.jsonl"
    out.write_text("".join(whole.splitlines(keepends=True)[:2]), encoding="utf-8")
    done = run("read", path, "--out", out, "--resume")
    assert (done.returncode, out.read_text("utf-8")) == (0, whole)


def test_resume_of_a_shard(corpus: Path, tmp_path: Path) -> None:
    whole = run("read", corpus, "--shard", "2/3").stdout
    out = tmp_path / "out.jsonl"
    out.write_text(whole[:-20], encoding="utf-8")
    run("read", corpus, "--shard", "2/3", "--out", out, "--resume")
    assert out.read_text("utf-8") == whole


WRONG_FILES = [
    ("notes that are no records\nand more\n", "out.jsonl:1: not a record"),
    ('{"article": {"id": "other", "sha256": "0"}}\n', "records of other articles"),
]


@pytest.mark.parametrize(("text", "message"), WRONG_FILES, ids=["no records", "other records"])
def test_resume_leaves_a_file_alone_that_is_not_its_own(corpus: Path, tmp_path: Path, text: str, message: str) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text(text, encoding="utf-8")
    done = run("read", corpus, "--out", out, "--resume")
    assert done.returncode == 2
    assert message in done.stderr
    assert out.read_text("utf-8") == text


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT between processes")
def test_ctrl_c_leaves_whole_records_and_says_how_to_go_on(tmp_path: Path) -> None:
    path = write_corpus(tmp_path / "news.jsonl", *[f"{text} It goes slowly." for text in GOOD])
    out = tmp_path / "out.jsonl"
    process = subprocess.Popen([*WITH_TEST_READER, "read", path, "--out", out], cwd=ROOT, stderr=subprocess.PIPE, encoding="utf-8")
    deadline = time.monotonic() + 300
    while not (out.exists() and out.stat().st_size) and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=600)
    assert process.returncode == 130
    assert "Traceback" not in errors
    assert errors.splitlines()[-1].endswith("go on with the same command and --resume")
    before = ids(out.read_text("utf-8"))
    assert 0 < len(before) < len(GOOD)
    run("read", path, "--out", out, "--resume")
    assert ids(out.read_text("utf-8")) == [f"n{number}" for number in range(1, 8)]
