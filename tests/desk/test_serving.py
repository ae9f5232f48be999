"""`dragoman serve` and `dragoman user`: loopback alone, unless those who come bring something."""

from __future__ import annotations

import os
import re
import subprocess
import urllib.request
from pathlib import Path

import pytest
from fastapi import FastAPI

from dragoman.cli.serve import Door, Place, door, serve
from dragoman.errors import UsageError
from dragoman.knowledge import Knowledge
from tests.cli.running import ROOT, SHIPPED, run


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("127.0.0.1", True),
        ("127.0.0.9", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.168.1.4", False),
        ("desk.example", False),
    ],
)
def test_loopback(host: str, loopback: bool) -> None:
    assert Place(host, 1).loopback is loopback
    if not loopback:
        with pytest.raises(UsageError, match="--token TOKEN or --users FILE"):
            door(Place(host, 1), Door(None, None))
    assert door(Place(host, 1), Door("x" * 20, None)).token == "x" * 20


def test_one_way_in(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="give one of them"):
        door(Place("::", 1), Door("x" * 20, tmp_path))


def test_user_prints_a_line_that_serve_takes(tmp_path: Path) -> None:
    done = run("user", "Mara", "--role", "reader", program=SHIPPED, stdin="a long password\n")
    assert re.fullmatch(r"Mara:reader:\$argon2id\$\S+\n", done.stdout), done.stderr
    path = tmp_path / "users.txt"
    path.write_text(done.stdout, encoding="utf-8")
    user = door(Place("::", 1), Door(None, path)).enter("Mara", "a long password")
    assert user is not None
    assert not user.reviews


def test_open_to_others_without_a_token_is_refused() -> None:
    done = run("serve", "--host", "0.0.0.0", program=SHIPPED)
    assert done.returncode == 2
    assert "--token" in done.stderr


def test_serves_until_it_is_ended(tmp_path: Path) -> None:
    """The address is printed, the page is there, and an interrupt ends it."""
    command = [*SHIPPED, "serve", "--port", "0", "--record", str(tmp_path / "new.sqlite")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=ROOT, env={**os.environ, "PYTHONUNBUFFERED": "1"}) as process:
        try:
            assert process.stderr
            first = process.stderr.readline()
            url = re.match(r"http://127\.0\.0\.1:\d+/", first)
            assert url, first
            with urllib.request.urlopen(url[0], timeout=60) as answer:
                assert b"The record is empty" in answer.read()
        finally:
            process.terminate()
            process.wait(60)


def test_the_users_facts_reach_the_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--knowledge FILE` is what drafts are held against, too."""
    file = tmp_path / "facts.yaml"
    file.write_text("persons:\n  - {name: Ada Beg, state: MLI, sector: OPP}\n", encoding="utf-8")
    desks: list[FastAPI] = []
    monkeypatch.setattr("dragoman.desk.running.run", lambda app, *_: desks.append(app) or 0)
    assert serve(str(tmp_path / "new.sqlite"), knowledge=file) == 0
    desk = desks[0].state.desk
    desk.store.close()
    assert desk.knowledge().version == Knowledge.load(file).version != Knowledge.load().version
