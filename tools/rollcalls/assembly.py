"""Roll calls of the General Assembly: 1946 to 2019, single ones by state, and the totals of 2025."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

import polars as pl

from dragoman.knowledge.rollcalls.archive import RollCall
from dragoman.knowledge.rollcalls.seats import seat_code
from dragoman.knowledge.rollcalls.symbols import from_unvotes, official
from rollcalls.sources import Sources, Votes, assembly_members, letters, session, tally


def voeten(sources: Sources) -> Iterator[RollCall]:
    """The roll calls of 1946 to 2019."""
    recorded = _voeten_votes(sources)
    issues = _issues(sources)
    table = pl.read_parquet(sources.folder / "un_roll_calls.parquet").sort("rcid")
    used: Counter[str] = Counter()
    for row in sorted(table.iter_rows(named=True), key=lambda row: (_kind(row) != "resolution", row["rcid"])):
        symbol = official(found, int(row["session"])) if (found := from_unvotes(row["unres"])) else None
        used[symbol or ""] += 1
        name = symbol if symbol and used[symbol] == 1 else f"{symbol or 'A'}#{row['rcid']}"
        votes = _succeeded(recorded[row["rcid"]], row["date"].isoformat(), sources)
        yield _voeten_roll_call(row, (name, symbol), votes, tuple(issues[row["rcid"]]))


def _voeten_roll_call(row: dict[str, Any], names: tuple[str, str | None], votes: Votes, issues: tuple[str, ...]) -> RollCall:
    day = row["date"].isoformat()
    precision = "month" if day < "2003-01-01" else "day"
    description = _clean(row["descr"])
    title = _clean(row["short"] or "") or description[:120] or names[1] or "(no title in the source)"
    return RollCall(
        id=names[0],
        symbol=names[1],
        body="UNGA",
        session=int(row["session"]),
        date=day[:7] if precision == "month" else day,
        precision=precision,
        title=title,
        description="" if description == title else description[:400],
        kind=_kind(row),
        quality="recorded votes",
        source="voeten",
        issues=issues,
        letters=letters(votes, assembly_members(day, precision)),
    )


def _succeeded(votes: Votes, day: str, sources: Sources) -> Votes:
    heirs = {row["seat"]: row["becomes"] for row in sources.corrections["successors"] if day >= row["from"]}
    return {heirs.get(code, code): answer for code, answer in votes.items()}


def _voeten_votes(sources: Sources) -> dict[int, Votes]:
    table = pl.read_parquet(sources.folder / "un_votes_1946_2019.parquet").with_columns(pl.col("country", "vote").cast(pl.String))
    codes = {name: seat_code(name) for name in table["country"].unique()}
    recorded: dict[int, Votes] = defaultdict(dict)
    for rcid, name, vote in table.select("rcid", "country", "vote").iter_rows():
        recorded[rcid][codes[name]] = vote
    return recorded


def _issues(sources: Sources) -> dict[int, list[str]]:
    table = pl.read_parquet(sources.folder / "un_roll_call_issues.parquet").with_columns(pl.col("issue").cast(pl.String))
    found: dict[int, list[str]] = defaultdict(list)
    for rcid, issue in table.select("rcid", "issue").sort("rcid", "issue").iter_rows():
        found[rcid].append(issue)
    return found


def _kind(row: dict[str, Any]) -> str:
    """What was voted on. The flags are missing for half of the roll calls; there the words of the description tell."""
    words = f"{row['short'] or ''} {row['descr']}".casefold()
    if row["amend"] == 1 or re.search(r"\bamendment (?:to|contained|in document)|to adopt an? .*\bamendment\b|sub-?amendment", words):
        return "amendment"
    if row["para"] == 1 or re.search(r"separate votes?|\b(?:operative|preambular) paragraph|^paragraph|\bparagraph \d", words):
        return "paragraph"
    if re.search(r"\bmotion\b|adjourn|point of order|no action", words):
        return "motion"
    return "unclear" if re.match(r"the (?:acting )?president", row["descr"].casefold()) else "resolution"


def _clean(text: str) -> str:
    return " ".join(re.sub(r"<[^>]*>|[\\_\x00-\x1f\x7f-\x9f]+", " ", text).split())


def by_state(sources: Sources, name: str) -> Iterator[RollCall]:
    """Single roll calls of the Assembly by state, absences known."""
    grouped: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in sources.rows(name):
        grouped[row["resolution"]].append(row)
    for symbol, rows in grouped.items():
        open_seats = {row["iso3"] for row in rows if "verify" in row["note"]}
        votes = {row["iso3"]: row["vote"] for row in rows if row["iso3"] not in open_seats}
        rebuilt = symbol.startswith("A/RES/ES-11/") and symbol != "A/RES/ES-11/1"
        yield RollCall(
            id=symbol,
            symbol=symbol,
            body="UNGA",
            session=session(rows[0]["date"]),
            date=rows[0]["date"],
            precision="day",
            title=rows[0]["title"],
            kind="resolution",
            quality="reconstructed" if rebuilt else "exact",
            source="compiled",
            letters=letters(votes, assembly_members(rows[0]["date"], "day")),
            tally=tally(Counter(row["vote"] for row in rows)),
        )


def tallies_2025(sources: Sources) -> Iterator[RollCall]:
    """The recorded votes of 2025: official totals, and ten states."""
    votes: dict[str, Votes] = defaultdict(dict)
    for row in sources.rows("unga_2025_votes_10_countries.csv.gz"):
        votes[row["resolution"]][row["iso3"]] = row["vote"]
    for row in sources.rows("unga_2025_resolution_tallies.csv"):
        yield RollCall(
            id=row["resolution"],
            symbol=row["resolution"],
            body="UNGA",
            session=session(row["date"]),
            date=row["date"],
            precision="day",
            title=row["title"],
            description="; ".join(dict.fromkeys(topic.strip().capitalize() for topic in row["topics"].split(",") if topic.strip()))[:400],
            kind="resolution",
            quality="tally",
            source="compiled",
            letters=letters(votes[row["resolution"]], assembly_members(row["date"], "day")),
            tally=(int(row["yes"]), int(row["no"]), int(row["abstain"]), int(row["absent"])),
        )
