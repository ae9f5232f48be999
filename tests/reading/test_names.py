"""The edges of names, from tag emissions made for the purpose."""

import numpy as np
import pytest

from dragoman.model import Bundle, States
from dragoman.model.words import split
from dragoman.reading.cast import agreed, assemble
from dragoman.reading.mentions import Mention
from dragoman.reading.names import bare_name, names
from dragoman.reading.throughout import shared

BUNDLE = Bundle.load()


def read(text: str, *found: tuple[str, str]) -> list[tuple[str, str]]:
    """The names of `text` where the tag layer is sure of `found`, each its words and kind, and of nothing else."""
    words = split(text)
    labels = BUNDLE.tags["names"].labels
    emissions = np.full((len(words), len(labels)), -50.0)
    emissions[:, labels.index("O")] = 0
    for name, kind in found:
        start = text.index(name)
        first, stop = words.covering(start, start + len(name))
        for place in range(first, stop):
            edge = "S" if stop - first == 1 else "B" if place == first else "E" if place == stop - 1 else "I"
            emissions[place, labels.index("O")] = -50
            emissions[place, labels.index(f"S-{kind}")] = -5
            emissions[place, labels.index(f"{edge}-{kind}")] = 0
    states = States(np.zeros((len(words), 1), dtype=np.float32), {"names": emissions}, ((0, len(words)),), {})
    return [(mention.text(words), mention.kind) for mention in names(words, states, BUNDLE)]


