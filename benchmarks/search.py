"""How fast a large record is searched: `python -m benchmarks.search --record LARGE`.

Queries of all kinds are asked for their first fifty hits, several times each, in an order drawn by a fixed seed. `LARGE` is made by
`python -m benchmarks.generating`. Every answer is timed as `dragoman search` gives it, from the words of the query to the last hit.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import time
from pathlib import Path

from sqlalchemy import text

from dragoman import record

SEED = 20150101
HITS = 50

QUERIES = {
    "a common word": "government",
    "a rare word": "referendum",
    "no such word": "nowhereatall",
    "two words": "peace talks",
    "five words": "the security of the people",
    "a word of every sentence": "the",
    "words in order": '"united nations"',
    "words in order, all common": '"of the"',
    "a long beginning": "negotiat*",
    "a beginning of one letter": "s*",
    "a speaker by name": "speaker:biden",
    "a speaker by state": "speaker:USA",
    "a state alone": "state:PAK",
    "two states": "state:CHN state:IND",
    "about": "about:UKR",
    "an act": "act:deny",
    "a type": "type:SANCTION",
    "a kind": "kind:vote",
    "an outlet": 'outlet:"white house 7"',
    "days alone": "after:2019-06-01 before:2019-07",
    "a word and days": "support after:2018 before:2019",
    "a common word long ago": "president before:2016",
    "a speaker and an act": "speaker:RUS act:deny",
    "all at once": "abstain* speaker:PAK after:2022-02-20",
    "a beginning and a speaker": "p* speaker:PAK",
    "a speaker and none": "nowhereatall speaker:PAK",
    "kind, type, state and day": "kind:event type:CONSULT state:DEU after:2020-03-01",
    "rare with common": "the and referendum",
    "common, never together": "speaker:PAK about:FJI act:regret",
}
"""A query of each kind."""


def parser() -> argparse.ArgumentParser:
    """The options."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.search", description="How fast a large record is searched.")
    options.add_argument("--record", type=Path, required=True, help="a record made by `python -m benchmarks.generating`")
    options.add_argument("--times", type=int, default=5, help="times that each query is asked (default: 5)")
    options.add_argument("--json", action="store_true", help="print the figures as JSON")
    return options


def timings(path: Path, times: int) -> dict[str, tuple[int, list[float]]]:
    """For each kind of query how many of its first fifty hits there are, and the seconds that each answer took."""
    asked = list(QUERIES) * times
    random.Random(SEED).shuffle(asked)
    seconds: dict[str, list[float]] = {kind: [] for kind in QUERIES}
    hits = {}
    with record.open(path) as store:
        for kind in asked:
            start = time.perf_counter()
            hits[kind] = len(list(record.search(store, QUERIES[kind], HITS)))
            seconds[kind].append(time.perf_counter() - start)
    return {kind: (hits[kind], seconds[kind]) for kind in QUERIES}


def figures(path: Path, found: dict[str, tuple[int, list[float]]]) -> dict[str, float]:
    """Articles and entries that can be found, size of the file in MB; milliseconds over all answers: median, p95, worst."""
    every = sorted(second * 1000 for _, seconds in found.values() for second in seconds)
    with record.open(path) as store, store.look() as connection:
        articles, entries = (connection.execute(text(f"SELECT count(*) FROM {name}")).scalar_one() for name in ("articles", "findable"))
    return {
        "articles": articles,
        "entries": entries,
        "size_mb": round(path.stat().st_size / 1e6),
        "median_ms": round(statistics.median(every), 2),
        "p95_ms": round(statistics.quantiles(every, n=20)[-1], 2),
        "worst_ms": round(every[-1], 2),
    }


def main(arguments: list[str] | None = None) -> int:
    """Print a line a query, and the figures over all answers."""
    given = parser().parse_args(arguments)
    found = timings(given.record, given.times)
    told = figures(given.record, found)
    if given.json:
        queries = {
            QUERIES[kind]: {"hits": hits, "median_ms": round(statistics.median(seconds) * 1000, 2)}
            for kind, (hits, seconds) in found.items()
        }
        print(json.dumps({**told, "queries": queries}))
        return 0
    for kind, (hits, seconds) in found.items():
        print(
            f"{statistics.median(seconds) * 1000:9.2f} ms {max(seconds) * 1000:9.2f} at most {hits:>4} hits  {kind + ':':28}{QUERIES[kind]}"
        )
    print(", ".join(f"{name} {value:,}" for name, value in told.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
