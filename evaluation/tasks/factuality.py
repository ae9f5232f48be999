"""Factuality on UDS-IH2: whether a sentence says that the event of a predicate happened, -3 (surely not) to 3 (surely).

White et al. (2016) and Rudinger, White and Van Durme (2018). `pearson` is the correlation over predicates; `mae` the mean absolute
error. Sentences are read as many together as fit a window of the encoder, each a paragraph, as the scale has learnt them; a predicate
is rated at its first token. They are resampled whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.model import Bundle
from dragoman.reading.events.judging import Factuality, factuality
from evaluation.datasets import read_jsonl
from evaluation.figures import Array, Figure, Measurement, Sample, Unit, quotient
from evaluation.tasks import Given


def _pearson(sample: Sample) -> Array:
    n, x, y = sample["n"], sample["read"], sample["gold"]
    spread = np.sqrt(np.maximum(n * sample["read_read"] - x * x, 0) * np.maximum(n * sample["gold_gold"] - y * y, 0))
    return quotient(n * sample["read_gold"] - x * y, spread)


FIGURES: tuple[Figure, ...] = (Figure("pearson", _pearson, lambda sample: sample["n"]),)
EXTRAS: tuple[Figure, ...] = (
    Figure("mae", lambda sample: quotient(sample["error"], sample["n"]), lambda sample: sample["n"], better="lower"),
)


def files(split: str) -> tuple[str, ...]:
    """The sentences of the split."""
    return (f"factuality/uds_ih2_{split}.jsonl.gz",)


def measure(given: Given) -> Measurement:
    """Every predicate rated by the bundle. Raises MissingHeadError where it rates none."""
    rated = factuality(Bundle.load(given.bundle))
    return measured(read_jsonl(given.data / files(given.split)[0]), rated)


def measured(lines: Sequence[Mapping[str, Any]], rated: Factuality) -> Measurement:
    """The figures of one way of rating; a unit is a sentence."""
    values = rated([line["text"].split(" ") for line in lines])
    units = tuple(Unit(f"{line['file_idx']}-{line['idx']}", _count(line, read)) for line, read in zip(lines, values, strict=True))
    return Measurement(FIGURES, units, EXTRAS)


def _count(line: Mapping[str, Any], values: NDArray[np.float64]) -> Counter[str]:
    counts = Counter[Any]()
    for target in line["targets"]:
        read, gold = float(values[target["span1"][0]]), target["label"]
        counts.update({"n": 1, "read": read, "gold": gold, "read_read": read * read, "gold_gold": gold * gold, "read_gold": read * gold})
        counts.update({"error": abs(read - gold)})
    return counts
