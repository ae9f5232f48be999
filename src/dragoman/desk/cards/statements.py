"""Statements as cards: the chain of who reports whom, the source's and cue's words, who the speaker was taken for and why."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.desk.cards.shape import Card, Fact, Piece, Stand, basis, known, listed, part, places, plain, quoted
from dragoman.formats import chain, dates, naming
from dragoman.formats.outline import outline, quotation
from dragoman.values import Record, Statement

DEEPEST = 3
"""Statements that lie deeper within others stand no further in."""


def cards(record: Record, stand: Stand) -> list[Card]:
    """The statements in the order of the article, inner ones under their outer ones."""
    numbers = places(record)
    return [_card(record, entry.statement, (numbers, stand), entry.depth) for entry in outline(record)]


def card(record: Record, one: Statement, stand: Stand) -> Card:
    """One of them by itself."""
    return _card(record, one, (places(record), stand), 0)


def _card(record: Record, one: Statement, where: tuple[Mapping[str, int], Stand], depth: int) -> Card:
    numbers, stand = where
    number = numbers[one.id]
    identifier, verdict, seen = stand.standing(one.id)
    outer = numbers.get(one.within or "")
    facts: tuple[Fact, ...] = (
        ("source", quoted(one.source_span.text if one.source_span else "")),
        ("who that is", _resolved(record, one.source, stand)),
        ("cue", quoted(one.cue.text if one.cue else "")),
        ("said", plain(dates.words(one.date, one.until))),
        ("manner", plain(one.manner)),
        ("within", (Piece(f"statement {outer}", f"#s{outer}"),) if outer else ()),
        ("about", listed(record, one.about)),
    )
    return Card(
        "statement",
        number,
        f"s{number}",
        tuple(part(record, one_part) for one_part in chain.parts(record, one)),
        one.act,
        one.act,
        quotation(record, one),
        one.confidence,
        known(facts),
        depth=min(depth, DEEPEST),
        id=identifier,
        verdict=verdict,
        seen=seen,
    )


def _resolved(record: Record, source: str | None, stand: Stand) -> tuple[Piece, ...]:
    """What the speaker was taken for, what decided it, and a link to the reasons."""
    actor = record.actor(source)
    if actor is None:
        return ()
    identifier = stand.ids.get(actor.id, "")
    note = f" ({actor.note})" if actor.note else ""
    found = plain(", ".join(filter(None, (naming.described(actor), basis(actor)))) + note)
    return (*found, Piece(" – "), Piece("why", f"/entries/{identifier}")) if identifier and found else found
