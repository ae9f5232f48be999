"""What each page shows, and that every link of it leads somewhere."""

from __future__ import annotations

import csv
import io
import json
import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from dragoman.desk.pages import article as article_page
from dragoman.record import Store, viewing
from dragoman.record.searching import search

KEY = "https://example.org/count"
PAGES = [
    ("/", "Count nears its end, ministry says"),
    ("/?since=2000-01-01", "Added since"),
    ("/search", "Everything in the record"),
    ("/search?q=list", "We will publish the <mark>list</mark>"),
    ("/search?q=nothingatall", "Nothing fits"),
    (f"/article?key={KEY}", "commission spokesperson"),
    ("/states/PAK", "What they said"),
    ("/who?name=commission+spokesperson", "It will be public."),
    ("/who?name=nobody+of+this+name", "nothing under this name"),
    ("/dyad", "The other"),
    ("/dyad?one=RUS&other=PAK", "verbal conflict"),
    ("/votes", "36 states abstained"),
    ("/resolution?symbol=A/RES/ES-11/1", "A/RES/ES-11/1"),
    ("/read", "Read without keeping"),
]


@pytest.mark.parametrize(("address", "expected"), PAGES)
def test_pages(client: TestClient, address: str, expected: str) -> None:
    """Each page says what it is for, is small, and has the strict policy."""
    answer = client.get(address)
    assert answer.status_code == 200
    assert expected in answer.text
    assert len(answer.content) < 150_000
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert not re.search(r"<script(?! src=)|<style|\son\w+=|\sstyle=", answer.text)


def test_every_link_leads_somewhere(client: TestClient) -> None:
    """From the start page all links of the desk are followed, two hundred at most, and each is answered."""
    waiting, seen = ["/"], {"/"}
    while waiting and len(seen) < 200:
        page = client.get(waiting.pop(0))
        assert page.status_code == 200, page.url
        if "html" in page.headers["content-type"]:
            for link in re.findall(r'href="(/[^"#]*)', page.text):
                if unescape(link) not in seen and "roll%20call%2012" not in link:  # the sample's roll call is in no archive
                    seen.add(unescape(link))
                    waiting.append(unescape(link))
    assert any(link.startswith("/entries/a-") for link in seen)
    assert any(link.startswith("/dyad?") for link in seen)


def test_article_shows_chain_check_and_reason(client: TestClient) -> None:
    """The one who is heard and through whom, the archive's verdict under the paragraph of the vote, and what decided the speaker."""
    page = client.get(f"/article?key={KEY}").text
    assert ", as told by " in page
    assert re.search(r"34 others</[^\n]*\n?[^\n]*|abstained", page)
    assert '<aside class="checked contradicted"><a href="#v1"><b>✗ contradicted</b></a> 36 states abstained</aside>' in page
    assert page.index("In the assembly") < page.index('class="checked') < page.index("Reportedly")
    assert "by the article’s words" in page


def test_text_of_the_article_stays_whole(store: Store) -> None:
    """Without marks, signs and checks the text is the article's own."""
    record = viewing.view(store, KEY).record
    shown = article_page.shown(record, article_page.Stand())["body"]
    assert isinstance(shown, str)
    plain = re.sub(r"<aside.*?</aside>", "", shown)
    plain = re.sub(r"<a [^>]*>.*?</a>", "", plain)
    words = unescape(re.sub(r"<[^>]+>", "", plain)).split()
    assert words == record.article.text.split()


@pytest.mark.parametrize(
    ("filters", "statements", "events"),
    [
        ("", 5, 3),
        ("&speaker=foreign+ministry", 1, 0),
        ("&act=request", 1, 0),
        ("&type=CONSULT", 0, 1),
        ("&sure=0.9", 2, 0),
        ("&speaker=coastal+state&sure=0.5", 1, 1),
    ],
)
def test_filters(client: TestClient, filters: str, statements: int, events: int) -> None:
    page = client.get(f"/article?key={KEY}{filters}").text
    assert len(re.findall(r'class="entry statement', page)) == statements
    assert len(re.findall(r'class="entry event', page)) == events


def test_entry_has_its_citation(client: TestClient, store: Store) -> None:
    """The permanent address shows the words with speaker and source, as text and as Markdown."""
    hit = next(search(store, '"publish the list"'))
    page = unescape(client.get(f"/entries/{hit.id}").text)
    assert (
        "“We will publish the list,” … “It will be public.” – commission spokesperson, to news agency (spokesperson, PAK). “Count" in page
    )
    assert "[Count nears its end, ministry says](<" in page
    assert client.get(f"/entries/{hit.id[:8]}", follow_redirects=False).headers["location"] == f"/entries/{hit.id}"


def test_facets_narrow(client: TestClient) -> None:
    """A facet's link leads to as many entries as the facet counts."""
    page = client.get("/search?q=").text
    link, count = re.search(r'href="(/search\?q=[^"]*act[^"]*)"><bdi>request</bdi></a> <span class="small">(\d+)', page).groups()  # type: ignore[union-attr]
    assert client.get(unescape(link)).text.count('class="hit"') == int(count) == 2


def test_exports_hold_what_was_found(client: TestClient, store: Store) -> None:
    """CSV and JSON have an entry a row, as many as the search finds."""
    found = list(search(store, "state:PAK"))
    rows = list(csv.DictReader(io.StringIO(client.get("/search.csv?q=state:PAK").text)))
    assert (
        [row["id"] for row in rows]
        == [hit.id for hit in found]
        == [one["id"] for one in json.loads(client.get("/search.json?q=state:PAK").text)]
    )
    assert json.loads(client.get(f"/article.json?key={KEY}").text)["article"]["url"] == KEY
    assert client.get("/dyad.csv?one=RUS&other=PAK").headers["content-disposition"].endswith('"dyad.csv"')


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/article?key=nothing", 404, "holds no article"),
        ("/entries/s-0000000000000000", 404, "no entry"),
        ("/states/QQQ", 404, "no state"),
        ("/resolution?symbol=A/RES/99/999", 404, "archive"),
        ("/search?q=speakr:x", 400, "did you mean speaker?"),
        ("/nowhere", 404, "there is no such page"),
        ("/?page=0", 422, "page"),
        ("/reading/nothing", 404, "read the article again"),
        ("/drafts/nothing", 404, "read the article again"),
    ],
)
def test_refusals_say_what_to_do(client: TestClient, address: str, status: int, words: str) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert words in unescape(answer.text)


def test_an_empty_record_says_where_to_begin(empty: TestClient) -> None:
    assert "The record is empty" in empty.get("/").text
    for address, _ in PAGES:
        assert empty.get(address).status_code == (404 if address.startswith("/article") else 200)
