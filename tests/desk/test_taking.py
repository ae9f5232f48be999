"""Reading at the desk: pasted, uploaded, fetched; kept, or not."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from html import unescape

import pytest
from starlette.testclient import TestClient

from dragoman.api import Steps
from dragoman.desk import Access, Settings, create_app
from dragoman.desk.limiting import Limiter
from dragoman.knowledge import Knowledge
from dragoman.record import Store, viewing
from tests.cli.running import SENTENCES
from tests.desk.conftest import BASE, FAST, steps, token
from tests.record.full import RESOLVED, TEXT
from tests.resolving.articles import record as titled


def hand_in(client: TestClient, file: tuple[str, bytes] | None = None, **fields: str) -> str:
    """Send the form and wait for its end; the address of the page that comes then."""
    files = {"file": file} if file else None
    answer = client.post("/read", data={"token": token(client), **fields}, files=files, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    place = answer.headers["location"]
    for _ in range(200):
        if client.get(f"{place}/stage").json()["ended"]:
            return str(client.get(place).url).removeprefix(BASE)
        time.sleep(0.02)
    raise AssertionError("is not read in time")


def test_pasted_text_is_kept_under_its_title_and_date(client: TestClient, store: Store) -> None:
    page = hand_in(client, text=SENTENCES, title="The talks go on", date="2022-03-05", keep="1")
    assert page == "/article?key=2022-03-05-the-talks-go-on"
    assert viewing.view(store, "2022-03-05-the-talks-go-on").record.article.date == "2022-03-05"


def test_pasted_text_with_its_address(client: TestClient, store: Store) -> None:
    """The address names the article; nothing is fetched."""
    hand_in(client, text=SENTENCES, url="https://example.org/pasted", keep="1")
    assert viewing.view(store, "https://example.org/pasted").record.article.text == SENTENCES


def test_a_file(client: TestClient, store: Store) -> None:
    hand_in(
        client, file=("talks.html", f"<html><head><title>Talks</title></head><body><p>{SENTENCES}</p></body></html>".encode()), keep="1"
    )
    assert any(one.key.startswith("talks") for one in viewing.articles(store))


def test_a_draft_is_not_kept_unless_asked(client: TestClient, store: Store) -> None:
    """A draft is seen by its own browser, leaves no trace in the record, can be kept after all, and is gone then."""
    before = viewing.articles(store)
    page = hand_in(client, text=TEXT, title="A draft", keep="")
    shown = client.get(page)
    assert "A draft.</b>" in shown.text
    assert "commission spokesperson" in shown.text
    assert "/decide" not in shown.text
    assert shown.headers["cache-control"] == "no-store"
    assert viewing.articles(store) == before
    with TestClient(client.app, base_url=BASE) as other:
        assert other.get(page).status_code == 404
    kept = client.post(page, data={"token": token(client), "what": "keep"})
    assert str(kept.url) == f"{BASE}/article?key=a-draft"
    assert client.get(page).status_code == 404


def test_a_draft_is_held_against_the_record(client: TestClient) -> None:
    """An altered quotation stands under its paragraph with the difference and where it is from; one that nobody has is not found."""
    draft = f"{SENTENCES}\n\n“We will never publish the list,” he said.\n\n“Nobody had ever said such a thing before,” she said."
    page = client.get(hand_in(client, text=draft, title="A draft", keep="")).text
    assert "2 quotations, 0 titles, 0 votes held against 2 articles of the record: 1 wrong, 1 quotation not found." in page
    assert '<a href="#check-1">✗ altered</a>' in page
    note = re.search(r'<div class="checked contradicted" role="note" id="check-1">.*?</div>', page, re.DOTALL)
    assert note
    assert '<ins><span class="unseen">draft: </span>never</ins>' in note[0]
    assert 'href="/article?key=https%3A%2F%2Fexample.org%2F' in note[0]
    assert (
        page.index("never publish the list,”") < page.index('id="check-1"') < page.index("Nobody had ever said") < page.index("? not found")
    )
    kept = client.get("/article?key=https://example.org/count").text
    assert "Held against the record" not in kept


def test_forgotten_when_told(client: TestClient) -> None:
    page = hand_in(client, text=TEXT, title="A draft", keep="")
    client.post(page, data={"token": token(client), "what": "forget"})
    assert client.get(page).status_code == 404


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (
            {"text": "zu kurz und dazu noch Deutsch, das hier niemand lesen kann oder will, auch nicht im Traum, sondern nur im Schlaf"},
            "reads English",
        ),
        ({"url": "http://127.0.0.1:1/page"}, "127.0.0.1"),
        ({"url": "http://localhost/page"}, "localhost"),
        ({"url": "http://169.254.169.254/latest/meta-data"}, "169.254.169.254"),
        ({"text": SENTENCES, "title": "Count nears its end, ministry says", "date": "2022-03-07"}, ""),
    ],
)
def test_failures_are_told_on_the_waiting_page(client: TestClient, fields: dict[str, str], words: str) -> None:
    """What cannot be read, and private addresses, which are never connected to."""
    page = hand_in(client, keep="1", **fields)
    if words:
        assert words in unescape(re.search(r'role="alert"[^>]*>(.*?)</p>', client.get(page).text, re.DOTALL)[1])  # type: ignore[index]


@pytest.mark.parametrize(
    ("fields", "file"),
    [
        ({}, None),
        ({"text": "  "}, None),
        ({"url": "ftp://example.org/x"}, None),
        ({"text": SENTENCES, "date": "yesterday"}, None),
        ({}, ("talks.exe", b"MZ")),
    ],
)
def test_what_is_refused_at_once(client: TestClient, fields: dict[str, str], file: tuple[str, bytes] | None) -> None:
    answer = client.post("/read", data={"token": token(client), "keep": "1", **fields}, files={"file": file} if file else None)
    assert answer.status_code == 400


def test_another_article_under_the_same_id_is_refused(client: TestClient, store: Store) -> None:
    """Nothing is overwritten by a text that shares no words with the one of its name."""
    hand_in(client, text=SENTENCES, title="One name", keep="1")
    other = "A completely different story tells of rivers, mountains and of valleys where nobody had ever been before this summer came."
    page = hand_in(client, text=other, title="One name", keep="1")
    assert "another article" in client.get(page).text
    assert viewing.view(store, "one-name").record.article.text == SENTENCES


def test_the_thread_lives_on_after_a_fault(tmp_path) -> None:
    """A fault of the reader is told, and the next article is read."""
    faults = [True]

    def broken(article):
        if faults.pop() if faults else False:
            raise ZeroDivisionError("nothing")
        return steps().read(article)

    settings = Settings(steps=lambda: replace(steps(), read=broken), access=Access.loopback("Mara"), limiter=Limiter(FAST))
    app = create_app(tmp_path / "r.sqlite", settings)
    with TestClient(app, base_url=BASE) as client:
        assert "ZeroDivisionError" in client.get(hand_in(client, text=SENTENCES, title="A", keep="1")).text
        assert hand_in(client, text=SENTENCES, title="A", keep="1") == "/article?key=a"


def test_a_draft_as_json_has_its_check(client: TestClient) -> None:
    """The record and the report that the page shows, for its own browser alone, until it is forgotten."""
    draft = f"{SENTENCES}\n\n“We will never publish the list,” he said."
    page = hand_in(client, text=draft, title="A draft", keep="")
    address = f"/api{page}"
    assert f'href="{address}"' in client.get(page).text
    answer = client.get(address)
    assert answer.headers["cache-control"] == "no-store"
    assert "etag" not in answer.headers
    assert answer.json()["record"]["article"]["text"] == draft
    (quotation,) = answer.json()["check"]["quotations"]
    assert quotation["verdict"] == "altered"
    assert {change["draft"] for change in quotation["difference"]} >= {"never"}
    with TestClient(client.app, base_url=BASE) as other:
        assert other.get(address).status_code == 404
    client.post(page, data={"token": token(client), "what": "forget"})
    assert client.get(address).status_code == 404


FACTS = "holders:\n  - {name: Ada Beg, place: MLI, office: foreign_minister, since: 2020-03-01, last_seen: 2026-06-30}\n"


@pytest.mark.parametrize(("facts", "verdict"), [("", "unknown"), (FACTS, "right")])
def test_titles_of_a_draft_are_held_against_the_users_facts(tmp_path, facts: str, verdict: str) -> None:
    """What is unknown to the tables of the program is known with a file of one's own."""
    text = f"Malian Foreign Minister Ada Beg spoke. {SENTENCES}"
    file = tmp_path / "facts.yaml"
    file.write_text(facts or "{}", encoding="utf-8")

    def read(article):
        return replace(titled(text, "Ada Beg", date="2022-03-07"), article=article)

    settings = Settings(
        steps=lambda: Steps(read, lambda record: record, RESOLVED),
        knowledge=lambda: Knowledge.load(file),
        access=Access.loopback("Mara"),
        limiter=Limiter(FAST),
    )
    with TestClient(create_app(tmp_path / "r.sqlite", settings), base_url=BASE) as client:
        page = hand_in(client, text=text, title="A draft", date="2022-03-07", keep="")
        (title,) = client.get(f"/api{page}").json()["check"]["titles"]
    assert (title["person"], title["verdict"]) == ("Ada Beg", verdict)
