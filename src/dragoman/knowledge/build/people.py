"""Persons and the offices they held: sightings from many tables, joined into stretches of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from dragoman.knowledge.build.inputs import Inputs
from dragoman.knowledge.build.sightings import Sighting
from dragoman.knowledge.checks import overlap, shared
from dragoman.knowledge.dates import first_day, last_day
from dragoman.knowledge.facts import Holding, Person
from dragoman.knowledge.names import family_names, key, parts, same_person


def people(inputs: Inputs, sightings: list[Sighting], states: set[str], known: Iterable[Person] = ()) -> tuple[list[Person], list[Holding]]:
    """Persons and holdings from sightings, of a state where the place is one of `states`; persons already `known` are not repeated."""
    roster = _Roster(states, known)
    by_office: dict[tuple[str, str], list[tuple[str, Sighting]]] = defaultdict(list)
    for row in sightings:
        by_office[row.place, row.office].append((roster.person(row), row))
    if not known:
        _figures(inputs, roster)
    holdings = [holding for group in by_office.values() for holding in _stretches(inputs, group)]
    return roster.new(), holdings


class _Roster:
    """Persons by place, so that one name in one place is one person."""

    def __init__(self, states: set[str], known: Iterable[Person]) -> None:
        self._states = states
        self._known = {person.id for person in known}
        self._by_place: dict[str, list[Person]] = defaultdict(list)
        self._times: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for person in known:
            self._by_place[person.state or person.body or ""].append(person)

    def person(self, row: Sighting) -> str:
        """The id of the person of that sighting, entered or enriched."""
        place = self._by_place[row.place]
        index = self._index(row)
        if index is None:
            person = _person(row, row.place in self._states)
            place.append(person)
            index = len(place) - 1
        elif place[index].id not in self._known:
            place[index] = _enriched(place[index], row)
        self._times[place[index].id].append((first_day(row.since or row.first_seen), last_day(row.until or row.last_seen)))
        return place[index].id

    def _index(self, row: Sighting) -> int | None:
        """Where the person of that sighting stands: by name, or, of a family name alone, the one who held an office at that time."""
        place = self._by_place[row.place]
        same = next((i for i, person in enumerate(place) if key(row.name) in {key(name) for name in person.names}), None)
        if same is not None and (row.source == "kept" or len(parts(row.name)) > 1 or row.source == "heads-2026"):
            return same
        if sum(not part.endswith(".") for part in parts(row.name)) > 1 or row.source == "kept":
            return next((i for i, person in enumerate(place) if _fits(row, person)), None)
        named = [i for i, person in enumerate(place) if parts(row.name)[-1] in _families(person)]
        start, end = first_day(row.since), last_day(row.until or row.last_seen)
        then = [i for i in named if any(early <= end and start <= late for early, late in self._times[place[i].id])]
        alone = [i for i in named if len(parts(place[i].name)) == 1]
        return then[0] if len(then) == 1 else alone[0] if alone else None

    def specialise(self, place: str, identifier: str, sector: str | None) -> None:
        """Give a person the sector that never changed."""
        persons = self._by_place[place]
        index = next(i for i, person in enumerate(persons) if person.id == identifier)
        persons[index] = persons[index]._replace(sector=sector or persons[index].sector)

    def new(self) -> list[Person]:
        """The persons that were not known before."""
        return [person for place in self._by_place.values() for person in place if person.id not in self._known]


def _person(row: Sighting, of_state: bool) -> Person:
    names = tuple(dict.fromkeys((row.name, *row.names)))
    identifier = f"{row.place}/{key(row.name).lower().replace(' ', '-')}"
    state, organisation = (row.place, None) if of_state else (None, row.place)
    return Person(identifier, row.name, state, organisation, None, row.wikidata if _trusted(row) else None, names, row.source.rstrip("?"))


def _trusted(row: Sighting) -> bool:
    return row.source != "heads-2026" and bool(row.wikidata)


def _fits(row: Sighting, person: Person) -> bool:
    if row.wikidata and person.wikidata and _trusted(row):
        return row.wikidata == person.wikidata
    return any(same_person(row.name, name) for name in person.names)


def _families(person: Person) -> set[str]:
    return {part for name in person.names for part in family_names(parts(name), person.state)}


def _enriched(person: Person, row: Sighting) -> Person:
    more = (row.name, *row.names) if len(parts(row.name)) > 1 else row.names
    names = tuple(dict.fromkeys((*person.names, *more)))
    return person._replace(names=names, wikidata=person.wikidata or (row.wikidata if _trusted(row) else None))


def _figures(inputs: Inputs, roster: _Roster) -> None:
    for state, entries in inputs.kept["persons"]["rows"].items():
        for entry in entries:
            names, _, sector = entry.partition(" | ")
            first, *others = names.split(" = ")
            row = Sighting(first, state, "", None, None, None, None, None, None, tuple(others), "kept")
            identifier = roster.person(row)
            roster.specialise(state, identifier, sector or None)


def _stretches(inputs: Inputs, group: list[tuple[str, Sighting]]) -> list[Holding]:
    """The holdings of one office: sightings of one person joined where they touch, then cut where a better source has another holder."""
    by_person: dict[str, list[Sighting]] = defaultdict(list)
    for person, row in group:
        by_person[person].append(row)
    joined = [holding for person, rows in by_person.items() for holding in _joined(person, rows)]
    return _settled(inputs, sorted(joined, key=_trust))


def _trust(row: Holding) -> tuple[int, str, str]:
    order = (
        "kept",
        "heads-2026",
        "fm-snapshots",
        "wikidata-leaders",
        "wikipedia-leaders",
        "un-officials",
        "ungd-speakers",
        "reign",
        "fm-snapshots?",
    )
    return (order.index(row.source), row.since or row.first_seen or "", row.person)


def _joined(person: str, rows: list[Sighting]) -> list[Holding]:
    stretches: list[Holding] = []
    for row in sorted(rows, key=lambda row: (_start(row.since, row.first_seen), row.source)):
        new = Holding(person, row.place, row.office, row.title, row.since, row.until, row.first_seen, row.last_seen, row.source)
        if stretches and _touch(stretches[-1], new):
            stretches[-1] = _union(stretches[-1], new)
        else:
            stretches.append(new)
    return stretches


def _start(since: str | None, seen: str | None) -> str:
    return first_day(since or seen)


def _end(row: Holding) -> str:
    return last_day(row.until or row.last_seen)


def _touch(old: Holding, new: Holding) -> bool:
    """Overlapping, or sightings at most thirteen months apart with no end between them."""
    if old.until and first_day(old.until) < _start(new.since, new.first_seen):
        return False
    if new.since and last_day(old.last_seen or old.until) < first_day(new.since) and (old.last_seen or "") < new.since:
        return False
    gap = int(_start(new.since, new.first_seen)[:4]) * 12 + int(_start(new.since, new.first_seen)[5:7])
    return gap - (int(_end(old)[:4]) * 12 + int(_end(old)[5:7])) <= 13


def _union(old: Holding, new: Holding) -> Holding:
    best = min(old, new, key=_trust)
    since = _finest(best.since, old.since, new.since)
    until = best.until if best.source == "kept" and best.until else _finest(best.until, old.until, new.until)
    firsts = [x for x in (old.first_seen, new.first_seen) if x]
    lasts = [x for x in (old.last_seen, new.last_seen) if x]
    seen = max(lasts) if lasts and not until else None
    return best._replace(
        since=since,
        until=until,
        first_seen=None if since else min(firsts, default=None),
        last_seen=seen,
        title=best.title or old.title or new.title,
    )


def _finest(best: str | None, *others: str | None) -> str | None:
    """The best source's date, or a finer one that says the same."""
    if not best:
        return max((date for date in others if date), key=len, default=None)
    return max((date for date in (best, *others) if date and date.startswith(best)), key=len)