NAMED = [
    # text, what the layer reads, the names
    ("Troops of the U.S. left.", [("U.S", "LOC")], [("U.S.", "place")]),
    ("Troops of the U.S. left.", [("U.S.", "LOC")], [("U.S.", "place")]),
    ("It was sold to Acme, Inc. of Ohio.", [("Acme, Inc", "ORG"), ("Ohio", "LOC")], [("Acme, Inc.", "organisation"), ("Ohio", "place")]),
    ("He left Paris.", [("Paris.", "LOC")], [("Paris", "place")]),  # the stop of the sentence is no part of it
    ("He is from the Department of Trade.", [("Department", "ORG")], [("Department of Trade", "organisation")]),
    ("A scholar of the Ministry of Trade and Industry spoke.", [("Ministry", "ORG")], [("Ministry of Trade and Industry", "organisation")]),
    (
        "She joined the Superior Court of the District of Columbia today.",
        [("Superior Court", "ORG"), ("District of Columbia", "LOC")],
        [("Superior Court of the District of Columbia", "organisation")],
    ),
    (
        "It blamed the Democratic People’s Republic of Korea.",
        [("Democratic People", "ORG"), ("Republic of Korea", "LOC")],
        [("Democratic People’s Republic of Korea", "place")],
    ),
    ("It blamed the Republic of Korea.", [("Republic of Korea", "LOC")], [("Republic of Korea", "place")]),
    ("He met President Roe of Spain.", [("President Roe of Spain", "PER")], [("Roe", "person")]),  # whose, and no part of the name
    ("He met Philip of Spain.", [("Philip of Spain", "PER")], [("Philip of Spain", "person")]),
    ("They thank the Secretary-General.", [("-General", "PER")], []),  # a part of an office
    ("They sued the City of New Orleans today.", [("New Orleans", "LOC")], [("City of New Orleans", "organisation")]),
    ("Sources in the Government of Iran spoke.", [("Iran", "LOC")], [("Iran", "place")]),
    ("The mayor of New Orleans spoke.", [("New Orleans", "LOC")], [("New Orleans", "place")]),
    ("He sits on the Board of Directors here.", [("Board", "ORG")], [("Board", "organisation")]),
    (
        "So the US National Storm Center said.",
        [("US", "LOC"), ("National Storm Center", "ORG")],
        [("US National Storm Center", "organisation")],
    ),
    ("The U.S. Department of Trade said.", [("U.S", "LOC"), ("Department", "ORG")], [("U.S. Department of Trade", "organisation")]),
    ("In Paris, Acme Bank said.", [("Paris", "LOC"), ("Acme Bank", "ORG")], [("Paris", "place"), ("Acme Bank", "organisation")]),
    ("In Iran Reuters said.", [("Iran", "LOC"), ("Reuters", "ORG")], [("Iran", "place"), ("Reuters", "organisation")]),
    ("Then R.E. Glenn spoke.", [("Glenn", "PER")], [("R.E. Glenn", "person")]),
    ("R.E. Glenn spoke.", [("Glenn", "PER")], [("R.E. Glenn", "person")]),
    ("Then Paul Glenn, Jr. spoke.", [("Paul Glenn", "PER")], [("Paul Glenn, Jr.", "person")]),
    ("Then Glenn III spoke.", [("Glenn", "PER")], [("Glenn III", "person")]),
    ("At Glenn, Sr officers spoke.", [("Glenn", "LOC")], [("Glenn", "place")]),
    ("So it was. P.S. Tom called.", [("Tom", "PER")], [("Tom", "person")]),
    ("Then P.S. Tom called.", [("Tom", "PER")], [("P.S. Tom", "person")]),
    ("Then Paul Glenn spoke.", [("Paul", "PER"), ("Glenn", "PER")], [("Paul Glenn", "person")]),
    ("Then Paul, Glenn and others spoke.", [("Paul", "PER"), ("Glenn", "PER")], [("Paul", "person"), ("Glenn", "person")]),
    ("Then Mr. Glenn spoke.", [("Mr. Glenn", "PER")], [("Glenn", "person")]),
    ("See http://example.org/nasa-search for more of NASA.", [("nasa", "ORG"), ("NASA", "ORG")], [("NASA", "organisation")]),
    ("Write to ann.lee@example.org today.", [("ann.lee", "PER")], []),
    ("So Baytimes.com says.", [("Baytimes", "LOC")], []),
    ("So Baytimes.com says.", [("Baytimes.com", "ORG")], [("Baytimes.com", "organisation")]),  # a site that is named whole
    ("Thank you, Mr. President.", [("President", "PER")], []),  # an office alone names nobody
    ("He met Mr. Justice today.", [("Justice", "PER")], [("Justice", "person")]),  # whose surname it is
    ("So Pope and Queen met.", [("Pope", "PER")], [("Pope", "person")]),  # those of monarchs and clergy may
    ("So the Pope spoke.", [("Pope", "PER")], []),
    ("In the city Muslims and others met.", [("Muslims", "PER")], [("Muslims", "other")]),
    ("In the city Democrats met.", [("Democrats", "PER")], [("Democrats", "other")]),
    # bodies
    ("Then Law Offices of Ann Lee called.", [("Ann Lee", "PER")], [("Law Offices of Ann Lee", "organisation")]),
    ("Then Paul Glenn Investment Partners paid.", [("Paul Glenn", "PER")], [("Paul Glenn Investment Partners", "organisation")]),
    ("Then Glenn Corporation paid.", [("Glenn", "PER")], [("Glenn Corporation", "organisation")]),
    ("Glenn Sues Holdings.", [("Glenn", "PER")], [("Glenn", "person")]),
    ("Then Glenn, Limited is our time.", [("Glenn", "PER")], [("Glenn", "person")]),
    ("He left the Trade Department Friday.", [], [("Trade Department", "organisation")]),
    ("The Trade Department paid.", [], [("Trade Department", "organisation")]),
    ("Kane Leaves Trade Department Friday.", [("Kane", "PER")], [("Kane", "person")]),  # a headline's capitals tell nothing
    ("He left the central Trade Ministry Friday.", [("Ministry", "ORG")], [("Trade Ministry", "organisation")]),
    ("He left the Food and Trade Agency Friday.", [], [("Food and Trade Agency", "organisation")]),
    ("He left Acme and Trade Agency Friday.", [("Acme", "ORG")], [("Acme", "organisation"), ("Trade Agency", "organisation")]),
    ("He sees a Better World.", [], []),
    ("The Iran Art Museum opens.", [("Iran", "LOC"), ("Art Museum", "ORG")], [("Iran Art Museum", "organisation")]),
    # the same words elsewhere
    ("So ABC paid. The ABC plan and the ABC were new.", [("ABC", "ORG")], [("ABC", "organisation")]),  # left out oftener than read
    ("So ABC paid. The new ABC agreed.", [("ABC", "ORG")], [("ABC", "organisation")] * 2),
    ("So the Democrats paid. Then many Democrats agreed.", [("Democrats", "ORG")], [("Democrats", "organisation")]),
    ("So Reed paid. It costs a Reed Park fortune.", [("Reed", "PER")], [("Reed", "person")]),  # part of a longer row of capitals
    ("To the US it costs US$4 more.", [("US", "LOC")], [("US", "place")]),
    # names that end in 's
    ("He eats at Nolan's, then left.", [("Nolan", "LOC")], [("Nolan's", "place")]),
    ("Then Nolan’s has paid.", [("Nolan", "ORG")], [("Nolan’s", "organisation")]),
    ("Then Nolan's plan has failed.", [("Nolan", "ORG")], [("Nolan", "organisation")]),
    ("Unlike Iran's, it is new. Then Iran left.", [("Iran", "LOC")], [("Iran", "place")] * 2),
    ("It is Nolan's, not ours.", [("Nolan", "PER")], [("Nolan", "person")]),
]


