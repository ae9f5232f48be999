"""Dynamic ideal points: where states stand on one dimension, session by session.

The answers follow the ordered logit of `ordinal`. A state's points have a N(0, 1) prior in every session, so that each session's assembly
is the unit, times a N(0, STEP^2) prior on each move between sessions, which bridges the sessions (a random walk as in Martin and Quinn
2002, Political Analysis 10:134; Bailey, Strezhnev and Voeten 2017, Journal of Conflict Resolution 61:430, bridge with repeated
resolutions). The joint posterior mode is found by alternating Fisher scoring of items and points, each step taken only where it
raises the posterior. Intervals are of the normal approximation at the mode, with the items' own uncertainty taken out. The
United States' points are positive on average. No random number is drawn and every sum has a fixed order: the same roll calls
give the same points.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from dragoman.analysis.chains import chain_deviations
from dragoman.analysis.ordinal import (
    SPREAD,
    Answers,
    Parameters,
    Pieces,
    answers,
    item_losses,
    item_step,
    pieces,
    point_step,
    state_losses,
    sums,
)
from dragoman.analysis.panel import Float, Int, Panel

ROUNDS = 150
TOLERANCE = 1e-6
"""The fit ends when a round raises the log posterior by less than this share of it."""

Z95 = 1.959964
POWER_STEPS = 60


@dataclass(frozen=True)
class Points:
    """Ideal points, one row a state and session, ordered by state and session.

    `point` has mean 0 and deviation 1 over all rows; `low` and `high` bound the 95 % interval; `votes` counts the answers behind a row.
    """

    states: tuple[str, ...]
    sessions: Int
    point: Float
    low: Float
    high: Float
    votes: Int
    rounds: int


def ideal_points(panel: Panel) -> Points:
    """The ideal points of all states with an answer in `panel`. Raises UsageError where no roll call divides its voters."""
    data = answers(panel)
    mode, rounds = _mode(data)
    deviation = _deviations(data, mode)
    turned = _orientation(panel.states, data, mode.point)
    scale = mode.point.std()
    point = turned * (mode.point - mode.point.mean()) / scale
    half = Z95 * deviation / scale
    states = tuple(panel.states[place] for place in data.row_state)
    return Points(states, data.row_session, point, point - half, point + half, np.bincount(data.row, minlength=data.rows), rounds)


def _mode(data: Answers) -> tuple[Parameters, int]:
    now = _start(data)
    item_damping, state_damping = np.ones(data.items), np.ones(int(data.row_state.max()) + 1)
    at, before = pieces(data, now), np.inf
    for done in range(1, ROUNDS + 1):
        now, at, item_damping = _improved_items(data, at, now, item_damping)
        now, at, state_damping = _improved_points(data, at, now, state_damping)
        loss = float(state_losses(data, at, now).sum())
        if before - loss < TOLERANCE * abs(loss) and done > 10:
            return now, done
        before = loss
    return now, ROUNDS


def _improved_items(data: Answers, at: Pieces, now: Parameters, damping: Float) -> tuple[Parameters, Pieces, Float]:
    """One scoring step of the items; an item that it would make worse stays, and moves less far the next time."""
    slope, cut, gap = (damping * step for step in item_step(data, at, now))
    tried = replace(now, slope=now.slope + slope, cut=now.cut + cut, gap=now.gap + gap)
    there = pieces(data, tried)
    better = item_losses(data, there, tried) <= item_losses(data, at, now)
    kept = replace(
        now,
        slope=np.where(better, tried.slope, now.slope),
        cut=np.where(better, tried.cut, now.cut),
        gap=np.where(better, tried.gap, now.gap),
    )
    return kept, _chosen(better[data.item], there, at), _damped(damping, better)


def _improved_points(data: Answers, at: Pieces, now: Parameters, damping: Float) -> tuple[Parameters, Pieces, Float]:
    """One scoring step of the points; a state that it would make worse stays, and moves less far the next time."""
    tried = replace(now, point=now.point + damping[data.row_state] * point_step(data, at, now))
    there = pieces(data, tried)
    better = state_losses(data, there, tried) <= state_losses(data, at, now)
    kept = replace(now, point=np.where(better[data.row_state], tried.point, now.point))
    return kept, _chosen(better[data.row_state[data.row]], there, at), _damped(damping, better)


def _chosen(better: npt.NDArray[np.bool_], there: Pieces, at: Pieces) -> Pieces:
    return Pieces(*(np.where(better, getattr(there, name), getattr(at, name)) for name in Pieces.__dataclass_fields__))


def _damped(damping: Float, better: npt.NDArray[np.bool_]) -> Float:
    return np.where(better, np.minimum(1.0, 1.5 * damping), 0.4 * damping)


def _start(data: Answers) -> Parameters:
    shares = np.stack([np.bincount(data.item, data.answer <= code, data.items) for code in (0, 1)]) + 0.5
    shares = shares / (np.bincount(data.item, minlength=data.items) + 1.5)
    cuts = np.log(shares / (1 - shares))
    return Parameters(_first_points(data), np.zeros(data.items), cuts[0], np.log(np.maximum(cuts[1] - cuts[0], 0.05)))


def _first_points(data: Answers) -> Float:
    """Points to start from: each session's first principal component, turned to agree with the sessions before."""
    points = np.zeros(data.rows)
    latest = np.zeros(int(data.row_state.max()) + 1)
    for session in np.unique(data.row_session):
        rows = np.nonzero(data.row_session == session)[0]
        scores = _component(data, rows)
        if (scores * latest[data.row_state[rows]]).sum() < 0:
            scores = -scores
        points[rows] = latest[data.row_state[rows]] = scores
    return points


