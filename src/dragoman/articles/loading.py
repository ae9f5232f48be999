"""One article from wherever it lies."""

from __future__ import annotations

import hashlib
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import ArticleError
from dragoman.values import Article, Removed

from . import decoding, limits, plain
from .characters import repair
from .draft import Draft
from .given import Given
from .language import require_english

if TYPE_CHECKING:
    from .fetching import Fetched, Fetcher

# Pages, Markdown and fetching bring libraries that a plain text does not need: they are imported where they are used (cold start).

_URL = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_PAGE_FILES = (".html", ".htm", ".xhtml")
_MARKDOWN_FILES = (".md", ".markdown")
_LONGEST_ID = 100


def load(source: str, given: Given | None = None, fetcher: Fetcher | None = None) -> Article:
    """The article at `source`: a path (.txt, .md, .html), an http or https URL, or `-` for standard input.

    What is `given` overrules what the article says of itself. Raises ArticleError, naming `source`, where there is no English article of at
    most 200,000 words to be read, and its FetchError where a URL cannot be fetched.
    """
    given = given or Given()
    if source == "-":
        return _checked(source, "stdin", _draft(_from_stdin(), "stdin", ""), given)
    if _URL.match(source):
        from .fetching import Fetcher

        return load_page((fetcher or Fetcher()).fetch(source), source, given)
    return _checked(source, Path(source).stem, _draft(_from_file(source), source, Path(source).suffix.lower()), given)


def load_page(fetched: Fetched, source: str, given: Given | None = None) -> Article:
    """The article of a page that was fetched; `source` is the address that was asked for. Raises ArticleError where there is none."""
    kind = {"text/plain": ".txt", "text/markdown": ".md", "text/x-markdown": ".md"}.get(fetched.media_type or "", "")
    draft = _draft(fetched.data, source, kind, declared=fetched.encoding, url=fetched.url)
    return _checked(source, slug(fetched.url), draft, given or Given())


def is_url(source: str) -> bool:
    """Whether `source` is an address and no path."""
    return bool(_URL.match(source))


def _checked(source: str, identifier: str, draft: Draft, given: Given) -> Article:
    limits.require_length(draft.text, source)
    require_english(draft.text, source)
    return _article(identifier, draft, given)


def _article(identifier: str, draft: Draft, given: Given) -> Article:
    own_title, own_outlet = (repair(value).replace("\n", " ") if value else None for value in (draft.title, draft.outlet))
    digest = hashlib.sha256(draft.text.encode()).hexdigest()
    title, date, outlet = given.title or own_title or None, given.date or draft.date, given.outlet or own_outlet or None
    overruled = (Removed(own_title, "title"),) if own_title and own_title != title else ()
    return Article(identifier, title, date, outlet, draft.url, "en", digest, draft.text, overruled + draft.removed)


def _from_stdin() -> bytes:
    data = sys.stdin.buffer.read(limits.MOST_BYTES + 1)
    if len(data) > limits.MOST_BYTES:
        raise limits.too_long("-", f"over {limits.MOST_BYTES >> 20} MiB")
    return data


def _from_file(source: str) -> bytes:
    path = Path(source)
    if source.lower().endswith((".jsonl", ".jsonl.gz")):
        raise ArticleError(f"{source}: is a corpus, not one article; read it as a corpus")
    try:
        if path.is_dir():
            raise ArticleError(f"{source}: is a directory; give a file, or a .jsonl corpus")
        with path.open("rb") as file:
            data = file.read(limits.MOST_BYTES + 1)
    except FileNotFoundError:
        raise ArticleError(f"{source}: no such file; check the path") from None
    except (OSError, ValueError) as error:
        raise ArticleError(
            f"{source}: cannot be read ({getattr(error, 'strerror', None) or error}); check the path and its permissions"
        ) from None
    if len(data) > limits.MOST_BYTES:
        raise limits.too_long(source, f"over {limits.MOST_BYTES >> 20} MiB")
    return data


def _draft(data: bytes, name: str, suffix: str, declared: str | None = None, url: str | None = None) -> Draft:
    """The draft of some bytes: a page, Markdown or plain text by `suffix`, else by what they look like."""
    written = suffix == ".txt" or suffix in _MARKDOWN_FILES
    text = decoding.decode(data, name, declared or (None if written else decoding.declared_in_page(data)))
    if suffix in _PAGE_FILES or (suffix not in _MARKDOWN_FILES and _PAGE.match(text[:4096])):
        from . import pages

        return pages.draft(text, name, url)
    text = decoding.undo_entities(text)
    limits.require_length(text, name)
    if suffix in _MARKDOWN_FILES:
        from . import markdown

        draft = markdown.draft(text)
    else:
        draft = plain.draft(text)
    return replace(draft, url=url or draft.url)


def slug(url: str) -> str:
    """An id for the page at `url`: host, path and query in small letters, digits and hyphens; a long one is cut and gets a digest."""
    words = re.sub(r"[^a-z0-9]+", "-", url.split("://", 1)[-1].lower()).strip("-")
    if len(words) <= _LONGEST_ID:
        return words
    return f"{words[:_LONGEST_ID].rstrip('-')}-{hashlib.sha256(url.encode()).hexdigest()[:8]}"
