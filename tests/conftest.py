"""The shipped knowledge, loaded once, where the given data lie, and a real browser."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from dragoman.knowledge import Knowledge

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
settings.register_profile("any machine", deadline=None)  # how fast a test runs is no property of the code
settings.load_profile("any machine")

SHARED = Path(os.environ.get("DRAGOMAN_SHARED") or Path(__file__).parents[2] / "shared")


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The shipped tables."""
    return Knowledge.load()


@pytest.fixture(scope="session")
def data() -> Path:
    """The directory of the given data; the test is skipped where there is none."""
    if not (SHARED / "data" / "actors").is_dir():
        pytest.skip("no ../shared/data beside the checkout and DRAGOMAN_SHARED names none")
    return SHARED / "data"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Playwright's Chromium; the test is skipped where either is missing (the variable CHROMIUM names another than Debian's)."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not Path(CHROMIUM).exists():
        pytest.skip(f"no browser at {CHROMIUM}")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        yield opened
        opened.close()
