"""The whole reader on the desk sets: statements, events, votes and ties as `docs/record.md` defines them, also by genre."""

from __future__ import annotations

from collections import Counter
from typing import Any

from evaluation.datasets import read_jsonl
from evaluation.entries import Entries, entries
from evaluation.figures import Figure, Measurement, Unit, f1_figure, share_figure
from evaluation.scoring import events, statements, ties, votes
from evaluation.tasks import Given

STATEMENT, EVENT = ("statement_read", "statement_gold"), ("event_read", "event_gold")


def _annotator(value: str) -> str:
    return f"second annotator, nine other articles: {value}"


FIGURES = (
    f1_figure("statement_f1", ("statement_hit", *STATEMENT)),
    f1_figure("statement_source_f1", ("statement_source", *STATEMENT), _annotator("0.97")),
    share_figure("source_accuracy", "statement_source", "statement_hit"),
    share_figure("state_accuracy", "state", "stated"),
    f1_figure("event_strict_f1", ("event_strict", *EVENT), _annotator("0.86")),
    f1_figure("event_quad_f1", ("event_quad", *EVENT), _annotator("0.89")),
    f1_figure("event_found_f1", ("event_found", *EVENT), _annotator("0.92")),
    share_figure("status_accuracy", "event_status", "event_strict"),
    f1_figure("vote_f1", ("vote_hit", "vote_read", "vote_gold")),
    f1_figure("tie_f1", ("tie_hit", "tie_read", "tie_gold")),
)
QUALITIES = ("content", "cue", "manner", "act", "within", "addressees", "date")
EXTRAS: tuple[Figure, ...] = (
    *(share_figure(f"statement_{quality}_accuracy", f"statement_{quality}", "statement_hit") for quality in QUALITIES),
    share_figure("event_date_accuracy", "event_date", "event_strict"),
    share_figure("statement_precision", "statement_hit", "statement_read"),
    share_figure("statement_recall", "statement_hit", "statement_gold"),
    share_figure("event_found_precision", "event_found", "event_read"),
    share_figure("event_found_recall", "event_found", "event_gold"),
)


def files(split: str) -> tuple[str, ...]:
    """The gold records of the split."""
    return (f"desk/desk_{split}.jsonl",)


def measure(given: Given) -> Measurement:
    """Every article read whole and compared with its gold record."""
    units = tuple(Unit(name, count(gold, read), genre(name)) for name, gold, read in compared(given))
    return Measurement(FIGURES, units, EXTRAS)


def compared(given: Given) -> list[tuple[str, Entries, Entries]]:
    """Article id, gold entries and read entries, all on gold's text."""
    golds = read_jsonl(given.data / files(given.split)[0])
    records = given.readings.of([gold["article"] for gold in golds])
    return [_compared(gold, record) for gold, record in zip(golds, records, strict=True)]


def _compared(gold: dict[str, Any], record: dict[str, Any]) -> tuple[str, Entries, Entries]:
    text = gold["article"]["text"]
    return gold["article"]["id"], entries(gold, text), entries(record, text)


def genre(name: str) -> str:
    """The collection that an article id begins with: gd, gv, pn, re3d, wh, wn."""
    return name.partition("-")[0]


def count(gold: Entries, read: Entries) -> Counter[str]:
    """All counts of one article."""
    return (
        statements.count(gold.statements, read.statements)
        + events.count(gold.events, read.events)
        + votes.count(gold.votes, read.votes)
        + ties.count(gold.ties, read.ties)
    )
