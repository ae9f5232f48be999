"""The shipped knowledge, loaded once, and where the given data lie."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dragoman.knowledge import Knowledge

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
