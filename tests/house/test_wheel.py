"""What users install is the wheel: it holds the bundle, the tables and the typed marker, and works outside of the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.house.files import ROOT, tracked

PACKAGE = ROOT / "src" / "dragoman"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel of the working tree, built with what is installed here."""
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    (path,) = out.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    """A fresh environment with the wheel and nothing else."""
    home = tmp_path_factory.mktemp("installed") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(home)], check=True)
    command = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(home / "bin" / "python"),
        "install",
        "--no-deps",
        "--no-index",
        "--quiet",
        str(wheel),
    ]
    subprocess.run(command, check=True)
    return home


def run(installed: Path, directory: Path, *arguments: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    """Runs a program of the environment, which finds the dependencies of this one but not the checkout."""
    surroundings = os.environ | {"PYTHONPATH": sysconfig.get_path("purelib")}
    command = [str(installed / "bin" / arguments[0]), *arguments[1:]]
    return subprocess.run(command, cwd=directory, env=surroundings, input=stdin, capture_output=True, text=True, check=False)


def test_wheel_holds_the_package(wheel):
    """Every file of the package is in the wheel: code, tables, pages and the bundle."""
    inside = set(zipfile.ZipFile(wheel).namelist())
    wanted = {f"dragoman/{path.relative_to(PACKAGE).as_posix()}" for path in tracked() if path.is_relative_to(PACKAGE)}
    assert sorted(wanted - inside) == []


@pytest.mark.parametrize("ending", ["py.typed", "encoder.onnx", "frames.onnx", "tokenizer.json", "config.json", "card.md"])
def test_wheel_holds(wheel, ending):
    """The typed marker and the model's files are there."""
    assert any(name.endswith(f"/{ending}") for name in zipfile.ZipFile(wheel).namelist())


def test_wheel_holds_nothing_else(wheel):
    """No tests, training code or data outside of the package."""
    inside = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].partition("-")[0] for name in inside} == {"dragoman"}


def test_wheel_is_imported_from_its_environment(installed, tmp_path):
    """The installed package is the one imported, not the checkout."""
    done = run(installed, tmp_path, "python", "-c", "import dragoman; print(dragoman.__file__)")
    assert done.returncode == 0, done.stderr
    assert Path(done.stdout.strip()).is_relative_to(installed)


def test_installed_program_reads(installed, tmp_path):
    """The installed program reads an article in an empty directory, offline, with what it brought along."""
    (example,) = sorted((ROOT / "examples").glob("*.txt"))[:1]
    done = run(installed, tmp_path, "dragoman", "read", "-", "--json", stdin=example.read_text(encoding="utf-8"))
    assert done.returncode == 0, done.stderr
    assert '"statements"' in done.stdout
    assert not any(tmp_path.iterdir())
