"""The Markdown, read by a parser, holds the words of the record and nothing that outside text has made of it."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from dragoman.formats import markdown, printable
from tests.formats.hostile import ATTACKS, hostile
from tests.formats.sample import RECORD

PARSER = MarkdownIt("commonmark").enable("table").enable("strikethrough")
STRUCTURE = {"heading_open", "bullet_list_open", "list_item_open", "blockquote_open", "table_open", "tr_open", "td_open", "th_open", "hr"}


def tokens(text: str) -> list[Token]:
    return [token for block in PARSER.parse(text) for token in (block, *(block.children or ()))]


def structure(text: str) -> list[str]:
    return [token.type for token in tokens(text) if token.type in STRUCTURE]


@pytest.mark.parametrize("attack", ATTACKS)
def test_outside_text_makes_no_markup(attack: str) -> None:
    """The hostile record has the structure of the harmless one: no heading, list, row, link, picture, code or HTML more."""
    text = markdown.render(hostile(attack))
    assert structure(text) == structure(markdown.render(hostile("harmless")))
    assert {token.type for token in tokens(text)} & {
        "html_inline",
        "html_block",
        "link_open",
        "image",
        "code_inline",
        "fence",
        "code_block",
        "s_open",
    } == set()


@pytest.mark.parametrize("attack", ATTACKS)
def test_outside_text_is_shown_as_the_words_that_it_is(attack: str) -> None:
    heading = next(token for token in PARSER.parse(markdown.render(hostile(attack))) if token.type == "inline")
    shown = "".join(child.content for child in heading.children or ())
    assert shown.split() == printable.line(attack).split()


OPENINGS = ["- item", "+ item", "1. one", "23) two", "# heading", "> quote", ": term", "    code", "---", "==="]


@pytest.mark.parametrize("opening", OPENINGS)
def test_no_line_opens_a_block(opening: str) -> None:
    blocks = [token.type for token in PARSER.parse(markdown.escape(opening))]
    assert blocks == ["paragraph_open", "inline", "paragraph_close"]


def test_inner_statements_are_items_of_the_outer_one() -> None:
    nested = [token.level for token in PARSER.parse(markdown.render(RECORD)) if token.type == "list_item_open"]
    assert nested[:5] == [1, 3, 1, 1, 1]


def test_a_url_is_a_link_only_to_the_web() -> None:
    assert "<https://example.org/count>" in markdown.render(RECORD)
    assert "<javascript" not in markdown.render(hostile("x"))
