"""Short names of bodies: "the House" is the House of Representatives where no other body of its state is called so.

A body is called by the one word that its name begins with before "of" or "for", or that it consists of, the name of the state before it
apart: "US Senate", "House of Representatives". Names of several words are compared as they are (`alike`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache, lru_cache

from dragoman.analysis.reports import Report
from dragoman.knowledge import tables
from dragoman.knowledge.facts import Body, Name
from dragoman.knowledge.names import key
from dragoman.values import Actor

Naming = Callable[[str, str], frozenset[str]]
"""The names of organisations of a state (by code) that have a word (in lower case), among those who speak or take part in deeds."""

OF = ("of", "for")


def naming(several: Iterable[Report]) -> Naming:
    """The naming of these reports."""
    names: dict[str, set[str]] = defaultdict(set)
    for report in several:
        for actor in taking(report):
            if actor.kind == "organisation" and actor.state:
                names[actor.state].add(actor.name)
    return cache(lambda state, word: frozenset(name for name in names[state] if word in _words(name)))


def taking(report: Report) -> tuple[Actor, ...]:
    """Who says it, or who takes part in a deed; those whom a statement is addressed to do neither."""
    return report.who if report.kind == "statement" else (*report.who, *report.whom)


def whole(report: Report, named: Naming) -> Report:
    """The report with each body that is called by one word under the one name that it has in the record, to be compared with others."""
    who, whom = (tuple(_whole(actor, named) for actor in side) for side in (report.who, report.whom))
    return report if (who, whom) == (report.who, report.whom) else replace(report, who=who, whom=whom)


def _whole(actor: Actor, named: Naming) -> Actor:
    if actor.kind != "organisation" or not actor.state:
        return actor
    own = _own(actor.name, actor.state)
    word = called(own)
    if word is None:
        return actor
    every = {own, *(_own(name, actor.state) for name in named(actor.state, word))}
    longer = {other for other in every if _headed(other)[-1:] == (word,) and len(other) > 1 and not _otherwise(other, word)}
    if len(longer) > 1 or any(called(other) is None for other in longer):
        return actor
    return replace(actor, name=" ".join(next(iter(longer), own)).title())


def called(own: tuple[str, ...]) -> str | None:
    """The one word that a body of that name is called by; None where it takes more."""
    head = _headed(own)
    return head[0] if len(head) == 1 else None


def _headed(own: tuple[str, ...]) -> tuple[str, ...]:
    """The words before the first "of" or "for"."""
    return own[: next((place for place, word in enumerate(own) if word in OF), len(own))]


def _otherwise(own: tuple[str, ...], word: str) -> bool:
    """Whether it is a known body that is called by other words before this one, and never by it alone: the White House."""
    return len(_headed(own)) > 1 and " ".join(own) in _known() and word not in _known()


@lru_cache(maxsize=65536)
def _words(name: str) -> tuple[str, ...]:
    return tuple(key(name).lower().split())


@lru_cache(maxsize=65536)
def _own(name: str, state: str) -> tuple[str, ...]:
    """The words of a body's name without "the" and the name of its state before them, and without "of" its state after them."""
    words = _words(name)
    words = words[1:] if words[:1] == ("the",) else words
    for form in sorted(_forms().get(state, ()), key=len, reverse=True):
        if len(words) > len(form) and words[: len(form)] == form:
            words = words[len(form) :]
            break
    for form in sorted(_forms().get(state, ()), key=len, reverse=True):
        for after in (("of", *form), ("of", "the", *form)):
            if len(words) > len(after) and words[-len(after) :] == after:
                return words[: -len(after)]
    return words


@cache
def _forms() -> dict[str, frozenset[tuple[str, ...]]]:
    """By code the words of each name and adjective of a state."""
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    rows: tuple[Name, ...] = tables.decode(tables.read()["names"], Name)
    for row in rows:
        if row.use in ("name", "adjective"):
            found[row.iso3].add(tuple(row.key.lower().removeprefix("the ").split()))
    return {code: frozenset(forms) for code, forms in found.items()}


@cache
def _known() -> frozenset[str]:
    """The names of the bodies of the tables and of the seats of governments, in every form, in lower case."""
    rows: tuple[Body, ...] = tables.decode(tables.read()["bodies"], Body)
    places: tuple[Name, ...] = tables.decode(tables.read()["places"], Name)
    known = [*(one for row in rows for one in row.keys), *(row.key for row in places if row.use == "seat")]
    return frozenset(one.lower().removeprefix("the ") for one in known)
