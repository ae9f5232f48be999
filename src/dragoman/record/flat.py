"""A record made flat: a row an entry, a row a party of an entry. Pure functions; the rows are those of `tables.py`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dragoman.errors import ArticleError
from dragoman.knowledge.states import named
from dragoman.record.days import first_day
from dragoman.record.identity import Entry, first_words, listed, words
from dragoman.values import Actor, Event, Matter, Position, Record, Statement, Tie, Vote

Row = dict[str, Any]

SPEAKING = ("source", "co_source", "actor", "voter", "subject")
"""The parts of those who say, do, vote or stand in a tie; `speaker` of a row names them."""

DAY_BITS = 43
ARTICLE_BITS = 15
LAST_ROW = 2**63 - 1
"""The largest number that SQLite gives a row."""

CONCERNED = ("about", "recipient", "object", "target")
"""The parts of those whom an entry is about."""


def row_id(day: int, article: int, number: int) -> int:
    """The number of a row of `entries`: the day (20 bits), the article (28 bits), the entry's place in it (15 bits).

    So rows, and the index of words over them, lie in the order of days, and a search in that order has nothing to sort. Raises
    ArticleError where an article has more entries than can be numbered.
    """
    if number >> ARTICLE_BITS:
        raise ArticleError(f"an article of more than {2**ARTICLE_BITS:,} entries; divide it")
    return day_start(day) | article << ARTICLE_BITS | number


def article_of_row(row: int) -> int:
    """The number of the article, from that of a row of `entries`."""
    return row >> ARTICLE_BITS & (1 << DAY_BITS - ARTICLE_BITS) - 1


def day_start(day: int) -> int:
    """The number before all rows of a day; days after the year 2870 count as one."""
    return min(day, (1 << 63 - DAY_BITS) - 1) << DAY_BITS


def flat(record: Record, everything: Sequence[Entry], verdicts: Mapping[str, str], article: int) -> tuple[list[Row], list[Row]]:
    """The rows of `entries` and of `parties` for the version of that number.

    `record` has its corrections made; `everything` lists the entries of the record before them, so that ids last; `verdicts` says for an
    entry's lasting id what was decided.
    """
    values = {local: value for _, local, value in listed(record)}
    ids = {entry.local: entry.id for entry in everything}
    rows, parties = [], []
    for number, entry in enumerate(everything):
        value = values[entry.local]
        place = row_id(first_day(getattr(value, "date", None) or record.article.date), article, number)
        taking = list(_parties(record, value))
        rows.append(_row(record, entry, value, taking) | {"id": place, "article": article, "judgement": verdicts.get(entry.id)})
        for role, index, one in taking:
            parties.append({"entry": place, "role": role, "number": index, "actor": ids[one.id], **_about(one)})
    return rows, parties


Taking = list[tuple[str, int, Actor | Matter]]


def _parties(record: Record, value: Any) -> Iterator[tuple[str, int, Actor | Matter]]:
    """Who takes which part in an entry, with a number for each of several."""
    known: dict[str, Actor | Matter] = {actor.id: actor for actor in record.actors}
    known |= {matter.id: matter for matter in record.matters}
    for role, identifiers in _roles(value):
        for number, identifier in enumerate(dict.fromkeys(identifiers)):
            if identifier in known:
                yield role, number, known[identifier]


def _roles(value: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
    match value:
        case Statement():
            source = (value.source,) if value.source else ()
            return (
                ("source", source),
                ("co_source", value.co_sources),
                ("addressee", value.addressees),
                ("via", value.via),
                ("about", value.about),
            )
        case Event():
            return ("actor", value.actors), ("recipient", value.recipients)
        case Vote():
            return (("voter", value.voters),)
        case Tie():
            return ("subject", (value.subject,)), ("object", (value.object,))
        case Position():
            return ("actor", (value.actor,)), ("target", (value.target,))
        case Matter():
            return (("party", value.parties),)
    return ()


def _about(one: Actor | Matter) -> Row:
    if isinstance(one, Matter):
        return {"name": one.name, "kind": "matter", "state": None, "sector": None}
    return {"name": one.name, "kind": one.kind, "state": one.state, "sector": one.sector}


def _row(record: Record, entry: Entry, value: Any, taking: Taking) -> Row:
    span = first_words(value)
    concerned = _said(taking, CONCERNED)
    if isinstance(value, Vote):
        concerned = " · ".join(filter(None, (value.subject, value.body, value.roll_call)))
    return {
        "entry": entry.id,
        "kind": entry.kind,
        "local": entry.local,
        "digest": entry.digest,
        "act": getattr(value, "act", None),
        "type": _type(value),
        "status": getattr(value, "status", None),
        "date": getattr(value, "date", None),
        "until": getattr(value, "until", None),
        "confidence": getattr(value, "confidence", None),
        "start": span.start if span else None,
        "end": span.end if span else None,
        "words": words(record, value),
        "speaker": _said(taking, SPEAKING),
        "state": " · ".join(dict.fromkeys(named(code) for code in _states(value, taking))),
        "about": concerned,
        "outlet": record.article.outlet or "",
    }


def _states(value: Any, taking: Taking) -> Iterator[str]:
    if isinstance(value, Actor) and value.state:
        yield value.state
    for _, _, one in taking:
        if isinstance(one, Actor) and one.state:
            yield one.state


def _type(value: Any) -> str | None:
    """What kind of its kind an entry is: an event's type, a vote's choice, a tie's relation, a position's stance, an actor's kind."""
    match value:
        case Event():
            return value.type
        case Vote():
            return value.choice
        case Tie():
            return value.relation
        case Position():
            return value.stance
        case Actor() | Matter():
            return value.kind
    return None


def _said(taking: Taking, roles: tuple[str, ...]) -> str:
    """The names, and the states with their names, of those who take these parts."""
    chosen = [one for role, _, one in taking if role in roles]
    states = [named(one.state) for one in chosen if isinstance(one, Actor) and one.state]
    return " · ".join(dict.fromkeys([one.name for one in chosen] + states))
