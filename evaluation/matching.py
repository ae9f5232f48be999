"""One-to-one matching of gold and read items, and the F1 of sets of words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from evaluation.alignment import Marks

Gold = TypeVar("Gold")
Read = TypeVar("Read")


def match(gold: Sequence[Gold], read: Sequence[Read], affinity: Callable[[Gold, Read], float], least: float) -> list[tuple[Gold, Read]]:
    """Pairs taken greedily, best affinity first and earlier items first among equals; none below `least`."""
    ranked = sorted((-affinity(g, r), i, j) for i, g in enumerate(gold) for j, r in enumerate(read))
    free_gold, free_read, matched = set(range(len(gold))), set(range(len(read))), []
    for value, i, j in ranked:
        if -value >= least and i in free_gold and j in free_read:
            free_gold.remove(i)
            free_read.remove(j)
            matched.append((gold[i], read[j]))
    return matched


def word_f1(gold: Marks, read: Marks) -> float:
    """Harmonic mean of precision and recall over words, 0 where they share none."""
    shared = len(gold & read)
    if not shared:
        return 0.0
    precision, recall = shared / len(read), shared / len(gold)
    return 2 * precision * recall / (precision + recall)
