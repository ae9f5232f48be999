"""Chains of mentions against gold: MUC, B³ and CEAF-e, and their mean, the CoNLL F1.

Vilain et al. (1995); Bagga and Baldwin (1998); Luo (2005) with entity similarity φ₄; Pradhan et al. (2012) for the mean. A mention is a set
of words; chains of one mention are dropped on both sides before scoring.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]

Chain = frozenset[Hashable]

MEASURES = ("muc", "b3", "ceafe")


def chains(groups: Iterable[Iterable[Hashable]]) -> list[Chain]:
    """The groups of at least two different mentions."""
    return [chain for group in groups if len(chain := frozenset(group)) > 1]


def count(gold: Sequence[Chain], read: Sequence[Chain]) -> Counter[str]:
    """For each measure the parts of recall (`…_recall`, over `…_gold`) and of precision (`…_precision`, over `…_read`)."""
    counts: Counter[str] = Counter()
    for name, measure in (("muc", _muc), ("b3", _b3)):
        counts[f"{name}_recall"], counts[f"{name}_gold"] = measure(gold, read)  # type: ignore[assignment]  # a Counter adds floats as well
        counts[f"{name}_precision"], counts[f"{name}_read"] = measure(read, gold)  # type: ignore[assignment]
    aligned = _ceafe(gold, read)
    counts.update({"ceafe_recall": aligned, "ceafe_precision": aligned, "ceafe_gold": len(gold), "ceafe_read": len(read)})
    return counts


def _muc(key: Sequence[Chain], response: Sequence[Chain]) -> tuple[float, float]:
    """Links of the key kept by the response, and links of the key."""
    where = {mention: index for index, chain in enumerate(response) for mention in chain}
    kept = sum(len(chain) - len({where.get(mention, mention) for mention in chain}) for chain in key)
    return kept, sum(len(chain) - 1 for chain in key)


def _b3(key: Sequence[Chain], response: Sequence[Chain]) -> tuple[float, float]:
    """The share of each mention's key chain that its response chain holds, summed, and the mentions of the key."""
    where = {mention: chain for chain in response for mention in chain}
    shares = [len(chain & where[mention]) / len(chain) for chain in key for mention in chain if mention in where]
    return sum(shares), sum(len(chain) for chain in key)


def _ceafe(gold: Sequence[Chain], read: Sequence[Chain]) -> float:
    """The similarity of the best one-to-one alignment of chains."""
    if not gold or not read:
        return 0.0
    likeness = np.array([[2 * len(ours & theirs) / (len(ours) + len(theirs)) for theirs in read] for ours in gold])
    rows, columns = linear_sum_assignment(-likeness)
    return float(likeness[rows, columns].sum())
