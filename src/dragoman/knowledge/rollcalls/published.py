"""The published ideal points of the Assembly (Bailey, Strezhnev and Voeten, April 2020; sessions 1 to 74), to compare ours with."""

from __future__ import annotations

import csv
import gzip
from functools import cache
from importlib.resources import files


@cache
def published_points() -> dict[tuple[str, int], float]:
    """The published point by state and session; of two rows of one state (Germany in session 45) the one with more votes."""
    rows = sorted(csv.DictReader(_lines()[1:]), key=lambda row: int(row["votes"]))
    return {(row["iso3"], int(row["session"])): float(row["ideal_point"]) for row in rows}


def published_digest() -> str:
    """The SHA-256, in hexadecimal digits, of the file that the table was made from."""
    return _lines()[0].removeprefix("# ")


@cache
def _lines() -> list[str]:
    data = (files("dragoman.knowledge.rollcalls") / "data" / "published_points.csv.gz").read_bytes()
    return gzip.decompress(data).decode().splitlines()
