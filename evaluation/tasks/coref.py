"""Coreference on GUM: which mentions of a text stand for the same, all kinds of mentions, found by the reader itself.

The figure is the CoNLL F1, the mean of MUC, B³ and CEAF-e over the documents together, chains of one mention dropped. A mention is right
only where its first and last words are. Marks of punctuation at the edges of a mention do not count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

import numpy as np

from dragoman.model import Bundle
from dragoman.reading import Reader
from evaluation.datasets import read_jsonl
from evaluation.figures import Array, Figure, Measurement, Sample, Unit, quotient
from evaluation.scoring import coref
from evaluation.tasks import Given

Mention = tuple[int, int]


def _f1(sample: Sample, measure: str) -> Array:
    recall = quotient(sample[f"{measure}_recall"], sample[f"{measure}_gold"])
    precision = quotient(sample[f"{measure}_precision"], sample[f"{measure}_read"])
    return quotient(2 * precision * recall, precision + recall)


def _figure(name: str, measures: tuple[str, ...]) -> Figure:
    return Figure(name, lambda sample: np.mean([_f1(sample, one) for one in measures], axis=0), lambda sample: sample["b3_gold"])


FIGURES: tuple[Figure, ...] = (_figure("conll_f1", coref.MEASURES),)
EXTRAS = tuple(_figure(f"{measure}_f1", (measure,)) for measure in coref.MEASURES)


def files(split: str) -> tuple[str, ...]:
    """The documents of the split."""
    return (f"treebank/gum_{split}.jsonl.gz",)


def measure(given: Given) -> Measurement:
    """Every document read whole, its chains compared with the annotated ones."""
    reader = Reader(Bundle.load(given.bundle))
    return Measurement(FIGURES, tuple(_unit(line, reader) for line in read_jsonl(given.data / files(given.split)[0])), EXTRAS)


def _unit(line: dict[str, Any], reader: Reader) -> Unit:
    return Unit(line["id"], compared(line, [[(span.start, span.end) for span in chain] for chain in reader.chains(line["text"])]))


def compared(line: dict[str, Any], read: Iterable[Iterable[Mention]]) -> Counter[str]:
    """The counts of `coref.count` for the annotated chains of a document and those that were read, in characters."""
    text = line["text"]
    gold: dict[int, list[Mention]] = {}
    for entity in line["entities"]:
        gold.setdefault(entity["cluster"], []).append(_edges(text, entity["start"], entity["end"]))
    ours = [[_edges(text, start, end) for start, end in chain] for chain in read]
    return coref.count(coref.chains(gold.values()), coref.chains(ours))


def _edges(text: str, start: int, end: int) -> Mention:
    """First and last character of the words of a mention."""
    found = [match.span() for match in re.finditer(r"\w+", text[start:end])]
    return (start + found[0][0], start + found[-1][1]) if found else (start, end)
