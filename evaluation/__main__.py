"""Measures the whole reader against gold.

    python -m evaluation TASK… [--data DIR] [--split SPLIT] [--bundle DIR] [--json]
    python -m evaluation --floors [--data DIR]     every floor of floors.json
    python -m evaluation --raise [TASK…]           lifts the floors to what was measured

Exit status: 0, also where a task was skipped for want of its files or of a head in the bundle; 1 where a figure is under its floor;
2 for bad usage.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console

from dragoman.errors import DragomanError, MissingHeadError
from evaluation import datasets, figures, floors, tasks
from evaluation.readings import Readings, pipeline, to_stderr
from evaluation.table import table

WIDTH = 200


@dataclass(frozen=True)
class Asked:
    """What the command line asks for: (task, split) pairs, where the data lie, and what is done with the figures."""

    pairs: tuple[tuple[str, str], ...]
    data: Path
    bundle: Path | None
    output: str
    lifts: bool


def parser() -> argparse.ArgumentParser:
    """The options, each with its help."""
    known = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    known.add_argument("tasks", nargs="*", metavar="TASK", help="what is measured: " + " ".join(tasks.NAMES))
    known.add_argument("--data", type=Path, metavar="DIR", help="directory laid out as ../shared/data, which is the default")
    known.add_argument("--split", default="dev", help="which part of the data: train, dev or test (default: dev)")
    known.add_argument("--bundle", type=Path, metavar="DIR", help="measure this model bundle instead of the shipped one")
    known.add_argument("--json", action="store_true", help='print {"TASK": {"figure": value}} instead of the table')
    known.add_argument("--floors", action="store_true", help="measure every task and split that floors.json holds, unless tasks are named")
    known.add_argument("--raise", action="store_true", dest="lifts", help="lift the floors of floors.json to just below what was measured")
    return known


def asked(arguments: Sequence[str] | None = None) -> Asked:
    """The command line, checked; ends the program with status 2 where it makes no sense."""
    known = parser()
    given = known.parse_args(arguments)
    if strange := [name for name in given.tasks if name not in tasks.NAMES]:
        known.error(f"no task {' '.join(strange)}; the tasks are {' '.join(tasks.NAMES)}")
    if given.data and not given.data.is_dir():
        known.error(f"--data {given.data}: no such directory")
    pairs = tuple((name, given.split) for name in dict.fromkeys(given.tasks)) or _default_pairs(given, known)
    return Asked(pairs, given.data or datasets.default_data(), given.bundle, "json" if given.json else "table", given.lifts)


def _default_pairs(given: argparse.Namespace, known: argparse.ArgumentParser) -> tuple[tuple[str, str], ...]:
    if given.lifts:
        return tuple((name, given.split) for name in tasks.NAMES if tasks.built(name))
    if not given.floors:
        known.error(f"name a task ({' '.join(tasks.NAMES)}), or give --floors")
    return tuple((task, split) for task, splits in floors.load().items() for split in splits)


def measured(wanted: Asked, readings: Readings) -> Iterator[tuple[str, str, list[figures.Row]]]:
    """Task, split and rows of each task that is built and has its files and heads; says on stderr which others are skipped and why."""
    for name, split in wanted.pairs:
        if not tasks.built(name):
            to_stderr(f"{name}: skipped, this task is not built yet")
            continue
        task = tasks.load(name)
        if missing := datasets.missing(wanted.data, task.files(split)):
            to_stderr(f"{name}: skipped, {wanted.data} has no {', '.join(missing)}")
            continue
        to_stderr(f"{name}: {split}")
        try:
            measurement = task.measure(tasks.Given(wanted.data, split, readings, wanted.bundle))
        except MissingHeadError as error:
            to_stderr(f"{name}: skipped, {error}")
            continue
        yield name, split, figures.rows(measurement)


@dataclass
class Outcome:
    """What a run has found so far: JSON values a task, the figures under their floors, and the floors, lifted where asked."""

    floors: floors.Floors
    values: dict[str, dict[str, float | None]] = field(default_factory=dict)
    missed: list[str] = field(default_factory=list)

    def take(self, name: str, split: str, rows: Sequence[figures.Row]) -> None:
        """Compares the contract's figures of one task with their floors, and keeps them."""
        contract = {row.name: row for row in rows if row.group == "all" and row.name in _contract(name)}
        least = self.least(name, split)
        self.missed += [f"{name} {key}" for key, floor in least.items() if key not in contract or not floors.holds(contract[key], floor)]
        self.values.setdefault(name, {}).update({key: row.value for key, row in contract.items()})

    def lift(self, name: str, split: str, rows: Sequence[figures.Row]) -> None:
        """Lifts the floors of one task's contract figures."""
        contract = [row for row in rows if row.group == "all" and row.name in _contract(name)]
        self.floors.setdefault(name, {})[split] = floors.lifted(self.least(name, split), contract)

    def least(self, name: str, split: str) -> dict[str, float]:
        """The floors of one task and split."""
        return self.floors.get(name, {}).get(split, {})


def _contract(name: str) -> list[str]:
    return [figure.name for figure in tasks.load(name).FIGURES]


def run(wanted: Asked, readings: Readings, path: Path = floors.PATH) -> int:
    """Measures, prints, lifts the floors of `path` where asked, and returns the exit status."""
    outcome = Outcome(floors.load(path))
    for name, split, rows in measured(wanted, readings):
        outcome.take(name, split, rows)
        if wanted.output == "table":
            Console(width=None if sys.stdout.isatty() else WIDTH).print(table(name, rows, outcome.least(name, split)))
        if wanted.lifts:
            outcome.lift(name, split, rows)
            floors.save(outcome.floors, path)
    if wanted.output == "json":
        print(json.dumps(outcome.values, indent=2))
    for line in outcome.missed:
        to_stderr(f"{line}: under its floor")
    return 1 if outcome.missed else 0


def main() -> int:
    """Runs the command line; an error of the reader is one line and status 2."""
    wanted = asked()
    try:
        return run(wanted, Readings(lambda: pipeline(wanted.bundle)))
    except DragomanError as error:
        to_stderr(f"evaluation: {error}")
        return 2


if __name__ == "__main__":
    sys.exit(main())
