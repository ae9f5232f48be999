"""What each page shows, and that every link of it leads somewhere."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.desk import ballots
from dragoman.desk.pages import article as article_page
from dragoman.desk.parts import parts
from dragoman.formats import html, self_contained
from dragoman.record import Store, add, viewing
from dragoman.record import open as open_record
from dragoman.record.corrections import FIELDS
from dragoman.record.searching import search
from dragoman.values import Record, Span
from tests.record.full import PLAIN, resolved

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
    ("/dyad", '<a href="/dyad?one=PAK&amp;other=RUS"><bdi>Pakistan</bdi> and <bdi>Russia</bdi></a>'),
    ("/dyad?one=RUS&other=PAK", "verbal conflict"),
    ("/dyad?one=RUS&other=PAK", '<bdi>The Sample Gazette</bdi>, <span class="day">7 Mar 2022</span>'),
    ("/votes", "36 states abstained"),
    ("/resolution?symbol=A/RES/ES-11/1", '<a href="/states/RUS">Russia</a>'),
    ("/search?q=", '<bdi>Pakistan</bdi></a> <span class="small">'),
    ("/votes", "<time>"),
    ("/positions?of=RUS&on=the+count", "evidence"),
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


def test_two_votes_in_the_same_words_are_two(tmp_path: Path) -> None:
    one = PLAIN.votes[0]
    read = replace(PLAIN, votes=(one, replace(one, id="v9", body="UNSC", subject="another")))
    with open_record(tmp_path / "two.sqlite", create=True) as store:
        add(store, read, resolved(read))
        assert sorted(report.vote.body for report in ballots.votes(store)) == sorted((one.body, "UNSC"))


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
    assert (
        '<div class="checked contradicted" role="note" id="check-1"><a href="#v1"><b>✗ contradicted</b></a> 36 states abstained</div>'
        in page
    )
    assert page.index("In the assembly") < page.index('class="checked') < page.index("Reportedly")
    assert "by the article’s words" in page


def test_text_of_the_article_stays_whole(store: Store) -> None:
    """Without marks, signs and checks the text is the article's own."""
    record = viewing.view(store, KEY).record
    shown = article_page.shown(record, article_page.Stand(), ("/article?key=x", 1))["body"]
    assert isinstance(shown, str)
    plain = re.sub(r'<div class="checked.*?</div>', "", shown)
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
        "“We will publish the list,” … “It will be public.” – commission spokesperson, to news agency (spokesperson, Pakistan). “Count"
        in page
    )
    assert "[Count nears its end, ministry says](<" in page
    assert client.get(f"/entries/{hit.id[:8]}", follow_redirects=False).headers["location"] == f"/entries/{hit.id}"


def long_record(paragraphs: int) -> Record:
    """The sample's words said again and again, a statement a paragraph; every second lies within the one before."""
    text = "\n".join(f"“We will publish the list,” the {number}th spokesperson told the agency." for number in range(paragraphs))
    starts = [match.start() for match in re.finditer("We will", text)]
    told = PLAIN.statements[2]
    statements = tuple(
        replace(
            told,
            id=f"s{number}",
            content=(Span.of(text, start, start + 25),),
            cue=None,
            source_span=None,
            within=f"s{number - 1}" if number % 2 == 0 else None,
        )
        for number, start in enumerate(starts, 1)
    )
    article = replace(PLAIN.article, id="long", url="https://example.org/long", text=text)
    actors = tuple(replace(actor, mentions=()) for actor in PLAIN.actors)
    return Record(1, PLAIN.coder, article, actors, statements=statements)


def test_a_long_article_comes_in_parts(client: TestClient, store: Store) -> None:
    """Each part is light; together they have every paragraph and entry once; links to an entry in another part lead there."""
    record = long_record(201)
    add(store, record, resolved(record))
    key = "https://example.org/long"
    pages = [client.get(f"/article?key={key}").text]
    while link := re.search(r'<a href="([^"]+)" rel="next">', pages[-1]):
        pages.append(client.get(unescape(link[1])).text)
    assert len(pages) > 3
    assert all(len(page.encode()) < 150_000 for page in pages)
    assert [int(number) for page in pages for number in re.findall(r'<li id="s(\d+)"', page)] == list(range(1, 202))
    assert [
        int(number) for page in pages for number in re.findall(r"the (\d+)th spokesperson", page[page.index('id="article"') :])
    ] == list(range(201))
    whole = parts(viewing.view(store, key).record)
    for one in whole[1:]:
        first = next(number for number in range(1, 202) if f'<li id="s{number}"' in pages[one.number - 1])
        if first % 2 == 0:
            assert f"&amp;part={one.number - 1}#s{first - 1}" in pages[one.number - 1]
    entry = next(found for found in viewing.view(store, key).entries if found.local == "s201")
    assert f"&amp;part={len(pages)}#s201" in client.get(f"/entries/{entry.id}").text
    assert client.get(f"/article?key={key}&part={len(pages) + 1}").status_code == 404


