"""Articles a page at a time: those that are shown, the last added first, however far down the list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event

from dragoman import record
from dragoman.record import Store, listing, reviewing
from tests.record.full import resolved, varied

KEYS = [f"https://example.org/{number}" for number in range(2, 8)]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Six articles, of which the fourth is retracted and the second there in two versions."""
    with record.open(tmp_path / "r.sqlite", create=True) as opened:
        for number in range(2, 8):
            one = varied(number)
            record.add(opened, one, resolved(one))
        again = varied(3)
        again = replace(again, article=replace(again.article, sha256="0" * 64, title="Told anew"))
        record.add(opened, again, resolved(again))
        reviewing.retract(opened, KEYS[3], "Mara", "wrong")
        yield opened


def test_each_article_once_the_last_added_first(store: Store) -> None:
    expected = [KEYS[1], KEYS[5], KEYS[4], KEYS[2], KEYS[0]]
    assert [one.article.key for one in listing.latest(store, 10)] == expected
    for offset in range(6):
        assert [one.article.key for one in listing.latest(store, 2, offset)] == expected[offset : offset + 2]
    assert listing.latest(store, 1)[0].article.title == "Told anew"
    assert [one.article.key for one in listing.latest(store, 10, since="1999-01-01")] == expected
    assert listing.latest(store, 10, since="2999-01-01") == ()


def plan(store: Store, ask: Callable[[], object]) -> str:
    """How SQLite answers the first question that `ask` asks of the tables."""
    asked: list[tuple[str, object]] = []

    def listener(_connection: object, _cursor: object, statement: str, values: object, *_: object) -> None:
        asked.append((statement, values))

    event.listen(store.engine, "before_cursor_execute", listener)
    ask()
    event.remove(store.engine, "before_cursor_execute", listener)
    (statement, values), *_ = (one for one in asked if one[0].startswith("SELECT"))
    with store.look() as connection:
        return "; ".join(row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values))  # type: ignore[arg-type]


def test_rows_that_are_skipped_are_not_read(store: Store) -> None:
    """Pages of the list go by the index of what is shown; questions of days still go by that of days."""
    assert "articles USING INDEX articles_listed" in plan(store, lambda: listing.latest(store, 1, 4))
    assert "articles USING INDEX articles_listed" in plan(store, lambda: listing.latest(store, 1, 4, "1999-01-01"))
    assert "articles_by_date" in plan(store, lambda: listing.published(store, "2022-03-01", "2022-03-09", 5))
    assert "articles_by_date" in plan(store, lambda: listing.last_day(store))
