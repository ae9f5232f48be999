"""A figure is a function of summed counts; its interval comes from resampling articles, and is the same every time."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.figures import Measurement, Unit, f1_figure, precision_figure, rows, share_figure

F1 = f1_figure("f1", ("hit", "read", "gold"))
SHARE = share_figure("share", "hit", "read")
PRECISION = precision_figure("precision", "hit", "read")


@pytest.mark.parametrize(
    ("figure", "counts", "value", "n"),
    [
        pytest.param(F1, {"hit": 3, "read": 4, "gold": 6}, 0.6, 6, id="F1 = 2·3 / (4 + 6)"),
        pytest.param(F1, {"read": 4}, 0.0, 0, id="nothing in gold"),
        pytest.param(F1, {}, 0.0, 0, id="nothing at all"),
        pytest.param(SHARE, {"hit": 1, "read": 4}, 0.25, 4, id="share"),
        pytest.param(SHARE, {}, 0.0, 0, id="share of nothing is 0, as the reference scorer has it"),
        pytest.param(PRECISION, {"hit": 1, "read": 4}, 0.25, 4, id="precision"),
        pytest.param(PRECISION, {}, None, 0, id="precision of nothing is undefined"),
    ],
)
def test_value_and_n(figure, counts, value, n):
    """Values and n of one unit; a single unit has no interval."""
    (row,) = rows(Measurement((figure,), (Unit("a", counts),)))
    assert row.value == (pytest.approx(value) if value is not None else None)
    assert (row.n, row.low, row.high) == (n, None, None)


def many(rate: float, seed: int = 0) -> tuple[Unit, ...]:
    dice = np.random.default_rng(seed)
    return tuple(
        Unit(str(i), {"hit": int(dice.binomial(10, rate)), "read": 10, "gold": 10}, "odd" if i % 2 else "even") for i in range(200)
    )


def test_interval_is_that_of_the_binomial():
    """With independent items the interval is as wide as theory says, and holds the value."""
    (row,) = [row for row in rows(Measurement((SHARE,), many(0.8))) if row.group == "all"]
    assert row.low < row.value < row.high
    assert row.high - row.low == pytest.approx(2 * 1.96 * np.sqrt(0.8 * 0.2 / 2000), rel=0.2)


def test_same_readings_same_interval():
    """The seed is fixed."""
    assert rows(Measurement((F1,), many(0.7))) == rows(Measurement((F1,), many(0.7)))


def test_interval_rests_on_articles_not_items():
    """Articles that are right or wrong as a whole give a wider interval than as many independent items."""
    whole = tuple(Unit(str(i), {"hit": 10 * (i % 5 > 0), "read": 10}) for i in range(200))
    (clustered,), (loose, *_) = rows(Measurement((SHARE,), whole)), rows(Measurement((SHARE,), many(0.8)))
    assert clustered.high - clustered.low > 2 * (loose.high - loose.low)


def test_groups_add_up():
    """Every group has each contract figure, extras only all articles; n of the groups is n of all."""
    found = rows(Measurement((F1,), many(0.6), (SHARE,)))
    assert [(row.name, row.group) for row in found] == [("f1", "all"), ("share", "all"), ("f1", "even"), ("f1", "odd")]
    assert found[0].n == found[2].n + found[3].n


def test_no_units():
    """An empty split gives values and no interval."""
    (row,) = rows(Measurement((F1,), ()))
    assert (row.value, row.n, row.low) == (0.0, 0, None)
