"""Who stands against whom in an act of several, once it is known whose each is."""

from __future__ import annotations

from dataclasses import replace

from dragoman.resolving.stances import MUTUAL
from dragoman.values import Actor, Event, Record


def parted(record: Record) -> Record:
    """The record where nobody meets or agrees with his own state: Türkiye is no second party where Erdogan is one.

    The states are those of the record's actors: resolve them first. Doing it again gives the same record.
    """
    known = {actor.id: actor for actor in record.actors}
    return replace(record, events=tuple(_parted(event, known) if event.type in MUTUAL else event for event in record.events))


def _parted(event: Event, known: dict[str, Actor]) -> Event:
    actors = [known[one] for one in event.actors if one in known]
    apart = tuple(one for one in event.recipients if one not in known or not any(_one_side(known[one], other) for other in actors))
    return replace(event, recipients=apart)


def _one_side(one: Actor, other: Actor) -> bool:
    """Is one the state and the other who acts for it?"""
    return one.state is not None and one.state == other.state and one.kind != other.kind and "state" in (one.kind, other.kind)
