"""The head of pairs asked of marked words alone: which words are marked for the model, and what becomes of its answer."""

from typing import ClassVar

import numpy as np
import pytest

from dragoman.errors import MissingHeadError
from dragoman.model import Emissions, States
from dragoman.reading.events import judging
from dragoman.values import TYPES
from tests.reading.made import bundle as made


class Told:
    """An encoder that notes what it is asked, answers a pair with the second type, and tags the words that `tagged` says."""

    asked: ClassVar[list] = []
    tagged: ClassVar[dict[str, str]] = {}

    def __init__(self, _: object) -> None:
        Told.asked = []

    def states(self, words):
        Told.asked.append(words)
        tags = np.zeros((len(words), 1 + len(TYPES)))
        for place in range(len(words)):
            if type_ := Told.tagged.get(words.word(place)):
                tags[place, 1 + TYPES.index(type_)] = 9.0
        return States(np.zeros((len(words), 1)), {"events": tags}, ((0, len(words)),), {})

    def frames(self, _words, _states, triggers, kind, seconds):
        Told.asked.append((triggers.tolist(), kind, seconds.tolist()))
        return Emissions(np.zeros((1, 0, 0)), {"pair": np.array([[0.0, 1.0, -1.0]])})


@pytest.fixture
def bundle(monkeypatch):
    monkeypatch.setattr(judging, "Encoder", Told)
    plain = made()
    return type(plain)(
        **{name: getattr(plain, name) for name in plain.__slots__}
        | {
            "kinds": ("event", "pair"),
            "scales": ("factuality",),
            "qualities": {"pair": ("AGREE", "AID", "COERCE")},
            "settings": {"pair_triggers": 1.0},
        }
    )


def test_a_pair_is_typed_by_the_words_of_both_parties(bundle) -> None:
    sentence = "United States officials praised the Oslo talks"
    assert judging.pair_typing(bundle)(sentence, (0, 23), (37, 41)) == "AID"
    assert Told.asked[-1] == ([[0, 2]], "pair", [[5, 5]])


def test_a_pair_without_a_second_party_is_typed_too(bundle) -> None:
    assert judging.pair_typing(bundle)("Oslo resigned", (0, 4), None) == "AID"
    assert Told.asked[-1] == ([[0, 0]], "pair", [[-1, -1]])


def test_the_surest_trigger_of_the_sentence_has_a_voice(bundle) -> None:
    Told.tagged = {"seized": "COERCE"}
    assert judging.pair_typing(bundle)("Oslo seized Bern", (0, 4), (12, 16)) == "COERCE"
    Told.tagged = {}
    assert judging.pair_typing(bundle)("Oslo seized Bern", (0, 4), (12, 16)) == "AID"


def test_concede_and_retreat_are_one_type_of_a_pair() -> None:
    assert [judging.root(type) for type in ("CONCEDE", "RETREAT", "AID")] == ["YIELD", "YIELD", "AID"]


def test_a_bundle_without_the_head_says_so() -> None:
    for head in (judging.pair_typing, judging.factuality):
        with pytest.raises(MissingHeadError, match="name one that has it with --bundle"):
            head(made())
