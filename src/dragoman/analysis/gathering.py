"""Acts put together out of a large record without reading all of it: the reports asked for, and all that can be one act with these.

What comes out is what `merging.merged` makes of the whole record: two reports can only come together through reports that are alike, so
that each act is whole where with every report all are gathered that are alike; how common a word is tells the index.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, partial

from dragoman.analysis import briefing
from dragoman.analysis.alike import near
from dragoman.analysis.bodies import Naming, whole
from dragoman.analysis.merging import RARE, RARE_NEAR, Cluster, Sign, joined_pairs, one_act, order, united
from dragoman.analysis.reports import STRETCH, Report, days_of, forms, lying, reports, spells, telling, words
from dragoman.record import Store, sharing, viewing
from dragoman.record.ledger import Row
from dragoman.record.narrowing import Within
from dragoman.record.sharing import Look, Place, Wanted
from dragoman.values import Record


def between(store: Store, one: str, other: str) -> tuple[Cluster, ...]:
    """The acts of a record that can have two states as parties, and others: all that `dyads.months` counts for the pair is among them."""
    decisions = viewing.history(store)
    with store.look() as connection:
        fewer = min((sharing.doing(connection, state) for state in (one, other)), key=len)
        return _Gathering(connection, decisions).acts(fewer)


def naming(store: Store) -> Naming:
    """The names of bodies in all of a record, for acts that are put together from a part of it."""

    @cache
    def named(state: str, word: str) -> frozenset[str]:
        with store.look() as connection:
            return sharing.organisations(connection, state, word)

    return named


def brief(store: Store, subject: str, period: briefing.Period) -> briefing.Briefing:
    """What `briefing.brief` finds in the records of all articles. Raises what it raises."""
    wanted = briefing.subject_words(subject)
    decisions = viewing.history(store)
    held: dict[str, Record] = {}
    fits: set[tuple[str, str]] = set()
    first: list[Place] = []
    for view in viewing.views(store, Within(words=wanted)):
        found = list(briefing.fitting(view.record, wanted))
        if found:
            held[view.key] = view.record
            fits |= {(view.key, entry.id) for entry in found}
            first += [Place(view.number, entry.local) for entry in found if entry.kind in ("statement", "event")]
    with store.look() as connection:
        gathering = _Gathering(connection, decisions)
        acts = gathering.acts(first)
        held |= {key: record for key, record in gathering.records.items() if key not in held}
    return briefing.composed(briefing.Asked(subject, period), held, fits, acts)


@dataclass
class _Gathering:
    """The reports that were gathered, by place, and the articles that were opened for them."""

    connection: Look
    decisions: tuple[Row, ...]
    records: dict[str, Record] = field(default_factory=dict)
    _opened: dict[int, dict[str, Report]] = field(default_factory=dict)
    _having: dict[Sign, tuple[Place, ...] | None] = field(default_factory=dict)
    _telling: dict[str, frozenset[str]] = field(default_factory=dict)
    _named: Naming = field(init=False)

    def __post_init__(self) -> None:
        """The names of bodies are those of all of the record, each asked for once."""
        self._named = cache(partial(sharing.organisations, self.connection))

    def acts(self, first: Iterable[Place]) -> tuple[Cluster, ...]:
        """The acts that the reports at these places tell, with all their reports."""
        partners = _partners(self.decisions)
        waiting = [(place.article, place.local) for place in first]
        chosen: dict[tuple[int, str], Report] = {}
        while waiting:
            place = waiting.pop()
            report = self._report(place) if place not in chosen else None
            if report:
                chosen[place] = report
                waiting += [found for found in self._alike(report, place) if found not in chosen]
                joined = [sharing.placed(self.connection, name) for name in partners.get(report.entry, ())]
                waiting += [(one.article, one.local) for one in joined if one]
        common = {sign for sign, found in self._having.items() if found is None}
        return united(chosen.values(), self.decisions, self._named, common)

    def _report(self, place: tuple[int, str]) -> Report | None:
        """The report at a place; None where nothing is shown there."""
        number, local = place
        if number not in self._opened:
            view = viewing.view_numbered(self.connection, number)
            if view:
                self.records[view.key] = view.record
            self._opened[number] = {one.value.id: one for one in reports([view.record])} if view else {}
        return self._opened[number].get(local)

    def _alike(self, report: Report, own: tuple[int, str]) -> Iterator[tuple[int, str]]:
        """The places of the other reports that can come together with one."""
        shared = Counter(place for word in report.telling for place in self._places(report, word) if (place.article, place.local) != own)
        for place, count in shared.items():
            if count > 1 and self._possible(report, place):
                other = self._report((place.article, place.local))
                if other and one_act(*(whole(one, self._named) for one in sorted((report, other), key=order))):
                    yield place.article, place.local

    def _possible(self, report: Report, place: Place) -> bool:
        """Whether what stands at a place may be alike, so that its article need be opened."""
        if report.kind == "statement":
            return near(report.telling, self._told(place))
        return (place.type, place.status) == _sort(report)

    def _places(self, report: Report, word: str) -> set[Place]:
        """Where a telling word of a report stands that few reports of its kind have, of all or of its days."""
        every = self._few((report.kind, word, None))
        if every is not None:
            return set(every)
        return {place for days in spells(report.first, report.last) for place in self._few((report.kind, word, days)) or ()}

    def _few(self, sign: Sign) -> tuple[Place, ...] | None:
        """The entries that have a sign; None where they are many."""
        if sign not in self._having:
            kind, word, spell = sign
            self._having[sign] = sharing.having(
                self.connection,
                Wanted(kind, forms(word), None if spell is None else _rows_of(spell)),
                lambda place: (spell is None or spell in _spells(place)) and word in self._told(place),
                RARE if spell is None else RARE_NEAR,
            )
        return self._having[sign]

    def _told(self, place: Place) -> frozenset[str]:
        """The telling words of what stands at a place."""
        if place.words not in self._telling:
            self._telling[place.words] = telling(words(place.words))
        return self._telling[place.words]


def _rows_of(spell: int) -> tuple[int, int]:
    """The days under which entries stand that may end in a spell."""
    first, last = days_of(spell)
    return max(0, first - STRETCH), last


def _spells(place: Place) -> range:
    return spells(*lying(place.date, place.until, place.published))


def _sort(report: Report) -> tuple[str | None, str | None]:
    return getattr(report.value, "type", None), getattr(report.value, "status", None)


def _partners(decisions: Iterable[Row]) -> dict[str, list[str]]:
    """The entries that a person joined with each."""
    found: dict[str, list[str]] = defaultdict(list)
    for one, other in joined_pairs(decisions):
        found[one].append(other)
        found[other].append(one)
    return found
