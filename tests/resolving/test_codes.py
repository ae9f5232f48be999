"""The CAMEO code of an event follows from the event and the ontology; what its type does not have is taken away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.knowledge import Knowledge
from dragoman.resolving.codes import code, coded, goldstein, score
from dragoman.values import Article, Coder, Event, Record, Span


def event(type: str, mode: str | None = None, contexts: tuple[str, ...] = (), trigger: str = "did", status: str = "actual") -> Event:
    return Event("e1", type, mode, contexts, None, Span(0, len(trigger), trigger), ("a1",), ("a2",), status=status)


def test_an_event_gets_its_code_and_scores(knowledge: Knowledge) -> None:
    call = code(event("CONSULT", "phone", ("diplomatic",), "spoke"), knowledge.ontology)
    assert (call.mode, call.contexts, call.cameo) == ("phone", ("diplomatic",), "041")
    assert (goldstein(call, knowledge.ontology), score(call, knowledge.ontology)) == (1.0, 1.5)


def test_a_denied_event_has_no_code_and_no_goldstein_score(knowledge: Knowledge) -> None:
    denied = code(event("ASSAULT", "aerial", status="denied"), knowledge.ontology)
    assert denied.cameo is None
    assert goldstein(denied, knowledge.ontology) is None
    assert score(denied, knowledge.ontology) == -9.5


STRAY = [
    (event("AID", "phone"), None, ()),  # a mode of another type
    (event("CONSULT", "meeting"), None, ()),  # a mode of no type
    (event("CONSULT", None, ("trade", "economic")), None, ("economic",)),  # no context of the manual
    (event("COERCE", "cyber"), "cyber", ("cyber",)),  # the manual adds it
    (event("COERCE", "cyber", ("military", "cyber")), "cyber", ("cyber", "military")),  # in one order, once
]


@pytest.mark.parametrize(("given", "mode", "contexts"), STRAY)
def test_modes_and_contexts_are_the_manuals(knowledge: Knowledge, given: Event, mode: str | None, contexts: tuple[str, ...]) -> None:
    found = code(given, knowledge.ontology)
    assert (found.mode, found.contexts) == (mode, contexts)


def test_coding_again_gives_the_same_record(knowledge: Knowledge) -> None:
    article = Article("x", None, None, None, None, "en", "", "did")
    record = Record(1, Coder("0", "m"), article, events=(event("AGREE", None, ("economic",)), event("AID", "phone")))
    once = coded(record, knowledge.ontology)
    assert [one.cameo for one in once.events] == ["0311", "070"]
    assert coded(once, knowledge.ontology) == once
    wrong = replace(once, events=tuple(replace(one, cameo="999") for one in once.events))
    assert coded(wrong, knowledge.ontology) == once
