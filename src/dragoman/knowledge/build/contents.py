"""All tables from all inputs, in one visible order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dragoman.errors import KnowledgeError
from dragoman.knowledge import facts, tables
from dragoman.knowledge.build import bodies, holders, ontology, people, sightings, territories, titles
from dragoman.knowledge.build.inputs import Inputs
from dragoman.knowledge.lexicon import body_keys
from dragoman.knowledge.names import key, parts


def contents(inputs: Inputs) -> dict[str, bytes]:
    """The encoded content of every table by name.

    Raises KnowledgeError where an input or a kept row contradicts itself or another, or a correction matches nothing.
    """
    known = territories.territories(inputs)
    states = {territory.iso3 for territory in known}
    organisations = bodies.bodies(inputs, states)
    if wrong := holders.contradictions(sightings.kept(inputs), states | {body.id for body in organisations}):
        raise KnowledgeError("\n".join(wrong))
    persons, holdings = people.people(inputs, sightings.observations(inputs, states), states)
    newest, newest_holdings = people.people(inputs, sightings.heads_2026(inputs), states, persons)
    rows: dict[str, Sequence[Any]] = {
        "sources": [facts.Source(id, **row) for id, row in inputs.kept["sources"].items()],
        "territories": known,
        "names": territories.names(inputs, states),
        "places": territories.places(inputs, states, persons),
        "bodies": organisations,
        "memberships": bodies.memberships(inputs),
        "titles": titles.titles(inputs),
        "persons": persons,
        "holdings": holdings,
        "persons_2026": newest,
        "holdings_2026": newest_holdings,
        "event_types": ontology.event_types(inputs),
        "event_modes": ontology.modes(inputs),
        "event_contexts": ontology.contexts(inputs),
        "cameo": ontology.cameo(inputs),
        "cameo_choices": ontology.choices(inputs),
    }
    inputs.check_corrections()
    return {name: tables.encode(map(_keyed, table)) for name, table in rows.items()}


def _keyed(row: Any) -> Any:
    """The row with the keys that lookups compare."""
    if isinstance(row, facts.Name):
        return row._replace(key=key(row.form))
    if isinstance(row, facts.Title):
        return row._replace(key=key(row.title).lower())
    if isinstance(row, facts.Body):
        return row._replace(keys=body_keys(row))
    return row._replace(heard=tuple(" ".join(parts(name)) for name in row.names)) if isinstance(row, facts.Person) else row
