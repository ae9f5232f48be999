"""Precision by confidence band, the calibration error, and the named speaker of direct quotations."""

from __future__ import annotations

import pytest

from evaluation.entries import Deed, Entries, Saying
from evaluation.figures import Measurement, Unit, rows
from evaluation.parties import Party
from evaluation.tasks import calibration

LAVROV, KULEBA = Party("Sergei Lavrov", "person", "RUS"), Party("Dmytro Kuleba", "person", "UKR")


def saying(number: int, source: Party | None, confidence: float = 0.0, manner: str = "direct") -> Saying:
    content = frozenset(range(100 * number, 100 * number + 10))
    return Saying(f"s{number}", source, frozenset(), content, manner, "assert", (), None, None, confidence)


def deed(number: int, kind: str, confidence: float = 0.0) -> Deed:
    return Deed(kind, number, frozenset({number}), (LAVROV,), (KULEBA,), "actual", None, confidence)


def measured(gold: Entries, read: Entries) -> dict[str, float | None]:
    figures = (*calibration.FIGURES, *calibration.EXTRAS)
    return {row.name: row.value for row in rows(Measurement(figures, (Unit("a", calibration.count(gold, read)),)))}


GOLD = Entries(
    statements=tuple(saying(number, LAVROV) for number in range(10)), events=tuple(deed(number, "CONSULT") for number in range(10))
)


@pytest.mark.parametrize(
    ("confidence", "band"),
    [(0.0, "000"), (0.49, "000"), (0.5, "050"), (0.69, "060"), (0.7, "070"), (0.8, "080"), (0.9, "090"), (1.0, "090")],
)
def test_bands(confidence, band):
    """A band takes its lower edge, the last one its upper edge too; the other bands are empty."""
    found = measured(GOLD, Entries(statements=(saying(0, LAVROV, confidence),)))
    assert {name: value for name, value in found.items() if name.startswith("statements_precision") and value is not None} == {
        f"statements_precision_{band}": 1.0
    }


def test_precision_and_error():
    """Four of five entries at 0.9 are right: precision 0.8, error 0.1; events are judged by type and parties."""
    statements = tuple(saying(number, LAVROV if number else KULEBA, 0.9) for number in range(5))
    events = tuple(deed(number, "CONSULT" if number else "AID", 0.9) for number in range(5))
    found = measured(GOLD, Entries(statements=statements, events=events))
    assert found["statements_precision_090"] == found["events_precision_090"] == pytest.approx(0.8)
    assert found["statements_ece"] == found["events_ece"] == pytest.approx(0.1)


def test_error_weighs_bands_by_their_entries():
    """One entry at 1.0 that is right and three at 0.3 that are wrong: (0 + 3 · 0.3) / 4."""
    read = (saying(0, LAVROV, 1.0), *(saying(number, KULEBA, 0.3) for number in (1, 2, 3)))
    assert measured(GOLD, Entries(statements=read))["statements_ece"] == pytest.approx(0.225)


def test_an_entry_without_gold_is_wrong():
    """What the reading made up counts against its band."""
    found = measured(Entries(), Entries(statements=(saying(0, LAVROV, 0.95),)))
    assert found["statements_precision_090"] == 0.0


@pytest.mark.parametrize(
    ("sources", "precision", "given"),
    [
        ([LAVROV] * 10, 1.0, 1.0),
        ([LAVROV] * 9 + [KULEBA], 0.9, 1.0),  # a wrong speaker
        ([LAVROV] * 5 + [None] * 5, 1.0, 0.5),  # silence costs share, not precision
        ([LAVROV] * 5, 1.0, 0.5),  # quotations not found count as not given
        ([None] * 10, None, 0.0),
    ],
)
def test_direct_speakers(sources, precision, given):
    """Precision of the speakers named, and the share of direct quotations that have one named."""
    found = measured(GOLD, Entries(statements=tuple(saying(number, source) for number, source in enumerate(sources))))
    assert (found["direct_speaker_precision"], found["direct_speaker_given"]) == (precision, given)


def test_indirect_speech_is_no_direct_quotation():
    """Only gold's direct quotations are asked about."""
    gold = Entries(statements=(saying(0, LAVROV, manner="indirect"),))
    assert measured(gold, Entries(statements=(saying(0, KULEBA),)))["direct_speaker_precision"] is None
