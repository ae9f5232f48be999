"""A roll call's page: who spoke otherwise than their state is recorded to have voted."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.desk import ballots
from dragoman.record import Store, add, identity, reviewing, viewing
from dragoman.record import open as open_record
from dragoman.values import Actor, Matter, Record, Span, Statement
from tests.desk.conftest import BASE, made
from tests.record.full import PLAIN, RESOLVED, resolved, varied

SYMBOL = "A/RES/ES-11/1"


def spoken(act: str, cue: str, minister: tuple[str, str, str]) -> Record:
    """An article in which a minister of a state judges the resolution; `minister` is the state's adjective, code, and the sector."""
    adjective, state, sector = minister
    text = f"The {adjective} minister {cue} {SYMBOL} on Monday."

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words), words)

    name = f"{adjective} minister"
    actor = Actor("a1", name, "person", state, sector, "minister", None, "words", None, (span(name),))
    matter = Matter("m1", SYMBOL, "resolution", (), (span(SYMBOL),))
    said = Statement(
        "s1", "a1", (), span(name), span(cue), (span(SYMBOL),), "indirect", act, (), (), None, ("m1",), "2022-03-07", None, 0.9
    )
    article = replace(
        PLAIN.article, id=state, url=f"https://example.org/{state}{act}", text=text, sha256=hashlib.sha256(text.encode()).hexdigest()
    )
    return Record(1, RESOLVED, article, actors=(actor,), matters=(matter,), statements=(said,))


@pytest.mark.parametrize(
    ("act", "cue", "minister", "found"),
    [
        ("praise", "praised", ("Russian", "RUS", "GOV"), ("RUS", "no", "support")),
        ("condemn", "condemned", ("German", "DEU", "GOV"), ("DEU", "yes", "oppose")),
        ("condemn", "condemned", ("Russian", "RUS", "GOV"), None),  # as it voted
        ("praise", "praised", ("Indian", "IND", "GOV"), None),  # abstained: contradicts nothing
        ("praise", "praised", ("Russian", "RUS", "OPP"), None),  # does not speak for the state
    ],
)
def test_who_said_otherwise_than_they_voted(
    tmp_path: Path, act: str, cue: str, minister: tuple[str, str, str], found: tuple[str, str, str] | None
) -> None:
    path = tmp_path / "record.sqlite"
    with open_record(path, create=True) as store:
        record = spoken(act, cue, minister)
        add(store, record, record)
        call = ballots.resolution(store, SYMBOL)
    assert [(one.state, one.choice, one.stance) for one in call.otherwise] == ([found] if found else [])
    assert len(call.after) == 1
    with TestClient(made(path), base_url=BASE) as client:
        page = client.get("/resolution", params={"symbol": SYMBOL}).text
    assert ("Who said otherwise than they voted" in page) == bool(found)


def reported(number: int) -> tuple[Record, Record]:
    """An article that reports the vote, as read and as resolved, with the roll call found."""
    read, known = varied(number), resolved(varied(number))
    vote = replace(known.votes[0], roll_call=SYMBOL)
    return read, replace(known, votes=(vote,))


def test_the_newest_reports_each_article_opened_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No more articles are opened than are shown, no ids are made anew, and nothing is opened twice while the record stays as it is."""
    opened: list[str] = []
    parts = viewing.parts

    def told(store: Store, keys: Iterable[str], lists: Collection[str]) -> dict[str, Record]:
        asked = list(keys)
        opened.extend(asked)
        return parts(store, asked, lists)

    monkeypatch.setattr(ballots, "REPORTS", 2)
    monkeypatch.setattr(viewing, "parts", told)
    monkeypatch.setattr(viewing, "view", None)
    with open_record(tmp_path / "record.sqlite", create=True) as store:
        for number in range(2, 5):
            add(store, *reported(number))
        with monkeypatch.context() as without:
            without.setattr(identity, "identifier", None)
            first = ballots.resolution(store, SYMBOL)
        assert (len(first.reports), first.more) == (2, True)
        assert sorted(opened) == sorted({one.article for one in first.reports})
        assert ballots.resolution(store, SYMBOL) is first
        reviewing.judge(store, first.reports[0].entry, "reject", "Mara")
        assert [one.entry for one in ballots.resolution(store, SYMBOL).reports if one.entry == first.reports[0].entry] == []


def test_votes_stand_in_their_sentence(store: Store) -> None:
    """What tells of a vote alone says too little to be judged."""
    one = ballots.votes(store)[0]
    assert (one.before, one.words, one.after) == ("In the assembly ", "the host state and 34 others abstained", ".")


def test_what_is_not_recorded_is_not_called_nobody(client: TestClient) -> None:
    """Of a veto the archive has the veto alone."""
    page = client.get("/resolution", params={"symbol": "S/2023/638"}).text
    assert (page.count("not recorded</dd>"), page.count(">nobody</dd>"), page.count('href="/states/RUS"')) == (3, 0, 1)
