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


def of_tokens(value):
    """A rating of every token by itself."""
    return lambda sentences: [np.array([float(value(token)) for token in tokens]) for tokens in sentences]


def test_pearson_is_numpys(lines: list[dict]) -> None:
    """The number of letters of the predicate, a rating that means little, against the people's."""
    found = measured(lines, of_tokens(len))
    read = [len(one["span_text"]) for line in lines for one in line["targets"]]
    gold = [one["label"] for line in lines for one in line["targets"]]
    assert found["pearson"].value == pytest.approx(np.corrcoef(read, gold)[0, 1])
    assert found["mae"].value == pytest.approx(np.mean(np.abs(np.array(read) - np.array(gold))))
    assert found["pearson"].n == len(gold) == 2642
    assert found["pearson"].low < found["pearson"].value < found["pearson"].high


def test_scale_and_offset_do_not_count_and_a_constant_has_no_correlation(lines: list[dict]) -> None:
    def reversed_gold(sentences):
        values = [np.zeros(len(tokens)) for tokens in sentences]
        for line, row in zip(lines, values, strict=True):
            for one in line["targets"]:
                row[one["span1"][0]] = 5 - 2 * one["label"]
        return values

    assert measured(lines, reversed_gold)["pearson"].value == pytest.approx(-1)
    assert measured(lines, of_tokens(lambda _: 3.0))["pearson"].value == 0


def test_a_predicate_is_its_first_token() -> None:
    line = {"file_idx": 0, "idx": 0, "text": "They did n't go .", "targets": [{"span1": [3, 4], "label": -3.0, "span_text": "go"}]}
    counts = factuality.measured([line], lambda _: [np.array([0.0, 0.0, 0.0, -2.0, 0.0])]).units[0].counts
    assert (counts["n"], counts["read"], counts["gold"], counts["error"]) == (1, -2.0, -3.0, 1.0)
