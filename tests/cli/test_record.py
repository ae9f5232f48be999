"""The commands on a record, as their users have them."""

from __future__ import annotations

import json
import sys

import pytest

from tests.cli.running import SENTENCES, run, write_corpus

PROGRAM = (sys.executable, "-m", "tests.cli.with_test_steps")


@pytest.fixture
def call(tmp_path):
    """Runs a command on the record of the test."""
    return lambda *arguments, stdin="": run(*arguments, "--record", tmp_path / "r.sqlite", program=PROGRAM, stdin=stdin)


@pytest.fixture
def corpus(tmp_path):
    return write_corpus(
        tmp_path / "c.jsonl", SENTENCES, "The envoy said that nothing was unreadable.", SENTENCES.replace("Monday", "Friday"), None
    )


def test_a_corpus_is_added_but_for_what_fails(call, corpus):
    """Bad articles are named and cost no other; again, nothing changes."""
    done = call("add", corpus)
    assert done.returncode == 1
    assert "2 added, 2 not added" in done.stdout
    assert "n2: the test reader does not read this" in done.stderr
    again = call("add", corpus)
    assert again.returncode == 1
    assert "2 there already, unchanged, 2 not added" in again.stdout
    assert "n1: is there already, nothing has changed" in again.stderr


def test_a_changed_article_prints_its_diff(call, tmp_path):
    """What is new and what is gone, entry by entry."""
    page = tmp_path / "talks.txt"
    page.write_text(SENTENCES, encoding="utf-8")
    assert "talks: added, 2 statements" in call("add", page).stderr
    page.write_text(SENTENCES + " The envoy said that he would come.", encoding="utf-8")
    done = call("add", page)
    assert done.returncode == 0
    assert "talks: version 2, 2 new, 0 changed, 0 gone, 4 the same" in done.stderr
    assert "he would come" in done.stderr


def test_another_article_under_a_known_id_is_refused(call):
    """It gets an id of its own."""
    assert call("add", "-", stdin=SENTENCES).returncode == 0
    other = "The envoy of the coastal state said that nobody had asked for his opinion in the matter of the bridge."
    done = call("add", "-", stdin=other)
    assert done.returncode == 1
    assert "stdin: the record holds another article under this id" in done.stderr
    assert call("add", "-", "--id", "bridge", stdin=other).returncode == 0


def test_search_review_and_retract(call, corpus, tmp_path):
    """From a hit to a decision, and back."""
    call("add", corpus)
    lines = call("search", "talks").stdout.splitlines()
    assert [line.split("\t")[4] for line in lines] == ["the talks would go on"] * 2
    (first, *_) = (json.loads(line) for line in call("search", "talks", "--json").stdout.splitlines())
    assert (first["kind"], first["speaker"]) == ("statement", "The foreign ministry")
    done = call("review", "reject", first["id"], "--by", "tester", "--why", "not said")
    assert done.stdout == f"{first['id']}: rejected by tester\n"
    assert len(call("search", "talks").stdout.splitlines()) == 1
    assert call("review", "undo", first["id"], "--by", "tester").returncode == 0
    assert call("review", "correct", first["id"], "act", "deny", "--by", "tester").stdout == f'{first["id"]}: act "assert" → "deny"\n'
    assert len(call("search", "act:deny").stdout.splitlines()) == 1
    (line,) = call("review", "export").stdout.splitlines()
    assert [one["act"] for one in json.loads(line)["statements"]] == ["deny"]
    assert [line.split("\t")[3] for line in call("review", "log").stdout.splitlines()] == ["reject", "undo", "correct"]
    assert call("retract", first["article"], "--why", "killed", "--by", "tester").returncode == 0
    assert len(call("search", "talks").stdout.splitlines()) == 1
    assert "statements: 2 rows" in call("export", "csv", "--out", tmp_path / "out").stdout
    assert (tmp_path / "out" / "statements.csv").is_file()


def test_reports_are_joined_and_split(call, corpus):
    """By the ids of entries of two articles; what is no pair of reports is refused, and an undo takes it back."""
    call("add", corpus)
    one, other = (json.loads(line)["id"] for line in call("search", "talks", "--json").stdout.splitlines())
    assert call("review", "join", one, other, "--by", "tester").stdout == f"{one}: joined with {other} by tester\n"
    assert call("review", "split", one, other, "--by", "tester", "--why", "other talks").stdout == f"{one}: split from {other} by tester\n"
    rows = [line.split("\t")[3:] for line in call("review", "log").stdout.splitlines()]
    assert rows == [["join", one, other, ""], ["split", one, other, "other talks"]]
    assert call("review", "undo", one, "--by", "tester").stdout == f"{one}: decision 2 taken back\n"
    assert "takes two entries at least" in call("review", "join", one).stderr


def test_a_record_is_released(call, corpus, tmp_path):
    """The command says the version and what it holds, and wants authors."""
    call("add", corpus)
    done = call("release", "--out", tmp_path / "set")
    assert done.returncode == 0
    assert "2 articles" in done.stdout
    assert "--author" in done.stderr
    assert (tmp_path / "set" / "manifest.json").is_file()
    again = call("release", "--out", tmp_path / "set", "--author", "Jane Doe")
    assert (again.returncode, "is there already" in again.stderr) == (2, True)


def test_nothing_found(call, corpus):
    """It says so, and is no error."""
    call("add", corpus)
    done = call("search", "nowhere")
    assert (done.returncode, done.stdout) == (0, "")
    assert "nothing fits" in done.stderr


REFUSED = [
    (("search", "speeker:x"), "speeker: is no field; did you mean speaker?"),
    (("search", "x"), "no such record"),
    (("export", "csv", "--out", "out"), "no such record"),
    (("review", "accept", "s-1234"), "no such record"),
    (("retract", "x", "--why", "y"), "no such record"),
    (("add", "a.txt", "b.txt", "--id", "c"), "--id: names one article"),
    (("add", "a.txt", "--shard", "1/2"), "--shard: takes a part of a corpus"),
]


@pytest.mark.parametrize(("arguments", "message"), REFUSED)
def test_refused(call, arguments, message):
    """One line that says what to do, status 2, and no record is made."""
    done = call(*arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert len(done.stderr.splitlines()) == 1
