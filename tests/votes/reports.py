"""Reports of votes made by hand, and true and false ones made from the archive."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass

from dragoman.knowledge.rollcalls.archive import CAST, Archive, RollCall
from dragoman.values import Span, Vote

CODES = {"a1": "PAK", "a2": "IND", "a3": "LKA", "a4": "BGD", "a5": "RUS", "a6": "CHE", "a7": "USA", "a8": "HUN", "a9": None}


def report(body: str, subject: str | None, voters: str, choice: str, others: int | None = None, **more: object) -> Vote:
    """A report of a vote of last week, read on 7 March 2022; `voters` are actor ids with spaces between."""
    given: dict[str, object] = {"date": "2022-02-28", "until": "2022-03-06", "status": "actual", "confidence": 0.9, **more}
    evidence = Span(0, 4, str(given.pop("evidence", "said")))
    return Vote("v1", body, subject, tuple(voters.split()), choice, others, reported_in=None, evidence=evidence, **given)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Pair:
    """A report, the roll call it was made from, what was swapped, and the verdict with its ground that is due."""

    roll_call: RollCall
    swapped: str
    vote: Vote
    verdict: tuple[str, str | None]


def pairs(archive: Archive, number: int, seed: int) -> list[Pair]:
    """`number` reports, two of five true, the others with one voter, the choice or the count swapped.

    They are made from votes on whole resolutions whose title and description no other vote of that month shares: only such a report
    says which vote it is about. Its subject is both; its date is the day, or before 2003 ten days in the middle of the month.
    """
    generator = random.Random(seed)
    whole = [
        item
        for item in archive.roll_calls
        if item.body == "UNGA" and item.kind == "resolution" and item.quality in ("exact", "recorded votes")
    ]
    alike = Counter((item.date[:7], item.title, item.description) for item in whole)
    told = [item for item in whole if alike[item.date[:7], item.title, item.description] == 1 and len(item.title) > 8]
    made: list[Pair] = []
    while len(made) < number:
        if pair := _pair(generator.choice(told), generator):
            made.append(pair)
    return made


def _pair(item: RollCall, generator: random.Random) -> Pair | None:
    choice = generator.choice([answer for answer in CAST if len(item.voters(answer)) >= 3] or ["yes"])
    if len(item.voters(choice)) < 3:
        return None
    voters = generator.sample(item.voters(choice), generator.randint(1, 3))
    others = (item.count(choice) or 0) - len(voters) if generator.random() < 0.6 else None
    swapped = generator.choice(["nothing", "nothing", "state", "choice", "count"])
    if swapped == "state":
        different = [code for answer in CAST if answer != choice for code in item.voters(answer)]
        if not different:
            return None
        voters[0] = generator.choice(different)
    elif swapped == "choice":
        choice = generator.choice([answer for answer in CAST if answer != choice])
    elif swapped == "count":
        others = (item.count(choice) or 0) - len(voters) + generator.choice([-1, 1]) * generator.randint(6, 30)
        if others < 0:
            return None
    return Pair(item, swapped, _told(item, voters, choice, others), DUE[swapped])


DUE: dict[str, tuple[str, str | None]] = {
    "nothing": ("confirmed", None),
    "state": ("contradicted", "recorded_otherwise"),
    "choice": ("contradicted", "recorded_otherwise"),
    "count": ("contradicted", "count_differs"),
}


def _told(item: RollCall, voters: list[str], choice: str, others: int | None) -> Vote:
    first, last = (item.date, None) if item.precision == "day" else (f"{item.date}-10", f"{item.date}-20")
    subject = f"{item.title} {item.description}"[:300]
    return report("UNGA", subject, " ".join(voters), choice, others, date=first, until=last)
