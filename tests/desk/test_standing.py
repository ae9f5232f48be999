"""Where one stands: the overview from the derived tables agrees with the positions of the records, and every point has its evidence."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

from starlette.testclient import TestClient

from dragoman.analysis.positions import Chosen, positions
from dragoman.desk import standing, timeline, who
from dragoman.record import Store, add, records
from dragoman.record import open as open_record
from dragoman.record.standpoints import standpoints
from dragoman.values import Actor, Article, Coder, Event, Position, Record, Span
from tests.desk.conftest import BASE, made

TEXT = "Pakistan praised Russia. Later Pakistan condemned Russia."


def span(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span.of(TEXT, start, start + len(words))


def article(number: int, day: str, kind: str, trigger: str, stance: str) -> Record:
    """An article in which Pakistan does something to Russia."""
    actors = (Actor("a1", "Pakistan", "state", "PAK", None, None, None, None, None, (span("Pakistan"),)),)
    actors += (Actor("a2", "Russia", "state", "RUS", None, None, None, None, None, (span("Russia"),)),)
    event = Event("e1", kind, None, (), None, span(trigger), ("a1",), ("a2",), day, None, None, None, "actual", None, (), 0.9)
    told = Article(f"n{number}", f"Title {number}", day, "Paper", f"https://example.org/{number}", "en", "0" * 64, TEXT, ())
    return Record(1, Coder("0.1.0", "en-1", "k"), told, actors, events=(event,), positions=(Position("a1", "a2", stance, ("e1",)),))


def filled(path: Path) -> None:
    with open_record(path, create=True) as store:
        for one in (
            article(1, "2021-03-01", "SUPPORT", "praised", "support"),
            article(2, "2021-03-01", "SUPPORT", "praised", "support"),
            article(3, "2022-03-02", "ACCUSE", "condemned", "oppose"),
        ):
            add(store, one, one)


def test_overview(tmp_path: Path) -> None:
    """Counts of each stance, and the latest, by target."""
    path = tmp_path / "r.sqlite"
    filled(path)
    with open_record(path) as store:
        (found,) = standing.stood(store, who.of("PAK"))
        assert (found.target.code, found.counts, found.latest) == ("RUS", (("support", 2), ("oppose", 1)), ("oppose",))
        assert standing.stood(store, who.of("Russia")) == ()
        assert standing.stood(store, who.of("nobody here")) == ()


def test_positions_of_one_are_those_of_all_that_are_his(tmp_path: Path) -> None:
    """By state or by name, whatever the capitals, beyond ASCII too."""
    path = tmp_path / "r.sqlite"
    names = ("Gómez", "GÓMEZ", "Weiß", "Weiss", "weiss", "Gomez")
    with open_record(path, create=True) as store:
        for number, name in enumerate(names):
            one = article(number, "2021-03-01", "SUPPORT", "praised", "support")
            add(store, *[replace(one, actors=(replace(one.actors[0], name=name, kind="person", state=None), one.actors[1]))] * 2)
        keys = [f"https://example.org/{number}" for number in range(len(names))]
        every = standpoints(store, keys)
        assert {row.actor.name for row in every} == set(names)
        for name in (*names, "nobody"):
            mine = [row for row in every if row.actor.name.casefold() == name.casefold()]
            assert list(standpoints(store, keys, name=name)) == mine
        assert [len(standpoints(store, keys, name=name)) for name in ("gómez", "WEISS", "gomez")] == [2, 3, 1]
        assert standpoints(store, keys, state="PAK") == ()
    other = tmp_path / "other.sqlite"
    filled(other)
    with open_record(other) as store:
        keys = [f"https://example.org/{number}" for number in (1, 2, 3)]
        assert len(standpoints(store, keys)) == len(standpoints(store, keys, state="PAK")) == 3
        assert standpoints(store, keys, state="RUS") == ()


def test_page_has_each_piece_of_evidence(tmp_path: Path) -> None:
    """Each sign of the chart leads to a row that stands on the page; rows and file hold what the analysis finds in the whole record."""
    path = tmp_path / "r.sqlite"
    filled(path)
    with open_record(path) as store:
        whole = positions(records(store), Chosen.of("PAK"), Chosen.of("RUS"))
    with TestClient(made(path), base_url=BASE) as client:
        page = client.get("/positions?of=PAK&on=RUS").text
        rows = list(csv.DictReader(io.StringIO(client.get("/positions.csv?of=PAK&on=RUS").text)))
        state = client.get("/states/PAK").text
    links = re.findall(r'<a href="#(at-[^"]+)" tabindex="-1">', page)
    assert links == ["at-2021-03-01-support", "at-2022-03-02-oppose"]
    assert all(f'<tr id="{link}">' in page for link in links)
    assert "support, 2 times</title>" in page
    assert {row["entry"] for row in rows} == {piece.entry for piece in whole}
    assert len(rows) == len(whole) == 3
    assert 'href="/positions?of=PAK&amp;on=RUS"' in state
    counts = re.sub(r"<[^>]+>", "", state)
    assert "2 ▲support, 1 ▼oppose" in counts


def test_evidence_is_that_of_the_sample(store: Store) -> None:
    """On the sample of the store: the same pieces as the analysis gives for every pair of the overview."""
    for one in map(who.of, ("RUS", "PAK", "coastal state")):
        for each in standing.stood(store, one):
            found, cut = standing.evidence(store, one, each.target)
            assert not cut
            chosen = Chosen(state=one.code) if one.code else Chosen.of(one.name)
            on = Chosen(state=each.target.code) if each.target.code else Chosen.of(each.target.name)
            assert set(found) == set(positions(records(store), chosen, on))


def test_nothing_found(client: TestClient) -> None:
    page = client.get("/positions?of=FRA&on=DEU")
    assert page.status_code == 200
    assert "No article of the record shows" in page.text


def test_chart_needs_dates() -> None:
    assert timeline.drawn([timeline.Point("a", "undated", "support")], ["a"]) == ""
    drawn = timeline.drawn([timeline.Point("<b>", "2022", "support"), timeline.Point("<b>", "2022-03", "neutral")], ["<b>"])
    assert "&lt;b&gt;" in drawn
    assert "<b>" not in drawn
