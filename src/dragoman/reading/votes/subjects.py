"""The words that may be the subject of a vote: names, pronouns of actors, and bodies that are no names."""

from __future__ import annotations

import re

from dragoman.reading.votes import bodies
from dragoman.values import Actor, Span

Kinds = tuple[tuple[Span, str], ...]
"""Spans with the kind of name that each is: person, organisation, place, other."""

_VETOING = re.compile(r"\b(?P<name>U\.?S\.?|U\.?K\.?|USSR)(?: administration| government)?(?: has| have| had| then| also){0,2} veto")
_GAP = re.compile(r"(?:[’']s?)?\s*")
_PERSONS = re.compile(r"(?:senators|lawmakers|deputies|MPs|legislators)$")
"""Words for a chamber's members, who are not the chamber."""

_THEIR, _OUR = frozenset(("he", "she")), frozenset(("we", "my country", "our country", "my delegation", "our delegation"))


def subjects(text: str, names: Kinds, actors: tuple[Actor, ...], spoken: Kinds) -> Kinds:
    """`names` and all other words that may vote, in order; `spoken` are those in which a speaker says "we" of somebody."""
    return _with_bodies(text, (*_whole(text, names), *_pronouns(names, actors, spoken)))


def _whole(text: str, names: Kinds) -> Kinds:
    """The names, with those of permanent members in short whole, full stops and all, where a veto follows: "the U.S. vetoed"."""
    found = tuple(Span.of(text, match.start("name"), match.end("name")) for match in _VETOING.finditer(text))
    apart = tuple(pair for pair in names if not any(pair[0].start < one.end and one.start < pair[0].end for one in found))
    return (*apart, *((one, "place") for one in found))


def _pronouns(names: Kinds, actors: tuple[Actor, ...], spoken: Kinds) -> Kinds:
    """The words that stand for an actor of the article as a subject, with the kind of name that they stand for; `spoken` among them."""
    taken = {span.start for span, _ in (*names, *spoken)}
    found = [
        (mention, "place" if actor.kind == "state" else "person")
        for actor in actors
        for mention in actor.mentions
        if mention.start not in taken
        and mention.text.casefold() in (_OUR if actor.kind == "state" else _THEIR if actor.kind == "person" else ())
    ]
    return tuple(sorted((*found, *spoken), key=lambda pair: pair[0].start))


def _with_bodies(text: str, names: Kinds) -> Kinds:
    """The names, and the parliaments and committees that are none of them: "the city council voted to …"."""
    added = []
    for one in bodies.bodies(text, 0, len(text)):
        inside = [name for name, _ in names if name.start < one.end and one.start < name.end]
        gap = _GAP.match(text, max((name.end for name in inside), default=one.start), one.end)
        if gap and one.body not in bodies.OF_STATES and gap.end() < one.end and not _PERSONS.search(text[one.start : one.end]):
            added.append((Span.of(text, gap.end(), one.end), "organisation"))
    return tuple(sorted((*names, *added), key=lambda pair: (pair[0], pair[1])))
