"""Offices that several states have under one name: "the Foreign Office" is not Britain's in an article about Pakistan."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.knowledge.facts import Body
from dragoman.knowledge.names import key

NAMES = frozenset(
    key(name).lower()
    for name in (
        "foreign office",
        "home office",
        "cabinet office",
        "ministry of defence",
        "national security council",
        "house of commons",
        "state council",
    )
)
"""Names of offices without a state in them, by which states other than the one of the tables call theirs."""


def is_shared(name: str) -> bool:
    """Whether the name, a leading article apart, is of an office that several states have."""
    return key(name).lower().removeprefix("the ") in NAMES


def unowned(bodies: Iterable[Body]) -> tuple[Body, ...]:
    """The organisations of a shared name as that name alone says them: of no state, and with no id; one where they are several."""
    found = {body.name: body._replace(id="", state=None, wikidata=None) for body in bodies}
    return tuple(found.values())[:1]
