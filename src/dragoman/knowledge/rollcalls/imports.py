"""Reads files of votes that a user brings: the UN Digital Library's CSV exports and Voeten's UNVotes.csv (formats: docs/votes.md)."""

from __future__ import annotations

import csv
import gzip
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dragoman.errors import KnowledgeError
from dragoman.knowledge.rollcalls.archive import CAST, LETTERS, RollCall, seat_places
from dragoman.knowledge.rollcalls.council import council_members
from dragoman.knowledge.rollcalls.seats import by_cow, seat_code, seats
from dragoman.knowledge.rollcalls.symbols import from_unvotes, official

Row = dict[str, str]

LIBRARY = ("ms_code", "ms_name", "ms_vote", "date", "resolution", "total_yes", "total_no", "total_abstentions", "total_non_voting")
VOETEN = ("rcid", "ccode", "vote", "session", "date", "unres", "descr", "yes", "no", "abstain")
LIBRARY_ANSWERS = {"Y": "yes", "N": "no", "A": "abstain", "X": "absent", "NV": "absent"}
VOETEN_ANSWERS = {"1": "yes", "2": "abstain", "3": "no", "8": "absent", "9": ""}


@dataclass(frozen=True, slots=True)
class Imported:
    """The roll calls of a file, in its order, and what is wrong with those that were left out, one line each."""

    roll_calls: tuple[RollCall, ...]
    faults: tuple[str, ...]


def read_votes(path: Path) -> Imported:
    """The roll calls in the CSV file `path` (plain or .gz).

    A roll call whose states do not add up to its totals, or that names a state, an answer or a day that is not known, is a fault.
    Raises KnowledgeError where the file cannot be read or is in neither format.
    """
    rows = _rows(path)
    columns = rows[0].keys() if rows else set()
    if set(LIBRARY) <= columns:
        return _collected(rows, "resolution", _library_roll_call)
    if set(VOETEN) <= columns:
        return _collected(rows, "rcid", _voeten_roll_call)
    missing = [column for column in LIBRARY if column not in columns]
    raise KnowledgeError(
        f"{path}: neither a UN Digital Library export (no column {', '.join(missing)}) nor Voeten's UNVotes.csv; see docs/votes.md"
    )


def _rows(path: Path) -> list[Row]:
    try:
        data = path.read_bytes()
        text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8-sig")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path}: cannot be read as CSV in UTF-8 ({error}); give another file") from error
    return list(csv.DictReader(text.splitlines(keepends=True)))


def _collected(rows: list[Row], key: str, made: Callable[[list[Row]], RollCall]) -> Imported:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row[key], []).append(row)
    good: list[RollCall] = []
    faults: list[str] = []
    for name, group in groups.items():
        try:
            good.append(made(group))
        except KnowledgeError as error:
            faults.append(f"{name or '(no symbol)'}: {error}")
    return Imported(tuple(good), tuple(faults))


def _library_roll_call(rows: list[Row]) -> RollCall:
    first = rows[0]
    body = "UNSC" if first["resolution"].startswith("S/") else "UNGA"
    votes = _answers((_library_seat(row), row["ms_vote"]) for row in rows if row["ms_vote"].strip())
    recorded = _answered(votes, LIBRARY_ANSWERS)
    totals = [_number(first, column) for column in ("total_yes", "total_no", "total_abstentions", "total_non_voting")]
    tally = (totals[0], totals[1], totals[2], totals[3])
    _compare(recorded, tally)
    day = _day(first["date"])
    symbol = re.sub(r"^(S/RES/\d+)\(\d{4}\)$", r"\1", re.sub(r"\s", "", first["resolution"]))
    return RollCall(
        id=symbol,
        symbol=symbol,
        body=body,
        session=_session(day) if body == "UNGA" else None,
        date=day,
        precision="day",
        title=first.get("title") or first.get("description") or symbol,
        description="; ".join(filter(None, (first.get("agenda_title"), first.get("subjects"))))[:400],
        kind="resolution",
        quality="exact",
        source="UN Digital Library",
        letters=_letters(recorded, body, day),
        tally=tally,
    )


