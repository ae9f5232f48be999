"""Names of one are joined, names of two are not."""

import pytest

from dragoman.model.words import split
from dragoman.reading.cast import assemble
from dragoman.reading.mentions import Mention, inside, kind_of_noun

ROWS = [
    # case, text, names with their kinds, the entities expected
    (
        "given name and surname",
        "Sergei Lavrov met Joe Biden. Lavrov left.",
        {"Sergei Lavrov": "person", "Joe Biden": "person", "Lavrov": "person"},
        ["Sergei Lavrov", "Joe Biden"],
    ),
    (
        "two of one surname",
        "Bill Clinton and Hillary Clinton came. Hillary Clinton spoke.",
        {"Bill Clinton": "person", "Hillary Clinton": "person"},
        ["Bill Clinton", "Hillary Clinton"],
    ),
    ("surname first", "Lavrov came. Sergei Lavrov spoke.", {"Lavrov": "person", "Sergei Lavrov": "person"}, ["Sergei Lavrov"]),
    ("acronym", "The African Union met. The AU agreed.", {"African Union": "organisation", "AU": "organisation"}, ["African Union"]),
    (
        "stops in an acronym",
        "The United Nations met. The U.N agreed.",
        {"United Nations": "organisation", "U.N": "organisation"},
        ["United Nations"],
    ),
    (
        "shorter form",
        "The US State Department spoke. The State Department left.",
        {"US State Department": "organisation", "State Department": "organisation"},
        ["US State Department"],
    ),
    (
        "different bodies",
        "The Foreign Ministry and the Defence Ministry met.",
        {"Foreign Ministry": "organisation", "Defence Ministry": "organisation"},
        ["Foreign Ministry", "Defence Ministry"],
    ),
]


def found(text: str, names: dict[str, str]) -> tuple[Mention, ...]:
    words = split(text)
    mentions = []
    for name, kind in names.items():
        place = -1
        while (place := text.find(name, place + 1)) >= 0:
            first, stop = words.covering(place, place + len(name))
            if not any(first >= other.words[0] and stop - 1 <= other.words[1] for other in mentions):
                mentions.append(Mention((first, stop - 1), stop - 1, "name", kind))
    return tuple(sorted(mentions, key=lambda one: one.words))


@pytest.mark.parametrize(("text", "names", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_names_are_joined(text: str, names: dict[str, str], expected: list[str]) -> None:
    words = split(text)
    ordered = dict(sorted(names.items(), key=lambda one: -len(one[0])))
    assert [entity.name(words) for entity in assemble(words, found(text, ordered))] == expected


HEADS = [
    # the words of a role, names in it, who is meant
    ("Foreign Minister Sergei Lavrov", {"Sergei Lavrov": "person"}, ["Sergei Lavrov"]),
    ("a spokesman for Joe Biden", {"Joe Biden": "person"}, ["a spokesman for Joe Biden"]),  # not the one he speaks for
    ("Joe Biden’s adviser", {"Joe Biden": "person"}, ["Joe Biden’s adviser"]),  # nor the owner
    ("a State Department spokesman", {"State Department": "organisation"}, ["a State Department spokesman"]),
    ("the State Department", {"State Department": "organisation"}, ["State Department"]),
    ("Jake Sullivan, adviser to Joe Biden", {"Jake Sullivan": "person", "Joe Biden": "person"}, ["Jake Sullivan"]),
    ("Joe Biden and Emmanuel Macron", {"Joe Biden": "person", "Emmanuel Macron": "person"}, ["Joe Biden", "Emmanuel Macron"]),
    ("Thames Valley Police", {"Thames Valley": "place"}, ["Thames Valley Police"]),  # the place only says whose police
    ("Lagos and Kano officials", {"Lagos": "place", "Kano": "place"}, ["Lagos and Kano officials"]),
    ("France and Germany", {"France": "place", "Germany": "place"}, ["France", "Germany"]),
    ("Senator Sanders", {}, ["Sanders"]),  # a name that was not read, in the plural's shape
    ("two officials familiar with the talks", {}, ["two officials familiar with the talks"]),
    ("he", {}, ["he"]),
]


@pytest.mark.parametrize(("text", "names", "expected"), HEADS, ids=[row[0] for row in HEADS])
def test_who_heads_a_role(text: str, names: dict[str, str], expected: list[str]) -> None:
    words = split(text)
    assert [mention.text(words) for mention in inside((0, len(words) - 1), words, found(text, names))] == expected


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("minister", "person"),
        ("officials", "group"),
        ("ministry", "organisation"),
        ("ministries", "organisation"),
        ("newspaper", "media"),
        ("report", "document"),
    ],
)
def test_a_noun_says_what_kind_it_names(noun: str, kind: str) -> None:
    assert kind_of_noun(noun) == kind
