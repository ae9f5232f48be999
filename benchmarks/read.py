"""How fast articles are read, and in how much memory.

    python -m benchmarks.read [--articles N] [--words N] [--threads N …] [--data DIR] [--bundle DIR] [--json]

Every number comes from a fresh process. Cold start is the time from starting Python to the first statement of an article of that length,
the median of `--starts` runs. The first article of a corpus warms the reader up and is not timed.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.corpus import texts

CHECKOUT = Path(__file__).resolve().parents[1]
COLD = """
import sys
from pathlib import Path
from dragoman.articles.corpus import read
from benchmarks.stages import Clock
from benchmarks.worker import Opened
article = next(iter(read(sys.argv[1])))
record = Opened(int(sys.argv[2]), Path(sys.argv[3]) if sys.argv[3:] else None).read(article, Clock())
print(record.statements[0].id if record.statements else "none", flush=True)
"""


@dataclass(frozen=True)
class Asked:
    """What is measured: the corpus file and what it was made from, the numbers of threads, runs of a cold start, and which bundle."""

    corpus: Path
    made_from: str
    threads: tuple[int, ...]
    starts: int
    bundle: Path | None

    @property
    def tail(self) -> list[str]:
        """The bundle as the last argument of a process, where one is named."""
        return [str(self.bundle)] if self.bundle else []


def parser() -> argparse.ArgumentParser:
    """The options, each with its help."""
    known = argparse.ArgumentParser(
        prog="python -m benchmarks.read", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    known.add_argument("--articles", type=int, default=30, metavar="N", help="texts in the corpus, after one to warm up (default: 30)")
    known.add_argument("--words", type=int, default=800, metavar="N", help="words a text (default: 800)")
    known.add_argument("--threads", type=int, nargs="+", default=[1, 2], metavar="N", help="numbers of threads (default: 1 2)")
    known.add_argument("--starts", type=int, default=3, metavar="N", help="cold starts, of which the median is given (default: 3)")
    known.add_argument(
        "--data", type=Path, metavar="DIR", help="directory with corpora/, by default ../shared/data; without it examples/ is read"
    )
    known.add_argument("--bundle", type=Path, metavar="DIR", help="this model bundle instead of the shipped one")
    known.add_argument("--json", action="store_true", help="print JSON instead of the table")
    return known


def default_data() -> Path:
    """`data` in the directory that DRAGOMAN_SHARED names, else `../shared/data` beside the checkout."""
    shared = os.environ.get("DRAGOMAN_SHARED")
    return (Path(shared) if shared else CHECKOUT.parent / "shared") / "data"


def measure(asked: Asked) -> dict[str, Any]:
    """Machine, corpus, and for each number of threads the figures of `figures`."""
    runs = {str(threads): figures(asked, threads) for threads in asked.threads}
    machine = {"processor": _processor(), "cores": len(os.sched_getaffinity(0)), "python": platform.python_version()}
    return {"machine": machine, "corpus": asked.made_from, "threads": runs}


def figures(asked: Asked, threads: int) -> dict[str, Any]:
    """Seconds to the first statement, to open the reader, to read an article and of each stage of it; articles a second; peak memory."""
    cold = statistics.median(_cold_start(asked, threads) for _ in range(asked.starts))
    run = json.loads(_ended(_started(["-m", "benchmarks.worker", str(asked.corpus), str(threads), *asked.tail], threads)))
    seconds = run["seconds"]
    return {
        "cold_start_s": cold,
        "opening_s": run["opening"],
        "article_s": statistics.median(seconds),
        "articles_per_s": len(seconds) / sum(seconds),
        "peak_mb": run["peak_mb"],
        "stages_s": {stage: spent / len(seconds) for stage, spent in run["stages"].items()},
    }


def _cold_start(asked: Asked, threads: int) -> float:
    """Seconds from starting Python until it says its first statement. Raises RuntimeError where it says none."""
    began = time.perf_counter()
    child = _started(["-c", COLD, str(asked.corpus), str(threads), *asked.tail], threads)
    assert child.stdout
    first = child.stdout.readline().strip()
    seconds = time.perf_counter() - began
    _ended(child)
    if first == "none":
        raise RuntimeError("the first text of the corpus has no statement; ask for more --words")
    return seconds


def _started(arguments: list[str], threads: int) -> subprocess.Popen[str]:
    """A fresh Python that has as many cores as `threads`."""
    cores = sorted(os.sched_getaffinity(0))[:threads]
    return subprocess.Popen(
        [sys.executable, *arguments],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: os.sched_setaffinity(0, cores),
    )


def _ended(child: subprocess.Popen[str]) -> str:
    """What the process still prints. Raises RuntimeError with its last words where it failed."""
    printed, said = child.communicate()
    if child.returncode:
        raise RuntimeError(said.strip().splitlines()[-1] if said.strip() else f"exit status {child.returncode}")
    return printed


def _processor() -> str:
    described = Path("/proc/cpuinfo")
    lines = described.read_text(encoding="utf-8").splitlines() if described.is_file() else []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


ROWS = (
    ("cold_start_s", "cold start to first statement", "s", "≤ 5"),
    ("opening_s", "opening the reader", "s", ""),
    ("article_s", "an article, median", "s", ""),
    ("articles_per_s", "articles a second", "", "≥ 0.8, attribution alone 1.2"),
    ("peak_mb", "peak memory", "MB", "≤ 1200"),
)


def table(result: dict[str, Any]) -> Table:
    """A row a figure and a row a stage, a column for each number of threads; floors are those of two threads."""
    runs: dict[str, Any] = result["threads"]
    drawn = Table(box=None, pad_edge=False, header_style="bold")
    drawn.add_column("figure")
    for threads in runs:
        drawn.add_column(f"{threads} thread{'s' if threads != '1' else ''}", justify="right")
    drawn.add_column("", justify="left")
    drawn.add_column("floor", justify="right")
    for key, label, unit, floor in ROWS:
        drawn.add_row(label, *(f"{run[key]:.2f}" if run[key] < 100 else f"{run[key]:.0f}" for run in runs.values()), unit, floor)
    for stage in next(iter(runs.values()))["stages_s"]:
        drawn.add_row(f"  stage: {stage}", *(f"{run['stages_s'].get(stage, 0.0):.3f}" for run in runs.values()), "s an article", "")
    return drawn


def main(arguments: Sequence[str] | None = None) -> int:
    """Makes the corpus, measures, prints; status 2 with one line where nothing can be measured."""
    known = parser()
    given = known.parse_args(arguments)
    cores = len(os.sched_getaffinity(0))
    if max(given.threads) > cores or min(given.threads) < 1:
        known.error(f"--threads {' '.join(map(str, given.threads))}: this machine has {cores} cores")
    try:
        made_from, made = texts(given.data or default_data(), CHECKOUT / "examples", given.articles + 1, given.words)
        with tempfile.TemporaryDirectory() as directory:
            corpus = Path(directory) / "corpus.jsonl"
            corpus.write_text("".join(f"{json.dumps({'text': text})}\n" for text in made), encoding="utf-8")
            result = measure(
                Asked(
                    corpus, f"{given.articles} texts of {given.words} words: {made_from}", tuple(given.threads), given.starts, given.bundle
                )
            )
    except (FileNotFoundError, RuntimeError) as error:
        print(f"benchmarks.read: {error}", file=sys.stderr)
        return 2
    if given.json:
        print(json.dumps(result, indent=2))
    else:
        shown(result)
    return 0


def shown(result: dict[str, Any]) -> None:
    """Prints the table, and under it what it was measured on."""
    console = Console(width=None if sys.stdout.isatty() else 140, highlight=False)
    console.print(table(result))
    console.print(f"\n{result['machine']['processor']}, {result['machine']['cores']} cores, Python {result['machine']['python']}")
    console.print(result["corpus"])


if __name__ == "__main__":
    sys.exit(main())
