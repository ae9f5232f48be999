"""Deeds: triggers from the tag layer, what they are from it and the frame head together, and how sure that is."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model import States
from dragoman.model.words import split
from dragoman.reading.events import deeds
from dragoman.values import TYPES
from tests.reading.made import SURE, TAGS, Heads, bundle, states

TEXT = "Oslo sent aid to Rome and then struck Bern"
WORDS = split(TEXT)
AID, ASSAULT = {"AID": SURE}, {"ASSAULT": SURE}


def read(scores: dict, heads: Heads, edges: tuple[int, ...] = (), **settings: object) -> list[tuple[str, str]]:
    found = deeds.read(WORDS, states(WORDS, scores, edges), heads, bundle(**settings))
    return [(TEXT[slice(*WORDS.extent(*deed.trigger))], deed.type) for deed in found]


BOTH = Heads({"sent": AID, "struck": ASSAULT, "aid": AID})


@pytest.mark.parametrize(
    ("scores", "edges", "expected"),
    [
        ({"sent": AID, "struck": ASSAULT}, (), [("sent", "AID"), ("struck", "ASSAULT")]),
        ({"sent": AID, "aid": AID}, (), [("sent aid", "AID")]),  # neighbours of one type are one trigger
        ({"sent": ASSAULT, "aid": AID}, (), [("sent", "AID"), ("aid", "AID")]),  # of two types they are two; the heads name the type
        ({"sent": AID, "aid": AID}, (2,), [("sent", "AID"), ("aid", "AID")]),  # no trigger reaches over the edge of a window
        ({}, (), []),
    ],
)
def test_triggers_are_runs_of_one_type(scores: dict, edges: tuple[int, ...], expected: list) -> None:
    assert read(scores, BOTH, edges) == expected


def test_the_bias_brings_in_weak_triggers() -> None:
    weak = {"sent": {"AID": -1.0}}
    assert read(weak, BOTH) == []
    assert read(weak, BOTH, event_bias=1.5) == [("sent", "AID")]


def test_what_the_frame_head_takes_for_none_is_left_out() -> None:
    assert read({"sent": AID}, Heads({"sent": {"none": SURE}})) == []


def test_the_least_certainty_is_a_setting() -> None:
    doubtful = Heads({"sent": {"none": 0.0, "AID": -1.0}})  # 0.27 for a deed, so 0.52 together with a tag layer that is sure
    assert read({"sent": AID}, doubtful, event_least=0.5) == [("sent", "AID")]
    assert read({"sent": AID}, doubtful, event_least=0.55) == []


DULL = "They ran on through the rain and nobody looked back at the old stand. " * 12
LOUD = "Parliament told the army to leave the embassy. "


@pytest.mark.parametrize(("text", "confidence", "expected"), [
    (DULL, 0.7, 0),  # a quiet text: not sure enough
    (DULL, 0.9, 1),  # sure enough even there
    (DULL + LOUD, 0.7, 1),  # some politics in it
    (LOUD, 0.7, 1),
    ("They ran on through the rain. ", 0.7, 1),  # too short to tell
])  # fmt: skip
def test_a_text_without_politics_asks_for_surer_deeds(text: str, confidence: float, expected: int) -> None:
    words = split(f"{text}They beat Bern.")
    curve = bundle(event_calibration=[[0.0, confidence], [1.0, confidence]])
    assert len(deeds.read(words, states(words, {"beat": ASSAULT}), Heads({"beat": ASSAULT}), curve)) == expected


def test_the_type_is_the_one_that_both_layers_find_likely() -> None:
    """The tag layer prefers AID, the frame head is sure of SUPPORT, which the tag layer holds possible."""
    scores = {"sent": {"AID": SURE, "SUPPORT": SURE - 1}}
    assert read(scores, Heads({"sent": {"SUPPORT": SURE, "AID": 0.0}})) == [("sent", "SUPPORT")]


def test_confidence_is_the_mean_of_both_certainties_on_the_bundles_curve() -> None:
    sure = deeds.read(WORDS, states(WORDS, {"sent": {"AID": 0.0}}), Heads({"sent": AID}), bundle(event_bias=1.0))
    assert sure[0].confidence == pytest.approx(0.5**0.5, abs=1e-3)  # half for the tag layer, all for the frame head
    curve = bundle(event_bias=1.0, event_calibration=[[0.0, 0.0], [0.5, 0.1], [1.0, 0.1]])
    assert deeds.read(WORDS, states(WORDS, {"sent": {"AID": 0.0}}), Heads({"sent": AID}), curve)[0].confidence == pytest.approx(0.1)


def test_status_and_place_come_from_the_frame() -> None:
    heads = Heads({"struck": ASSAULT}, {"struck": {"Bern": "place"}}, "planned")
    (deed,) = deeds.read(WORDS, states(WORDS, {"struck": ASSAULT}), heads, bundle())
    assert (deed.status, [WORDS.text[slice(*WORDS.extent(*place))] for place in deed.places]) == ("planned", ["Bern"])


@settings(deadline=None)
@given(st.integers(0, 2**32 - 1), st.sampled_from([(), (3,), (2, 5)]))
def test_triggers_lie_in_the_text_in_order_and_apart(seed: int, edges: tuple[int, ...]) -> None:
    made = states(WORDS, {}, edges)
    tags = np.random.default_rng(seed).normal(scale=3, size=(len(WORDS), len(TAGS)))
    found = deeds.triggers(States(made.words, {"events": tags}, made.windows, {}), bundle())
    places = [place for trigger in found for place in trigger.words]
    assert places == sorted(places)
    assert all(0 <= place < len(WORDS) for place in places)
    assert all(one.words[1] < other.words[0] for one, other in pairwise(found))
    assert all(set(one.types) == set(TYPES) and 0 <= sum(one.types.values()) <= 1 + 1e-9 for one in found)
