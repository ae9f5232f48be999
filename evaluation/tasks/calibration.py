"""Whether a confidence means what it says: precision by confidence band, and the expected calibration error.

A statement is right where its content and its source are (`scoring.statements`), an event where its type and both party lists
are (`scoring.events.strict`). The expected calibration error is that of Guo et al. (2017), "On calibration of modern neural
networks": ten bands of equal width, the gap between mean confidence and precision weighted by their entries.
Of direct quotations that the reading found it is asked besides whether the speaker that it names is right, and how many it names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from evaluation.entries import Deed, Entries, Saying
from evaluation.figures import Array, Figure, Measurement, Sample, Unit, precision_figure, quotient, share_figure
from evaluation.scoring import events, statements
from evaluation.tasks import Given, desk

KINDS = ("statements", "events")
BANDS = 10
LOWEST = 5
"""Below a half one band is shown, of five tenths."""

Judged = tuple[float, bool]
"""The confidence of an entry, and whether it is right."""


def files(split: str) -> tuple[str, ...]:
    """The gold records of the split, those of the task `desk`."""
    return desk.files(split)


def measure(given: Given) -> Measurement:
    """Every article read whole; one unit an article."""
    return Measurement(FIGURES, tuple(Unit(name, count(gold, read)) for name, gold, read in desk.compared(given)), EXTRAS)


def count(gold: Entries, read: Entries) -> Counter[str]:
    """For each kind and tenth of confidence the entries, those right, and the sum of confidence; and the direct quotations."""
    paired = statements.pairs(gold.statements, read.statements)
    right = [r for g, r in paired if statements.source_right(g, r)]
    coded = [r for _, r in events.pairs(gold.events, read.events, events.strict)]
    counts = _banded("statements", _judged(read.statements, right)) + _banded("events", _judged(read.events, coded))
    return counts + _direct(gold.statements, paired)


def _judged(entries: Sequence[Saying] | Sequence[Deed], right: Sequence[Saying] | Sequence[Deed]) -> list[Judged]:
    correct = {id(entry) for entry in right}
    return [(entry.confidence, id(entry) in correct) for entry in entries]


def _banded(kind: str, judged: Iterable[Judged]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for confidence, right in judged:
        band = min(int(confidence * BANDS + 1e-9), BANDS - 1)
        counts[f"{kind}_n_{band}"] += 1
        counts[f"{kind}_right_{band}"] += right
        counts[f"{kind}_sum_{band}"] += confidence  # type: ignore[assignment]  # a Counter adds floats as well
    return counts


def _direct(gold: Sequence[Saying], paired: Sequence[tuple[Saying, Saying]]) -> Counter[str]:
    """Gold's direct quotations with a source, those for which the reading names one, and those where it is right."""
    named = [(g, r) for g, r in paired if g.manner == "direct" and r.source]
    return Counter(
        direct_gold=sum(g.manner == "direct" and g.source is not None for g in gold),
        direct_given=len(named),
        direct_right=sum(statements.source_right(g, r) for g, r in named),
    )


def _band_figure(kind: str, low: int, high: int) -> Figure:
    def total(sample: Sample, what: str) -> Array:
        return np.sum([sample[f"{kind}_{what}_{band}"] for band in range(low, high)], axis=0)  # type: ignore[no-any-return]

    def value(sample: Sample) -> Array:
        n = total(sample, "n")
        return np.where(n > 0, quotient(total(sample, "right"), n), np.nan)

    return Figure(f"{kind}_precision_{low * 10:03}", value, lambda sample: total(sample, "n"))


def _ece_figure(kind: str) -> Figure:
    def n(sample: Sample) -> Array:
        return np.sum([sample[f"{kind}_n_{band}"] for band in range(BANDS)], axis=0)  # type: ignore[no-any-return]

    def value(sample: Sample) -> Array:
        gaps = [np.abs(sample[f"{kind}_sum_{band}"] - sample[f"{kind}_right_{band}"]) for band in range(BANDS)]
        return np.where(n(sample) > 0, quotient(np.sum(gaps, axis=0), n(sample)), np.nan)

    return Figure(f"{kind}_ece", value, n, better="lower")


def _figures(kind: str) -> tuple[Figure, ...]:
    return (_ece_figure(kind), *(_band_figure(kind, band, band + 1) for band in range(LOWEST, BANDS)))


FIGURES = (
    *(figure for kind in KINDS for figure in _figures(kind)),
    precision_figure("direct_speaker_precision", "direct_right", "direct_given"),
    share_figure("direct_speaker_given", "direct_given", "direct_gold"),
)
EXTRAS = tuple(_band_figure(kind, 0, LOWEST) for kind in ("statements", "events"))
"""Entries that are called doubtful: that few of them are right is no fault, so no floor stands under them."""
