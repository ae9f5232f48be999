"""Labels of the sequence layers: BIES over a few names, and which may follow which.

A name's span is `S` where it is one word, else `B`, any number of `I`, `E`; everything else is `O`.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

FORBIDDEN = -1e4


def bies(names: Sequence[str]) -> tuple[str, ...]:
    """The labels over `names`: O first, then B, I, E, S of each."""
    return ("O", *(f"{place}-{name}" for name in names for place in "BIES"))


def transitions(labels: Sequence[str]) -> NDArray[np.float32]:
    """float32 [labels + 1, labels + 1]: 0 where column may follow row, else FORBIDDEN; last row the start, last column the end."""
    size = len(labels)
    table = np.full((size + 1, size + 1), FORBIDDEN, dtype=np.float32)
    for i, before in enumerate((*labels, "start")):
        for j, after in enumerate((*labels, "end")):
            if _follows(before, after):
                table[i, j] = 0.0
    table[size, size] = FORBIDDEN
    return table


def _follows(before: str, after: str) -> bool:
    open_before = before[:2] in ("B-", "I-")
    inside_after = after[:2] in ("I-", "E-")
    if open_before or inside_after:
        return open_before and inside_after and before[2:] == after[2:]
    return True
