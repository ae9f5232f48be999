"""How `dragoman watch` goes about its work: round after round, until it is stopped."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from dragoman.articles.loading import is_url
from dragoman.cli import adding, feeding, reader, store
from dragoman.cli.interrupt import gentle
from dragoman.cli.progress import Notes
from dragoman.errors import UsageError
from dragoman.record.adding import present
from dragoman.record.copies import Copies


@dataclass(frozen=True, slots=True)
class Rounds:
    """Minutes between two rounds, and whether there is one alone."""

    every: float
    once: bool


def run(job: adding.Job, rounds: Rounds) -> int:
    """Watch and return the exit status. Raises UsageError for what is neither a feed's URL nor a folder, RecordError, and BundleError."""
    for source in job.sources:
        if not is_url(source) and not Path(source).is_dir():
            raise UsageError(f"{source}: is no URL and no folder; give the address of a feed, or add single files with `dragoman add`")
    with store.opened(job.record, create=True) as opened, gentle() as stop:
        target = adding.Target(opened, Notes(), True)
        steps = reader.open_steps(job.means)
        watcher = feeding.Watcher(target, steps, job.access, stop, rounds.every, Copies(opened))
        while True:
            tally = _round(job, watcher)
            print(f"{present()} {job.record}: {adding.summary(tally)}", flush=True)
            if rounds.once or not stop.wait(rounds.every * 60):
                break
    return adding.status(tally, stop)


def _round(job: adding.Job, watcher: feeding.Watcher) -> Counter[str]:
    """Every source once."""
    tally: Counter[str] = Counter()
    for source in job.sources:
        if watcher.stop.asked:
            break
        tally += feeding.feed(watcher, source) if is_url(source) else feeding.folder(watcher, Path(source))
    return tally
