"""One article: results on stdout, everything else on stderr; what cannot be done is one line on stderr and exit status 2."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import ROOT, SENTENCES, WITH_TEST_READER, ids, records, run

TITLE = "Ministry and commission speak of the count"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "count.txt"
    path.write_text(f"{TITLE}\n\n{SENTENCES}\n", encoding="utf-8")
    return path


def test_the_terminal_view_is_the_default(article: Path) -> None:
    done = run("read", article, "--date", "2022-03-07")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{TITLE}\n7 March 2022\n")
    assert "■ assert    The foreign ministry" in done.stdout
    assert "\x1b" not in done.stdout
    assert done.stdout.splitlines()[-1].startswith("2 statements by 2 sources · 0.")


def test_json_is_one_object_on_one_line(article: Path) -> None:
    done = run("read", article, "--json", "--date", "2022-03", "--title", "Given", "--outlet", "Gazette")
    (record,) = records(done.stdout)
    assert [record["article"][key] for key in ("title", "date", "outlet")] == ["Given", "2022-03", "Gazette"]
    assert done.stderr == ""


def test_markdown(article: Path) -> None:
    assert run("read", article, "--markdown").stdout.startswith(f"# {TITLE}\n\n## Statements\n\n- **The foreign ministry**")


def test_stdin(article: Path) -> None:
    assert len(records(run("read", "-", "--json", stdin=article.read_text("utf-8")).stdout)[0]["statements"]) == 2


def test_html_writes_the_page_and_leaves_stdout_alone(article: Path, tmp_path: Path) -> None:
    done = run("read", article, "--html", tmp_path / "page.html")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith(f"{tmp_path / 'page.html'}: 2 statements by 2 sources")
    assert (tmp_path / "page.html").read_text("utf-8").startswith("<!doctype html>")


def test_html_beside_json(article: Path, tmp_path: Path) -> None:
    done = run("read", article, "--html", tmp_path / "page.html", "--json")
    assert len(records(done.stdout)) == 1
    assert (tmp_path / "page.html").exists()


def test_html_on_stdout(article: Path) -> None:
    assert run("read", article, "--html", "-").stdout.startswith("<!doctype html>")


def test_out_takes_what_stdout_would_show(article: Path, tmp_path: Path) -> None:
    done = run("read", article, "--json", "--out", tmp_path / "record.json")
    assert (done.stdout, done.stderr) == ("", "")
    assert (tmp_path / "record.json").read_text("utf-8") == run("read", article, "--json").stdout


CONFIDENCES = [("0", ["s1", "s2"]), ("0.2", ["s1", "s2"]), ("0.5", ["s1"]), ("1", [])]


@pytest.mark.parametrize(("minimum", "expected"), CONFIDENCES)
def test_min_confidence(article: Path, minimum: str, expected: list[str]) -> None:
    (record,) = records(run("read", article, "--json", "--min-confidence", minimum).stdout)
    assert [statement["id"] for statement in record["statements"]] == expected


def test_several_articles_are_several_records_in_their_order(article: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(f"Another title\n\n{SENTENCES}\n", encoding="utf-8")
    assert ids(run("read", other, article, "--json").stdout) == ["other", "count"]
    views = run("read", other, article).stdout
    assert views.index("Another title") < views.index(TITLE)


def test_of_several_articles_a_bad_one_is_reported_and_the_rest_is_read(article: Path) -> None:
    done = run("read", "no-such-file.txt", article, "--json")
    assert (done.returncode, ids(done.stdout)) == (1, ["count"])
    assert "no-such-file.txt: no such file" in done.stderr


REFUSALS = [
    (["read", "no-such-file.txt"], "no-such-file.txt"),
    (["read", "no-such-corpus.jsonl"], "no-such-corpus.jsonl"),
    (["read", "."], "directory"),
    (["read"], "SOURCE"),
    (["read", "ARTICLE", "--date", "next week"], "--date next week"),
    (["read", "ARTICLE", "--min-confidence", "2"], "--min-confidence"),
    (["read", "ARTICLE", "--min-confidence", "high"], "--min-confidence"),
    (["read", "ARTICLE", "--json", "--markdown"], "--json and --markdown"),
    (["read", "ARTICLE", "--resume"], "--resume"),
    (["read", "ARTICLE", "--shard", "1/2"], "--shard"),
    (["read", "ARTICLE", "--shard", "3/2"], "--shard 3/2"),
    (["read", "ARTICLE", "ARTICLE", "--html", "x.html"], "--html"),
    (["read", "ARTICLE", "ARTICLE", "--title", "x"], "--title"),
    (["read", "ARTICLE", "--json", "--out", "no/such/folder/x.json"], "no/such/folder/x.json"),
    (["read", "ARTICLE", "--html", "no/such/folder/x.html"], "no/such/folder/x.html"),
    (["read", "ARTICLE", "--json", "--out", "ARTICLE"], "itself read"),  # else the article would be lost
    (["read", "ARTICLE", "--html", "ARTICLE"], "itself read"),
    (["read", "ARTICLE", "--no-such-option"], "--no-such-option"),
    (["no-such-command"], "no-such-command"),
]


@pytest.mark.parametrize(("arguments", "named"), REFUSALS, ids=[" ".join(arguments) for arguments, _ in REFUSALS])
def test_what_cannot_be_done_is_one_line_that_names_it(arguments: list[str], named: str, article: Path) -> None:
    done = run(*[str(article) if word == "ARTICLE" else word for word in arguments])
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("dragoman: ")
    assert named in done.stderr


BAD_ARTICLES = [
    (b"", "holds no text"),
    (b"\x00\x01\x02\x03" * 100, ""),
    ("Der Minister sagte am Montag, dass die Gespräche in der kommenden Woche weitergehen werden. ".encode() * 5, ""),
]


@pytest.mark.parametrize(("data", "words"), BAD_ARTICLES, ids=["empty", "binary", "German"])
def test_an_input_that_is_no_english_article_is_refused(data: bytes, words: str, tmp_path: Path) -> None:
    (tmp_path / "input.txt").write_bytes(data)
    done = run("read", tmp_path / "input.txt")
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert "input.txt" in done.stderr
    assert words in done.stderr


def test_a_closed_pipe_ends_quietly(article: Path) -> None:
    command = f"{' '.join(WITH_TEST_READER)} read {' '.join([str(article)] * 200)} --json 2>err.txt | head -1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", f"cd {ROOT}; {command.replace('err.txt', str(article.parent / 'err.txt'))}"],
        capture_output=True,
        encoding="utf-8",
        timeout=6000,
        check=True,
    )
    first, status = done.stdout.splitlines()
    assert json.loads(first)["article"]["id"] == "count"
    assert status == "0"
    assert "Traceback" not in (article.parent / "err.txt").read_text("utf-8")
