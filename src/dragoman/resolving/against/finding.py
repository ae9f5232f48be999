"""Where the quotations of a draft stand in many sources, in one pass over them.

Only the sources, and of these the stretches, that share most with a quotation are compared with it word by word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dragoman.resolving.against.anchors import Table
from dragoman.resolving.against.matching import match
from dragoman.resolving.against.sought import Match, Source, Wanted
from dragoman.resolving.against.wording import keys

KEPT = 12
"""How many sources are compared with a quotation word by word, those that share most; all that have every pair are, up to `VERBATIM`."""
VERBATIM = 24


def find(quotes: Sequence[Wanted], sources: Iterable[Source]) -> tuple[tuple[Match, ...], ...]:
    """For each quotation its matches, verbatim ones first, then those with the fewest changes, in the order of the sources."""
    table = Table(quotes)
    near: list[list[tuple[float, int, Source]]] = [[] for _ in quotes]
    for number, source in enumerate(sources):
        for quote, share in table.shares(keys(source.article.text)):
            near[quote].append((-share, number, source))
            if len(near[quote]) > 8 * VERBATIM:
                near[quote] = sorted(near[quote], key=_rank)[:VERBATIM]
    return tuple(tuple(_compared(quote, table, index, sorted(near[index], key=_rank))) for index, quote in enumerate(quotes))


def _rank(one: tuple[float, int, Source]) -> tuple[float, int]:
    return one[:2]


def _compared(quote: Wanted, table: Table, number: int, near: list[tuple[float, int, Source]]) -> Iterator[Match]:
    """The matches among the sources that share most with the quotation."""
    exact = [one for one in near if one[0] < -0.999][:VERBATIM]
    chosen = exact or near[:KEPT]
    found = [there for _, _, source in chosen if (there := match(quote, table, number, source))]
    if exact and not any(one.verbatim for one in found):
        found += [there for _, _, source in near[len(exact) : KEPT] if (there := match(quote, table, number, source))]
    yield from sorted(found, key=lambda one: (one.changes, not one.quoted))
