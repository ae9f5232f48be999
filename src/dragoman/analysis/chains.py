"""Linear algebra of many independent chains, laid one after another: each row is tied to the next by a link, 0 between chains.

The precision matrix of such rows is `diag(own)` plus, for each link l between rows r and r + 1, l at (r, r) and (r + 1, r + 1) and -l
beside the diagonal. All chains are walked at once, one place in the chain at a time.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Float = npt.NDArray[np.float64]
Int = npt.NDArray[np.int64]


def chain_solve(own: Float, links: Float, right: Float) -> Float:
    """The x that the precision matrix of `own` and `links` takes to `right`, all of shape (rows,) but `links`, (rows - 1,)."""
    before = _passed(own, links, _places(links))
    before_mean, x = right.copy(), np.zeros_like(right)
    whole = own + before
    places = _places(links)
    for rows in places[1:]:
        share = links[rows - 1] / (whole[rows - 1] + links[rows - 1])
        before_mean[rows] += share * before_mean[rows - 1]
    following = np.append(links, 0.0)
    for rows in reversed(places):
        after = np.where(following[rows] > 0, np.append(x, 0.0)[rows + 1], 0.0)
        x[rows] = (before_mean[rows] + following[rows] * after) / (whole[rows] + following[rows])
    return x


def chain_deviations(own: Float, links: Float) -> Float:
    """The square roots of the diagonal of the inverse of the precision matrix: marginal deviations, shape (rows,)."""
    forward = _passed(own, links, _places(links))
    backward = _passed(own[::-1], links[::-1], _places(links[::-1]))[::-1]
    return np.asarray(1 / np.sqrt(own + forward + backward))


def _places(links: Float) -> list[Int]:
    """The rows that are first in their chains, those that are second, and so on."""
    starts = np.concatenate([[True], links == 0])
    rows = np.arange(len(starts))
    place = rows - np.maximum.accumulate(np.where(starts, rows, 0))
    order = np.argsort(place, kind="stable")
    return np.split(order, np.cumsum(np.bincount(place))[:-1])


def _passed(own: Float, links: Float, places: list[Int]) -> Float:
    """What each row's precision gains through its link from the rows before it."""
    gained = np.zeros_like(own)
    for rows in places[1:]:
        reaching = own[rows - 1] + gained[rows - 1]
        gained[rows] = reaching * links[rows - 1] / (reaching + links[rows - 1])
    return gained
