"""How long positions, dyads, briefings and checks take on a large record: `python -m benchmarks.findings --record LARGE [--whole]`.

`LARGE` is made by `python -m benchmarks.generating`. Whom and what is asked for is taken from the record: names and states of middling
frequency, the quotations of a few statements. Told are seconds of processor time, as the machine may be busy; with `--whole` also those
that it takes to go through every article instead, and whether the answer is the same.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import text

from dragoman import record
from dragoman.analysis import briefing, gathering
from dragoman.analysis.dyads import months
from dragoman.analysis.merging import merged
from dragoman.analysis.positions import Chosen, positions, within
from dragoman.knowledge import Knowledge
from dragoman.record import Store, viewing
from dragoman.record.texts import texts_sharing
from dragoman.resolving.against.anchors import FEWEST_SHARED, pairs
from dragoman.resolving.against.finding import find
from dragoman.resolving.against.sought import Source, Wanted, wanted
from dragoman.values import Article

NAMES = "SELECT name FROM parties WHERE kind = 'person' AND name LIKE '_% _%' GROUP BY name ORDER BY count(*) DESC, name"
STATES = "SELECT state FROM parties WHERE state IS NOT NULL GROUP BY state ORDER BY count(*) DESC, state"
QUOTATIONS = 10


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, how it is answered, and how the whole record would answer it."""

    what: str
    narrow: Callable[[], Any]
    whole: Callable[[], Any]


def asked(store: Store) -> tuple[Asked, ...]:
    """A question of each kind."""
    knowledge = Knowledge.load()
    with store.look() as connection:
        names, states = (connection.execute(text(query)).scalars().all() for query in (NAMES, STATES))
    name = names[len(names) // 2]
    one, other = states[len(states) // 4], states[len(states) // 2]
    by_name, by_state = (Chosen.of(name), None), (Chosen.of(one), Chosen.of(other))
    hits = record.search(store, "kind:statement", QUOTATIONS)
    quotes = [quote for hit in hits if (quote := wanted(hit.words, 0, len(hit.words)))]
    return (
        *(
            Asked(
                f"positions of {what}",
                lambda chosen=chosen: positions(viewing.records(store, within(*chosen)), *chosen),  # type: ignore[misc]
                lambda chosen=chosen: positions(viewing.records(store), *chosen),  # type: ignore[misc]
            )
            for what, chosen in ((name, by_name), (f"{one} on {other}", by_state))
        ),
        Asked(
            f"dyad {one} {other}",
            lambda: months(gathering.between(store, one, other), knowledge, (one, other)),
            lambda: months(merged(viewing.records(store), viewing.history(store)), knowledge, (one, other)),
        ),
        Asked(
            f"brief {name}",
            lambda: gathering.brief(store, name, briefing.Period()),
            lambda: briefing.brief(viewing.records(store), name, briefing.Period(), viewing.history(store)),
        ),
        Asked(
            f"check of {len(quotes)} quotations",
            lambda: _found(quotes, texts_sharing(store, pairs(quotes), FEWEST_SHARED)),
            lambda: _found(quotes, (one.article for one in viewing.records(store))),
        ),
    )


def _found(quotes: Sequence[Wanted], articles: Any) -> list[list[tuple[str, int]]]:
    """Where each quotation is found: the article's id and the place in it."""
    given: Sequence[Article] = list(articles)
    return [[(match.source.article.id, match.start) for match in matches] for matches in find(quotes, map(Source, given))]


def timed(answer: Callable[[], Any]) -> tuple[Any, float]:
    """An answer, and the seconds of processor time that it took."""
    start = time.process_time()
    return answer(), time.process_time() - start


def parser() -> argparse.ArgumentParser:
    """The options."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.findings", description="How long findings take on a large record.")
    options.add_argument("--record", type=Path, required=True, help="a record made by `python -m benchmarks.generating`")
    options.add_argument("--whole", action="store_true", help="answer by every article too, and compare")
    return options


def main(arguments: list[str] | None = None) -> int:
    """Print a line a question; exit status 1 where the whole record answers otherwise."""
    given = parser().parse_args(arguments)
    wrong = False
    with record.open(given.record) as store:
        for one in asked(store):
            answer, seconds = timed(one.narrow)
            line = f"{seconds:9.3f} s  {one.what}"
            if given.whole:
                other, longer = timed(one.whole)
                wrong |= answer != other
                line += f"; by every article {longer:.3f} s, {'the same' if answer == other else 'ANOTHER'} answer"
            print(line, flush=True)
    return int(wrong)


if __name__ == "__main__":
    sys.exit(main())
