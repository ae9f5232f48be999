"""Votes as cards: the voters, their choice, and the roll call that was found."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from dragoman.desk.cards.shape import Card, Fact, Piece, Stand, known, listed, plain, tellers
from dragoman.formats import dates, naming, outline, recorded
from dragoman.values import Record, Vote


def cards(record: Record, stand: Stand) -> list[Card]:
    """The votes in the order of the record."""
    figures = recorded.figures(record)
    return [_card(record, vote, stand, figures) for vote in record.votes]


def card(record: Record, one: Vote, stand: Stand) -> Card:
    """One of them."""
    return _card(record, one, stand, recorded.figures(record))


def _card(record: Record, one: Vote, stand: Stand, figures: Mapping[str, str]) -> Card:
    identifier, verdict, seen = stand.standing(one.id)
    number = record.votes.index(one) + 1
    counted = plain(f": {figures[one.id]}") if one.id in figures else ()
    roll_call = (Piece(one.roll_call, f"/resolution?symbol={quote(one.roll_call, safe='')}"), *counted) if one.roll_call else ()
    facts: tuple[Fact, ...] = (
        ("body", plain(one.body)),
        ("on", plain(one.subject or "")),
        ("when", plain(dates.words(one.date, one.until))),
        ("status", plain("" if one.status == "actual" else naming.status(one.status))),
        ("roll call", roll_call),
        ("reported by", tellers(record, one.reported_in)),
    )
    return Card(
        "vote",
        number,
        f"v{number}",
        (*listed(record, one.voters, speaker=True), *_others(one)),
        one.choice,
        "choice",
        "".join(outline.around(record.article.text, one.evidence)),
        one.confidence,
        known(facts),
        sign="▣",
        id=identifier,
        verdict=verdict,
        seen=seen,
        status=one.status,
        vote=one,
    )


def _others(one: Vote) -> tuple[Piece, ...]:
    if one.others is None:
        return () if one.voters else (Piece("nobody named"),)
    return (Piece(f"{' and ' if one.voters else ''}{one.others:,} {'others' if one.voters else 'voters'}"),)
