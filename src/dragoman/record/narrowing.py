"""Which articles can hold what is asked for, told by the derived tables alone, so that no other record need be opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from dragoman.record import keyed, tables
from dragoman.record.flat import article_of_row

BATCH = 500


@dataclass(frozen=True, slots=True)
class Within:
    """Articles in which somebody of each state takes part in anything, and whose statements, events and votes have all words.

    Each of `names` begins a word of the name of one who takes part, each of `words` a word of a name or any other one; all are written as
    `knowledge.names.key` gives them, in lower case. An article that is described may still hold nothing of what is asked for.
    """

    states: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def keys(connection: Connection, within: Within | None = None) -> list[str]:
    """The keys of the articles that `within` describes, of all where it is None, in their order."""
    if within is None:
        return list(connection.execute(select(tables.articles.c.key).distinct().order_by("key")).scalars())
    return keys_of(connection, set.intersection(*_found(connection, within)))


def keys_of(connection: Connection, numbers: Iterable[int]) -> list[str]:
    """The keys of the articles of these versions, in their order."""
    ordered = sorted(numbers)
    found: set[str] = set()
    for first in range(0, len(ordered), BATCH):
        chosen = select(tables.articles.c.key).where(tables.articles.c.id.in_(ordered[first : first + BATCH]))
        found.update(connection.execute(chosen).scalars())
    return sorted(found)


def _found(connection: Connection, within: Within) -> Iterator[set[int]]:
    """The versions that each condition leaves. Raises ValueError where there is no condition."""
    if not (within.states or within.names or within.words):
        raise ValueError("nothing to narrow by: give no Within for all articles")
    for state in within.states:
        taking = select(tables.parties.c.entry).where(tables.parties.c.state == state)
        yield {article_of_row(entry) for entry in connection.execute(taking).scalars()}
    if within.names:
        yield keyed.naming(connection, within.names)
    if within.words:
        yield keyed.naming(connection, within.words, ("names", "words"))
