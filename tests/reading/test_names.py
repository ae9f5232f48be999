"""The edges of names, from tag emissions made for the purpose."""

import numpy as np
import pytest

from dragoman.model import Bundle, States
from dragoman.model.words import split
from dragoman.reading.cast import agreed, assemble
from dragoman.reading.mentions import Mention
from dragoman.reading.names import bare_name, names

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
    ("Then Mr. Glenn spoke.", [("Mr. Glenn", "PER")], [("Glenn", "person")]),
    ("See http://example.org/nasa-search for more of NASA.", [("nasa", "ORG"), ("NASA", "ORG")], [("NASA", "organisation")]),
    ("Write to ann.lee@example.org today.", [("ann.lee", "PER")], []),
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


def _alike(kinds: list[str], text: str = "Roma") -> list[str]:
    words = split(" , ".join([text] * len(kinds)))
    return [one.kind for one in agreed(words, tuple(Mention((2 * at, 2 * at), 2 * at, "name", kind) for at, kind in enumerate(kinds)))]


def test_a_name_takes_the_kind_that_it_clearly_has_elsewhere() -> None:
    assert _alike(["place", "place", "person"]) == ["place"] * 3
    assert _alike(["place", "place", "place", "person", "person"]) == ["place"] * 3 + ["person"] * 2  # not clear enough


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
