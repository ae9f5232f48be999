"""Builds the shipped roll-call archive from the vote data: `python tools/build_rollcalls.py --data ../shared/data/votes --name 2026-11`.

Reads Parquet (extra `[tables]`), corrections.yaml and descriptions.csv; writes archive.jsonl.gz, council.csv and published_points.csv.gz
beside them. The same input gives the same bytes. `unsc_decisions` and `unsc_meetings` are never read: their licence is GPL-3.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import polars as pl
import yaml

from dragoman.knowledge.rollcalls.archive import LETTERS, RollCall, seat_places, write
from dragoman.knowledge.rollcalls.seats import seat_code, seats
from dragoman.knowledge.rollcalls.symbols import from_unvotes, official

PACKAGE = Path(__file__).parents[1] / "src/dragoman/knowledge/rollcalls"
Votes = dict[str, str]

VOETEN = "Voeten, Strezhnev and Bailey, United Nations General Assembly Voting Data, through the package unvotes"
COMPILED = "compiled from published voting records (facts)"
COUNCIL_STATES = {"USSR": "RUS", "Russia": "RUS", "UK": "GBR", "USA": "USA", "France": "FRA", "China": "CHN"}


@dataclass(frozen=True)
class Sources:
    """The folder of vote data and the corrections to it."""

    folder: Path
    corrections: dict[str, list[dict[str, Any]]]

    def rows(self, name: str) -> list[dict[str, str]]:
        """The rows of a CSV file, plain or gzipped."""
        path = self.folder / name
        text = gzip.decompress(path.read_bytes()).decode() if name.endswith(".gz") else path.read_text(encoding="utf-8")
        return list(csv.DictReader(text.splitlines(keepends=True)))


def letters(votes: Votes, members: Iterable[str]) -> str:
    """One letter a seat: the recorded answer, `?` for a member without one, `.` for a non-member."""
    sitting = set(members)
    return "".join(LETTERS[votes[code]] if code in votes else "?" if code in sitting else "." for code in seat_places())


def assembly_members(day: str, precision: str) -> set[str]:
    """Who was a member on `day`, or on all of its month: members of a part of the month count where their vote is recorded."""
    first, last = (f"{day[:7]}-01", f"{day[:7]}-31") if precision == "month" else (day, day)
    return {code for code, seat in seats().items() if seat.held(first, first) and seat.held(last, last)}


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
            session=_session(rows[0]["date"]),
            date=rows[0]["date"],
            precision="day",
            title=rows[0]["title"],
            kind="resolution",
            quality="reconstructed" if rebuilt else "exact",
            source="compiled",
            letters=letters(votes, assembly_members(rows[0]["date"], "day")),
            tally=_tally(Counter(row["vote"] for row in rows)),
        )


def _tally(counts: Counter[str]) -> tuple[int, int, int, int]:
    return counts["yes"], counts["no"], counts["abstain"], counts["absent"]


def _session(day: str) -> int:
    """The regular session that was on: sessions open in the middle of September."""
    return int(day[:4]) - 1945 - (day[5:] < "09-15")


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
            session=_session(row["date"]),
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


def with_absences(sources: Sources, roll_calls: list[RollCall]) -> list[RollCall]:
    """`roll_calls` with the absences of the roll calls on Palestine and of A/RES/68/262, and those on Palestine that were missing.

    Two roll calls are the same where they are of one month and no more than two of the states in both differ.
    """
    found = {roll_call.id: roll_call for roll_call in roll_calls}
    for day, title, votes in (*_palestine(sources), *_crimea(sources)):
        same = _same_roll_call(roll_calls, day, votes)
        if same is not None:
            found[same.id] = _filled(found[same.id], votes, day)
        elif day >= "2020-01-01" and not any(known.date == day and known.title == title for known in roll_calls):
            new = _palestine_roll_call(day, title, votes, len(found))
            found[new.id] = new
    return list(found.values())


def _palestine(sources: Sources) -> list[tuple[str, str, Votes]]:
    grouped: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in sources.rows("unga_votes_palestine_1983_2022_with_absences.csv.gz"):
        grouped[row["vote_id"]].append(row)
    return [(rows[0]["date"], rows[0]["title"], {row["iso3"]: row["vote"] for row in rows}) for rows in grouped.values()]


def _crimea(sources: Sources) -> list[tuple[str, str, Votes]]:
    item = next(item for item in json.loads((sources.folder / "unga_68-262_es-11-1.json").read_text()) if item["code"] == "68/262")
    votes = {seat_code(name.strip()): answer for key, answer in _JSON_ANSWERS.items() for name in item.get(key, ())}
    return [("2014-03-27", "Territorial integrity of Ukraine", votes)]


_JSON_ANSWERS = {"approve": "yes", "against": "no", "abstain": "abstain", "absent": "absent"}


def _same_roll_call(roll_calls: list[RollCall], day: str, votes: Votes) -> RollCall | None:
    best: tuple[int, RollCall] | None = None
    for roll_call in roll_calls:
        if roll_call.body != "UNGA" or roll_call.date[:7] != day[:7] or (roll_call.precision == "day" and roll_call.date != day):
            continue
        differ = sum(1 for code in votes if (known := roll_call.answer(code)) in ("yes", "no", "abstain") and known != votes[code])
        both = sum(1 for code in votes if roll_call.answer(code) in ("yes", "no", "abstain"))
        if both > 60 and differ <= 2 and (best is None or differ < best[0]):
            best = (differ, roll_call)
    return best[1] if best else None


def _filled(roll_call: RollCall, votes: Votes, day: str) -> RollCall:
    """`roll_call` with absences where nothing was recorded, and with its true day."""
    absent = {seat for seat, answer in votes.items() if answer == "absent"}
    codes = list(seat_places())
    marked = "".join("x" if letter == "?" and codes[place] in absent else letter for place, letter in enumerate(roll_call.letters))
    return replace(roll_call, letters=marked, date=day, precision="day", note="absences from a second source")


def _palestine_roll_call(day: str, title: str, votes: Votes, number: int) -> RollCall:
    return RollCall(
        id=f"A#{day}-{number}",
        body="UNGA",
        session=_session(day),
        date=day,
        precision="day",
        title=title,
        kind="resolution",
        quality="exact",
        source="compiled",
        issues=("Palestinian conflict",),
        letters=letters(votes, assembly_members(day, "day")),
        tally=_tally(Counter(votes.values())),
        note="the source gives no symbol",
    )


def council(sources: Sources) -> Iterator[RollCall]:
    """Roll calls of the Security Council: two of 2022 and failed drafts by state, else who vetoed."""
    sitting = _council_members(sources)
    full = {roll_call.id: roll_call for roll_call in (*_failed_drafts(sources, sitting), *_ukraine(sources, sitting))}
    vetoes = _vetoes(sources)
    for draft, (day, title, vetoing) in vetoes.items():
        key = next((name for name in full if name == draft or name.split("#")[0] == draft), None)
        if key is not None:
            full[key] = replace(full[key], date=day, precision="day", title=title if full[key].source != "compiled" else full[key].title)
        else:
            full[draft] = _veto(draft, (day, title), vetoing, sitting[int(day[:4])])
    yield from full.values()


def _veto(draft: str, day_title: tuple[str, str], vetoing: list[str], members: set[str]) -> RollCall:
    return RollCall(
        id=draft,
        symbol=draft,
        body="UNSC",
        date=day_title[0],
        precision="day",
        title=day_title[1],
        kind="draft",
        quality="vetoes",
        source="vetoes",
        letters=letters(dict.fromkeys(vetoing, "no"), members),
        note="only the vetoes are known",
    )


def _council_members(sources: Sources) -> dict[int, set[str]]:
    years: dict[int, set[str]] = defaultdict(set)
    for row in sources.rows("unsc_membership_1946_2027.csv"):
        code = "RUS" if row["iso3"] == "SUN" else row["iso3"]
        if code == "YEM" and row["year"] < "1990":
            code = "YAR"
        years[int(row["year"])].add("TWN" if code == "CHN" and int(row["year"]) < 1971 else code)
    years[1971] |= {"CHN", "TWN"}
    return years


def _ukraine(sources: Sources, sitting: dict[int, set[str]]) -> Iterator[RollCall]:
    grouped: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in sources.rows("unsc_votes_ukraine_2022-02.csv"):
        grouped[row["draft_or_resolution"]].append(row)
    for symbol, rows in grouped.items():
        votes = {row["iso3"]: row["vote"] for row in rows}
        yield RollCall(
            id=symbol,
            symbol=symbol,
            body="UNSC",
            date=rows[0]["date"],
            precision="day",
            title=rows[0]["title"],
            kind="draft" if symbol.startswith("S/20") else "resolution",
            quality="exact",
            source="compiled",
            letters=letters(votes, sitting[2022]),
            tally=_tally(Counter(votes.values())),
            note=rows[0]["note"],
        )


def _failed_drafts(sources: Sources, sitting: dict[int, set[str]]) -> Iterator[RollCall]:
    grouped: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in sources.rows("unsc_votes_by_country_failed_drafts_and_samples.csv"):
        if row["meeting"] and row["voting_on"].strip() != "S/2017/962":
            grouped[row["meeting"], row["voting_on"].strip()].append(row)
    days = _meeting_days(sources)
    for (meeting, on), rows in grouped.items():
        year = int(rows[0]["year"])
        votes = {_council_code(row["iso3"], year): row["vote"] for row in rows}
        if not votes.keys() <= sitting[year]:
            print(f"left out {meeting} {on}: {sorted(votes.keys() - sitting[year])} sat not on the Council in {year}")
            continue
        yield _failed_draft(meeting, on, days.get(meeting, str(year)), letters(votes, sitting[year]))


def _meeting_days(sources: Sources) -> dict[str, str]:
    """The days of Council meetings, from the vetoes cast there and the list of corrections."""
    rows = (*sources.rows("unsc_vetoes_1946_2022-09.csv"), *sources.rows("unsc_vetoes_2022-09_to_2025-09.csv"))
    cast = {meeting: row["date"] for row in rows for meeting in row["meeting_record"].split()}
    return cast | {row["meeting"]: row["date"] for row in sources.corrections["meetings"]}


def _failed_draft(meeting: str, on: str, day: str, recorded: str) -> RollCall:
    symbol = on.split(" ")[0] if on.startswith("S/") else None
    part = "paragraph" if "aragraph" in on else "draft"
    return RollCall(
        id=f"{symbol or meeting}{'#' + on.split(' ', 1)[1].replace(' ', '-') if symbol and ' ' in on else ''}",
        symbol=symbol,
        body="UNSC",
        date=day,
        precision="day" if len(day) == 10 else "year",
        title=f"Failed draft {on} ({meeting})",
        kind=part,
        quality="recorded votes",
        source="council drafts",
        letters=recorded,
    )


def _council_code(code: str, year: int) -> str:
    return "TWN" if code == "CHN" and year < 1971 else "RUS" if code == "SUN" else code


def _vetoes(sources: Sources) -> dict[str, tuple[str, str, list[str]]]:
    found: dict[str, tuple[str, str, list[str]]] = {}
    rows = [
        (row["date"], row["draft"], row["agenda_item"], row["vetoing_members"].split("|"))
        for row in sources.rows("unsc_vetoes_1946_2022-09.csv")
    ]
    rows += [
        (row["date"], row["draft"], row["topic"], [row["vetoing_member"]]) for row in sources.rows("unsc_vetoes_2022-09_to_2025-09.csv")
    ]
    seen: Counter[tuple[str, str]] = Counter()
    for day, draft, topic, states in rows:
        codes = [COUNCIL_STATES.get(name) or seat_code(name) for name in states]
        codes = ["TWN" if code == "CHN" and day < "1971-10-25" else code for code in codes]
        key = " ".join(draft.split())
        if key in found and (found[key][0] != day or not key.startswith("S/20") or set(codes) & set(found[key][2])):
            seen[key, day] += 1
            key = f"{key}#{len([name for name in found if name.split('#')[0] == key]) + 1}"
        before = found[key][2] if key in found else []
        found[key] = (day, " ".join(topic.split()), [*before, *codes])
    return found


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
    years = _council_members(sources)
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
