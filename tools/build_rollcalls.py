"""Builds the shipped roll-call archive from the vote data: `python tools/build_rollcalls.py --data ../shared/data/votes --name 2026-11`.

Reads Parquet (extra `[tables]`), corrections.yaml and descriptions.csv; writes archive.jsonl.gz, council.csv and published_points.csv.gz
beside them. The same input gives the same bytes. `unsc_decisions` and `unsc_meetings` are never read: their licence is GPL-3.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import polars as pl
import yaml
from rollcalls.absences import with_absences
from rollcalls.assembly import by_state, tallies_2025, voeten
from rollcalls.council import council, members
from rollcalls.sources import Sources

from dragoman.knowledge.rollcalls.archive import RollCall, seat_places, write

PACKAGE = Path(__file__).parents[1] / "src/dragoman/knowledge/rollcalls"


def corrected(roll_calls: Iterable[RollCall], sources: Sources) -> Iterator[RollCall]:
    """`roll_calls` with the corrections and descriptions applied."""
    described = {row["symbol"]: row for row in csv.DictReader((PACKAGE / "data/descriptions.csv").read_text().splitlines())}
    tallies = {row["symbol"]: row["tally"] for row in sources.corrections["tallies"]}
    unknown = [(row["symbol"], row["seats"]) for row in sources.corrections["unknown"] if "seats" in row]
    for roll_call in roll_calls:
        hidden = {code for symbol, codes in unknown if symbol == roll_call.id for code in codes}
        text = described.get(roll_call.id)
        yield replace(
            roll_call,
            letters="".join("?" if code in hidden else letter for code, letter in zip(seat_places(), roll_call.letters, strict=True)),
            tally=tuple(tallies[roll_call.id]) if roll_call.id in tallies else roll_call.tally,
            description=text["description"] if text else roll_call.description,
            issues=(text["issues"],) if text else roll_call.issues,
        )


def expected(sources: Sources, roll_calls: list[RollCall]) -> dict[str, dict[int, int]]:
    """How many recorded votes on resolutions the Assembly took in each year: those of the most active state, or ours where we have more."""
    years: Counter[int] = Counter()
    for row in sources.rows("unga_yearly_vote_counts_by_country_1946_2025.csv.gz"):
        years[int(row["year"])] = max(years[int(row["year"])], int(row["yes"]) + int(row["no"]) + int(row["abstain"]))
    held = Counter(int(roll_call.date[:4]) for roll_call in roll_calls if roll_call.body == "UNGA" and roll_call.kind == "resolution")
    return {"UNGA": {year: max(number, held[year]) for year, number in sorted(years.items()) if year <= 2025}}


def published(sources: Sources) -> str:
    """The published ideal points (Bailey, Strezhnev and Voeten, April 2020) as CSV, one row a state and session."""
    path = sources.folder / "ideal_points_apr2020.parquet"
    table = pl.read_parquet(path).sort("session", "ccode")
    codes = {255: "DEU", 260: "DEU", 678: "YAR", 680: "YMD", 511: "EAZ"}
    lines = [f"# {hashlib.sha256(path.read_bytes()).hexdigest()}", "iso3,session,votes,ideal_point,low,high"]
    for row in table.iter_rows(named=True):
        code = codes.get(row["ccode"], row["iso3c"])
        code = "SRB" if code == "YUG" and row["session"] >= 55 else code
        lines.append(f"{code},{row['session']},{row['NVotes']},{row['IdealPoint']:.6f},{row['Q5%']:.6f},{row['Q95%']:.6f}")
    return "\n".join(lines) + "\n"


def build(sources: Sources, name: str, folder: Path) -> list[RollCall]:
    """Writes the data files and returns the archive's roll calls in their order."""
    assembly = [*voeten(sources), *by_state(sources, "unga_votes_es11_1_to_6.csv"), *by_state(sources, "unga_votes_after_2021-03.csv")]
    everything = [*with_absences(sources, assembly), *tallies_2025(sources), *council(sources)]
    ordered = sorted(corrected(everything, sources), key=lambda item: (item.body, item.date, item.id))
    doubled = [key for key, count in Counter(item.id for item in ordered).items() if count > 1]
    if doubled:
        raise SystemExit(f"ids that stand twice: {doubled}")
    write(folder / "archive.jsonl.gz", {"archive": name, "expected": expected(sources, ordered)}, ordered)
    (folder / "published_points.csv.gz").write_bytes(gzip.compress(published(sources).encode(), mtime=0))
    years = members(sources)
    (folder / "council.csv").write_text("year,members\n" + "".join(f"{year},{' '.join(sorted(years[year]))}\n" for year in sorted(years)))
    return ordered


def main() -> None:
    """Builds and prints how many roll calls of each body and quality there are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--name", required=True)
    parser.add_argument("--out", type=Path, default=PACKAGE / "data")
    options = parser.parse_args()
    corrections = yaml.safe_load((PACKAGE / "corrections.yaml").read_text())
    made = build(Sources(options.data, corrections), options.name, options.out)
    for key, number in sorted(Counter((item.body, item.quality, item.kind) for item in made).items()):
        print(*key, number)


if __name__ == "__main__":
    main()
