"""Toponyms of news, found and located: LGL and GeoVirus for development, TR-News for the test.

Lieberman, Samet and Sankaranarayanan (2010), "Geotagging with local lexicons to build indexes for textually-specified spatial data";
Gritta, Pilehvar and Collier (2018), "Which Melbourne? Augmenting geocoding with maps"; Kamalloo and Rafiei (2018), "A coherent
unsupervised model for toponym resolution".

Gold are the toponyms with coordinates. `recall` is the share of them that a read toponym overlaps. `accuracy_161km` is the share of
these that are read as a place no more than 161 km (100 miles, the distance of the literature) from the gold point on the great circle;
of several overlapping ones the nearest counts, and an unresolved one is wrong. LGL annotates adjectives and peoples too ("Georgian"),
which the reader does not take for toponyms. `accuracy_resolved` leaves the unresolved out, `resolved` is the share that is not,
`recall_all` counts gold without coordinates (streets, buildings) as well. A unit is an article, or a paragraph where the set has
paragraphs; figures are also given for each set.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from dragoman.knowledge import Knowledge
from dragoman.model import Bundle
from dragoman.reading import Reader
from dragoman.resolving.places import located
from dragoman.values import Place
from evaluation.datasets import read_jsonl
from evaluation.figures import Figure, Measurement, Unit, share_figure
from evaluation.tasks import Given

FIGURES: tuple[Figure, ...] = (
    share_figure("recall", "recognised", "gold"),
    share_figure("accuracy_161km", "near", "recognised"),
)
EXTRAS: tuple[Figure, ...] = (
    share_figure("accuracy_resolved", "near", "resolved"),
    share_figure("resolved", "resolved", "recognised"),
    share_figure("recall_all", "recognised_all", "gold_all"),
)

NEAR = 161.0
_RADIUS = 6371.0


def files(split: str) -> tuple[str, ...]:
    """The sets of the split."""
    return ("geo/tr_news.jsonl.gz",) if split == "test" else ("geo/lgl.jsonl.gz", "geo/geovirus.jsonl.gz")


def measure(given: Given) -> Measurement:
    """The toponyms of every text, read from it alone and located, compared with the annotated ones."""
    reader, knowledge = Reader(Bundle.load(given.bundle)), Knowledge.load()
    units = []
    for path in files(given.split):
        for number, line in enumerate(read_jsonl(given.data / path)):
            read = located(reader.places(line["text"]), line["text"], knowledge)
            units.append(Unit(f"{line['id']} {number}", count(line["toponyms"], read), PurePath(path).name.split(".")[0]))
    return Measurement(FIGURES, tuple(units), EXTRAS)


def count(gold: Sequence[dict[str, Any]], read: Sequence[Place]) -> Counter[str]:
    """Gold toponyms, those recognised, those of them that are resolved, and those that lie near."""
    counts: Counter[str] = Counter()
    for toponym in gold:
        found = [place for place in read if place.span.start < toponym["end"] and toponym["start"] < place.span.end]
        counts.update(gold_all=1, recognised_all=bool(found))
        if toponym.get("lat") is not None:
            apart = [
                kilometres((toponym["lat"], toponym["lon"]), (one.lat, one.lon))
                for one in found
                if one.lat is not None and one.lon is not None
            ]
            counts.update(gold=1, recognised=bool(found), resolved=bool(apart), near=bool(apart and min(apart) <= NEAR))
    return counts


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The great-circle distance of two points in degrees of latitude and longitude, on a sphere of 6,371 km (haversine)."""
    lat, lon, to_lat, to_lon = map(math.radians, (*one, *other))
    chord = math.sin((to_lat - lat) / 2) ** 2 + math.cos(lat) * math.cos(to_lat) * math.sin((to_lon - lon) / 2) ** 2
    return 2 * _RADIUS * math.asin(math.sqrt(min(1.0, chord)))
