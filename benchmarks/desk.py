"""How long the desk's pages take and weigh on a large record: `python -m benchmarks.desk --record LARGE`.

LARGE is made by `python -m benchmarks.generating` or `dragoman add`. Pages of every kind are asked for over the application itself, without
a network: some of each kind, drawn from the record, each once, in an order drawn too, so that no page is helped by one like it before.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from starlette.testclient import TestClient

from dragoman import record
from dragoman.desk import Settings, create_app, who
from dragoman.desk.limiting import Limiter, Rate
from dragoman.record import Store, listing, searching
from dragoman.record.states import state_names

SEED = 20150101
UNLIMITED = {name: Rate(1_000_000, 1_000_000) for name in ("look", "write", "read", "login", "secret")}
WORDS = (
    "talks",
    "sanction*",
    '"prime minister"',
    "peace kind:statement before:2018",
    "act:deny",
    "type:CONSULT state:DEU",
    "kind:vote",
    "",
)
RESOLUTIONS = ("A/RES/ES-11/1", "A/RES/74/4", "A/RES/70/1", "A/RES/68/262", "S/2022/155")


def parser() -> argparse.ArgumentParser:
    """The options."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.desk", description="How long the desk's pages take, and what they weigh.")
    options.add_argument("--record", type=Path, required=True, help="the record that is shown; nothing in it is changed")
    options.add_argument("--pages", type=int, default=20, help="pages of each kind (default: 20)")
    options.add_argument("--json", action="store_true", help="print the figures as JSON")
    return options


@dataclass(frozen=True, slots=True)
class Figures:
    """Of the pages of one kind: how many, seconds at the median, the 95th percentile and the most, and the bytes of the heaviest."""

    kind: str
    count: int
    median: float
    p95: float
    most: float
    bytes: int

    @classmethod
    def of(cls, kind: str, taken: list[tuple[float, int]]) -> Figures:
        """Those of seconds and bytes, a pair a page."""
        seconds = sorted(one for one, _ in taken)
        p95 = seconds[min(len(seconds) - 1, round(0.95 * (len(seconds) - 1)))]
        return cls(kind, len(taken), statistics.median(seconds), p95, seconds[-1], max(size for _, size in taken))


def addresses(store: Store, count: int) -> Iterator[tuple[str, str]]:
    """Kinds of pages and addresses, `count` of each kind at most; those of entries, persons and pairs from all over the record."""
    chance = random.Random(SEED)
    codes = sorted(state_names())
    total = listing.totals(store)["articles"]
    shown = [listing.latest(store, 1, chance.randrange(total))[0].article.key for _ in range(count)]
    hits = [hit for day in range(2015, 2025) for hit in searching.search(store, f"after:{day}-{chance.randint(1, 12):02d}", 40)]
    chance.shuffle(hits)
    said = [hit for hit in hits if hit.kind == "statement"][:count]
    done = [hit for hit in hits if hit.kind == "event"][:count]
    people = [one for hit in hits for one in who.people(hit.speaker) if not one.code]
    pairs = [(one, other) for hit in hits if hit.kind == "event" for one in who.people(hit.speaker) for other in who.people(hit.about)]
    yield from (("start", f"/?page={chance.randint(1, 50)}") for _ in range(count))
    yield from (("search", f"/search?q={quote(words)}") for words in WORDS[:count])
    yield from (("article", f"/article?key={quote(key, safe='')}") for key in shown)
    yield from (("entry", f"/entries/{hit.id}") for hit in (*said, *done)[:count])
    yield from (("act", f"/acts/{hit.id}") for pair in zip(said, done, strict=False) for hit in pair)
    yield from (("state", f"/states/{code}") for code in chance.sample(codes, count))
    yield from (("person", one.url) for one in people[:count])
    yield from (("positions", f"/positions?of={one}&on={other}") for one, other in (chance.sample(codes, 2) for _ in range(count)))
    yield from (("dyad", f"/dyad?one={quote(one.key, safe='')}&other={quote(other.key, safe='')}") for one, other in pairs[:count])
    yield ("votes", "/votes")
    yield from (("resolution", f"/resolution?symbol={symbol}") for symbol in RESOLUTIONS[:count])


def measured(path: Path, count: int) -> Iterator[Figures]:
    """The figures of each kind of page, and of all together. Raises SystemExit where a page fails."""
    with record.open(path) as store:
        asked = list(dict.fromkeys(addresses(store, count)))
    random.Random(SEED).shuffle(asked)
    taken: dict[str, list[tuple[float, int]]] = defaultdict(list)
    with TestClient(create_app(path, Settings(limiter=Limiter(UNLIMITED))), base_url="http://localhost") as client:
        client.get("/resolution?symbol=A/RES/ES-11/1")  # loads the archive, which a desk does once
        for kind, address in asked:
            start = time.perf_counter()
            answer = client.get(address)
            taken[kind].append((time.perf_counter() - start, len(answer.content)))
            if answer.status_code not in (200, 404):
                raise SystemExit(f"{address}: {answer.status_code}")
    yield from (Figures.of(kind, found) for kind, found in taken.items())
    yield Figures.of("all", [pair for found in taken.values() for pair in found])


def main(arguments: list[str] | None = None) -> int:
    """Print a line for each kind of page."""
    given = parser().parse_args(arguments)
    found = list(measured(given.record, given.pages))
    if given.json:
        print(json.dumps({one.kind: {"median_ms": one.median * 1e3, "p95_ms": one.p95 * 1e3, "bytes": one.bytes} for one in found}))
        return 0
    for one in found:
        times = f"{one.median * 1e3:8.0f} ms  {one.p95 * 1e3:8.0f} ms p95  {one.most * 1e3:8.0f} ms at most"
        print(f"{one.kind:12} {one.count:>4}  {times}  {one.bytes / 1000:7.0f} kB at most")
    return 0


if __name__ == "__main__":
    sys.exit(main())
