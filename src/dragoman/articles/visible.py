"""What a reader of a page sees, block by block, and what each block of the page's furniture is for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from . import boilerplate

_UNSEEN = frozenset(
    ("script", "style", "noscript", "template", "head", "svg", "iframe", "object", "math", "audio", "video", "canvas", "input", "textarea")
)
_INLINE = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd"),
        *("label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    )
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")
_OTHER = "not part of the article"

# The first rule that an element or one of its ancestors, from the inside out, answers to.
_BY_TAG = {
    "nav": "navigation",
    "figcaption": "caption",
    "table": "table",
    "footer": "page footer",
    "form": "form",
    "button": "button",
    "select": "form",
    "aside": "sidebar",
    "time": "date line",
}
_BY_NAME = tuple(
    (reason, re.compile(rf"(?:^|[\s_-])(?:{words})(?:$|[\s_-])", re.IGNORECASE))
    for reason, words in (
        ("share bar", r"share\w*|sharing|social\w*|addtoany\w*"),
        (
            "related links",
            r"related\w*|recommend\w*|read-?more|more-?(?:stories|news|on)|teasers?|trending|popular|most-?read|outbrain|taboola",
        ),
        ("comments", r"comments?|disqus\w*|respond|reply"),
        ("newsletter", r"newsletters?|subscri\w+|sign-?up|mailing"),
        ("cookie notice", r"cookies?\w*|consent|gdpr|privacy"),
        ("advertisement", r"ads?|advert\w*|sponsor\w*|promo\w*|banner"),
        ("caption", r"(?:wp-)?captions?(?:-text)?|credits?|photo-?credit"),
        ("byline", r"byline|authors?|by-?author"),
        ("date line", r"date|dateline|timestamp|published|posted-on|pubdate"),
        ("navigation", r"nav\w*|menu\w*|breadcrumbs?|pagination|masthead|topbar|skip-?link"),
        ("page footer", r"footer|site-?info|copyright|colophon"),
        ("sidebar", r"side-?bar|widgets?"),
        ("tags", r"tags?|topics?|categor\w+|kicker|section-?label"),
    )
)


@dataclass(frozen=True, slots=True)
class Block:
    """A run of visible text that no block element or line break divides, and its reason to go, should it be no part of the article."""

    text: str
    reason: str


def blocks(page: HtmlElement) -> list[Block]:
    """The visible blocks of a parsed page in order."""
    found: list[Block] = []
    run: list[str] = []
    holder = page

    def end() -> None:
        text = _BLANKS.sub(" ", "".join(run)).strip()
        if text:
            found.append(Block(text, reason_for(text, holder)))
        run.clear()

    for element, text, divides in _texts(page):
        if divides:
            end()
        if text.strip() and not "".join(run).strip():
            holder = element
        run.append(text)
    end()
    return found


def reason_for(text: str, element: HtmlElement) -> str:
    """Why a block of that text inside that element is no part of an article."""
    if reason := boilerplate.reason_for(text):
        return reason
    for holder in (element, *element.iterancestors()):
        if reason := _BY_TAG.get(holder.tag) or _named(holder):
            return reason
        if holder.tag == "header" and not any(outer.tag == "article" for outer in holder.iterancestors()):
            return "navigation"
        if holder.tag in ("article", "main", "body"):
            break
    return _OTHER


def _named(element: HtmlElement) -> str | None:
    names = " ".join(element.get(key, "") for key in ("class", "id", "role", "aria-label")).strip()
    return next((reason for reason, form in _BY_NAME if form.search(names)), None) if names else None


def _texts(element: HtmlElement) -> Iterator[tuple[HtmlElement, str, bool]]:
    """The texts of an element in order, each with the element that holds it and whether a block or a line begins before it."""
    if not isinstance(element.tag, str) or element.tag in _UNSEEN or "hidden" in element.attrib or _HIDDEN.search(element.get("style", "")):
        return
    divides = element.tag not in _INLINE
    yield element, element.text or "", divides
    for child in element:
        yield from _texts(child)
        yield element, child.tail or "", isinstance(child.tag, str) and child.tag not in _INLINE
    if divides:
        yield element, "", True
