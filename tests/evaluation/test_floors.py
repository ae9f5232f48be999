"""Floors only rise: not here, and not from one commit to the next."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest

from evaluation import datasets, floors, tasks
from evaluation.figures import Figure, Row

ZERO = Figure("f", lambda sample: sample["x"], lambda sample: sample["x"])
LESS = Figure("f", ZERO.value, ZERO.n, better="lower")


def row(figure: Figure, value: float | None, low: float | None, high: float | None, n: int = 100) -> Row:
    return Row(figure, figure.name, "all", value, n, low, high)


@pytest.mark.parametrize(
    ("measured", "old", "new"),
    [
        pytest.param(row(ZERO, 0.8, 0.7512, 0.85), None, 0.751, id="first floor: just below the lower end"),
        pytest.param(row(ZERO, 0.8, 0.75, 0.85), None, 0.749, id="below it even where it is a whole thousandth"),
        pytest.param(row(ZERO, 0.8, 0.7512, 0.85), 0.70, 0.751, id="rises"),
        pytest.param(row(ZERO, 0.8, 0.7512, 0.85), 0.78, 0.78, id="never falls, though the value is above by noise alone"),
        pytest.param(row(ZERO, 0.8, 0.7512, 0.85, n=29), None, None, id="n < 30 is no floor"),
        pytest.param(row(ZERO, 0.8, None, None), None, None, id="no interval, no floor"),
        pytest.param(row(ZERO, 0.01, 0.0, 0.02), None, None, id="a floor of 0 says nothing"),
        pytest.param(row(LESS, 0.05, 0.03, 0.0702), None, 0.071, id="lower is better: just above the upper end"),
        pytest.param(row(LESS, 0.05, 0.03, 0.0702), 0.09, 0.071, id="lower is better: a most comes down"),
        pytest.param(row(LESS, 0.05, 0.03, 0.0702), 0.06, 0.06, id="lower is better: a most never goes up"),
    ],
)
def test_lifted(measured, old, new):
    """What a measurement makes of a floor."""
    before = {} if old is None else {"f": old}
    assert floors.lifted(before, [measured]) == ({} if new is None else {"f": new})


@pytest.mark.parametrize(
    ("measured", "floor", "held"),
    [
        (row(ZERO, 0.8, 0.7, 0.9), 0.8, True),
        (row(ZERO, 0.8, 0.7, 0.9), 0.801, False),
        (row(LESS, 0.05, 0.0, 0.1), 0.05, True),
        (row(LESS, 0.05, 0.0, 0.1), 0.049, False),
        (row(ZERO, None, None, None, n=0), 0.1, False),  # nothing to measure is no success
    ],
)
def test_holds(measured, floor, held):
    """A figure that equals its floor reaches it."""
    assert floors.holds(measured, floor) is held


def test_saved_floors_load(tmp_path):
    """Saving sorts and loses nothing."""
    path = tmp_path / "floors.json"
    floors.save({"b": {"dev": {"y": 0.5}}, "a": {"dev": {"x": 0.25}}}, path)
    assert list(floors.load(path)) == ["a", "b"]
    assert floors.load(path)["b"]["dev"]["y"] == 0.5


def eased(before: floors.Floors, now: floors.Floors) -> list[str]:
    """The floors of `before` that `now` lacks or holds less strictly."""
    found = []
    for task, splits in before.items():
        better = {figure.name: figure for figure in tasks.load(task).FIGURES}
        for split, least in splits.items():
            for name, old in least.items():
                new = now.get(task, {}).get(split, {}).get(name)
                if new is None or (name in better and floors.stricter(row(better[name], None, None, None), old, new)):
                    found.append(f"{task} {split} {name}: {old} became {new}")
    return found


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ({"desk": {"dev": {"statement_f1": 0.5}}}, []),
        ({"desk": {"dev": {"statement_f1": 0.6}}}, []),
        ({"desk": {"dev": {"statement_f1": 0.4}}}, ["desk dev statement_f1: 0.5 became 0.4"]),
        ({"desk": {"dev": {}}}, ["desk dev statement_f1: 0.5 became None"]),
    ],
)
def test_eased_sees_what_fell(now, expected):
    """The check below can fail."""
    assert eased({"desk": {"dev": {"statement_f1": 0.5}}}, now) == expected


def test_no_floor_is_lower_than_in_the_last_commit():
    """The working tree's floors are at least those of HEAD."""
    if not shutil.which("git"):
        pytest.skip("git is not installed")
    shown = subprocess.run(
        ["git", "show", "HEAD:evaluation/floors.json"], cwd=datasets.CHECKOUT, capture_output=True, text=True, check=False
    )
    if shown.returncode:
        pytest.skip(f"no committed floors to compare with: {shown.stderr.strip()}")
    assert eased(json.loads(shown.stdout), floors.load()) == []


def test_every_floor_belongs_to_a_figure():
    """No floor names a task or figure that does not exist."""
    for task, splits in floors.load().items():
        names = {figure.name for figure in tasks.load(task).FIGURES}
        assert all(set(least) <= names for least in splits.values())
