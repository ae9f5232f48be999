"""All patterns for votes over one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dragoman.reading.votes import bodies, clauses, counts, unanimous
from dragoman.reading.votes.drafts import Draft
from dragoman.reading.votes.masked import Masked

_MENTION = re.compile(r"vot|veto|abst|passe[ds]|adopt|approv|unanim|clear[es]|confirm|carried|reject|defeat|ratif", re.IGNORECASE)

LONGEST = 2000
"""Characters of the longest sentence that is read: what is longer is a table or a list, and costs time in the square of its length."""


def mentioned(text: str, start: int = 0, end: int | None = None) -> bool:
    """Is there a word without which no pattern finds a vote?"""
    return _MENTION.search(text, start, len(text) if end is None else end) is not None


def drafts(masked: Masked, start: int, end: int) -> list[Draft]:
    """The votes that the patterns find in the sentence from `start` to `end`, in order; of two on the same words the first pattern's."""
    if end - start > LONGEST or not mentioned(masked.text, start, end):
        return []
    found = [
        *clauses.joined(masked, start, end),
        *clauses.vetoes(masked, start, end),
        *clauses.named(masked, start, end),
        *clauses.both(masked, start, end),
        *counts.tallies(masked, start, end),
        *counts.groups(masked, start, end),
        *_resolutions(masked, start, end),
        *clauses.sided(masked, start, end),
        *unanimous.adopted(masked, start, end),
    ]
    kept: list[Draft] = []
    for draft in found:
        if not any(one.start < draft.end and draft.start < one.end and one.choice == draft.choice for one in kept):
            kept.append(draft)
    return sorted(kept, key=lambda draft: (draft.start, draft.end))


def _resolutions(masked: Masked, start: int, end: int) -> Iterator[Draft]:
    """Who "voted to" do something in a body that the sentence names, where neither this sentence nor the next gives the tally."""
    following = masked.text[start : end + 200]
    if re.search(r"\d[-–](?:to[-–])?\d|\d to \d|\bvotes? in favou?r|abstention", following):
        return
    here = (*bodies.bodies(masked.article.text, start, end), *bodies.short(masked.article.text, start, end))
    for draft in clauses.resolved(masked, start, end):
        itself = any(one.start <= draft.voters[0].end and draft.voters[0].start <= one.end for one in here)
        if itself or (here and {masked.kind(who) for who in draft.voters} <= {"person", "place", None}):
            yield draft
        elif not here and len(draft.voters) == 1 and masked.kind(draft.voters[0]) == "organisation":
            yield replace(draft, agent=draft.voters[0])
