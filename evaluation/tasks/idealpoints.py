"""Ideal points of the whole archive against the published ones (Bailey, Strezhnev and Voeten, April 2020), session by session.

A session's figure is the absolute correlation of the two over the states in both; `median_abs_r` and `minimum_abs_r` are taken over
the sessions 1 to 74 (the published points leave out the nineteenth, which took one vote). The points are estimated from the archive
that the package carries. The published ones are the package's table of them, which was made from the file named here: a plain
install reads no Parquet, so the file is compared by its digest.
"""

from __future__ import annotations

import hashlib

import numpy as np

from dragoman.analysis.idealpoints import Points, ideal_points
from dragoman.analysis.panel import panel, select
from dragoman.errors import KnowledgeError
from dragoman.knowledge.rollcalls.archive import shipped
from dragoman.knowledge.rollcalls.published import published_digest, published_points
from evaluation.figures import Array, Figure, Measurement, Sample, Unit
from evaluation.tasks import Given

REFERENCE = "votes/ideal_points_apr2020.parquet"
LAST_SESSION, LAST_DAY = 74, "2020-01-14"
FEWEST_STATES = 10


def _median(sample: Sample) -> Array:
    weights = sample.weights.astype(np.int64)
    return np.array([np.median(np.repeat(sample.columns["abs_r"], draw)) for draw in weights])


def _minimum(sample: Sample) -> Array:
    return np.asarray(np.where(sample.weights > 0, sample.columns["abs_r"], np.inf).min(axis=1))


def _sessions(sample: Sample) -> Array:
    return np.asarray(sample.weights.sum(axis=1))


FIGURES = (Figure("median_abs_r", _median, _sessions), Figure("minimum_abs_r", _minimum, _sessions))


def files(split: str) -> tuple[str, ...]:
    """The published ideal points, the same for every split."""
    del split
    return (REFERENCE,)


def measure(given: Given) -> Measurement:
    """The correlation of every session. Raises KnowledgeError where the data hold other published points than the package."""
    if hashlib.sha256((given.data / REFERENCE).read_bytes()).hexdigest() != published_digest():
        raise KnowledgeError(f"{given.data / REFERENCE}: not the file that the package's table was made from; run tools/build_rollcalls.py")
    found = ideal_points(panel(select(shipped(), "1946", LAST_DAY)))
    return Measurement(FIGURES, tuple(Unit(str(session), {"abs_r": r}) for session, r in correlations(found).items()))


def correlations(points: Points) -> dict[int, float]:
    """The absolute correlation with the published points by session."""
    ours = {(state, int(session)): value for state, session, value in zip(points.states, points.sessions, points.point, strict=True)}
    found: dict[int, float] = {}
    for session in range(1, LAST_SESSION + 1):
        pairs = [(ours[key], value) for key, value in published_points().items() if key[1] == session and key in ours]
        if len(pairs) >= FEWEST_STATES:
            found[session] = abs(float(np.corrcoef(np.array(pairs).T)[0, 1]))
    return found
