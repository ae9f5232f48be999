"""The annotated reports of votes are what their notes and the corpora give, and hold what the evaluation asks of them."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from training.votes import build

SHARED = Path(os.environ.get("DRAGOMAN_SHARED") or Path(__file__).parents[2].parent / "shared")


@pytest.fixture(scope="module")
def records() -> list[dict[str, Any]]:
    """The records of `reports.jsonl`."""
    return [json.loads(line) for line in (build.HERE / "reports.jsonl").read_text(encoding="utf-8").splitlines()]


def test_spans_and_voters_are_true(records: list[dict[str, Any]]) -> None:
    """Every evidence stands where it says, every voter is an actor, every article names its licence."""
    for record in records:
        text, ids = record["article"]["text"], {actor["id"] for actor in record["actors"]}
        assert record["article"]["licence"]
        for vote in record["votes"]:
            assert text[vote["evidence"]["start"] : vote["evidence"]["end"]] == vote["evidence"]["text"] != ""
            assert set(vote["voters"]) <= ids


def test_dev_is_large_enough_and_shares_no_document_with_train(records: list[dict[str, Any]]) -> None:
    """At least 40 reports and 30 passages without one are dev."""
    parts = {part: [record for record in records if record["article"]["split"] == part] for part in ("train", "dev")}
    documents = {part: {build.source(record["article"]) for record in held} for part, held in parts.items()}
    assert not documents["train"] & documents["dev"]
    assert sum(len(record["votes"]) for record in parts["dev"]) >= 40
    assert sum(not record["votes"] for record in parts["dev"]) >= 30


def test_notes_give_the_records(records: list[dict[str, Any]]) -> None:
    """The notes on the documents of the corpora give `reports.jsonl`, record by record."""
    if not (SHARED / "data" / "corpora").is_dir():
        pytest.skip("the corpora are not beside this checkout (set DRAGOMAN_SHARED)")
    notes = yaml.load((build.HERE / "notes.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # "yes" and "no" stay words
    wanted = {build.source(note) for note in notes}
    found = {one["id"]: one for one in build.documents(SHARED / "data") if one["id"] in wanted}
    assert [build.record(found[build.source(note)], note) for note in notes] == records
