"""Voting blocs: states clustered by their agreement, with how stable each bloc is.

Average linkage on 1 - agreement (the measure of `agreement`). The number of blocs is the one with the best mean silhouette
(Rousseeuw 1987). Stability is the mean Jaccard overlap of a bloc with its nearest bloc over bootstrap samples of the roll calls
(Hennig 2007, Computational Statistics & Data Analysis 52:258: below 0.6 a bloc should not be trusted, from 0.85 on it is highly stable).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dragoman.analysis.agreement import shares
from dragoman.analysis.panel import Float, Int, Panel
from dragoman.errors import UsageError

RESAMPLES = 100
SEED = 20220302
MOST_BLOCS = 8
TAKING_PART = 0.5
"""A state takes part where it answered at least this share of the roll calls."""


@dataclass(frozen=True, slots=True)
class Bloc:
    """A bloc: its states, its mean agreement inside, and its stability from 0 to 1."""

    states: tuple[str, ...]
    cohesion: float
    stability: float


@dataclass(frozen=True, slots=True)
class Blocs:
    """The blocs, largest first; the mean silhouette; the states left out for too few answers; how many roll calls they rest on."""

    blocs: tuple[Bloc, ...]
    silhouette: float
    left_out: tuple[str, ...]
    roll_calls: int


def blocs(panel: Panel, number: int | None = None) -> Blocs:
    """The blocs of the states that answered at least half of the roll calls; `number` of them, or as many as fit best.

    Raises UsageError where fewer than three states take part, or more blocs are asked for than there are states.
    """
    part, left_out = _taking_part(panel)
    if len(part.states) < 3 or (number or 0) > len(part.states):
        raise UsageError(f"{len(part.states)} states answered half of the roll calls: too few for {number or 2} blocs; choose other years")
    distances = _distances(part, np.ones(len(part.answers)))
    merges = linkage(distances)
    labels = max((cut(merges, count) for count in _counts(number, len(part.states))), key=lambda found: silhouette(distances, found))
    stability = _stability(part, labels)
    found = [_bloc(part.states, distances, labels == label, stability[label]) for label in range(labels.max() + 1)]
    found.sort(key=lambda bloc: (-len(bloc.states), bloc.states))
    return Blocs(tuple(found), silhouette(distances, labels), left_out, len(part.answers))


def _counts(number: int | None, states: int) -> range:
    return range(number, number + 1) if number else range(2, min(MOST_BLOCS, states - 1) + 1)


def _taking_part(panel: Panel) -> tuple[Panel, tuple[str, ...]]:
    answered, seated = (panel.answers >= 0).mean(axis=0), panel.members.any(axis=0)
    names = np.array(panel.states)
    chosen = tuple(str(name) for name in names[answered >= TAKING_PART])
    return panel.of(chosen), tuple(str(name) for name in names[seated & (answered < TAKING_PART)])


def _distances(panel: Panel, weights: Float) -> Float:
    distance = 1 - shares(panel, weights)
    distance[np.isnan(distance)] = 1.0
    np.fill_diagonal(distance, 0.0)
    return distance


def linkage(distances: Float) -> list[tuple[int, int]]:
    """The merges of average linkage (UPGMA), in order: cluster b joins cluster a < b; of equal distances the first pair."""
    work = distances.copy()
    np.fill_diagonal(work, np.inf)
    sizes = np.ones(len(work))
    merges = []
    for _ in range(len(work) - 1):
        a, b = sorted(int(place) for place in np.unravel_index(np.argmin(work), work.shape))
        joined = (sizes[a] * work[a] + sizes[b] * work[b]) / (sizes[a] + sizes[b])
        work[a], work[:, a] = joined, joined
        work[a, a] = np.inf
        work[b], work[:, b] = np.inf, np.inf
        sizes[a] += sizes[b]
        merges.append((a, b))
    return merges


def cut(merges: list[tuple[int, int]], number: int) -> Int:
    """The labels, 0 to `number` - 1, of the states when `number` clusters are left."""
    owner = np.arange(len(merges) + 1)
    for a, b in merges[: len(owner) - number]:
        owner[owner == b] = a
    return np.unique(owner, return_inverse=True)[1]


def silhouette(distances: Float, labels: Int) -> float:
    """The mean silhouette of the clustering; a state alone in its cluster counts 0."""
    indicator = (labels[:, None] == np.arange(labels.max() + 1)).astype(np.float64)
    sizes = indicator.sum(axis=0)
    sums = np.einsum("ij,jk->ik", distances, indicator)
    own_size = sizes[labels]
    own = sums[np.arange(len(labels)), labels] / np.maximum(own_size - 1, 1)
    means = sums / sizes
    means[np.arange(len(labels)), labels] = np.inf
    other = means.min(axis=1)
    score = np.where(own_size > 1, (other - own) / np.maximum(np.maximum(own, other), 1e-12), 0.0)
    return float(score.mean())


def _stability(panel: Panel, labels: Int) -> Float:
    generator = np.random.default_rng(SEED)
    number = int(labels.max()) + 1
    overlaps = np.zeros((RESAMPLES, number))
    for sample in range(RESAMPLES):
        weights = np.bincount(generator.integers(len(panel.answers), size=len(panel.answers)), minlength=len(panel.answers))
        again = cut(linkage(_distances(panel, weights.astype(np.float64))), number)
        overlaps[sample] = [max(_jaccard(labels == one, again == two) for two in range(number)) for one in range(number)]
    return np.asarray(overlaps.mean(axis=0))


def _jaccard(one: np.typing.NDArray[np.bool_], two: np.typing.NDArray[np.bool_]) -> float:
    return float((one & two).sum() / (one | two).sum())


def _bloc(states: tuple[str, ...], distances: Float, mine: np.typing.NDArray[np.bool_], stability: float) -> Bloc:
    inside = distances[np.ix_(mine, mine)]
    size = int(mine.sum())
    cohesion = 1.0 if size == 1 else float(1 - inside.sum() / (size * (size - 1)))
    return Bloc(tuple(state for state, chosen in zip(states, mine, strict=True) if chosen), cohesion, float(stability))
