"""Every command, option and argument has help; the version is the package's; nothing slow is imported before it is needed."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version
from typing import Any

import pytest
import typer.main

from dragoman.cli import app
from tests.cli.running import ROOT, SHIPPED, run

GROUP: Any = typer.main.get_command(app)
COMMANDS = {"dragoman": GROUP, **GROUP.commands}


@pytest.mark.parametrize("name", COMMANDS)
def test_everything_has_help(name: str) -> None:
    assert COMMANDS[name].help
    assert [parameter.name for parameter in COMMANDS[name].params if not getattr(parameter, "help", None)] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_shown(name: str) -> None:
    arguments = ["--help"] if name == "dragoman" else [name, "--help"]
    done = run(*arguments, program=SHIPPED)
    assert (done.returncode, done.stderr) == (0, "")
    for parameter in COMMANDS[name].params:
        for option in getattr(parameter, "opts", []):
            assert not option.startswith("--") or option in done.stdout


def test_no_arguments_show_the_help() -> None:
    assert run(program=SHIPPED).stdout == run("--help", program=SHIPPED).stdout


def test_version() -> None:
    assert run("--version", program=SHIPPED).stdout == f"dragoman {version('dragoman')}\n"


def test_help_imports_nothing_slow() -> None:
    code = "import sys, dragoman.cli; dragoman.cli.main(['--help']); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", cwd=ROOT, timeout=600, check=True)
    assert not {"onnxruntime", "tokenizers", "trafilatura", "httpx", "numpy", "py3langid"} & set(done.stderr.split())
