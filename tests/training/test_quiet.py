"""Passages without a political event: they stand where they are said to, and are none of the texts that are annotated or measured on."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from pathlib import Path

import pytest
from tokenizers import Tokenizer

from dragoman.model.bundle import shipped
from evaluation import quiet as measured
from evaluation.datasets import read_jsonl
from training import own
from training.quiet import PASSAGES, passages, quiet

TEXT = "Rain fell.\n\nThe cup final was won by the hosts."


def grams(text: str) -> set[tuple[str, ...]]:
    """Its runs of eight words."""
    words = re.findall(r"\w+", text.lower())
    return set(zip(*(words[start:] for start in range(8)), strict=False))


def written(directory: Path, text: str) -> Path:
    """A data directory with one document of `text`, and a file that lists the second paragraph of `TEXT`."""
    (directory / "news.jsonl").write_text(json.dumps({"id": "cup", "text": text}) + "\n", encoding="utf-8")
    line = {"file": "news.jsonl", "source": "cup", "at": 12, "length": 35, "sha256": sha256(TEXT[12:].encode()).hexdigest()[:16]}
    (directory / "quiet.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    return directory / "quiet.jsonl"


def test_only_events_are_known_and_there_is_none(tmp_path: Path) -> None:
    tokenizer = Tokenizer.from_file(str(shipped() / "tokenizer.json"))
    (item,) = quiet(tmp_path, tokenizer, written(tmp_path, TEXT))
    assert (item.words.text, list(item.tags), item.frames, item.content) == (TEXT[12:], ["events"], [], None)
    assert item.tags["events"][:, 0].all()
    assert not item.tags["events"][:, 1:].any()


def test_another_text_in_its_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="cup at 12"):
        list(passages(tmp_path, written(tmp_path, TEXT.replace("hosts", "guests"))))


def test_no_passage_is_annotated_or_measured_on(data: Path) -> None:
    found = {(line["source"], line["at"]): text for line, text in passages(data)}
    assert len(found) == len(list(read_jsonl(PASSAGES))) >= 120
    others = [one["text"] for one in measured.drawn(list(read_jsonl(data / "corpora/wikinews_2019_2021.jsonl.gz")))]
    others += [line["article"]["text"] for part in ("train", "dev") for line in read_jsonl(data / f"desk/desk_{part}.jsonl")]
    others += [line["article"]["text"] for line in own.records(data)]
    taken = set().union(*map(grams, others))
    shared = {name: len(grams(text) & taken) / len(grams(text)) for name, text in found.items()}
    assert {name: share for name, share in shared.items() if share > 0.05} == {}
