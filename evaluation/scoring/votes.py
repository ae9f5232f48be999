"""Votes of a reading against gold: body, choice, and half of the voters, or the same count where no voter is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from evaluation.entries import Ballot
from evaluation.matching import match
from evaluation.parties import same_name, same_party


def same_vote(gold: Ballot, read: Ballot) -> bool:
    """Both report the same vote."""
    if gold.choice != read.choice or not same_name(gold.body, read.body):
        return False
    if not gold.voters:
        return gold.others == read.others and not read.voters
    shared = sum(any(same_party(a, b) for b in read.voters) for a in gold.voters)
    return 2 * shared >= len(gold.voters)


def count(gold: Sequence[Ballot], read: Sequence[Ballot]) -> Counter[str]:
    """`vote_gold`, `vote_read` and `vote_hit` of one article."""
    hits = match(gold, read, lambda g, r: float(same_vote(g, r)), 1.0)
    return Counter(vote_gold=len(gold), vote_read=len(read), vote_hit=len(hits))
