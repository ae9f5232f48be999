"""Stored records are resolved again without the model, and an actor is explained from them."""

from __future__ import annotations

import json
from pathlib import Path

from dragoman.values import Record
from tests.cli.running import SHIPPED, records, run
from tests.formats.sample import RECORD


def stored(path: Path, found: Record) -> Path:
    path.write_text(found.to_json() + "\n", encoding="utf-8")
    return path


def test_resolving_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    first = run("resolve", stored(tmp_path / "a.jsonl", RECORD), program=SHIPPED)
    assert (first.returncode, first.stderr) == (0, "")
    (tmp_path / "b.jsonl").write_text(first.stdout, encoding="utf-8")
    assert run("resolve", tmp_path / "b.jsonl", program=SHIPPED).stdout == first.stdout


def test_the_words_of_the_article_are_kept(tmp_path: Path) -> None:
    given = RECORD
    (found,) = records(run("resolve", stored(tmp_path / "a.jsonl", given), program=SHIPPED).stdout)
    assert found["article"] == given.to_dict()["article"]
    assert [one["content"] for one in found["statements"]] == [one["content"] for one in given.to_dict()["statements"]]


def test_a_line_that_is_no_record_is_reported_and_the_rest_is_resolved(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f'{RECORD.to_json()}\n{{"schema": 1}}\nnothing\n{json.dumps({"schema": 99})}\n', encoding="utf-8")
    done = run("resolve", path, program=SHIPPED)
    assert done.returncode == 1
    assert len(records(done.stdout)) == 1
    assert [line.split(": ")[1] for line in done.stderr.splitlines()] == [f"{path}:{number}" for number in (2, 3, 4)]


def test_an_actor_is_explained_by_id_or_name(tmp_path: Path) -> None:
    given = RECORD
    path = stored(tmp_path / "a.json", given)
    actor = given.actors[0]
    by_id, by_name = (run("explain", path, who, program=SHIPPED) for who in (actor.id, actor.name))
    assert by_id.returncode == 0
    assert by_id.stdout == by_name.stdout
    assert by_id.stdout.startswith(actor.name)


def test_an_unknown_actor_is_refused_with_those_there_are(tmp_path: Path) -> None:
    done = run("explain", stored(tmp_path / "a.json", RECORD), "nobody at all", program=SHIPPED)
    assert done.returncode == 2
    assert RECORD.actors[0].name in done.stderr
    assert len(done.stderr.splitlines()) == 1
