"""`dragoman check`: what is wrong comes first and makes the exit status 1; an input that cannot be used is one line and status 2."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from dragoman import cli
from dragoman.values import Actor, Article, Check, Coder, Record, Span, Statement, Vote

SAID = re.compile(r"(?P<source>[A-Z]\w+ [A-Z]\w+) (?P<cue>said): “(?P<content>[^”]+)”")
VOTED = re.compile(r"(?P<voter>Pakistan) voted (?P<choice>yes|no)")

SOURCE = (
    "The talks went on for a day.\n\nSergei Lavrov said: “We are ready to meet our partners in Geneva at any time of the year.” He left.\n"
)
TRUE = "The talks\n\nSergei Lavrov said: “We are ready to meet our partners in Geneva …” in the evening. It was fine and it was late.\n"
ALTERED = TRUE.replace("ready to meet", "ready to beat")
OTHER = TRUE.replace("Sergei Lavrov", "Boris Johnson")
FREE = TRUE.replace("We are ready to meet our partners in Geneva …", "Nothing of the sort will ever be agreed upon with anybody")


def read(article: Article) -> Record:
    """Every `Name Name said: “…”`, and Pakistan's votes, which are all contradicted."""
    found = list(SAID.finditer(article.text))
    names = list(dict.fromkeys(match["source"] for match in found))
    actors = [
        Actor(
            f"a{number}", name, "person", mentions=tuple(Span.of(article.text, *match.span()) for match in re.finditer(name, article.text))
        )
        for number, name in enumerate(names)
    ]
    statements = tuple(_statement(article.text, match, f"a{names.index(match['source'])}", number) for number, match in enumerate(found))
    votes = tuple(_vote(article.text, match) for match in VOTED.finditer(article.text))
    return Record(1, Coder("test", "test"), article, (*actors, Actor("pak", "Pakistan", "state", "PAK")), (), statements, votes=votes)


def _statement(text: str, match: re.Match[str], source: str, number: int) -> Statement:
    spans = {name: Span.of(text, *match.span(name)) for name in ("source", "cue", "content")}
    return Statement(f"s{number}", source, (), spans["source"], spans["cue"], (spans["content"],), "direct", "assert", confidence=0.9)


def _vote(text: str, match: re.Match[str]) -> Vote:
    checked = Check("contradicted", "recorded_otherwise", {"pak": "abstain"}, 35, "Pakistan abstained", "test")
    evidence = Span.of(text, *match.span())
    return Vote("v1", "UNGA", None, ("pak",), match["choice"], None, "actual", None, None, None, evidence, 0.9, "A/RES/ES-11/1", checked)


@pytest.fixture(autouse=True)
def _reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.cli.reader.open_reader", lambda _means: read)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "sources"
    path.mkdir()
    (path / "lavrov.txt").write_text(f"Talks in Geneva\n\n{SOURCE}", encoding="utf-8")
    (path / "weather.md").write_text(
        "# The weather\n\nThe weather was fine and the sun shone on the lake for most of the day.\n", encoding="utf-8"
    )
    return path


def written(folder: Path, text: str) -> str:
    path = folder.parent / "draft.txt"
    path.write_text(text, encoding="utf-8")
    return str(path)


STATUSES = [
    pytest.param(TRUE, 0, "verbatim", id="in order"),
    pytest.param(ALTERED, 1, "altered", id="altered"),
    pytest.param(OTHER, 1, "other_speaker", id="another speaker"),
    pytest.param(FREE, 0, "not_found", id="not found"),
]


@pytest.mark.parametrize(("text", "status", "verdict"), STATUSES)
def test_the_exit_status_says_whether_something_is_wrong(
    folder: Path, text: str, status: int, verdict: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["check", written(folder, text), "--against", str(folder), "--date", "2015-03-07", "--json"]) == status
    report = json.loads(capsys.readouterr().out)
    assert [one["verdict"] for one in report["quotations"]] == [verdict]
    assert report["sources"] == 2


def test_strict_takes_what_is_not_found_for_wrong(folder: Path) -> None:
    assert cli.main(["check", written(folder, FREE), "--against", str(folder), "--strict"]) == 1


def test_the_difference_is_shown_word_by_word_and_what_is_wrong_comes_first(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = f"{ALTERED}\nSergei Lavrov said: “We are ready to meet our partners” again. Pakistan voted yes on the matter.\n"
    assert cli.main(["check", written(folder, text), "--against", str(folder)]) == 1
    view = " ".join(capsys.readouterr().out.split())
    assert "We are ready to {meet → beat} our partners in Geneva”" in view
    assert view.index("✗ altered") < view.index("✗ vote") < view.index("✓ verbatim")
    assert "A/RES/ES-11/1: Pakistan abstained" in view
    assert view.endswith("2 quotations, 0 titles, 1 vote held against 2 sources: 2 wrong")


def test_a_corpus_and_a_single_article_are_sources_too(folder: Path) -> None:
    corpus = folder.parent / "sources.jsonl"
    corpus.write_text(json.dumps({"text": SOURCE}) + "\n", encoding="utf-8")
    for place in (corpus, folder / "lavrov.txt"):
        assert cli.main(["check", written(folder, ALTERED), "--against", str(place)]) == 1


def test_the_draft_is_no_source_of_its_own(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = folder / "draft.txt"
    draft.write_text(FREE, encoding="utf-8")
    (folder / "copy.txt").write_text(FREE, encoding="utf-8")
    assert cli.main(["check", str(draft), "--against", str(folder), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["sources"], report["quotations"][0]["verdict"]) == (2, "not_found")


def test_a_source_that_cannot_be_read_is_told_and_left_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "empty.txt").write_text("", encoding="utf-8")
    assert cli.main(["check", written(folder, TRUE), "--against", str(folder)]) == 0
    assert "left out" in capsys.readouterr().err


REFUSALS = [
    (["check", "no-such-draft.txt", "--against", "FOLDER"], "no-such-draft.txt"),
    (["check", "DRAFT", "--against", "no-such-folder"], "no-such-folder"),
    (["check", "DRAFT", "--against", "EMPTY"], "no article"),
    (["check", "DRAFT"], "--against"),
    (["check", "DRAFT", "--against", "FOLDER", "--date", "soon"], "soon"),
]


@pytest.mark.parametrize(("arguments", "named"), REFUSALS, ids=[" ".join(arguments) for arguments, _ in REFUSALS])
def test_what_cannot_be_done_is_one_line_and_status_2(
    folder: Path, arguments: list[str], named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder.parent / "empty").mkdir()
    places = {"FOLDER": str(folder), "DRAFT": written(folder, TRUE), "EMPTY": str(folder.parent / "empty")}
    assert cli.main([places.get(word, word) for word in arguments]) == 2
    told = capsys.readouterr()
    assert (told.out, len(told.err.splitlines())) == ("", 1)
    assert named in told.err
