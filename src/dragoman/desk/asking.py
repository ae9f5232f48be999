"""What the desk asks of a record: pages of hits with facets, what there is on one who speaks or acts, on two, on a roll call."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from dragoman.desk import who
from dragoman.desk.who import Who
from dragoman.errors import RecordError
from dragoman.knowledge.rollcalls import archive
from dragoman.record import Store, searching, viewing
from dragoman.record.query import Query, Term, parse
from dragoman.record.searching import Hit
from dragoman.values import DOUBTFUL, Vote

PAGE = 50
MOST_OFFSET = 5_000
COUNTED = 1_000
"""Facets are counted over so many of the newest hits at most; a page says so where there are more."""

FACET = 8
LIST = 25
"""Entries in each list of a page on a person, a pair or a roll call."""

VOTES, REPORTS = 20, 40
"""Votes of a page, and reports of one roll call at most; the record of each article is opened."""

CHARTED = 600
"""Entries that a chart is drawn from at most, the newest."""

LISTS = ("said", "of_them", "did", "done_to", "votes")
"""The lists of a profile."""


@dataclass(frozen=True, slots=True)
class Found:
    """A page of hits: `limit` at most after the first `offset`, and whether there are more."""

    query: str
    hits: tuple[Hit, ...]
    limit: int
    offset: int
    more: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """The most frequent values of a field among hits, each with its count."""

    field: str
    values: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """What the record has on one who speaks or acts, newest first in each list."""

    name: str
    code: str | None
    said: tuple[Hit, ...]
    of_them: tuple[Hit, ...]
    did: tuple[Hit, ...]
    done_to: tuple[Hit, ...]
    votes: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Dyad:
    """What the record has between two: deeds of the first towards the second, the reverse, what they did together, and statements."""

    one: str
    other: str
    deeds: tuple[Hit, ...]
    returned: tuple[Hit, ...]
    together: tuple[Hit, ...]
    said: tuple[Hit, ...]
    answered: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A vote as an article reports it, with the entry's id, the article's key and the names of the voters.

    `date` is the vote's own, else the article's.
    """

    entry: str
    article: str
    title: str | None
    outlet: str | None
    vote: Vote
    voters: tuple[str, ...] = ()
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """A recorded vote by choice, and what the record has on it."""

    symbol: str
    title: str
    body: str
    date: str
    voters: dict[str, tuple[str, ...]]
    counts: dict[str, int | None]
    source: str
    reports: tuple[Report, ...]
    before: tuple[Hit, ...]
    after: tuple[Hit, ...]


def found(store: Store, text: str, limit: int = PAGE, offset: int = 0, *, oldest_first: bool = False) -> Found:
    """A page of what fits a query; a blank one finds everything. Raises UsageError where it cannot be understood."""
    offset = min(offset, MOST_OFFSET)
    hits = tuple(searching.search(store, understood(text), offset + limit + 1, oldest_first=oldest_first))[offset:]
    return Found(text, hits[:limit], limit, offset, len(hits) > limit and offset + limit <= MOST_OFFSET)


def understood(text: str) -> Query:
    """The query of a text, everything for a blank one."""
    return parse(text) if text.strip() else Query()


def facets(store: Store, text: str) -> tuple[tuple[Facet, ...], int]:
    """The facets of a query, and of how many hits they were counted."""
    hits = tuple(searching.search(store, understood(text), COUNTED))
    fields = {
        "speaker": (one.phrase for hit in hits for one in who.people(hit.speaker)),
        "state": (code for hit in hits for code in dict.fromkeys(hit.states)),
        "kind": (hit.kind for hit in hits),
        "act": (hit.act for hit in hits),
        "type": (hit.type for hit in hits if hit.kind == "event"),
        "outlet": (hit.outlet for hit in hits),
    }
    return tuple(_facet(name, values) for name, values in fields.items()), len(hits)


def _facet(name: str, values: Iterable[str | None]) -> Facet:
    counts = Counter(value for value in values if value)
    return Facet(name, tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:FACET]))


def profile(store: Store, one: Who, limit: int = LIST) -> Profile:
    """What there is on one."""
    return Profile(
        one.name,
        one.code,
        _of(store, one, ("statement", "speaker"), limit),
        _of(store, one, ("statement", "about"), limit),
        _of(store, one, ("event", "speaker"), limit),
        _of(store, one, ("event", "about"), limit),
        _of(store, one, ("vote", "speaker"), limit),
    )


