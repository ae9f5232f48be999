"""Ties of a reading against gold: both ends and the relation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from evaluation.entries import Bond
from evaluation.matching import match
from evaluation.parties import name_words, same_party


def same_tie(gold: Bond, read: Bond) -> bool:
    """Both state the same relation between the same ends."""
    ends = ((gold.subject, read.subject), (gold.object, read.object))
    return all(a and b and same_party(a, b) for a, b in ends) and name_words(gold.relation) == name_words(read.relation)


def count(gold: Sequence[Bond], read: Sequence[Bond]) -> Counter[str]:
    """`tie_gold`, `tie_read` and `tie_hit` of one article."""
    hits = match(gold, read, lambda g, r: float(same_tie(g, r)), 1.0)
    return Counter(tie_gold=len(gold), tie_read=len(read), tie_hit=len(hits))
