"""What stands on the start page among the latest statements."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from dragoman.desk import asking
from dragoman.record import Store, add
from dragoman.record import open as open_record
from dragoman.record.searching import search
from tests.record.full import PLAIN, resolved


def test_a_long_article_leaves_room_on_the_start_page(store: Store) -> None:
    """Of each article three statements at most are among the newest, however many it has."""
    found = asking.newest(store, 12)
    assert len(found) == 6
    assert {sum(hit.article == one.article for hit in found) for one in found} == {3}
    assert [hit.id for hit in asking.newest(store, 2)] == [hit.id for hit in search(store, "kind:statement", 2)]


def test_what_is_dated_after_its_article_is_no_latest_statement(tmp_path: Path) -> None:
    """A year that the words name for their aim is most often no day on which they were said."""
    later = replace(PLAIN, statements=(replace(PLAIN.statements[0], date="2030"), *PLAIN.statements[1:]))
    with open_record(tmp_path / "record.sqlite", create=True) as store:
        add(store, later, resolved(later))
        assert [hit.date for hit in search(store, "kind:statement", 1)] == ["2030"]
        assert {hit.date for hit in asking.newest(store, 12)} == {"2022-03-07"}