def _settled(inputs: Inputs, rows: list[Holding]) -> list[Holding]:
    """The rows, the most trusted first, each dropped or cut where it overlaps a more trusted holder of the same office."""
    kept: list[Holding] = []
    for row in rows:
        if shared(row):
            kept.append(row)
            continue
        cut = _cut(row, kept)
        if cut is None:
            inputs.log.append(
                f"{row.place} {row.office}: {row.person} ({row.source}, {row.since or row.first_seen}) gives way to a better source"
            )
        else:
            kept.append(cut)
    return [row._replace(source=row.source.rstrip("?")) for row in kept]


def _cut(row: Holding, kept: list[Holding]) -> Holding | None:
    """The row cut back to what better rows leave of it, None where nothing is left.

    An open row of the same trust that it follows is closed in place.
    """
    for index, other in enumerate(kept):
        if not overlap(row, other):
            continue
        start, own = other.since or other.first_seen, row.since or row.first_seen
        if start and own and first_day(own) < first_day(start):
            row = row._replace(until=start, last_seen=None)
        elif own and _snapshot(row) and _snapshot(other) and not other.until and _end(row) >= _end(other) and own > (start or ""):
            kept[index] = other._replace(until=own, last_seen=None)
        else:
            return None
        if overlap(row, kept[index]):
            return None
    return row


def _snapshot(row: Holding) -> bool:
    return row.source.startswith("fm-snapshots")
