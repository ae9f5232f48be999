"""Which words are the source and the medium: of one read too long the subject or name, of no source read the likeliest words."""

import numpy as np
import pytest

from dragoman.model.words import split
from dragoman.reading.cues import Cue
from dragoman.reading.frames import Frame
from dragoman.reading.statements import _kept, _outlet, likeliest, someone, subject


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("He welcomed the plan and", "He"),
        ("they march down the street", "they"),
        ("He and his aides", "He and his aides"),
        ("We all", "We all"),
        ("She", "She"),
        ("The leaders", "The leaders"),
        ("IT officials in Oslo", "IT officials in Oslo"),
    ],
)
def test_a_pronoun_stands_alone_where_no_more_of_its_phrase_follows(role: str, expected: str) -> None:
    words = split(role)
    first, last = subject(words, (0, len(words) - 1))
    assert words.text[words.spans[first, 0] : words.spans[last, 1]] == expected


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("It rained. Protesters, carrying placards asking for help, marched.", "carrying placards", "Protesters"),
        ("The two ministers, speaking in Oslo, said so.", "speaking in Oslo", "The two ministers"),
        ("In a hall that was full to the last of its seats, according ministers said so.", "according ministers", "according ministers"),
        ("One by one, mining companies, Patriot too, went.", "mining companies, Patriot too", "mining companies, Patriot too"),
        ("King, ruling since May, said so.", "King", "King"),
    ],
)
def test_a_participle_is_no_source_and_what_stands_before_it_is(text: str, role: str, expected: str) -> None:
    words = split(text)
    start = text.index(role)
    first, stop = words.covering(start, start + len(role))
    low, high = subject(words, (first, stop - 1))
    assert text[words.spans[low, 0] : words.spans[high, 1]] == expected


@pytest.mark.parametrize(
    ("likelihood", "expected"),
    [
        ([0.3, 0.4, 0.1, 0.0, 0.0], "The minister"),  # the words at least half as likely as the likeliest
        ([0.4, 0.1, 0.4, 0.0, 0.0], "The"),  # of two alike the first, not what lies between
        ([0.1, 0.14, 0.1, 0.0, 0.0], None),  # nobody is likely
        ([0.0, 0.2, 0.0, 0.0, 0.9], "minister"),  # the word of the cue is no source, however likely
        ([], None),
    ],
)
def test_where_no_source_was_read_it_is_the_likeliest_words(likelihood: list[float], expected: str | None) -> None:
    words = split("Now it rained. The minister came and said so.")
    frame = Frame({"cue": ((8, 8),)}, {}, {}, first=4, likelihood={"source": np.array(likelihood)})
    assert [" ".join(words.texts[first : last + 1]) for first, last in likeliest(words, frame)] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("Western pressure", False),
        ("the reaction of the minister", False),  # what is after the preposition is not its head
        ("the minister", True),
        ("a report on the visit", True),  # what is put out speaks
        ("Brussels", True),
    ],
)
def test_what_nobody_is_does_not_speak(role: str, expected: bool) -> None:
    words = split(role)
    assert someone(words, (0, len(words) - 1)) is expected


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("Wikinews interviewed", "Wikinews"),
        ("the New York Times quoted", "the New York Times"),
        ("NBC’s Today show", "NBC’s Today"),
        ("TV 24 reported", "TV 24"),  # a number belongs to a name
        ("a local newspaper", "a local newspaper"),  # without a name the words stay
        ("“Dawn”", "“Dawn"),  # what closes a quotation is no part of a name
    ],
)
def test_a_medium_ends_with_its_name(role: str, expected: str) -> None:
    words = split(role)
    first, last = _outlet(words, (0, len(words) - 1))
    assert role[words.spans[first, 0] : words.spans[last, 1]] == expected


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "kept"),
    [
        ("They are “going to come”, saying so.", "They", "saying", "going to come", False),  # whoever they are, not in their own words
        ("They will come, saying so.", "They", "saying", "will come", True),
        ("The experts and criticism that he spied.", "experts", "criticism", "he spied", False),  # the criticism is others'
        ("The experts and criticised that he spied.", "experts", "criticised", "he spied", True),
        ("The experts criticism that he spied.", "experts", "criticism", "he spied", True),
        ("Now numerous complaints about churches came.", "numerous", "complaints", "churches came", False),
    ],
)
def test_whom_no_labelling_had_for_sure_is_kept_where_the_cue_can_be_his(
    text: str, source: str, cue: str, content: str, kept: bool
) -> None:
    words = split(text)

    def part(quoted: str) -> tuple[int, int]:
        first, stop = words.covering(text.index(quoted), text.index(quoted) + len(quoted))
        return first, stop - 1

    likelihood = np.array([0.9 * (place == part(source)[0]) for place in range(len(words))])
    frame = Frame({"content": (part(content),)}, {}, {}, first=0, likelihood={"source": likelihood})
    assert _kept(words, Cue(part(cue), False, 0.9), frame) == ((part(source),) if kept else ())


@pytest.mark.parametrize(
    ("role", "expected"),
    [("The", None), ("The newspaper", "The newspaper"), ("The Times reporter", "The Times"), ("a local paper", "a local paper")],
)
def test_an_article_alone_names_no_medium(role: str, expected: str | None) -> None:
    words = split(role)
    found = _outlet(words, (0, len(words) - 1))
    assert (found and " ".join(words.texts[found[0] : found[1] + 1])) == expected
