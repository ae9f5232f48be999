"""Entries as a page shows them: one shape for statements, events, votes, ties and positions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from dragoman.desk.who import Who
from dragoman.formats import chain, dates, tables
from dragoman.formats.outline import outline, percent, place, quotation
from dragoman.formats.quads import quad
from dragoman.record import View
from dragoman.record.identity import words
from dragoman.values import DOUBTFUL, Actor, Event, Record, Statement, Tie, Value, Vote

BASES = {
    "words": "by the article’s words",
    "knowledge": "by what is known of offices and names on that day",
    "both": "by the article’s words and what is known on that day",
}
OPEN = "left open"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, perhaps a link, perhaps the one who speaks."""

    text: str
    url: str = ""
    speaker: bool = False
    name: bool = False


Fact = tuple[str, tuple[Piece, ...]]


@dataclass(frozen=True, slots=True)
class Card:
    """An entry: `anchor` is its place on the page (s1), `id` lasts, `tag` is its act, type, choice or relation."""

    kind: str
    number: int
    anchor: str
    head: tuple[Piece, ...]
    tag: str
    tone: str
    words: str
    confidence: float
    facts: tuple[Fact, ...]
    sign: str = ""
    depth: int = 0
    id: str = ""
    verdict: str = ""
    seen: int = 0
    vote: Vote | None = None

    @property
    def doubtful(self) -> bool:
        """Whether it is more likely wrong than right."""
        return self.confidence < DOUBTFUL


@dataclass(frozen=True, slots=True)
class ActorCard:
    """An actor of the article: what it is, what decided that, and how often it speaks and is named."""

    actor: Actor
    anchor: str
    who: str
    url: str
    basis: str
    id: str
    told: int


@dataclass(frozen=True)
class Stand:
    """What of a record stands in the store: lasting ids, verdicts and last rows of the ledger, by the ids within the record."""

    ids: Mapping[str, str] = field(default_factory=dict)
    verdicts: Mapping[str, str] = field(default_factory=dict)
    seen: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, view: View, seen: Mapping[str, int]) -> Stand:
        """That of a view; `seen` has the last row of the ledger by lasting id."""
        return cls({entry.local: entry.id for entry in view.entries}, view.verdicts, seen)

    def standing(self, local: str) -> tuple[str, str, int]:
        """Lasting id, verdict and last row of an entry; blanks and 0 where it is not stored."""
        identifier = self.ids.get(local, "")
        return identifier, self.verdicts.get(identifier, ""), self.seen.get(identifier, 0)


def who_of(actor: Actor) -> Who:
    """The page of an actor: its state's where it is one."""
    return Who(actor.name, actor.state) if actor.kind == "state" and actor.state else Who(actor.name)


def statements(record: Record, stand: Stand) -> list[Card]:
    """The statements in the order of the article, inner ones under their outer ones."""
    places = {statement.id: index for index, statement in enumerate(record.statements, 1)}
    return [_statement(record, entry.statement, (places, stand), entry.depth) for entry in outline(record)]


def events(record: Record, stand: Stand) -> list[Card]:
    """The events in the order of the record."""
    return [_event(record, event, number, stand) for number, event in enumerate(record.events, 1)]


def votes(record: Record, stand: Stand) -> list[Card]:
    """The votes in the order of the record."""
    return [_vote(record, vote, number, stand) for number, vote in enumerate(record.votes, 1)]


def ties(record: Record, stand: Stand) -> list[Card]:
    """The ties in the order of the record."""
    return [_tie(record, tie, number, stand) for number, tie in enumerate(record.ties, 1)]


def every(record: Record, stand: Stand) -> list[Card]:
    """All of them."""
    return [*statements(record, stand), *events(record, stand), *votes(record, stand), *ties(record, stand)]


def card(record: Record, value: Value, stand: Stand) -> Card | None:
    """That of one statement, event, vote or tie of the record; None for other kinds of entry."""
    match value:
        case Statement():
            places = {statement.id: index for index, statement in enumerate(record.statements, 1)}
            return _statement(record, value, (places, stand), 0)
        case Event():
            return _event(record, value, record.events.index(value) + 1, stand)
        case Vote():
            return _vote(record, value, record.votes.index(value) + 1, stand)
        case Tie():
            return _tie(record, value, record.ties.index(value) + 1, stand)
    return None


def actors(record: Record, stand: Stand) -> list[ActorCard]:
    """The actors, those who speak most first."""
    told = Counter(source for one in record.statements for source in {one.source, *one.co_sources} if source)
    order = sorted(enumerate(record.actors, 1), key=lambda item: (-told[item[1].id], -len(item[1].mentions), item[0]))
    return [
        ActorCard(
            actor,
            f"a{number}",
            described(actor),
            who_of(actor).url,
            BASES.get(actor.basis or "", OPEN if actor.note else ""),
            stand.ids.get(actor.id, ""),
            told[actor.id],
        )
        for number, actor in order
    ]


def described(actor: Actor) -> str:
    """What an actor is, in a line."""
    return ", ".join(filter(None, (actor.role, actor.kind, actor.state, actor.sector)))


def said(record: Record, value: Value) -> str:
    """The words that an entry rests on, quoted as they were."""
    return quotation(record, value) if isinstance(value, Statement) else words(record, value)


