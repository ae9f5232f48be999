"""Markdown becomes plain text: the marks go, the words stay, what is no prose goes with a reason."""

import pytest

from dragoman.articles.markdown import draft

BODY = "The council met on Monday and adopted a text on the corridor."


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param(
            "The **council** *met* with the [union](https://u.example).", "The council met with the union.", id="emphasis and links"
        ),
        pytest.param("The `corridor` text &amp; its \\*notes\\*", "The corridor text & its *notes*", id="code, entities, escapes"),
        pytest.param("> The council met.\n> It agreed.", "The council met. It agreed.", id="quotation block, wrapped"),
        pytest.param("- one thing\n- another thing", "one thing\n\nanother thing", id="bullets"),
        pytest.param("1. one thing\n2. another thing", "1. one thing\n\n2. another thing", id="numbers stay"),
        pytest.param("One met.\n\n## Later\n\nTwo met.", "One met.\n\nLater\n\nTwo met.", id="headings"),
        pytest.param("    The council met.", "The council met.", id="an indented paragraph is no code"),
        pytest.param("The council<br>met <span>today</span>.", "The council met today.", id="inline HTML, a sentence goes on"),
        pytest.param("<p>The council met.</p>", "The council met.", id="HTML block"),
        pytest.param("One met.\n\n***\n\nTwo met.", "One met.\n\nTwo met.", id="rule"),
    ],
)
def test_markup_becomes_plain_text(source, text):
    assert draft(f"{BODY}\n\n{source}").text == f"{BODY}\n\n{text}"


def test_lines_that_are_whole_paragraphs_stay_apart():
    long = "The council met on Monday and adopted a text on the corridor that all parties had asked for, its secretariat said on Tuesday."
    assert draft(f"{long}\n{BODY}").text == f"{long}\n\n{BODY}"


@pytest.mark.parametrize(
    ("source", "removed"),
    [
        (f"{BODY}\n\n![the hall](hall.png)", ("the hall", "image")),
        (f"{BODY}\n\n| a | b |\n|---|---|\n| 1 | 2 |", ("a", "table")),
        (f"{BODY}\n\n```\nprint(1)\n```", ("print(1)", "code")),
        (f"{BODY}\n\n[Comments are closed.](#c)", ("Comments are closed.", "boilerplate")),
    ],
)
def test_what_is_no_prose_goes_with_a_reason(source, removed):
    found = draft(source)
    assert found.text == BODY
    assert (found.removed[0].text, found.removed[0].reason) == removed


def test_the_opening_heading_is_the_title():
    found = draft(f"# Council *adopts* text\n\n{BODY}")
    assert (found.title, found.text) == ("Council adopts text", BODY)


def test_front_matter_gives_title_date_outlet_and_address():
    found = draft(
        f'---\ntitle: "Council adopts text"\ndate: 2022-03-07T10:00:00\noutlet: The Courier\nurl: https://c.example/1\n---\n\n{BODY}'
    )
    assert (found.title, found.date, found.outlet, found.url) == ("Council adopts text", "2022-03-07", "The Courier", "https://c.example/1")
    assert found.text == BODY
    assert found.removed[0].reason == "front matter"
