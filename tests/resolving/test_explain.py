"""An explanation shows the mentions, the words, whom it could be, and why; an actor is found by id, name or part of a name."""

from __future__ import annotations

import pytest

from dragoman.errors import UsageError
from dragoman.knowledge import Knowledge
from dragoman.resolving import explain
from tests.resolving.articles import record

GIVEN = record("Russian Foreign Minister Sergei Lavrov met Imran Khan. Lavrov left.", "Sergei Lavrov = Lavrov", "Imran Khan")


@pytest.mark.parametrize("who", ["a1", "Sergei Lavrov", "lavrov"])
def test_an_actor_is_found_by_id_name_or_part(knowledge: Knowledge, who: str) -> None:
    assert explain(GIVEN, who, knowledge).actor.id == "a1"


def test_the_explanation_says_what_decided(knowledge: Knowledge) -> None:
    told = explain(GIVEN, "a1", knowledge)
    assert told.actor.state == "RUS"
    assert len(told.mentions) == 3
    assert told.words == ("Russian Foreign Minister",)
    assert told.candidates == ("Sergei Lavrov, Russia: foreign minister of Russia (yes)",)
    assert any("foreign minister of Russia since" in reason and "last seen" in reason for reason in told.reasons)
    assert told.lines()[0] == "Sergei Lavrov: person, state Russia, sector GOV"
    assert not any("RUS" in line for line in told.lines())  # codes stay in the fields
    assert any("state by “Russian Foreign Minister”" in line for line in told.lines())


@pytest.mark.parametrize(("who", "message"), [("Putin", "no actor is called so"), ("a", "several actors are called so")])
def test_an_unknown_or_ambiguous_actor_is_refused_with_the_choice(knowledge: Knowledge, who: str, message: str) -> None:
    with pytest.raises(UsageError, match=message) as refusal:
        explain(GIVEN, who, knowledge)
    assert "a1 Sergei Lavrov" in str(refusal.value)
