"""Agreement between states: how often two states gave the same answer, with abstention as an answer of its own.

The measure is the share of identical answers (yes, no, abstain) among the roll calls that both answered. Cohen's kappa stands beside it,
since on lopsided roll calls two states agree often by chance (Haege 2011, Political Analysis 19:287).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from dragoman.analysis.panel import Float, Panel

MEASURE = "share of identical answers (yes, no, abstain) among the roll calls that both answered"
Z95 = 1.959964


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two states' agreement: `same` of `both` roll calls, of `total` chosen; the share with its 95 % Wilson interval; Cohen's kappa.

    The figures are None where the two never both answered; kappa also where both always gave one answer.
    """

    first: str
    second: str
    same: int
    both: int
    total: int
    share: float | None
    low: float | None
    high: float | None
    kappa: float | None


def agreements(panel: Panel, states: tuple[str, ...]) -> tuple[Agreement, ...]:
    """The agreement of every pair of `states`. Raises UsageError for a state without a seat."""
    columns = panel.of(states)
    return tuple(_agreement(columns, one, two) for one, two in combinations(range(len(states)), 2))


def _agreement(panel: Panel, one: int, two: int) -> Agreement:
    first, second = panel.answers[:, one], panel.answers[:, two]
    answered = (first >= 0) & (second >= 0)
    table = np.zeros((3, 3), dtype=np.int64)
    np.add.at(table, (first[answered], second[answered]), 1)
    both, same = int(table.sum()), int(np.trace(table))
    low, high = wilson(same, both)
    share = same / both if both else None
    return Agreement(panel.states[one], panel.states[two], same, both, len(panel.answers), share, low, high, _kappa(table))


def _kappa(table: np.typing.NDArray[np.int64]) -> float | None:
    total = table.sum()
    if total == 0:
        return None
    chance = float((table.sum(axis=0) * table.sum(axis=1)).sum() / total**2)
    return None if chance == 1 else float((np.trace(table) / total - chance) / (1 - chance))


def wilson(successes: int, trials: int) -> tuple[float | None, float | None]:
    """The 95 % Wilson score interval of a share; (None, None) of none."""
    if trials == 0:
        return None, None
    share, z2 = successes / trials, Z95**2
    centre = (share + z2 / (2 * trials)) / (1 + z2 / trials)
    half = Z95 * math.sqrt(share * (1 - share) / trials + z2 / (4 * trials**2)) / (1 + z2 / trials)
    return max(0.0, centre - half), min(1.0, centre + half)


def shares(panel: Panel, weights: Float) -> Float:
    """The share of identical answers of every pair, shape (states, states); nan where two never both answered.

    `weights`, shape (roll calls,), are whole numbers: how often each roll call counts. Sums of whole numbers are exact in any order.
    """
    same = np.zeros((len(panel.states), len(panel.states)))
    for code in (0, 1, 2):
        gave = (panel.answers == code).astype(np.float64)
        same += (gave * weights[:, None]).T @ gave
    answered = (panel.answers >= 0).astype(np.float64)
    both = (answered * weights[:, None]).T @ answered
    return np.divide(same, both, out=np.full_like(same, np.nan), where=both > 0)
