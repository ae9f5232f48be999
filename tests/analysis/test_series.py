"""Two accounts of one series tell of two acts, however alike their words are; what they tell of others may be one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.analysis.merging import merged
from dragoman.values import Record
from tests.analysis.made import Made

CALL = "Biden reaffirmed the steadfast support of his country for Ukraine. Russia shelled the harbour of Odesa in Ukraine."
READOUTS = ("Readout of President Biden’s Call with Pakistan", "Readout of President Biden’s Call with India")
NEWS = ("Biden sends more arms", "Biden speaks of Ukraine")


def told(titles: tuple[str, str], outlets: tuple[str, str], kind: str, who: str, trigger: str) -> list[Record]:
    records = []
    for name, title, outlet in zip("ab", titles, outlets, strict=True):
        made = Made(CALL, name, "2022-03-07", outlet)
        made.done(kind, trigger, (who,), ("Ukraine",), date="2022-03-07")
        record = made.record()
        records.append(replace(record, article=replace(record.article, title=title)))
    return records


@pytest.mark.parametrize(
    ("titles", "outlets", "kind", "who", "trigger", "acts"),
    [
        (READOUTS, ("The White House", "The White House"), "SUPPORT", "Biden", "reaffirmed", 2),
        (READOUTS, ("The White House", "Dawn"), "SUPPORT", "Biden", "reaffirmed", 1),
        (NEWS, ("Dawn", "Dawn"), "SUPPORT", "Biden", "reaffirmed", 1),
        (READOUTS, ("The White House", "The White House"), "ASSAULT", "Russia", "shelled", 1),
        (("General Debate, Mali", "General Debate, Chad"), ("United Nations", "United Nations"), "SUPPORT", "officials", "reaffirmed", 2),
    ],
    ids=["two readouts", "two outlets", "no accounts of their own", "a deed done elsewhere", "who is not named"],
)
def test_what_is_done_in_two_accounts_is_two_acts(
    titles: tuple[str, str], outlets: tuple[str, str], kind: str, who: str, trigger: str, acts: int
):
    assert len(merged(told(titles, outlets, kind, who, trigger))) == acts


def test_words_spoken_in_two_accounts_are_two_acts():
    """Word for word the same, to one whom nobody names."""
    records = []
    for name, title in zip("ab", READOUTS, strict=True):
        made = Made("Biden said that Russia must end the war and leave Ukraine at once.", name, outlet="The White House")
        made.said("Biden", "said", "that Russia must end the war and leave Ukraine at once")
        record = made.record()
        records.append(replace(record, article=replace(record.article, title=title)))
    assert len(merged(records)) == 2
    assert len(merged([replace(one, article=replace(one.article, title=NEWS[0])) for one in records])) == 1
