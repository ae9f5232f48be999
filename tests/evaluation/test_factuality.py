"""Factuality: the correlation of what is read with what people judged, over predicates."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from evaluation.datasets import read_jsonl
from evaluation.figures import rows
from evaluation.tasks import factuality


@pytest.fixture(scope="module")
def lines(data: Path) -> list[dict]:
    return read_jsonl(data / "factuality/uds_ih2_dev.jsonl.gz")


def measured(lines: list[dict], rated) -> dict:
    return {row.name: row for row in rows(factuality.measured(lines, rated))}


def test_pearson_is_numpys(lines: list[dict]) -> None:
    """The number of letters of the predicate, a rating that means little, against the people's."""
    found = measured(lines, lambda tokens, predicate: float(len(tokens[predicate[0]])))
    read = [len(one["span_text"]) for line in lines for one in line["targets"]]
    gold = [one["label"] for line in lines for one in line["targets"]]
    assert found["pearson"].value == pytest.approx(np.corrcoef(read, gold)[0, 1])
    assert found["mae"].value == pytest.approx(np.mean(np.abs(np.array(read) - np.array(gold))))
    assert found["pearson"].n == len(gold) == 2642
    assert found["pearson"].low < found["pearson"].value < found["pearson"].high


def test_scale_and_offset_do_not_count_and_a_constant_has_no_correlation(lines: list[dict]) -> None:
    labels = iter([one["label"] for line in lines for one in line["targets"]])
    assert measured(lines, lambda *_: 5 - 2 * next(labels))["pearson"].value == pytest.approx(-1)
    assert measured(lines, lambda *_: 3.0)["pearson"].value == 0


def test_a_predicate_is_its_tokens() -> None:
    line = {"file_idx": 0, "idx": 0, "text": "They did n't go .", "targets": [{"span1": [3, 4], "label": -3.0, "span_text": "go"}]}
    seen = []
    factuality.measured([line], lambda tokens, predicate: float(len(seen.append(tokens[slice(*predicate)]) or "")))
    assert seen == [["go"]]
