"""The roll-call archive: what is recorded of each vote, and by whom.

The archive is one file of gzipped JSON lines: a header (`archive`, `seats`, `expected`), then one roll call a line, with one letter a
seat. It needs nothing but the standard library to read, so that reading an article checks its votes in the core install
(see `docs/votes.md`).
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

from dragoman.errors import KnowledgeError
from dragoman.knowledge.rollcalls.seats import seats
from dragoman.knowledge.rollcalls.symbols import normal

ANSWERS = {"y": "yes", "n": "no", "a": "abstain", "x": "absent", ".": "not a member", "?": None}
"""What a letter records. `?` is a member of whom nothing is recorded: absent, or missing from the source."""

LETTERS = {answer: letter for letter, answer in ANSWERS.items() if answer}
CAST = ("yes", "no", "abstain")
QUALITIES = ("exact", "reconstructed", "recorded votes", "tally", "vetoes")
KINDS = ("resolution", "draft", "paragraph", "amendment", "motion", "unclear")


@dataclass(frozen=True, slots=True)
class RollCall:
    """One recorded vote. `letters[i]` is the answer of the archive's seat i; `tally` the official yes, no, abstain, absent, where known."""

    id: str
    body: str
    date: str
    precision: str
    title: str
    kind: str
    quality: str
    source: str
    letters: str
    symbol: str | None = None
    session: int | None = None
    description: str = ""
    issues: tuple[str, ...] = ()
    tally: tuple[int, int, int, int | None] | None = None
    note: str = ""

    def answer(self, code: str) -> str | None:
        """What is recorded of the seat `code`: yes, no, abstain, absent, "not a member", or None where nothing is known."""
        place = seat_places().get(code)
        return "not a member" if place is None else ANSWERS[self.letters[place]]

    def voters(self, answer: str) -> tuple[str, ...]:
        """The codes of all seats that gave `answer` (yes, no, abstain, absent), in alphabetical order."""
        return tuple(code for code, letter in zip(seat_places(), self.letters, strict=True) if letter == LETTERS[answer])

    def count(self, answer: str) -> int | None:
        """How many gave `answer`: the official tally where it is known, else those recorded; None where neither tells."""
        if self.tally is not None:
            return dict(zip((*CAST, "absent"), self.tally, strict=True))[answer]
        if self.quality == "vetoes" or (answer == "absent" and "?" in self.letters):
            return None
        return self.letters.count(LETTERS[answer])

    @property
    def members(self) -> int:
        """How many seats the body had on that day, as far as the archive knows."""
        return len(self.letters) - self.letters.count(".")

    @property
    def known(self) -> int:
        """Of how many members the answer is recorded."""
        return self.members - self.letters.count("?")


@dataclass(frozen=True, eq=False)
class Archive:
    """All roll calls, in order of body, date and id, and how many took place in each year (`expected`, by body and year)."""

    name: str
    roll_calls: tuple[RollCall, ...]
    expected: dict[str, dict[int, int]] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> dict[str, RollCall]:
        """The roll calls by id."""
        return {roll_call.id: roll_call for roll_call in self.roll_calls}

    def of(self, symbol: str) -> tuple[RollCall, ...]:
        """All roll calls on the resolution or draft `symbol`, the one on the whole first; empty where there is none."""
        key = normal(symbol)
        return tuple(sorted(self._by_symbol.get(key, ()), key=lambda roll_call: KINDS.index(roll_call.kind)))

    @cached_property
    def _by_symbol(self) -> dict[str, list[RollCall]]:
        index: dict[str, list[RollCall]] = {}
        for roll_call in self.roll_calls:
            keys = dict.fromkeys(normal(key) for key in (roll_call.id, roll_call.symbol) if key)
            for key in keys:
                index.setdefault(key, []).append(roll_call)
        return index

    def between(self, body: str, first: str, last: str) -> tuple[RollCall, ...]:
        """The roll calls of `body` that may have been held from `first` to `last` (ISO dates): one known by month counts for the month."""
        width = {"day": 10, "month": 7, "year": 4}
        return tuple(
            roll_call
            for roll_call in self._by_body.get(body, ())
            if first[: width[roll_call.precision]] <= roll_call.date[: width[roll_call.precision]] <= last[: width[roll_call.precision]]
        )

    @cached_property
    def _by_body(self) -> dict[str, list[RollCall]]:
        bodies: dict[str, list[RollCall]] = {}
        for roll_call in self.roll_calls:
            bodies.setdefault(roll_call.body, []).append(roll_call)
        return bodies

    def with_more(self, roll_calls: Iterable[RollCall], name: str) -> Archive:
        """This archive with `roll_calls` added; one of the same id replaces ours."""
        merged = {**self.by_id, **{roll_call.id: roll_call for roll_call in roll_calls}}
        return Archive(name, tuple(sorted(merged.values(), key=lambda item: (item.body, item.date, item.id))), self.expected)


