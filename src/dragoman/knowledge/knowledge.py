"""All that is known, as one frozen value: who is which state, who held which office when, who was a member of what."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from dragoman.knowledge import dates, tables
from dragoman.knowledge.additions import Additions
from dragoman.knowledge.facts import Body, Holding, Membership, Name, Person, Source, Territory, Title
from dragoman.knowledge.lexicon import Lexicon
from dragoman.knowledge.names import family_names, key, parts, same_person
from dragoman.knowledge.ontology import Ontology

if TYPE_CHECKING:
    from dragoman.knowledge.gazetteer import Gazetteer

T = TypeVar("T")


class Held(NamedTuple):
    """A holding and how sure it is on the day asked for: YES or MAYBE (`dates.during`)."""

    holding: Holding
    certainty: str


class Coverage(NamedTuple):
    """How many facts there are of a kind, for a state (or body), in a year; `year` is None where the kind has no dates."""

    kind: str
    place: str
    year: int | None
    facts: int


@dataclass(frozen=True)
class Knowledge:
    """The tables with their lookups. `version` is the digest of all that went in, a user's own file included."""

    sources: tuple[Source, ...]
    territories: tuple[Territory, ...]
    names: tuple[Name, ...]
    bodies: tuple[Body, ...]
    memberships: tuple[Membership, ...]
    titles: tuple[Title, ...]
    persons: tuple[Person, ...]
    holdings: tuple[Holding, ...]
    ontology: Ontology
    version: str = field(default="sha256:")

    @classmethod
    def load(cls, extra: Path | None = None) -> Knowledge:
        """The shipped tables, with the facts of a user's YAML file added or put in their place.

        Raises KnowledgeError where the tables are damaged or the file cannot be used; the message names the row.
        """
        return cls.of(tables.read(), Additions.read(extra) if extra else None)

    @classmethod
    def of(cls, contents: dict[str, bytes], additions: Additions | None = None) -> Knowledge:
        """The knowledge that encoded tables hold."""
        rows = {table.name: tables.decode(contents[table.name], table.row) for table in tables.TABLES}
        from dragoman.knowledge.gazetteer import digest as gazetteer_digest  # as below

        version = hashlib.sha256("".join(tables.digest(contents[table.name]) for table in tables.TABLES).encode())
        version.update(gazetteer_digest().encode())
        facts: dict[str, Any] = {
            "sources": rows["sources"],
            "territories": rows["territories"],
            "names": rows["names"] + rows["places"],
            "bodies": rows["bodies"],
            "memberships": rows["memberships"],
            "titles": rows["titles"],
            "persons": rows["persons"] + rows["persons_2026"],
            "holdings": _continued(rows["holdings"], rows["holdings_2026"]),
            "ontology": Ontology(rows["event_types"], rows["event_modes"], rows["event_contexts"], rows["cameo"], rows["cameo_choices"]),
        }
        if additions:
            facts = additions.applied(facts)
            version.update(additions.digest.encode())
        return cls(**facts, version=f"sha256:{version.hexdigest()}")

    # ---------------------------------------------------------------- territories

    @cached_property
    def lexicon(self) -> Lexicon:
        """All names, organisations and titles by form."""
        return Lexicon(self.names, self.bodies, self.titles)

    @cached_property
    def _territories(self) -> dict[str, Territory]:
        return {territory.iso3: territory for territory in self.territories}

    def territory(self, iso3: str) -> Territory | None:
        """The territory of that alpha-3 code."""
        return self._territories.get(iso3)

    def named(self, code: str | None) -> str:
        """The name of the state or body of a code; the code itself where neither has it, "" for None."""
        known = (self.territory(code) or self.body(code)) if code else None
        return known.name if known else code or ""

    def states(self, form: str) -> tuple[str, ...]:
        """The alpha-3 codes that a name, adjective, people, capital, seat or place can mean; more than one is ambiguous."""
        return tuple(dict.fromkeys(name.iso3 for name in self.lexicon.name(form)))

    @property
    def gazetteer(self) -> Gazetteer:
        """Where places lie: the shipped table, opened when it is first asked for."""
        from dragoman.knowledge.gazetteer import shipped  # it brings numpy, which --help does not need

        return shipped()

    # ---------------------------------------------------------------- offices and persons

    @cached_property
    def _by_office(self) -> dict[tuple[str, str], list[Holding]]:
        return _grouped(self.holdings, lambda holding: (holding.place, holding.office))

    @cached_property
    def _by_person(self) -> dict[str, list[Holding]]:
        return _grouped(self.holdings, lambda holding: holding.person)

    @cached_property
    def _persons(self) -> dict[str, Person]:
        return {person.id: person for person in self.persons}

    @cached_property
    def _by_part(self) -> dict[str, list[Person]]:
        index: dict[str, list[Person]] = defaultdict(list)
        for person in self.persons:
            for part in set(" ".join(_heard(person)).split()):
                index[part].append(person)
        return index

    @cached_property
    def _by_family(self) -> dict[str, list[Person]]:
        index: dict[str, list[Person]] = defaultdict(list)
        for person in self.persons:
            for part in {part for name in _heard(person) for part in family_names(name.split(), person.state)}:
                index[part].append(person)
        return index

    def person(self, identifier: str) -> Person | None:
        """The person of that id."""
        return self._persons.get(identifier)

    def holders(self, place: str, office: str, date: str | None) -> tuple[Held, ...]:
        """Who held the office of a state or body on a date, the sure ones first; after a row's last seen date nobody is named."""
        return _held(self._by_office.get((place, office), ()), date)

    def offices(self, person: str, date: str | None) -> tuple[Held, ...]:
        """The offices that a person held on a date."""
        return _held(self._by_person.get(person, ()), date)

    def holdings_of(self, person: str) -> tuple[Holding, ...]:
        """All offices that a person is known to have held, in order of time."""
        return tuple(sorted(self._by_person.get(person, ()), key=lambda row: row.since or row.first_seen or ""))

    def people(self, name: str) -> tuple[Person, ...]:
        """The persons whom a name of two parts or more can mean ("Sergey Lavrov", "J. Biden", "Abdullah II"); () for one part alone."""
        found = parts(name)
        if len(found) < 2:
            numbered = self._by_part.get(found[0], []) if found and " " in key(name) else []
            return tuple(person for person in numbered if key(name) in {key(other) for other in person.names})
        pools = [self._by_part.get(part, []) for part in found if len(part) > 1]
        pool = min(pools, key=len, default=[])
        exact = tuple(person for person in pool if key(name) in {key(other) for other in person.names})
        return exact or tuple(person for person in pool if any(same_person(name, other) for other in person.names if len(parts(other)) > 1))

    def family(self, name: str) -> tuple[Person, ...]:
        """The persons whose family name that is."""
        found = parts(name)
        return tuple(self._by_family.get(found[-1], ())) if len(found) == 1 else ()

    # ---------------------------------------------------------------- bodies

    @cached_property
    def _members(self) -> dict[str, list[Membership]]:
        return _grouped(self.memberships, lambda membership: membership.body)

    @cached_property
    def _bodies(self) -> dict[str, Body]:
        return {body.id: body for body in self.bodies}

    def body(self, identifier: str) -> Body | None:
        """The organisation of that id."""
        return self._bodies.get(identifier)

    def membership(self, body: str, iso3: str, date: str | None) -> str | None:
        """Whether a state was a member of a body on a date: YES, MAYBE, NO, or None where nothing is known of that body and date."""
        rows = self._members.get(body, [])
        late = dates.last_day(date)
        if not rows or not date or late > max(dates.last_day(row.last_seen) for row in rows):
            return None
        mine = [row for row in rows if row.iso3 == iso3 and row.status not in ("observer", "associate")]
        if any(not row.until and dates.last_day(row.last_seen) < late for row in mine):
            return None
        verdicts = {dates.during(date, row.since or dates.ALWAYS[0], row.until or row.last_seen) for row in mine}
        return next((verdict for verdict in (dates.YES, dates.MAYBE) if verdict in verdicts), dates.NO)

    def members(self, body: str, date: str) -> tuple[str, ...]:
        """The alpha-3 codes of the states that surely were members on a date, in alphabetical order."""
        return tuple(sorted({row.iso3 for row in self._members.get(body, []) if self.membership(body, row.iso3, date) == dates.YES}))

    # ---------------------------------------------------------------- coverage

    def coverage(self) -> tuple[Coverage, ...]:
        """How much is known, by kind, state (or body) and year, for `dragoman doctor`.

        A year counts where the office was held, or the membership ran, on some day of it as far as the row's dates go.
        """
        counts: Counter[tuple[str, str, int | None]] = Counter()
        for row in self.holdings:
            counts.update((row.office, row.place, year) for year in _years(row.since or row.first_seen, row.until or row.last_seen))
        for member in self.memberships:
            counts.update(
                (f"member of {member.body}", member.iso3, year) for year in _years(member.since, member.until or member.last_seen)
            )
        counts.update((f"name ({name.use})", name.iso3, None) for name in self.names)
        counts.update((body.kind, body.state or "international", None) for body in self.bodies)
        return tuple(Coverage(*place, count) for place, count in sorted(counts.items(), key=lambda item: tuple(map(str, item[0]))))