@pytest.mark.parametrize(("text", "given", "named"), NAMED)
def test_names_have_the_edges_that_a_person_draws(text: str, given: list[tuple[str, str]], named: list[tuple[str, str]]) -> None:
    assert read(text, *given) == named


def test_a_name_never_crosses_a_paragraph() -> None:
    assert read("Kelly\nCloud has spoken.", ("Kelly\nCloud", "PER")) == [("Kelly", "person"), ("Cloud", "person")]


def test_an_abbreviation_with_and_without_its_stop_is_one_entity() -> None:
    words = split("The U.S. and Iran met; the U.S, he said, is ready.")
    places = [words.covering(place, place + 3) for place in (4, words.text.rindex("U.S"))]
    (entity,) = assemble(words, [Mention((first, stop - 1), stop - 1, "name", "place") for first, stop in places])
    assert (len(entity.mentions), entity.name(words)) == (2, "U.S.")


BEGUN = [
    # how many mentions each entity has: whether a short name is one with the longer that begins with it
    ("Acme Bank , Acme", ["organisation", "organisation"], [2]),
    ("Acme Bank , Acme Foods , Acme", ["organisation"] * 3, [1, 1, 1]),  # which of the two?
    ("Acme Bank , Acme", ["organisation", "place"], [1, 1]),
    ("House Trade Committee , House", ["organisation", "organisation"], [1, 1]),
    ("Acme Bank , Bank", ["organisation", "organisation"], [1, 1]),
    ("Acme Bank , Acme , Acme", ["organisation", "organisation", "place"], [1, 2]),  # a town that is named too
]


@pytest.mark.parametrize(("text", "kinds", "sizes"), BEGUN)
def test_a_body_is_named_by_the_first_word_of_its_name(text: str, kinds: list[str], sizes: list[int]) -> None:
    words = split(text)
    starts = [0, *(place + 1 for place in range(len(words)) if words.word(place) == ",")]
    ends = [*(start - 2 for start in starts[1:]), len(words) - 1]
    found = [Mention((first, last), last, "name", kind) for first, last, kind in zip(starts, ends, kinds, strict=True)]
    assert [len(entity.mentions) for entity in assemble(words, found)] == sizes


