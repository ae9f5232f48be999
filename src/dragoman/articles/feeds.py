"""Feeds: the articles that an RSS or Atom feed names, as feedparser reads it."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag

from dragoman.errors import ArticleError

if TYPE_CHECKING:
    from .fetching import Fetched

MOST = 1_000
"""Articles that are taken from one answer of a feed, the newest."""

_FEED = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<\?xml-stylesheet[^>]*>\s*)*<(?:rss|feed|rdf:RDF)\b", re.DOTALL)
_WEB = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Listed:
    """An article that a feed names: its address, title and day of publication, and a `stamp` that differs when the feed says it changed."""

    link: str
    title: str | None = None
    date: str | None = None
    stamp: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed is called and the articles that it names, the oldest first."""

    title: str | None
    articles: tuple[Listed, ...]


def is_feed(data: bytes) -> bool:
    """Whether the bytes begin as RSS or Atom does."""
    return bool(_FEED.match(data.removeprefix(b"\xef\xbb\xbf")[:4096]))


def parse(fetched: Fetched) -> Feed:
    """The feed that was fetched. Links that are no web addresses are left out. Raises ArticleError where it is no feed."""
    try:
        import feedparser
    except ImportError as error:
        raise ArticleError(f"{fetched.url}: feeds need feedparser; install it with: pip install 'dragoman[record]'") from error
    headers = {"content-location": fetched.url, "content-type": f"{fetched.media_type or 'application/xml'}{_charset(fetched)}"}
    found = feedparser.parse(io.BytesIO(fetched.data), response_headers=headers)  # bytes themselves would be tried as a path
    if not found.version:
        raise ArticleError(f"{fetched.url}: is no RSS or Atom feed; give the address of one, or of an article")
    listed = (_listed(entry) for entry in found.entries[:MOST])
    newest_first = {one.link: one for one in listed if one is not None}
    oldest_first = list(newest_first.values())[::-1]
    return Feed(_line(found.feed.get("title")), tuple(sorted(oldest_first, key=lambda one: one.date or "")))


def _listed(entry: Any) -> Listed | None:
    link = urldefrag((entry.get("link") or "").strip()).url
    if not _WEB.match(link):
        return None
    published, changed = (name if name in entry else None for name in ("published", "updated"))
    day = entry.get(f"{published or changed}_parsed")
    date = f"{day.tm_year:04}-{day.tm_mon:02}-{day.tm_mday:02}" if day else None
    return Listed(link, _line(entry.get("title")), date, entry.get(changed or published or "id", ""))


def _line(text: str | None) -> str | None:
    """A text on one line without markup; None where it is blank."""
    return " ".join(re.sub(r"<[^>]*>", "", text or "").split()) or None


def _charset(fetched: Fetched) -> str:
    return f"; charset={fetched.encoding}" if fetched.encoding else ""
