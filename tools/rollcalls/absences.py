"""The absences that a second source gives, and the roll calls that only it has."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import replace

from dragoman.knowledge.rollcalls.archive import RollCall, seat_places
from dragoman.knowledge.rollcalls.seats import seat_code
from rollcalls.sources import Sources, Votes, assembly_members, letters, session, tally

_JSON_ANSWERS = {"approve": "yes", "against": "no", "abstain": "abstain", "absent": "absent"}


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
        session=session(day),
        date=day,
        precision="day",
        title=title,
        kind="resolution",
        quality="exact",
        source="compiled",
        issues=("Palestinian conflict",),
        letters=letters(votes, assembly_members(day, "day")),
        tally=tally(Counter(votes.values())),
        note="the source gives no symbol",
    )
