"""Attributions of PolNeAR against a reading: sources, cues, contents, and the triples that they form.

Newell, Margolin and Ruths (2018), "An attribution relations corpus for political news". PolNeAR does not nest, so statements
that a reading nests are left out. `exact` counts the distinct spans of a role; a triple is a hit in `overlap` where contents
reach word F1 0.5, cues share a word (a gold triple without a cue accepts any) and sources share a word or are both empty,
and in `exact` where all three are equal. Pairs are taken greedily, best content first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from evaluation.alignment import Marks, marks, mover, stretch
from evaluation.matching import match, word_f1

ROLES = ("source", "cue", "content")
LEAST = 0.5


@dataclass(frozen=True, slots=True)
class Triple:
    """One attribution as sets of words."""

    source: Marks
    cue: Marks
    content: Marks


def gold_triples(document: dict[str, Any]) -> list[Triple]:
    """The triples of the first annotator."""
    text = document["text"]
    return [
        Triple(*(marks(text, [(start, end) for start, end in one.get(role) or ()]) for role in ROLES))
        for one in document["annotations"][0]["attributions"]
    ]


def read_triples(record: dict[str, Any], text: str) -> list[Triple]:
    """The triples of a reading's statements that lie within no other, on `text`."""
    move = mover(record["article"]["text"], text)

    def words(*spans: dict[str, Any] | None) -> Marks:
        return marks(text, [moved for span in spans if (found := stretch(span)) and (moved := move(found))])

    return [
        Triple(words(one.get("source_span")), words(one.get("cue")), words(*one["content"]))
        for one in record.get("statements") or ()
        if not one.get("within")
    ]


def count(gold: Sequence[Triple], read: Sequence[Triple]) -> Counter[str]:
    """`ROLE_exact_…`, `ROLE_tokens_…`, `triple_overlap_…` and `triple_exact_…`, each hit, read and gold, of one article."""
    counts: Counter[str] = Counter()
    for role in ROLES:
        ours, theirs = ({getattr(one, role) for one in side} - {frozenset()} for side in (gold, read))
        _add(counts, f"{role}_exact", ours, theirs)
        _add(counts, f"{role}_tokens", frozenset[int]().union(*ours), frozenset[int]().union(*theirs))
    matched = match(gold, read, affinity, LEAST)
    hits = {"triple_overlap": len(matched), "triple_exact": sum(g == r for g, r in matched)}
    for name, number in hits.items():
        counts.update({f"{name}_hit": number, f"{name}_read": len(read), f"{name}_gold": len(gold)})
    return counts


def _add(counts: Counter[str], name: str, gold: set[Marks] | Marks, read: set[Marks] | Marks) -> None:
    counts.update({f"{name}_hit": len(gold & read), f"{name}_read": len(read), f"{name}_gold": len(gold)})


def affinity(gold: Triple, read: Triple) -> float:
    """Word F1 of the contents, 0 where cues or sources do not meet."""
    cue = bool(gold.cue & read.cue) or not gold.cue
    source = bool(gold.source & read.source) or not (gold.source or read.source)
    return word_f1(gold.content, read.content) if cue and source else 0.0
