"""How fast a large record is searched: `python -m benchmarks.search --record FILE`.

The articles of a real record are repeated until there are enough of them, each copy with its own key, ids, day (2015 to 2024) and states
(those of the article exchanged for others); then each query is asked several times for its first fifty hits, and every answer is timed.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, text

from dragoman import record
from dragoman.record import tables
from dragoman.record.days import first_day, iso
from dragoman.record.flat import flat, row_id
from dragoman.record.packing import article_row
from dragoman.record.projecting import COLUMNS
from dragoman.record.states import named, state_names

SEED = 20150101
FIRST, LAST = first_day("2015"), first_day("2025") - 1
BATCH = 500
"""Articles a transaction."""

QUERIES = (
    "abstain* speaker:PAK after:2022-02-20",
    "talks",
    "peace kind:statement before:2018",
    '"prime minister"',
    '"united nations" state:FRA',
    "speaker:RUS act:deny",
    "speaker:USA",
    "state:CHN state:IND",
    "about:UKR after:2022 before:2023",
    "type:CONSULT state:DEU",
    "kind:vote",
    "kind:event after:2020-03-01",
    "sanction* speaker:GBR act:announce",
    "p* speaker:PAK",
    "nowhereatall speaker:PAK",
    "after:2019-06-01 before:2019-07",
)


def parser() -> argparse.ArgumentParser:
    """The options."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.search", description="How fast a large record is searched.")
    options.add_argument("--record", type=Path, required=True, help="a record made by `dragoman add`, whose articles are repeated")
    options.add_argument("--articles", type=int, default=100_000, help="articles in the record that is searched")
    options.add_argument("--times", type=int, default=5, help="times that each query is asked")
    options.add_argument("--keep", type=Path, help="keep the large record in this file, or search it where it is there already")
    options.add_argument("--json", action="store_true", help="print the figures as JSON")
    return options


@dataclass(frozen=True, slots=True)
class Model:
    """An article to be repeated: its row, and the rows of its entries and their parties."""

    article: dict[str, Any]
    entries: list[dict[str, Any]]
    parties: list[dict[str, Any]]


def models(path: Path) -> list[Model]:
    """The articles of a record. Raises RecordError where it cannot be opened."""
    with record.open(path) as store:
        views = list(record.views(store))
    found = []
    for view in views:
        entries, parties = flat(view.whole, view.entries, view.verdicts, view.number)
        found.append(Model(article_row(view.record.article), entries, parties))
    return found


def copy(model: Model, number: int, chance: random.Random) -> Model:
    """The `number`th copy: another key, day and states; the entries keep their distance in days from the article."""
    day = chance.randint(FIRST, LAST)
    codes = sorted({one["state"] for one in model.parties if one["state"]})
    others = dict(zip(codes, chance.sample(sorted(state_names()), len(codes)), strict=True))
    names = {named(code): named(other) for code, other in others.items()}
    places = {row["id"]: row_id(day, number, place) for place, row in enumerate(model.entries)}
    entries = []
    for row in model.entries:
        told = {name: _exchanged(row[name], names) for name in ("speaker", "state", "about")}
        entries.append(
            {**row, **told, "id": places[row["id"]], "entry": f"{row['entry'][:10]}{number:08x}", "article": number, "date": iso(day)}
        )
    parties = [
        {**one, "entry": places[one["entry"]], "state": others.get(one["state"]), "actor": f"{one['actor'][:10]}{number:08x}"}
        for one in model.parties
    ]
    article = {**model.article, "id": number, "key": f"copy-{number}", "version": 1, "date": iso(day), "added_at": "2026-01-01T00:00:00Z"}
    return Model(article, entries, parties)


def _exchanged(words: str, names: dict[str, str]) -> str:
    return " · ".join(names.get(part, part) for part in words.split(" · "))


def fill(path: Path, made: list[Model], articles: int) -> None:
    """Write a record of that many articles."""
    chance = random.Random(SEED)
    with record.open(path, create=True) as store:
        for first in range(1, articles + 1, BATCH):
            copies = [copy(chance.choice(made), number, chance) for number in range(first, min(first + BATCH, articles + 1))]
            store.write(lambda connection, copies=copies: _insert(connection, copies))  # type: ignore[misc]
        store.write(lambda connection: connection.execute(text("INSERT INTO found (found) VALUES ('optimize')")))


def _insert(connection: Connection, copies: list[Model]) -> None:
    numbers = [one.article["id"] for one in copies]
    connection.execute(insert(tables.articles), [one.article for one in copies])
    connection.execute(insert(tables.entries), [row for one in copies for row in one.entries])
    connection.execute(insert(tables.parties), [row for one in copies for row in one.parties])
    learn = text(f"INSERT INTO found (rowid, {COLUMNS}) SELECT id, {COLUMNS} FROM findable WHERE article BETWEEN :first AND :last")
    connection.execute(learn, {"first": min(numbers), "last": max(numbers)})


def timings(path: Path, times: int) -> Iterator[tuple[str, int, list[float]]]:
    """Each query, how many of its first fifty hits there were, and the seconds that each answer took."""
    with record.open(path) as store:
        for query in QUERIES:
            seconds = []
            hits = 0
            for _ in range(times):
                start = time.perf_counter()
                hits = len(list(record.search(store, query, 50)))
                seconds.append(time.perf_counter() - start)
            yield query, hits, seconds


def main(arguments: list[str] | None = None) -> int:
    """Print a line a query, and the median over all answers."""
    given = parser().parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        path = given.keep or Path(folder) / "large.sqlite"
        if not path.exists():
            start = time.perf_counter()
            fill(path, models(given.record), given.articles)
            print(f"{given.articles:,} articles filled in {time.perf_counter() - start:.0f} s", file=sys.stderr)
        found = list(timings(path, given.times))
        size = path.stat().st_size / 1e6
        with record.open(path) as store, store.look() as connection:
            entries = connection.execute(text("SELECT count(*) FROM findable")).scalar_one()
    every = [second for _, _, seconds in found for second in seconds]
    figures = {
        "entries": entries,
        "size_mb": round(size),
        "median_ms": round(statistics.median(every) * 1000, 2),
        "worst_ms": round(max(every) * 1000, 2),
    }
    if given.json:
        queries = {query: {"hits": hits, "median_ms": round(statistics.median(seconds) * 1000, 2)} for query, hits, seconds in found}
        print(json.dumps({**figures, "queries": queries}))
        return 0
    for query, hits, seconds in found:
        print(f"{statistics.median(seconds) * 1000:9.2f} ms  {max(seconds) * 1000:9.2f} ms at most  {hits:>3} hits  {query}")
    print(f"{figures['median_ms']:9.2f} ms at the median over all answers; {entries:,} entries, {size:,.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
