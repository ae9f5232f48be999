"""Frames: roles inside the article alone, and how likely each word is to stand in each."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model import Emissions
from dragoman.model.words import split
from dragoman.reading import frames
from dragoman.values import STATUSES, TYPES
from tests.reading.made import REACH, ROLES, Heads, bundle

WORDS = split("Oslo struck Bern")
NAMES = ("actor", "recipient", "place")


def decoded(roles: dict[str, str]) -> frames.Frame:
    emissions = Heads({"struck": {"ASSAULT": 9.0}}, {"struck": roles}).frames(WORDS, None, np.array([[1, 1]]), "event")
    return frames.decode(emissions, [(1, 1)], len(WORDS), bundle(), "event")[0]


def random(seed: int, first: int) -> frames.Frame:
    drawn = np.random.default_rng(seed).normal(scale=4, size=(1, 2 * REACH + 1, len(ROLES)))
    emissions = Emissions(drawn, {"plover": np.zeros((1, 1 + len(TYPES))), "status": np.zeros((1, len(STATUSES)))})
    return frames.decode(emissions, [(first, first)], len(WORDS), bundle(), "event")[0]


def test_a_role_that_is_plain_is_read_and_nearly_certain() -> None:
    frame = decoded({"Oslo": "actor", "Bern": "recipient"})
    assert frame.roles == {"actor": ((0, 0),), "recipient": ((2, 2),)}
    assert all(share > 0.99 for share in frame.certainty.values())


def test_likelihood_is_that_of_any_label_of_the_role_from_the_first_word_on() -> None:
    frame = decoded({"Oslo": "actor"})
    assert frame.first == 1 - REACH
    assert frame.likelihood["actor"][0 - frame.first] == pytest.approx(1, abs=1e-3)
    assert frame.likelihood["recipient"][0 - frame.first] == pytest.approx(0, abs=1e-3)
    assert frame.likelihood["actor"][2 - frame.first] == pytest.approx(0, abs=1e-3)


@settings(deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(0, 2))
def test_no_role_reaches_beyond_the_article(seed: int, first: int) -> None:
    frame = random(seed, first)
    assert all(0 <= low <= high < len(WORDS) for spans in frame.roles.values() for low, high in spans)
    outside = [place for place in range(2 * REACH + 1) if not 0 <= frame.first + place < len(WORDS)]
    assert max(float(frame.likelihood[name][outside].max()) for name in NAMES) < 1e-6


@settings(deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_likelihoods_of_a_word_are_shares_of_one(seed: int) -> None:
    frame = random(seed, 1)
    together = sum(frame.likelihood[name] for name in NAMES)
    assert set(frame.likelihood) == set(NAMES)
    assert float(together.max()) <= 1 + 1e-9
    assert float(min(frame.likelihood[name].min() for name in NAMES)) >= 0


def test_no_trigger_no_frame() -> None:
    assert frames.decode(Emissions(np.zeros((0, 2 * REACH + 1, len(ROLES))), {}), [], 3, bundle(), "event") == ()
