"""When two entries name the same actor: the rules that gold and reading are compared by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

EMPTY_WORDS = frozenset({"the", "of", "for", "on", "and", "a", "an", "mr", "ms", "mrs", "s"})


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as scoring sees it."""

    name: str
    kind: str | None
    state: str | None

    @classmethod
    def of(cls, actor: dict[str, Any]) -> Party:
        """The party of an entry of a record's `actors`."""
        return cls(actor.get("name") or "", actor.get("kind"), actor.get("state") or None)


@cache
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, without titles, articles and prepositions."""
    return tuple(word for word in re.findall(r"\w+", name.casefold()) if word not in EMPTY_WORDS)


@cache
def same_name(ours: str, theirs: str) -> bool:
    """Half of the words of the shorter name are in the other, or one name is the other's initials."""
    left, right = name_words(ours), name_words(theirs)
    if not left or not right:
        return False
    if {_initials(left), _initials(right)} & {"".join(left), "".join(right)}:
        return True
    shorter = min(len(set(left)), len(set(right)))
    return 2 * len(set(left) & set(right)) >= shorter


def _initials(words: tuple[str, ...]) -> str:
    return "".join(word[0] for word in words)


def same_actor(ours: Party | None, theirs: Party | None) -> bool:
    """The same person (by surname) or, failing a person, the same organisation, state or group; two missing ones are the same."""
    if not ours or not theirs:
        return not ours and not theirs
    if ours.kind == theirs.kind == "person":
        left, right = name_words(ours.name), name_words(theirs.name)
        return bool(left) and left[-1:] == right[-1:]
    if ours.state and ours.state == theirs.state and "person" not in (ours.kind, theirs.kind):
        return True
    return same_name(ours.name, theirs.name)


def same_party(ours: Party, theirs: Party) -> bool:
    """As events, votes and ties count parties: by state where both have one, else by name."""
    if ours.state and theirs.state:
        return ours.state == theirs.state
    return same_name(ours.name, theirs.name)


def same_parties(ours: Sequence[Party], theirs: Sequence[Party]) -> bool:
    """Both lists name the same parties in any order; parties of one state count once."""
    forth = all(any(same_party(a, b) for b in theirs) for a in ours)
    return forth and all(any(same_party(a, b) for a in ours) for b in theirs)
