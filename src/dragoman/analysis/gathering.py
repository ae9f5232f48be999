"""Acts put together out of a large record without reading all of it: the reports asked for, and all that can be one act with these.

What comes out is what `merging.merged` makes of the whole record: two reports can only come together through reports that are alike, so
that each act is whole where with every report all are gathered that are alike; how common a word is tells the index.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import islice

from dragoman.analysis import briefing
from dragoman.analysis.alike import MONTH, SLACK, apart, near
from dragoman.analysis.bodies import Naming, whole
from dragoman.analysis.merging import RARE, RARE_NEAR, SIGNS, Cluster, joined_pairs, one_act, order, united
from dragoman.analysis.reports import BEFORE, STRETCH, Days, Report, days_of, forms, lying, reports, spells, telling, words
from dragoman.record import Store, sharing, viewing
from dragoman.record.ledger import Row
from dragoman.record.narrowing import Within
from dragoman.record.sharing import Look, Place, Wanted
from dragoman.values import Event, Record

Sign = tuple[str, str, int | None]
"""The kind of a report, a telling word of it, and the spell in which it is counted, None for the whole record."""

Lying = tuple[Place, Days]
"""Where an entry stands, and the days between which it lies."""

EARLIER, LATER = MONTH + SLACK, BEFORE + SLACK
"""How many days before the first day of an event, and after its last, another one stands at most that is alike.

