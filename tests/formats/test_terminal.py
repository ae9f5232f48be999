"""The terminal view fits its width, says everything without colour, and lets no control character through."""

from __future__ import annotations

import dataclasses
import io
import re
import unicodedata

import pytest
from rich.console import Console

from dragoman.formats import terminal
from tests.formats.hostile import ATTACKS, hostile
from tests.formats.sample import RECORD
from tests.rebuild_goldens import shown


@pytest.mark.parametrize("width", [40, 80, 100, 120, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(map(len, shown(RECORD, width).split("\n"))) <= min(width, 120)


@pytest.mark.parametrize("width", range(100, 120, 3))
def test_the_table_of_events_loses_no_word(width: int) -> None:
    """It is no wider than the terminal, which would cut its last column."""
    longer = tuple(dataclasses.replace(one, name=f"{one.name} interparliamentary") for one in RECORD.actors)
    record = dataclasses.replace(RECORD, actors=longer, events=RECORD.events * 2)
    assert sorted(shown(record, width).split()) == sorted(shown(record, 300).split())


@pytest.mark.parametrize("width", [80, 120, 200])
def test_running_text_keeps_a_measure(width: int) -> None:
    bare = dataclasses.replace(RECORD, events=())
    assert max(map(len, shown(bare, width).split("\n"))) <= terminal.MEASURE


@pytest.mark.parametrize("width", [80, 120])
def test_everything_is_said_without_colour(width: int) -> None:
    view = " ".join(shown(RECORD, width).split())
    for piece in (
        "Count nears its end, ministry says",
        "7 March 2022 · The Sample Gazette",
        "election commission, as told by foreign ministry",
        "■ promise commission spokesperson, to news agency “We will publish the list,” … “It will be public.”",
        "doubtful, 31%",
        "✗ contradicted (roll call 12): 36 states abstained",
        "coastal state — neighbour — host state",
        "5 statements by 4 sources · 3 events · 1 vote · 1 tie · 0.50 s",
    ):
        assert piece in view


def test_inner_statements_are_indented_under_their_outer_one() -> None:
    lines = shown(RECORD, 80).split("\n")
    outer = next(line for line in lines if line.endswith("foreign ministry") and "told by" not in line)
    inner = next(line for line in lines if "as told by foreign ministry" in line)
    assert inner.index("■") == outer.index("■") + terminal.STEP


def test_sections_without_entries_are_left_out() -> None:
    view = shown(dataclasses.replace(RECORD, statements=(), events=(), votes=(), ties=()), 80)
    assert "No statement found." in view
    assert not any(title in view for title in ("Events", "Votes", "Ties"))


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_control_character_reaches_the_terminal(attack: str) -> None:
    view = shown(hostile(attack), 80)
    assert {char for char in view if unicodedata.category(char) in ("Cc", "Cs")} == {"\n"}
    assert not set(view) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_square_brackets_and_colons_are_words_not_markup() -> None:
    view = shown(hostile("[red]rich[/red] :smile: [link=https://example.org]x[/link]"), 120)
    assert "[red]rich[/red] :smile: [link=https://example.org]x[/link]" in view


@pytest.mark.parametrize("width", [80, 120])
def test_no_name_of_an_event_is_broken(width: int) -> None:
    """Names of up to seventeen letters stand whole in a column; what is longer is broken, never cut."""
    actors = tuple(dataclasses.replace(one, name=f"Christodoulides {'N' * 40}") for one in RECORD.actors)
    view = shown(dataclasses.replace(RECORD, actors=actors, statements=(), votes=(), ties=()), width)
    assert set(re.findall(r"Chr\w*", view)) == {"Christodoulides"}
    assert view.count("N") >= 40


def test_colour_is_used_on_a_terminal_that_has_it() -> None:
    out = io.StringIO()
    Console(file=out, width=80, force_terminal=True, color_system="standard", highlight=False).print(terminal.render(RECORD))
    assert "\x1b[3" in out.getvalue()
