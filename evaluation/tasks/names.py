"""Names on Universal NER, English-EWT: the persons, places and organisations of each sentence, span and type.

Mayhew et al. (2024), "Universal NER". A hit is a read name whose words and type are those of a gold name; names of other kinds
(OTH) are not scored on either side. Documents are read whole, their sentences in order.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from dragoman.model import Bundle
from dragoman.reading import Reader
from evaluation.datasets import read_jsonl, uner_names
from evaluation.figures import Figure, Measurement, Unit, f1_figure
from evaluation.tasks import Given

KINDS = {"person": "PER", "place": "LOC", "organisation": "ORG"}

FIGURES: tuple[Figure, ...] = (f1_figure("f1", ("hit", "read", "gold"), "on test: spaCy's small model 0.57"),)
EXTRAS = tuple(f1_figure(f"{kind}_f1", (f"{kind}_hit", f"{kind}_read", f"{kind}_gold")) for kind in KINDS.values())


def files(split: str) -> tuple[str, ...]:
    """The sentences of the split."""
    return (f"entities/uner_ewt_{split}.jsonl.gz",)


def measure(given: Given) -> Measurement:
    """Every document read whole, as the reader is given articles; each of its sentences is a paragraph."""
    reader = Reader(Bundle.load(given.bundle))
    documents: dict[str, list[dict[str, Any]]] = {}
    for line in read_jsonl(given.data / files(given.split)[0]):
        documents.setdefault(line.get("doc") or line["id"], []).append(line)
    return Measurement(FIGURES, tuple(Unit(name, _count(lines, reader)) for name, lines in documents.items()), EXTRAS)


def _count(lines: list[dict[str, Any]], reader: Reader) -> Counter[str]:
    gold: set[tuple[int, int, str]] = set()
    text = ""
    for line in lines:
        gold |= {(len(text) + start, len(text) + end, kind) for start, end, kind in uner_names(line) if kind in KINDS.values()}
        text += line["text"].replace("\n", " ") + "\n"
    read = {(span.start, span.end, KINDS[kind]) for span, kind in reader.names(text) if kind in KINDS}
    counts = Counter(hit=len(gold & read), read=len(read), gold=len(gold))
    for kind in KINDS.values():
        ours, theirs = ({name for name in side if name[2] == kind} for side in (gold, read))
        counts.update({f"{kind}_hit": len(ours & theirs), f"{kind}_read": len(theirs), f"{kind}_gold": len(ours)})
    return counts
