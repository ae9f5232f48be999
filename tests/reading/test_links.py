"""Who a description or a pronoun stands for, with a judge that prefers the nearest mention, or none."""

from dataclasses import replace

import numpy as np
import pytest

from dragoman.model.words import split
from dragoman.reading import descriptions
from dragoman.reading.actors import cast_roles
from dragoman.reading.cast import assemble
from dragoman.reading.drafts import Draft
from dragoman.reading.mentions import Mention
from dragoman.reading.stage import Speech, Stage
from tests.reading.test_cast import found


def nearest(_: Mention, antecedents) -> np.ndarray:
    return np.arange(1.0, len(antecedents) + 1)


def nobody(_: Mention, antecedents) -> np.ndarray:
    return np.full(len(antecedents), -1.0)


def stage(text: str, names: dict[str, str], judged=nearest) -> Stage:
    words = split(text)
    mentions = found(text, names)
    return Stage(words, mentions, list(assemble(words, mentions)), None, (), judged)


def role(words, given: str) -> tuple[int, int]:
    start = words.text.rindex(given)
    first, stop = words.covering(start, start + len(given))
    return first, stop - 1


def draft(one: Stage, given: str) -> Draft:
    place = role(one.words, given)
    return Draft(place, False, place, (place,), ((len(one.words) - 1, len(one.words) - 1),), (), (), "assert", 0.9)


def speakers(one: Stage, given: str) -> list[str]:
    (voices,) = cast_roles(one, (draft(one, given),), (None,))
    return [one.entities[index].name(one.words) for index in voices.sources]


NAMES = {"Sergei Lavrov": "person", "Kamala Harris": "person", "Yoon Suk Yeol": "person", "State Department": "organisation"}
ROWS = [
    # case, text, the words of the source, who it is
    ("office", "Foreign Minister Sergei Lavrov met Kamala Harris. The minister", "The minister", ["Sergei Lavrov"]),
    (
        "office of one of two",
        "Vice President Kamala Harris met President Yoon Suk Yeol. The Vice President",
        "The Vice President",
        ["Kamala Harris"],
    ),
    (
        "the president is no vice president",
        "President Yoon Suk Yeol met Vice President Kamala Harris. The President",
        "The President",
        ["Yoon Suk Yeol"],
    ),
    ("both", "Vice President Kamala Harris met President Yoon Suk Yeol. The leaders", "The leaders", ["Kamala Harris", "Yoon Suk Yeol"]),
    (
        "both of three",
        "Vice President Kamala Harris met President Yoon Suk Yeol and Sergei Lavrov. Both sides",
        "Both sides",
        ["Both sides"],
    ),
    ("an article alone", "Vice President Kamala Harris told several. The", "The", []),
    ("who is behind by", "Vice President Kamala Harris met by President Yoon Suk Yeol.", "by President Yoon Suk Yeol", ["Yoon Suk Yeol"]),
    (
        "joined descriptions",
        "Vice President Kamala Harris met President Yoon Suk Yeol. The Vice President and the President",
        "The Vice President and the President",
        ["Kamala Harris", "Yoon Suk Yeol"],
    ),
    (
        "whose office",
        "Russian Foreign Minister Sergei Lavrov met Pakistani Foreign Minister Kamala Harris. Russia’s foreign minister",
        "Russia’s foreign minister",
        ["Sergei Lavrov"],
    ),
    (
        "an office of somebody else",
        "Russian Foreign Minister Sergei Lavrov came. Pakistan’s foreign minister",
        "Pakistan’s foreign minister",
        ["Pakistan’s foreign minister"],
    ),
    (
        "counterpart",
        "Russian Foreign Minister Sergei Lavrov met Kamala Harris. His Russian counterpart",
        "His Russian counterpart",
        ["Sergei Lavrov"],
    ),
    ("body by its noun", "The State Department and Kamala Harris. The department", "The department", ["State Department"]),
    ("relative pronoun", "Kamala Harris met Sergei Lavrov, who", "who", ["Sergei Lavrov"]),
    ("what is which is no person", "Kamala Harris met Sergei Lavrov, which", "which", []),
    ("indefinite description introduces someone", "Kamala Harris came. A minister", "A minister", ["minister"]),
    ("pronoun takes a person", "Kamala Harris called the State Department. She", "She", ["Kamala Harris"]),
]


