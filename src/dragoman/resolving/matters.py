"""The parties of a matter: besides the actors that it names, the states that its words mean, and those who fight in a conflict.

"The Russian invasion of Ukraine" means two states; of "the war in Ukraine" the article's deeds tell who attacks.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.knowledge import Knowledge
from dragoman.knowledge.names import word_set, words
from dragoman.values import Event, Matter, Record, Span

ARMED = word_set("REB UAF")
"""Sectors of those who may fight without a state."""
LONGEST = 3
"""Words of a state's name that are tried together."""


def partied(record: Record, knowledge: Knowledge) -> Record:
    """The record with the states of the article that a matter's mentions name or call by their adjective among its parties.

    Of a conflict also the states and armed groups that do or suffer the attack that a mention tells of. The states' codes and the
    sectors are those of the record's actors: resolve them first. Doing it again gives the same record.
    """
    if not record.matters:
        return record
    states = {actor.state: actor.id for actor in reversed(record.actors) if actor.kind == "state" and actor.state}
    return replace(record, matters=tuple(_partied(matter, states, record, knowledge) for matter in record.matters))


def _partied(matter: Matter, states: dict[str, str], record: Record, knowledge: Knowledge) -> Matter:
    meant = {code for mention in matter.mentions for code in _meant(mention.text, knowledge)}
    more = [states[code] for code in sorted(meant) if code in states]
    fighting = _fighting(matter, states, record) if matter.kind == "conflict" else []
    return replace(matter, parties=tuple(dict.fromkeys((*matter.parties, *more, *fighting))))


def _fighting(matter: Matter, states: dict[str, str], record: Record) -> list[str]:
    """Those who do or suffer an attack whose trigger stands in a mention: states by whoever acts for them, and armed groups of no state."""
    deeds = [event for event in record.events if event.type == "ASSAULT" and any(_within(event, mention) for mention in matter.mentions)]
    taking_part = [record.actor(party) for event in deeds for party in (*event.actors, *event.recipients)]
    armed = {actor.id for actor in taking_part if actor and not actor.state and actor.sector in ARMED}
    return [*(states[actor.state] for actor in taking_part if actor and actor.state in states), *sorted(armed)]


def _within(event: Event, mention: Span) -> bool:
    return mention.start <= event.trigger.start and event.trigger.end <= mention.end


def _meant(text: str, knowledge: Knowledge) -> set[str]:
    """The codes of the states that the words surely mean."""
    worded = [word.text for word in words(text)]
    forms = (
        " ".join(worded[start:stop]) for start in range(len(worded)) for stop in range(start + 1, min(start + LONGEST, len(worded)) + 1)
    )
    found = (knowledge.states(form) for form in forms if form[0].isupper())
    return {codes[0] for codes in found if len(codes) == 1}
