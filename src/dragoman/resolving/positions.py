"""The positions of one article: what its statements, events and votes together show, by the rules of `stances`."""

from __future__ import annotations

from dataclasses import replace

from dragoman.resolving.stances import stances
from dragoman.values import Position, Record


def positioned(record: Record) -> Record:
    """The record with its positions, in the order of their first evidence; what was there before is not read.

    One entry for each actor, target and stance: who praises and threatens has two. No score is made of them.
    """
    evidence: dict[tuple[str, str, str], list[str]] = {}
    for one in stances(record):
        evidence.setdefault((one.actor, one.target, one.stance), []).append(one.entry)
    return replace(record, positions=tuple(Position(*key, tuple(dict.fromkeys(entries))) for key, entries in evidence.items()))
