"""Who is heard, and through whom: the chain of one statement as a phrase.

"Sergei Lavrov, as told by Shah Mehmood Qureshi, to VOA": the source first, then everyone who passes the words on, then
those to whom they were said and the medium that they came through.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from dragoman.values import Record, Statement

UNATTRIBUTED = "unattributed"
UNNAMED = "an unnamed source"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the phrase: an actor's name (with the actor's id) or the words between names."""

    text: str
    actor: str | None = None
    speaker: bool = False


def phrase(record: Record, statement: Statement) -> str:
    """The chain of `statement` as one line of text."""
    return "".join(part.text for part in parts(record, statement))


def parts(record: Record, statement: Statement) -> tuple[Part, ...]:
    """The chain of `statement` in pieces that a format can set apart; joined they are the phrase."""
    pieces = _speaker(record, statement)
    links = record.chain(statement)
    for inner, outer in pairwise(links):
        pieces += _addressees(record, inner, besides=_sources(outer))
        pieces += _teller(record, inner, outer)
    pieces += _addressees(record, links[-1], besides=())
    return tuple(pieces + _media(record, links))


def _sources(statement: Statement) -> tuple[str, ...]:
    return ((statement.source,) if statement.source else ()) + statement.co_sources


def _speaker(record: Record, statement: Statement) -> list[Part]:
    sources = _sources(statement)
    return _names(record, sources, speaker=True) if sources else [Part(UNATTRIBUTED, None, speaker=True)]


def _teller(record: Record, inner: Statement, outer: Statement) -> list[Part]:
    """How `outer` passes `inner` on; a source who tells of what it said itself is not named twice."""
    sources = _sources(outer)
    if sources and sources == _sources(inner):
        return [Part(", by their own account")]
    return [Part(", as told by "), *(_names(record, sources) if sources else [Part(UNNAMED)])]


def _addressees(record: Record, statement: Statement, besides: tuple[str, ...]) -> list[Part]:
    """To whom it was said; the one who tells of it heard it, and is not named again."""
    heard = tuple(actor for actor in statement.addressees if actor not in besides)
    return [Part(", to "), *_names(record, heard)] if heard else []


def _media(record: Record, links: tuple[Statement, ...]) -> list[Part]:
    named = {actor for link in links for actor in (*link.addressees, *_sources(link))}
    via = tuple(dict.fromkeys(actor for link in links for actor in link.via if actor not in named))
    return [Part(", via "), *_names(record, via)] if via else []


def _names(record: Record, actors: tuple[str, ...], *, speaker: bool = False) -> list[Part]:
    pieces: list[Part] = []
    for number, identifier in enumerate(actors):
        if number:
            pieces.append(Part(" and " if number == len(actors) - 1 else ", "))
        pieces.append(Part(name(record, identifier), identifier, speaker))
    return pieces


def name(record: Record, identifier: str | None) -> str:
    """The actor's name, or the id where the record lists no such actor."""
    actor = record.actor(identifier)
    return actor.name if actor else identifier or UNATTRIBUTED