@pytest.mark.parametrize("texts", ["", "one", "one\n\ntwo", "x " * 20_000, "\n".join(["word " * 500] * 60)])
def test_parts_cover_any_text(texts: str) -> None:
    """Whatever the text, every place of it and every paragraph is in just one part."""
    record = Record(1, PLAIN.coder, replace(PLAIN.article, text=texts))
    found = parts(record)
    paragraphs = len([line for line in texts.split("\n") if line.strip()])
    assert [place for part in found for place in range(part.first, part.last)] == list(range(paragraphs))
    assert found[0].start == 0
    assert found[-1].end > len(texts)
    assert all(before.end == after.start for before, after in pairwise(found))


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


def test_exports_of_votes(client: TestClient) -> None:
    """The reported votes with the archive's verdict, and a roll call with a row for each state; the pages link to both."""
    told = json.loads(client.get("/votes.json").text)
    rows = list(csv.DictReader(io.StringIO(client.get("/votes.csv").text)))
    assert [row["entry"] for row in rows] == [one["entry"] for one in told]
    assert told
    for row, one in zip(rows, told, strict=True):
        assert (row["voters"], row["choice"]) == ("; ".join(one["voters"]), one["choice"])
        assert f'href="/entries/{row["entry"]}"' in client.get("/votes").text
    call = "symbol=A/RES/ES-11/1"
    seats = list(csv.DictReader(io.StringIO(client.get(f"/resolution.csv?{call}").text)))
    assert seats == json.loads(client.get(f"/resolution.json?{call}").text)
    assert [(row["code"], row["choice"]) for row in seats if row["state"] in ("Russia", "Pakistan")] == [("RUS", "no"), ("PAK", "abstain")]
    assert sum(row["choice"] == "yes" for row in seats) == 141
    assert 'href="/votes.csv"' in client.get("/votes").text
    assert 'href="/resolution.csv?symbol=A%2FRES%2FES-11%2F1"' in client.get(f"/resolution?{call}").text


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


def test_forms_show_first_what_is_corrected_most(client: TestClient, store: Store) -> None:
    """The speaker's field comes first; the others are folded, and each is sent all the same."""
    hit = next(search(store, '"publish the list"'))
    form = client.get(f"/entries/{hit.id}/correct").text
    first, _, folded = form.partition("<details")
    assert re.findall(r'name="is:(\w+)"', first) == ["source", "act", "content"]
    names = re.findall(r'name="is:(\w+)"', form)
    assert sorted(names) == sorted(FIELDS["statement"])
    assert "joint sources" in folded


def test_an_actor_is_explained_in_words(client: TestClient, store: Store) -> None:
    """What decided comes first, codes and days in words; the mentions are folded below it."""
    entry = next(one for one in viewing.view(store, KEY).entries if one.kind == "actor" and one.words == "foreign ministry")
    page = client.get(f"/entries/{entry.id}").text
    reasons = page[page.index("Who that is") : page.index("What was decided")]
    assert "organisation, government" in reasons
    assert "sector GOV" not in reasons
    assert reasons.index("decided: ") < reasons.index(" in the article</summary>")


def test_the_panel_of_an_article_is_one_script(client: TestClient) -> None:
    """The desk serves what the page that stands for itself carries; pages without an article do not ask for it."""
    script = self_contained.asset("panel.js")
    (address,) = re.findall(r'src="(/static/panel\.js\?[^"]+)"', client.get("/article", params={"key": KEY}).text)
    assert client.get(address).text == script
    assert script in html.render(PLAIN)
    assert "panel.js" not in client.get("/search").text
