"""The names of states by their codes."""

from __future__ import annotations

from functools import cache

from dragoman.knowledge import tables
from dragoman.knowledge.facts import Territory


@cache
def state_names() -> dict[str, str]:
    """The English name for each ISO 3166-1 alpha-3 code of the shipped tables."""
    rows: tuple[Territory, ...] = tables.decode(tables.read()["territories"], Territory)
    return {row.iso3: row.name for row in rows}


def named(code: str) -> str:
    """The code and the name behind it."""
    name = state_names().get(code)
    return f"{code} {name}" if name else code
