"""A linear-chain conditional random field that can learn from partly known labels.

Lafferty, McCallum, Pereira (2001); for partial labels Tsuboi et al. (2008): the likelihood of all label sequences that the annotation
allows, over that of all sequences. The gradient is the difference of two sets of marginals, computed in closed form with scaled
forward and backward sums, which on two cores is many times faster than differentiating through the recursion.
"""

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from dragoman.model.labels import transitions

Floats = NDArray[np.float64]
LOST = -500.0


class Crf(nn.Module):
    """Transitions over `labels`; impossible ones stay impossible."""

    def __init__(self, labels: tuple[str, ...]) -> None:
        """Start from equal weights of all possible transitions."""
        super().__init__()
        self.register_buffer("fixed", torch.from_numpy(transitions(labels)))
        self.learnt = nn.Parameter(torch.zeros(len(labels) + 1, len(labels) + 1))

    def table(self) -> Tensor:
        """[labels + 1, labels + 1], the last row the start, the last column the end."""
        return self.fixed + self.learnt

    def loss(self, emissions: Tensor, allowed: Tensor, lengths: Tensor) -> Tensor:
        """Negative log likelihood, summed over the sequences.

        `emissions` [n, t, labels], `allowed` bool of the same shape, `lengths` int [n], all at least 1.
        """
        return _Likelihood.apply(emissions, self.table(), allowed.numpy(), lengths.numpy())


class _Likelihood(torch.autograd.Function):
    @staticmethod
    def forward(ctx, emissions: Tensor, table: Tensor, allowed: NDArray[np.bool_], lengths: NDArray[np.int64]) -> Tensor:
        scores = emissions.detach().double().numpy()
        weights = np.exp(table.detach().double().numpy())
        peak = scores.max(axis=2, keepdims=True)
        potentials = np.exp(scores - peak)
        whole = sums(potentials, weights, lengths)
        seen = sums(potentials * allowed, weights, lengths)
        lost = seen.log < LOST  # what is allowed has become as good as impossible: nothing can be learnt from it
        for one in (whole, seen):
            one.labels[lost] = 0.0
            one.log[lost] = 0.0
        ctx.save_for_backward(
            torch.from_numpy((whole.labels - seen.labels).astype(np.float32)),
            torch.from_numpy((whole.pairs - seen.pairs).astype(np.float32)),
        )
        return torch.tensor(float((whole.log - seen.log).sum()), dtype=torch.float32)

    @staticmethod
    def backward(ctx, gradient: Tensor):
        labels, pairs = ctx.saved_tensors
        return gradient * labels, gradient * pairs, None, None


@dataclass(frozen=True)
class Sums:
    """log partition [n] (but for the emissions' peaks), label marginals [n, t, labels], transition marginals [labels + 1, labels + 1]."""

    log: Floats
    labels: Floats
    pairs: Floats


def sums(potentials: Floats, weights: Floats, lengths: NDArray[np.int64]) -> Sums:
    """Forward and backward sums of sequences of `lengths`, padded to one length."""
    count, steps, size = potentials.shape
    inner, start, end = weights[:size, :size], weights[size, :size], weights[:size, size]
    alphas, scales = np.zeros((steps, count, size)), np.ones((steps, count))
    alpha = start * potentials[:, 0]
    for step in range(steps):
        if step:
            alpha = np.where((step < lengths)[:, None], (alpha @ inner) * potentials[:, step], alpha)
        scale = np.where(step < lengths, alpha.sum(axis=1), 1.0) + 1e-300
        alpha = alpha / scale[:, None]
        alphas[step], scales[step] = alpha, scale
    closing = alpha @ end + 1e-300
    log = np.log(scales).sum(axis=0) + np.log(closing)
    labels, pairs = np.zeros_like(potentials), np.zeros_like(weights)
    beta = np.zeros((count, size))
    for step in range(steps - 1, -1, -1):
        if step + 1 < steps:
            onward = (potentials[:, step + 1] * beta) / scales[step + 1][:, None]
            alive = (step + 1 < lengths)[:, None]
            pairs[:size, :size] += (alphas[step] * alive).T @ onward * inner
            beta = np.where(alive, onward @ inner.T, beta)
        beta = np.where((step == lengths - 1)[:, None], end / closing[:, None], beta)
        labels[:, step] = alphas[step] * beta * (step < lengths)[:, None]
    pairs[size, :size] = labels[:, 0].sum(axis=0)
    pairs[:size, size] = labels[np.arange(count), lengths - 1].sum(axis=0)
    return Sums(log, labels, pairs)
