"""Actors that knowledge shows to be one are joined: "Moscow", "the Kremlin" and "Russia" are one state."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from dragoman.values import Actor, Record

Item = TypeVar("Item")

_LISTS = {
    "statements": ("source", "co_sources", "addressees", "via", "about"),
    "events": ("actors", "recipients"),
    "votes": ("voters",),
    "ties": ("subject", "object"),
    "matters": ("parties",),
    "positions": ("actor", "target"),
}


def join(record: Record) -> Record:
    """The record with one entry for each actor known to be the same; every entry points at the first of them."""
    groups: dict[object, list[Actor]] = {}
    for actor in record.actors:
        groups.setdefault(_identity(actor), []).append(actor)
    if len(groups) == len(record.actors):
        return record
    names = {actor.id: group[0].id for group in groups.values() for actor in group}
    lists: dict[str, Any] = {
        name: tuple(_renamed(item, fields, names) for item in getattr(record, name)) for name, fields in _LISTS.items()
    }
    lists["statements"] = tuple(
        replace(one, co_sources=tuple(other for other in one.co_sources if other != one.source)) for one in lists["statements"]
    )
    return replace(record, actors=tuple(_joined(group) for group in groups.values()), **lists)


def _identity(actor: Actor) -> object:
    """What tells an actor apart: its state where it is one, its identifier where it has one, else itself."""
    if actor.kind == "state" and actor.state:
        return "state", actor.state
    return ("wikidata", actor.wikidata) if actor.wikidata else ("id", actor.id)


def _joined(group: list[Actor]) -> Actor:
    """One entry under the name that is the state's own and used most, or else the longest."""
    mentions = tuple(sorted({mention for actor in group for mention in actor.mentions}))
    state = group[0].kind == "state"
    shown = max(group, key=lambda actor: (actor.basis == "words", len(actor.mentions) if state else len(actor.name)))
    return replace(shown, id=group[0].id, mentions=mentions)


def _renamed(item: Item, fields: Iterable[str], names: dict[str, str]) -> Item:
    changes: dict[str, Any] = {}
    for field in fields:
        value = getattr(item, field)
        changes[field] = tuple(dict.fromkeys(names.get(one, one) for one in value)) if isinstance(value, tuple) else names.get(value, value)
    return replace(item, **changes)  # type: ignore[type-var]
