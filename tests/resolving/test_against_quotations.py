"""A quotation is the same in another dress, altered by one word, or another's; what is not there is not called altered."""

from __future__ import annotations

import pytest

from dragoman.resolving.against.quotations import judged, quoted
from dragoman.resolving.against.report import Quotation
from dragoman.resolving.against.sought import Source
from dragoman.resolving.against.speakers import Spoken, same_actor
from dragoman.values import Actor, Article

QURESHI = Actor("a1", "Shah Mehmood Qureshi", "person", "PAK")
LAVROV = Actor("a2", "Sergei Lavrov", "person", "RUS")
THERE = (
    "Mr Qureshi was asked about the war. “We will not take part in any conflict but we’ll be partners of the United States in peace,” "
    "Shah Mehmood Qureshi told reporters. “The U.S. knows it,” he said, “and our friends in Moscow have always known it very well.”\n\n"
    "Sergei Lavrov answered: “Nobody has asked our Pakistani friends to take part in anything of the kind.”"
)
ELSEWHERE = (
    "The weather was fine on that day. Nobody took part in the conflict of the shepherds about the meadow, and peace was kept there."
)


def sources(*texts: str) -> list[Source]:
    return [Source(Article(f"s{number}", None, None, None, None, "en", str(number), text)) for number, text in enumerate(texts)]


def hear(source: Source) -> tuple[Spoken, ...]:
    """Qureshi speaks in the first paragraph, Lavrov in the second."""
    text = source.article.text
    middle = text.find("\n\n")
    return (Spoken(0, middle, (QURESHI,)), Spoken(middle, len(text), (LAVROV,))) if middle > 0 else ()


def verdict(quotation: str, speaker: Actor | None = QURESHI, *texts: str) -> Quotation:
    draft = f"It was said: {quotation} on Monday."
    said = (Spoken(0, len(draft), (speaker,)),) if speaker else ()
    (found,) = judged(draft, quoted(draft, said), sources(*(texts or (ELSEWHERE, THERE))), hear)
    return found


SAME = [
    pytest.param("“We will not take part in any conflict”", id="as it stands"),
    pytest.param('"we will not take part in any conflict,"', id="straight marks, small letter, a comma"),
    pytest.param("«We will not take part   in any\u00a0conflict»", id="other marks and spaces"),
    pytest.param("„we’ll be partners of the United States in peace!“", id="another apostrophe and final mark"),
    pytest.param("“We [the Pakistanis] will not take part in any conflict”", id="a bracketed insertion"),
    pytest.param("“[Pakistan] will not take part in any conflict”", id="a bracket for a word"),
    pytest.param("“[W]e will not take part in any conflict”", id="a bracketed letter"),
    pytest.param("“We will not take part … in peace”", id="an ellipsis"),
    pytest.param("“We will not take part [...] partners of the United States”", id="a bracketed ellipsis"),
    pytest.param("“The US knows it, and our friends in Moscow have always known it”", id="the reporter's words between left out"),
    pytest.param("“not take part in any conflict but we'll be partners”", id="a part of a sentence"),
    pytest.param("“in peace”", id="two words with a speaker"),
]


@pytest.mark.parametrize("quotation", SAME)
def test_the_same_words_in_another_dress_are_verbatim(quotation: str) -> None:
    found = verdict(quotation)
    assert (found.verdict, found.wrong, found.difference) == ("verbatim", False, ())
    assert [(one.id, one.same_speaker) for one in found.found] == [("s1", True)]


ALTERED = [
    pytest.param("“We will take part in any conflict but”", [("dropped", "", "not")], id="a word dropped"),
    pytest.param("“We will not ever take part in any conflict”", [("added", "ever", "")], id="a word added"),
    pytest.param("“We will not take part in this conflict”", [("exchanged", "this", "any")], id="a word exchanged"),
    pytest.param("“They will not take part in any conflict”", [("exchanged", "They", "We")], id="the first word exchanged"),
    pytest.param("“We will not take part … we’ll be friends of the United States”", [("exchanged", "friends", "partners")], id="behind …"),
]


@pytest.mark.parametrize(("quotation", "changes"), ALTERED)
def test_an_altered_quotation_is_shown_with_its_difference(quotation: str, changes: list[tuple[str, str, str]]) -> None:
    found = verdict(quotation)
    assert (found.verdict, found.wrong) == ("altered", True)
    assert [(one.change, one.draft, one.source) for one in found.difference if one.change not in ("same", "elided")] == changes


