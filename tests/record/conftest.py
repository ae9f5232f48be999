"""A record with one full article in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.record import Store
from tests.record.full import PLAIN, fresh, put


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    """A new record."""
    with fresh(tmp_path) as store:
        yield store


@pytest.fixture
def store(empty: Store) -> Store:
    """A record with the full article."""
    put(empty, PLAIN)
    return empty
