"""The language of searching."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import UsageError
from dragoman.record.query import FIELDS, Query, Term, parse, written
from dragoman.values import TYPES

READ = [
    ("abstain*", Query((Term("abstain", prefix=True),))),  # a beginning
    ("abstain", Query((Term("abstain"),))),
    ('"close friends"', Query((Term("close friends"),))),  # words in this order
    ("“close friends”", Query((Term("close friends"),))),  # as word processors write them
    ('"close frie"*', Query((Term("close frie", prefix=True),))),
    ("speaker:PAK", Query((Term("PAK", field="speaker"),))),
    ("Speaker:PAK", Query((Term("PAK", field="speaker"),))),  # capitals do not matter
    ('speaker:"Foreign Ministry"', Query((Term("Foreign Ministry", field="speaker"),))),
    ("type:consult", Query((Term("CONSULT", field="type"),))),  # a closed field says its values its own way
    ("act:DENY", Query((Term("deny", field="act"),))),
    ("after:2022-02-20 before:2023", Query((), "2022-02-20", "2023")),
    ("two words", Query((Term("two"), Term("words")))),
    ("abstain* speaker:PAK after:2022-02-20", Query((Term("abstain", prefix=True), Term("PAK", field="speaker")), "2022-02-20")),
    ("don't U.S. 1,000", Query((Term("don't"), Term("U.S."), Term("1,000")))),  # marks within words are the index's business
]

REFUSED = [
    ("", "nothing to look for"),
    ("   ", "nothing to look for"),
    ("speeker:PAK", "did you mean speaker?"),
    ("colour:red", "there are speaker, state"),
    ("http://example.org", "http: is no field"),
    ("act:denied", "did you mean deny?"),
    ("type:MEETING", "is none of its values"),
    ("kind:actor", "is none of its values"),
    ("after:yesterday", "is no date; write 2022"),
    ("after:2022-13", "is no date"),
    ("after:2022-02-30", "is no date"),
    ("after:", "is no date"),
    ("after:2022*", "is no date"),
    ("after:2022 after:2023", "given twice"),
    ("*", "holds no letter and no digit"),
    ("speaker:", "holds no letter and no digit"),
    ("--", "holds no letter and no digit"),
    ('"open', "is not closed"),
]


@pytest.mark.parametrize(("text", "query"), READ)
def test_read(text, query):
    """What is written is what is looked for."""
    assert parse(text) == query


@pytest.mark.parametrize(("text", "message"), REFUSED)
def test_refused(text, message):
    """What cannot be understood is said with what to write in its place."""
    with pytest.raises(UsageError, match=message.replace("?", r"\?")):
        parse(text)


@settings(deadline=None)
@given(st.text())
def test_any_text_is_a_query_or_an_error(text):
    """Nothing breaks the parser, and what it reads it writes so that it reads the same again."""
    try:
        query = parse(text)
    except UsageError:
        return
    assert parse(written(query)) == query


WORDS = st.text(st.characters(categories=["L", "Nd"]), min_size=1, max_size=12)
TERMS = st.builds(Term, WORDS, st.booleans(), st.sampled_from([None, "speaker", "state", "about", "outlet"]))


@settings(deadline=None)
@given(st.lists(TERMS, min_size=1, max_size=5))
def test_written_queries_are_read(terms):
    """Every query can be written."""
    assert parse(written(Query(tuple(terms)))) == Query(tuple(terms))


def test_types_are_those_of_the_formats():
    """The types that can be looked for are the types that have a quad class."""
    from dragoman.formats.quads import QUADS

    assert sorted(TYPES) == sorted(name for quad in QUADS for name in quad.types)


def test_every_field_is_explained():
    """No field without words."""
    assert all(FIELDS.values())
