"""Broken text is repaired without a change of words: characters, paragraphs and full stops."""

import pytest

from dragoman.articles.characters import repair
from dragoman.articles.paragraphs import paragraphs
from dragoman.articles.stops import mend


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        pytest.param("the\u00a0council\u202fmet", "the council met", id="non-breaking spaces"),
        pytest.param("the\u2003council\tmet  today", "the council met today", id="em space, tab, run of spaces"),
        pytest.param("\u202bthe council\u202c \u2067met\u2069", "the council met", id="bidi embeddings and isolates"),
        pytest.param("\ufeffthe coun\u00adcil\u200b met\u200d", "the council met", id="byte order mark, soft hyphen, zero width"),
        pytest.param("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour", id="line ends of all kinds"),
        pytest.param("one\u2029two", "one\n\ntwo", id="paragraph separator"),
        pytest.param("cafe\u0301", "caf\u00e9", id="NFC"),
        pytest.param("o\ufb03ce \ufb01rst", "office first", id="ligatures"),
        pytest.param("a\x00b\x07c", "abc", id="control characters"),
        pytest.param("half \ud800 pair", "half \ufffd pair", id="lone surrogate"),
        pytest.param("“We” 'they' «on» \"all\"", "“We” 'they' «on» \"all\"", id="quotation marks stay"),
        pytest.param(" one \n two ", "one\ntwo", id="blanks at line edges"),
    ],
)
def test_unseen_and_exotic_characters_are_repaired(broken, whole):
    assert repair(broken) == whole


WRAPPED = """\
The secretariat of the union said on Monday that it would send
observers to the border, after both governments had asked it to
do so in a joint letter.
The mission begins in May. It will report to the council of the
union every month, and its mandate runs for a year.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("One is here.\n\nTwo is here.", ["One is here.", "Two is here."], id="blank line divides"),
        pytest.param("One is here.\nTwo is here.", ["One is here.", "Two is here."], id="missing blank line: a paragraph a line"),
        pytest.param("The union\nwelcomed it.", ["The union welcomed it."], id="a sentence that goes on is one paragraph"),
        pytest.param("A long-\nterm plan.", ["A long-term plan."], id="a word broken at its hyphen"),
        pytest.param("pre-\nand post-war years", ["pre- and post-war years"], id="a hanging hyphen is no broken word"),
        pytest.param("• one item\n• another item", ["• one item", "• another item"], id="bullets stay apart"),
        pytest.param("“First,” it said.\n“second part", ["“First,” it said.", "“second part"], id="a stop at the line end divides"),
        pytest.param("\n\nOne.\n\n\n\nTwo.\n", ["One.", "Two."], id="many blank lines"),
    ],
)
def test_lines_become_paragraphs(text, expected):
    assert paragraphs(text) == expected


def test_lines_wrapped_by_hand_are_joined_and_a_short_line_ends_the_paragraph():
    first, second = paragraphs(WRAPPED)
    assert (first[:15], first[-15:]) == ("The secretariat", "a joint letter.")
    assert (second[:18], second[-16:]) == ("The mission begins", "runs for a year.")


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        pytest.param("quoted in English. . A newspaper wrote.", "quoted in English. A newspaper wrote.", id="stop doubled with a space"),
        pytest.param("the text.. The council", "the text. The council", id="stop doubled"),
        pytest.param("It ended. .", "It ended.", id="doubled at the end"),
        pytest.param("Well. . . perhaps", "Well. . . perhaps", id="spaced ellipsis stays"),
        pytest.param("Well... perhaps", "Well... perhaps", id="ellipsis stays"),
        pytest.param("after the war.The council met", "after the war. The council met", id="glued sentences"),
        pytest.param("to the talks.”The ministry", "to the talks.” The ministry", id="glued after a quotation"),
        pytest.param("it said.“We agree", "it said. “We agree", id="glued before a quotation"),
        pytest.param("„We agree.“ It went", "„We agree.“ It went", id="a closing mark of another language stays"),
        pytest.param("the U.S.Congress and Ph.D theses", "the U.S.Congress and Ph.D theses", id="abbreviations stay"),
        pytest.param("see www.Example.Com and info@ab.Example", "see www.Example.Com and info@ab.Example", id="addresses stay"),
        pytest.param("of .45 calibre. 5.5 per cent", "of .45 calibre. 5.5 per cent", id="figures stay"),
    ],
)
def test_full_stops_are_mended(broken, whole):
    assert mend(broken) == whole
    assert mend(whole) == whole
