"""The parties of a matter: besides the actors that it names, the states that its words mean ("the Russian invasion of Ukraine")."""

from __future__ import annotations

from dataclasses import replace

from dragoman.knowledge import Knowledge
from dragoman.knowledge.names import words
from dragoman.values import Matter, Record

LONGEST = 3
"""Words of a state's name that are tried together."""


def partied(record: Record, knowledge: Knowledge) -> Record:
    """The record with the states of the article that a matter's mentions name or call by their adjective among its parties.

    The states' codes are those of the record's actors: resolve them first. Doing it again gives the same record.
    """
    if not record.matters:
        return record
    states = {actor.state: actor.id for actor in reversed(record.actors) if actor.kind == "state" and actor.state}
    return replace(record, matters=tuple(_partied(matter, states, knowledge) for matter in record.matters))


def _partied(matter: Matter, states: dict[str, str], knowledge: Knowledge) -> Matter:
    meant = {code for mention in matter.mentions for code in _meant(mention.text, knowledge)}
    more = (states[code] for code in sorted(meant) if code in states)
    return replace(matter, parties=tuple(dict.fromkeys((*matter.parties, *more))))


def _meant(text: str, knowledge: Knowledge) -> set[str]:
    """The codes of the states that the words surely mean."""
    worded = [word.text for word in words(text)]
    forms = (
        " ".join(worded[start:stop]) for start in range(len(worded)) for stop in range(start + 1, min(start + LONGEST, len(worded)) + 1)
    )
    found = (knowledge.states(form) for form in forms if form[0].isupper())
    return {codes[0] for codes in found if len(codes) == 1}
