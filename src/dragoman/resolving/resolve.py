"""A record resolved: a pure function of what the reader found and of the knowledge, so that it runs again from a stored record."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from dragoman.knowledge import Knowledge
from dragoman.knowledge.names import parts
from dragoman.resolving.checking import checked
from dragoman.resolving.codes import coded
from dragoman.resolving.decisions import decide
from dragoman.resolving.joining import join
from dragoman.resolving.matters import partied
from dragoman.resolving.places import located, location
from dragoman.resolving.positions import positioned
from dragoman.resolving.scan import Scan
from dragoman.resolving.setting import setting
from dragoman.resolving.sides import parted
from dragoman.resolving.surroundings import Surroundings
from dragoman.values import Actor, Record

ADJECTIVAL = frozenset(("adjective", "people"))


def resolve(record: Record, knowledge: Knowledge) -> Record:
    """The record with kind, state, sector, role, wikidata, basis and note of every actor, the whereabouts of every place and event,
    the codes of events, the knowledge's version, each vote checked, the parties of matters, and the positions.

    Earlier answers are not read but for `kind`, so resolving again gives the same record.
    """
    places = located(record.places, record.article.text, knowledge)
    record = replace(record, actors=tuple(named(actor, knowledge) for actor in record.actors), places=places)
    around = surroundings(record, knowledge)
    actors = tuple(decide(actor, around).applied(actor) for actor in record.actors)
    joined = join(replace(record, coder=replace(record.coder, knowledge=knowledge.version), actors=actors))
    record = checked(replace(joined, actors=tuple(_by_noun(actor, knowledge) for actor in joined.actors)))
    return positioned(partied(coded(parted(_sited(record)), knowledge.ontology), knowledge))


def _sited(record: Record) -> Record:
    """The record with the location of each event's place."""
    events = tuple(replace(event, location=location(event.place, record.places) if event.place else None) for event in record.events)
    return replace(record, events=events)


def named(actor: Actor, knowledge: Knowledge) -> Actor:
    """A delegation that only the title names, by its code, under the name of its state."""
    territory = knowledge.territory(actor.name) if actor.kind == "state" and not actor.mentions else None
    return replace(actor, name=territory.name) if territory else actor


def _by_noun(actor: Actor, knowledge: Knowledge) -> Actor:
    """A state that goes by its adjective ("Russian"), under the name that the article uses most, or else under its usual one."""
    uses = _uses(actor.name, actor.state, knowledge) if actor.kind == "state" and actor.state else set()
    if not actor.state or not uses or not uses <= ADJECTIVAL:
        return actor
    names = Counter(mention.text for mention in actor.mentions if "name" in _uses(mention.text, actor.state, knowledge))
    territory = knowledge.territory(actor.state)
    named = names.most_common(1)[0][0] if names else territory.name if territory else actor.name
    return replace(actor, name=named)


def _uses(form: str, state: str, knowledge: Knowledge) -> set[str]:
    """How the form names the state: as its name, adjective, capital …; nothing where it is no form of it."""
    return {row.use for row in knowledge.lexicon.name(form) if row.iso3 == state}


def surroundings(record: Record, knowledge: Knowledge) -> Surroundings:
    """What every actor of the record, whose places are located, is decided from.

    Two passes: the persons who are placed without it help to say which state the article takes for granted.
    """
    scan = Scan.of(record.article.text, knowledge)
    title = Scan.of(record.article.title or "", knowledge)
    named = setting((title, scan), record.places, record.article.outlet, knowledge)
    first = Surroundings(scan, title, named, None, record.article.date, knowledge, places=record.places)
    placed = [(actor, decide(actor, first)) for actor in record.actors if actor.kind in (None, "person")]
    persons = [(actor, decision.state) for actor, decision in placed if decision.kind == "person" and decision.state]
    whole = named.with_persons(state for _, state in persons)
    return replace(first, setting=replace(whole, states=named.states), home=whole.home, relatives=_relatives(persons))


def _relatives(persons: list[tuple[Actor, str]]) -> dict[str, str]:
    """The state by family name; a name that persons of two states bear is left out."""
    states: dict[str, set[str]] = {}
    for actor, state in persons:
        for part in parts(actor.name)[-1:]:
            states.setdefault(part, set()).add(state)
    return {part: min(found) for part, found in states.items() if len(found) == 1}
