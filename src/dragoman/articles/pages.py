"""A page becomes a draft: text and metadata by trafilatura, what it left out by comparison with the visible page."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import groupby
from typing import Any

import trafilatura
from lxml import etree
from lxml.html import HtmlElement

from dragoman.errors import ArticleError
from dragoman.values import Removed

from . import visible
from .characters import repair
from .cleaning import closing_links, cut, joined
from .dates import is_date
from .draft import Draft
from .front import take_byline

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its warnings repeat what the ArticleError says
logging.getLogger("htmldate").setLevel(logging.CRITICAL)

_DATES = {"extensive_search": False, "original_date": True}  # a date found by guessing is worse than none
_FEWEST_WORDS = 8  # of one paragraph of an article: menus and notices have fewer
_WORD = re.compile(r"\w+")
_BLANKS = re.compile(r"\s+")
_FEWEST_CONTAINED = 25  # letters of a block that counts as kept because a paragraph holds it somewhere


def draft(source: str, name: str, url: str | None = None) -> Draft:
    """The draft of the page `source`, fetched from `url` if from anywhere.

    Raises ArticleError, with `name`, where the page holds no article.
    """
    seen = visible.blocks(_parse(source, name))
    found = _extract(source, url)
    paragraphs = list(_paragraphs(found.body)) if found is not None and found.body is not None else []
    title = _title(found) if found is not None else None
    kept = paragraphs[1:] if title and paragraphs and _same(paragraphs[0], title) else paragraphs
    day, pieces = take_byline(closing_links([piece for text in kept for piece in cut(text)]))
    body, cut_out = joined(pieces)
    if not any(len(_WORD.findall(text)) >= _FEWEST_WORDS for text in body.split("\n\n")):
        raise ArticleError(f"{name}: no article found in the page; save the article's text as .txt and read that")
    date = found.date if found.date and is_date(found.date) else day
    return Draft(body, (*_left_out(seen, paragraphs, title), *cut_out), title, date, found.sitename or None, url or found.url or None)


def _parse(source: str, name: str) -> HtmlElement:
    page = trafilatura.load_html(source)
    if page is None:
        raise ArticleError(f"{name}: is no page that can be read; give HTML or plain text")
    return page


def _extract(source: str, url: str | None) -> Any:
    """Trafilatura's document: first without tables, which hold figures and link lists; with them where the page is laid out in one."""
    for tables in (False, True):
        found: Any = trafilatura.bare_extraction(
            source, url=url, with_metadata=True, include_comments=False, include_tables=tables, date_extraction_params=dict(_DATES)
        )
        if found is not None and (found.text or "").strip():
            return found
    return None


def _paragraphs(body: etree._Element) -> Iterator[str]:
    """The paragraphs of trafilatura's tree: a text for each block element, divided again at line breaks."""
    run: list[str] = []
    for text, divides in _runs(body):
        if divides and run:
            yield from _flush(run)
        run.append(text)
    yield from _flush(run)


def _flush(run: list[str]) -> Iterator[str]:
    text = _BLANKS.sub(" ", "".join(run)).strip()
    run.clear()
    if text:
        yield text


def _runs(element: etree._Element) -> Iterator[tuple[str, bool]]:
    divides = element.tag not in ("hi", "ref", "del", "code", "graphic")
    yield element.text or "", divides
    for child in element:
        yield from _runs(child)
        yield child.tail or "", child.tag not in ("hi", "ref", "del", "code", "graphic")
    if divides:
        yield "", True


def _title(found: Any) -> str | None:
    """The page's title without the outlet's name after it."""
    title = repair(found.title or "").replace("\n", " ")
    if found.sitename:
        title = re.sub(rf"\s+[|–—·-]\s+{re.escape(found.sitename)}$", "", title)
    return title or None


def _left_out(seen: list[visible.Block], paragraphs: list[str], title: str | None) -> list[Removed]:
    """The visible blocks that are no part of the text nor its title, neighbours of one reason together."""
    keys, texts = [_key(block.text) for block in seen], [_key(text) for text in paragraphs]
    kept = _aligned(keys, texts) | {place for place, key in enumerate(keys) if key == _key(title or "") or _is_held(key, texts)}
    out = [block for place, block in enumerate(seen) if place not in kept]
    return [Removed("\n".join(block.text for block in group), reason) for reason, group in groupby(out, key=lambda block: block.reason)]


def _is_held(key: str, texts: list[str]) -> bool:
    """Whether a block stands in a paragraph, or most of it is one: trafilatura divides some blocks otherwise and drops links in others."""
    return len(key) >= _FEWEST_CONTAINED and any(key in text or (len(text) > len(key) / 2 and text in key) for text in texts)


def _aligned(page: list[str], text: list[str]) -> set[int]:
    """The places of the page's blocks that stand in the text, in its order."""
    matches = SequenceMatcher(None, page, text, autojunk=False).get_matching_blocks()
    return {place for match in matches for place in range(match.a, match.a + match.size)}


def _key(text: str) -> str:
    """A text by its letters and digits alone: trafilatura trims blanks and joins marks differently from a browser."""
    return "".join(_WORD.findall(text)).casefold()


def _same(text: str, other: str) -> bool:
    return _key(text) == _key(other)
