"""The ordered-logit model of roll calls: its likelihood, and Fisher-scoring steps for states' points and roll calls' items.

State i in session t (a *row*) answers roll call j (an *item*) with no (0), abstain (1) or yes (2). With the latent slope_j * point_row,
P(no) = L(cut_j - latent), P(no or abstain) = L(cut_j + width_j - latent), L the logistic function and width_j = exp(gap_j) + NARROWEST.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from dragoman.analysis.chains import chain_solve
from dragoman.analysis.panel import Float, Int, Panel
from dragoman.errors import UsageError

STEP = 0.6
"""Prior deviation of a state's move from one session to the next, where a session's points have deviation 1."""

SPREAD = 1.0
"""Prior deviation of the slopes."""

CUT_VARIANCE, GAP_VARIANCE, NARROWEST = 100.0, 25.0, 1e-3
LONGEST = 1.0
"""No parameter moves further than this in one step."""


@dataclass(frozen=True)
class Answers:
    """The answers in long form, one entry an answer: its row, its item and the answer; and each row's state and session.

    Rows are ordered by state and session.
    """

    row: Int
    item: Int
    answer: Int
    row_state: Int
    row_session: Int
    items: int

    @property
    def rows(self) -> int:
        """How many states and sessions there are."""
        return len(self.row_state)

    @cached_property
    def links(self) -> Float:
        """Prior precision of the move between each row and the next, 0 between states, shape (rows - 1,)."""
        linked = self.row_state[1:] == self.row_state[:-1]
        return np.asarray(linked / (STEP**2 * np.maximum(np.diff(self.row_session), 1)), dtype=np.float64)


@dataclass(frozen=True)
class Parameters:
    """Points by row, shape (rows,); slopes, lower cuts and log gaps by item, shape (items,)."""

    point: Float
    slope: Float
    cut: Float
    gap: Float


@dataclass(frozen=True)
class Pieces:
    """For each answer: its log likelihood, the derivatives by the lower and upper threshold, and their expected information."""

    log: Float
    by_lower: Float
    by_upper: Float
    lower: Float
    upper: Float
    both: Float


def answers(panel: Panel) -> Answers:
    """The answers of the roll calls that divide their voters. Raises UsageError where there is none."""
    counts = np.stack([(panel.answers == code).sum(axis=1) for code in (0, 1, 2)])
    divided = counts.sum(axis=0) > counts.max(axis=0)
    if not divided.any():
        raise UsageError("no roll call divides its voters: ideal points need at least one that does")
    table, sessions = panel.answers[divided], panel.sessions[divided]
    item, state = np.nonzero(table >= 0)
    keys, row = np.unique(state * 1000 + sessions[item], return_inverse=True)
    return Answers(row, item, table[item, state].astype(np.int64), keys // 1000, keys % 1000, len(table))


def pieces(data: Answers, now: Parameters) -> Pieces:
    """Likelihood, gradient and information of every answer at `now`."""
    latent = now.slope[data.item] * now.point[data.row]
    low = _logistic(now.cut[data.item] - latent)
    high = _logistic((now.cut + np.exp(now.gap) + NARROWEST)[data.item] - latent)
    middle = np.maximum(high - low, 1e-12)
    low_rest, high_rest = np.maximum(1 - low, 1e-12), np.maximum(1 - high, 1e-12)
    is_no, is_abstain = data.answer == 0, data.answer == 1
    chance = np.where(is_no, low, np.where(is_abstain, middle, high_rest))
    low_density, high_density = low * low_rest, high * high_rest
    return Pieces(
        log=np.log(np.maximum(chance, 1e-12)),
        by_lower=np.where(is_no, low_rest, np.where(is_abstain, -low_density / middle, 0.0)),
        by_upper=np.where(is_no, 0.0, np.where(is_abstain, high_density / middle, -high)),
        lower=low_density * (low_rest + low_density / middle),
        upper=high_density * (high + high_density / middle),
        both=low_density * high_density / middle,
    )


def sums(group: Int, values: Float, size: int) -> Float:
    """The sums of `values` by `group`, shape (size,), each added up in the order of the values."""
    return np.asarray(np.bincount(group, values, size), dtype=np.float64)


def item_losses(data: Answers, at: Pieces, now: Parameters) -> Float:
    """Minus the log posterior of each item, shape (items,)."""
    prior = (now.slope / SPREAD) ** 2 + now.cut**2 / CUT_VARIANCE + now.gap**2 / GAP_VARIANCE
    return 0.5 * prior - sums(data.item, at.log, data.items)


def state_losses(data: Answers, at: Pieces, now: Parameters) -> Float:
    """Minus the log posterior of each state's points, shape (states,)."""
    moves = np.concatenate([[0.0], data.links * np.diff(now.point) ** 2])
    by_row = 0.5 * (now.point**2 + moves) - sums(data.row, at.log, data.rows)
    return sums(data.row_state, by_row, int(data.row_state.max()) + 1)


def item_step(data: Answers, at: Pieces, now: Parameters) -> tuple[Float, Float, Float]:
    """The scoring steps of slope, cut and gap."""
    x, width = now.point[data.row], np.exp(now.gap)

    def total(values: Float) -> Float:
        return sums(data.item, values, data.items)

    whole, upper_only = at.lower + at.upper - 2 * at.both, at.upper - at.both
    pull = at.by_lower + at.by_upper
    gradient = np.stack([total(pull * x), -total(pull), -total(at.by_upper) * width], axis=1)
    gradient += np.stack([now.slope / SPREAD**2, now.cut / CUT_VARIANCE, now.gap / GAP_VARIANCE], axis=1)
    information = np.empty((data.items, 3, 3))
    information[:, 0, 0] = total(whole * x * x) + 1 / SPREAD**2
    information[:, 1, 1] = total(whole) + 1 / CUT_VARIANCE
    information[:, 2, 2] = total(at.upper) * width**2 + 1 / GAP_VARIANCE
    information[:, 0, 1] = information[:, 1, 0] = -total(whole * x)
    information[:, 0, 2] = information[:, 2, 0] = -total(upper_only * x) * width
    information[:, 1, 2] = information[:, 2, 1] = total(upper_only) * width
    step = np.clip(np.linalg.solve(information, gradient[:, :, None])[:, :, 0], -LONGEST, LONGEST)
    return -step[:, 0], -step[:, 1], -step[:, 2]


def point_step(data: Answers, at: Pieces, now: Parameters) -> Float:
    """The scoring step of all points, shape (rows,): one tridiagonal system, a block a state."""
    slope = now.slope[data.item]
    moves = data.links * np.diff(now.point)
    gradient = sums(data.row, (at.by_lower + at.by_upper) * slope, data.rows) + now.point
    gradient[1:] += moves
    gradient[:-1] -= moves
    information = sums(data.row, (at.lower + at.upper - 2 * at.both) * slope**2, data.rows)
    return -np.clip(chain_solve(information + 1, data.links, gradient), -LONGEST, LONGEST)


def _logistic(values: Float) -> Float:
    return 1 / (1 + np.exp(-np.clip(values, -500, 500)))
