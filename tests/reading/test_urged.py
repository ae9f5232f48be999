"""Whom a request asks, and what it asks of him."""

import pytest

from dragoman.model.words import Words, split
from dragoman.reading.drafts import Draft, Range
from dragoman.reading.urged import addressed


def part(words: Words, quoted: str) -> Range:
    start = words.text.index(quoted)
    first, stop = words.covering(start, start + len(quoted))
    return first, stop - 1


@pytest.mark.parametrize(
    ("text", "cue", "content", "asked", "left"),
    [
        ("The EU urged Ghana last week to hold the vote.", "urged", "Ghana last week to hold the vote", "Ghana", "to hold the vote"),
        ("The EU called on Ghana to hold it.", "called on", "Ghana to hold it", "Ghana", "Ghana to hold it"),
        (
            "They asked the two ministers on Sunday to resign.",
            "asked",
            "the two ministers on Sunday to resign",
            "the two ministers",
            "to resign",
        ),
        ("They asked him to go.", "asked", "him to go", "him", "him to go"),
        ("They said Ghana last week to hold it.", "said", "Ghana last week to hold it", None, "Ghana last week to hold it"),
        ("They asked if Ghana had to hold it.", "asked", "if Ghana had to hold it", None, "if Ghana had to hold it"),
        ("They urged restraint on roads to Accra.", "urged", "restraint on roads to Accra", None, "restraint on roads to Accra"),
    ],
)
def test_who_is_asked_is_spoken_to_and_a_time_between_is_not_asked(text: str, cue: str, content: str, asked: str | None, left: str) -> None:
    words = split(text)
    trigger = part(words, cue)
    found = addressed(words, Draft(trigger, False, trigger, (), (part(words, content),), (), (), "request", 0.9))
    assert [text[slice(*words.extent(*one))] for one in found.addressees] == ([asked] if asked else [])
    assert [text[slice(*words.extent(*one))] for one in found.content] == [left]


def test_one_who_was_read_elsewhere_gives_way() -> None:
    words = split("To Khan the EU, which urged Ghana and Togo last week to hold it, was unkind.")
    trigger, content = part(words, "urged"), part(words, "Ghana")
    draft = Draft(trigger, False, trigger, (), ((content[0], part(words, "hold it")[1]),), (part(words, "Ghana"),), (), "request", 0.9)
    assert addressed(words, draft).addressees == draft.addressees
    elsewhere = Draft(
        trigger, False, trigger, (), ((trigger[1] + 1, part(words, "hold it")[1]),), (part(words, "Khan"),), (), "request", 0.9
    )
    assert addressed(words, elsewhere) == elsewhere  # a list of names joined by "and" is left as it was read
    alone = split("To Khan the EU, which urged Ghana last week to hold it, was unkind.")
    cue = part(alone, "urged")
    read = Draft(cue, False, cue, (), (part(alone, "Ghana last week to hold it"),), (part(alone, "Khan"),), (), "request", 0.9)
    assert addressed(alone, read).addressees == (part(alone, "Ghana"),)
