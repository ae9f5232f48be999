"""Does one article tell one act twice? Its headline and its text, or its text at two places, may be read as two entries of it.

Within an article the parties are known: they are those of the same actors. What is left is whether it is one act or the next: leaders who
agree on six things in one text agree six times, and so do those who say six things. So the words must be nearly the same, or the deed must
be named by the same word. The thresholds were set on what the gold statements of PolNeAR tell twice and on the events of the annotated
desk articles, of which none does (`docs/merging.md`).
"""

from __future__ import annotations

import re

from dragoman.analysis.alike import DEED, FEWEST, QUOTED, STANDING, beyond, contradicting, quoted_run, trigger, unnamed
from dragoman.analysis.reports import Report
from dragoman.resolving.stances import DEEDS, MUTUAL
from dragoman.values import Event, Span, Statement

QUOTED_AGAIN = 0.75
"""The share of the shorter telling's words that the longer must have, where they share a quotation."""

FEW_AGAIN, MANY, MANY_AGAIN = 0.75, 5, 0.6
"""The share of the longer telling's words that the shorter must have, where they share none; where they share so many words."""

_NUMBER = re.compile(r"\d[\d,.]*")


def again(one: Report, other: Report) -> bool:
    """Whether two entries of one article tell the same act."""
    if one.article != other.article or one.kind != other.kind or contradicting(one, other) or _other_numbers(one, other):
        return False
    left, right = one.value, other.value
    if isinstance(left, Statement) and isinstance(right, Statement):
        named = left.source == right.source and bool(one.who) and not unnamed(one.who[0].name)
        return named and not _overlapping(left.content, right.content) and _said_again(one, other)
    if isinstance(left, Event) and isinstance(right, Event):
        return one.text != other.text and _one_deed(left, right) and _done_again(one, other)
    return False


def _other_numbers(one: Report, other: Report) -> bool:
    """Has each a number that the other has not?"""
    left, right = (set(_NUMBER.findall(report.text)) for report in (one, other))
    return bool(left - right) and bool(right - left)


def _overlapping(left: tuple[Span, ...], right: tuple[Span, ...]) -> bool:
    """Two attributions of the same words, one of them within the other, are no second telling."""
    return any(a.start < b.end and b.start < a.end for a in left for b in right)


def _said_again(one: Report, other: Report) -> bool:
    shared = len(one.telling & other.telling)
    short, long = sorted((len(one.telling), len(other.telling)))
    if shared < FEWEST:
        return False
    if shared >= QUOTED_AGAIN * short and quoted_run(one, other) >= QUOTED:
        return True
    return one.negated == other.negated and shared >= (MANY_AGAIN if shared >= MANY else FEW_AGAIN) * long


def _one_deed(left: Event, right: Event) -> bool:
    """The same parties, on both sides somebody or several who act alike; no other mode and no other place."""
    parties = [(frozenset(event.actors), frozenset(event.recipients)) for event in (left, right)]
    if left.type in MUTUAL:
        parties = [(who | whom, who | whom) for who, whom in parties]
    who, whom = parties[0]
    told = len(who) > 1 if left.type in MUTUAL else bool(who and whom)
    agreeing = all(None in pair or pair[0] == pair[1] for pair in ((left.mode, right.mode), (left.place, right.place)))
    return parties[0] == parties[1] and told and agreeing


def _done_again(one: Report, other: Report) -> bool:
    """Of what is done under one word; of what is done in words, and else, in nearly the same words."""
    deed = isinstance(one.value, Event) and one.value.type in DEEDS
    left, right = beyond(one), beyond(other)
    shared = len(left & right)
    if deed and trigger(one) == trigger(other) and not STANDING.issuperset(trigger(one)):
        return shared >= DEED * max(1, min(len(left), len(right)))
    return shared >= FEWEST and shared >= FEW_AGAIN * max(len(left), len(right))
