"""Texts of one series, each an account of its own: the readouts of an office, its statements, the speeches of a debate.

Two of them tell of two calls, thanks or demands however alike their words are, for they have formulas; two newspapers tell of one.
"""

from __future__ import annotations

import re

from dragoman.analysis.reports import Report
from dragoman.knowledge.names import parts
from dragoman.resolving.stances import DEEDS
from dragoman.values import Actor, Event

_ACCOUNT = re.compile(
    r"\b(?:readout|statement|remarks|address|speech|letter|message|proclamation|call|meeting|conversation|talks|visit|briefing"
    r"|general debate|interviews?)\b",
    re.IGNORECASE,
)
"""What an account of one's own doings is called in its title."""

ELSEWHERE = DEEDS - {"CONSULT"}
"""Types of deeds that an account tells of as done elsewhere, even by those whose account it is."""


def of_two_accounts(one: Report, other: Report) -> bool:
    """Whether each report is of an account of its own, and tells what those do there whose account it is, as its title says.

    Who is not named ("the leaders", "we") is taken for them.
    """
    if one.outlet is None or one.outlet != other.outlet or one.title == other.title:
        return False
    return all(_account(report) for report in (one, other))


def _account(report: Report) -> bool:
    title = report.title or ""
    if not _ACCOUNT.search(title) or (isinstance(report.value, Event) and report.value.type in ELSEWHERE):
        return False
    return not report.who or any(_principal(actor, title) for actor in report.who)


def _principal(actor: Actor, title: str) -> bool:
    """Is it named in the title, or a state, for which those speak who are, or nobody by name?"""
    named = parts(actor.name)
    return not named or actor.kind in ("group", "state") or actor.name[0].islower() or named[-1] in parts(title)
