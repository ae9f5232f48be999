"""The acts that most outlets report: those of one week, as merging its records gives them, and never an old answer."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.analysis.merging import merged, several
from dragoman.desk import acts, reported
from dragoman.record import Store, add, records, reviewing
from dragoman.record import open as open_record
from dragoman.values import DOUBTFUL, Record
from tests.desk.conftest import BASE, made
from tests.record.full import PLAIN, resolved, varied

DAY = PLAIN.article.date or ""


def published(number: int, outlet: str, day: str) -> Record:
    """The sample as another outlet has it, published on another day."""
    one = varied(number)
    return replace(one, article=replace(one.article, outlet=outlet, date=day))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A record with the sample, the same by two other outlets within a week of it, and by a fourth half a year before."""
    path = tmp_path / "week.sqlite"
    with open_record(path, create=True) as store:
        for one in (
            PLAIN,
            published(2, "The Second", "2022-03-08"),
            published(3, "The Second", "2022-03-09"),
            published(4, "Old", "2021-09-01"),
        ):
            add(store, one, resolved(one))
    return path


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with open_record(path) as opened:
        yield opened


def test_the_acts_of_the_last_week(store: Store) -> None:
    """Three articles of two outlets report each; the article of another week counts for nothing, nor does what nobody should believe."""
    found = reported.week(store)
    assert found is not None
    assert (found.until, found.read, found.more) == ("2022-03-09", 3, False)
    assert {(act.reports, len(act.outlets)) for act in found.acts} == {(3, 2)}
    inside = [record for record in records(store) if (record.article.date or "") >= found.since]
    believed = [one for one in several(merged(inside)) if any(report.value.confidence >= DOUBTFUL for report in one.reports)]
    assert {act.entry for act in found.acts} == {one.name for one in believed}


def test_each_leads_to_its_reports(store: Store) -> None:
    """The number in the list is that of the page of the act, but for reports of other weeks."""
    found = reported.week(store)
    assert found is not None
    for act in found.acts:
        days = [one.report.published or "" for one in acts.act(store, act.entry).told]
        assert sum(day >= found.since for day in days) == act.reports


def test_a_decision_changes_the_list(store: Store) -> None:
    """What was rejected since is in the list no more."""
    before = reported.week(store)
    assert before is not None
    gone = before.acts[0]
    reviewing.judge(store, gone.entry, "reject", "Mara")
    after = reported.week(store)
    assert after is not None
    assert {act.entry: act.reports for act in after.acts}.get(gone.entry) is None


def test_the_last_published_are_read(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a week has more articles than are put together, the page says so and has the newest."""
    monkeypatch.setattr(reported, "READ", 2)
    reported._week.cache_clear()
    found = reported.week(store, "2022-03-09")
    reported._week.cache_clear()
    assert found is not None
    assert (found.read, found.more) == (2, True)
    assert {act.first for act in found.acts} == {"2022-03-08"}


def test_page_file_and_interface_say_the_same(path: Path) -> None:
    with TestClient(made(path), base_url=BASE) as client:
        page = client.get("/acts").text
        answer = client.get("/api/acts").json()
        rows = list(csv.DictReader(io.StringIO(client.get("/acts.csv").text)))
    assert [row["entry"] for row in rows] == [act["entry"] for act in answer["acts"]]
    assert all(f'href="/acts/{act["entry"]}"' in page for act in answer["acts"])
    assert (answer["since"], answer["until"]) == ("2022-03-03", "2022-03-09")


def test_a_record_without_articles_has_none(empty: TestClient) -> None:
    assert "No article of the record has a day yet" in empty.get("/acts").text
    assert empty.get("/api/acts").json()["acts"] == []
    assert "no two articles" in empty.get("/acts?until=2022-03-07").text.lower()


@pytest.mark.parametrize(("day", "status"), [("2022-02-30", 400), ("0001-01-03", 400), ("9999-12-31", 400), ("2022", 422), ("", 200)])
def test_days_that_are_none(path: Path, day: str, status: int) -> None:
    with TestClient(made(path), base_url=BASE) as client:
        assert (
            client.get("/acts", params={"until": day}).status_code == client.get("/api/acts", params={"until": day}).status_code == status
        )