def sure(whole: Profile) -> Profile:
    """A profile without the entries that are more likely wrong than right."""

    def kept(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
        return tuple(hit for hit in hits if (hit.confidence or 0) >= DOUBTFUL)

    return Profile(whole.name, whole.code, kept(whole.said), kept(whole.of_them), kept(whole.did), kept(whole.done_to), kept(whole.votes))


def size(found: Profile) -> int:
    """How many entries a profile lists."""
    return sum(len(getattr(found, name)) for name in LISTS)


def said_by(store: Store, one: Who) -> tuple[Hit, ...]:
    """The newest statements of one, as many as a chart is drawn from."""
    return _of(store, one, ("statement", "speaker"), CHARTED)


def _of(store: Store, one: Who, where: tuple[str, str], limit: int) -> tuple[Hit, ...]:
    kind, field = where
    if not any(letter.isalnum() for letter in one.phrase):
        return ()
    hits = searching.search(store, who.query(kind, (field, one.phrase)), limit * 3 + 50)
    return tuple(islice(who.exactly(hits, one, field), limit))


def dyad(store: Store, one: Who, other: Who, limit: int = CHARTED) -> Dyad:
    """What there is between two."""
    return Dyad(
        one.name,
        other.name,
        _between(store, "event", ("speaker", one), ("about", other), limit),
        _between(store, "event", ("speaker", other), ("about", one), limit),
        _between(store, "event", ("speaker", one), ("speaker", other), limit),
        _between(store, "statement", ("speaker", one), ("about", other), limit),
        _between(store, "statement", ("speaker", other), ("about", one), limit),
    )


def _between(store: Store, kind: str, first: tuple[str, Who], second: tuple[str, Who], limit: int) -> tuple[Hit, ...]:
    if not all(any(letter.isalnum() for letter in one.phrase) for _, one in (first, second)):
        return ()
    wanted = who.query(kind, (first[0], first[1].phrase), (second[0], second[1].phrase))
    hits = searching.search(store, wanted, limit)
    return tuple(who.exactly(who.exactly(hits, first[1], first[0]), second[1], second[0]))


def resolution(store: Store, symbol: str) -> Resolution:
    """The roll call of that symbol with what the record has on it. Raises RecordError where the archive has none."""
    calls = archive.load().of(symbol) if any(letter.isalnum() for letter in symbol) else ()
    if not calls:
        raise RecordError(f"{symbol}: the archive of roll calls has none of this symbol; write it as A/RES/ES-11/1")
    call = calls[0]
    name = call.symbol or call.id
    reports = tuple(report for report in _reports(store, name) if report.vote.roll_call in (call.id, call.symbol, symbol))
    statements = _statements_on(store, name, call.title)
    return Resolution(
        name,
        call.title,
        call.body,
        call.date,
        {choice: call.voters(choice) for choice in (*archive.CAST, "absent")},
        {choice: call.count(choice) for choice in (*archive.CAST, "absent")},
        call.source,
        reports,
        tuple(hit for hit in statements if (hit.date or "") < call.date)[:LIST],
        tuple(hit for hit in statements if (hit.date or "") >= call.date)[:LIST],
    )


def votes(store: Store, limit: int = VOTES, offset: int = 0) -> tuple[Report, ...]:
    """Votes that articles report, the newest first: `limit` after the first `offset`."""
    return _with_votes(store, tuple(islice(searching.search(store, who.query("vote"), offset + limit), offset, None)))


def _reports(store: Store, symbol: str) -> tuple[Report, ...]:
    return _with_votes(store, tuple(searching.search(store, who.query("vote", ("about", symbol)), REPORTS)))


def _with_votes(store: Store, hits: tuple[Hit, ...]) -> tuple[Report, ...]:
    views = {key: viewing.view(store, key) for key in dict.fromkeys(hit.article for hit in hits)}
    shown = {entry.id: value for view in views.values() for entry, value in view.shown if entry.kind == "vote"}
    reports = []
    for hit in hits:
        if vote := shown.get(hit.id):
            names = tuple(actor.name for one in vote.voters if (actor := views[hit.article].record.actor(one)))
            reports.append(Report(hit.id, hit.article, hit.title, hit.outlet, vote, names, hit.date))
    return tuple(reports)


def _statements_on(store: Store, symbol: str, title: str) -> tuple[Hit, ...]:
    """Statements that are about the resolution by its symbol or its title, or name its symbol in their words."""
    found: dict[str, Hit] = {}
    for term in (Term(symbol, field="about"), Term(symbol), Term(title, field="about")):
        if any(letter.isalnum() for letter in term.words):
            hits = searching.search(store, Query((Term("statement", field="kind"), term)), 200)
            found |= {hit.id: hit for hit in hits}
    return tuple(sorted(found.values(), key=lambda hit: hit.date or "", reverse=True))
