"""Events as cards: who did what to whom, when, where, whether it happened, and who alone reports it."""

from __future__ import annotations

from dragoman.desk.cards.shape import Card, Fact, Piece, Stand, known, listed, plain, quoted, tellers, told
from dragoman.formats import dates, naming, tables
from dragoman.formats.quads import quad
from dragoman.record.identity import words
from dragoman.values import Event, Record


def cards(record: Record, stand: Stand) -> list[Card]:
    """The events in the order of the record."""
    return [card(record, event, stand) for event in record.events]


def card(record: Record, one: Event, stand: Stand) -> Card:
    """One of them."""
    identifier, verdict, seen = stand.standing(one.id)
    kind, number = quad(one.type), record.events.index(one) + 1
    arrow = (Piece(" → "), *listed(record, one.recipients)) if one.recipients else ()
    facts: tuple[Fact, ...] = (
        ("trigger", quoted(one.trigger.text)),
        ("class", plain(kind.name)),
        ("mode", plain(naming.coded(one.mode))),
        ("context", plain(naming.coded(*one.contexts))),
        ("when", plain(dates.words(one.date, one.until))),
        ("where", plain(naming.place(one))),
        ("status", plain(naming.status(one.status))),
        ("reported by", tellers(record, one.reported_in)),
        ("disputed by", told(record, one.disputed_by)),
    )
    return Card(
        "event",
        number,
        f"e{number}",
        (*(listed(record, one.actors, speaker=True) or (Piece(tables.NOBODY, speaker=True),)), *arrow),
        one.type,
        kind.key,
        words(record, one),
        one.confidence,
        known(facts),
        id=identifier,
        verdict=verdict,
        seen=seen,
        status=one.status,
    )
