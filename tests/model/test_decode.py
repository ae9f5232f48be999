"""The decoder finds what trying every label sequence finds."""

import itertools

import numpy as np
import pytest

from dragoman.model.decode import Chain, spans
from dragoman.model.labels import bies, transitions

LABELS = bies(("a",))


def chain(seed: int) -> Chain:
    table = transitions(LABELS).astype(np.float64)
    return Chain(LABELS, table + np.random.default_rng(seed).normal(size=table.shape))


def every(one: Chain, emissions: np.ndarray) -> tuple[list[tuple[int, ...]], np.ndarray]:
    size = len(one.labels)
    sequences = list(itertools.product(range(size), repeat=len(emissions)))
    scores = [
        one.table[size, path[0]]
        + one.table[path[-1], size]
        + sum(one.table[a, b] for a, b in itertools.pairwise(path))
        + sum(row[label] for row, label in zip(emissions, path, strict=True))
        for path in sequences
    ]
    return sequences, np.array(scores)


@pytest.mark.parametrize("seed", range(5))
def test_best_is_the_best_of_all_sequences(seed: int) -> None:
    one, emissions = chain(seed), np.random.default_rng(seed + 10).normal(size=(2, 4, len(LABELS)))
    for row, path in zip(emissions, one.best(emissions), strict=True):
        sequences, scores = every(one, row)
        assert tuple(path.tolist()) == sequences[int(scores.argmax())]


@pytest.mark.parametrize("seed", range(5))
def test_marginals_are_the_shares_of_all_sequences(seed: int) -> None:
    one, emissions = chain(seed), np.random.default_rng(seed + 10).normal(size=(1, 3, len(LABELS)))
    sequences, scores = every(one, emissions[0])
    weights = np.exp(scores - scores.max())
    weights /= weights.sum()
    expected = np.zeros((3, len(LABELS)))
    for path, weight in zip(sequences, weights, strict=True):
        expected[np.arange(3), path] += weight
    np.testing.assert_allclose(one.marginals(emissions)[0], expected, atol=1e-9)


def test_a_best_sequence_never_breaks_a_span() -> None:
    emissions = np.random.default_rng(3).normal(scale=5, size=(50, 12, len(LABELS)))
    for path in Chain(LABELS, transitions(LABELS).astype(np.float64)).best(emissions):
        names = [LABELS[label] for label in path]
        assert sum(last - first + 1 for _, first, last in spans(LABELS, path)) == sum(name != "O" for name in names)


def test_spans_are_read_from_their_labels() -> None:
    labels = bies(("source", "cue"))
    path = np.array([labels.index(name) for name in ("O", "B-source", "I-source", "E-source", "S-cue", "O", "S-source")])
    assert spans(labels, path) == [("source", 1, 3), ("cue", 4, 4), ("source", 6, 6)]