def _component(data: Answers, rows: Int) -> Float:
    entries = np.nonzero(np.isin(data.row, rows))[0]
    items, item = np.unique(data.item[entries], return_inverse=True)
    answer = data.answer[entries] - 1.0
    table = np.zeros((len(rows), len(items)))
    table[np.searchsorted(rows, data.row[entries]), item] = answer - (np.bincount(item, answer) / np.bincount(item))[item]
    scores = _leading(table)
    return np.asarray((scores - scores.mean()) / max(float(scores.std()), 1e-9))


def _leading(table: Float) -> Float:
    """The leading left singular vector of `table`, by power iteration; einsum sums in one order on any number of cores, BLAS does not."""
    scores = table[:, np.argmax(np.einsum("ij,ij->j", table, table))]
    for _ in range(POWER_STEPS):
        scores = np.einsum("ij,j->i", table, np.einsum("ij,i->j", table, scores))
        scores = scores / max(float(np.sqrt((scores**2).sum())), 1e-12)
    return np.asarray(scores * np.sign(scores[np.argmax(np.abs(scores))]))


def _orientation(states: tuple[str, ...], data: Answers, point: Float) -> float:
    """1 or -1: what makes the United States' points, or where they are missing the first state's, positive on average."""
    anchor = states.index("USA") if "USA" in states else int(data.row_state[0])
    mine = point[data.row_state == anchor]
    return -1.0 if mine.size and mine.mean() < point.mean() else 1.0


def _deviations(data: Answers, mode: Parameters) -> Float:
    """Posterior standard deviations of the points, shape (rows,)."""
    at = pieces(data, mode)
    weight, slope = at.lower + at.upper - 2 * at.both, mode.slope[data.item]
    information = sums(data.row, weight * slope**2, data.rows)
    spared = _taken_by_items(data, mode, weight)
    return chain_deviations(np.maximum(information - spared, 0.05 * information) + 1, data.links)


def _taken_by_items(data: Answers, mode: Parameters, weight: Float) -> Float:
    """What each row's information loses because slope and location of the items are estimated too: the Schur complement's diagonal."""
    x, slope = mode.point[data.row], mode.slope[data.item]
    total, first, second = (sums(data.item, weight * x**power, data.items) for power in (0, 1, 2))
    second = second + 1 / SPREAD**2
    determinant = np.maximum(total * second - first**2, 1e-9)
    share = (second[data.item] - 2 * x * first[data.item] + x**2 * total[data.item]) / determinant[data.item]
    return sums(data.row, (weight * slope) ** 2 * share, data.rows)
