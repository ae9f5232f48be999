"""What names an entry for good: its kind and the words that it rests on, never its place in the text or its number in a record.

The id of an entry is a letter for its kind and sixteen hexadecimal digits of the SHA-256 of the article's key, the kind, and the anchor:

    actor, matter    the name
    statement        the cue and the words reported
    event            the trigger and its sentence
    vote             the choice and the words that tell of it
    tie              the relation and the words that state it
    position         the names of the actor and the target
    time, place      the words

Entries with one anchor are numbered in the order of the record. So an article that changes elsewhere, or is read again by a better coder,
keeps the ids of its entries, and what a person decided about them. `digest` tells whether all else that an entry says stayed the same.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from dragoman.resolving.sentences import sentence
from dragoman.values import Event, Place, Position, Record, Span, Statement, Tie, Timex, Value, Vote

KINDS = {
    "actor": ("actors", "a"),
    "matter": ("matters", "m"),
    "statement": ("statements", "s"),
    "event": ("events", "e"),
    "vote": ("votes", "v"),
    "tie": ("ties", "t"),
    "position": ("positions", "p"),
    "time": ("times", "w"),
    "place": ("places", "l"),
}
"""For each kind of entry the list of the record that holds it, and the letter of its ids."""

UNCOUNTED = ("id", "confidence", "mentions")
"""What may differ between two readings of one entry without a change of what it says."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a record: its lasting id, its kind, its id within the record, and its value.

    Positions, times and places have no id in a record: they are "p1", "w1", "l1" in the order of their lists. `names` says what each id of
    the record stands for.
    """

    id: str
    kind: str
    local: str
    value: Any
    span: Span | None
    words: str
    names: dict[str, str] = field(repr=False, compare=False)

    @property
    def said(self) -> dict[str, Any]:
        """What it says, field by field, in words that do not depend on numbers: names in place of ids, words in place of spans."""
        return _said(self.value, self.names)

    @property
    def digest(self) -> str:
        """Sixteen hexadecimal digits of all that it says."""
        return _hash(self.said)[:16]


def entries(record: Record, kinds: Collection[str] = KINDS) -> tuple[Entry, ...]:
    """The entries of the record of these kinds, kind by kind in the order of `KINDS`."""
    key, names = article_key(record), _names(record)
    return tuple(
        Entry(identifier(key, anchor), anchor.kind, local, value, first_words(value), _words(record, value, names), names)
        for anchor, local, value in anchored(record, kinds)
    )


@dataclass(frozen=True, slots=True)
class Anchor:
    """What names an entry within its article: its kind, the words that it rests on, and its number among those that rest on the same."""

    kind: str
    words: tuple[str, ...]
    number: int


def anchored(record: Record, kinds: Collection[str] = KINDS) -> Iterator[tuple[Anchor, str, Any]]:
    """The anchor, the id within the record, and the value of each entry of these kinds, in the order of `entries`."""
    seen: Counter[tuple[str, ...]] = Counter()
    names = _names(record)
    for kind, local, value in listed(record, kinds):
        anchor = tuple(" ".join((part or "").split()) for part in _anchor(record, value, names))
        seen[kind, *anchor] += 1
        yield Anchor(kind, anchor, seen[kind, *anchor]), local, value


def identifier(key: str, anchor: Anchor) -> str:
    """The lasting id of the entry with that anchor in the article of that key."""
    return KINDS[anchor.kind][1] + "-" + _hash([key, anchor.kind, *anchor.words, anchor.number])[:16]


def article_key(record: Record) -> str:
    """What tells an article from all others: its URL, or its id where it has none."""
    return record.article.url or record.article.id


def listed(record: Record, kinds: Collection[str] = KINDS) -> Iterator[tuple[str, str, Any]]:
    """The kind, the id within the record, and the value of each entry of these kinds."""
    for kind, (name, letter) in KINDS.items():
        for number, value in enumerate(getattr(record, name) if kind in kinds else (), 1):
            yield kind, getattr(value, "id", f"{letter}{number}"), value


def words(record: Record, value: Any) -> str:
    """The words of the article that an entry rests on; an event's sentence, a name where there are none."""
    return _words(record, value, _names(record) if isinstance(value, Position) else {})


def _words(record: Record, value: Any, names: dict[str, str]) -> str:
    match value:
        case Statement():
            return " … ".join(" ".join(part.text.split()) for part in value.content)
        case Event():
            return " ".join(sentence(record.article.text, value.trigger).text.split())
        case Vote() | Tie():
            return " ".join(value.evidence.text.split())
        case Timex() | Place():
            return value.span.text
        case Position():
            return f"{names.get(value.actor, value.actor)}: {value.stance}"
    return str(value.name)


def _anchor(record: Record, value: Any, names: dict[str, str]) -> tuple[str | None, ...]:
    match value:
        case Statement():
            return value.cue.text if value.cue else "", words(record, value)
        case Event():
            return value.trigger.text, words(record, value)
        case Vote():
            return value.choice, value.evidence.text
        case Tie():
            return value.relation, value.evidence.text
        case Position():
            return names.get(value.actor, value.actor), names.get(value.target, value.target)
        case Timex() | Place():
            return (value.span.text,)
    return (value.name,)


def first_words(value: Any) -> Span | None:
    """Where an entry begins: its first words in the article."""
    match value:
        case Statement():
            return min((*value.content, *((value.cue,) if value.cue else ())), default=None)
        case Event():
            return value.trigger
        case Vote() | Tie():
            return value.evidence
        case Timex() | Place():
            return value.span
        case Position():
            return None
    return min(value.mentions, default=None)


def _names(record: Record) -> dict[str, str]:
    """What each id of the record stands for, in words that do not depend on numbers."""
    named = {actor.id: actor.name for actor in record.actors} | {matter.id: matter.name for matter in record.matters}
    for one in record.statements:
        named[one.id] = " ".join(part.text for part in one.content)
    for event in record.events:
        named[event.id] = f"{event.type} {event.trigger.text}"
    for vote in record.votes:
        named[vote.id] = f"{vote.choice} {vote.evidence.text}"
    return named


def _said(value: Value, names: dict[str, str]) -> dict[str, Any]:
    return {key: _told(part, names) for key, part in value.to_dict().items() if key not in UNCOUNTED}


def _told(part: Any, names: dict[str, str]) -> Any:
    if isinstance(part, dict):
        return part["text"] if part.keys() == {"start", "end", "text"} else {key: _told(one, names) for key, one in part.items()}
    if isinstance(part, list):
        return [_told(one, names) for one in part]
    return names.get(part, part) if isinstance(part, str) else part


def _hash(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")).hexdigest()
