"""Agreement, blocs and ideal points have the properties that their definitions promise, and recover what was simulated."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.cluster.hierarchy import average, fcluster
from scipy.spatial.distance import squareform

from dragoman.analysis.agreement import agreements, shares, wilson
from dragoman.analysis.blocs import blocs, cut, linkage
from dragoman.analysis.chains import chain_deviations, chain_solve
from dragoman.analysis.idealpoints import ideal_points
from dragoman.analysis.ordinal import Parameters, answers, item_losses, item_step, pieces, point_step, state_losses
from dragoman.analysis.panel import Panel, panel, select
from dragoman.errors import UsageError
from dragoman.knowledge.rollcalls.archive import shipped
from dragoman.knowledge.rollcalls.seats import seats

DECADE = panel(select(shipped(), "2010", "2019"))


def assembly(sessions: int, roll_calls: int, states: int, seed: int) -> tuple[Panel, np.ndarray]:
    """A simulated assembly and its true points, ordered by state and session; one answer in ten is missing."""
    generator = np.random.default_rng(seed)
    truth = np.cumsum(np.vstack([generator.normal(size=(1, states)), generator.normal(scale=0.15, size=(sessions - 1, states))]), axis=0)
    table, held = [], []
    for session in range(sessions):
        for _ in range(roll_calls):
            slope, low, width = generator.normal(scale=2), generator.normal(scale=1.5), generator.exponential(0.8)
            latent = slope * truth[session] + generator.logistic(size=states)
            table.append(np.where(generator.random(states) < 0.1, -1, (latent > low).astype(int) + (latent > low + width)))
            held.append(session + 1)
    names = tuple(seats())[:states]
    return Panel(names, (), np.array(table, dtype=np.int8), np.ones((len(table), states), dtype=bool), np.array(held)), truth.T.ravel()


def test_simulated_points_are_recovered() -> None:
    """Estimated points correlate with the true ones at 0.98 or more, and 95 % intervals hold the truth in 90 to 99 % of cases."""
    simulated, truth = assembly(sessions=8, roll_calls=90, states=100, seed=3)
    found = ideal_points(simulated)
    assert abs(np.corrcoef(found.point, truth)[0, 1]) >= 0.98
    slope, offset = np.polyfit(found.point, truth, 1)
    ends = np.sort([slope * found.low + offset, slope * found.high + offset], axis=0)
    assert 0.90 <= ((ends[0] < truth) & (truth < ends[1])).mean() <= 0.99


def test_points_are_the_same_twice() -> None:
    """Two fits of the same roll calls agree in every bit, in any order of the roll calls' states."""
    first, second = ideal_points(DECADE), ideal_points(panel(select(shipped(), "2010", "2019")))
    assert first.point.tobytes() == second.point.tobytes()
    assert first.low.tobytes() == second.low.tobytes()


def test_points_have_their_unit() -> None:
    """Mean 0, deviation 1, the United States positive, every interval around its point."""
    found = ideal_points(DECADE)
    assert found.point.mean() == pytest.approx(0, abs=1e-9)
    assert found.point.std() == pytest.approx(1)
    assert min(point for state, point in zip(found.states, found.point, strict=True) if state == "USA") > 1
    assert bool(((found.low < found.point) & (found.point < found.high)).all())


def test_steps_follow_the_gradient() -> None:
    """The scoring steps vanish nowhere but where a numerical derivative does: each is the gradient through a positive matrix."""
    simulated, _ = assembly(sessions=3, roll_calls=6, states=12, seed=5)
    data = answers(simulated)
    generator = np.random.default_rng(1)
    now = Parameters(generator.normal(size=data.rows), *generator.normal(size=(3, data.items)))

    def loss(point: np.ndarray) -> float:
        there = Parameters(point, now.slope, now.cut, now.gap)
        return float(state_losses(data, pieces(data, there), there).sum())

    step = point_step(data, pieces(data, now), now)
    numeric = np.array([(loss(now.point + bump) - loss(now.point - bump)) / 2e-5 for bump in 1e-5 * np.eye(data.rows)])
    assert float(step @ numeric) < 0
    for name, change in zip(("slope", "cut", "gap"), item_step(data, pieces(data, now), now), strict=True):
        assert change.shape == getattr(now, name).shape
    moved = Parameters(
        now.point,
        *(
            getattr(now, name) + 0.05 * change
            for name, change in zip(("slope", "cut", "gap"), item_step(data, pieces(data, now), now), strict=True)
        ),
    )
    assert bool((item_losses(data, pieces(data, moved), moved) < item_losses(data, pieces(data, now), now) + 1e-9).all())


