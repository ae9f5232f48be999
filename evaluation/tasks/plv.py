"""Event types on PLV: what the marked source does to the marked target in a sentence.

The fifteen roots are the types of PLOVER with CONCEDE and RETREAT as one, YIELD; `roots_macro_f1` is the unweighted mean of
their F1 over the roots that gold or the reading has. `quad_macro_f1` is the same over the four quad classes, which PLV gives beside the
root (`gold_penta`); a read YIELD is material cooperation, as PLV has it. Where a row's class is not its root's it is scored as given.

Of a side marked twice the first mark counts; where the source is not marked the target is given in its place. Dev is a fifth of train
(`evaluation.datasets.plv_rows`). Sentences are resampled, not rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from dragoman.knowledge import Knowledge
from dragoman.model import Bundle
from dragoman.reading.events.judging import PairTyping, pair_typing, root
from evaluation.datasets import plv_rows
from evaluation.figures import Array, Figure, Measurement, Sample, Unit, f1_figure, quotient
from evaluation.roots import ROOTS, unmarked
from evaluation.tasks import Given

QUADS = ("1", "2", "3", "4")
YIELD_QUAD = 2


def macro_figure(name: str, labels: tuple[str, ...], reference: str) -> Figure:
    """The mean F1 of the labels that a draw has in gold or reading; n is the rows."""

    def value(sample: Sample) -> Array:
        return quotient(sum((_f1(sample, one) for one in labels), np.zeros(1)), sum((_had(sample, one) for one in labels), np.zeros(1)))

    return Figure(name, value, lambda sample: sample["rows"], reference)


def _f1(sample: Sample, label: str) -> Array:
    return quotient(2 * sample[f"{label}_hit"], sample[f"{label}_read"] + sample[f"{label}_gold"])


def _had(sample: Sample, label: str) -> Array:
    return (sample[f"{label}_read"] + sample[f"{label}_gold"] > 0).astype(np.float64)


FIGURES: tuple[Figure, ...] = (
    macro_figure("roots_macro_f1", ROOTS, "on test: zero-shot 0.82, ConfliBERT 0.87"),
    macro_figure("quad_macro_f1", QUADS, "on test: zero-shot 0.90, ConfliBERT 0.96"),
)
EXTRAS = tuple(f1_figure(f"{name}_f1", (f"{name}_hit", f"{name}_read", f"{name}_gold")) for name in ROOTS)


def files(split: str) -> tuple[str, ...]:
    """The rows of the split; those of dev lie in train."""
    return (f"events/plv_{'train' if split == 'dev' else split}.jsonl.gz",)


def measure(given: Given) -> Measurement:
    """Every row typed by the bundle. Raises MissingHeadError where it types no pairs."""
    return measured(plv_rows(given.data, given.split), pair_typing(Bundle.load(given.bundle)))


def measured(rows: Iterable[Mapping[str, Any]], typed: PairTyping) -> Measurement:
    """The figures of one way of typing; a unit is a sentence with its rows."""
    classes = quads()
    units: dict[str, Counter[str]] = {}
    for row in rows:
        sentence, source, target = unmarked(row["marked_sentence"])
        read = root(typed(sentence, source or target or (0, len(sentence)), target if source else None))
        pairs = ((row["gold_root"], read), (str(row["gold_penta"]), str(classes[read])))
        units.setdefault(sentence, Counter()).update(_count(pairs))
    return Measurement(FIGURES, tuple(Unit(str(number), counts) for number, counts in enumerate(units.values())), EXTRAS)


def quads() -> dict[str, int]:
    """The quad class of each root."""
    ontology = Knowledge.load().ontology
    return {name: YIELD_QUAD if name == "YIELD" else ontology.quad(name) for name in ROOTS}


def _count(pairs: Iterable[tuple[str, str]]) -> Counter[str]:
    counts = Counter(rows=1)
    for gold, read in pairs:
        counts.update([f"{gold}_gold", f"{read}_read", *([f"{gold}_hit"] if gold == read else [])])
    return counts
