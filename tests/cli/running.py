"""The command line in a process of its own, as its users have it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
WITH_TEST_READER = (sys.executable, "-m", "tests.cli.with_test_reader")
SHIPPED = (sys.executable, "-c", "import sys, dragoman.cli; sys.exit(dragoman.cli.main())")

SENTENCES = (
    "The foreign ministry said on Monday that the talks would go on. "
    "The election commission admitted that the count was late, and the assembly waits for the result."
)


def run(*arguments: str | Path, program: tuple[str, ...] = WITH_TEST_READER, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """The finished process: `returncode`, `stdout`, `stderr`."""
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))),
        "COLUMNS": "80",
        "PYTHONIOENCODING": "utf-8",
    }
    return subprocess.run(
        [*program, *map(str, arguments)],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        env=environment,
        cwd=ROOT,
        timeout=600,
        check=False,
    )


def records(text: str) -> list[dict[str, Any]]:
    """The records of JSON lines; every line must be whole."""
    assert not text or text.endswith("\n")
    return [json.loads(line) for line in text.splitlines()]


def ids(text: str) -> list[str]:
    """The article ids of JSON lines."""
    return [record["article"]["id"] for record in records(text)]


def write_corpus(path: Path, *texts: str | None) -> Path:
    """A corpus with an article a line, "n1", "n2" …; None makes a line that is no JSON."""
    lines = (json.dumps({"id": f"n{number}", "text": text}) if text is not None else "{broken" for number, text in enumerate(texts, 1))
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path
