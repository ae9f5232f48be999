"""A record as scoring sees it: actors looked up, spans as sets of words on gold's text.

Gold records have fewer keys than readings; both become the same entries here. Unknown actor ids count as no actor.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from evaluation.alignment import Marks, Stretch, marks, mover, sentence_finder, stretch
from evaluation.parties import Party

Item = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement."""

    id: str
    source: Party | None
    cue: Marks
    content: Marks
    manner: str | None
    act: str | None
    addressees: tuple[Party, ...]
    within: str | None
    date: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Deed:
    """An event; `sentence` is None where the trigger is not found in gold's text."""

    type: str
    sentence: int | None
    trigger: Marks
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    status: str | None
    date: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Ballot:
    """A vote."""

    body: str
    choice: str
    voters: tuple[Party, ...]
    others: int | None


@dataclass(frozen=True, slots=True)
class Bond:
    """A tie; an end whose actor is unknown is None."""

    subject: Party | None
    relation: str
    object: Party | None


@dataclass(frozen=True, slots=True)
class Entries:
    """All that scoring compares of one record."""

    statements: tuple[Saying, ...] = ()
    events: tuple[Deed, ...] = ()
    votes: tuple[Ballot, ...] = ()
    ties: tuple[Bond, ...] = ()


@dataclass(frozen=True, slots=True)
class _View:
    """Who an id is, what words a span covers, and in which sentence it begins, for one record on one text."""

    who: dict[str, Party]
    place: Callable[[Item | None], Stretch | None]
    text: str
    sentence: Callable[[int], int]

    def party(self, identifier: str | None) -> Party | None:
        return self.who.get(identifier) if identifier else None

    def parties(self, identifiers: list[str] | None) -> tuple[Party, ...]:
        return tuple(self.who[one] for one in identifiers or () if one in self.who)

    def words(self, *spans: Item | None) -> Marks:
        return marks(self.text, [moved for span in spans if (moved := self.place(span))])


def entries(record: Item, text: str) -> Entries:
    """The entries of `record` with their spans moved onto `text`."""
    view = _view(record, text)
    return Entries(
        statements=tuple(_saying(item, view) for item in record.get("statements") or ()),
        events=tuple(_deed(item, view) for item in record.get("events") or ()),
        votes=tuple(_ballot(item, view) for item in record.get("votes") or ()),
        ties=tuple(_bond(item, view) for item in record.get("ties") or ()),
    )


def _view(record: Item, text: str) -> _View:
    who = {actor["id"]: Party.of(actor) for actor in record.get("actors") or ()}
    move = mover(record["article"]["text"], text)

    def place(span: Item | None) -> Stretch | None:
        found = stretch(span)
        return move(found) if found else None

    return _View(who, place, text, sentence_finder(text))


def _saying(item: Item, view: _View) -> Saying:
    return Saying(
        id=item["id"],
        source=view.party(item.get("source")),
        cue=view.words(item.get("cue")),
        content=view.words(*item["content"]),
        manner=item.get("manner"),
        act=item.get("act"),
        addressees=view.parties(item.get("addressees")),
        within=item.get("within"),
        date=item.get("date"),
        confidence=item.get("confidence") or 0.0,
    )


def _deed(item: Item, view: _View) -> Deed:
    trigger = view.place(item.get("trigger"))
    return Deed(
        type=item["type"],
        sentence=view.sentence(trigger[0]) if trigger else None,
        trigger=marks(view.text, [trigger] if trigger else []),
        actors=view.parties(item.get("actors")),
        recipients=view.parties(item.get("recipients")),
        status=item.get("status"),
        date=item.get("date"),
        confidence=item.get("confidence") or 0.0,
    )


def _ballot(item: Item, view: _View) -> Ballot:
    return Ballot(item.get("body") or "", item["choice"], view.parties(item.get("voters")), item.get("others"))


def _bond(item: Item, view: _View) -> Bond:
    return Bond(view.party(item["subject"]), item["relation"], view.party(item["object"]))
