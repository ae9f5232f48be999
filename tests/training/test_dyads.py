"""Sentences with a source, a target and a root: they stand where they are said to, and none is measured on."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from evaluation import quiet as measured
from evaluation.datasets import plv_rows, read_jsonl
from evaluation.roots import ROOTS, unmarked
from training.events import COMPOSED, DYADS, marked
from training.quiet import passages


def letters(text: str) -> str:
    """Its letters and digits in lower case."""
    return re.sub(r"\W", "", text.lower())


def test_parties_are_marked_wherever_they_stand() -> None:
    text = "Rome was praised by Oslo."
    assert marked(text, (20, 24), (0, 4)) == "<t>Rome</t> was praised by <s>Oslo</s>."
    assert unmarked(marked(text, (20, 24), (0, 4))) == (text, (20, 24), (0, 4))


@pytest.fixture(scope="module")
def dyads(data: Path) -> list[tuple[dict, str]]:
    return list(passages(data, DYADS))


def test_every_dyad_has_two_parties_of_its_sentence_and_a_root(dyads: list[tuple[dict, str]]) -> None:
    for line, text in dyads:
        source, target = line["s"], line["t"]
        assert line["root"] in ROOTS
        assert all(0 <= start < end <= len(text) and text[start:end].strip() == text[start:end] for start, end in (source, target))
        assert source[1] <= target[0] or target[1] <= source[0]
    counts = Counter(line["root"] for line, _ in dyads)
    assert min(counts[root] for root in ROOTS) >= 25


def test_no_dyad_is_measured_on(data: Path, dyads: list[tuple[dict, str]]) -> None:
    known = {letters(row["sentence"]) for split in ("train", "dev") for row in plv_rows(data, split)}
    desk = "".join(letters(line["article"]["text"]) for line in read_jsonl(data / "desk/desk_dev.jsonl"))
    silent = "".join(letters(one["text"]) for one in measured.drawn(list(read_jsonl(data / "corpora/wikinews_2019_2021.jsonl.gz"))))
    found = [letters(text) for _, text in dyads]
    assert [text for text in found if text in known or text in desk or text in silent] == []


def test_composed_sentences_have_a_target_and_a_root_and_none_is_measured_on(data: Path) -> None:
    rows = list(read_jsonl(COMPOSED))
    known = {letters(row["sentence"]) for split in ("train", "dev") for row in plv_rows(data, split)}
    found = [letters(unmarked(row["marked"])[0]) for row in rows]
    assert len(set(found)) == len(found)
    assert not set(found) & known
    assert all(unmarked(row["marked"])[2] for row in rows)
    counts = Counter(row["root"] for row in rows)
    assert set(counts) == set(ROOTS)
    assert min(counts.values()) >= 130


def test_composed_sentences_are_none_of_the_codebook(data: Path) -> None:
    book = letters("".join((data / "ontology" / name).read_text(encoding="utf-8") for name in ("PLOVER_MANUAL.tex", "cameo_codes.jsonl")))
    assert [row["marked"] for row in read_jsonl(COMPOSED) if letters(unmarked(row["marked"])[0]) in book] == []
