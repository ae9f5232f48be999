"""How long the desk's pages take and weigh on a large record: `python -m benchmarks.desk --record LARGE [--pages N] [--seconds S]`.

LARGE is made by `python -m benchmarks.generating` or `dragoman add`. Pages of every kind are asked for over the application itself, without
a network: some of each kind, drawn from the record, each once, in an order drawn too, so that no page is helped by one like it before. Told
are seconds of processor time, as the machine may be busy and the file not in its memory, and of the clock.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from urllib.parse import quote

from starlette.testclient import TestClient

from dragoman import record
from dragoman.desk import Settings, create_app, who
from dragoman.desk.limiting import Limiter, Rate
from dragoman.knowledge.rollcalls import archive
from dragoman.knowledge.states import state_names
from dragoman.record import Store, searching
from dragoman.record.searching import Hit

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
NEAR = 10
"""Entries from a day on of which one is drawn."""

VOTES = 2_000
"""Reported votes that are looked through for roll calls."""

RESOLUTIONS = ("A/RES/ES-11/1", "A/RES/74/4", "A/RES/70/1", "A/RES/68/262", "S/2022/155")


def parser() -> argparse.ArgumentParser:
    """The options."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.desk", description="How long the desk's pages take, and what they weigh.")
    options.add_argument("--record", type=Path, required=True, help="the record that is shown; nothing in it is changed")
    options.add_argument("--pages", type=int, default=20, help="pages of each kind (default: 20)")
    options.add_argument("--seconds", type=float, default=150, help="ask for no further page after so many of the clock (default: 150)")
    options.add_argument("--json", action="store_true", help="print the figures as JSON")
    return options


@dataclass(frozen=True, slots=True)
class Page:
    """What a page took, in seconds of the processor and of the clock, and the bytes that it weighs."""

    kind: str
    address: str
    processor: float
    clock: float
    bytes: int


@dataclass(frozen=True, slots=True)
class Spread:
    """Seconds: at the median, at the 95th percentile, and the most."""

    median: float
    p95: float
    most: float

    @classmethod
    def of(cls, taken: Iterable[float]) -> Spread:
        """That of some seconds, at least one."""
        seconds = sorted(taken)
        return cls(statistics.median(seconds), seconds[round(0.95 * (len(seconds) - 1))], seconds[-1])


@dataclass(frozen=True, slots=True)
class Figures:
    """Of the pages of one kind: how many, what they took, and the bytes of the heaviest."""

    kind: str
    count: int
    processor: Spread
    clock: Spread
    bytes: int

    @classmethod
    def of(cls, kind: str, pages: Sequence[Page]) -> Figures:
        """Those of some pages, at least one."""
        spreads = Spread.of(one.processor for one in pages), Spread.of(one.clock for one in pages)
        return cls(kind, len(pages), *spreads, max(one.bytes for one in pages))


def addresses(store: Store, count: int) -> Iterator[tuple[str, str]]:
    """Kinds of pages and addresses, `count` of each kind at most (twice that of acts); those of entries from all over the record."""
    chance = random.Random(SEED)
    codes = sorted(state_names())
    hits = list(drawn_hits(store, chance, 12 * count))
    said = [hit for hit in hits if hit.kind == "statement"][:count]
    done = [hit for hit in hits if hit.kind == "event"][:count]
    people = [one for hit in hits for one in who.people(hit.speaker) if not one.code]
    pairs = [pair for hit in hits if hit.kind == "event" for pair in zip(who.parties(hit.speaker), who.parties(hit.about), strict=False)]
    pairs.sort(key=lambda pair: not (pair[0].code and pair[1].code))  # every second one of two states, which have most between them
    pairs = [pair for both in zip(pairs, reversed(pairs), strict=True) for pair in both]
    weeks = [hit.date for hit in hits if len(hit.date or "") == len("2022-03-07")]
    yield from (("start", f"/?page={chance.randint(1, 50)}") for _ in range(count))
    yield from (("search", f"/search?q={quote(words)}") for words in WORDS[:count])
    yield from (("article", f"/article?key={quote(hit.article, safe='')}") for hit in chance.sample(hits, min(count, len(hits))))
    yield from (("entry", f"/entries/{hit.id}") for pair in zip(said, done, strict=False) for hit in pair)
    yield from (("act", f"/acts/{hit.id}") for pair in zip(said, done, strict=False) for hit in pair)
    yield from (("acts", f"/acts?until={day}") for day in weeks[:count])
    yield from (("state", f"/states/{code}") for code in chance.sample(codes, count))
    yield from (("person", one.url) for one in people[:count])
    yield from (("positions", f"/positions?of={one}&on={other}") for one, other in (chance.sample(codes, 2) for _ in range(count)))
    yield from (("dyad", f"/dyad?one={quote(one.key, safe='')}&other={quote(other.key, safe='')}") for one, other in pairs[:count])
    yield ("votes", "/votes")
    yield from (("resolution", f"/resolution?symbol={symbol}") for symbol in (*reported(store), *RESOLUTIONS)[:count])