@cache
def seat_places() -> dict[str, int]:
    """The place of each seat's letter in `RollCall.letters`."""
    return {code: place for place, code in enumerate(seats())}


def user_folder() -> Path:
    """Where `dragoman votes update` keeps roll calls: `$DRAGOMAN_ROLLCALLS`, else below the user's data folder."""
    data = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(os.environ.get("DRAGOMAN_ROLLCALLS") or Path(data) / "dragoman" / "rollcalls")


def load(folder: Path | None = None) -> Archive:
    """The shipped archive with the user's files in `folder` (default: `user_folder()`) beside it.

    Its name is that of the shipped archive, with a digest of the user's files where there are any. Raises KnowledgeError for a
    damaged file.
    """
    archive = shipped()
    kept = sorted((folder or user_folder()).glob("*.jsonl.gz"))
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in kept)).hexdigest()[:8]
    for path in kept:
        archive = archive.with_more(_read_roll_calls(path.read_bytes(), str(path))[1], f"{shipped().name}+{digest}")
    return archive


@cache
def shipped() -> Archive:
    """The archive that the package carries."""
    path = files("dragoman.knowledge.rollcalls") / "data" / "archive.jsonl.gz"
    header, roll_calls = _read_roll_calls(path.read_bytes(), "archive.jsonl.gz")
    expected = {body: {int(year): number for year, number in years.items()} for body, years in header["expected"].items()}
    return Archive(header["archive"], tuple(roll_calls), expected)


def write(path: Path, header: dict[str, Any], roll_calls: Iterable[RollCall]) -> None:
    """Writes the archive file `path`, the same bytes for the same roll calls."""
    lines = [json.dumps({**header, "seats": list(seat_places())}, ensure_ascii=False)]
    lines += [json.dumps(_row(roll_call), ensure_ascii=False, separators=(",", ":")) for roll_call in roll_calls]
    path.write_bytes(gzip.compress("\n".join(lines).encode(), compresslevel=9, mtime=0))


def _row(roll_call: RollCall) -> dict[str, Any]:
    return {key: value for key, value in asdict(roll_call).items() if value not in (None, "", ())}


def _read_roll_calls(data: bytes, name: str) -> tuple[dict[str, Any], list[RollCall]]:
    try:
        first, *lines = gzip.decompress(data).decode().splitlines()
        header = json.loads(first)
        moved = _rearranged(header["seats"])
        return header, list(_roll_calls(lines, moved))
    except (OSError, EOFError, ValueError, KeyError, TypeError) as error:
        raise KnowledgeError(f"{name}: no roll-call archive ({error}); remove it or make it again with `dragoman votes update`") from error


def _rearranged(codes: list[str]) -> list[int] | None:
    """Where each of our seats stands in a file written with other seats; None where the seats are the same."""
    if codes == list(seat_places()):
        return None
    places = {code: place for place, code in enumerate(codes)}
    return [places[code] for code in seat_places()]


def _roll_calls(lines: list[str], moved: list[int] | None) -> Iterator[RollCall]:
    for line in lines:
        row = json.loads(line)
        if moved is not None:
            row["letters"] = "".join(row["letters"][place] for place in moved)
        row["issues"] = tuple(row.get("issues", ()))
        row["tally"] = tuple(row["tally"]) if "tally" in row else None
        yield RollCall(**row)
