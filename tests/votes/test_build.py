"""The shipped archive is what the builder makes of the vote data."""

from __future__ import annotations

import gzip
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.knowledge.rollcalls.archive import shipped
from dragoman.knowledge.rollcalls.published import published_digest, published_points

CHECKOUT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("DRAGOMAN_SHARED") or CHECKOUT.parent / "shared")
VOTES = SHARED / "data" / "votes"
SHIPPED = CHECKOUT / "src/dragoman/knowledge/rollcalls/data"

pytestmark = pytest.mark.skipif(not VOTES.is_dir(), reason="no ../shared/data/votes beside the checkout and DRAGOMAN_SHARED names none")


def test_rebuilding_changes_nothing(tmp_path: Path) -> None:
    """The committed files and the builder's agree, so nobody edited either alone."""
    pytest.importorskip("polars")
    pytest.importorskip("yaml")
    command = [sys.executable, "tools/build_rollcalls.py", "--data", str(VOTES), "--name", shipped().name, "--out", str(tmp_path)]
    subprocess.run(command, cwd=CHECKOUT, check=True, capture_output=True)
    for name in ("archive.jsonl.gz", "council.csv", "published_points.csv.gz"):
        assert _content(tmp_path / name) == _content(SHIPPED / name), name


def _content(path: Path) -> bytes:
    """What the file holds; compressed bytes differ between versions of zlib."""
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def test_published_points_are_those_of_the_file() -> None:
    polars = pytest.importorskip("polars")
    path = VOTES / "ideal_points_apr2020.parquet"
    assert hashlib.sha256(path.read_bytes()).hexdigest() == published_digest()
    table = polars.read_parquet(path).filter(polars.col("iso3c") == "PAK")
    for session, point in table.select("session", "IdealPoint").iter_rows():
        assert published_points()["PAK", session] == pytest.approx(point, abs=1e-6)
