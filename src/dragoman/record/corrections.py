"""Corrections of entries: which fields can be corrected to what, and a record with the corrections made.

A correction is stored with actors, matters and statements named by the ids of their own entries, which last, and with spans as their words.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dragoman.errors import UsageError
from dragoman.knowledge.states import state_names
from dragoman.record import days
from dragoman.record.identity import KINDS, Entry, listed
from dragoman.record.ledger import Judgement
from dragoman.values import ACTS, MANNERS, STATUSES, TYPES, Record, Span, Statement
from dragoman.values import KINDS as ACTOR_KINDS

CHOICES = ("yes", "no", "abstain", "absent")
RELATIONS = ("ally", "member", "trading partner", "adversary", "neighbour", "patron", "rival", "former ally", "former adversary")
STANCES = ("support", "oppose", "neutral", "cooperative", "hostile")
ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Form:
    """What a field holds: one value or several, and what a value may be.

    `refers` names the kinds of entry that a value points at; `allowed` lists all values there are; `pattern` is its look.
    """

    many: bool = False
    refers: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    pattern: str = r".+"
    needed: bool = False
    span: bool = False
    number: bool = False


ACTOR = Form(refers=("actor",))
ACTORS = Form(many=True, refers=("actor",))
DATE = Form(pattern=ISO.pattern)
STATE = Form(pattern="[A-Z]{3}")
TEXT = Form()
NEEDED = Form(needed=True)

FIELDS: dict[str, dict[str, Form]] = {
    "actor": {
        "name": NEEDED,
        "kind": Form(allowed=ACTOR_KINDS),
        "state": STATE,
        "sector": Form(pattern="[A-Z]{3}"),
        "role": TEXT,
        "wikidata": Form(pattern=r"Q\d+"),
    },
    "matter": {"name": NEEDED, "kind": NEEDED, "parties": ACTORS},
    "statement": {
        "source": ACTOR,
        "co_sources": ACTORS,
        "addressees": ACTORS,
        "via": ACTORS,
        "about": Form(many=True, refers=("actor", "matter")),
        "within": Form(refers=("statement",)),
        "manner": Form(allowed=MANNERS, needed=True),
        "act": Form(allowed=ACTS, needed=True),
        "date": DATE,
        "until": DATE,
        "cue": Form(span=True),
        "content": Form(many=True, span=True, needed=True),
    },
    "event": {
        "type": Form(allowed=TYPES, needed=True),
        "mode": TEXT,
        "contexts": Form(many=True),
        "trigger": Form(span=True, needed=True),
        "actors": ACTORS,
        "recipients": ACTORS,
        "date": DATE,
        "until": DATE,
        "place": TEXT,
        "status": Form(allowed=STATUSES, needed=True),
        "reported_in": Form(refers=("statement",)),
        "disputed_by": Form(many=True, refers=("statement",)),
    },
    "vote": {
        "body": NEEDED,
        "subject": TEXT,
        "voters": ACTORS,
        "choice": Form(allowed=CHOICES, needed=True),
        "others": Form(number=True, pattern=r"\d{1,4}"),
        "status": Form(allowed=STATUSES, needed=True),
        "reported_in": Form(refers=("statement",)),
        "date": DATE,
        "until": DATE,
    },
    "tie": {
        "subject": Form(refers=("actor",), needed=True),
        "relation": Form(allowed=RELATIONS, needed=True),
        "object": Form(refers=("actor",), needed=True),
    },
    "position": {"stance": Form(allowed=STANCES, needed=True)},
    "time": {"date": DATE, "until": DATE},
    "place": {"country": STATE},
}
"""The fields of each kind of entry that a person can correct."""


def form(kind: str, field: str) -> Form:
    """What that field of that kind of entry holds. Raises UsageError, offering the nearest, where it cannot be corrected."""
    fields = FIELDS[kind]
    if field not in fields:
        raise UsageError(f"{field}: no field of {article(kind)} {kind} that can be corrected; {offer(field, fields)}")
    return fields[field]


def article(noun: str) -> str:
    """The indefinite article of a noun."""
    return "an" if noun[0] in "aeiou" else "a"


def offer(word: str, known: Sequence[str] | Mapping[str, Any]) -> str:
    """What to write in place of a word that is not known: the nearest, or all there are."""
    near = difflib.get_close_matches(word.lower(), list(known), n=1, cutoff=0.6)
    return f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"


def stored(values: Sequence[str], entry: Entry, field: str, whole: tuple[Record, Sequence[Entry]]) -> Any:
    """What the ledger keeps of the values that a person gave for a field, no value meaning nothing.

    `whole` is the record of the entry with all its entries. An actor, matter or statement is given by the id of its entry, its id within
    the record, or its name. Raises UsageError where a value cannot stand there; the message says what can.
    """
    shape = form(entry.kind, field)
    if shape.needed and not values:
        raise UsageError(f"{field}: cannot be empty; give a value")
    if len(values) > 1 and not shape.many:
        raise UsageError(f"{field}: holds one value; {len(values)} are given, put words that belong together in quotation marks")
    found = [_value(value, field, shape, whole) for value in values]
    return found if shape.many else found[0] if found else None


def _value(value: str, field: str, shape: Form, whole: tuple[Record, Sequence[Entry]]) -> Any:
    record, everything = whole
    if shape.refers:
        return _referred(value, field, shape, everything)
    if shape.span:
        if not _places(record.article.text, value):
            raise UsageError(f"{field}: “{value}” is not in the article; give words exactly as they stand there")
        return value
    if shape.allowed and value not in shape.allowed:
        raise UsageError(f"{field}: {value!r} is none of its values; {offer(value, shape.allowed)}")
    if not re.fullmatch(shape.pattern, value, re.DOTALL):
        raise UsageError(f"{field}: {value!r} does not look like one; {_EXAMPLES.get(shape.pattern, 'give some words')}")
    if shape is DATE and not days.exists(value):
        raise UsageError(f"{field}: {value} is no date; {_EXAMPLES[shape.pattern]}")
    if shape is STATE and value not in state_names():
        raise UsageError(f"{field}: {value!r} is no state's code; {_state(value)}")
    return int(value) if shape.number else value


def _state(value: str) -> str:
    """What to write in place of a code that no state has."""
    near = difflib.get_close_matches(value, state_names(), n=3, cutoff=0.6)
    told = ", ".join(f"{code} ({state_names()[code]})" for code in near)
    return f"did you mean {told}?" if near else "write the ISO 3166-1 alpha-3 code, as PAK"


def require_sense(entry: Entry, new: Mapping[str, Any], whole: tuple[Record, Sequence[Entry]]) -> None:
    """Raise UsageError where the entry would end before it begins, or a statement would lie within itself; `new` as `stored` gives it."""
    record, everything = whole
    value = next(one for local, one in ((local, one) for _, local, one in listed(record)) if local == entry.local)
    date, until = (new.get(name, getattr(value, name, None)) for name in ("date", "until"))
    changed = not new.keys().isdisjoint(("date", "until"))
    if changed and until and not date:
        raise UsageError("until: says when it ends, and no date says when it begins; give the date too, or empty both")
    if changed and until and days.first_day(until) < days.first_day(date):
        raise UsageError(f"until: {until} is before the date, {date}; exchange them, or correct both")
    if isinstance(value, Statement) and new.get("within"):
        ids = {one.local: one.id for one in everything}
        outer = next(one for one in record.statements if ids[one.id] == new["within"])
        if value in record.chain(outer):
            raise UsageError("within: the statement would lie within itself; name the one that reports it, or leave it empty")


_EXAMPLES = {
    ISO.pattern: "write a date as 2022, 2022-03 or 2022-03-07",
    "[A-Z]{3}": "write three capitals, as PAK or GOV",
    r"Q\d+": "write a Wikidata id, as Q843",
    r"\d{1,4}": "write a number",
}


def _referred(value: str, field: str, shape: Form, everything: Sequence[Entry]) -> str:
    known = [entry for entry in everything if entry.kind in shape.refers]
    fitting = [entry for entry in known if value in (entry.id, entry.local)]
    fitting = fitting or [entry for entry in known if entry.words.casefold() == value.casefold()]
    if len(fitting) == 1:
        return fitting[0].id
    kinds = " or ".join(shape.refers)
    if fitting:
        raise UsageError(
            f"{field}: {value!r} is the name of {len(fitting)} entries; give the id of one: {', '.join(e.id for e in fitting)}"
        )
    raise UsageError(
        f"{field}: the article has no {kinds} {value!r}; {offer(value, [entry.words for entry in known]) if known else 'leave it empty'}"
    )


def corrected(record: Record, everything: Sequence[Entry], judged: Mapping[str, Judgement]) -> Record:
    """The record with every correction made that can be made; one that names an entry which this reading lacks is passed over."""
    local = {entry.id: entry.local for entry in everything}
    changes = {entry.local: _changes(entry, judged[entry.id], record, local) for entry in everything if entry.id in judged}
    if not any(changes.values()):
        return record
    lists: dict[str, Any] = {}
    for field, letter in KINDS.values():
        values = getattr(record, field)
        lists[field] = tuple(
            replace(value, **changes.get(getattr(value, "id", f"{letter}{number}"), {})) for number, value in enumerate(values, 1)
        )
    return replace(record, **lists)


def _changes(entry: Entry, judgement: Judgement, record: Record, local: Mapping[str, str]) -> dict[str, Any]:
    changes = {}
    for field, value in judgement.corrections:
        shape = FIELDS[entry.kind].get(field)
        parts = [_restored(part, shape, entry, record, local) for part in (value if isinstance(value, list) else [value])] if shape else []
        if shape and not any(part is _MISSING for part in parts):
            changes[field] = tuple(parts) if shape.many else parts[0] if parts else None
    return changes


_MISSING: Any = object()


def _restored(part: Any, shape: Form, entry: Entry, record: Record, local: Mapping[str, str]) -> Any:
    """A stored value as this record holds it: the id within the record, the span nearest to the old one, or the value itself."""
    if part is None:
        return None
    if shape.refers:
        return local.get(part, _MISSING)
    if shape.span:
        before = entry.span.start if entry.span else 0
        return min(_places(record.article.text, part), key=lambda span: abs(span.start - before), default=_MISSING)
    return part


def _places(text: str, words: str) -> list[Span]:
    """Every place of the words in the text, however their white space is written."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    return [Span.of(text, *match.span()) for match in re.finditer(pattern, text)] if pattern else []
