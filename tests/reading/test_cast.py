"""Names of one are joined, names of two are not."""

import pytest

from dragoman.model.words import split
from dragoman.reading.cast import Entity, assemble, shown
from dragoman.reading.mentions import Mention, kind_of_noun
from dragoman.reading.roles import inside

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
    ("to investigators from abroad", {}, ["investigators from abroad"]),  # the preposition only says that they are told
    (  # of a long one not the clause that hangs on it
        "a resident of the northern suburb near the old harbour with its market halls, who had seen it",
        {},
        ["a resident of the northern suburb near the old harbour with its market halls"],
    ),
    ("he", {}, ["he"]),
    ("fiancée of journalist Jamal Khashoggi", {"Jamal Khashoggi": "person"}, ["fiancée of journalist Jamal Khashoggi"]),  # with his title
    ("a spokesman for President Joe Biden", {"Joe Biden": "person"}, ["a spokesman for President Joe Biden"]),
    ("Secretary of Justice Wanda Vázquez", {"Wanda Vázquez": "person"}, ["Wanda Vázquez"]),  # the "of" of an office
    ("Pakistan’s traditionally difficult relationship with the United States", {"Pakistan": "place", "United States": "place"}, []),
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


SHOWN = [
    # as written, as it is shown
    ("Antony] Blinken", "Antony Blinken"),  # the end of what an editor put in
    ("Secretary [of State Antony] Blinken", "Secretary of State Antony Blinken"),
    ("so-called “rebels", "so-called rebels"),
    ("the “Friends of Syria”", "“Friends of Syria”"),
    ("Police (CU", "Police CU"),
    ("Organization for Security (OSCE)", "Organization for Security (OSCE)"),
    ("France,", "France"),
    ("The", "The"),
]


@pytest.mark.parametrize(("text", "name"), SHOWN)
def test_a_name_is_shown_without_marks_that_are_none_of_it(text: str, name: str) -> None:
    assert shown(text) == name


def test_a_description_is_named_without_what_follows_it() -> None:
    words = split("The regulator’s staff and a group that fled.")
    owner, group = Mention((0, 3), 1, "description", "person"), Mention((6, 8), 7, "description", "group")
    assert [Entity("person", (one,)).name(words) for one in (owner, group)] == ["regulator", "group"]


def test_the_stop_of_an_abbreviation_belongs_to_the_name() -> None:
    words = split("President Joseph R. Biden, Jr. spoke.")
    (entity,) = assemble(words, found(words.text, {"Joseph R. Biden, Jr": "person"}))
    assert entity.name(words) == "Joseph R. Biden, Jr."