def _alike(kinds: list[str], text: str = "Roma") -> list[str]:
    words = split(" , ".join([text] * len(kinds)))
    return [one.kind for one in agreed(words, tuple(Mention((2 * at, 2 * at), 2 * at, "name", kind) for at, kind in enumerate(kinds)))]


def test_a_name_takes_the_kind_that_it_clearly_has_elsewhere() -> None:
    assert _alike(["place", "place", "person"]) == ["place"] * 3
    assert _alike(["place", "place", "place", "person", "person"]) == ["place"] * 3 + ["person"] * 2  # not clear enough


LABELS = ("O", "B-PER", "E-PER", "S-PER", "S-LOC")


def test_initials_share_nothing() -> None:
    words = split("the E.U. and the U.S.")
    emissions = np.arange(len(words) * len(LABELS), dtype=np.float64).reshape(len(words), -1) % 7
    assert (shared(words, emissions, LABELS) == emissions).all()


def test_who_has_the_surname_of_a_person_is_one() -> None:
    words = split("Omar al-Karim , al-Karim , al-Karim , Karim Bank , Omar al-Karim")
    found = [(0, 3, "person"), (5, 7, "person"), (9, 11, "person"), (13, 14, "organisation"), (16, 19, "organisation")]
    kinds = [one.kind for one in agreed(words, tuple(Mention((first, last), last, "name", kind) for first, last, kind in found))]
    assert kinds == ["person", "person", "person", "organisation", "person"]


def test_a_word_is_drawn_to_what_it_is_elsewhere() -> None:
    words = split("Kane met Kane and kane for Kane Park")
    emissions = np.zeros((len(words), len(LABELS)))
    emissions[:, 0] = 6
    emissions[0] = emissions[6] = [0, 0, 0, 9, 0]
    drawn = shared(words, emissions, LABELS)
    person, more = slice(1, 4), drawn - emissions
    assert (more[2, person] > more[2, 0]).all()  # the second Kane is more of a person
    assert np.ptp(more[2, person]) == pytest.approx(0)  # and no surer of being the first word of a name
    assert more[0, 3] < more[0, 0]  # the first is less sure
    assert (more[4, person] > more[4, 0]).all()  # lower case learns from capitals
    assert not more[[1, 3, 5, 6, 7]].any()  # words of their own, "and", a row of capitals
    assert shared(split("Kane met Kane and nobody for Kane Park"), emissions, LABELS)[2] == pytest.approx(drawn[2])  # but not they from it


def test_what_is_read_as_many_things_is_the_body_whose_name_it_begins() -> None:
    words = split("Acme Foods , Acme , Acme , Reed , Reed")
    found = [(0, 1, "organisation"), (3, 3, "place"), (5, 5, "person"), (7, 7, "place"), (9, 9, "person")]
    kinds = [one.kind for one in agreed(words, tuple(Mention((first, last), last, "name", kind) for first, last, kind in found))]
    assert kinds == ["organisation", "organisation", "organisation", "place", "person"]


def test_initials_that_sign_a_letter_are_a_person_and_an_acronym_is_none() -> None:
    words = split("So the CDC says.\nCDC")
    found = tuple(Mention((place, place), place, "name", "person") for place in (2, 5))
    assert [one.kind for one in agreed(words, found)] == ["organisation", "person"]


BARE = [
    # a person's name as it was read, without the office before it
    ("President Joe Biden", "Joe Biden"),
    ("Secretary-General António Guterres", "António Guterres"),
    ("Secretary-General", "Secretary-General"),  # an office alone stays whole
]


@pytest.mark.parametrize(("text", "name"), BARE)
def test_offices_are_no_part_of_a_name(text: str, name: str) -> None:
    words = split(f"Then {text} spoke.")
    first, stop = words.covering(5, 5 + len(text))
    assert bare_name(words, Mention((first, stop - 1), stop - 1, "name", "person")).text(words) == name
