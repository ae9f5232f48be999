"""Whose words a stretch of a source is, and whether that is the one whom a draft names."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.knowledge.names import parts, plain, same_person
from dragoman.values import Actor, Record, Statement

SURE = 0.5
"""Statements that were read with less confidence say nothing of who spoke."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A stretch of a text and those whose words it is; `tellers` pass them on."""

    start: int
    end: int
    speakers: tuple[Actor, ...]
    tellers: tuple[Actor, ...] = ()


def spoken(record: Record) -> tuple[Spoken, ...]:
    """The stretches of the record's article that somebody says, by the statements that were read surely enough."""
    return tuple(
        Spoken(span.start, span.end, _actors(record, statement), _tellers(record, statement))
        for statement in record.statements
        if statement.confidence >= SURE
        for span in statement.content
    )


def _actors(record: Record, statement: Statement) -> tuple[Actor, ...]:
    return tuple(actor for one in (statement.source, *statement.co_sources) if (actor := record.actor(one)))


def _tellers(record: Record, statement: Statement) -> tuple[Actor, ...]:
    return tuple(actor for outer in record.chain(statement)[1:] for actor in _actors(record, outer))


def at(stretches: tuple[Spoken, ...], start: int, end: int) -> Spoken | None:
    """The narrowest stretch that covers most of the text from `start` to `end` and has a speaker."""
    covering = [
        one for one in stretches if one.speakers and 2 * (min(one.end, end) - max(one.start, start)) > min(end - start, one.end - one.start)
    ]
    covering = [one for one in covering if 2 * (min(one.end, end) - max(one.start, start)) > end - start] or covering
    return min(covering, key=lambda one: one.end - one.start, default=None)


def same(named: Actor, there: Spoken) -> bool | None:
    """Whether the draft's speaker is the source's: True, False, or None where it cannot be told."""
    if any(same_actor(named, one) is True for one in (*there.speakers, *there.tellers)):
        return True if any(same_actor(named, one) is True for one in there.speakers) else None
    return False if all(same_actor(named, one) is False for one in there.speakers) else None


def same_actor(one: Actor, other: Actor) -> bool | None:
    """Whether two actors of different articles are the same one; None where their names and states leave it open.

    Only two persons with names, or two that act for different states, can be told apart; a ministry and its minister cannot.
    """
    if one.wikidata and one.wikidata == other.wikidata:
        return True
    if one.kind == other.kind == "person" and _named(one) and _named(other):
        return _same_name(one, other)
    if plain(one.name).lower() == plain(other.name).lower():
        return True
    if one.kind == other.kind == "state":
        return one.state == other.state if one.state and other.state else None
    return False if one.state and other.state and one.state != other.state else None


def _same_name(one: Actor, other: Actor) -> bool | None:
    if same_person(one.name, other.name):
        return True
    first, second = (set(parts(actor.name)) for actor in (one, other))
    if first & second:  # a family name alone, a name in two spellings, or two of one family
        shorter = min(len(first), len(second))
        return True if shorter == 1 or len(first & second) > 1 else None
    return False


def _named(actor: Actor) -> bool:
    """Whether the person goes by a name and not by a description ("the minister", "a spokesman")."""
    last = actor.name.split()[-1] if actor.name.split() else ""
    first = actor.name.split()[0].lower() if actor.name.split() else ""
    return last[:1].isupper() and first not in ("the", "a", "an", "his", "her", "their")
