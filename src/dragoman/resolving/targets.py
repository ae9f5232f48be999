"""Whom or what a judgement and a deed meet, by the words of the article."""

from __future__ import annotations

from dragoman.values import Actor, Event, Matter, Record, Span

SPEAKING = ("GOV", "MIL", "LEG", "JUD", "SPY")
"""Sectors whose people stand for their state."""

ADOPTED = ("agreement", "proposal", "resolution")
"""Matters that one can be for or against without being for or against those who made them."""


def one_state(record: Record, actor: str, other: str) -> bool:
    """Are both a state, or one of them a state and the other one who acts for it?"""
    one, two = record.actor(actor), record.actor(other)
    if one is None or two is None or not one.state or one.state != two.state:
        return False
    return "state" in (one.kind, two.kind) and all(each.kind == "state" or each.sector in SPEAKING for each in (one, two))


def judged_in(record: Record, event: Event, target: str, stance: str) -> str:
    """Whom or what a judgement meets: the agreement or proposal that the target only names, as in "hailed the EU's deal with Turkey"."""
    if stance not in ("support", "oppose"):
        return target
    end = event.trigger.end
    line = (record.article.text + "\n").index("\n", end)
    named = min((one for one in mentions(record, target) if end <= one.start < line), default=None)
    adopted = (matter for matter in record.matters if named and matter.kind in ADOPTED and _holds(matter, named))
    return next((matter.id for matter in adopted), target)


def _holds(matter: Matter, named: Span) -> bool:
    """Does a name stand in a mention of the matter, or right before one?"""
    return any(one.start <= named.start < one.end or 0 < one.start - named.end <= 3 for one in matter.mentions)


def mentions(record: Record, name: str) -> tuple[Span, ...]:
    """Where the actor or the matter of that id is named."""
    named: tuple[Actor | Matter, ...] = (*record.actors, *record.matters)
    return next((one.mentions for one in named if one.id == name), ())


def state_of(record: Record, name: str | None) -> str | None:
    """The state of the actor of that id."""
    actor = record.actor(name)
    return actor.state if actor else None
