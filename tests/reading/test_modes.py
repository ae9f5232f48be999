"""Modes and contexts are named by words, the trigger's before the frame's; where no word names one there is none."""

from __future__ import annotations

import pytest

from dragoman.knowledge import Knowledge
from dragoman.reading.events import contexts, modes

MODES = [
    ("CONSULT", "phone call", "The two held a phone call", "phone"),
    ("CONSULT", "spoke", "He spoke with his counterpart by telephone", "phone"),
    ("CONSULT", "met", "They met on the sidelines of the G20 summit", "multilateral"),
    ("CONSULT", "arrived", "The minister arrived in Lima", "visit"),
    ("CONSULT", "talks", "The talks, mediated by Oman, went on", "third-party"),
    ("CONSULT", "met", "The ministers met", None),
    ("COERCE", "arrested", "Police arrested the editor of the newspaper", "arrest"),  # the trigger before the frame
    ("COERCE", "shut", "Police shut the newspaper", "censor"),
    ("COERCE", "hacked", "They hacked its servers", "cyber"),
    ("COERCE", "declared", "He declared a state of emergency", "martial-law"),
    ("PROTEST", "hunger strike", "She began a hunger strike", "hunger"),  # not a strike
    ("PROTEST", "strike", "Teachers went on strike", "strike"),
    ("PROTEST", "rallied", "Thousands rallied in the capital", "demo"),
    ("ASSAULT", "hit", "Warplanes hit the depot", "aerial"),
    ("ASSAULT", "attack", "the drone attack on the airport", "drone"),
    ("ASSAULT", "fired", "Police fired tear gas at the crowd", "crowd-control"),
    ("ASSAULT", "attacked", "They attacked the village", None),
    ("SANCTION", "convicted", "A court convicted the minister", "convict"),
    ("SANCTION", "expelled", "Oslo expelled two envoys", "expel"),
    ("REQUEST", "urged", "He urged them to release the sailors", "yield"),
    ("REQUEST", "urged", "He urged them to release the sailors and to resume talks", None),  # two things are asked for
    ("THREATEN", "threatened", "They threatened to expel the observers", "expel"),
    ("MOBILIZE", "sent", "They sent two warships to the strait", "weapons"),
    ("MOBILIZE", "sent", "They sent 3,000 soldiers and two warships", "troops"),  # as the manual has it
    ("RETREAT", "freed", "They freed four hostages", "release"),
    ("SUPPORT", "praised", "She praised the summit by phone", None),  # a type without modes
]


@pytest.mark.parametrize(("type", "trigger", "frame", "expected"), MODES)
def test_the_mode_is_what_words_name(type: str, trigger: str, frame: str, expected: str | None) -> None:
    assert modes.mode(type, trigger.split(), frame.replace(",", " ,").split()) == expected


def test_the_lexicon_has_every_mode_of_the_manual_and_no_other(knowledge: Knowledge) -> None:
    known = {type: set(knowledge.ontology.modes(type)) for type in knowledge.ontology.types}
    assert {type: {row.mode for row in rows} for type, rows in modes.LEXICON.items()} == {t: found for t, found in known.items() if found}


CONTEXTS = [
    ("The foreign ministers signed a free trade treaty", ("economic", "diplomatic")),
    ("The supreme court ruled on press freedom", ("legal", "rights_freedoms")),
    ("He was accused of bribery and other crimes", ("corruption",)),  # the narrower crime alone
    ("He was accused of war crimes", ("human_rights",)),  # no crime context
    ("He was accused of theft", ("crime",)),
    ("They smuggled cocaine", ("illegal_drugs", "trafficking")),
    ("Al-Qaida’s hackers", ("terrorism", "cyber")),
    ("The two talked for an hour", ()),
]


@pytest.mark.parametrize(("text", "expected"), CONTEXTS)
def test_contexts_are_what_words_name(text: str, expected: tuple[str, ...]) -> None:
    assert contexts.contexts(text.split()) == expected


def test_the_contexts_are_the_manuals(knowledge: Knowledge) -> None:
    assert set(contexts.LEXICON) == set(knowledge.ontology.contexts)
