"""Progress in words: how many of how many, how fast, how long still."""

from __future__ import annotations

import pytest

from dragoman.cli import progress
from dragoman.cli.progress import duration, line, meter

LINES = [
    (0, 10, 5.0, "0 of 10 articles, 0.0 a second"),  # no rate yet, so no time left
    (120, 4000, 100.0, "120 of 4,000 articles, 1.2 a second, 54 min left"),
    (10, 10, 5.0, "10 of 10 articles, 2.0 a second"),
    (1, 4, 50.0, "1 of 4 articles, 50 s each, 2 min left"),  # "0.0 a second" says nothing
    (1, 2, 0.0, "1 of 2 articles, 1000000000.0 a second, 0 s left"),  # a clock that did not move is no division by zero
]


@pytest.mark.parametrize(("done", "total", "seconds", "expected"), LINES)
def test_line(done: int, total: int, seconds: float, expected: str) -> None:
    assert line(done, total, seconds) == expected


@pytest.mark.parametrize(("seconds", "expected"), [(0, "0 s"), (89, "89 s"), (90, "2 min"), (3000, "50 min"), (12000, "3 h 20 min")])
def test_duration(seconds: float, expected: str) -> None:
    assert duration(seconds) == expected


def test_the_last_line_is_told_once(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Even where the last article falls on the time of a line."""
    monkeypatch.setattr(progress, "EVERY", 0.0)
    with meter(2, results_on_terminal=False) as told:
        told.advance()
        told.advance()
    assert [said.split(",")[0] for said in capsys.readouterr().err.splitlines()] == ["1 of 2 articles", "2 of 2 articles"]