One that lies within more days than MONTH has the same days; one without a date stands under the day of its article.
"""

BLOCK = 8
"""Days of which the events of a type are asked for together."""


def between(store: Store, one: str, other: str) -> tuple[Cluster, ...]:
    """The acts of a record that can have two states as parties, and others: all that `dyads.months` counts for the pair is among them.

    An act that did happen has of both states an event: these two do not contradict each other, or a person joined both with others.
    """
    decisions = viewing.history(store)
    with store.look() as connection:
        fewer, more = sorted((sharing.doing(connection, state) for state in (one, other)), key=len)
        joined = [sharing.placed(connection, name) for name in _partners(decisions)]
        kept = {(place.article, place.local) for place in joined if place}
        meets = _meeting(more)
        return _Gathering(connection, decisions).acts(place for place in fewer if (place.article, place.local) in kept or meets(place))


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


def _meeting(events: Iterable[Place]) -> Callable[[Place], bool]:
    """Whether an event did happen and so, of its type, one of these at a time that meets its own."""
    by_type: dict[str | None, set[Days]] = defaultdict(set)
    for event in events:
        if event.status == "actual":
            by_type[event.type].add(_days(event))
    meets = cache(lambda kind, days: any(apart(days, other) <= SLACK for other in by_type[kind]))
    return lambda event: event.status == "actual" and meets(event.type, _days(event))


@dataclass
class _Gathering:
    """The reports that were gathered, by place, and the articles that were opened for them."""

    connection: Look
    decisions: tuple[Row, ...]
    records: dict[str, Record] = field(default_factory=dict)
    _opened: dict[int, dict[str, Report]] = field(default_factory=dict)
    _having: dict[Sign, tuple[Place, ...] | None] = field(default_factory=dict)
    _telling: dict[str, frozenset[str]] = field(default_factory=dict)
    _blocks: dict[tuple[str, int], list[Lying]] = field(default_factory=dict)
    _named: Naming = field(init=False)

    def __post_init__(self) -> None:
        """The names of bodies are those of all of the record, each asked for once."""
        self._named = cache(partial(sharing.organisations, self.connection))

    def acts(self, first: Iterable[Place]) -> tuple[Cluster, ...]:
        """The acts that the reports at these places tell, with all their reports."""
        partners = _partners(self.decisions)
        waiting = [(place.article, place.local) for place in first]
        chosen: dict[tuple[int, str], Report] = {}
        pairs: list[tuple[str, str]] = []
        while waiting:
            place = waiting.pop()
            report = self._report(place) if place not in chosen else None
            if report:
                chosen[place] = report
                for there, other in self._alike(report, place):
                    waiting.append(there)
                    pairs.append((report.name, other.name))
                joined = [sharing.placed(self.connection, name) for name in partners.get(report.entry, ())]
                waiting += [(one.article, one.local) for one in joined if one]
        return united(chosen.values(), self.decisions, self._named, pairs)

    def _report(self, place: tuple[int, str]) -> Report | None:
        """The report at a place; None where nothing is shown there."""
        number, local = place
        if number not in self._opened:
            view = viewing.view_numbered(self.connection, number)
            if view:
                self.records[view.key] = view.record
            self._opened[number] = {one.value.id: one for one in reports([view.record])} if view else {}
        return self._opened[number].get(local)

    def _alike(self, report: Report, own: tuple[int, str]) -> Iterator[tuple[tuple[int, str], Report]]:
        """The other reports that can come together with one, by their places."""
        possible = self._said(report) if report.kind == "statement" else self._done(report, own[0])
        for there in dict.fromkeys(possible):
            other = self._report(there) if there != own else None
            if other and one_act(*(whole(one, self._named) for one in sorted((report, other), key=order))):
                yield there, other

    def _said(self, report: Report) -> Iterator[tuple[int, str]]:
        """Where statements stand that share so many rare words with one, and so many words, that they may be alike."""
        shared = Counter(place for word in report.telling for place in self._places(report, word))
        for place, count in shared.items():
            if count >= SIGNS and near(report.telling, self._told(place)):
                yield place.article, place.local

    def _done(self, report: Report, article: int) -> Iterator[tuple[int, str]]:
        """Where events stand that are of the type and the days of one, and share so many rare words with it, that they may be alike."""
        sort = _sort(report)
        for other in self._opened[article].values():
            if _sort(other) == sort and self._signs(report, other.telling, (other.first, other.last)):
                yield article, other.value.id
        for place, days in self._near(report):
            meets = (place.type, place.status) == sort and apart(days, (report.first, report.last)) <= SLACK
            if meets and self._signs(report, self._told(place), days):
                yield place.article, place.local

    def _near(self, report: Report) -> Iterator[Lying]:
        """The events of the type of one whose days can meet its own, and others, each with its days."""
        if report.first is None or report.last is None or not isinstance(report.value, Event):
            return
        kind, last = report.value.type, min(report.last, report.first + MONTH)
        for block in range((report.first - EARLIER) // BLOCK, (last + LATER) // BLOCK + 1):
            if (kind, block) not in self._blocks:
                found = sharing.of_type(self.connection, kind, (block * BLOCK, (block + 1) * BLOCK - 1))
                self._blocks[kind, block] = [(place, _days(place)) for place in found]
            yield from self._blocks[kind, block]

    def _signs(self, report: Report, told: frozenset[str], days: Days) -> bool:
        """Whether an event with these telling words and days shares with one enough words that are rare in all or in the days of both."""
        both = report.telling & told
        if len(both) < SIGNS:
            return False
        counted = (None, *set(spells(*days)).intersection(spells(report.first, report.last)))
        longest_first = sorted(both, key=len, reverse=True)
        rare = (word for word in longest_first if any(self._few(("event", word, spell)) is not None for spell in counted))
        return sum(1 for _ in islice(rare, SIGNS)) == SIGNS

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
    return spells(*_days(place))


def _days(place: Place) -> Days:
    """The days between which what stands at a place lies."""
    return lying(place.date, place.until, place.published)


def _sort(report: Report) -> tuple[str | None, str | None]:
    """The type and the status of an event; None of a statement."""
    return getattr(report.value, "type", None), getattr(report.value, "status", None)


def _partners(decisions: Iterable[Row]) -> dict[str, list[str]]:
    """The entries that a person joined with each."""
    found: dict[str, list[str]] = defaultdict(list)
    for one, other in joined_pairs(decisions):
        found[one].append(other)
        found[other].append(one)
    return found
