"""What people decide shows in every view, and can be taken back."""

from __future__ import annotations

import json

import pytest

from dragoman import record
from dragoman.errors import RecordError, UsageError
from dragoman.record import gold, reviewing, viewing
from dragoman.record.ledger import Row, judgements, standing
from tests.record.full import FULL, PLAIN, put, varied

URL = PLAIN.article.url
ME = ("tester", "it says so")


@pytest.fixture
def ids(store):
    """Lasting ids by the ids within the record."""
    return {entry.local: entry.id for entry in viewing.view(store, URL).entries}


def shown(store):
    return next(record.records(store))


def test_reject_takes_what_rests_on_it(store, ids):
    """The statement within it, the event that it alone reports, the position without evidence go too, and no id dangles."""
    reviewing.judge(store, ids["s1"], "reject", *ME)
    found = shown(store)
    assert [one.id for one in found.statements] == ["s3", "s4", "s5"]
    assert [one.id for one in found.events] == ["e1", "e3"]
    verdicts = viewing.view(store, URL).verdicts
    assert {local: verdicts.get(ids[local]) for local in ("s1", "s2", "e2", "s3")} == {
        "s1": "rejected",
        "s2": "unsupported",
        "e2": "unsupported",
        "s3": None,
    }
    assert ids["s2"] not in {hit.id for hit in record.search(store, "kind:statement")}


def test_undo_brings_all_back(store, ids):
    """As it was, with two rows in the ledger."""
    reviewing.judge(store, ids["s1"], "reject", *ME)
    reviewing.undo(store, ids["s1"], "tester")
    assert shown(store) == FULL
    assert len(list(record.search(store, "kind:statement"))) == 5
    assert [(row.action, row.undoes) for row in viewing.history(store, URL)] == [("reject", None), ("undo", 1)]
    with pytest.raises(RecordError, match="nothing was decided"):
        reviewing.undo(store, ids["s1"], "tester")


def test_a_decision_is_kept_once(store, ids):
    """The same again adds no row."""
    first = reviewing.judge(store, ids["s1"], "accept", *ME)
    assert reviewing.judge(store, ids["s1"], "accept", "another") == first
    assert len(viewing.history(store)) == 1


def test_entries_may_be_named_by_their_beginning(store, ids):
    """As far as no other begins so."""
    assert reviewing.judge(store, ids["s1"][:9], "accept", *ME).entry == ids["s1"]
    with pytest.raises(RecordError, match="no entry's id begins so"):
        reviewing.judge(store, "s-", "accept", *ME)
    with pytest.raises(RecordError, match="no entry's id begins so"):
        reviewing.judge(store, "s-%%%%%%", "accept", *ME)


CORRECTED = [
    ("s1", "act", ["deny"], lambda one: one.statements[0].act, "deny"),
    ("s1", "source", ["host state"], lambda one: one.statements[0].source, "a5"),  # by name
    ("s1", "source", ["a6"], lambda one: one.statements[0].source, "a6"),  # by the id within the record
    ("s1", "source", [], lambda one: one.statements[0].source, None),
    ("s1", "addressees", ["host state", "news agency"], lambda one: one.statements[0].addressees, ("a5", "a4")),
    ("s1", "about", ["the count"], lambda one: one.statements[0].about, ("m1",)),  # a matter
    ("s1", "date", ["2022-03"], lambda one: one.statements[0].date, "2022-03"),
    ("s2", "within", [], lambda one: one.statements[1].within, None),
    ("s1", "cue", ["on Monday"], lambda one: one.statements[0].cue.start, 26),  # words become a span
    ("e1", "type", ["THREATEN"], lambda one: one.events[0].type, "THREATEN"),
    ("e1", "contexts", ["election", "legislative"], lambda one: one.events[0].contexts, ("election", "legislative")),
    ("v1", "others", ["33"], lambda one: one.votes[0].others, 33),
    ("t1", "relation", ["rival"], lambda one: one.ties[0].relation, "rival"),
    ("a6", "state", ["UKR"], lambda one: one.actors[5].state, "UKR"),
    ("p1", "stance", ["oppose"], lambda one: one.positions[0].stance, "oppose"),
]


