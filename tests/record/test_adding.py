"""What adding does to a record, and what it does not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import text

from dragoman import record
from dragoman.errors import RecordError
from dragoman.record import adding, projecting, reviewing, viewing
from dragoman.record.ledger import Row
from dragoman.record.packing import pack, unpack
from dragoman.values import Coder
from tests.formats.sample import TEXT
from tests.record.full import FULL, PLAIN, READ, RESOLVED, put, resolved, varied

DERIVED = ("entries", "parties", "worded")


def derived(store) -> dict[str, list]:
    """All rows of the derived tables, and what the index finds for every entry."""
    with store.look() as connection:
        tables = {name: sorted(map(repr, connection.execute(text(f"SELECT * FROM {name}")))) for name in DERIVED}
        tables["found"] = sorted(
            map(repr, connection.execute(text('SELECT rowid FROM found WHERE found MATCH \'kind : "statement" OR "vote" OR "event"\'')))
        )
        connection.execute(text("INSERT INTO found (found, rank) VALUES ('integrity-check', 1)"))
    return tables


def test_what_goes_in_comes_out(store):
    """The record shown is the record resolved, and the reading is kept as it was, byte for byte."""
    assert list(record.records(store)) == [FULL]
    assert [one.to_json() for one in viewing.readings(store, PLAIN.article.url)] == [PLAIN.to_json()]


def test_packing_loses_nothing():
    """Whatever a text holds, halves of surrogate pairs too."""
    odd = replace(PLAIN, article=replace(PLAIN.article, title="\ud800 “é”"))
    assert unpack(pack(odd), odd.article) == odd


def test_the_same_again_changes_nothing(store):
    """No row more or less, and it says so."""
    before = derived(store)
    added = put(store, PLAIN)
    assert (added.news, added.version) == ("nothing", 1)
    assert derived(store) == before
    with store.look() as connection:
        assert [connection.execute(text(f"SELECT count(*) FROM {name}")).scalar() for name in ("articles", "readings", "resolvings")] == [
            1,
            1,
            1,
        ]


def test_a_changed_text_is_a_new_version(store):
    """Entries whose words stay keep their ids; the diff names what is new, gone and changed."""
    before = {entry.id for entry in viewing.view(store, PLAIN.article.url).entries}
    longer = varied(0, "A new first line.\n\n" + TEXT)
    later = replace(
        longer,
        article=replace(longer.article, url=PLAIN.article.url),
        ties=(),
        statements=(replace(longer.statements[0], act="deny"), *longer.statements[1:]),
    )
    added = put(store, later)
    assert (added.news, added.version) == ("version", 2)
    assert [entry.kind for entry in added.changes.gone] == ["tie"]
    assert [after.local for _, after in added.changes.changed] == ["s1"]
    assert added.changes.new == ()
    assert before - {entry.id for entry in viewing.view(store, PLAIN.article.url).entries} == {entry.id for entry in added.changes.gone}
    assert list(record.records(store)) == [resolved(later)]
    assert [one.article.text for one in viewing.readings(store, PLAIN.article.url)] == [TEXT, later.article.text]


@pytest.mark.parametrize("change", [{"date": "2022-03-08"}, {"title": "Another title"}, {"outlet": None}])
def test_what_reading_rests_on_makes_a_version(store, change):
    """A corrected date is a new version: dates of statements rest on it."""
    assert put(store, replace(PLAIN, article=replace(PLAIN.article, **change))).news == "version"


def test_an_old_text_again_is_a_new_version(store):
    """What is shown is what was added last."""
    put(store, replace(PLAIN, article=replace(PLAIN.article, title="Other")))
    added = put(store, PLAIN)
    assert (added.news, added.version) == ("version", 3)
    assert list(record.records(store)) == [FULL]


def test_a_newer_coder_adds_a_reading(store):
    """The view shows the newer one, the older one stays."""
    newer = replace(PLAIN, coder=Coder("0.2.0", "en-2"), statements=PLAIN.statements[:2], events=(), votes=PLAIN.votes)
    added = put(store, newer)
    assert (added.news, added.version) == ("reading", 1)
    assert len(added.changes.gone) == 6
    assert list(record.records(store)) == [resolved(newer)]
    assert [one.coder.model for one in viewing.readings(store, PLAIN.article.url)] == ["en-1", "en-2"]


def test_other_knowledge_resolves_without_reading(store):
    """The stored reading is at hand, and the view shows the newer resolving."""
    known = adding.standing(store, PLAIN.article, replace(RESOLVED, knowledge="sha256:second"))
    assert (known.complete, known.reading) == (False, PLAIN)
    again = replace(resolved(PLAIN, "sha256:second"), actors=(*FULL.actors[:5], replace(FULL.actors[5], state="UKR")))
    added = record.add(store, PLAIN, again)
    assert added.news == "resolving"
    assert [(before.said["state"], after.said["state"]) for before, after in added.changes.changed] == [("RUS", "UKR")]
    assert list(record.records(store)) == [again]


def test_standing(store):
    """What is complete need not be read; what is not known must be."""
    assert adding.standing(store, PLAIN.article, RESOLVED).complete
    assert adding.standing(store, PLAIN.article, READ).reading == PLAIN
    assert adding.standing(store, varied(1).article, RESOLVED) == adding.Standing()
    other = replace(PLAIN.article, text="Something else altogether stands here now.", sha256="0")
    assert adding.standing(store, other, RESOLVED).alike == 0.0
    assert adding.standing(store, replace(PLAIN.article, text="Now. " + TEXT, sha256="0"), RESOLVED).alike == 1.0


def test_two_records_of_different_articles_are_refused(empty):
    """A reading and a resolving belong together."""
    with pytest.raises(RecordError, match="different articles"):
        record.add(empty, PLAIN, resolved(varied(1)))


def test_an_article_that_fails_leaves_nothing(store, monkeypatch):
    """Whatever breaks on the way, the record is as it was."""
    before = derived(store)
    monkeypatch.setattr(adding, "project", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        put(store, varied(1))
    assert derived(store) == before
    assert [one.key for one in viewing.articles(store)] == [PLAIN.article.url]


def test_derived_tables_are_functions_of_the_kept(store):
    """Made anew they are the same, whatever was added, decided, taken back and retracted on the way."""
    for number in range(4):
        put(store, varied(number))
    put(store, replace(varied(1), article=replace(varied(1).article, title="Other")))
    shown = viewing.view(store, varied(2).article.url)
    ids = {entry.local: entry.id for entry in shown.entries}
    reviewing.judge(store, ids["s1"], "reject", "tester")
    reviewing.judge(store, ids["e1"], "accept", "tester")
    reviewing.correct(store, ids["a6"], {"state": ["UKR"]}, ("tester", None))
    reviewing.retract(store, varied(3).article.url, "tester", "killed by the agency")
    before = derived(store)
    assert projecting.rebuild(store) == 5
    assert derived(store) == before


@pytest.mark.parametrize("table", ["readings", "resolvings", "ledger"])
@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET id = 99"])
def test_what_is_kept_cannot_be_changed(store, table, change):
    """The database itself refuses."""
    reviewing.note(store, Row(0, "", "tester", "split", PLAIN.article.url))
    with pytest.raises(RecordError, match="only ever added to"):
        store.write(lambda connection: connection.execute(text(change.format(table))))