@pytest.mark.parametrize(("text", "given", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_who_is_meant(text: str, given: str, expected: list[str]) -> None:
    names = {name: kind for name, kind in NAMES.items() if name in text}
    assert speakers(stage(text, names), given) == expected


def test_where_the_judge_finds_nobody_a_pronoun_stands_for_nobody() -> None:
    assert speakers(stage("Kamala Harris came. She", {"Kamala Harris": "person"}, nobody), "She") == []


def test_a_pronoun_can_point_at_a_description_that_was_no_entity() -> None:
    text = "Hundreds of protesters came. They"
    one = stage(text, {})
    protesters = Mention((2, 2), 2, "description", "group")
    one.others = (protesters,)
    assert speakers(one, "They") == ["protesters"]


@pytest.mark.parametrize(
    ("text", "described", "expected"),
    [
        ("Kamala Harris came. Now she's the president's equal. She", "the president's equal", ["Kamala Harris"]),
        ("Kamala Harris came. Yesterday it was a candidate. She", "a candidate", ["Kamala Harris"]),
        ("Kamala Harris came. Then a candidate called. She", "a candidate", ["candidate"]),
    ],
)
def test_what_someone_is_said_to_be_is_no_antecedent(text: str, described: str, expected: list[str]) -> None:
    one = stage(text, {"Kamala Harris": "person"})
    first, last = role(one.words, described)
    one.others = (Mention((first, last), last, "description", "person"),)
    assert speakers(one, "She") == expected


def test_two_is_said_of_plurals_alone() -> None:
    words = split("The leaders and the leader spoke")
    assert descriptions.speaks_of_two(words, Mention((0, 1), 1, "description", "group"))
    assert not descriptions.speaks_of_two(words, Mention((3, 4), 4, "description", "person"))


def test_the_report_is_the_one_that_was_described_before_not_the_body_that_the_judge_prefers() -> None:
    one = stage("A congressional report blamed the State Department. The report", {"State Department": "organisation"})
    first, second = cast_roles(one, (draft(one, "A congressional report"), draft(one, "The report")), (None, None))
    assert second.sources == first.sources
    assert one.entities[first.sources[0]].name(one.words) == "congressional report"


def test_a_description_that_is_read_twice_is_one() -> None:
    one = stage("Western missions in Pakistan had urged the host country. They", {})
    short, long = Mention((0, 1), 1, "description", "group"), Mention((0, 3), 1, "description", "group")
    assert one.find(short) == one.find(long) == 0
    assert [mention.words for mention in one.entities[0].mentions] == [(0, 1), (0, 3)]


@pytest.mark.parametrize("given", ["I would like to congratulate Kamala Harris", "We reaffirm our solidarity"])
def test_a_clause_after_we_is_still_said_by_the_speaker(given: str) -> None:
    one = stage(f"Sergei Lavrov spoke. {given}", NAMES)
    one.author = 0
    assert speakers(one, given) == ["Sergei Lavrov"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("The businessman", "Sergei Lavrov"),
        ("The New York businessman", "Sergei Lavrov"),
        ("The real estate mogul", "Sergei Lavrov"),
        ("The other businessman", "other businessman"),
        ("The state ’s former businessman", "state ’s former businessman"),
        ("A New York businessman", "New York businessman"),
        ("The New York businessmen", "New York businessmen"),
    ],
)
def test_one_described_after_a_speaker_is_the_speaker(given: str, expected: str) -> None:
    one = stage(f"Sergei Lavrov spoke. {given}", {"Sergei Lavrov": "person"}, nobody)
    one.speeches.append(Speech(0, 2))
    assert speakers(one, given) == [expected]


def test_nobody_speaks_to_himself() -> None:
    one = stage("Kamala Harris told Sergei Lavrov that she came.", {"Kamala Harris": "person", "Sergei Lavrov": "person"})
    told = replace(draft(one, "Kamala Harris"), addressees=(role(one.words, "Kamala Harris"), role(one.words, "Sergei Lavrov")))
    (voices,) = cast_roles(one, (told,), (None,))
    assert [one.entities[index].name(one.words) for index in voices.addressees] == ["Sergei Lavrov"]


def test_the_newspaper_is_the_one_named_before_unless_more_is_said_of_it() -> None:
    names = {"Dawn newspaper": "organisation"}
    assert speakers(stage("Dawn newspaper came. The newspaper", names, nobody), "The newspaper") == ["Dawn"]
    assert speakers(stage("Dawn newspaper came. The local newspaper", names, nobody), "The local newspaper") == ["local newspaper"]
