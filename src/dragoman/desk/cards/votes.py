"""Votes as cards: the voters, their choice, and the roll call that was found."""

from __future__ import annotations

from urllib.parse import quote

from dragoman.desk.cards.shape import Card, Fact, Piece, Stand, known, listed, plain
from dragoman.formats import dates
from dragoman.values import Record, Vote


def cards(record: Record, stand: Stand) -> list[Card]:
    """The votes in the order of the record."""
    return [card(record, vote, stand) for vote in record.votes]


def card(record: Record, one: Vote, stand: Stand) -> Card:
    """One of them."""
    identifier, verdict, seen = stand.standing(one.id)
    number = record.votes.index(one) + 1
    roll_call = (Piece(one.roll_call, f"/resolution?symbol={quote(one.roll_call, safe='')}"),) if one.roll_call else ()
    facts: tuple[Fact, ...] = (
        ("body", plain(one.body)),
        ("on", plain(one.subject or "")),
        ("roll call", roll_call),
        ("when", plain(dates.words(one.date, one.until))),
        ("status", plain("" if one.status == "actual" else one.status)),
    )
    return Card(
        "vote",
        number,
        f"v{number}",
        (*listed(record, one.voters, speaker=True), *_others(one)),
        one.choice,
        "choice",
        one.evidence.text,
        one.confidence,
        known(facts),
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