@pytest.mark.parametrize(("entry", "field", "values", "held", "expected"), CORRECTED)
def test_corrections(store, ids, entry, field, values, held, expected):
    """The record shows what was put in place; nothing else changes, and undo takes it back."""
    reviewing.correct(store, ids[entry], {field: values}, ME)
    found = shown(store)
    assert held(found) == expected
    assert viewing.view(store, URL).verdicts == {ids[entry]: "corrected"}
    reviewing.undo(store, ids[entry], "tester")
    assert shown(store) == FULL


WRONG = [
    ("s1", "colour", ["red"], "no field of a statement that can be corrected"),
    ("s1", "akt", ["deny"], r"did you mean act\?"),
    ("s1", "act", ["denied"], r"did you mean deny\?"),
    ("s1", "act", [], "cannot be empty"),
    ("s1", "act", ["deny", "accuse"], "holds one value"),
    ("s1", "act", ["assert"], "holds that already"),
    ("s1", "source", ["host stat"], r"did you mean host state\?"),
    ("s1", "source", ["the count"], "has no actor 'the count'"),
    ("s1", "date", ["yesterday"], "write a date as"),
    ("s1", "date", ["2022-99"], "2022-99 is no date; write a date as"),
    ("s1", "date", ["2022-02-30"], "2022-02-30 is no date"),
    ("s1", "date", ["0000"], "0000 is no date"),
    ("s1", "until", ["2022-02"], "is before the date"),
    ("s1", "within", ["s1"], "would lie within itself"),
    ("s1", "within", ["s2"], "would lie within itself"),  # s2 lies within s1
    ("s1", "cue", ["never written"], "is not in the article"),
    ("a6", "state", ["Ukraine"], "write three capitals"),
    ("a6", "state", ["UKA"], r"did you mean .*UKR \(Ukraine\)"),
    ("a6", "state", ["XYQ"], "is no state's code"),
    ("a6", "wikidata", ["843"], "write a Wikidata id"),
]


@pytest.mark.parametrize(("entry", "field", "values", "message"), WRONG)
def test_wrong_corrections(store, ids, entry, field, values, message):
    """What a field cannot hold is refused with what it can."""
    with pytest.raises(UsageError, match=message):
        reviewing.correct(store, ids[entry], {field: values}, ME)
    assert viewing.history(store) == ()


def test_several_fields_are_corrected_together(store, ids):
    """A row for each field that changes; what holds that already is left out."""
    rows = reviewing.correct(store, ids["s1"], {"act": ["deny"], "manner": [FULL.statements[0].manner], "date": ["2022-03"]}, ME)
    assert [(row.field, row.new) for row in rows] == [("act", '"deny"'), ("date", '"2022-03"')]
    assert (shown(store).statements[0].act, shown(store).statements[0].date) == ("deny", "2022-03")
    assert viewing.history(store) == rows


def test_one_wrong_field_leaves_all_as_they_were(store, ids):
    """Nothing is written, though the first field could have been."""
    with pytest.raises(UsageError, match="2022-99 is no date"):
        reviewing.correct(store, ids["s1"], {"act": ["deny"], "date": ["2022-99"]}, ME)
    assert viewing.history(store) == ()
    assert shown(store) == FULL


def test_an_error_in_the_midst_takes_all_back(store, ids, monkeypatch):
    """The rows written before it, too."""

    def fail(*_):
        raise RuntimeError

    monkeypatch.setattr(reviewing, "project", fail)
    with pytest.raises(RuntimeError):
        reviewing.correct(store, ids["s1"], {"act": ["deny"], "date": ["2022-03"]}, ME)
    assert viewing.history(store) == ()


