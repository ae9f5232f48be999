"""The best label sequence and label probabilities of a linear chain.

Viterbi (1967); forward and backward sums with scaling, Rabiner (1989). All arrays are float64, a batch of sequences of one length
at a time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Chain:
    """Labels and the table of transitions between them, float64 [labels + 1, labels + 1], last row start, last column end."""

    labels: tuple[str, ...]
    table: Floats

    def best(self, emissions: Floats) -> Ints:
        """int64 [n, t], the best label sequences for `emissions` [n, t, labels]."""
        count, steps, size = emissions.shape
        inner, start, end = self.table[:size, :size], self.table[size, :size], self.table[:size, size]
        scores = start + emissions[:, 0]
        back = np.zeros((steps, count, size), dtype=np.int64)
        for step in range(1, steps):
            ways = scores[:, :, None] + inner
            back[step] = ways.argmax(axis=1)
            scores = np.take_along_axis(ways, back[step][:, None], axis=1)[:, 0] + emissions[:, step]
        path = np.zeros((count, steps), dtype=np.int64)
        path[:, -1] = (scores + end).argmax(axis=1)
        rows = np.arange(count)
        for step in range(steps - 1, 0, -1):
            path[:, step - 1] = back[step][rows, path[:, step]]
        return path

    def marginals(self, emissions: Floats) -> Floats:
        """float64 [n, t, labels], the probability of each label at each place."""
        count, steps, size = emissions.shape
        weights = np.exp(self.table)
        inner, start, end = weights[:size, :size], weights[size, :size], weights[:size, size]
        potentials = np.exp(emissions - emissions.max(axis=2, keepdims=True))
        alphas, scales = np.zeros((steps, count, size)), np.ones((steps, count, 1))
        alpha = start * potentials[:, 0]
        for step in range(steps):
            if step:
                alpha = (alpha @ inner) * potentials[:, step]
            scales[step] = alpha.sum(axis=1, keepdims=True)
            alpha = alpha / scales[step]
            alphas[step] = alpha
        beta = np.broadcast_to(end / (alpha @ end)[:, None], alpha.shape)
        found = np.zeros((count, steps, size))
        for step in range(steps - 1, -1, -1):
            found[:, step] = alphas[step] * beta
            beta = (potentials[:, step] * beta / scales[step]) @ inner.T
        return found


def spans(labels: Sequence[str], path: Ints) -> list[tuple[str, int, int]]:
    """(name, first, last) of the BIES spans of one label sequence, in order."""
    found = []
    first = 0
    for place, index in enumerate(path.tolist()):
        label = labels[index]
        if label == "O":
            continue
        if label[0] in "BS":
            first = place
        if label[0] in "ES":
            found.append((label[2:], first, place))
    return found
