"""The given articles are learnt from with their corrections, each of which must fit what it corrects."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from evaluation import quiet
from evaluation.datasets import read_jsonl
from tests.training.test_quiet import grams
from training import own

TEXT = "Oslo will face severe consequences. Congress has voted to leave."
LINE = {
    "article": {"id": "x", "text": TEXT},
    "actors": [{"id": "oslo", "kind": "group"}],
    "statements": [],
    "events": [{"id": "e1", "mode": "meeting", "trigger": {"start": 5, "end": 34, "text": TEXT[5:34]}}],
    "votes": [],
}
CORRECTIONS = [
    # (entry, field, is, should be) → (kind, what the entry holds afterwards)
    (("oslo", "kind", "group", "state"), ("actors", {"kind": "state"})),
    (("e1", "mode", "meeting", None), ("events", {"mode": None})),
    # the words of the new trigger within the old one
    (("e1", "trigger", TEXT[5:34], "consequences"), ("events", {"trigger": {"start": 22, "end": 34, "text": "consequences"}})),
    (("votes", None, None, {"evidence": "has voted"}), ("votes", {"id": "v1", "evidence": {"start": 45, "end": 54, "text": "has voted"}})),
]


def correction(entry: str, field: str | None, old: Any, new: Any) -> dict[str, Any]:
    return {"id": "x", "entry": entry, "field": field, "is": old, "should be": new}


@pytest.mark.parametrize(("given", "expected"), CORRECTIONS)
def test_a_correction_changes_its_entry_alone(given: tuple, expected: tuple) -> None:
    kind, values = expected
    found = own.corrected(LINE, correction(*given))
    (before,) = LINE[kind] or [{}]
    assert found == LINE | {kind: [before | values]}


@pytest.mark.parametrize("given", [("e1", "mode", "visit", None), ("e2", "mode", "meeting", None), ("e1", "trigger", TEXT[5:34], "war")])
def test_what_does_not_fit_is_refused(given: tuple) -> None:
    with pytest.raises(ValueError, match=r"it is|no such entry|substring not found"):
        own.corrected(LINE, correction(*given))


def test_every_correction_fits_desk_train_and_no_other_article_changes(data: Path) -> None:
    before, after = list(read_jsonl(data / "desk/desk_train.jsonl")), own.given(data)
    changed = {new["article"]["id"] for old, new in zip(before, after, strict=True) if old != new}
    assert changed == {one["id"] for one in yaml.safe_load(own.CORRECTIONS.read_text(encoding="utf-8"))}
    for line in after:
        for span in (*(event["trigger"] for event in line["events"]), *(vote["evidence"] for vote in line["votes"])):
            assert line["article"]["text"][span["start"] : span["end"]] == span["text"]


def test_no_annotated_article_is_measured_on(data: Path) -> None:
    measured = [one["text"] for one in quiet.drawn(list(read_jsonl(data / "corpora/wikinews_2019_2021.jsonl.gz")))]
    measured += [line["article"]["text"] for line in read_jsonl(data / "desk/desk_dev.jsonl")]
    measured += [line["text"] for line in read_jsonl(data / "attribution/polnear_dev.jsonl.gz")]
    taken = set().union(*map(grams, measured))
    found = {line["article"]["id"]: grams(line["article"]["text"]) for line in own.records(data)}
    assert {name: len(some & taken) / len(some) for name, some in found.items() if len(some & taken) > 0.1 * len(some)} == {}
