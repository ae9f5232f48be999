"""How far a corpus has been read: a bar on a terminal, plain lines elsewhere; always on stderr."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TaskID, TextColumn, TimeRemainingColumn
from rich.text import Text

EVERY = 10.0
"""Seconds between plain lines."""


SLOW = 0.2
"""Articles a second below which the seconds of each say more."""


class Meter(Protocol):
    """What the loop over a corpus tells of its progress."""

    def advance(self) -> None:
        """One more article is done with."""

    def expect(self, more: int) -> None:
        """So many more articles than were known of have turned up."""

    def note(self, message: str) -> None:
        """Print a line for the user without breaking the bar."""


@contextmanager
def meter(total: int, results_on_terminal: bool) -> Iterator[Meter]:
    """A bar where stderr is a terminal that the results do not scroll through; plain lines otherwise."""
    if sys.stderr.isatty() and not results_on_terminal:
        with _bar() as progress:
            yield Bar(progress, progress.add_task("reading", total=total))
        return
    lines = Lines(total)
    try:
        yield lines
    finally:
        lines.note(lines.summary())


class _Rate(ProgressColumn):
    """Articles a second."""

    def render(self, task: Task) -> Text:
        """The rate of the last seconds in words."""
        return Text(f"{task.speed:.1f} a second" if task.speed else "")


def _bar() -> Progress:
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn(), TextColumn("left"))
    return Progress(*columns, console=Console(stderr=True, highlight=False))


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar with count, rate and time left."""

    progress: Progress
    task: TaskID

    def advance(self) -> None:
        """One more article is done with."""
        self.progress.advance(self.task)

    def expect(self, more: int) -> None:
        """Make the bar longer."""
        self.progress.update(self.task, total=(self.progress.tasks[self.task].total or 0) + more)

    def note(self, message: str) -> None:
        """Print a line above the bar."""
        self.progress.console.print(Text(message), soft_wrap=True)


@dataclass(slots=True)
class Lines:
    """A plain line now and then; the last one is for who knows that all is done."""

    total: int
    done: int = 0
    start: float = field(default_factory=time.monotonic)
    last: float = field(default_factory=time.monotonic)

    def advance(self) -> None:
        """One more article is done with."""
        self.done += 1
        if self.done < self.total and time.monotonic() - self.last >= EVERY:
            self.last = time.monotonic()
            self.note(self.summary())

    def expect(self, more: int) -> None:
        """Count them in."""
        self.total += more

    def note(self, message: str) -> None:
        """Print a line."""
        print(message, file=sys.stderr, flush=True)

    def summary(self) -> str:
        """How far it is, how fast, and how long it will take."""
        return line(self.done, self.total, time.monotonic() - self.start)


class Notes:
    """Nothing but what is to be told: of a watch nobody knows how long it will be."""

    def advance(self) -> None:
        """Say nothing."""

    def expect(self, more: int) -> None:
        """Say nothing."""

    def note(self, message: str) -> None:
        """Print a line."""
        print(message, file=sys.stderr, flush=True)


def line(done: int, total: int, seconds: float) -> str:
    """Progress in words: "120 of 4,000 articles, 1.3 a second, 50 min left"; "25 s each" where it is slow."""
    rate = done / max(seconds, 1e-9)
    speed = f"{seconds / done:.0f} s each" if done and rate < SLOW else f"{rate:.1f} a second"
    words = f"{done:,} of {total:,} articles, {speed}"
    return f"{words}, {duration((total - done) / rate)} left" if 0 < done < total else words


def duration(seconds: float) -> str:
    """A length of time in its largest fitting units: "40 s", "50 min", "3 h 20 min"."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"
