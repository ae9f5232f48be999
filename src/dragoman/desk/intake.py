"""What people hand in, a text, an address or a file, as something that gives an article."""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from dragoman.articles import Given, load
from dragoman.articles.fetching import Fetcher
from dragoman.errors import ArticleError, UsageError
from dragoman.values import Article

SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml")
WEB = re.compile(r"https?://\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Intake:
    """One of text, address and file, and what is known of it. An address beside a text says where the text comes from."""

    given: Given
    text: str = ""
    url: str = ""
    file: bytes = b""
    file_name: str = ""

    def name(self) -> str:
        """What to call it while it is being read."""
        return self.given.title or self.file_name or self.url or "The pasted text"

    def loader(self, fetcher: Fetcher) -> Callable[[], Article]:
        """A function that gives the article. Raises UsageError where nothing was handed in, or an address is none."""
        url = self.url.strip()
        if url and not WEB.fullmatch(url):
            raise UsageError(f"{url}: is no address; write it as https://host/path")
        if self.file:
            suffix = Path(self.file_name).suffix.lower()
            if suffix not in SUFFIXES:
                raise UsageError(f"{self.file_name}: is no kind of file that is read; give one of {', '.join(SUFFIXES)}")
            return lambda: _named(_from_bytes(self.file, self.file_name, suffix, self.given), Path(self.file_name).stem, url)
        if self.text.strip():
            return lambda: _named(_from_bytes(self.text.encode("utf-8", "replace"), "the pasted text", ".txt", self.given), "pasted", url)
        if url:
            return lambda: load(url, self.given, fetcher)
        raise UsageError("nothing was handed in; paste a text, give an address, or choose a file")


def _from_bytes(data: bytes, name: str, suffix: str, given: Given) -> Article:
    with tempfile.TemporaryDirectory(prefix="dragoman-") as folder:
        path = Path(folder) / f"article{suffix}"
        path.write_bytes(data)
        try:
            return load(str(path), given)
        except ArticleError as error:
            raise ArticleError(str(error).replace(str(path), name)) from None


def _named(article: Article, stem: str, url: str) -> Article:
    """The article under its address, else under its title and date, or the beginning of its text's digest where it has no title."""
    words = re.sub(r"[^a-z0-9]+", "-", (article.title or "").lower()).strip("-")[:60].strip("-")
    if words:
        identifier = f"{article.date}-{words}" if article.date else words
    else:
        digest = hashlib.sha256(article.text.encode()).hexdigest()[:12]
        identifier = f"{re.sub(r'[^A-Za-z0-9_-]+', '-', stem).strip('-')[:60] or 'article'}-{digest}"
    return replace(article, id=identifier, url=url or article.url)
