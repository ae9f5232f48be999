"""What must hold of the tables: no dangling references, no two holders of one seat, no form without a meaning."""

from __future__ import annotations

import re
from collections import defaultdict

from dragoman.knowledge import dates
from dragoman.knowledge.facts import Body, Holding, Membership, Person
from dragoman.knowledge.knowledge import Knowledge
from dragoman.knowledge.names import word_set

SHARED_OFFICES = frozenset(["leader", "commissioner", "special_rapporteur"])
SHARED_PRESIDENCIES = word_set("CHE BIH SMR AND SDN LBY YEM MMR")
"""`leader` comes from several ways of counting, commissioners and rapporteurs are several at once, as members of a presidency were in
these states."""


def problems(knowledge: Knowledge) -> list[str]:
    """One line for each contradiction in the tables, [] where they are sound."""
    return [*_dangling(knowledge), *_dates(knowledge), *_overlaps(knowledge), *_twice(knowledge), *_ontology(knowledge)]


def _dangling(knowledge: Knowledge) -> list[str]:
    sources = {source.id for source in knowledge.sources}
    states = {territory.iso3 for territory in knowledge.territories}
    bodies = {body.id for body in knowledge.bodies}
    persons = {person.id for person in knowledge.persons}
    tables = (
        knowledge.territories,
        knowledge.names,
        knowledge.bodies,
        knowledge.memberships,
        knowledge.titles,
        knowledge.persons,
        knowledge.holdings,
    )
    found = [f"{row}: no source {row.source!r}" for table in tables for row in table if row.source not in sources]
    found += [f"name {row.form!r}: no territory {row.iso3!r}" for row in knowledge.names if row.iso3 not in states]
    found += [f"body {row.id}: no territory {row.state!r}" for row in knowledge.bodies if row.state and row.state not in states]
    found += [f"body {row.id}: no body {row.parent!r}" for row in knowledge.bodies if row.parent and row.parent not in bodies]
    found += [
        f"membership {row.body} {row.iso3}: dangling" for row in knowledge.memberships if row.body not in bodies or row.iso3 not in states
    ]
    found += [f"title {row.title!r}: no territory {row.state!r}" for row in knowledge.titles if row.state and row.state not in states]
    found += [f"holding {row.place} {row.office}: no person {row.person!r}" for row in knowledge.holdings if row.person not in persons]
    return found + [f"holding {row.person}: no place {row.place!r}" for row in knowledge.holdings if row.place not in states | bodies]


def _dates(knowledge: Knowledge) -> list[str]:
    found = []
    rows: list[Holding | Membership] = [*knowledge.holdings, *knowledge.memberships]
    for row in rows:
        start = row.since or (row.first_seen if isinstance(row, Holding) else None)
        end = row.until or row.last_seen
        if any(date and not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", date) for date in (start, end)):
            found.append(f"{row}: a date is no ISO prefix")
        elif start and end and dates.first_day(start) > dates.last_day(end):
            found.append(f"{row}: ends before it begins")
    return found


def _overlaps(knowledge: Knowledge) -> list[str]:
    seats: dict[tuple[str, str], list[Holding]] = defaultdict(list)
    for row in knowledge.holdings:
        if not shared(row):
            seats[row.place, row.office].append(row)
    return [
        f"{place} {office}: {one.person} ({one.since or one.first_seen}–{one.until or one.last_seen}) and {other.person} "
        f"({other.since or other.first_seen}–{other.until or other.last_seen}) held it at once"
        for (place, office), rows in seats.items()
        for index, one in enumerate(rows)
        for other in rows[index + 1 :]
        if overlap(one, other)
    ]


def shared(row: Holding) -> bool:
    """Whether several may hold that office at once."""
    return row.office in SHARED_OFFICES or (row.office == "president" and row.place in SHARED_PRESIDENCIES)


def overlap(one: Holding, other: Holding) -> bool:
    """Whether two holders of one office surely held it on the same day; a day of change, or a month or year known no finer, is none."""
    start = max(dates.last_day(row.since or row.first_seen) for row in (one, other))
    end = min(dates.first_day(row.until or row.last_seen) for row in (one, other))
    return start < end


def _twice(knowledge: Knowledge) -> list[str]:
    seen: set[str] = set()
    found = []
    rows: list[Person | Body] = [*knowledge.persons, *knowledge.bodies]
    for row in rows:
        if row.id in seen:
            found.append(f"{row.id}: stands twice")
        seen.add(row.id)
    return found


def _ontology(knowledge: Knowledge) -> list[str]:
    ontology, sources = knowledge.ontology, {source.id for source in knowledge.sources}
    codes = {row.code for row in ontology.codes}
    tables = (ontology.event_types, ontology.event_modes, ontology.event_contexts, ontology.codes, ontology.choices)
    found = [f"{row}: no source {row.source!r}" for table in tables for row in table if row.source not in sources]
    found += [f"code {row.code}: no type {row.type!r}" for row in ontology.codes if row.type and row.type not in ontology.types]
    used = [(row.code, row.type, row.mode) for table in (ontology.codes, ontology.choices) for row in table]
    found += [f"code {code}: {type} has no mode {mode!r}" for code, type, mode in used if type and not ontology.has_mode(type, mode)]
    strange = ((row.code, context) for row in ontology.codes for context in row.contexts if context not in ontology.contexts)
    found += [f"code {code}: no context {context!r}" for code, context in strange]
    found += [f"{row}: no such CAMEO code" for row in ontology.choices if row.code not in codes]
    general = {row.type for row in ontology.choices if row.mode is None and row.status == "actual"}
    return found + [f"{type}: no code for the type alone" for type in ontology.types if type not in general]
