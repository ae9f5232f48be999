"""The votes of a record held against the shipped roll calls, from the record alone: a stored one is checked again without the model."""

from __future__ import annotations

from dataclasses import replace

from dragoman.knowledge.rollcalls.archive import Archive, load
from dragoman.resolving.votes import check
from dragoman.values import Record, Vote


def checked(record: Record) -> Record:
    """The record with `roll_call` and `check` of every vote; earlier answers are not read, so checking again gives the same record.

    The voters' states are those of the record's actors: resolve them first. The archive is opened only where there is a vote.
    Raises KnowledgeError where the archive cannot be read.
    """
    if not record.votes:
        return record
    archive = load()
    states = {actor.id: actor.state for actor in record.actors}
    return replace(record, votes=tuple(_checked(vote, states, archive, record.article.date) for vote in record.votes))


def _checked(vote: Vote, states: dict[str, str | None], archive: Archive, published: str | None) -> Vote:
    roll_call, answer = check(vote, {voter: states.get(voter) for voter in vote.voters}, archive, published)
    return replace(vote, roll_call=roll_call, check=answer)
