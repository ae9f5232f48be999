"""Parties: which of the candidates around a trigger do the deed, and to which it is done.

The party head of the bundle judges each candidate by the states of the two and by what is said here of the pair. A mention becomes an
entity only when it is chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.model import Encoder, States
from dragoman.model.words import Words
from dragoman.reading import nouns
from dragoman.reading.drafts import Range
from dragoman.reading.events.lists import lists
from dragoman.reading.frames import Frame, softmax
from dragoman.reading.mentions import Mention

Floats = NDArray[np.float64]
Judge = Callable[[Range, Sequence[Mention], NDArray[np.float32]], Floats]  # [candidates, ROLES], how likely each has each role

ROLES = ("none", "actor", "recipient")

LISTED = 0.03  # how likely one of a list of names must be to have the role of the others
OTHERWISE = 0.3  # how likely another role may be
_JOINING = 5  # words between two that are joined
_JOINERS = frozenset("and , & or with".split())
_PARTING = frozenset('. ; : “ ” " by to from against on in that who which said'.split())


@dataclass(frozen=True, slots=True)
class Judging:
    """The party head, how likely the best candidate of a role must be, how likely those that are joined to it.

    `share` is how much the frame's own view of the candidates counts beside the party head's, from 0 to 1.
    """

    judge: Judge
    least: float
    joined: float
    share: float = 0.0


def judge(states: States, encoder: Encoder) -> Judge:
    """The party head of a bundle as a function of a trigger, its candidates and their features."""

    def roles(trigger: Range, some: Sequence[Mention], given: NDArray[np.float32]) -> Floats:
        heads = np.array([mention.head for mention in some], dtype=np.int64)
        return softmax(encoder.parties(states, trigger[0], heads, given))

    return roles


def weighed(frame: Frame, some: Sequence[Mention], likely: Floats, share: float) -> Floats:
    """The party head's view of candidates, float64 [candidates, ROLES], and the frame's of those near its trigger as one."""
    if frame.parties is None or not share:
        return likely
    both = likely.copy()
    for row, mention in enumerate(some):
        place = mention.head - frame.first
        if 0 <= place < len(frame.parties):
            mixed = (likely[row] + 1e-6) ** (1 - share) * (frame.parties[place] + 1e-6) ** share
            both[row] = mixed / mixed.sum()
    return both


def chosen(words: Words, some: Sequence[Mention], likely: Floats, judging: Judging) -> dict[str, list[Mention]]:
    """The mentions of each role: the likeliest one, those joined to it by "and" or commas that are likely too, and the rest of its list.

    They stand in order; `likely` is [candidates, ROLES]. No mention has two roles.
    """
    found: dict[str, list[Mention]] = {}
    taken: set[int] = set()
    order = sorted(range(1, len(ROLES)), key=lambda number: -float(likely[:, number].max()))
    for number in order:
        free = [row for row in range(len(some)) if row not in taken and likely[row, number] >= likely[row, 1:].max() - 1e-9]
        if not free:
            continue
        best = max(free, key=lambda row: (likely[row, number], -row))
        if likely[best, number] < judging.least:
            continue
        rows = {best}
        while more := [
            row
            for row in free
            if row not in rows and likely[row, number] >= judging.joined and any(_joined(words, some[row], some[kept]) for kept in rows)
        ]:
            rows |= set(more)
        listed = {one for names in lists(words, some) if any(some[row] in names for row in rows) for one in names}
        rows |= {row for row in range(len(some)) if row not in taken and some[row] in listed and _fits(likely[row], number)}
        taken |= rows
        found[ROLES[number]] = [some[row] for row in sorted(rows)]
    return found


def _fits(likely: Floats, number: int) -> bool:
    """May one of a list have the role of the others, float64 [ROLES]: at all, and where another role is not plainly its own?"""
    other = max(float(value) for role, value in enumerate(likely) if role not in (0, number))
    return float(likely[number]) >= LISTED and other < max(OTHERWISE, float(likely[number]))


def _within(one: Mention, other: Mention) -> bool:
    return other.words[0] <= one.words[0] and one.words[1] <= other.words[1]


def completed(some: Sequence[Mention], likely: Floats, roles: dict[str, list[Mention]], least: float) -> dict[str, list[Mention]]:
    """The roles of a deed that takes two, who meet, agree or work together: where one alone was chosen, the likeliest other is with them.

    In whichever role it is likely counts, since the two may be told alike; none is added that is less likely than `least`.
    """
    named = [mention for mentions in roles.values() for mention in mentions]
    if len(named) != 1:
        return roles
    alone = named[0]
    free = [row for row, one in enumerate(some) if not (_within(one, alone) or _within(alone, one))]
    if not free:
        return roles
    best = max(free, key=lambda row: (float(likely[row, 1:].sum()), -row))
    if likely[best, 1:].sum() < least:
        return roles
    role = ROLES[1 + int(likely[best, 1:].argmax())]
    return {**roles, role: sorted([*roles.get(role, ()), some[best]], key=lambda one: one.words)}


def _joined(words: Words, one: Mention, other: Mention) -> bool:
    """Do "and", commas and little else stand between two mentions?

    A verb of the first parts them where "and" follows, as in "people changed their minds and several …", but not in "Biden spoke with Xi".
    """
    first, last = sorted((one, other), key=lambda mention: mention.words)
    between = [words.word(place) for place in range(first.words[1] + 1, last.words[0])]
    if len(between) > _JOINING or not set(between) & _JOINERS or {word.lower() for word in between} & _PARTING:
        return False
    return "with" in between or not between[0].islower() or between[0] in _JOINERS | nouns.PREPOSITIONS
