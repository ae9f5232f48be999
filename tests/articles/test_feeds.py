"""RSS and Atom feeds name articles; what they say of them is kept, what is no article's address is not."""

from __future__ import annotations

import pytest

from dragoman.articles import feeds
from dragoman.articles.fetching import Fetched, Fetcher, Seen
from dragoman.errors import ArticleError, FetchError
from tests.articles.test_fetching import address, serving

RSS = b"""<?xml version="1.0"?>
<rss version="2.0"><channel><title>The &lt;b&gt;Gazette&lt;/b&gt;</title>
<item><title>Second</title><link>https://example.org/2#top</link><pubDate>Tue, 08 Mar 2022 10:00:00 GMT</pubDate></item>
<item><title>A file</title><link>file:///etc/hostname</link></item>
<item><title>A path</title><link>/etc/hostname</link></item>
<item><title>Nothing</title></item>
<item><title>First</title><link> https://example.org/1 </link><pubDate>Mon, 07 Mar 2022 23:30:00 -0500</pubDate></item>
<item><title>Undated</title><link>https://example.org/0</link></item>
</channel></rss>"""
ATOM = b"""<?xml version="1.0" encoding="utf-8"?><!-- made today -->
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/"><title>Atom</title>
<entry><title>Relative</title><link href="a/3"/><updated>2022-03-09T01:00:00Z</updated></entry></feed>"""


def listed(data: bytes) -> list[tuple]:
    found = feeds.parse(Fetched("https://example.org/feed", data, "application/xml"))
    return [(one.link, one.title, one.date) for one in found.articles]


def test_rss():
    """Oldest first, days in UTC; addresses on the web alone, since a feed is written by strangers."""
    path = ("https://example.org/etc/hostname", "A path", None)  # on the web, against the feed's own address
    dated = [("https://example.org/1", "First", "2022-03-08"), ("https://example.org/2", "Second", "2022-03-08")]
    assert listed(RSS) == [("https://example.org/0", "Undated", None), path, *dated]
    assert feeds.parse(Fetched("https://example.org/feed", RSS)).title == "The Gazette"


def test_atom():
    """Links are relative to the base; the stamp is the time of the change."""
    assert listed(ATOM) == [("https://example.org/a/3", "Relative", "2022-03-09")]
    assert feeds.parse(Fetched("https://example.org/feed", ATOM)).articles[0].stamp == "2022-03-09T01:00:00Z"


def test_bytes_are_never_a_path(tmp_path):
    """What a server sends is not opened as a file."""
    path = tmp_path / "secret.xml"
    path.write_bytes(RSS)
    with pytest.raises(ArticleError, match="is no RSS or Atom feed"):
        feeds.parse(Fetched("https://example.org/feed", str(path).encode()))


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (RSS, True),
        (ATOM, True),
        (b"\xef\xbb\xbf" + RSS, True),
        (b'<rdf:RDF xmlns="http://purl.org/rss/1.0/">', True),
        (b"<!doctype html><html><body><rss></rss></body></html>", False),
        (b"The feed of the day", False),
    ],
)
def test_feeds_are_known_by_their_beginning(data, found):
    assert feeds.is_feed(data) is found


def test_a_feed_is_fetched_only_where_it_changed():
    """The ETag comes back, is asked with, and the answer 304 has no body; a page is not mistaken for a feed."""
    with serving({"/feed": (200, {"Content-Type": "application/rss+xml", "ETag": '"7"', "Last-Modified": "then"}, RSS)}) as server:
        fetcher = Fetcher(allow_private=True, texts=feeds_and_pages())
        first = fetcher.fetch(address(server, "/feed"))
        assert (first.seen, first.same) == (Seen('"7"', "then"), False)
        server.answers["/feed"] = (304, {}, b"")
        again = fetcher.fetch(address(server, "/feed"), first.seen)
        assert (again.same, again.data) == (True, b"")
        server.answers["/feed"] = (200, {"Content-Type": "application/rss+xml"}, RSS)
        with pytest.raises(FetchError, match="is application/rss"):
            Fetcher(allow_private=True).fetch(address(server, "/feed"))


@pytest.mark.parametrize(("said", "wait"), [("120", 120.0), ("Mon, 07 Mar 2022 10:00:00 GMT", 0.0), ("soon", None), (None, None)])
def test_retry_after(said, wait):
    """What a server asks for goes with the error."""
    with serving({"/feed": (503, {"Retry-After": said}, b"")}) as server, pytest.raises(FetchError) as caught:
        Fetcher(allow_private=True).fetch(address(server, "/feed"))
    assert caught.value.wait == wait


def feeds_and_pages():
    from dragoman.articles.fetching import PAGES_AND_FEEDS

    return PAGES_AND_FEEDS
