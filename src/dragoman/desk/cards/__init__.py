"""Entries as a page shows them: one shape for statements, events, votes and ties, a module for each kind."""

from __future__ import annotations

from dragoman.desk.cards import actors, events, statements, ties, votes
from dragoman.desk.cards.actors import ActorCard
from dragoman.desk.cards.shape import Card, Fact, Piece, Stand
from dragoman.formats.outline import quotation
from dragoman.record.identity import words
from dragoman.values import Event, Record, Statement, Tie, Value, Vote

__all__ = ["ActorCard", "Card", "Fact", "Piece", "Stand", "actors", "card", "events", "every", "said", "statements", "ties", "votes"]


def every(record: Record, stand: Stand) -> list[Card]:
    """All entries of a record, a kind after the other."""
    return [card for kind in (statements, events, votes, ties) for card in kind.cards(record, stand)]


def card(record: Record, value: Value, stand: Stand) -> Card | None:
    """That of one statement, event, vote or tie of the record; None for other kinds of entry."""
    match value:
        case Statement():
            return statements.card(record, value, stand)
        case Event():
            return events.card(record, value, stand)
        case Vote():
            return votes.card(record, value, stand)
        case Tie():
            return ties.card(record, value, stand)
    return None


def said(record: Record, value: Value) -> str:
    """The words that an entry rests on, quoted as they were."""
    return quotation(record, value) if isinstance(value, Statement) else words(record, value)
