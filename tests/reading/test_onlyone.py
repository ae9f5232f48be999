"""A "he" after a text that names one person alone is likely that person."""

import numpy as np
import pytest

from dragoman.reading.mentions import Mention
from dragoman.reading.onlyone import only_named
from tests.reading.test_links import speakers, stage

NAMES = {"Rui Prado": "person", "Nuno Vaz": "person"}
ROWS = [
    # case, text up to the pronoun, whom the text before names alone
    ("the sentence before", "Nuno Vaz left.\n\nRui Prado sat there and was bored. “It is late,” he", "Rui Prado"),
    ("the paragraph before", "Nuno Vaz left.\n\nThen there was Rui Prado, a baker. He was bored.\n\n“It is late. I go,” he", "Rui Prado"),
    ("two are named", "Nuno Vaz met Rui Prado.\n\n“It is late,” he", None),
    ("a name in a quotation is no name", "Nuno Vaz sat there. “Rui Prado is late,” he", "Nuno Vaz"),
    ("a pronoun before the name points further back", "Nuno Vaz left.\n\nHe met Rui Prado.\n\n“It is late,” he", None),
    ("the sentence names another", "Rui Prado sat there.\n\nAsked about Nuno Vaz, he", None),
    ("nobody is named", "It rained.\n\n“It is late,” he", None),
    ("nothing stands before", "“It is late,” he", None),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_who_alone_is_named_before_a_pronoun(text: str, expected: str | None) -> None:
    one = stage(f"{text} said.", {name: kind for name, kind in NAMES.items() if name in text})
    words = one.words
    place = max(place for place in range(len(words)) if words.word(place) == "he")
    found = only_named(words, Mention((place, place), place, "pronoun", "person"), one.entities)
    assert {mention.text(words) for mention in found} == ({expected} if expected else set())


def test_he_is_the_only_one_named_before_rather_than_one_whom_the_judge_likes_a_little_better() -> None:
    def first(_: object, antecedents) -> np.ndarray:
        return np.array([1.0 if place == 0 else 0.1 for place in range(len(antecedents))])

    text = "Nuno Vaz left.\n\nThen there was Rui Prado, a baker.\n\n“It is late,” he"
    assert speakers(stage(text, NAMES, first), "he") == ["Rui Prado"]
