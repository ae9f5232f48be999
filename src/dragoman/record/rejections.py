"""A record without what a person rejected, and without what rests on that."""

from __future__ import annotations

from dataclasses import replace

from dragoman.record.identity import listed
from dragoman.values import Event, Position, Record, Statement, Vote


def without(record: Record, rejected: frozenset[str]) -> Record:
    """The record without the entries of these ids within it, and with no id left dangling.

    A statement within a rejected one goes too: alone it would read as if the article itself had heard its source. So do events and votes
    that only such a statement reports, and positions with no evidence left. Actors stay: they are in the article whatever is said of them.
    """
    if not rejected:
        return record
    gone = rejected | resting(record, rejected)
    return replace(
        record,
        matters=tuple(one for one in record.matters if one.id not in gone),
        statements=tuple(
            replace(one, about=tuple(name for name in one.about if name not in gone)) for one in record.statements if one.id not in gone
        ),
        events=tuple(
            replace(one, disputed_by=tuple(name for name in one.disputed_by if name not in gone))
            for one in record.events
            if one.id not in gone
        ),
        votes=tuple(one for one in record.votes if one.id not in gone),
        ties=tuple(one for one in record.ties if one.id not in gone),
        times=tuple(one for number, one in enumerate(record.times, 1) if f"w{number}" not in gone),
        places=tuple(one for number, one in enumerate(record.places, 1) if f"l{number}" not in gone),
        positions=tuple(
            replace(one, evidence=tuple(name for name in one.evidence if name not in gone))
            for number, one in enumerate(record.positions, 1)
            if f"p{number}" not in gone
        ),
    )


def resting(record: Record, rejected: frozenset[str]) -> frozenset[str]:
    """The ids within the record of the entries that rest on rejected ones alone."""
    gone = set(rejected)
    for kind, local, value in listed(record):  # statements come before all that may rest on them, positions after all that they may rest on
        if kind in ("statement", "event", "vote", "position") and _falls(record, value, gone):
            gone.add(local)
    return frozenset(gone - rejected)


def _falls(record: Record, value: object, gone: set[str]) -> bool:
    match value:
        case Statement():
            return any(outer.id in gone for outer in record.chain(value)[1:])
        case Event() | Vote():
            return value.reported_in in gone
        case Position():
            return (bool(value.evidence) and set(value.evidence) <= gone) or value.target in gone
    return False
