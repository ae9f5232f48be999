"""A record that holds every kind of entry, with states and identities, made from the sample of the formats."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from dragoman import record
from dragoman.record import Store
from dragoman.values import Coder, Matter, Place, Position, Record, Span, Timex
from tests.formats.sample import RECORD, TEXT, span

READ = Coder("0.1.0", "en-1")
RESOLVED = Coder("0.1.0", "en-1", "sha256:first")
STATES = {"a1": "PAK", "a2": "PAK", "a3": "PAK", "a5": "PAK", "a6": "RUS"}
PLAIN = replace(
    RECORD,
    matters=(Matter("m1", "the count", "proposal", ("a5", "a6"), (span("the count"),)),),
    statements=(
        replace(RECORD.statements[0], about=("a2", "m1")),
        *RECORD.statements[1:],
    ),
    times=(Timex(span("Monday"), "2022-03-07"),),
    places=(Place(span("the assembly"), 5128581, "USA", 40.71, -74.0),),
    positions=(Position("a6", "m1", "support", ("s4", "v1")), Position("a5", "m1", "neutral", ("v1",))),
)
"""As a coder reads it: who belongs to which state is not known yet."""


def resolved(read: Record, knowledge: str = "sha256:first") -> Record:
    """The record as knowledge makes it: states by `STATES`, an office's identity."""
    actors = tuple(replace(actor, state=STATES.get(actor.id), basis="words") for actor in read.actors)
    return replace(read, coder=replace(read.coder, knowledge=knowledge), actors=actors)


FULL = resolved(PLAIN)


def varied(number: int, text: str = TEXT) -> Record:
    """The record of another article, with its own URL and id and, where given, another text; spans follow the words."""
    changed = replace(
        PLAIN.article, id=f"n{number}", url=f"https://example.org/{number}", text=text, sha256=hashlib.sha256(text.encode()).hexdigest()
    )
    return moved(replace(PLAIN, article=changed))


def moved(read: Record) -> Record:
    """The record with each span at the place that its words have in the article now."""
    text = read.article.text

    def at(part: object) -> object:
        if isinstance(part, dict):
            if part.keys() == {"start", "end", "text"}:
                nth = TEXT[: part["start"]].count(part["text"])
                start = -1
                for _ in range(nth + 1):
                    start = text.index(part["text"], start + 1)
                return Span.of(text, start, start + len(part["text"])).to_dict()
            return {key: at(value) if key != "article" else value for key, value in part.items()}
        return [at(value) for value in part] if isinstance(part, list) else part

    moved_record = at(read.to_dict())
    assert isinstance(moved_record, dict)
    return Record.from_dict(moved_record)


def put(store: Store, read: Record, now: str | None = None) -> record.Added:
    """Add a reading and its resolving."""
    return record.add(store, read, resolved(read), now)


def fresh(path: Path) -> Store:
    """A new record in a directory."""
    return record.open(path / "test.sqlite", create=True)
