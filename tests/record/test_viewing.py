"""Which articles are shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.record import reviewing, viewing
from dragoman.record.narrowing import Within
from dragoman.record.packing import LISTS as LONG
from tests.record.full import put, varied


def keys(store, state: str | None = None) -> list[str]:
    return [view.key for view in viewing.views(store, Within(states=(state,)) if state else None)]


def without_the_coast(number: int):
    """An article in which the coastal state takes part in nothing: its actor is there, and nothing names it."""
    read = varied(number)
    return replace(read, statements=read.statements[:3], events=(), votes=(), ties=(), positions=(), matters=())


def test_the_articles_of_a_state(store):
    """Those in which somebody of the state takes part in anything; a correction brings one in, a retraction takes one out."""
    put(store, varied(1))
    put(store, without_the_coast(2))
    assert len(keys(store)) == 3
    assert keys(store, "PAK") == keys(store)
    assert keys(store, "RUS") == [key for key in keys(store) if not key.endswith("/2")]
    assert keys(store, "FJI") == []
    last = viewing.view(store, varied(2).article.url)
    ministry = next(entry.id for entry in last.entries if entry.local == last.read.statements[0].source)
    reviewing.correct(store, ministry, {"state": ["FJI"]}, ("tester", None))
    assert keys(store, "FJI") == [last.key]
    reviewing.retract(store, last.key, "tester", "killed")
    assert keys(store, "FJI") == []


def test_one_state_gives_the_records_that_all_give(store):
    """Nothing that a state does or says lies in another article."""
    put(store, varied(1))
    put(store, without_the_coast(2))
    with_it = [one for one in viewing.records(store) if any(actor.state == "RUS" for actor in one.actors) and one.events]
    assert list(viewing.records(store, Within(states=("RUS",)))) == with_it


LISTS = [("actors", "votes"), ("statements",), (), tuple(LONG)]


@pytest.mark.parametrize("lists", LISTS)
def test_parts_are_what_views_have(store, lists):
    """Of articles nothing was decided of and of others alike; no more lists than are asked for, and none of a retracted article."""
    put(store, varied(1))
    put(store, varied(2))
    judged, retracted = (varied(number).article.url for number in (1, 2))
    entry = next(entry.id for entry in viewing.view(store, judged).entries if entry.kind == "statement")
    reviewing.judge(store, entry, "reject", "tester")
    reviewing.retract(store, retracted, "tester", "killed")
    shown = keys(store)
    found = viewing.parts(store, [*shown, retracted, "no such article"], lists)
    rest = dict.fromkeys(LONG.difference(lists), ())
    assert judged in shown
    assert found == {key: replace(viewing.view(store, key).record, **rest) for key in shown}