def test_chains_are_solved_exactly() -> None:
    """The chain solver and its deviations equal dense linear algebra."""
    generator = np.random.default_rng(0)
    own, links, right = generator.random(9) + 0.1, generator.random(8), generator.normal(size=9)
    links[[2, 5]] = 0
    dense = np.diag(own)
    for row, link in enumerate(links):
        dense[row : row + 2, row : row + 2] += link * np.array([[1, -1], [-1, 1]])
    assert chain_solve(own, links, right) == pytest.approx(np.linalg.solve(dense, right))
    assert chain_deviations(own, links) == pytest.approx(np.sqrt(np.diag(np.linalg.inv(dense))))


def test_unanimous_roll_calls_have_no_points() -> None:
    with pytest.raises(UsageError, match="divides"):
        ideal_points(Panel(("USA", "CHN"), (), np.full((3, 2), 2, dtype=np.int8), np.ones((3, 2), dtype=bool), np.ones(3, dtype=np.int64)))


def test_agreement_is_symmetric_and_one_with_itself() -> None:
    """Every pair's share is the same from both sides, and a state agrees with itself wherever it voted."""
    share = shares(DECADE, np.ones(len(DECADE.answers)))
    assert np.allclose(share, share.T, equal_nan=True)
    voted = (DECADE.answers >= 0).any(axis=0)
    assert bool((np.diag(share)[voted] == 1).all())


def test_agreement_counts() -> None:
    """Abstention is an answer of its own: yes with abstain is no agreement, abstain with abstain is."""
    table = np.array([[2, 2], [2, 1], [1, 1], [0, 2], [-1, 2]], dtype=np.int8)
    found = agreements(Panel(("PAK", "IND"), (), table, np.ones((5, 2), dtype=bool), np.ones(5, dtype=np.int64)), ("PAK", "IND"))[0]
    assert (found.same, found.both, found.total, found.share) == (2, 4, 5, 0.5)
    assert wilson(0, 0) == (None, None)
    assert wilson(5, 10) == pytest.approx((0.2366, 0.7634), abs=1e-4)


def test_linkage_is_average_linkage() -> None:
    """Our merges give the clusters that SciPy's average linkage gives."""
    points = np.random.default_rng(4).normal(size=(30, 3))
    distances = np.sqrt(((points[:, None] - points[None]) ** 2).sum(axis=2))
    for number in (2, 4, 7):
        ours = cut(linkage(distances), number)
        theirs = fcluster(average(squareform(distances, checks=False)), number, criterion="maxclust")
        assert len(set(zip(ours.tolist(), theirs.tolist(), strict=True))) == number


def test_blocs_of_two_camps() -> None:
    """Two camps that vote against each other are found, and stay under resampling."""
    generator = np.random.default_rng(2)
    camp = np.where(np.arange(20) < 8, 2, 0)
    table = np.where(generator.random((60, 20)) < 0.9, camp, 1).astype(np.int8)
    found = blocs(Panel(tuple(seats())[:20], (), table, np.ones((60, 20), dtype=bool), np.ones(60, dtype=np.int64)))
    assert [len(bloc.states) for bloc in found.blocs] == [12, 8]
    assert min(bloc.stability for bloc in found.blocs) > 0.95


def test_empty_selection_is_refused() -> None:
    with pytest.raises(UsageError, match="no roll call fits"):
        panel(select(shipped(), "2010", "2019", "no such words at all"))
