"""What the pair head is told of two mentions: number, gender, shared words, which holds which."""

import numpy as np
import pytest

from dragoman.model.words import split
from dragoman.reading.mentions import Mention
from dragoman.reading.pairs import FEATURES, Profile, profile, table


def seen(text: str, part: str, form: str, kind: str) -> Profile:
    words = split(text)
    first, stop = words.covering(text.rindex(part), text.rindex(part) + len(part))
    return profile(words, Mention((first, stop - 1), stop - 1, form, kind))


ROWS = [
    # words, form, kind, number, gender
    ("she", "pronoun", "person", "one", "woman"),
    ("his", "pronoun", "person", "one", "man"),
    ("it", "pronoun", "object", "one", "thing"),
    ("they", "pronoun", "group", "several", ""),
    ("we", "pronoun", "person", "several", ""),
    ("you", "pronoun", "person", "", ""),
    ("Mrs Lam", "name", "person", "one", "woman"),
    ("Sergei Lavrov", "name", "person", "one", "man"),
    ("Qureshi", "name", "person", "one", ""),
    ("the officials", "description", "group", "several", ""),
    ("the minister", "description", "person", "one", ""),
    ("a woman", "description", "person", "one", "woman"),
    ("the ministry", "description", "organisation", "one", "thing"),
]


@pytest.mark.parametrize(("text", "form", "kind", "number", "gender"), ROWS, ids=[row[0] for row in ROWS])
def test_number_and_gender(text: str, form: str, kind: str, number: str, gender: str) -> None:
    one = seen(text, text, form, kind)
    assert (one.number, one.gender) == (number, gender)


def pair(text: str, anaphor: str, antecedent: str) -> np.ndarray:
    words = split(text)
    one, other = (seen(text, part, "name" if part[0].isupper() else "description", "organisation") for part in (anaphor, antecedent))
    return table(words, one, [other])[0]


def test_every_pair_has_all_features_and_none_is_none() -> None:
    words = split("Iran and Iraq")
    assert table(words, seen(words.text, "Iraq", "name", "place"), []).shape == (0, FEATURES)
    assert pair("Iran and Iraq", "Iraq", "Iran").shape == (FEATURES,)


CHANGED = [
    # the same two places in a text, first without and then with what should be seen
    ("an acronym", ("World Help Organization said WTO", "WTO"), ("World Health Organization said WHO", "WHO")),
    (
        "the same noun",
        ("World Help Organization said the bank", "the bank"),
        ("World Help Organization said the organization", "the organization"),
    ),
    ("an apposition", ("World Help Organization the donor", "the donor"), ("World Help Organization, the donor", "the donor")),
    ("a copula", ("World Help Organization says the donor", "the donor"), ("World Help Organization is the donor", "the donor")),
]


@pytest.mark.parametrize(("without", "given"), [row[1:] for row in CHANGED], ids=[row[0] for row in CHANGED])
def test_what_joins_two_mentions_is_seen(without: tuple[str, str], given: tuple[str, str]) -> None:
    before, after = (pair(text, anaphor, " ".join(text.replace(",", "").split()[:3])) for text, anaphor in (without, given))
    assert not np.array_equal(before[7:26], after[7:26])
