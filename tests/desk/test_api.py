"""The interface for programs: the same as the pages, paged, with ETags, and as its description says."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.record import Store, reviewing, viewing
from dragoman.record.searching import search
from tests.desk.conftest import made, routes

KEY = "https://example.org/count"


def test_search_is_paged(client: TestClient, store: Store) -> None:
    """Pages put together are the whole, in its order."""
    whole = [hit.id for hit in search(store, "kind:statement")]
    found, offset = [], 0
    while True:
        page = client.get("/api/search", params={"q": "kind:statement", "limit": 3, "offset": offset}).json()
        found += [hit["id"] for hit in page["hits"]]
        offset += 3
        if not page["more"]:
            break
    assert found == whole
    assert len(whole) == 10


def test_article_is_the_record(client: TestClient, store: Store) -> None:
    body = client.get("/api/article", params={"key": KEY}).json()
    view = viewing.view(store, KEY)
    assert body["record"] == view.record.to_dict()
    assert set(body["ids"].values()) == {entry.id for entry in view.entries}


def test_entry_has_its_decisions(client: TestClient, store: Store) -> None:
    entry = next(search(store, '"publish the list"')).id
    reviewing.judge(store, entry, "accept", "Mara")
    body = client.get(f"/api/entries/{entry}").json()
    assert (body["verdict"], body["ledger"][0]["who"], body["value"]["act"]) == ("accepted", "Mara", "promise")
    assert client.get("/api/ledger").json()["rows"] == body["ledger"]


@pytest.mark.parametrize(
    ("address", "key", "count"),
    [
        ("/api/states/RUS", "said", 2),
        ("/api/who?name=Pakistan", "votes", 2),
        ("/api/who?name=election+commission", "of_them", 2),
        ("/api/dyad?one=RUS&other=PAK", "deeds", 2),
        ("/api/pairs", "pairs", 1),
        ("/api/articles", "articles", 2),
        ("/api/facets", "facets", 6),
        ("/api/positions?of=PAK&on=RUS", "evidence", 0),
        ("/api/resolution?symbol=A/RES/ES-11/1", "reports", 0),
    ],
)
def test_lists(client: TestClient, address: str, key: str, count: int) -> None:
    assert len(client.get(address).json()[key]) == count


def test_act_has_its_reports(client: TestClient, store: Store) -> None:
    """Both articles tell the same; a statement's citation is with its entry."""
    entry = next(search(store, 'kind:statement "publish the list"')).id
    body = client.get(f"/api/acts/{entry}").json()
    assert body["kind"] == "statement"
    assert {one["article"] for one in body["reports"]} == {KEY, "https://example.org/2"}
    citation = client.get(f"/api/entries/{entry}").json()["citation"]
    assert citation["plain"].startswith("“We will publish the list,”")
    assert citation["markdown"].startswith("> “We will publish the list,”")


def test_etags_change_with_the_record(client: TestClient, store: Store) -> None:
    """What has not changed is not sent again; after a decision it is."""
    first = client.get("/api/search?q=list")
    tag = first.headers["etag"]
    again = client.get("/api/search?q=list", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/api/search?q=count", headers={"If-None-Match": tag}).status_code == 200
    reviewing.judge(store, first.json()["hits"][0]["id"], "reject", "Mara")
    changed = client.get("/api/search?q=list", headers={"If-None-Match": tag})
    assert changed.status_code == 200
    assert len(changed.json()["hits"]) == len(first.json()["hits"]) - 1


def test_errors_are_json(client: TestClient) -> None:
    for address, status in (
        ("/api/search?q=speakr:x", 400),
        ("/api/entries/zzzz", 404),
        ("/api/search?limit=0", 422),
        ("/api/nowhere", 404),
    ):
        answer = client.get(address)
        assert answer.status_code == status
        assert set(answer.json()) == {"detail"}


def test_everything_is_described(client: TestClient) -> None:
    described = client.get("/openapi.json").json()["paths"]
    assert set(described) == {route.path for route in routes() if route.path.startswith("/api/")}


schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")


def test_answers_are_as_described(record: Path) -> None:
    """Requests made from the description get answers that it allows, and never a fault."""
    from hypothesis import HealthCheck, given, settings

    schema = schemathesis.openapi.from_asgi("/openapi.json", made(record), headers={"Host": "localhost"})
    # A query language refuses texts that a schema of strings allows.
    left_out = schemathesis.checks.CHECKS.get_by_names(["positive_data_acceptance"])
    for operation in schema.get_all_operations():
        case = operation.ok().as_strategy()

        @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
        @given(case)
        def fits(case) -> None:
            response = case.call(headers={"Host": "localhost"})
            case.validate_response(response, excluded_checks=left_out)

        fits()
