"""`dragoman watch` against a server that behaves as feeds' servers do: conditional answers, failures, changes, the same report twice."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from sqlalchemy import text

from dragoman import cli, record
from dragoman.cli import feeding, reader
from dragoman.record import copies, viewing
from tests.articles.test_fetching import HTML
from tests.cli.running import SENTENCES
from tests.cli.with_test_steps import STEPS

FEED = '<?xml version="1.0"?><rss version="2.0"><channel><title>The Gazette</title>{}</channel></rss>'
ITEM = "<item><title>{0}</title><link>http://127.0.0.1:{1}/{0}</link><pubDate>{2}</pubDate></item>"
MONDAY, TUESDAY = "Mon, 07 Mar 2022 10:00:00 GMT", "Tue, 08 Mar 2022 10:00:00 GMT"


class Handler(BaseHTTPRequestHandler):
    """Answers by the state of its server; a feed whose ETag the client has is answered with 304."""

    def do_GET(self):
        has = self.headers["If-None-Match"]
        if self.path == "/feed" and self.server.failing:
            status, body, headers = 500, b"", {}
        elif self.path == "/feed":
            etag = f'"{len(self.server.items)}"'
            status, headers = (304 if has == etag else 200), {"ETag": etag, "Content-Type": "application/rss+xml"}
            told = "".join(ITEM.format(name, self.server.server_port, day) for name, (day, _) in reversed(self.server.items.items()))
            body = b"" if status == 304 else FEED.format(told).encode()
        else:
            found = self.server.items.get(self.path[1:])
            there = found is not None and found[1] is not None
            status, headers = (200 if there else 404), {"Content-Type": "text/html; charset=utf-8"}
            body = HTML.format(f"<p>{found[1]}</p>").encode() if there else b"gone"
        self.server.asked.append((self.path, status))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@contextmanager
def serving():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.items, server.asked, server.failing = {}, [], False
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def server(monkeypatch):
    """A feed of one article."""
    monkeypatch.setattr(reader, "open_steps", lambda _means: STEPS)
    monkeypatch.setattr(feeding, "PAUSE", 0.0)
    with serving() as running:
        running.items["first"] = (MONDAY, report(1))
        yield running


def report(number: int) -> str:
    """A report of its own, long enough to be told from others."""
    return f"{SENTENCES} " + " ".join(f"In part {number} point {point} is about matter {point * number}." for point in range(12))


@pytest.fixture
def watch(server, tmp_path, capsys):
    """One round; its exit status and all that it printed."""

    def once():
        url = f"http://127.0.0.1:{server.server_port}/feed"
        status = cli.main(["watch", url, "--once", "--every", "10", "--allow-private", "--record", str(tmp_path / "r.sqlite")])
        told = capsys.readouterr()
        return status, told.out + told.err

    return once


@pytest.fixture
def opened(server, tmp_path):
    def look():
        return record.open(tmp_path / "r.sqlite")

    return look


def states(server) -> list[int]:
    """What the feed was answered with, each time that it was asked for."""
    return [status for path, status in server.asked if path == "/feed"]


def test_an_unchanged_feed_sends_nothing(server, watch):
    """The ETag is kept over rounds that bring nothing, and over one in which an article came."""
    assert "1 added" in watch()[1]
    assert "nothing is new" in watch()[1]
    server.items["second"] = (TUESDAY, report(2))
    assert "1 added" in watch()[1]
    assert "nothing is new" in watch()[1]
    assert "nothing is new" in watch()[1]
    assert states(server) == [200, 304, 200, 304, 304]
    assert [path for path, _ in server.asked if path != "/feed"] == ["/first", "/second"]


def test_what_a_page_does_not_say_its_feed_says(server, watch, opened):
    """The day of publication and the outlet."""
    watch()
    with opened() as store:
        (one,) = viewing.articles(store)
    assert (one.date, one.outlet) == ("2022-03-07", "The Gazette")


def test_a_failing_feed_waits_longer_each_time(server, watch, opened):
    """Ten minutes, twenty, forty; then it answers, and the failures are forgotten. What it named before stays."""
    watch()
    server.failing = True
    waits = []
    for number in range(1, 4):
        status, told = watch()
        assert (status, "asked again after" in told) == (1, True)
        assert f"failed {number} times and is left alone" in watch()[1]
        with opened() as store:
            store.write(lambda connection: waits.append(minutes(connection)))
    assert waits == [10, 20, 40]
    assert states(server) == [200, 500, 500, 500]
    server.failing = False
    server.items["second"] = (TUESDAY, report(2))
    assert "1 added" in watch()[1]
    with opened() as store, store.look() as connection:
        row = connection.execute(text("SELECT failures, wait_until, trouble FROM feeds")).one()
    assert tuple(row) == (0, None, None)


def minutes(connection) -> int:
    """The minutes that the feed is left alone for; they are over then."""
    asked, until = connection.execute(
        text("SELECT CAST(strftime('%s', asked_at) AS INTEGER), CAST(strftime('%s', wait_until) AS INTEGER) FROM feeds")
    ).one()
    connection.execute(text("UPDATE feeds SET wait_until = '2000-01-01T00:00:00Z'"))
    return round((until - asked) / 60)


def test_a_page_that_is_not_there_is_tried_three_times(server, watch):
    """And costs the other articles nothing."""
    server.items["gone"] = (TUESDAY, None)
    server.items["last"] = (TUESDAY, report(3))
    told = [watch()[1] for _ in range(4)]
    assert ["1 not added" in one for one in told] == [True, True, True, False]
    assert [path for path, _ in server.asked].count("/gone") == 3
    assert [path for path, _ in server.asked].count("/first") == 1
    assert [path for path, _ in server.asked].count("/last") == 1


def test_a_near_copy_is_noted_once(server, watch, opened):
    """Another address with nearly the same words in the same week is not added, and not fetched again."""
    server.items["copy"] = (TUESDAY, report(1) + " Additional reporting by the staff.")
    assert "1 added, 1 near copies, not added" in watch()[1]
    assert "nothing is new" in watch()[1]
    with opened() as store:
        assert len(viewing.articles(store)) == 1
        assert [(key.rpartition("/")[2], one.of.rpartition("/")[2]) for key, one in copies.noted(store)] == [("copy", "first")]
    assert [path for path, _ in server.asked].count("/copy") == 1


def test_an_article_that_its_feed_calls_changed_is_fetched_again(server, watch, opened):
    """Its new text is a new version."""
    watch()
    server.items["other"] = (MONDAY, report(4))
    server.items["first"] = (TUESDAY, report(1) + " The envoy said that he would come.")
    assert "1 added, 1 new versions" in watch()[1]
    with opened() as store:
        assert {one.key.rpartition("/")[2]: one.version for one in viewing.articles(store)} == {"first": 2, "other": 1}
