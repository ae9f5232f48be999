"""Markdown becomes a draft: links, emphasis, headings and lists lose their marks; images, tables and code go.

CommonMark by markdown-it, with tables. A paragraph indented by four blanks is a paragraph, not code: articles are pasted that way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .characters import repair
from .cleaning import Piece, closing_links, cut, joined
from .dates import is_date
from .draft import Draft
from .front import take_byline, take_title

_PARSER = MarkdownIt("commonmark").enable("table").disable("code")
_FRONT = re.compile(r"---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL)
_FIELD = re.compile(r"^(title|date|outlet|publisher|url)[ \t]*:[ \t]*(\S.*)$", re.IGNORECASE | re.MULTILINE)
_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
_WIDEST_WRAP = 120  # where lines are longer, a line end is the author's and divides paragraphs


@dataclass(frozen=True, slots=True)
class Block:
    """A block of Markdown as plain text: its kind is `heading`, `text`, or the reason why it goes."""

    kind: str
    text: str


def draft(source: str) -> Draft:
    """The draft of a Markdown text, with the fields of its front matter. Its title is front matter's, else the heading it opens with."""
    front = _FRONT.match(source)
    fields = {name.lower(): value.strip().strip("\"'") for name, value in _FIELD.findall(front[1])} if front else {}
    heading, found = _pieces(blocks(source[front.end() :] if front else source))
    title = heading or fields.get("title")
    if title is None:
        title, found = take_title(found)
    day, found = take_byline(found)
    head = [Piece(repair(front[1]), "front matter")] if front else []
    body, removed = joined(head + found)
    own = fields.get("date", "")[:10]
    outlet = fields.get("outlet") or fields.get("publisher")
    return Draft(body, removed, fields.get("title") or title, own if is_date(own) else day, outlet, fields.get("url"))


def blocks(source: str) -> list[Block]:
    """The blocks of a Markdown text in order."""
    line_end = "\n" if max(map(len, source.splitlines()), default=0) > _WIDEST_WRAP else " "
    return [block for block in _walk(_PARSER.parse(source), line_end) if block.text.strip()]


def _pieces(found: Sequence[Block]) -> tuple[str | None, list[Piece]]:
    """The heading that opens the text, and the pieces of the blocks after it."""
    kept = [block for block in found if block.kind in ("heading", "text")]
    heading = kept[0] if len(kept) > 1 and kept[0].kind == "heading" else None
    rest = [block for block in found if block is not heading]
    parts = [
        part
        for block in rest
        for part in (cut(block.text) if block.kind in ("heading", "text") else [Piece(repair(block.text), block.kind)])
    ]
    return repair(heading.text) if heading else None, closing_links(parts)


def _walk(tokens: Sequence[Token], line_end: str) -> Iterator[Block]:
    kind, mark, table = "text", "", False
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            kind = "heading" if token.type == "heading_open" else "text"
        elif token.type in ("table_open", "table_close"):
            table = token.type == "table_open"
        elif token.type == "list_item_open":
            mark = f"{token.info}. " if token.info else ""
        elif token.type == "inline":
            yield Block("table" if table else kind, mark + _inline(token.children or [], line_end))
            yield from (Block("image", child.content) for child in token.children or [] if child.type == "image")
            mark = ""
        elif token.type == "fence":
            yield Block("code", token.content)
        elif token.type == "html_block":
            yield Block("text", _TAG.sub("\n", token.content))


def _inline(children: Sequence[Token], line_end: str) -> str:
    return "".join(_inline_text(child, line_end) for child in children)


def _inline_text(token: Token, line_end: str) -> str:
    if token.type in ("text", "text_special", "code_inline"):
        return token.content
    if token.type == "softbreak":
        return line_end
    return "\n" if token.type == "hardbreak" or token.content.lower().startswith("<br") else ""
