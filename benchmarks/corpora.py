"""Real articles read into a record, timed and drawn from: `python -m benchmarks.corpora --out DIR`.

Articles of the three shared corpora are drawn by a fixed seed (`--wikinews`, `--whitehouse` and `--debate` say how many of each; -1 takes
all) and added one after another as `dragoman add` adds them. An interrupted run goes on when the same command is repeated. In DIR lie then
`corpus.jsonl` (what was drawn), `record.sqlite`, `seconds.jsonl` (what each article took), `figures.json`, and `sheet.jsonl`: entries of
each kind, drawn by the same seed, with the words around them, to be judged by a person. With `--judged FILE` the marks that were put into
such a sheet ("right": true or false, by question) are counted instead.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from benchmarks.read import default_data
from benchmarks.sheet import counted, merged, sheet
from dragoman import api, record
from dragoman.articles import corpus
from dragoman.errors import DragomanError
from dragoman.knowledge.states import state_names
from dragoman.record import tables
from dragoman.record.keeping import keep

SEED = 20221128
EACH = 30
"""Entries of each kind on the sheet."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """How many articles of each corpus; -1 is all."""

    wikinews: int
    whitehouse: int
    debate: int


def parser() -> argparse.ArgumentParser:
    """The options."""
    options = argparse.ArgumentParser(
        prog="python -m benchmarks.corpora", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--out", type=Path, help="the directory of the run")
    options.add_argument("--wikinews", type=int, default=-1, metavar="N", help="articles of Wikinews, 2019 to 2021 (default: all)")
    options.add_argument("--whitehouse", type=int, default=-1, metavar="N", help="releases of the White House, 2021 to 2023 (default: all)")
    options.add_argument("--debate", type=int, default=300, metavar="N", help="speeches of the General Debate, 2015 to 2024 (default: 300)")
    options.add_argument("--unseen", action="store_true", help="leave out what stands in the annotated desk sets")
    options.add_argument("--data", type=Path, default=default_data(), metavar="DIR", help="the directory with corpora/ and desk/")
    options.add_argument("--bundle", type=Path, metavar="DIR", help="this model bundle instead of the shipped one")
    options.add_argument("--judged", type=Path, metavar="FILE", help="count the marks in this sheet, and read nothing")
    return options


def lines(data: Path, drawn: Drawn, seen: frozenset[str]) -> list[dict[str, Any]]:
    """The lines of the corpus: of each of the three as many as asked, in the order of their ids, none whose URL or id is in `seen`."""
    chance = random.Random(SEED)
    found = []
    for all_of, number in ((_wikinews(data), drawn.wikinews), (_whitehouse(data), drawn.whitehouse), (_debate(data), drawn.debate)):
        there = sorted((line for line in all_of if (line["url"] or line["id"]) not in seen), key=lambda line: str(line["id"]))
        chosen = there if number < 0 else chance.sample(there, min(number, len(there)))
        found += sorted(chosen, key=lambda line: str(line["id"]))
    return _apart(found)


def _apart(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same lines, no two of one id: the White House cuts its addresses short, and so some releases share theirs."""
    met: Counter[str] = Counter()
    lines = []
    for line in found:
        met[line["id"]] += 1
        lines.append(line if met[line["id"]] == 1 else {**line, "id": f"{line['id']}~{met[line['id']]}"})
    return lines


def annotated(data: Path) -> frozenset[str]:
    """The URLs of the annotated articles of the desk sets; of excerpts of speeches, which have none, the ids of the speeches."""
    own = Path(__file__).resolve().parents[1] / "training" / "desk" / "articles.jsonl"
    found = [json.loads(line)["article"] for path in sorted((data / "desk").glob("desk_*.jsonl")) for line in path.open(encoding="utf-8")]
    found += [json.loads(line) for line in own.open(encoding="utf-8")] if own.is_file() else []
    return frozenset(article["url"] or "-".join(article["id"].split("-")[:3]) for article in found)


