"""The command line: one table for every task, JSON with the contract's figures, and exit statuses that a script can use."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.values import Article, Coder, Record
from evaluation import __main__ as command
from evaluation import floors, tasks
from evaluation.readings import Readings
from tests.evaluation.perturbing import perturbed

POLNEAR = "source_exact_f1 cue_exact_f1 content_exact_f1 triple_overlap_f1 triple_exact_f1"
STATEMENTS = "statement_f1 statement_source_f1 source_accuracy state_accuracy"
EVENTS = "event_strict_f1 event_quad_f1 event_found_f1 status_accuracy"
CONTRACT = {"polnear": POLNEAR.split(), "desk": f"{STATEMENTS} {EVENTS} vote_f1 tie_f1".split()}


def from_gold(golds: list[dict]) -> Callable[[Article], Record]:
    """A reader that knows the answers, perturbed by a fixed seed; its records have every key, as a real one's."""
    by_id = {gold["article"]["id"]: perturbed(gold, 5) for gold in golds}

    def read(article: Article) -> Record:
        given = by_id[article.id]
        text = given["article"]["text"]
        statements = [{"source_span": None, **one} for one in given["statements"]]
        events = [{"contexts": [], "cameo": None, **one} for one in given["events"]]
        ties = [{"id": f"t{number}", "confidence": 0.5, **one} for number, one in enumerate(given["ties"])]
        votes = [{"status": "actual", "reported_in": None, "until": None, "confidence": 0.5, **one} for one in given["votes"]]
        body = {"actors": given["actors"], "statements": statements, "events": events, "ties": ties, "votes": votes}
        whole = {"article": {**article.to_dict(), "text": text}, "schema": 1, "coder": Coder("0", "fake").to_dict(), **body}
        return Record.from_dict(whole)

    return read


def run(arguments: list[str], read: Callable[[Article], Record], path: Path) -> int:
    return command.run(command.asked(arguments), Readings(lambda: read, say=lambda _: None), path)


@pytest.fixture
def empty_floors(tmp_path: Path) -> Path:
    path = tmp_path / "floors.json"
    floors.save({}, path)
    return path


@pytest.fixture
def reader(desk_gold):
    return from_gold(desk_gold)


def test_json_holds_the_contract(data, reader, empty_floors, capsys):
    """`--json` prints exactly the figures of the design, over all articles, and nothing else on stdout."""
    assert run(["desk", "calibration", "--data", str(data), "--json"], reader, empty_floors) == 0
    printed = json.loads(capsys.readouterr().out)
    assert list(printed) == ["desk", "calibration"]
    assert list(printed["desk"]) == CONTRACT["desk"]
    assert {"statements_ece", "statements_precision_090", "events_ece", "direct_speaker_precision"} <= set(printed["calibration"])
    assert 0.5 < printed["desk"]["statement_f1"] < 1


@pytest.mark.parametrize("name", CONTRACT)
def test_figures_are_those_of_the_design(name):
    """The names that a task promises."""
    assert [figure.name for figure in tasks.load(name).FIGURES] == CONTRACT[name]


def test_table_has_genres_intervals_and_references(data, reader, empty_floors, capsys):
    """The table shows every column; `desk` also every genre of its articles."""
    assert run(["desk", "--data", str(data)], reader, empty_floors) == 0
    lines = capsys.readouterr().out.splitlines()
    assert all(column in lines[0] for column in ("task", "genre", "figure", "value", "n", "95 % interval", "floor", "published"))
    genres = {line.split()[1] for line in lines[1:] if line.startswith("desk")}
    assert genres == {"all", "gd", "gv", "pn", "re3d", "wh", "wn"}
    assert any("statement_source_f1" in line and "second annotator" in line and "0.97" in line for line in lines)


def test_readings_are_shared(data, desk_gold, empty_floors):
    """Two tasks on the same articles read each article once."""
    seen: list[str] = []
    reader = from_gold(desk_gold)

    def counted(article: Article) -> Record:
        seen.append(article.id)
        return reader(article)

    run(["desk", "calibration", "--data", str(data), "--json"], counted, empty_floors)
    assert len(seen) == len(set(seen)) == len(desk_gold)


def test_floor_missed_is_status_1(data, reader, tmp_path, capsys):
    """A figure under its floor is named on stderr and in the table."""
    path = tmp_path / "floors.json"
    floors.save({"desk": {"dev": {"statement_f1": 0.999, "event_found_f1": 0.1}}}, path)
    assert run(["desk", "--data", str(data)], reader, path) == 1
    printed = capsys.readouterr()
    assert "desk statement_f1: under its floor" in printed.err
    assert "event_found_f1: under" not in printed.err
    assert "≥ 0.999 MISSED" in printed.out


def test_raise_sets_floors_that_hold(data, reader, empty_floors):
    """After `--raise` the same readings pass, votes (n < 30) have no floor, and a second `--raise` changes nothing."""
    assert run(["desk", "calibration", "--data", str(data), "--raise"], reader, empty_floors) == 0
    raised = floors.load(empty_floors)
    assert 0 < raised["desk"]["dev"]["statement_f1"] < 1
    assert "vote_f1" not in raised["desk"]["dev"]
    assert run(["desk", "--data", str(data), "--raise"], reader, empty_floors) == 0
    assert floors.load(empty_floors) == raised


def unread(article: Article) -> Record:
    raise AssertionError("nothing is to be read")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["polnear"], "polnear: skipped"),
        (["polnear"], "attribution/polnear_dev.jsonl.gz"),
        (["polnear", "--split", "test"], "attribution/polnear_test.jsonl.gz"),
        (["desk"], "desk/desk_dev.jsonl"),
        (["idealpoints"], "idealpoints: skipped"),
    ],
)
def test_missing_files_are_named_and_skipped(arguments, said, tmp_path, empty_floors, capsys):
    """What is skipped is said, and is no failure; no reader is opened for it."""
    assert run([*arguments, "--data", str(tmp_path)], unread, empty_floors) == 0
    assert said in capsys.readouterr().err


def test_a_task_not_built_says_so(tmp_path, empty_floors, capsys, monkeypatch):
    """A task of the design without its module is named and skipped."""
    monkeypatch.setattr(tasks, "built", lambda _: False)
    assert run(["names", "--data", str(tmp_path)], unread, empty_floors) == 0
    assert "names: skipped, this task is not built yet" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "name a task"),
        (["nmaes"], "no task nmaes"),
        (["desk", "--data", "no/such/directory"], "no such directory"),
        (["desk", "--splits"], "unrecognized"),
    ],
)
def test_bad_usage_is_status_2(arguments, said, capsys):
    """Usage errors say what is wrong."""
    with pytest.raises(SystemExit) as raised:
        command.asked(arguments)
    assert raised.value.code == 2
    assert said in capsys.readouterr().err


def test_floors_runs_what_has_floors(monkeypatch):
    """`--floors` alone asks for every task and split that has a floor."""
    monkeypatch.setattr(floors, "load", lambda: {"desk": {"dev": {"statement_f1": 0.1}}, "polnear": {"dev": {}, "test": {}}})
    assert command.asked(["--floors"]).pairs == (("desk", "dev"), ("polnear", "dev"), ("polnear", "test"))
