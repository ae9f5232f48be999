"""Votes of the record: as articles report them, and a recorded vote with all that the record has on it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from dragoman.desk import who
from dragoman.desk.asking import LIST
from dragoman.errors import RecordError
from dragoman.formats import outline
from dragoman.knowledge.names import key
from dragoman.knowledge.rollcalls import archive
from dragoman.knowledge.rollcalls.archive import RollCall
from dragoman.record import Store, listing, searching, viewing
from dragoman.record.query import Query, Term
from dragoman.record.searching import Hit
from dragoman.resolving.stances import of_statement
from dragoman.resolving.targets import SPEAKING
from dragoman.values import Record, Vote

VOTES, REPORTS, FILE, KEPT = 20, 20, 1_000, 32
"""Votes of a page, reports of one roll call and votes of a file at most, whose articles are opened; roll calls that are kept."""

OTHER_SIDE = {"yes": "oppose", "no": "support"}
"""The stance that does not agree with a vote."""


@dataclass(frozen=True, slots=True)
class Report:
    """A vote as an article reports it, with the entry's id, the article's key and the names of the voters.

    `date` is the vote's own, else the article's; `words` are those that tell of it, `before` and `after` the rest of their sentence.
    """

    entry: str
    article: str
    title: str | None
    outlet: str | None
    vote: Vote
    voters: tuple[str, ...] = ()
    date: str | None = None
    before: str = ""
    words: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Otherwise:
    """A statement that supports or opposes what was voted on, by somebody of a state that is recorded to have voted the other way."""

    state: str
    choice: str
    stance: str
    hit: Hit


@dataclass(frozen=True, slots=True)
class Resolution:
    """A recorded vote by choice, and what the record has on it; `otherwise` says who spoke otherwise than their state voted.

    `reports` are the newest; `more` tells that there are others.
    """

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
    otherwise: tuple[Otherwise, ...] = ()
    more: bool = False


def resolution(store: Store, symbol: str) -> Resolution:
    """The roll call of that symbol with what the record has on it. Raises RecordError where the archive has none."""
    return _resolution(store, listing.revision(store), symbol)


@lru_cache(maxsize=KEPT)
def _resolution(store: Store, revision: str, symbol: str) -> Resolution:
    """That roll call as the record stands at a revision."""
    del revision  # it is there to tell what is kept from what has changed
    calls = archive.load().of(symbol) if any(letter.isalnum() for letter in symbol) else ()
    if not calls:
        raise RecordError(f"{symbol}: the archive of roll calls has none of this symbol; write it as A/RES/ES-11/1")
    call = calls[0]
    name = call.symbol or call.id
    told = tuple(searching.search(store, who.query("vote", ("about", name)), REPORTS + 1))
    statements = _statements_on(store, name, call.title)
    reports = tuple(report for report in _with_votes(store, told[:REPORTS]) if report.vote.roll_call in (call.id, call.symbol, symbol))
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
        tuple(_otherwise(store, statements, call)),
        len(told) > REPORTS,
    )


def votes(store: Store, limit: int = VOTES, offset: int = 0) -> tuple[Report, ...]:
    """Votes that articles report, the newest first: `limit` after the first `offset`."""
    hits = tuple(islice(searching.search(store, who.query("vote"), offset + limit), offset, None))
    return tuple(_with_votes(store, hits))


def _with_votes(store: Store, hits: Sequence[Hit]) -> Iterator[Report]:
    """The votes that were found, as their articles have them; the tables tell which of an article's votes is meant."""
    records = viewing.parts(store, (hit.article for hit in hits), ("actors", "votes"))
    for hit in hits:
        record = records.get(hit.article)
        if record and (vote := next((one for one in record.votes if one.id == hit.local), None)):
            names = tuple(actor.name for one in vote.voters if (actor := record.actor(one)))
            around = outline.around(record.article.text, vote.evidence)
            yield Report(hit.id, hit.article, hit.title, hit.outlet, vote, names, hit.date, *around)


def _statements_on(store: Store, symbol: str, title: str) -> tuple[Hit, ...]:
    """Statements that are about the resolution by its symbol or its title, or name its symbol in their words."""
    found: dict[str, Hit] = {}
    for term in (Term(symbol, field="about"), Term(symbol), Term(title, field="about")):
        if any(letter.isalnum() for letter in term.words):
            hits = searching.search(store, Query((Term("statement", field="kind"), term)), 200)
            found |= {hit.id: hit for hit in hits}
    return tuple(sorted(found.values(), key=lambda hit: hit.date or "", reverse=True))


def _otherwise(store: Store, statements: Iterable[Hit], call: RollCall) -> Iterator[Otherwise]:
    """The statements on a roll call that take the other side than the speaker's state did; an abstention contradicts nothing."""
    seats = {code: choice for choice in OTHER_SIDE for code in call.voters(choice)}
    names = {name for one in (call.symbol or call.id, call.title) if (name := key(one).lower())}
    acting = [hit for hit in statements if any(one.code in seats for one in who.parties(hit.speaker)) and _named(hit.about, names)]
    read = islice(dict.fromkeys(hit.article for hit in acting), REPORTS)
    records = viewing.parts(store, read, ("actors", "matters", "statements"))
    for hit in acting:
        for state, stance in _stances(records[hit.article], hit.local, names) if hit.article in records else ():
            if OTHER_SIDE.get(seats.get(state, "")) == stance:
                yield Otherwise(state, seats[state], stance, hit)


def _stances(record: Record, local: str, names: Collection[str]) -> Iterator[tuple[str, str]]:
    """Which state's people stand how on the matter of these names, by one statement."""
    matters = {matter.id for matter in record.matters if _named(matter.name, names)}
    value = record.statement(local) if matters else None
    for stance in of_statement(record, value) if value else ():
        actor = record.actor(stance.actor)
        if stance.target in matters and actor and actor.state and (actor.kind == "state" or actor.sector in SPEAKING):
            yield actor.state, stance.stance


def _named(words: str, names: Collection[str]) -> bool:
    """Does one of these names, written as keys in lower case, stand in the words?"""
    written = key(words).lower()
    return any(name in written for name in names)
