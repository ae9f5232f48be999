"""Whatever happens to a writer, what was added is whole; two writers wait for each other."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman import record
from dragoman.record import identity, viewing
from tests.record.full import put, resolved, varied

KILLS = 50
HELD = 30


def forked(work: Callable[[int], None]) -> tuple[int, int]:
    """A child process that does `work` with the end of a pipe; its id, and the other end."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child:
        os.close(theirs)
        return child, ours
    status = 1
    try:
        os.close(ours)
        work(theirs)
        status = 0
    finally:
        os._exit(status)


def add_from(path: Path, first: int, last: int, pipe: int) -> None:
    """Add articles one after another, and tell of each when it is there."""
    with record.open(path, create=True) as store:
        for number in range(first, last):
            put(store, varied(number))
            os.write(pipe, b".")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_kill_at_any_moment(tmp_path):
    """Fifty kills of a writer: all that it told of is there and whole, at most the article in hand is not; and it goes on after."""
    path = tmp_path / "killed.sqlite"
    record.open(path, create=True).close()
    seed = random.Random(7)
    told = 0
    for _ in range(KILLS):
        child, pipe = forked(lambda theirs, first=told: add_from(path, first, first + HELD, theirs))
        with os.fdopen(pipe, "rb") as answers:
            told += len(answers.read(seed.randint(0, 3)))  # at a moment that the writer itself sets, and a little after
            time.sleep(seed.uniform(0, 0.02))
            os.kill(child, signal.SIGKILL)
            told += len(answers.read())
        os.waitpid(child, 0)
        with record.open(path) as store:
            keys = [one.key for one in viewing.articles(store)]
        assert set(keys) >= {varied(number).article.url for number in range(told)}
        assert len(keys) <= told + 1
        told = len(keys)
    assert told > KILLS / 2
    with sqlite3.connect(path) as found:
        assert found.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    with record.open(path) as store:
        shown = {view.key: view for view in viewing.views(store)}
        assert {key: view.record for key, view in shown.items()} == {one.article.url: resolved(one) for one in map(varied, range(told))}
        found_ids = sorted(hit.id for hit in record.search(store, "kind:statement"))
    assert found_ids == sorted(entry.id for view in shown.values() for entry in identity.entries(view.record) if entry.kind == "statement")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_two_writers_at_once(tmp_path):
    """Both add all they have, some of it the same, while a third makes the file; nothing is lost or twice there."""
    path = tmp_path / "shared.sqlite"
    children = [forked(lambda theirs, first=first: add_from(path, first, first + 15, theirs)) for first in (0, 10, 20)]
    for child, pipe in children:
        _, status = os.waitpid(child, 0)
        os.close(pipe)
        assert os.waitstatus_to_exitcode(status) == 0
    with record.open(path) as store:
        assert [one.version for one in viewing.articles(store)] == [1] * 35
        assert len(list(record.search(store, "kind:vote"))) == 35


def test_a_reader_sees_one_moment(store):
    """What others write while one reads does not change what it reads."""
    shown = viewing.views(store)
    first = next(shown)
    put(store, varied(1))
    assert [first.key, *(view.key for view in shown)] == [first.key]
