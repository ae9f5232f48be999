"""Who was spoken to, and what it came through."""

import dataclasses

import pytest

from dragoman.model.words import Words
from dragoman.reading.drafts import Draft
from dragoman.reading.heard import heard, hearers
from dragoman.reading.stage import Stage, Voices
from tests.reading.made import draft, entity, part, stage

ROWS = [
    # the text, its cue; to whom and through what it was read, and to whom and through what it was said
    ("Sanchez told reporters in Oslo that it was over.", "told", "", "reporters in Oslo", "reporters in Oslo", ""),
    ("Sanchez told Reuters that it was over.", "told", "Reuters", "", "Reuters", "Reuters"),
    (
        "Sanchez told the Lisbon Herald it was over.",
        "told",
        "the Lisbon Herald",
        "the Lisbon Herald",
        "the Lisbon Herald",
        "the Lisbon Herald",
    ),
    ("Sanchez told the envoys that it was over.", "told", "the envoys", "", "the envoys", ""),
    ("In an interview given to CNN Sanchez said it was over.", "said", "", "CNN", "CNN", "CNN"),
    ("In a CNN interview Sanchez said it was over.", "said", "", "CNN", "CNN", "CNN"),
    ("Sanchez said it was over, CNN reported.", "said", "", "CNN", "", "CNN"),
    ("That was the interview. Sanchez said on CNN it was over.", "said", "", "CNN", "", "CNN"),  # of another sentence
]
READOUT = "Readout of President Sanchez’s Call with Prime Minister Costa"
MEETING = "Sanchez spoke with Costa. Sanchez stressed the alliance. Meloni stressed patience."


def text(words: Words, parts: tuple[tuple[int, int], ...]) -> str:
    return " and ".join(words.text[slice(*words.extent(*one))] for one in parts)


@pytest.mark.parametrize(("article", "cue", "to", "through", "told", "via"), ROWS)
def test_who_hears_it_and_what_it_comes_through(article: str, cue: str, to: str, through: str, told: str, via: str) -> None:
    words = stage(article, {}).words
    read = draft(words, "Sanchez", cue, "it was over", to or None)
    found = heard(words, dataclasses.replace(read, via=(part(words, through),) if through else ()))
    assert (text(words, found.addressees), text(words, found.via)) == (told, via)


def read(one: Stage, source: str, cue: str, content: str) -> tuple[Draft, Voices]:
    return draft(one.words, source, cue, content), Voices((entity(one, source),), (), ())


def people(one: Stage, title: str | None, *told: tuple[Draft, Voices]) -> list[list[str]]:
    """The names of those spoken to, of each statement."""
    found = hearers(one, [draft for draft, _ in told], [voices for _, voices in told], title)
    return [[one.entities[index].name(one.words) for index in voices.addressees] for voices in found]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (READOUT, ["Costa"]),
        ("Readout of the Meeting with Costa and Sanchez", []),  # nobody before the "with"
        ("Statement by President Sanchez on the Call with Prime Minister Costa", []),
        (None, []),
    ],
)
def test_what_one_says_at_a_meeting_is_said_to_the_other(title: str | None, expected: list[str]) -> None:
    one = stage(MEETING, {"Sanchez": "person", "Costa": "person", "Meloni": "person"})
    first, second = read(one, "Sanchez", "stressed", "the alliance"), read(one, "Meloni", "stressed patience", "patience")
    assert people(one, title, first, second) == [expected, []]


def test_the_title_may_name_one_by_a_family_name_that_comes_first() -> None:
    one = stage("Sanchez met Park Min-jun. Sanchez stressed the alliance.", {"Sanchez": "person", "Park Min-jun": "person"})
    title = "Readout from President Sanchez’s Meeting with President Park of Korea"
    assert people(one, title, read(one, "Sanchez", "stressed", "the alliance")) == [["Park Min-jun"]]


def test_what_both_say_is_said_to_neither() -> None:
    one = stage(MEETING, {"Sanchez": "person", "Costa": "person"})
    both = Voices((entity(one, "Sanchez"), entity(one, "Costa")), (), ())
    assert people(one, READOUT, (draft(one.words, "Sanchez", "stressed", "the alliance"), both)) == [[]]


INTERVIEW = "Sanchez told VOA it rained. Sanchez told VOA it snowed. “It is cold,” Sanchez told him."
CONTENTS = ("it rained", "it snowed", "It is cold", "it was hot")


def told(one: Stage, content: str, to: str | None) -> tuple[Draft, Voices]:
    """What Sanchez told, with its own "told", to whom and through whom."""
    number = [part(one.words, other)[0] for other in CONTENTS if other in one.words.text].index(part(one.words, content)[0])
    cue = [place for place in range(len(one.words)) if one.words.word(place) == "told"][number]
    named = (entity(one, to),) if to else ()
    said = Draft((cue, cue), False, (cue, cue), (part(one.words, "Sanchez"),), (part(one.words, content),), (), (), "assert", 0.9)
    return said, Voices((entity(one, "Sanchez"),), named, named)


def test_who_has_told_one_medium_twice_tells_its_reporter() -> None:
    one = stage(INTERVIEW, {"Sanchez": "person", "VOA": "organisation"})
    first, second = told(one, "it rained", "VOA"), told(one, "it snowed", "VOA")
    later = told(one, "It is cold", None)
    assert people(one, None, first, second, later)[-1] == ["VOA"]
    assert people(one, None, first, later)[-1] == []


def test_who_has_told_others_too_may_tell_anybody() -> None:
    one = stage(f"{INTERVIEW} Sanchez told CNN it was hot.", {"Sanchez": "person", "VOA": "organisation", "CNN": "organisation"})
    known = told(one, "it rained", "VOA"), told(one, "it was hot", "CNN")
    assert people(one, None, *known, told(one, "It is cold", None))[-1] == []
