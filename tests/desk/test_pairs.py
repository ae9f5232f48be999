"""Which pairs of states most articles report deeds between."""

from __future__ import annotations

import pytest

from dragoman.desk import pairs
from dragoman.desk.pairs import Pair
from dragoman.record import Store
from dragoman.record.searching import Hit


def hit(speaker: str, about: str, article: str = "a", status: str = "actual", confidence: float = 0.9) -> Hit:
    """A deed of an article."""
    return Hit(
        "e-1", "event", article, None, None, None, None, None, None, "ACCUSE", status, speaker, about, (), "", confidence, None, None, "e1"
    )


BETWEEN = [
    ("Lavrov · RUS Russia", "Pakistan · PAK Pakistan", {("PAK", "RUS")}),  # from one to the other
    ("Russia · Pakistan · RUS Russia · PAK Pakistan", "", {("PAK", "RUS")}),  # both together
    ("RUS Russia · PAK Pakistan", "IND India", {("PAK", "RUS"), ("IND", "RUS"), ("IND", "PAK")}),
    ("RUS Russia", "PAK Pakistan · IND India", {("PAK", "RUS"), ("IND", "RUS")}),  # two to whom it is done have no deed between them
    ("RUS Russia", "RUS Russia", set()),
    ("Lavrov", "PAK Pakistan", set()),  # of a state that is not known
]


@pytest.mark.parametrize(("speaker", "about", "expected"), BETWEEN)
def test_between(speaker: str, about: str, expected: set[tuple[str, str]]) -> None:
    assert pairs.between(hit(speaker, about)) == expected


def test_by_articles_then_deeds_without_what_was_denied_or_is_doubtful() -> None:
    found = pairs.counted(
        [
            *(hit("RUS Russia", "PAK Pakistan", article) for article in "ab"),
            *(hit("RUS Russia", "IND India", "a") for _ in range(5)),
            *(hit("FRA France", "IND India", "c") for _ in range(2)),
            hit("RUS Russia", "FRA France", "d", status="denied"),
            hit("RUS Russia", "FRA France", "e", confidence=0.3),
        ]
    )
    assert found == (Pair("PAK", "RUS", 2, 2), Pair("IND", "RUS", 1, 5), Pair("FRA", "IND", 1, 2))


def test_of_a_record(store: Store) -> None:
    """Counted anew when the record changes, kept until then."""
    found = pairs.most_reported(store)
    assert [(one.one, one.other, one.articles) for one in found.pairs] == [("PAK", "RUS", 2)]
    assert not found.more
    assert pairs.most_reported(store) is found
