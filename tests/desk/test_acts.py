"""The page of an act with many reports: the same reports as merging the whole record gives, and a person's word over the rules."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.analysis.merging import merged
from dragoman.desk import acts
from dragoman.errors import RecordError
from dragoman.record import Store, add, records, viewing
from dragoman.record import open as open_record
from dragoman.record.searching import search
from dragoman.values import Record
from tests.analysis.made import Made
from tests.desk.conftest import BASE, made, token
from tests.record.full import PLAIN, resolved, varied

OTHER = "https://example.org/2"


def both(store: Store, words: str) -> tuple[str, str]:
    """The ids of the statements with these words in the two articles."""
    found = {hit.article: hit.id for hit in search(store, f"kind:statement {words}")}
    return found[PLAIN.article.url or ""], found[OTHER]


def send(client: TestClient, act: str, decision: str):
    return client.post(f"/acts/{act}", data={"token": token(client), "decision": decision}, follow_redirects=False)


def test_as_merging_the_whole_record(store: Store) -> None:
    """For every statement and event of the record: what the search gathers gives the act that all records together give."""
    whole = {one.entry: cluster for cluster in merged(records(store)) for one in cluster.reports}
    assert len({id(cluster) for cluster in whole.values()}) < len(whole)
    for entry, cluster in whole.items():
        assert [one.entry for one in acts.act(store, entry).told] == [one.entry for one in cluster.reports]


def test_page_tells_reports_and_differences(tmp_path: Path) -> None:
    """Who had it first, and the words that the second report tells otherwise, marked."""
    told = json.dumps(varied(2).to_dict()).replace("It will be public.", "It must be public.")
    later = Record.from_dict(json.loads(told))
    later = replace(later, article=replace(later.article, outlet="The Second", date="2022-03-09"))
    path = tmp_path / "two.sqlite"
    with open_record(path, create=True) as store:
        for one in (PLAIN, later):
            add(store, one, resolved(one))
        first, second = both(store, '"publish the list"')
        found = acts.act(store, second)
    assert [one.entry for one in found.told] == [first, second]
    with TestClient(made(path), base_url=BASE) as client:
        page = client.get(f"/acts/{second}").text
    assert "2 reports" in page
    assert "<mark>must</mark> be public." in page
    assert "In the words of the first report" not in page
    assert re.search(r"<h1[^>]*>.*: <bdi>We will publish the list", page)
    assert page.index("Wording") < page.index("The Second</bdi></dt>")


def test_the_same_words_are_told_once(client: TestClient, store: Store) -> None:
    later, first = both(store, '"publish the list"')  # of one day and one outlet: in the order of their addresses
    page = client.get(f"/acts/{first}").text
    assert f'<a href="/entries/{later}">In the words of the first report</a>' in page
    assert page.count('<a class="words"') == 1
    assert "what the first report has not" not in page


def test_what_an_article_tells_again_stands_behind_its_report(tmp_path: Path) -> None:
    """One report, the entry that stands first; the other below it, with a button that splits it off."""
    article = Made("Qureshi said Pakistan will host grain talks.\n\nQureshi told VOA grain talks will be hosted by Pakistan.", "twice")
    article.said("Shah Mehmood Qureshi", "said", "Pakistan will host grain talks")
    article.said("Shah Mehmood Qureshi", "told", "grain talks will be hosted by Pakistan")
    path = tmp_path / "twice.sqlite"
    with open_record(path, create=True) as store:
        add(store, article.record(), article.record())
        first, again = (hit.id for hit in sorted(search(store, "kind:statement grain"), key=lambda hit: hit.words))
        (told,) = acts.act(store, again).told
    assert (told.entry, [one.entry for one in told.again]) == (first, [again])
    with TestClient(made(path), base_url=BASE) as client:
        page = client.get(f"/acts/{first}").text
        assert f'Told again: <a href="/entries/{again}">' in page
        assert f'value="split {again} 0"' in page
        assert client.get(f"/api/acts/{first}").json()["reports"][0]["again"] == [again]
        assert [row["standing"] for row in client.get(f"/acts/{first}.json").json()] == ["report", "again"]


def test_split_and_join(client: TestClient, store: Store) -> None:
    """Split, the two are two acts, and each is offered for the other; joined, one again; undone, split again."""
    first, second = both(store, '"publish the list"')
    assert len(acts.act(store, first).told) == 2
    assert f'value="split {second} 0"' in client.get(f"/acts/{first}").text
    assert send(client, first, f"split {second} 0").headers["location"] == f"/acts/{first}"
    assert [one.entry for one in acts.act(store, first).told] == [first]
    page = client.get(f"/acts/{first}").text
    assert f'value="join {second} 1"' in page
    send(client, first, f"join {second} 1")
    assert {one.entry for one in acts.act(store, second).told} == {first, second}
    assert [row.action for row in viewing.history(store)] == ["split", "join"]
    assert f'value="undo {second} 2"' in client.get(f"/acts/{first}").text
    client.post("/decide", data={"token": token(client), "decision": f"undo {second} 2"})
    assert len(acts.act(store, first).told) == 1


def test_reports_as_a_file(client: TestClient, store: Store) -> None:
    """A row a report, the first published first; one that was split off stands there as perhaps the same."""
    first, second = both(store, '"publish the list"')
    told = client.get(f"/acts/{first}.json").json()
    assert [(row["entry"], row["standing"]) for row in told] == [(one.entry, "report") for one in acts.act(store, first).told]
    assert f'href="/acts/{first}.csv"' in client.get(f"/acts/{first}").text
    send(client, first, f"split {second} 0")
    rows = list(csv.DictReader(io.StringIO(client.get(f"/acts/{first}.csv").text)))
    assert [(row["entry"], row["standing"]) for row in rows[:1]] == [(first, "report")]
    assert (second, "perhaps") in [(row["entry"], row["standing"]) for row in rows]
    assert client.get("/acts/s-none.csv").status_code == 404


def test_joined_however_unlike(client: TestClient, store: Store) -> None:
    """What a person joined is one act, though the two share no word."""
    one, _ = both(store, '"publish the list"')
    _, other = both(store, '"almost complete"')
    send(client, one, f"join {other} 0")
    assert {one, other} <= {told.entry for told in acts.act(store, one).told}
    assert {one, other} <= {told.entry for told in acts.act(store, other).told}


def test_second_of_two_is_told(client: TestClient, store: Store) -> None:
    first, second = both(store, '"publish the list"')
    send(client, first, f"split {second} 0")
    answer = send(client, first, f"join {second} 0")
    assert answer.status_code == 409
    assert len(viewing.history(store)) == 1


@pytest.mark.parametrize("decision", ["", "split", "drop {second} 0", "split {second} x", "split {first} 0", "join {actor} 0"])
def test_no_decision(client: TestClient, store: Store, decision: str) -> None:
    """What is no decision, what is alone already, and what is no report, changes nothing."""
    first, second = both(store, '"publish the list"')
    send(client, first, f"split {second} 0")
    actor = next(entry.id for entry in viewing.view(store, OTHER).entries if entry.kind == "actor")
    assert send(client, first, decision.format(first=first, second=second, actor=actor)).status_code in (400, 422)
    assert len(viewing.history(store)) == 1


def test_only_statements_and_events_that_are_shown(client: TestClient, store: Store) -> None:
    first, _ = both(store, '"publish the list"')
    actor = next(entry.id for entry in viewing.view(store, OTHER).entries if entry.kind == "actor")
    with pytest.raises(RecordError, match="no statement and no event"):
        acts.act(store, actor)
    client.post("/decide", data={"token": token(client), "decision": f"reject {first} 0"})
    assert client.get(f"/acts/{first}").status_code == 404
