"""Who is party to a matter, once it is known which states the actors are of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.knowledge import Knowledge
from dragoman.resolving.matters import partied
from dragoman.values import Event, Matter, Span
from tests.resolving.articles import record

TEXT = "Mr Roe spoke of the war in Ukraine. Russia, Putin and the Fifth Column were named, and Mali."
WAR = Span.of(TEXT, TEXT.index("the war"), TEXT.index("."))
ACTORS = {"a1": ("RUS", "GOV", "state"), "a2": ("RUS", "GOV", "person"), "a3": (None, "REB", "group"), "a4": ("MLI", "GOV", "state")}


def parties(knowledge: Knowledge, trigger: str, actors: tuple[str, ...], kind: str = "conflict") -> tuple[str, ...]:
    made = record(TEXT, "Russia", "Putin", "the Fifth Column", "Mali")
    known = tuple(replace(one, state=said[0], sector=said[1], kind=said[2]) for one, said in zip(made.actors, ACTORS.values(), strict=True))
    start = TEXT.index(trigger)
    deed = Event("e1", "ASSAULT", None, (), None, Span.of(TEXT, start, start + len(trigger)), actors, ())
    told = replace(made, actors=known, events=(deed,), matters=(Matter("m1", "war in Ukraine", kind, (), (WAR,)),))
    once = partied(told, knowledge)
    assert partied(once, knowledge) == once
    return once.matters[0].parties


@pytest.mark.parametrize(
    ("actors", "expected"),
    [(("a1",), ("a1",)), (("a2",), ("a1",)), (("a3",), ("a3",)), (("a2", "a3"), ("a1", "a3")), ((), ())],
    ids=["a state", "who acts for it", "an armed group of none", "both", "nobody is said to"],
)
def test_who_attacks_is_party_to_the_conflict_that_the_attack_is(knowledge: Knowledge, actors: tuple[str, ...], expected: tuple[str, ...]):
    assert parties(knowledge, "war", actors) == expected


def test_other_deeds_and_other_matters_make_nobody_a_party(knowledge: Knowledge) -> None:
    assert parties(knowledge, "named", ("a1",)) == ()
    assert parties(knowledge, "war", ("a1",), kind="agreement") == ()
