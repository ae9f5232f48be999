"""Fit the weights by which a toponym's place is chosen: `python -m training.places --data DIR --spans FILE`.

A conditional logit over the places of every toponym of LGL and GeoVirus: right are those within 161 km of the gold point. The documents
whose id hashes to an even number are fitted on, the others measured. Since what a toponym's neighbours say depends on the weights,
features and weights are worked out in turns. FILE keeps the toponyms that were read, so that the texts are read once; the weights
that are printed are those of `dragoman.resolving.senses`.
"""

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from dragoman.knowledge import Knowledge
from dragoman.reading import Reader
from dragoman.resolving.places import gather
from dragoman.resolving.senses import NAMES, WEIGHTS, Board
from dragoman.values import Place, Span
from evaluation.datasets import read_jsonl
from evaluation.tasks.places import NEAR, files, kilometres

TURNS = 3
PRIOR = 0.3  # of a weight's square, per document set
BLUR = 0.5

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Document:
    """A text's board; for every sense how many gold toponyms it was read for and of how many it lies near; gold that was recognised."""

    corpus: str
    fitted: bool
    board: Board | None
    asked: Floats
    near: Floats
    recognised: int


def fitted_on(identifier: str) -> bool:
    """Whether a document belongs to the half that the weights are fitted on."""
    return int(hashlib.sha256(identifier.encode()).hexdigest(), 16) % 2 == 0


def documents(data: Path, spans: Path) -> Iterable[Document]:
    """The documents with toponyms, read by the shipped bundle where FILE does not have them yet."""
    knowledge = Knowledge.load()
    kept = [json.loads(line) for line in spans.read_text().splitlines()] if spans.exists() else []
    lines = [(path, line) for path in files("dev") for line in read_jsonl(data / path)]
    reader = Reader() if len(kept) < len(lines) else None
    with spans.open("a") as file:
        for number, (path, line) in enumerate(lines):
            if number >= len(kept) and reader:
                kept.append([(place.span.start, place.span.end) for place in reader.places(line["text"])])
                print(json.dumps(kept[-1]), file=file, flush=True)
            yield document(path, line, kept[number], knowledge)


def document(path: str, line: dict, read: Sequence[tuple[int, int]], knowledge: Knowledge) -> Document:
    """One text with its gold."""
    places = [Place(Span.of(line["text"], start, end), None, None, None, None) for start, end in read]
    gathered = gather(places, line["text"], knowledge)
    senses = [sense for choice in gathered.choices for sense in choice.senses]
    starts = np.cumsum([0, *(len(choice.senses) for choice in gathered.choices)])
    asked, near, recognised = np.zeros(len(senses)), np.zeros(len(senses)), 0
    for gold in line["toponyms"]:
        over = [at for at, place in enumerate(places) if place.span.start < gold["end"] and gold["start"] < place.span.end]
        if gold.get("lat") is None or not over:
            continue
        recognised += 1
        number = next((gathered.of[at] for at in over if gathered.of[at] is not None), None)
        for at in range(starts[number], starts[number + 1]) if number is not None else ():
            asked[at] += 1
            near[at] += kilometres((gold["lat"], gold["lon"]), (senses[at].lat, senses[at].lon)) <= NEAR
    board = Board.of(gathered.choices) if senses else None
    return Document(Path(path).name.split(".")[0], fitted_on(line["id"]), board, asked, near, recognised)


def fit(weights: Floats, given: Sequence[Document]) -> Floats:
    """The weights that make the right places of the fitted half likeliest, their neighbours' meanings held fast."""
    rows, groups, right, counts, last = [], [], [], [], 0
    for one in given:
        if not one.fitted or one.board is None:
            continue
        features = one.board.features(one.board.chances(weights))
        for choice in np.unique(one.board.choice):
            here = one.board.choice == choice
            good = one.near[here] >= BLUR * np.maximum(one.asked[here], 1)
            if good.any() and not good.all():
                rows.append(features[here])
                groups.append(np.full(here.sum(), last))
                right.append(good)
                counts.append(np.sqrt(one.asked[here].max()))
                last += 1
    x, group, good, weight = np.vstack(rows), np.concatenate(groups), np.concatenate(right), np.array(counts)

    def loss(vector: Floats) -> tuple[float, Floats]:
        raised = np.exp(np.clip(x @ vector, -50, 50))
        whole, part = np.bincount(group, raised), np.bincount(group, raised * good)
        slope = x.T @ (weight[group] * (raised / whole[group] - raised * good / part[group]))
        return float(weight @ np.log(whole / part) + PRIOR * vector @ vector), slope + 2 * PRIOR * vector

    return minimize(loss, weights, jac=True, method="L-BFGS-B", options={"maxiter": 300}).x


def accuracy(weights: Floats, given: Iterable[Document]) -> dict[str, str]:
    """Right, recognised and their quotient, for each set and half."""
    counts: Counter[tuple[str, str]] = Counter()
    for one in given:
        hits = 0.0
        if one.board is not None:
            chances = one.board.chances(weights)
            for choice in np.unique(one.board.choice):
                here = np.flatnonzero(one.board.choice == choice)
                hits += one.near[here[chances[here].argmax()]]
        for name in (one.corpus, "both"):
            for half in ("fitted" if one.fitted else "other half", "whole"):
                counts.update({(f"{name}, {half}", "hits"): int(hits), (f"{name}, {half}", "recognised"): one.recognised})
    names = sorted({name for name, _ in counts})
    return {name: f"{counts[name, 'hits'] / counts[name, 'recognised']:.3f} of {counts[name, 'recognised']}" for name in names}


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(prog="python -m training.places", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--spans", type=Path, required=True, metavar="FILE")
    options = parser.parse_args()
    given = list(documents(options.data, options.spans))
    weights = np.array([WEIGHTS[name] for name in NAMES])
    print(json.dumps(accuracy(weights, given), indent=1))
    for _ in range(TURNS):
        weights = fit(weights, given)
        print(json.dumps(accuracy(weights, given), indent=1))
    print(json.dumps({name: round(float(weight), 2) for name, weight in zip(NAMES, weights, strict=True)}, indent=1))


if __name__ == "__main__":
    main()