def _heard(person: Person) -> tuple[str, ...]:
    return person.heard or tuple(" ".join(parts(name)) for name in person.names)


def _held(rows: Iterable[Holding], date: str | None) -> tuple[Held, ...]:
    if not date:
        return ()
    found = [Held(row, dates.during(date, row.since or row.first_seen, row.until or row.last_seen)) for row in rows]
    return tuple(sorted((held for held in found if held.certainty != dates.NO), key=lambda held: held.certainty != dates.YES))


def _years(since: str | None, until: str | None) -> range:
    return range(int(since[:4]), int(until[:4]) + 1) if since and until else range(0)


def _grouped(rows: Iterable[T], by: Any) -> dict[Any, list[T]]:
    groups: dict[Any, list[T]] = defaultdict(list)
    for row in rows:
        groups[by(row)].append(row)
    return groups


def _continued(rows: tuple[Holding, ...], newer: tuple[Holding, ...]) -> tuple[Holding, ...]:
    """The rows, an open one carried on where the newer snapshot has the same person in the same office since before it was last seen."""
    later = {(row.person, row.place, row.office): row for row in newer}
    used, result = set(), []
    for row in rows:
        new = later.get((row.person, row.place, row.office))
        if new and not row.until and (not new.since or dates.first_day(new.since) <= dates.last_day(row.last_seen)):
            result.append(row._replace(last_seen=new.last_seen, since=row.since or new.since))
            used.add(new)
        else:
            result.append(row)
    closed = _closed(result, [row for row in newer if row not in used])
    return tuple(closed + [row for row in newer if row not in used])


def _closed(rows: list[Holding], newer: list[Holding]) -> list[Holding]:
    """Rows that were open beyond the start of a newer holder of the same office end there."""
    starts = {(row.place, row.office): row.since for row in newer if row.since}
    result = []
    for row in rows:
        start = starts.get((row.place, row.office))
        late = start and not row.until and (row.since or row.first_seen or "") < start and (row.last_seen or "") > start
        result.append(row._replace(until=start, last_seen=None) if late else row)
    return result
