"""Factuality of sentences read together: every token has the number of its own word."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
import pytest

from dragoman.model.words import split
from dragoman.reading.events import judging


class Bundle:
    """A bundle with a scale for factuality."""

    scales = ("factuality",)


class Encoder:
    """An encoder that numbers the words of each text that it is given, and keeps the texts."""

    texts: ClassVar[list[str]] = []

    def __init__(self, _bundle):
        self.texts.clear()

    def states(self, words):
        self.texts.append(words.text)
        return type("States", (), {"scales": {"factuality": np.arange(len(words)) / 100}})


@pytest.fixture
def rated(monkeypatch):
    monkeypatch.setattr(judging, "Encoder", Encoder)
    return judging.factuality(Bundle())


def test_each_token_has_the_value_of_its_word(rated):
    """Also where a token is several words (`n't`), and in the second sentence of a text."""
    first, second = ["They", "did", "n't", "go", "."], ["It", "rained", "."]
    values = rated([first, second])
    words = split("They did n't go .\nIt rained .")
    assert [len(one) for one in values] == [5, 3]
    assert [words.word(round(100 * value)) for value in (values[0][3], values[1][1])] == ["go", "rained"]
    assert words.word(round(100 * values[0][2])) == "n"


def test_sentences_are_read_together_up_to_a_window(rated):
    """In order, none lost, and one that is longer than a window by itself."""
    lengths = [100, 150, 40, 300, 5]
    values = rated([["word"] * length for length in lengths])
    assert [len(one) for one in values] == lengths
    assert [[len(line.split()) for line in text.split("\n\n")[0].split("\n")] for text in Encoder.texts] == [[100, 150], [40], [300], [5]]
