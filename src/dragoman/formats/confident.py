"""The part of a record that is at least so sure."""

from __future__ import annotations

import dataclasses

from dragoman.values import Record


def at_least(record: Record, minimum: float) -> Record:
    """The record without the entries whose confidence is below `minimum`, and without all that rests on such an entry.

    A statement within a dropped one goes too: alone it would read as if the article itself had heard its source. So do
    events and votes that only a dropped statement reports, and positions with no evidence left. No id is left dangling.
    Actors, matters, times and places stay: they are in the article whoever speaks.
    """
    kept = _sure_statements(record, minimum)
    events = tuple(
        dataclasses.replace(event, disputed_by=tuple(denial for denial in event.disputed_by if denial in kept))
        for event in record.events
        if event.confidence >= minimum and (event.reported_in is None or event.reported_in in kept)
    )
    votes = tuple(vote for vote in record.votes if vote.confidence >= minimum and (vote.reported_in is None or vote.reported_in in kept))
    ties = tuple(tie for tie in record.ties if tie.confidence >= minimum)
    remaining = kept | {entry.id for entries in (events, votes, ties) for entry in entries}
    positions = (
        dataclasses.replace(position, evidence=tuple(entry for entry in position.evidence if entry in remaining))
        for position in record.positions
    )
    return dataclasses.replace(
        record,
        statements=tuple(statement for statement in record.statements if statement.id in kept),
        events=events,
        votes=votes,
        ties=ties,
        positions=tuple(position for position in positions if position.evidence),
    )


def _sure_statements(record: Record, minimum: float) -> set[str]:
    """The ids of statements that are sure enough, as are all that they lie within."""
    return {statement.id for statement in record.statements if all(link.confidence >= minimum for link in record.chain(statement))}
