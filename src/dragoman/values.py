"""What passes between the layers: frozen values, standard library only.

The shapes are those of the record contract (`docs/record.md`). Offsets are Unicode code points into
`Article.text`, end-exclusive, and `article.text[span.start:span.end] == span.text` always holds.
Dates are ISO prefixes: `2022`, `2022-03`, `2022-03-07`.
"""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, Self

SCHEMA = 1
Reader = Callable[[Any], Any]

KINDS = ("state", "person", "organisation", "igo", "group", "media")
ACTS = ("assert", "deny", "accuse", "condemn", "praise", "request", "offer", "promise", "threaten", "warn", "announce", "ask", "regret")
MANNERS = ("direct", "mixed", "indirect")
STATUSES = ("actual", "planned", "possible", "denied")
TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
"""PLOVER's types of events, in the manual's order, which is part of every model bundle."""
SYMMETRIC = frozenset(("AGREE", "CONSULT", "COOPERATE"))
"""Types whose parties may all be actors: who acts and who is acted on is the same."""
DOUBTFUL = 0.5
"""Below this confidence an entry is more likely wrong than right: formats say so, and no position rests on it."""


@dataclass(frozen=True, slots=True)
class Value:
    """A frozen value that turns into JSON and back without loss."""

    def to_dict(self) -> dict[str, Any]:
        """The value as JSON-ready dictionaries and lists, every key present."""
        return {field.name: _plain(getattr(self, field.name)) for field in dataclasses.fields(self)}

    def to_json(self, indent: int | None = None) -> str:
        """The value as one JSON text, keys in the order of the contract."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        """The value that `to_dict` gave; missing keys take their defaults. Raises TypeError where a required key is missing."""
        readers: dict[str, Reader | None] = _readers(cls)  # type: ignore[arg-type]  # a class is hashable, its Self type is not known to be
        given = {}
        for name, value in data.items():
            if name in readers:
                reader = readers[name]
                given[name] = value if reader is None or value is None else reader(value)
        return cls(**given)


@dataclass(frozen=True, slots=True, order=True)
class Span(Value):
    """A stretch of the article's text."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of `text` from `start` to `end`."""
        return cls(start, end, text[start:end])


@dataclass(frozen=True, slots=True)
class Removed(Value):
    """Text that stood in the input and is no part of the article, with the reason."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Article(Value):
    """The cleaned body of an article, without its title, and what is known about it."""

    id: str
    title: str | None
    date: str | None
    outlet: str | None
    url: str | None
    language: str
    sha256: str
    text: str
    removed: tuple[Removed, ...] = ()


@dataclass(frozen=True, slots=True)
class Coder(Value):
    """What made the record: versions of the program, the model and the knowledge."""

    program: str
    model: str
    knowledge: str | None = None


@dataclass(frozen=True, slots=True)
class Actor(Value):
    """One who speaks or acts, joined over all mentions in the article."""

    id: str
    name: str
    kind: str | None = None
    state: str | None = None
    sector: str | None = None
    role: str | None = None
    wikidata: str | None = None
    basis: str | None = None
    note: str | None = None
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Matter(Value):
    """A conflict, agreement, proposal or resolution that the article names or plainly describes."""

    id: str
    name: str
    kind: str
    parties: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement(Value):
    """One attribution: a source, the cue that reports it, and the content reported."""

    id: str
    source: str | None
    co_sources: tuple[str, ...]
    source_span: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    manner: str
    act: str
    addressees: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    within: str | None = None
    about: tuple[str, ...] = ()
    date: str | None = None
    until: str | None = None
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Location(Value):
    """Where a place is: its GeoNames id, country (ISO 3166-1 alpha-3) and WGS 84 degrees."""

    geonames_id: int
    country: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Event(Value):
    """Who did what to whom, in the PLOVER ontology."""

    id: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    trigger: Span
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    date: str | None = None
    until: str | None = None
    place: str | None = None
    location: Location | None = None
    status: str = "actual"
    reported_in: str | None = None
    disputed_by: tuple[str, ...] = ()
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Check(Value):
    """What the roll-call archive says of a reported vote."""

    verdict: str
    ground: str | None
    by_voter: dict[str, str | None]
    count: int | None
    reason: str
    archive: str


@dataclass(frozen=True, slots=True)
class Vote(Value):
    """A vote in a body, as the article reports it."""

    id: str
    body: str
    subject: str | None
    voters: tuple[str, ...]
    choice: str
    others: int | None
    status: str
    reported_in: str | None
    date: str | None
    until: str | None
    evidence: Span
    confidence: float
    roll_call: str | None = None
    check: Check | None = None


@dataclass(frozen=True, slots=True)
class Tie(Value):
    """A standing relation stated as a fact."""

    id: str
    subject: str
    relation: str
    object: str
    evidence: Span
    confidence: float


@dataclass(frozen=True, slots=True)
class Timex(Value):
    """A time expression and the day, month or interval that it names."""

    span: Span
    date: str | None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Place(Value):
    """A toponym and where it lies."""

    span: Span
    geonames_id: int | None
    country: str | None
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class Position(Value):
    """Where an actor stands on a target, with the entries that show it."""

    actor: str
    target: str
    stance: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record(Value):
    """All that one article yields."""

    schema: int
    coder: Coder
    article: Article
    actors: tuple[Actor, ...] = ()
    matters: tuple[Matter, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    votes: tuple[Vote, ...] = ()
    ties: tuple[Tie, ...] = ()
    times: tuple[Timex, ...] = ()
    places: tuple[Place, ...] = ()
    positions: tuple[Position, ...] = ()

    def actor(self, identifier: str | None) -> Actor | None:
        """The actor of that id, or None."""
        return next((actor for actor in self.actors if actor.id == identifier), None)

    def statement(self, identifier: str | None) -> Statement | None:
        """The statement of that id, or None."""
        return next((statement for statement in self.statements if statement.id == identifier), None)

    def chain(self, statement: Statement) -> tuple[Statement, ...]:
        """The statement and those it lies within, innermost first: who reports whom."""
        links = [statement]
        while (outer := self.statement(links[-1].within)) and outer not in links:
            links.append(outer)
        return tuple(links)


def _plain(value: Any) -> Any:
    if isinstance(value, Value):
        return value.to_dict()
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


@cache
def _readers(cls: type[Value]) -> dict[str, Reader | None]:
    """For each field what makes of JSON the value that its annotation wants; None where that is the same."""
    return {name: _reader(kind) for name, kind in typing.get_type_hints(cls).items()}


def _reader(kind: Any) -> Reader | None:
    if isinstance(kind, types.UnionType):
        kind = next(option for option in typing.get_args(kind) if option is not types.NoneType)
    if typing.get_origin(kind) is tuple:
        part = _reader(typing.get_args(kind)[0])
        return tuple if part is None else lambda values: tuple(map(part, values))
    return kind.from_dict if isinstance(kind, type) and issubclass(kind, Value) else None