def _statement(record: Record, one: Statement, where: tuple[Mapping[str, int], Stand], depth: int) -> Card:
    places, stand = where
    number = places[one.id]
    identifier, verdict, seen = stand.standing(one.id)
    outer = places.get(one.within or "")
    facts: list[Fact] = [
        ("source", _text(f"“{' '.join(one.source_span.text.split())}”" if one.source_span else "")),
        ("who that is", _resolved(record, one.source, stand)),
        ("cue", _text(f"“{' '.join(one.cue.text.split())}”" if one.cue else "")),
        ("said", _text(dates.words(one.date, one.until))),
        ("manner", _text(one.manner)),
        ("within", (Piece(f"statement {outer}", f"#s{outer}"),) if outer else ()),
        ("about", _listed(record, one.about)),
    ]
    return Card(
        "statement",
        number,
        f"s{number}",
        tuple(_part(record, part) for part in chain.parts(record, one)),
        one.act,
        one.act,
        quotation(record, one),
        one.confidence,
        tuple(fact for fact in facts if fact[1]),
        depth=min(depth, 3),
        id=identifier,
        verdict=verdict,
        seen=seen,
    )


def _event(record: Record, one: Event, number: int, stand: Stand) -> Card:
    identifier, verdict, seen = stand.standing(one.id)
    kind = quad(one.type)
    arrow = (Piece(" → "), *_listed(record, one.recipients)) if one.recipients else ()
    told = tables.reported(record, one)
    facts: list[Fact] = [
        ("trigger", _text(f"“{' '.join(one.trigger.text.split())}”")),
        ("when", _text(dates.words(one.date, one.until))),
        ("where", _text(place(one))),
        ("status", _text(one.status)),
        ("mode", _text(", ".join(filter(None, (one.mode, *one.contexts))))),
        ("reported by", _text("" if told == tables.ARTICLE else told)),
    ]
    return Card(
        "event",
        number,
        f"e{number}",
        (*(_listed(record, one.actors, speaker=True) or (Piece("nobody named", speaker=True),)), *arrow),
        one.type,
        kind.key,
        words(record, one),
        one.confidence,
        tuple(fact for fact in facts if fact[1]),
        sign=kind.mark,
        id=identifier,
        verdict=verdict,
        seen=seen,
    )


def _vote(record: Record, one: Vote, number: int, stand: Stand) -> Card:
    identifier, verdict, seen = stand.standing(one.id)
    roll_call = (Piece(one.roll_call, f"/resolution?symbol={quote(one.roll_call, safe='')}"),) if one.roll_call else ()
    facts: list[Fact] = [
        ("body", _text(one.body)),
        ("on", _text(one.subject or "")),
        ("roll call", roll_call),
        ("when", _text(dates.words(one.date, one.until))),
        ("status", _text("" if one.status == "actual" else one.status)),
    ]
    return Card(
        "vote",
        number,
        f"v{number}",
        (*_listed(record, one.voters, speaker=True), *_others(one)),
        one.choice,
        "choice",
        one.evidence.text,
        one.confidence,
        tuple(fact for fact in facts if fact[1]),
        sign="▣",
        id=identifier,
        verdict=verdict,
        seen=seen,
        vote=one,
    )


def _others(one: Vote) -> tuple[Piece, ...]:
    if one.others is None:
        return () if one.voters else (Piece("nobody named"),)
    return (Piece(f"{' and ' if one.voters else ''}{one.others:,} {'others' if one.voters else 'voters'}"),)


def _tie(record: Record, one: Tie, number: int, stand: Stand) -> Card:
    identifier, verdict, seen = stand.standing(one.id)
    return Card(
        "tie",
        number,
        f"t{number}",
        (*_listed(record, (one.subject,), speaker=True), Piece(" and "), *_listed(record, (one.object,), speaker=True)),
        one.relation,
        "choice",
        one.evidence.text,
        one.confidence,
        (),
        sign="⇄",
        id=identifier,
        verdict=verdict,
        seen=seen,
    )


def _text(words: str) -> tuple[Piece, ...]:
    return (Piece(words),) if words else ()


def _part(record: Record, part: chain.Part) -> Piece:
    actor = record.actor(part.actor)
    return Piece(part.text, who_of(actor).url if actor else "", part.speaker, bool(part.actor) or part.speaker)


def _listed(record: Record, identifiers: tuple[str, ...], *, speaker: bool = False) -> tuple[Piece, ...]:
    matters = {matter.id: matter.name for matter in record.matters}
    pieces: list[Piece] = []
    for number, identifier in enumerate(identifiers):
        actor = record.actor(identifier)
        name = matters.get(identifier) or chain.name(record, identifier)
        pieces += [Piece(", ")] if number else []
        pieces.append(Piece(name, who_of(actor).url if actor else "", speaker, True))
    return tuple(pieces)


def _resolved(record: Record, source: str | None, stand: Stand) -> tuple[Piece, ...]:
    """What the speaker was taken for, what decided it, and a link to the reasons."""
    actor = record.actor(source)
    if actor is None:
        return ()
    what = described(actor)
    basis = BASES.get(actor.basis or "", OPEN if actor.note else "")
    identifier = stand.ids.get(actor.id, "")
    note = f" ({actor.note})" if actor.note else ""
    found = _text(", ".join(filter(None, (what, basis))) + note)
    return (*found, Piece(" – "), Piece("why", f"/entries/{identifier}")) if identifier and found else found


def sure(confidence: float) -> str:
    """A confidence in words."""
    return percent(confidence)
