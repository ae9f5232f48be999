"""Heads asked of marked words alone: which words are marked for the model, and what becomes of its answer."""

from typing import ClassVar

import numpy as np
import pytest

from dragoman.errors import MissingHeadError
from dragoman.model import Emissions
from dragoman.reading.events import judging
from tests.reading.made import bundle as made


class Told:
    """An encoder that notes what it is asked, answers a pair with the second type and every word with its own place in the sentence."""

    asked: ClassVar[list] = []

    def __init__(self, _: object) -> None:
        Told.asked = []

    def states(self, words):
        Told.asked.append(words)
        return type("States", (), {"scales": {"factuality": np.arange(len(words), dtype=np.float64) - 2}})()

    def frames(self, _words, _states, triggers, kind, seconds):
        Told.asked.append((triggers.tolist(), kind, seconds.tolist()))
        return Emissions(np.zeros((1, 0, 0)), {"pair": np.array([[0.0, 1.0, -1.0]])})


@pytest.fixture
def bundle(monkeypatch):
    monkeypatch.setattr(judging, "Encoder", Told)
    plain = made()
    return type(plain)(
        **{name: getattr(plain, name) for name in plain.__slots__}
        | {"kinds": ("event", "pair"), "scales": ("factuality",), "qualities": {"pair": ("AGREE", "AID", "COERCE")}}
    )


def test_a_pair_is_typed_by_the_words_of_both_parties(bundle) -> None:
    sentence = "United States officials praised the Oslo talks"
    assert judging.pair_typing(bundle)(sentence, (0, 23), (37, 41)) == "AID"
    assert Told.asked[-1] == ([[0, 2]], "pair", [[5, 5]])


def test_a_pair_without_a_second_party_is_typed_too(bundle) -> None:
    assert judging.pair_typing(bundle)("Oslo resigned", (0, 4), None) == "AID"
    assert Told.asked[-1] == ([[0, 0]], "pair", [[-1, -1]])


def test_factuality_is_that_of_the_predicates_first_word_within_the_scale(bundle) -> None:
    rated = judging.factuality(bundle)
    tokens = "They did n't leave Oslo".split()  # words: They did n ' t leave Oslo, rated -2, -1 … 4
    assert rated(tokens, (1, 2)) == -1
    assert rated(tokens, (3, 4)) == 3
    assert rated(tokens, (4, 5)) == 3  # cut from 4


def test_a_sentence_is_read_once_for_all_its_predicates(bundle) -> None:
    rated = judging.factuality(bundle)
    rated(["They", "left", "Oslo"], (0, 1))
    rated(["They", "left", "Oslo"], (1, 2))
    assert len(Told.asked) == 1


def test_a_bundle_without_the_head_says_so() -> None:
    for head in (judging.pair_typing, judging.factuality):
        with pytest.raises(MissingHeadError, match="name one that has it with --bundle"):
            head(made())