def test_an_end_needs_a_beginning(store, ids):
    """And may be given with it."""
    with pytest.raises(UsageError, match="give the date too"):
        reviewing.correct(store, ids["s1"], {"date": [], "until": ["2022-03-08"]}, ME)
    reviewing.correct(store, ids["s1"], {"date": ["2022-03-05"], "until": ["2022-03-06"]}, ME)
    assert shown(store).statements[0].until == "2022-03-06"


def test_an_actor_cannot_be_rejected(store, ids):
    """It is in the article whoever speaks."""
    with pytest.raises(UsageError, match="cannot be rejected"):
        reviewing.judge(store, ids["a1"], "reject", *ME)


def test_a_corrected_actor_is_found_by_its_new_state(store, ids):
    """The correction of one actor reaches every entry that names it."""
    assert not list(record.search(store, "speaker:UKR"))
    reviewing.correct(store, ids["a6"], {"state": ["UKR"]}, ME)
    assert {hit.id for hit in record.search(store, "speaker:Ukraine kind:statement")} == {ids["s4"]}
    assert not list(record.search(store, "state:RUS"))


def test_decisions_last_over_versions(store, ids):
    """The entry of a later version with the same words is decided already."""
    reviewing.judge(store, ids["s4"], "reject", *ME)
    reviewing.correct(store, ids["s1"], {"source": ["host state"]}, ME)
    from dataclasses import replace

    put(store, replace(PLAIN, article=replace(PLAIN.article, title="Other")))
    found = shown(store)
    assert found.article.title == "Other"
    assert "s4" not in {one.id for one in found.statements}
    assert found.statements[0].source == "a5"


def test_retracted_articles_are_nowhere(store, ids):
    """No view, no search, no entry; undone, all is back; a later version is shown."""
    put(store, varied(1))
    reviewing.retract(store, URL, *ME)
    assert [one.article.url for one in record.records(store)] == [varied(1).article.url]
    assert {hit.article for hit in record.search(store, "kind:statement")} == {varied(1).article.url}
    with pytest.raises(RecordError, match=r"was retracted on .* \(it says so\)"):
        viewing.view(store, URL)
    with pytest.raises(RecordError, match="nothing is changed"):
        reviewing.retract(store, URL, *ME)
    assert put(store, PLAIN).news == "nothing"
    reviewing.undo(store, URL, "tester")
    assert viewing.view(store, URL).record == FULL


def test_unknown_articles(store):
    """What is not there cannot be retracted."""
    with pytest.raises(RecordError, match="holds no such article"):
        reviewing.retract(store, "nowhere", *ME)


def row(number, action, entry="s", **more):
    return Row(number, "2026-01-01T00:00:00Z", "tester", action, "key", entry, **more)


LEDGERS = [
    # one decision after another on one entry → what stands
    ([row(1, "accept")], "accepted"),
    ([row(1, "accept"), row(2, "reject")], "rejected"),
    ([row(1, "reject"), row(2, "accept")], "accepted"),
    ([row(1, "reject"), row(2, "undo", undoes=1)], None),
    ([row(1, "accept"), row(2, "reject"), row(3, "undo", undoes=2)], "accepted"),
    ([row(1, "correct", field="act", new='"deny"')], "corrected"),
    ([row(1, "correct", field="act", new='"deny"'), row(2, "reject")], "rejected"),
    ([row(1, "reject"), row(2, "correct", field="act", new='"deny"')], "corrected"),
    ([row(2, "undo", undoes=1), row(1, "reject")], None),  # in whatever order the rows are given
]


@pytest.mark.parametrize(("rows", "verdict"), LEDGERS)
def test_what_stands(rows, verdict):
    """A pure function of the rows."""
    found = judgements(rows).get("s")
    assert (found.verdict if found else None) == verdict


def test_the_last_correction_of_a_field_holds():
    """Each field has its own."""
    rows = [
        row(1, "correct", field="act", new='"deny"'),
        row(2, "correct", field="date", new="null"),
        row(3, "correct", field="act", new='"warn"'),
    ]
    assert judgements(rows)["s"].corrections == (("act", "warn"), ("date", None))
    assert [one.id for one in standing([*rows, row(4, "undo", undoes=3)])] == [1, 2]


