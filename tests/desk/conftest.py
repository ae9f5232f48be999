"""A desk on a record with two articles, whose reader finds the full record of the tests of the store in whatever it is given."""

from __future__ import annotations

import re
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from dragoman.api import Steps
from dragoman.desk import Access, Settings, api, create_app, drafts, feed
from dragoman.desk.app import PAGES
from dragoman.desk.limiting import Limiter, Rate
from dragoman.record import Store, add
from dragoman.record import open as open_record
from dragoman.values import Article, Record
from tests.record.full import PLAIN, RESOLVED, resolved, varied

BASE = "http://localhost"
TOKEN = re.compile(r'name="token" value="([0-9a-f]+)"')
FAST = {name: Rate(100_000, 100_000) for name in ("look", "write", "read", "login", "secret")}


def read(article: Article) -> Record:
    """Every entry of the sample where the article has its text, else none."""
    if article.text == PLAIN.article.text:
        return replace(PLAIN, article=article)
    return Record(1, PLAIN.coder, article)


def steps() -> Steps:
    """The reader of these tests, which needs no model."""
    return Steps(read, resolved, RESOLVED)


def made(path: Path, access: Access | None = None, limiter: Limiter | None = None) -> FastAPI:
    """A desk on the record at a path."""
    return create_app(path, Settings(steps=steps, access=access or Access.loopback("Mara"), limiter=limiter or Limiter(FAST)))


def routes() -> list[APIRoute]:
    """Every route of the desk but that of its static files."""
    routers = [module.router for module in (*PAGES, feed, api, drafts)]
    return [route for router in routers for route in router.routes if isinstance(route, APIRoute)]


def token(client: TestClient, page: str = "/read") -> str:
    """The token of the forms of a page."""
    found = TOKEN.search(client.get(page).text)
    assert found
    return found[1]


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record with the sample and a second article like it."""
    path = tmp_path / "record.sqlite"
    with open_record(path, create=True) as store:
        for one in (PLAIN, varied(2)):
            add(store, one, resolved(one))
    return path


@pytest.fixture
def store(record: Path) -> Iterator[Store]:
    """The same record, opened beside the desk."""
    with open_record(record) as opened:
        yield opened


@pytest.fixture
def client(record: Path) -> Iterator[TestClient]:
    """A browser of the one who runs the desk."""
    with TestClient(made(record), base_url=BASE) as opened:
        yield opened


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[TestClient]:
    """A desk on a record that does not exist yet."""
    with TestClient(made(tmp_path / "new.sqlite"), base_url=BASE) as opened:
        yield opened


@contextmanager
def served(record: Path, access: Access | None = None) -> Iterator[str]:
    """The address of a desk on a record, which a browser can open."""
    bound = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(made(record, access), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{bound.getsockname()[1]}"
    server.should_exit = True
    thread.join(20)


@pytest.fixture
def base(record: Path) -> Iterator[str]:
    """The address of a desk on the record."""
    with served(record) as address:
        yield address
