"""The shape of a card, and the pieces that cards of every kind are put together from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dragoman.desk.who import Who
from dragoman.formats import chain, tables
from dragoman.record import View
from dragoman.values import DOUBTFUL, Actor, Record, Vote

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
    """An entry: `anchor` is its place on the page (s1), `id` lasts, `tag` is its act, type, choice or relation.

    `status` is that of an event or vote.
    """

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
    status: str = "actual"

    @property
    def doubtful(self) -> bool:
        """Whether it is more likely wrong than right."""
        return self.confidence < DOUBTFUL


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


def basis(actor: Actor) -> str:
    """What decided who an actor is, in words; that it was left open where candidates stay."""
    return BASES.get(actor.basis or "", OPEN if actor.note else "")


def plain(words: str) -> tuple[Piece, ...]:
    """Mere words; nothing for none."""
    return (Piece(words),) if words else ()


def quoted(words: str) -> tuple[Piece, ...]:
    """Words of the article in quotation marks; nothing for none."""
    return plain(f"“{' '.join(words.split())}”" if words else "")


def known(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts of which something is known."""
    return tuple(fact for fact in facts if fact[1])


def listed(record: Record, identifiers: tuple[str, ...], *, speaker: bool = False) -> tuple[Piece, ...]:
    """Actors and matters by name, divided by commas, actors with a link to their page."""
    matters = {matter.id: matter.name for matter in record.matters}
    pieces: list[Piece] = []
    for number, identifier in enumerate(identifiers):
        actor = record.actor(identifier)
        name = matters.get(identifier) or chain.name(record, identifier)
        pieces += [Piece(", ")] if number else []
        pieces.append(Piece(name, who_of(actor).url if actor else "", speaker, True))
    return tuple(pieces)


def part(record: Record, one: chain.Part) -> Piece:
    """A piece of a chain, an actor with a link to its page."""
    actor = record.actor(one.actor)
    return Piece(one.text, who_of(actor).url if actor else "", one.speaker, bool(one.actor) or one.speaker)


def places(record: Record) -> dict[str, int]:
    """The number of each statement on the page, by its id within the record."""
    return {statement.id: number for number, statement in enumerate(record.statements, 1)}


def told(record: Record, identifiers: Iterable[str]) -> tuple[Piece, ...]:
    """Who makes each of these statements, through whom, and a link to it; those that the record does not show are left out."""
    numbers = places(record)
    pieces: list[Piece] = []
    for statement in filter(None, map(record.statement, identifiers)):
        pieces += [Piece("; ")] if pieces else []
        pieces += [part(record, one) for one in chain.parts(record, statement)]
        number = numbers[statement.id]
        pieces += [Piece(" ("), Piece(f"statement {number}", f"#s{number}"), Piece(")")]
    return tuple(pieces)


def tellers(record: Record, reported_in: str | None) -> tuple[Piece, ...]:
    """Who alone reports an event or vote, the article where nobody is named as such."""
    return told(record, (reported_in,)) if reported_in else plain(tables.ARTICLE)