def test_training_lines(store, ids):
    """Only what was decided, in the shape of the desk sets; spans are true; what is named of the undecided is left open."""
    put(store, varied(1))
    reviewing.judge(store, ids["s2"], "accept", *ME)
    reviewing.correct(store, ids["e1"], {"status": ["planned"]}, ME)
    reviewing.judge(store, ids["s5"], "reject", *ME)
    reviewing.judge(store, ids["v1"], "accept", *ME)
    reviewing.judge(store, ids["t1"], "accept", *ME)
    reviewing.judge(store, ids["p2"], "accept", *ME)
    (line,) = gold.lines(store)
    assert json.loads(json.dumps(line)) == line
    assert [one["id"] for one in line["statements"]] == ["s2"]
    assert line["statements"][0]["within"] is None  # nothing was decided of s1
    assert line["events"][0]["status"] == "planned"
    assert [one["id"] for one in line["rejected"]["statements"]] == ["s5"]
    assert {one["id"] for one in line["actors"]} == {"a1", "a2", "a5", "a6"}
    assert line["positions"] == [{"actor": "a5", "target": "the count", "stance": "neutral", "evidence": ["v1"]}]
    part = line["statements"][0]["content"][0]
    assert line["article"]["text"][part["start"] : part["end"]] == part["text"]


def test_training_lines_have_the_keys_of_the_desk_sets(store, ids):
    """Where the desk sets lie beside the checkout, every key of theirs is in ours."""
    from evaluation.datasets import default_data

    path = default_data() / "desk" / "desk_train.jsonl"
    if not path.exists():
        pytest.skip("no ../shared beside the checkout")
    for entry in ("s1", "e1", "v1", "t1", "p2"):
        reviewing.judge(store, ids[entry], "accept", *ME)
    (ours,) = gold.lines(store)
    theirs = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert set(theirs[0]) <= set(ours)
    for name in ("article", "actors", "statements", "events", "votes", "ties", "positions"):
        wanted = {key for line in theirs for one in ([line[name]] if name == "article" else line[name]) for key in one}
        assert set(ours[name] if name == "article" else ours[name][0]) == wanted, name


def test_one_field_of_several_is_taken_back(store, ids):
    """The others stay corrected; what is taken back already, and what is no correction of the entry, cannot be."""
    act, date = reviewing.correct(store, ids["s1"], {"act": ["deny"], "date": ["2022-03"]}, ME)
    row = reviewing.undo(store, ids["s1"], *ME, correction=act.id)
    assert (row.field, row.undoes) == ("act", act.id)
    assert (shown(store).statements[0].act, shown(store).statements[0].date) == (FULL.statements[0].act, "2022-03")
    for number, entry in ((act.id, "s1"), (row.id, "s1"), (date.id, "s2")):
        with pytest.raises(RecordError, match=f"no correction {number} was decided"):
            reviewing.undo(store, ids[entry], *ME, correction=number)
    reviewing.undo(store, ids["s1"], *ME, correction=date.id)
    assert shown(store) == FULL


def test_no_field_is_taken_back_that_another_needs(store, ids):
    """An end alone, or before its beginning, is refused and changes nothing; in the other order both go."""
    reviewing.correct(store, ids["s1"], {"date": ["2022-03-05"], "until": ["2022-03-06"]}, ME)
    reviewing.correct(store, ids["s1"], {"date": ["2022-03-01"], "until": ["2022-03-02"]}, ME)
    before = viewing.history(store)
    with pytest.raises(UsageError, match="before the date"):
        reviewing.undo(store, ids["s1"], *ME, correction=before[2].id)
    assert viewing.history(store) == before
    reviewing.undo(store, ids["s1"], *ME, correction=before[3].id)
    reviewing.undo(store, ids["s1"], *ME, correction=before[2].id)
    assert (shown(store).statements[0].date, shown(store).statements[0].until) == ("2022-03-05", "2022-03-06")
