"""Attribution on PolNeAR: sources, cues, contents and the triples that they form."""

from __future__ import annotations

from typing import Any

from evaluation.datasets import read_jsonl
from evaluation.figures import Figure, Measurement, Unit, f1_figure
from evaluation.scoring import attribution
from evaluation.tasks import Given

CITRON = "on test: Citron retrained {} (second annotator, train: {})"
REFERENCES = {
    "source_exact": CITRON.format("0.65", "0.80"),
    "cue_exact": CITRON.format("0.53", "0.71"),
    "content_exact": CITRON.format("0.39", "0.68"),
    "triple_overlap": "on test: Citron retrained 0.54, textacy 0.27 (second annotator, train: 0.74)",
    "triple_exact": "second annotator, train: 0.56",
}


def _f1(name: str, reference: str = "") -> Figure:
    return f1_figure(f"{name}_f1", (f"{name}_hit", f"{name}_read", f"{name}_gold"), reference)


FIGURES = tuple(_f1(name, reference) for name, reference in REFERENCES.items())
EXTRAS = tuple(_f1(f"{role}_tokens") for role in attribution.ROLES)


def files(split: str) -> tuple[str, ...]:
    """The documents of the split."""
    return (f"attribution/polnear_{split}.jsonl.gz",)


def measure(given: Given) -> Measurement:
    """Every document read whole and compared with its first annotator."""
    documents = read_jsonl(given.data / files(given.split)[0])
    records = given.readings.of([_line(document) for document in documents])
    return Measurement(FIGURES, tuple(_unit(document, record) for document, record in zip(documents, records, strict=True)), EXTRAS)


def _line(document: dict[str, Any]) -> dict[str, Any]:
    return {**{key: document.get(key) for key in ("id", "title", "date", "text")}, "outlet": document.get("publisher")}


def _unit(document: dict[str, Any], record: dict[str, Any]) -> Unit:
    read = attribution.read_triples(record, document["text"])
    return Unit(document["id"], attribution.count(attribution.gold_triples(document), read))
