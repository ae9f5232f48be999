"""Figures: functions of counts summed over articles, with their bootstrap intervals.

The interval is the 2.5th to 97.5th percentile of the figure over resamples of the articles with replacement (Efron and
Tibshirani, 1993, chapter 13), by a fixed seed, so that the same readings give the same interval.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

DRAWS = 1000
SEED = 20220307
LEAST_N = 30
"""What has fewer items is shown, and is no floor."""


@dataclass(frozen=True)
class Unit:
    """What is resampled, an article as a rule: its counts, and the group that it also counts in (a genre)."""

    id: str
    counts: Mapping[str, float]
    group: str | None = None


@dataclass(frozen=True)
class Sample:
    """Draws of units: `weights` (draws, units) says how often each unit is taken, `columns` (units,) what each counts."""

    columns: Mapping[str, Array]
    weights: Array

    def __getitem__(self, name: str) -> Array:
        """The sum of a count over the units of each draw, (draws,); 0 for a count that no unit has."""
        column = self.columns.get(name)
        return self.weights @ column if column is not None else np.zeros(len(self.weights))


@dataclass(frozen=True)
class Figure:
    """A named number: its value and its n (the items it is measured on), for each draw of a sample.

    `better` says which way is better, and so whether its floor is a least or a most. `reference` is what others published.
    """

    name: str
    value: Callable[[Sample], Array]
    n: Callable[[Sample], Array]
    reference: str = ""
    better: Literal["higher", "lower"] = "higher"


@dataclass(frozen=True)
class Measurement:
    """What a task measured: its contract figures, further ones that are only shown, and the units that both rest on."""

    figures: tuple[Figure, ...]
    units: tuple[Unit, ...]
    extras: tuple[Figure, ...] = ()


@dataclass(frozen=True)
class Row:
    """A figure as measured; `value` is None where it has no items, `low` and `high` where one unit alone has none to resample."""

    figure: Figure = field(repr=False)
    name: str
    group: str
    value: float | None
    n: int
    low: float | None
    high: float | None


def quotient(part: Array, whole: Array) -> Array:
    """`part / whole`, 0 where `whole` is 0: what is not there was not found."""
    return np.divide(part, whole, out=np.zeros_like(part), where=whole > 0)


def f1_figure(name: str, counts: tuple[str, str, str], reference: str = "") -> Figure:
    """F1 from the counts of hits, read and gold items; n is the gold items."""
    hit, read, gold = counts
    return Figure(name, lambda sample: quotient(2 * sample[hit], sample[read] + sample[gold]), lambda sample: sample[gold], reference)


def share_figure(name: str, part: str, whole: str, reference: str = "") -> Figure:
    """The share of `whole` that `part` is; n is the whole, and without any the share is 0."""
    return Figure(name, lambda sample: quotient(sample[part], sample[whole]), lambda sample: sample[whole], reference)


def precision_figure(name: str, part: str, whole: str) -> Figure:
    """As `share_figure`, but undefined (NaN) where there is nothing to be right or wrong about."""

    def value(sample: Sample) -> Array:
        return np.where(sample[whole] > 0, quotient(sample[part], sample[whole]), np.nan)

    return Figure(name, value, lambda sample: sample[whole])


def rows(measurement: Measurement) -> list[Row]:
    """A row a figure over all units, then a row a contract figure for each group in order of its name."""
    units = measurement.units
    groups = sorted({unit.group for unit in units if unit.group is not None})
    found = _rows(measurement.figures + measurement.extras, units, "all")
    for group in groups:
        found += _rows(measurement.figures, [unit for unit in units if unit.group == group], group)
    return found


def _rows(figures: Sequence[Figure], units: Sequence[Unit], group: str) -> list[Row]:
    whole, draws = samples(units)
    return [_row(figure, group, whole, draws) for figure in figures]


def samples(units: Sequence[Unit]) -> tuple[Sample, Sample]:
    """The units as they are (one draw), and `DRAWS` resamples of them."""
    names = sorted({name for unit in units for name in unit.counts})
    columns = {name: np.array([unit.counts.get(name, 0) for unit in units], dtype=np.float64) for name in names}
    size = len(units)
    drawn = np.random.default_rng(SEED).multinomial(size, np.full(size, 1 / size), size=DRAWS) if size else np.zeros((DRAWS, 0))
    return Sample(columns, np.ones((1, size))), Sample(columns, drawn.astype(np.float64))


def _row(figure: Figure, group: str, whole: Sample, draws: Sample) -> Row:
    value, n = float(figure.value(whole)[0]), int(figure.n(whole)[0])
    low, high = _interval(figure.value(draws)) if whole.weights.shape[1] > 1 and n else (None, None)
    return Row(figure, figure.name, group, None if np.isnan(value) else value, n, low, high)


def _interval(values: Array) -> tuple[float, float] | tuple[None, None]:
    defined = values[~np.isnan(values)]
    if not len(defined):
        return None, None
    low, high = np.percentile(defined, (2.5, 97.5))
    return float(low), float(high)
