"""A large record made from a small one: `python -m benchmarks.generating --record SMALL --out LARGE --articles 100000`.

Nothing is read: the articles of a record that `dragoman add` made are varied, and the variants repeated, each repetition under an address
of its own. A variant has other words, names and numbers (each as long as the one whose place it takes, so that all offsets stay true;
drawn from the shared corpora by how often they come, where these are at hand), other states, another day between 2015 and 2024, and
another outlet. What is written is a whole record: its articles can be opened, judged, exported and searched. A call that was interrupted
goes on when it is repeated.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, event, select, text

from benchmarks.corpus import every_text
from benchmarks.read import default_data
from benchmarks.varying import Vocabulary, vary
from dragoman import record
from dragoman.record import Store, keyed, tables
from dragoman.record.flat import ARTICLE_BITS, flat
from dragoman.record.identity import Anchor, anchored, entries, identifier
from dragoman.record.packing import article_row, pack
from dragoman.record.projecting import COLUMNS
from dragoman.resolving.against import wording
from dragoman.values import Record

SEED = 20150101
VARIANTS = 20
"""Variants of each article."""

BATCH = 2_000
"""Articles a transaction."""

ADDED = "2026-01-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class Variant:
    """A varied record, packed, with its rows; the anchors of its entries, from which each copy's ids are made."""

    article: dict[str, Any]
    packed: bytes
    coder: tuple[str, str, str]
    anchors: tuple[Anchor, ...]
    rows: list[dict[str, Any]]
    parties: list[dict[str, Any]]
    worded: dict[str, str]
    compared: str


def variant(model: Record, vocabulary: Vocabulary, chance: random.Random) -> Variant:
    """One variant of a record."""
    varied = vary(model, vocabulary, chance)
    rows, parties = flat(varied, entries(varied), {}, 0)
    anchors = tuple(anchor for anchor, _, _ in anchored(varied))
    coder = (varied.coder.program, varied.coder.model, varied.coder.knowledge or "")
    words = keyed.words(rows, parties), " ".join(wording.keys(varied.article.text))
    return Variant(article_row(varied.article), pack(varied), coder, anchors, rows, parties, *words)


def variants(path: Path, data: Path) -> tuple[Variant, ...]:
    """The variants of all articles of a record. Raises RecordError where it cannot be opened."""
    with record.open(path) as store:
        models = list(record.records(store))
    vocabulary = Vocabulary.of(every_text(data) or (model.article.text for model in models))
    chance = random.Random(SEED)
    return tuple(variant(model, vocabulary, chance) for model in models for _ in range(VARIANTS))


def fill(path: Path, made: tuple[Variant, ...], articles: int) -> None:
    """Write a record of that many articles; one that such a call left unfinished is gone on with, and becomes the one it would have been.

    Raises SystemExit where the record holds anything else.
    """
    chance = random.Random(SEED)
    chosen = [chance.choice(made) for _ in range(articles)]
    with record.open(path, create=True) as store:
        there = _there(store, chosen)
        store.engine.dispose()  # connections that are opened from now on are those that `_hurried` prepared
        event.listen(store.engine, "connect", _hurried)
        for first in range(there + 1, articles + 1, BATCH):
            batch = [(number, chosen[number - 1]) for number in range(first, min(first + BATCH, articles + 1))]
            store.write(lambda connection, batch=batch: _insert(connection, batch))  # type: ignore[misc]
            print(f"{batch[-1][0]:,} articles", file=sys.stderr, flush=True)


def _there(store: Store, chosen: list[Variant]) -> int:
    """How many of the chosen variants the record holds, the first of them. Raises SystemExit where it holds other articles."""
    with store.look() as connection:
        rows = connection.execute(select(tables.articles.c.id, tables.articles.c.sha256).order_by(tables.articles.c.id)).all()
    expected = [(number, model.article["sha256"]) for number, model in enumerate(chosen[: len(rows)], 1)]
    if [tuple(row) for row in rows] != expected:
        raise SystemExit(f"{store.name}: holds other articles, or more; remove it or name another file")
    return len(rows)


