"""Nobody meets or agrees with his own state."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.resolving.sides import parted
from dragoman.values import Event, Span
from tests.resolving.articles import record

TEXT = "Erdogan of Türkiye, Biden and the Senate met."
KNOWN = {"Erdogan": ("TUR", "person"), "Türkiye": ("TUR", "state"), "Biden": ("USA", "person"), "Senate": ("USA", "organisation")}


def recipients(kind: str, actors: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    made = record(TEXT, *KNOWN)
    known = tuple(replace(one, state=KNOWN[one.name][0], kind=KNOWN[one.name][1]) for one in made.actors)
    ids = {one.name: one.id for one in known}
    start = TEXT.index("met")
    trigger = Span.of(TEXT, start, start + 3)
    event = Event("e1", kind, None, (), None, trigger, tuple(ids[one] for one in actors), tuple(ids[one] for one in others))
    done = parted(replace(made, actors=known, events=(event,)))
    assert parted(done) == done
    names = {one.id: one.name for one in known}
    return tuple(names[one] for one in done.events[0].recipients)


@pytest.mark.parametrize(
    ("kind", "actors", "others", "expected"),
    [
        ("CONSULT", ("Biden", "Erdogan"), ("Türkiye",), ()),
        ("AGREE", ("Türkiye",), ("Erdogan", "Biden"), ("Biden",)),
        ("CONSULT", ("Biden",), ("Türkiye",), ("Türkiye",)),
        ("CONSULT", ("Biden",), ("Senate",), ("Senate",)),
        ("COERCE", ("Türkiye",), ("Erdogan",), ("Erdogan",)),
    ],
    ids=["a person and his state", "a state and its person", "two sides", "two of one state", "a state may act on its own people"],
)
def test_who_is_a_side_of_its_own(kind: str, actors: tuple[str, ...], others: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert recipients(kind, actors, others) == expected
