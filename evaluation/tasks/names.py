"""Names on Universal NER, English-EWT: the persons, places and organisations of each sentence, span and type.

Mayhew et al. (2024), "Universal NER". A hit is a read name whose words and type are those of a gold name; names of other kinds
(OTH) are not scored on either side. Sentences are read one by one, as they are annotated.
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
    """Every sentence read by itself; a unit is the sentences of one document."""
    reader = Reader(Bundle.load(given.bundle))
    documents: dict[str, Counter[str]] = {}
    for line in read_jsonl(given.data / files(given.split)[0]):
        documents.setdefault(line.get("doc") or line["id"], Counter()).update(_count(line, reader))
    return Measurement(FIGURES, tuple(Unit(name, counts) for name, counts in documents.items()), EXTRAS)


def _count(line: dict[str, Any], reader: Reader) -> Counter[str]:
    gold = {name for name in uner_names(line) if name[2] in KINDS.values()}
    read = {(span.start, span.end, KINDS[kind]) for span, kind in reader.names(line["text"]) if kind in KINDS}
    counts = Counter(hit=len(gold & read), read=len(read), gold=len(gold))
    for kind in KINDS.values():
        ours, theirs = ({name for name in side if name[2] == kind} for side in (gold, read))
        counts.update({f"{kind}_hit": len(ours & theirs), f"{kind}_read": len(theirs), f"{kind}_gold": len(ours)})
    return counts
