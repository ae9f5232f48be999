"""Ties as cards: two parties and the relation between them."""

from __future__ import annotations

from dragoman.desk.cards.shape import Card, Piece, Stand, listed
from dragoman.values import Record, Tie


def cards(record: Record, stand: Stand) -> list[Card]:
    """The ties in the order of the record."""
    return [card(record, tie, stand) for tie in record.ties]


def card(record: Record, one: Tie, stand: Stand) -> Card:
    """One of them."""
    identifier, verdict, seen = stand.standing(one.id)
    number = record.ties.index(one) + 1
    return Card(
        "tie",
        number,
        f"t{number}",
        (*listed(record, (one.subject,), speaker=True), Piece(" and "), *listed(record, (one.object,), speaker=True)),
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
