"""`dragoman watch` and feeds in `dragoman add`, over a server of the test's own."""

from __future__ import annotations

import signal
import subprocess

import pytest

from dragoman import record
from dragoman.record import copies, viewing
from tests.articles.test_fetching import HTML, address, serving
from tests.cli.running import ROOT, SENTENCES, run
from tests.cli.test_record import PROGRAM

FEED = '<?xml version="1.0"?><rss version="2.0"><channel><title>Gazette</title>{}</channel></rss>'
ITEM = "<item><title>{}</title><link>{}</link><pubDate>Mon, 07 Mar 2022 10:00:00 GMT</pubDate></item>"


def page(text: str) -> tuple:
    return 200, {}, HTML.format("".join(f"<p>{part}</p>" for part in text.split("\n\n"))).encode()


OTHER = "The envoy said on Friday that nobody had asked for his opinion in the matter of the bridge over the river.\n\nHe went home."


@pytest.fixture
def server():
    """A feed of two pages, the second of which is the first again with another end; the newest stands first."""
    with serving({}) as running:
        items = "".join(ITEM.format(f"Title {name}", address(running, f"/{name}")) for name in ("copy", "first"))
        running.answers["/feed"] = (200, {"Content-Type": "application/rss+xml", "ETag": '"1"'}, FEED.format(items).encode())
        long = "\n\n".join(f"{SENTENCES} This is paragraph {number} of the report." for number in range(5))
        running.answers["/first"] = page(long)
        running.answers["/copy"] = page(long + "\n\nAdditional reporting by the staff of the other paper.")
        running.answers["/other"] = page(OTHER)
        yield running


@pytest.fixture
def call(tmp_path):
    return lambda *arguments: run(*arguments, "--record", tmp_path / "r.sqlite", program=PROGRAM)


def asked(server, path: str) -> int:
    return sum(found == path for found, _ in server.asked)


def test_a_feed_is_watched(server, call, tmp_path):
    """New articles are added, near copies noted; the next round asks only whether the feed has changed."""
    done = call("watch", address(server, "/feed"), "--once", "--allow-private")
    assert done.returncode == 0, done.stderr
    assert "1 added, 1 near copies, not added" in done.stdout
    assert f"{address(server, '/copy')}: not added, shares" in done.stderr
    with record.open(tmp_path / "r.sqlite") as store:
        (one,) = viewing.articles(store)
        assert (one.key, one.title, one.date) == (address(server, "/first"), "Council adopts text", "2022-03-07")
        assert [key for key, _ in copies.noted(store)] == [address(server, "/copy")]
    again = call("watch", address(server, "/feed"), "--once", "--allow-private")
    assert (again.returncode, "nothing is new" in again.stdout) == (0, True)
    assert (asked(server, "/feed"), asked(server, "/first"), asked(server, "/copy")) == (2, 1, 1)


def test_add_takes_feeds_and_pages(server, call):
    """A feed's address gives its articles, a page's the page; other XML is refused."""
    done = call("add", address(server, "/feed"), address(server, "/other"), "--allow-private")
    assert "2 added, 1 near copies, not added" in done.stdout
    assert "3 of 3 articles" in done.stderr
    server.answers["/map"] = (200, {"Content-Type": "text/xml"}, b"<urlset><url>x</url></urlset>")
    refused = call("add", address(server, "/map"), "--allow-private")
    assert refused.returncode == 1
    assert "is text/xml and no feed" in refused.stderr


def test_private_addresses_are_not_watched(server, call):
    """The guard of the fetcher stands before feeds and their articles."""
    done = call("watch", address(server, "/feed"), "--once")
    assert done.returncode == 1
    assert "asked again after" in done.stderr
    assert server.asked == []


def test_a_failing_feed_is_left_alone(server, call):
    """It is not asked again before its time, and costs the other sources nothing."""
    server.answers["/feed"] = (503, {"Retry-After": "3600"}, b"")
    assert call("watch", address(server, "/feed"), "--once", "--allow-private").returncode == 1
    again = call("watch", address(server, "/feed"), "--once", "--allow-private")
    assert "failed 1 times and is left alone until" in again.stderr
    assert asked(server, "/feed") == 1


def test_a_folder_is_watched(call, tmp_path):
    """New and changed files, those of folders below under their paths; others are not looked at."""
    folder = tmp_path / "in"
    (folder / "2022").mkdir(parents=True)
    (folder / "2022" / "talks.txt").write_text(SENTENCES, encoding="utf-8")
    (folder / "notes.pdf").write_bytes(b"%PDF")
    (folder / ".talks.txt").write_text(OTHER, encoding="utf-8")
    assert "1 added" in call("watch", folder, "--once").stdout
    assert "nothing is new" in call("watch", folder, "--once").stdout
    (folder / "2022" / "talks.txt").write_text(SENTENCES + " The envoy said that he would come.", encoding="utf-8")
    (folder / "more.jsonl").write_text('{"text": "The envoy said that nothing is lost."}\n{broken\n', encoding="utf-8")
    done = call("watch", folder, "--once")
    assert "1 added, 1 new versions, 1 not added" in done.stdout
    assert "2022/talks: version 2" in done.stderr
    assert "more.jsonl:2: not JSON" in done.stderr


def test_watching_ends_when_asked(tmp_path):
    """Ctrl-C between two rounds ends it, an hour before the next."""
    folder = tmp_path / "in"
    folder.mkdir()
    command = [*PROGRAM, "watch", str(folder), "--every", "3600", "--record", str(tmp_path / "r.sqlite")]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", cwd=ROOT)
    assert running.stdout
    assert "nothing is new" in running.stdout.readline()
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=300)
    assert running.returncode == 130
    assert "go on with the same command" in told


@pytest.mark.parametrize("source", ["nowhere", "README.md"])
def test_what_cannot_be_watched(call, source):
    done = call("watch", source)
    assert done.returncode == 2
    assert "is no URL and no folder" in done.stderr
