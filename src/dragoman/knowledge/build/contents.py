"""All tables from all inputs, in one visible order."""

from __future__ import annotations

from dragoman.knowledge import facts, tables
from dragoman.knowledge.build import bodies, people, territories, titles
from dragoman.knowledge.build.inputs import Inputs


def contents(inputs: Inputs) -> dict[str, bytes]:
    """The encoded content of every table by name. Raises KnowledgeError where an input contradicts itself or a correction matches nothing."""
    known = territories.territories(inputs)
    states = {territory.iso3 for territory in known}
    organisations = bodies.bodies(inputs, states)
    persons, holdings = people.people(inputs, people.observations(inputs, states))
    newest, newest_holdings = people.people(inputs, people.heads_2026(inputs), persons)
    rows = {
        "sources": [facts.Source(id, **row) for id, row in inputs.kept["sources"].items()],
        "territories": known,
        "names": territories.names(inputs, states),
        "places": territories.places(inputs, states),
        "bodies": organisations,
        "memberships": bodies.memberships(inputs),
        "titles": titles.titles(inputs),
        "persons": persons,
        "holdings": holdings,
        "persons_2026": newest,
        "holdings_2026": newest_holdings,
    }
    inputs.check_corrections()
    return {name: tables.encode(table) for name, table in rows.items()}
