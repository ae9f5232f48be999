"""Media, known by their names, and the names that they are shown by."""

import pytest

from dragoman.reading.cast import shown
from dragoman.reading.outlets import medium
from tests.reading.made import part, stage

OUTLETS = [
    ("The New York Times", True),
    ("Agence France-Presse", True),
    ("Al Jazeera", True),
    ("a report", True),
    ("the newspaper in Lima", True),
    ("the Foreign Ministry", False),
    ("hard times", False),
    ("Sanchez of the Post", False),
]
NAMES = [
    ("Liberté newspaper", "Liberté"),
    ("Lusa news agency", "Lusa"),
    ("the El Watan daily", "El Watan"),
    ("The posta regional daily", "Post"),  # a comma lost: “The Post, a regional daily”
    ("lisbon timesan online newspaper", "Lisbon Times"),
    ("Portuguese newspaper", "Portuguese newspaper"),  # a description
    ("local newspaper", "local newspaper"),
    ("Central Intelligence Agency", "Central Intelligence Agency"),
]


@pytest.mark.parametrize(("role", "expected"), OUTLETS)
def test_a_medium_is_known_by_its_name_or_noun(role: str, expected: bool) -> None:
    words = stage(f"We read {role}.", {}).words
    assert medium(words, part(words, role)) is expected


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_a_medium_is_shown_by_its_name_alone(name: str, expected: str) -> None:
    assert shown(name) == expected
