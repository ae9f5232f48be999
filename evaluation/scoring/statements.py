"""Statements of a reading against gold: found where contents reach word F1 0.5, then what is right of those found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from evaluation.entries import Saying
from evaluation.matching import match, word_f1
from evaluation.parties import same_actor, same_parties

LEAST = 0.5
NEARLY_EXACT = 0.9


def pairs(gold: Sequence[Saying], read: Sequence[Saying]) -> list[tuple[Saying, Saying]]:
    """Gold and read statements whose contents agree, one to one, best first."""
    return match(gold, read, lambda g, r: word_f1(g.content, r.content), LEAST)


def source_right(gold: Saying, read: Saying) -> bool:
    """Both have the same source, or both have none."""
    return same_actor(gold.source, read.source)


def count(gold: Sequence[Saying], read: Sequence[Saying]) -> Counter[str]:
    """`statement_…` gold, read, hit and source, `stated` and `state` (sources with a state, and those right), and one count a quality."""
    matched = pairs(gold, read)
    counts = Counter({"statement_gold": len(gold), "statement_read": len(read), "statement_hit": len(matched)})
    inner = {g.id: r.id for g, r in matched}
    for g, r in matched:
        counts.update(_of_pair(g, r))
        counts["statement_within"] += (inner.get(g.within or "") == r.within) and bool(g.within) == bool(r.within)
    return counts


def _of_pair(gold: Saying, read: Saying) -> Counter[str]:
    state = gold.source.state if gold.source else None
    return Counter(
        statement_source=source_right(gold, read),
        stated=bool(state),
        state=bool(state and read.source and read.source.state == state),
        statement_content=word_f1(gold.content, read.content) >= NEARLY_EXACT,
        statement_cue=bool(gold.cue & read.cue),
        statement_manner=gold.manner == read.manner,
        statement_act=gold.act == read.act,
        statement_addressees=same_parties(gold.addressees, read.addressees),
        statement_date=gold.date == read.date,
    )
