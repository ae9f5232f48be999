"""A roll call's page: who spoke otherwise than their state is recorded to have voted."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.desk import ballots
from dragoman.record import add
from dragoman.record import open as open_record
from dragoman.values import Actor, Matter, Record, Span, Statement
from tests.desk.conftest import BASE, made
from tests.record.full import PLAIN, RESOLVED

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
