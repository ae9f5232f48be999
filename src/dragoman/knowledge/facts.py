"""The rows of the tables, each naming its source. Named tuples: frozen, and tens of thousands load in a few milliseconds."""

from __future__ import annotations

from typing import NamedTuple


class Source(NamedTuple):
    """Where facts come from, under which licence, and the last date that it speaks of."""

    id: str
    title: str
    licence: str
    url: str | None
    good_until: str | None
    notice: str | None


class Territory(NamedTuple):
    """A state, dependency or former state: ISO 3166-1 alpha-3 (3166-3 where it is gone, XKX for Kosovo), COW code, years."""

    iso3: str
    name: str
    kind: str  # member (of the UN), state, dependency, former
    cow: int | None
    since: str | None
    until: str | None
    source: str


class Name(NamedTuple):
    """A form of a territory's name. Use: name, adjective, people, capital, seat or place; a seat says what it stands for."""

    form: str
    iso3: str
    use: str
    stands_for: str | None
    source: str
    key: str = ""  # names.key(form), kept so that it need not be made at every start


class Body(NamedTuple):
    """An organisation of any kind that news names: see `KINDS` in `bodies`. `actor` is the kind of actor that it is in a record."""

    id: str
    name: str
    kind: str
    actor: str
    state: str | None
    sector: str | None
    acronym: str | None
    wikidata: str | None
    since: str | None
    until: str | None
    parent: str | None
    members: str | None
    forms: tuple[str, ...]
    source: str
    keys: tuple[str, ...] = ()  # names.key of the name, the acronym and the forms


class Membership(NamedTuple):
    """A state's membership in a body. `last_seen` is the last date that the source speaks of; after it the answer is unknown."""

    body: str
    iso3: str
    status: str  # member, associate, observer, permanent, elected
    since: str | None
    until: str | None
    last_seen: str
    source: str


class Title(NamedTuple):
    """A title or role in words, the office class it names (or None), its sector, and the one state that uses it (or None)."""

    title: str
    office: str | None
    sector: str | None
    state: str | None
    source: str
    key: str = ""  # names.key(title), lower-case


class Person(NamedTuple):
    """A public figure, the state (or body) acted for, all names, and a sector where it never changed."""

    id: str
    name: str
    state: str | None
    body: str | None
    sector: str | None
    wikidata: str | None
    names: tuple[str, ...]
    source: str
    heard: tuple[str, ...] = ()  # names.parts of each name, joined by blanks


class Holding(NamedTuple):
    """A person's time in an office of a state or body. Dates are ISO prefixes as precise as the source.

    From `since` (or, where that is unknown, from `first_seen`) to `until` (or `last_seen`) the person held it;
    outside that nothing is said.
    """

    person: str
    place: str  # alpha-3 or the id of a body
    office: str
    title: str | None
    since: str | None
    until: str | None
    first_seen: str | None
    last_seen: str | None
    source: str


class EventType(NamedTuple):
    """A type of PLOVER: its place in the manual, quad class (1 verbal cooperation … 4 material conflict) and score (-10 … 10)."""

    type: str
    order: int
    quad: int
    score: float
    needs_recipient: bool
    note: str | None  # what the manual prints wrong, and why this is right
    source: str


class Mode(NamedTuple):
    """A mode of a type, what the manual says it is, and its score, or None where the manual has none."""

    type: str
    mode: str
    content: str
    score: float | None
    source: str


class Context(NamedTuple):
    """A context that an event of any type can have, and what the manual says it is."""

    context: str
    content: str
    source: str


class Cameo(NamedTuple):
    """A CAMEO code, its Goldstein score, and what it is in PLOVER."""

    code: str  # "010" is not "10"
    name: str
    goldstein: float
    type: str | None  # None where PLOVER dropped it, or has two types for it
    mode: str | None
    contexts: tuple[str, ...]
    either: bool  # one of the contexts is enough
    words: tuple[str, ...]  # words of the trigger that name the code; * stands for any ending
    only: bool  # the code is taken where such a word stands and nowhere else
    note: str | None  # where the conversion table was mended, and why
    source: str


class Choice(NamedTuple):
    """The code that stands for a type (and mode) in a status, where the conversion table leaves several or none."""

    type: str
    mode: str | None
    status: str  # actual, planned
    code: str
    reason: str
    source: str
