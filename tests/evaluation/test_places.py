"""Places are right within 161 km, and recognised where spans overlap."""

from __future__ import annotations

import pytest

from dragoman.values import Place, Span
from evaluation.tasks.places import count, files, kilometres

TEXT = "Moscow and Paris"
PARIS = {"start": 11, "end": 16, "phrase": "Paris", "lat": 48.85, "lon": 2.35}
MOSCOW = {"start": 0, "end": 6, "phrase": "Moscow", "lat": 55.75, "lon": 37.62}
STREET = {"start": 0, "end": 6, "phrase": "Moscow"}


def place(start: int, end: int, lat: float | None = None, lon: float | None = None) -> Place:
    return Place(Span.of(TEXT, start, end), None, None, lat, lon)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((0.0, 0.0), (0.0, 1.0), 111.19),
        ((48.8566, 2.3522), (51.5074, -0.1278), 343.6),
        ((0.0, 0.0), (0.0, 180.0), 20015.1),
        ((10.0, 179.5), (10.0, -179.5), 109.5),
        ((5.0, 5.0), (5.0, 5.0), 0.0),
    ],
)
def test_distances(one: tuple[float, float], other: tuple[float, float], expected: float) -> None:
    assert kilometres(one, other) == pytest.approx(expected, abs=0.2)


@pytest.mark.parametrize(
    ("gold", "read", "recognised", "resolved", "near"),
    [
        ([PARIS], [place(11, 16, 49.0, 2.0)], 1, 1, 1),
        ([PARIS], [place(11, 16, 45.0, 2.0)], 1, 1, 0),
        ([PARIS], [place(11, 16)], 1, 0, 0),
        ([PARIS], [place(7, 12, 48.85, 2.35)], 1, 1, 1),
        ([PARIS], [place(7, 11, 48.85, 2.35)], 0, 0, 0),
        ([PARIS, MOSCOW], [place(11, 16, 48.85, 2.35)], 1, 1, 1),
        ([PARIS], [place(11, 13), place(13, 16, 48.85, 2.35)], 1, 1, 1),
        ([], [place(0, 6, 1.0, 1.0)], 0, 0, 0),
    ],
)
def test_counts(gold: list[dict], read: list[Place], recognised: int, resolved: int, near: int) -> None:
    counts = count(gold, read)
    assert (counts["gold"], counts["recognised"], counts["resolved"], counts["near"]) == (len(gold), recognised, resolved, near)


def test_gold_without_coordinates_counts_for_the_recall_of_all_alone() -> None:
    counts = count([STREET], [place(0, 6, 55.75, 37.62)])
    assert (counts["gold_all"], counts["recognised_all"]) == (1, 1)
    assert (counts["gold"], counts["recognised"], counts["near"]) == (0, 0, 0)


def test_the_sealed_split_is_the_other_set() -> None:
    assert files("test") == ("geo/tr_news.jsonl.gz",)
    assert set(files("dev")) == {"geo/lgl.jsonl.gz", "geo/geovirus.jsonl.gz"}