def _hurried(connection: sqlite3.Connection, _record: Any) -> None:
    """No waiting for the disk, which only a crash of the machine makes dangerous; parents are there before what points to them."""
    for pragma in ("synchronous = OFF", "foreign_keys = OFF", "cache_size = -1048576"):
        connection.execute(f"PRAGMA {pragma}")


def copy(number: int, model: Variant) -> tuple[dict[str, Any], list[dict[str, Any]], list[dict[str, Any]]]:
    """The rows of the `number`th article, of its entries and of their parties."""
    key = f"https://copies.example/{number}"
    article = {**model.article, "id": number, "key": key, "url": key, "version": 1, "added_at": ADDED}
    ids = [identifier(key, anchor) for anchor in model.anchors]
    old = {row["entry"]: new for row, new in zip(model.rows, ids, strict=True)}
    moved = number << ARTICLE_BITS
    rows = [{**row, "id": row["id"] + moved, "entry": name, "article": number} for row, name in zip(model.rows, ids, strict=True)]
    parties = [{**party, "entry": party["entry"] + moved, "actor": old[party["actor"]]} for party in model.parties]
    return article, rows, parties


def _insert(connection: Connection, chosen: list[tuple[int, Variant]]) -> None:
    copies = [copy(number, model) for number, model in chosen]
    _put(connection, tables.articles, [article for article, _, _ in copies])
    read, resolved = [], []
    for number, model in chosen:
        program, name, knowledge = model.coder
        kept = {"id": number, "made_at": ADDED, "record": model.packed}
        read.append({**kept, "article": number, "program": program, "model": name})
        resolved.append({**kept, "reading": number, "knowledge": knowledge})
    _put(connection, tables.readings, read)
    _put(connection, tables.resolvings, resolved)
    _put(connection, tables.entries, [row for _, rows, _ in copies for row in rows])
    _put(connection, tables.parties, [party for _, _, parties in copies for party in parties])
    for number, model in chosen:
        connection.execute(keyed.LEARN, {"number": number, **model.worded})
        connection.execute(keyed.KEEP, {"number": number, "words": model.compared})
    learn = text(f"INSERT INTO found (rowid, {COLUMNS}) SELECT id, {COLUMNS} FROM findable WHERE article BETWEEN :first AND :last")
    connection.execute(learn, {"first": chosen[0][0], "last": chosen[-1][0]})


def _put(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Insert rows that all have the same columns; the driver is spoken to directly, which takes a third of the time."""
    if rows:
        names = list(rows[0])
        columns = ", ".join(f'"{name}"' for name in names)
        marks = ", ".join("?" * len(names))
        connection.exec_driver_sql(
            f"INSERT INTO {table.name} ({columns}) VALUES ({marks})", [tuple(row[name] for name in names) for row in rows]
        )


def parser() -> argparse.ArgumentParser:
    """The options."""
    options = argparse.ArgumentParser(
        prog="python -m benchmarks.generating", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--record", type=Path, required=True, help="a record made by `dragoman add`, whose articles are varied")
    options.add_argument("--out", type=Path, required=True, help="the file to be written")
    options.add_argument("--articles", type=int, default=100_000, help="articles in it (default: 100000)")
    options.add_argument("--data", type=Path, default=default_data(), metavar="DIR", help="the directory with corpora/, for the words")
    return options


def main(arguments: list[str] | None = None) -> int:
    """Write the large record, and say how long that took."""
    given = parser().parse_args(arguments)
    start = time.perf_counter()
    made = variants(given.record, given.data)
    print(f"{len(made):,} variants made in {time.perf_counter() - start:.0f} s", file=sys.stderr)
    fill(given.out, made, given.articles)
    size = given.out.stat().st_size / 1e6
    print(f"{given.out}: {given.articles:,} articles, {size:,.0f} MB, {time.perf_counter() - start:.0f} s", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
