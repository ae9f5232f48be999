"""False alarms: events read in sixty texts that report no political event, drawn by the rule of `evaluation.quiet`.

`events_per_article` is the events read in all, whatever their status, by the number of texts; at most 3 in all 60, 0.05, is the aim.
`silent_articles` is the share of texts in which none is read. The texts are the same on every split.
"""

from __future__ import annotations

from evaluation import quiet
from evaluation.datasets import read_jsonl
from evaluation.figures import Figure, Measurement, Unit, quotient, share_figure
from evaluation.tasks import Given

FIGURES: tuple[Figure, ...] = (
    Figure(
        "events_per_article",
        lambda sample: quotient(sample["events"], sample["articles"]),
        lambda sample: sample["articles"],
        better="lower",
    ),
)
EXTRAS: tuple[Figure, ...] = (share_figure("silent_articles", "silent", "articles"),)


def files(split: str) -> tuple[str, ...]:  # noqa: ARG001 - the texts are the same on every split
    """The corpus that the texts are drawn from."""
    return ("corpora/wikinews_2019_2021.jsonl.gz",)


def measure(given: Given) -> Measurement:
    """Every text read whole, and its events counted."""
    lines = quiet.drawn(read_jsonl(given.data / files(given.split)[0]))
    records = given.readings.of(lines)
    units = (_unit(line["id"], len(record.get("events", ()))) for line, record in zip(lines, records, strict=True))
    return Measurement(FIGURES, tuple(units), EXTRAS)


def _unit(name: str, events: int) -> Unit:
    return Unit(name, {"articles": 1, "events": events, "silent": float(not events)})
