"""The whole way with the shipped bundle: an article in, a statement with its speaker out."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import SENTENCES, SHIPPED, records, run
from tests.cli.test_doctor import needs_bundle


@needs_bundle
def test_a_statement_with_its_speaker(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Talks go on\n\n{SENTENCES}\n", encoding="utf-8")
    done = run("read", tmp_path / "a.txt", "--json", "--date", "2022-03-07", program=SHIPPED)
    assert (done.returncode, done.stderr) == (0, "")
    (record,) = records(done.stdout)
    names = {actor["id"]: actor["name"] for actor in record["actors"]}
    said = [(names[statement["source"]], statement["content"][0]["text"]) for statement in record["statements"] if statement["source"]]
    assert any("ministry" in name and "talks would go on" in words for name, words in said)
