"""Contexts: what words name, the more specific crime in place of crime, and war crimes apart from both."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reading.events.contexts import LEXICON, contexts

ROWS = [
    # case, words, contexts
    ("nothing", "They met on Tuesday", ()),
    ("a stem", "Diplomats met", ("diplomatic",)),
    (
        "in the manual's order, whatever the text's",
        "Ambassadors spoke of the election and the army",
        ("military", "election", "diplomatic"),
    ),
    ("a phrase", "a vote of the House of Representatives", ("legislative",)),
    ("whole words: no army in the barmyard", "a barmyard", ()),
    ("crime", "a murder", ("crime",)),
    ("a specific crime in its place", "a murder over smuggling", ("trafficking",)),
    ("war crimes are of human rights", "war crimes", ("human_rights",)),
    ("war crimes beside a crime", "war crimes and murder", ("human_rights", "crime")),
    ("capitals do not matter", "COVID-19", ("health",)),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_contexts_are_named_by_words(text: str, expected: tuple[str, ...]) -> None:
    assert contexts(text.split()) == expected


VOCABULARY = st.lists(
    st.sampled_from("army troops murder smuggling bribe war crimes court embassy oil women the of and".split()), max_size=9
)


@settings(deadline=None)
@given(VOCABULARY)
def test_contexts_keep_the_manuals_order_and_come_once(words: list[str]) -> None:
    found = contexts(words)
    assert list(found) == [name for name in LEXICON if name in found]
    assert not ("crime" in found and {"trafficking", "corruption"} & set(found))


@settings(deadline=None)
@given(VOCABULARY, VOCABULARY)
def test_more_words_take_nothing_but_crime(words: list[str], more: list[str]) -> None:
    assert set(contexts(words)) - {"crime"} <= set(contexts([*words, ".", *more]))
