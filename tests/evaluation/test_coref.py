"""MUC, B³ and CEAF-e give what their papers' examples and simple cases give."""

import pytest

from evaluation.scoring.coref import chains, count


def f1(counts, measure: str) -> float:
    recall, precision = counts[f"{measure}_recall"] / counts[f"{measure}_gold"], counts[f"{measure}_precision"] / counts[f"{measure}_read"]
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


KEY = chains([range(1, 6), (6, 7), range(8, 13)])

ROWS = [
    # case, response, MUC precision and recall, B³ precision and recall
    ("the key itself", [range(1, 6), (6, 7), range(8, 13)], 1.0, 1.0, 1.0, 1.0),
    ("Bagga and Baldwin's first response: the small chain joined to a large one", [range(1, 6), range(6, 13)], 0.9, 1.0, 0.76, 1.0),
    ("their second: two large chains joined", [(*range(1, 6), *range(8, 13)), (6, 7)], 0.9, 1.0, 0.58, 1.0),
]


@pytest.mark.parametrize(("response", "muc_p", "muc_r", "b3_p", "b3_r"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_the_published_examples(response, muc_p: float, muc_r: float, b3_p: float, b3_r: float) -> None:
    counts = count(KEY, chains(response))
    assert counts["muc_precision"] / counts["muc_read"] == pytest.approx(muc_p, abs=0.005)
    assert counts["muc_recall"] / counts["muc_gold"] == pytest.approx(muc_r, abs=0.005)
    assert counts["b3_precision"] / counts["b3_read"] == pytest.approx(b3_p, abs=0.005)
    assert counts["b3_recall"] / counts["b3_gold"] == pytest.approx(b3_r, abs=0.005)


def test_ceafe_of_luo() -> None:
    counts = count(KEY, chains([range(1, 6), range(6, 13)]))
    assert counts["ceafe_recall"] == pytest.approx(1 + 2 * 5 / 12)  # the first chain whole, the third with the joined one
    assert f1(counts, "ceafe") == pytest.approx(2 * 1.8333 / 5, abs=0.001)


def test_chains_of_one_are_dropped_and_nothing_read_is_nothing_right() -> None:
    assert chains([(1,), (2, 3), (4, 4)]) == [frozenset({2, 3})]
    counts = count(KEY, [])
    assert not any(counts[f"{measure}_recall"] for measure in ("muc", "b3", "ceafe"))
