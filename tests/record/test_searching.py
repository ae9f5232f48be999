"""What is found, and in which order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from dragoman import record
from dragoman.record.query import FIELDS, Query, Term, parse
from dragoman.record.searching import Hit, search, together
from tests.record.full import PLAIN, put, varied

FOUND = [
    ("count", ["e1", "e2", "e3", "s1", "s2", "s4", "s5"]),
    ("COUNT kind:statement", ["s1", "s2", "s4", "s5"]),  # capitals do not matter
    ("abst*", ["v1"]),
    ("abst", []),  # a beginning must be said to be one
    ('"will publish"', ["s3"]),
    ('"publish will"', []),
    ('"will publ"*', ["s3"]),
    ("publish public", ["s3"]),  # both
    ("speaker:PAK kind:statement", ["s1", "s2", "s3"]),
    ("speaker:Pakistan kind:statement", ["s1", "s2", "s3"]),  # a state by its name
    ('speaker:"election commission"', ["s2", "e2"]),
    ("speaker:PAK kind:vote", ["v1"]),  # a voter
    ("state:RUS kind:statement", ["s4"]),
    ("state:RUS kind:event", ["e1"]),
    ("about:PAK act:assert", ["s1"]),
    ("about:count", ["s1", "v1"]),
    ("act:promise", ["s3"]),
    ("act:p*", ["s3"]),
    ("type:CONSULT", ["e2"]),
    ("type:consult state:PAK", ["e2"]),
    ("outlet:sample kind:vote", ["v1"]),
    ("outlet:gazette outlet:wire", []),
    ("after:2022-03-07 kind:event", ["e1", "e3"]),
    ("before:2022-03-02", ["e2"]),
    ("after:2022-03-02 before:2022-03-03", ["v1"]),
    ("after:2023", []),
]


@pytest.mark.parametrize(("query", "expected"), FOUND)
def test_found(store, query, expected):
    """Each field finds what it says."""
    from dragoman.record.viewing import view

    local = {entry.id: entry.local for entry in view(store, PLAIN.article.url).entries}
    assert sorted(local[hit.id] for hit in record.search(store, query)) == sorted(expected)


def test_a_hit_says_all(store):
    """Article, date, outlet, words, who, and the lasting id."""
    (hit,) = record.search(store, "publish")
    assert hit == Hit(
        id=hit.id,
        kind="statement",
        article=PLAIN.article.url,
        title=PLAIN.article.title,
        url=PLAIN.article.url,
        date="2022-03-07",
        until=None,
        outlet="The Sample Gazette",
        act="promise",
        type=None,
        status=None,
        speaker="commission spokesperson · PAK Pakistan",
        about="",
        states=("PAK",),
        words="We will publish the list, … It will be public.",
        confidence=0.97,
        judgement=None,
        published="2022-03-07",
        local="s3",
    )


def test_order(store):
    """Newest first or oldest first, with a limit from that end; what has no date counts as the oldest."""
    for number, date in ((1, "2021"), (2, "2023-05-01"), (3, None)):
        one = varied(number)
        plain = replace(one.statements[3], date=None)
        put(store, replace(one, article=replace(one.article, date=date), statements=(plain,), positions=(), events=(), votes=()))
    dates = [hit.date for hit in record.search(store, "finish kind:statement")]
    assert dates == ["2023-05-01", "2022-03-07", "2021", None]
    assert [hit.date for hit in record.search(store, "finish kind:statement", oldest_first=True)] == dates[::-1]
    assert [hit.date for hit in record.search(store, "finish kind:statement", 2)] == dates[:2]
    assert [hit.date for hit in record.search(store, "after:2021", 1, oldest_first=True)] == ["2021"]


TERMS = st.builds(
    Term, st.text(min_size=1), st.booleans(), st.sampled_from([None, *(name for name in FIELDS if name not in ("after", "before"))])
)


@given(st.lists(TERMS, min_size=1, max_size=4))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
def test_no_words_are_commands(store, terms):
    """Whatever stands in a term, the index takes it for words."""
    list(record.search(store, Query(tuple(terms)), 3))


def test_rows_are_walked_through_in_their_order(store):
    """Nothing is sorted before the first hit: days alone, and words with days, follow the numbers of rows (a record may hold millions)."""
    from dragoman.record import searching

    for query in (Query(after="2022"), Query((Term("count"),), after="2022")):
        statement, values = searching._statement(query, oldest_first=False)
        inner = statement.partition("FROM (")[2].partition(") AS hits")[0]
        with store.look() as connection:
            plan = connection.execute(text(f"EXPLAIN QUERY PLAN {inner}"), {**values, "limit": 50}).all()
        assert not [step.detail for step in plan if "B-TREE" in step.detail], query


@pytest.mark.parametrize("kind", ["statement", "event", "vote"])
def test_together_finds_what_each_finds(store, kind):
    """Several queries in one question: of a kind the entries that each finds within its limit, each entry once."""
    queries = [parse(words) for words in ("li* after:2022-03-01", "the", '"publish the list"', "nowhere", "after:2022-03-02")]
    one_by_one = {(hit.id, hit.article, hit.words) for query in queries for hit in search(store, query, 3) if hit.kind == kind}
    found = together(store, queries, kind, 3)
    assert {(one.id, one.article, one.words) for one in found} == one_by_one
    assert len(found) == len(one_by_one)
    assert together(store, [], kind, 3) == ()