def _read(data: Path, name: str) -> Iterator[dict[str, Any]]:
    with gzip.open(data / "corpora" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def _wikinews(data: Path) -> Iterator[dict[str, Any]]:
    for line in _read(data, "wikinews_2019_2021"):
        yield {**line, "id": line["url"].rpartition("/")[2], "outlet": "Wikinews"}


def _whitehouse(data: Path) -> Iterator[dict[str, Any]]:
    yield from _read(data, "wh_briefings_2021_2023")


def _debate(data: Path) -> Iterator[dict[str, Any]]:
    names = state_names()
    for line in _read(data, "ungdc_2015_2024"):
        state = names.get(line["iso3"], line["iso3"])
        told = {"title": f"General Debate, {state}, {line['year']}", "date": f"{line['year']}-09", "outlet": "United Nations", "url": None}
        yield {"id": f"gd-{line['session']}-{line['iso3']}", **told, "text": line["text"]}


def run(out: Path, chosen: list[dict[str, Any]], bundle: Path | None) -> int:
    """Add what the record in `out` lacks of these lines; how many could not be read."""
    path = out / "corpus.jsonl"
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in chosen), encoding="utf-8")
    steps = api.steps(bundle)
    bad = 0
    with record.open(out / "record.sqlite", create=True) as store, (out / "seconds.jsonl").open("a", encoding="utf-8") as times:
        for article in corpus.read(path):
            start = time.perf_counter(), time.process_time()
            try:
                if isinstance(article, DragomanError):
                    raise article
                news = keep(store, article, steps).news
            except DragomanError as error:
                bad += 1
                print(error, file=sys.stderr)
                continue
            if news != "nothing":
                took = [round(clock() - first, 3) for clock, first in zip((time.perf_counter, time.process_time), start, strict=True)]
                told = {"id": article.id, "words": len(article.text.split()), "seconds": took[0], "processor_seconds": took[1]}
                print(json.dumps(told), file=times, flush=True)
    return bad


def figures(out: Path) -> dict[str, Any]:
    """Articles, words, seconds (of the clock and of the processor, and of an article at the median), entries by kind, size in MB."""
    times = [json.loads(line) for line in (out / "seconds.jsonl").open(encoding="utf-8")]
    path = out / "record.sqlite"
    with record.open(path) as store, store.look() as connection:
        kind = tables.entries.c.kind
        kinds = {row[0]: row[1] for row in connection.execute(select(kind, func.count()).group_by(kind).order_by(kind))}
        articles = connection.execute(select(func.count(tables.articles.c.id))).scalar_one()
    seconds = [one["seconds"] for one in times]
    return {
        "articles": articles,
        "words": sum(one["words"] for one in times),
        "seconds": round(sum(seconds)),
        "processor_seconds": round(sum(one["processor_seconds"] for one in times)),
        "median_seconds": round(statistics.median(seconds), 2),
        "words_a_second": round(sum(one["words"] for one in times) / sum(seconds)),
        "size_mb": round(path.stat().st_size / 1e6, 2),
        "entries": kinds,
    }


def main(arguments: list[str] | None = None) -> int:
    """Read, or count marks; print the figures as JSON."""
    given = parser().parse_args(arguments)
    if given.judged:
        marked = map(json.loads, given.judged.open(encoding="utf-8"))
        for kind, question, right, judged, low, high in counted(marked):
            print(f"{kind:18}{question:12}{right:>4} of {judged:<4}{right / judged:.2f} ({low:.2f}–{high:.2f})")
        return 0
    if not given.out:
        parser().error("--out DIR: name the directory of the run")
    given.out.mkdir(parents=True, exist_ok=True)
    seen = annotated(given.data) if given.unseen else frozenset()
    bad = run(given.out, lines(given.data, Drawn(given.wikinews, given.whitehouse, given.debate), seen), given.bundle)
    told = {**figures(given.out), "not_read": bad}
    (given.out / "figures.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    path = given.out / "record.sqlite"
    drawn = sheet(path, EACH, SEED) + merged(path, EACH, SEED)
    (given.out / "sheet.jsonl").write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in drawn), encoding="utf-8")
    print(json.dumps(told))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
