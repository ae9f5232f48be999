"""Reports of votes found by the whole reader, on passages that report votes and on as hard ones that do not.

The passages and their votes are `training/votes/reports.jsonl` of the checkout, not of the data directory; `README.md` there says how
they were drawn and annotated. A vote is right as in the task `desk`: body, choice, and half of the voters or the same count.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from evaluation.datasets import CHECKOUT, read_jsonl
from evaluation.entries import Entries, entries
from evaluation.figures import Figure, Measurement, Unit, f1_figure, precision_figure, share_figure
from evaluation.scoring import votes
from evaluation.tasks import Given

PATH = CHECKOUT / "training" / "votes" / "reports.jsonl"
FIGURES: tuple[Figure, ...] = (
    f1_figure("f1", ("vote_hit", "vote_read", "vote_gold")),
    precision_figure("precision", "vote_hit", "vote_read"),
    share_figure("recall", "vote_hit", "vote_gold"),
)
EXTRAS: tuple[Figure, ...] = (share_figure("silent_passages_kept_silent", "kept_silent", "silent"),)


def files(_split: str) -> tuple[str, ...]:
    """None of the data directory: the set lies in the checkout."""
    return ()


def measure(given: Given) -> Measurement:
    """Every passage of the split read whole; one unit a passage."""
    golds = [gold for gold in read_jsonl(PATH) if gold["article"]["split"] == given.split]
    records = given.readings.of([gold["article"] for gold in golds])
    return Measurement(FIGURES, tuple(_unit(gold, record) for gold, record in zip(golds, records, strict=True)), EXTRAS)


def _unit(gold: dict[str, Any], record: dict[str, Any]) -> Unit:
    text = gold["article"]["text"]
    return Unit(gold["article"]["id"], count(entries(gold, text), entries(record, text)))


def count(gold: Entries, read: Entries) -> Counter[str]:
    """The counts of one passage: votes, and whether one without a report was left without."""
    silent = not gold.votes
    return votes.count(gold.votes, read.votes) + Counter(silent=silent, kept_silent=silent and not read.votes)
