"""The Makefile and `.ci/run` do what they say, and say what is wrong."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.house.files import ROOT

pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def bare_checkout(directory: Path) -> Path:
    """The few files that decide what make does, without an environment."""
    for name in ("Makefile", "pyproject.toml", ".ci/run"):
        (directory / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, directory / name)
    return directory


def outside() -> dict[str, str]:
    """The surroundings of a shell, also where the tests themselves were started by make."""
    return {
        name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MFLAGS", "MAKELEVEL", "MAKEOVERRIDES", "PYTHON")
    }


def make(directory: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["make", *arguments], cwd=directory, env=outside(), capture_output=True, text=True, check=False)


def executable(path: Path, script: str) -> str:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return str(path)


@pytest.mark.parametrize("target", ["demo", "test", "check", "bench", "format", "clean"])
def test_help_names_every_target(target):
    """`make` alone lists the targets."""
    assert re.search(rf"make {target}\b", make(ROOT).stdout)


def test_check_runs_everything():
    """One command runs formatting, lint, types, layers, tests and floors."""
    dry = make(ROOT, "-n", "check").stdout
    parts = ["ruff format --check", "ruff check", "mypy --strict", "lint-imports", "-m pytest", "-m evaluation --floors"]
    assert [part for part in parts if part not in dry] == []


def test_without_python_make_says_so(tmp_path):
    """No Python: one clear line, no environment."""
    done = make(bare_checkout(tmp_path), "demo", "PYTHON=")
    assert done.returncode != 0
    assert "Python 3.11 or newer" in done.stderr
    assert not (tmp_path / ".venv").exists()


def test_old_python_is_refused(tmp_path):
    """A Python that is too old: named."""
    old = executable(tmp_path / "python-old", "exit 1")
    done = make(bare_checkout(tmp_path), "demo", f"PYTHON={old}")
    assert done.returncode != 0
    assert "older than Python 3.11" in done.stderr


def test_environment_is_made_once_and_anew_after_a_move(tmp_path):
    """The second call makes nothing; a moved checkout, whose environment points elsewhere, makes it again."""
    bare_checkout(tmp_path)
    fake = executable(
        tmp_path / "python-fake", f'[ "$1 $2" = "-m venv" ] || exit 0; mkdir -p .venv/bin; cp {tmp_path}/python-fake .venv/bin/python'
    )
    first = make(tmp_path, ".venv/demo", f"PYTHON={fake}")
    assert (first.returncode, "installing" in first.stdout) == (0, True), first.stderr
    assert "installing" not in make(tmp_path, ".venv/demo", f"PYTHON={fake}").stdout
    moved = tmp_path.with_name(tmp_path.name + "-moved")
    tmp_path.rename(moved)
    again = make(moved, ".venv/demo", f"PYTHON={moved}/python-fake")
    assert "making .venv" in again.stdout


def test_ci_needs_the_shared_data(tmp_path):
    """Without the shared data `.ci/run` fails at once and says what is missing."""
    bare_checkout(tmp_path)
    surroundings = outside() | {"DRAGOMAN_SHARED": str(tmp_path / "nowhere")}
    done = subprocess.run([tmp_path / ".ci/run"], env=surroundings, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "nowhere/data is missing" in done.stderr


@pytest.mark.parametrize(
    ("log", "closing", "status"),
    [
        ("....\n12 passed, 1 skipped in 3.21s\npolnear: dev\n", "12 passed, 1 skipped in 3.21s", 0),
        ("1 failed, 11 passed in 65.00s (0:01:05)\nmake: *** [test] Error 1\n", "1 failed, 11 passed in 65.00s (0:01:05)", 2),
        ("===== 3 passed in 0.10s =====\n", "===== 3 passed in 0.10s =====", 0),
        ("ruff: Found 1 error.\n", None, 2),  # the checks before pytest failed
    ],
)
def test_ci_ends_with_the_closing_line(tmp_path, log, closing, status):
    """The last line is pytest's, the status is the check's; a check that never came to pytest fails."""
    bare_checkout(tmp_path)
    (tmp_path / "shared" / "data").mkdir(parents=True)
    (tmp_path / "bin").mkdir()
    (tmp_path / "log").write_text(log)
    executable(tmp_path / "bin" / "make", f'cat "{tmp_path}/log"; exit {status}')
    surroundings = outside() | {"DRAGOMAN_SHARED": str(tmp_path / "shared"), "PATH": f"{tmp_path}/bin:{os.environ['PATH']}"}
    done = subprocess.run([tmp_path / ".ci/run"], env=surroundings, capture_output=True, text=True, check=False)
    assert bool(done.returncode) is bool(status)
    if closing:
        assert done.stdout.splitlines()[-1] == closing
    else:
        assert "ended before pytest" in done.stderr


def test_import_contracts_name_the_layers():
    """The contracts of DESIGN's layers are all there."""
    contracts = (ROOT / ".importlinter").read_text(encoding="utf-8")
    for name in ("layers", "one-runtime", "no-torch", "pages-under-articles"):
        assert f"[importlinter:contract:{name}]" in contracts