def _library_seat(row: Row) -> str:
    try:
        return seat_code(row["ms_code"])
    except KnowledgeError:
        return seat_code(row["ms_name"])


def _voeten_roll_call(rows: list[Row]) -> RollCall:
    first = rows[0]
    day = _day(first["date"])
    votes = _answers((_voeten_seat(row, day), row["vote"].strip()) for row in rows)
    recorded = {code: answer for code, answer in _answered(votes, VOETEN_ANSWERS).items() if answer}
    _compare(recorded, (_number(first, "yes"), _number(first, "no"), _number(first, "abstain"), None))
    symbol = from_unvotes(first["unres"])
    symbol = official(symbol, int(first["session"])) if symbol else None
    part = first.get("amend") == "1" or first.get("para") == "1"
    return RollCall(
        id=f"{symbol or 'A'}#{first['rcid']}" if part or not symbol else symbol,
        symbol=symbol,
        body="UNGA",
        session=int(first["session"]),
        date=day if day >= "2003" else day[:7],
        precision="day" if day >= "2003" else "month",
        title=first.get("short") or first["descr"][:120] or "(no title in the source)",
        description=first["descr"][:400],
        kind="paragraph" if part else "resolution",
        quality="exact",
        source="Voeten",
        letters=_letters(recorded, "UNGA", day),
    )


def _voeten_seat(row: Row, day: str) -> str:
    code = by_cow().get(int(row["ccode"])) if row["ccode"].strip().isdigit() else None
    if code is None:
        raise KnowledgeError(f"unknown state {row.get('Countryname') or row['ccode']!r} (ccode {row['ccode']}): correct the file")
    return {"YUG": "SRB", "SRB": "YUG"}.get(code, code) if (code in ("YUG", "SRB") and (code == "YUG") == (day >= "2000-11-01")) else code


def _answers(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    found = list(pairs)
    doubled = [code for code, count in Counter(code for code, _ in found).items() if count > 1]
    if doubled:
        raise KnowledgeError(f"{', '.join(doubled)} stand twice: remove the second row")
    return found


def _answered(votes: list[tuple[str, str]], known: dict[str, str]) -> dict[str, str]:
    for code, letter in votes:
        if letter.strip().upper() not in known:
            raise KnowledgeError(f"{code} has the unknown vote {letter!r}: give one of {', '.join(known)}")
    return {code: known[letter.strip().upper()] for code, letter in votes}


def _compare(recorded: dict[str, str], tally: tuple[int, int, int, int | None]) -> None:
    counts = Counter(recorded.values())
    for answer, total in zip((*CAST, "absent"), tally, strict=True):
        if total is not None and counts[answer] != total:
            raise KnowledgeError(f"the states add up to {counts[answer]} {answer}, the total says {total}: complete or correct the rows")


def _number(row: Row, column: str) -> int:
    text = row[column].strip() or "0"
    if not text.isdigit():
        raise KnowledgeError(f"{column} is {text!r}: give a whole number")
    return int(text)


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text.strip()[:10]).isoformat()
    except ValueError as error:
        raise KnowledgeError(f"the day {text!r} is not of the form 2022-03-02: correct it") from error


def _session(day: str) -> int:
    return int(day[:4]) - 1945 - (day[5:] < "09-15")


def _letters(recorded: dict[str, str], body: str, day: str) -> str:
    return "".join(_seat_letters(recorded, body, day))


def _seat_letters(recorded: dict[str, str], body: str, day: str) -> Iterator[str]:
    council = council_members().get(int(day[:4]), frozenset())
    for code in seat_places():
        sits = code in council if body == "UNSC" else seats()[code].held(day, day)
        yield LETTERS[recorded[code]] if code in recorded else "?" if sits else "."