def test_a_part_that_the_source_lacks_is_an_addition() -> None:
    found = verdict("“We will not take part in any conflict … and bananas are yellow”")
    assert found.verdict == "altered"
    assert found.difference[-1].draft == "and bananas are yellow"


def test_the_difference_joins_to_the_quotation_and_to_the_source() -> None:
    found = verdict("“We will never ever take part in this conflict but we’ll be partners”")
    assert (
        " ".join(one.draft for one in found.difference if one.draft)
        == "We will never ever take part in this conflict but we’ll be partners"
    )
    there = " ".join(one.source for one in found.difference if one.source)
    assert there == "We will not take part in any conflict but we’ll be partners"


MISSING = [
    pytest.param("“We have decided to sell nothing to anybody this year”", id="other words"),
    pytest.param("“take part in the conflict of interest”", id="common words in another order of things"),
    pytest.param("“blue bananas”", id="two words"),
]


@pytest.mark.parametrize("quotation", MISSING)
def test_what_is_not_there_is_not_found(quotation: str) -> None:
    found = verdict(quotation)
    assert (found.verdict, found.wrong, found.found) == ("not_found", False, ())


def test_the_same_words_of_another_speaker_are_wrong() -> None:
    found = verdict("“Nobody has asked our Pakistani friends to take part in anything”")
    assert (found.verdict, found.wrong) == ("other_speaker", True)
    assert found.found[0].said_by == ("Sergei Lavrov",)
    assert "Sergei Lavrov" in (found.note or "")


def test_one_source_that_has_the_draft_s_speaker_settles_it() -> None:
    words = "Nobody has asked our Pakistani friends to take part in anything of the kind."
    other = f"Shah Mehmood Qureshi said: “{words}”\n\nThe rest is weather."
    assert verdict(f"“{words}”", QURESHI, THERE, other).verdict == "verbatim"


def test_free_quotations_are_checked_from_four_words() -> None:
    text = "The film “Blue Bananas” ran, and “we will never take part in any conflict” stood on a wall."
    (found,) = judged(text, quoted(text, ()), sources(THERE), hear)
    assert (found.speaker, found.verdict) == (None, "altered")


def test_no_text_and_no_quotation() -> None:
    assert quoted("", ()) == ()
    assert judged("He said “We will not take part”.", quoted("He said “We will not take part”.", ()), [], hear)[0].verdict == "not_found"


MINISTRY = Actor("a3", "the foreign ministry", "organisation", "PAK")
IDENTITIES = [
    pytest.param(QURESHI, Actor("b", "Qureshi", "person"), True, id="family name"),
    pytest.param(QURESHI, Actor("b", "Shah Mahmood Qureshi", "person"), True, id="another spelling"),
    pytest.param(QURESHI, LAVROV, False, id="two persons"),
    pytest.param(QURESHI, MINISTRY, None, id="a minister and a ministry"),
    pytest.param(QURESHI, Actor("b", "the minister", "person", "PAK"), None, id="a description"),
    pytest.param(MINISTRY, LAVROV, False, id="of two states"),
    pytest.param(Actor("b", "Russia", "state", "RUS"), Actor("c", "Moscow", "state", "RUS"), True, id="one state"),
    pytest.param(Actor("b", "George Bush", "person"), Actor("c", "Laura Bush", "person"), None, id="of one family: open"),
]


@pytest.mark.parametrize(("one", "other", "expected"), IDENTITIES)
def test_who_is_the_same_actor(one: Actor, other: Actor, expected: bool | None) -> None:
    assert same_actor(one, other) is expected
    assert same_actor(other, one) is expected


def test_the_first_word_is_set_against_its_nearest_place() -> None:
    there = "Hamza was known to many people of the town. They say: “Hamza bin Ladin, a member of the group, was killed in the region.”"
    found = verdict("“Hamza Ladin, a member of the group, was killed in the region”", None, there)
    assert [(one.change, one.source) for one in found.difference if one.change != "same"] == [("dropped", "bin")]


def test_a_parenthesis_of_the_source_does_not_stand_for_the_draft_s_words() -> None:
    assert (
        verdict("“What is so for me”", None, "The doctor answered ((NM; Naomi Martisius)) So.  For me it is the same.").verdict
        == "not_found"
    )
    assert verdict("“We will go home today”", None, "He said: “We will (all of us) go home today.”").verdict == "verbatim"