def reported(store: Store) -> Iterator[str]:
    """Roll calls that the newest votes of the record were found to be, each once."""
    named = dict.fromkeys(name for hit in searching.search(store, "kind:vote", VOTES) for name in hit.about.split(" · "))
    return (name for name in named if "/" in name and archive.load().of(name))


def drawn_hits(store: Store, chance: random.Random, count: int) -> Iterator[Hit]:
    """Statements and deeds, one of each kind from a day drawn, of those between the record's first and last day with a full date."""
    first, last = (next(searching.search(store, "after:1990", 1, oldest_first=early)).date or "" for early in (True, False))
    days = [date.fromisoformat(f"{day}-01-01"[:10] if len(day) < len("2022-03") else f"{day}-01"[:10]).toordinal() for day in (first, last)]
    for _ in range(count):
        after = date.fromordinal(chance.randint(*days)).isoformat()
        for kind in ("statement", "event"):
            near = list(searching.search(store, f"kind:{kind} after:{after}", NEAR, oldest_first=True))
            yield from near and (chance.choice(near),)


def asked(path: Path, count: int, seconds: float) -> Iterator[Page]:
    """Each page as it is answered, until so many seconds of the clock have gone. Raises SystemExit where a page fails."""
    begun = time.perf_counter()
    with record.open(path) as store:
        drawn = list(dict.fromkeys(addresses(store, count)))
    random.Random(SEED).shuffle(drawn)
    print(f"{len(drawn)} pages drawn in {time.perf_counter() - begun:.0f} s", file=sys.stderr, flush=True)
    with TestClient(create_app(path, Settings(limiter=Limiter(UNLIMITED))), base_url="http://localhost") as client:
        client.get("/resolution?symbol=A/RES/1/107")  # loads the archive, which a desk does once; its answer is kept, so none that is drawn
        for kind, address in drawn:
            if time.perf_counter() - begun > seconds:
                return
            clock, processor = time.perf_counter(), time.process_time()
            answer = client.get(address)
            yield Page(kind, address, time.process_time() - processor, time.perf_counter() - clock, len(answer.content))
            if answer.status_code not in (200, 404):
                raise SystemExit(f"{address}: {answer.status_code}")


def told(pages: Iterable[Page]) -> Iterator[Page]:
    """The pages, each told as it comes."""
    for one in pages:
        line = f"{one.processor * 1e3:7.0f} ms of the processor {one.clock * 1e3:7.0f} ms of the clock  {one.kind:10} {one.address}"
        print(line, file=sys.stderr, flush=True)
        yield one


def figures(pages: Iterable[Page]) -> Iterator[Figures]:
    """The figures of each kind of page, in the order of their names, and of all together."""
    taken: dict[str, list[Page]] = defaultdict(list)
    for page in pages:
        taken[page.kind].append(page)
    yield from (Figures.of(kind, taken[kind]) for kind in sorted(taken))
    every = [page for found in taken.values() for page in found]
    if every:
        yield Figures.of("all", every)


def written(spread: Spread) -> str:
    """A spread in milliseconds."""
    return f"{spread.median * 1e3:6.0f} ms {spread.p95 * 1e3:6.0f} p95 {spread.most * 1e3:6.0f} at most"


def main(arguments: list[str] | None = None) -> int:
    """Print a line for each kind of page."""
    given = parser().parse_args(arguments)
    found = list(figures(told(asked(given.record, given.pages, given.seconds))))
    if given.json:
        print(json.dumps({one.kind: asdict(one) for one in found}))
        return 0
    for one in found:
        times = f"processor {written(one.processor)}; clock {written(one.clock)}"
        print(f"{one.kind:10} {one.count:>4}  {times}; {one.bytes / 1000:5.0f} kB at most")
    return 0


if __name__ == "__main__":
    sys.exit(main())
