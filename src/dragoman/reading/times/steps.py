"""How a time is counted from another: back, on, or the same; and the units that it is counted in."""

from __future__ import annotations

import re

from dragoman.reading.times.situation import Match, Situation

BACK = ("last", "past", "previous", "this past")
ON = ("next", "coming", "upcoming", "this coming")
SAME_AS_EARLIER = ("that", "that same", "the same", "same")
AFTER_EARLIER = ("following",)
UNIT_OF = {"night": "day", "fortnight": "week", "morning": "day", "afternoon": "day", "evening": "day"}
PRECISION = {"day": 3, "week": 3, "weekend": 3, "month": 2, "quarter": 2, "year": 1, "decade": 1, "century": 1}

_DEFINITE = re.compile(r"\b(?:the|its|his|her|their)\s+$", re.IGNORECASE)


def how_of(match: Match) -> str:
    """The word that says how a time is counted: `last`, `next`, `that same`."""
    return match["how"].lower()


def unit_of(match: Match) -> str:
    """The unit that a time is counted in; a night is a day, a fortnight weeks."""
    unit = match["unit"].lower()
    return UNIT_OF.get(unit, unit)


def definite(situation: Situation) -> bool:
    """Whether an article or a possessive stands before: `the next week` is counted from what was told."""
    return bool(_DEFINITE.search(situation.before))
