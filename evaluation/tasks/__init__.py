"""One module a task. A module of this package whose name stands in `NAMES` is that task; nothing else registers it.

A task module has `FIGURES`, `files(split)` and `measure(given)`, as `Task` says.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol, cast

from evaluation.figures import Figure, Measurement
from evaluation.readings import Readings

NAMES = (
    "polnear",
    "desk",
    "vote_reports",
    "calibration",
    "names",
    "coref",
    "plv",
    "times",
    "places",
    "factuality",
    "idealpoints",
    "drafts",
    "silence",
)


@dataclass(frozen=True)
class Given:
    """What a task measures on: the data directory, the split, the readings of this run, and the bundle, the shipped one where None."""

    data: Path
    split: str
    readings: Readings
    bundle: Path | None = None


class Task(Protocol):
    """What a task module offers."""

    FIGURES: tuple[Figure, ...]
    """The figures that `--json` prints, in order."""

    files: Callable[[str], tuple[str, ...]]
    """The files of a split, relative to the data directory; the task reads no others."""

    measure: Callable[[Given], Measurement]
    """The figures over the units of the split."""


def built(name: str) -> bool:
    """Whether the task has its module yet."""
    return find_spec(f"{__name__}.{name}") is not None


def load(name: str) -> Task:
    """The task of that name. Raises ModuleNotFoundError where it is not built."""
    return cast(Task, importlib.import_module(f"{__name__}.{name}"))
