"""Turns of transcripts and interviews: what is said under which label, and by whom to whom."""

from __future__ import annotations

import numpy as np
import pytest

from dragoman.model.words import split
from dragoman.reading.cast import assemble
from dragoman.reading.dialogue import dialogue
from dragoman.reading.stage import Stage
from dragoman.reading.turns import turns
from tests.reading.test_cast import found


def people(text: str, names: dict[str, str]) -> frozenset[int]:
    return frozenset(place for name in found(text, names) if name.kind == "person" for place in range(name.words[0], name.words[1] + 1))


def read(text: str, names: dict[str, str]) -> list[tuple[str, str, bool]]:
    words = split(text)
    shown = lambda part: words.text[slice(*words.extent(*part))]  # noqa: E731
    return [
        (shown(turn.label) if turn.label else "", " / ".join(map(shown, turn.content)), turn.asks)
        for turn in turns(words, people(text, names))
    ]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        # Letters and an office, as in a briefing
        (
            "QUESTION: Will you go?\n\nMr Price: We have not decided yet.\n\nQ: When will you?\n\nA. Soon enough.",
            {},
            [
                ("QUESTION", "Will you go?", True),
                ("Mr Price", "We have not decided yet.", False),
                ("Q", "When will you?", True),
                ("A", "Soon enough.", False),
            ],
        ),
        # The bare Q of the White House, what happens meanwhile, and an interpreter
        (
            "Q Is America back?\n\nPRESIDENT MACRON: (As interpreted.) Definitely.\n\n(Laughter.)\n\nWe are glad.\n\n3:03 P.M. BST",
            {},
            [("Q", "Is America back?", True), ("PRESIDENT MACRON", "Definitely. / We are glad.", False)],
        ),
        # Wikinews, and a request without a question mark by one who asks
        (
            "((WN))  Why?\n\n((Ann Lee))  Because.\n\n((WN)) : How so?\n\n((Ann Lee))  It is.\n\n((WN))  Tell us more.",
            {},
            [
                ("WN", "Why?", True),
                ("Ann Lee", "Because.", False),
                ("WN", "How so?", True),
                ("Ann Lee", "It is.", False),
                ("WN", "Tell us more.", True),
            ],
        ),
        # Answers without a label
        (
            "Q: Will you go?\n\nI will, and soon.\n\nQ: Why?",
            {},
            [("Q", "Will you go?", True), ("", "I will, and soon.", False), ("Q", "Why?", True)],
        ),
        # Names that were bold on the page, their letters after the first time
        (
            "((WN))  Who are you?\n\nAnn Lee I study ice.\n\n((WN))  Why?\n\nAL The ice melts.\n\nAL We fear that.",
            {"Ann Lee": "person"},
            [
                ("WN", "Who are you?", True),
                ("Ann Lee", "I study ice.", False),
                ("WN", "Why?", True),
                ("AL", "The ice melts.", False),
                ("AL", "We fear that.", False),
            ],
        ),
        # Prose between two turns is the article's
        (
            "TAPPER: Why not?\n\nLEE: We said no.\n\nThe ads went on.\n\nTAPPER: Will you debate?",
            {"TAPPER": "person", "LEE": "person"},
            [("TAPPER", "Why not?", True), ("LEE", "We said no.", False), ("TAPPER", "Will you debate?", True)],
        ),
    ],
)
def test_turns(text: str, names: dict[str, str], expected: list[tuple[str, str, bool]]) -> None:
    assert read(text, names) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Clinton: Our goal is peace.\n\nNobody answered her.",  # one line alone
        "WHAT: A summit.\n\nWHERE: Geneva.\n\nContact: The press office.",  # a form
        "Image: Nicholas Moreau.\n\nImage: Nicholas Moreau.",  # captions
        "A. First the talks.\n\nA. Then the vote.",  # a list without a question
    ],
)
def test_no_turns(text: str) -> None:
    assert read(text, {"Clinton": "person", "Nicholas Moreau": "person"}) == []


def voices(text: str, names: dict[str, str], title: str, outlet: str | None) -> list[tuple[str, ...]]:
    """Of each turn who speaks, to whom and through whom, "" where nobody is known."""
    words, mentions = split(text), found(text, names)
    stage = Stage(words, mentions, list(assemble(words, mentions)), None, (), lambda _, others: np.full(len(others), -1.0))
    said = turns(words, people(text, names))
    heard = dialogue(stage, said, title, outlet)
    shown = lambda some: " ".join(stage.entities[index].name(words) for index in some)  # noqa: E731
    return [tuple(shown(part) for part in (one.sources, one.addressees, one.via)) for one in (heard[turn.trigger[0]] for turn in said)]


INTERVIEW = "Biden spoke with Grunwald.\n\nQ: Will you run?\n\nA: I will not."


@pytest.mark.parametrize(
    ("text", "names", "title", "outlet", "expected"),
    [
        # The title says who answers; the medium asks
        (
            INTERVIEW,
            {"Biden": "person", "Grunwald": "person"},
            "Q&A with Vice President Joe Biden",
            "Politico",
            [("Politico", "Biden", ""), ("Biden", "Politico", "Politico")],
        ),
        # In the title alone
        ("Q: Will you run?\n\nA: I will not.", {}, "Interview with Ann Lee", None, [("", "Ann Lee", ""), ("Ann Lee", "", "")]),
        # The introduction says with whom
        (
            "Ann Lee beat Bob Ray. We spoke with Lee in May.\n\nQ: Why?\n\nA: I ran well.",
            {"Ann Lee": "person", "Bob Ray": "person", "Lee": "person"},
            "After the race",
            None,
            [("", "Ann Lee", ""), ("Ann Lee", "", "")],
        ),
        # Two could be meant
        (
            "Ann Lee met Bob Ray.\n\nQ: Why?\n\nA: I ran.",
            {"Ann Lee": "person", "Bob Ray": "person"},
            "A race",
            None,
            [("", "", ""), ("", "", "")],
        ),
        # At a briefing nobody known asks; names in capitals are shown as names
        (
            "Q How are you?\n\nPRESIDENT MACRON: I am well.",
            {"MACRON": "person"},
            "Remarks Before Meeting",
            "The White House",
            [("", "Macron", ""), ("Macron", "", "")],
        ),
        # The letters of the medium and of a person
        (
            "((WN))  Who are you, Ann Lee?\n\n((AL))  I study ice.",
            {"Ann Lee": "person"},
            "Ice",
            "Wikinews",
            [("Wikinews", "Ann Lee", ""), ("Ann Lee", "Wikinews", "Wikinews")],
        ),
    ],
)
def test_voices(text: str, names: dict[str, str], title: str, outlet: str | None, expected: list[tuple[str, ...]]) -> None:
    assert voices(text, names, title, outlet) == expected
