"""Holds a reported vote against the roll-call archive.

A verdict is given only where every roll call that the report may be about agrees on it. Nothing is contradicted from missing data, from
a date known roughly, or from a total that the archive may have short; see `docs/votes.md` for how a verdict comes about.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from dragoman.errors import KnowledgeError
from dragoman.knowledge.rollcalls.archive import Archive, RollCall
from dragoman.knowledge.rollcalls.council import sat_in_council
from dragoman.knowledge.rollcalls.seats import Seat, seat_on, seats
from dragoman.resolving.rollcalls import MANY, Fits, days, fits
from dragoman.values import Check, Vote

BODIES = {"UNGA": "General Assembly", "UNSC": "Security Council"}
NOT_A_MEMBER = "not a member"
WEAK = 0.5
"""Below this confidence a verdict is worded as one on our reading."""

SHORT_BY = 2
"""By how much a total that was added up from the states may miss the official one (docs/votes.md, "Known faults")."""

T = TypeVar("T")

NEVER_MEMBERS = frozenset(("COK", "ESH", "NIU", "PSE", "VAT", "XKX"))
DID = {"yes": "voted yes", "no": "voted no", "abstain": "abstained", "absent": "absent"}


@dataclass(frozen=True, slots=True)
class Finding:
    """What one roll call says of the report: the verdict, its ground, and the recorded answers by voter."""

    roll_call: RollCall
    verdict: str
    ground: str | None
    by_voter: dict[str, str | None]
    words: str


def check(vote: Vote, voters: Mapping[str, str | None], archive: Archive, published: str | None = None) -> tuple[str | None, Check]:
    """The roll call's id (None where none or several fit) and what the archive says of `vote`.

    `voters` gives the ISO 3166-1 alpha-3 code of each of the vote's voters by actor id, None where it is unknown; `published` is the
    article's date, which bounds a vote without one. `Check.by_voter` is keyed by code, by actor id where there is none.
    """
    named = {voters.get(actor) or actor: voters.get(actor) for actor in vote.voters}
    if reason := _uncheckable(vote):
        return None, _said(vote, archive, ("unverified", None), (dict.fromkeys(named), None, reason))
    found = fits(vote, archive, published)
    outside = _outsiders(vote.body, named, days(vote, published))
    findings = [_finding(vote, named, item) for item in found.roll_calls]
    answers = _answers(named, outside, findings)
    verdict, reason = _verdict(vote, found, findings, outside)
    if verdict[1] in ("recorded_otherwise", "count_differs") and (rival := _borne_out(vote, named, found.rivals)):
        verdict, reason = ("unverified", None), f"{_name(rival)} may be meant, which bears the report out; {reason}"
    count = _same([item.roll_call.count(vote.choice) for item in findings]) if verdict[0] != "unverified" or len(findings) == 1 else None
    name = findings[0].roll_call.id if len(findings) == 1 else None
    return name, _said(vote, archive, verdict, (answers, count, reason))


def _uncheckable(vote: Vote) -> str | None:
    if vote.status != "actual":
        return f"the vote is reported as {vote.status}: there is nothing to hold it against"
    if vote.body not in BODIES:
        return f"the archive holds no roll calls of {vote.body}"
    return None


def _said(vote: Vote, archive: Archive, verdict: tuple[str, str | None], found: tuple[dict[str, str | None], int | None, str]) -> Check:
    answers, count, reason = found
    if vote.confidence < WEAK and verdict[0] != "unverified":
        reason = f"our reading may be wrong (confidence {vote.confidence:.2f}): {reason}"
    return Check(verdict=verdict[0], ground=verdict[1], by_voter=answers, count=count, reason=reason, archive=archive.name)


def _outsiders(body: str, named: Mapping[str, str | None], window: tuple[str, str] | None) -> tuple[str, ...]:
    """The voters that on no day of the window were members of the body."""
    if window is None:
        return ()
    return tuple(name for name, code in named.items() if code is not None and _was_member(body, code, window) is False)


def _was_member(body: str, code: str, window: tuple[str, str]) -> bool | None:
    if code in NEVER_MEMBERS:
        return False
    seat = _seat(code, window[1])
    if seat is None or seat.interrupted is not None or (code == "SRB" and window[0] < "2000-11-01"):
        return None if seat is None or body == "UNGA" else sat_in_council(seat.code, *window)
    return seat.held(*window) if body == "UNGA" else sat_in_council(seat.code, *window)


def _seat(code: str, day: str) -> Seat | None:
    try:
        return seats()[seat_on(code, day)]
    except KnowledgeError:
        return None


def _finding(vote: Vote, named: Mapping[str, str | None], roll_call: RollCall) -> Finding:
    answers = {name: _recorded(roll_call, code) for name, code in named.items()}
    differing = [name for name, answer in answers.items() if answer in DID and answer != vote.choice]
    if differing:
        return Finding(roll_call, "contradicted", "recorded_otherwise", answers, _told(answers, differing))
    ground, words = _counted(vote, len(set(named)), roll_call, None not in named.values())
    if ground == "differs":
        return Finding(roll_call, "contradicted", "count_differs", answers, words)
    matching = [name for name, answer in answers.items() if answer == vote.choice]
    unknown = [name for name, answer in answers.items() if answer is None]
    if unknown:
        return Finding(
            roll_call,
            "unverified",
            None,
            answers,
            f"no answer of {_list(unknown)} is recorded ({roll_call.known} of {roll_call.members} known)",
        )
    if matching or ground == "equal":
        return Finding(roll_call, "confirmed", None, answers, words if ground else f"{_list(matching)} {_did(vote.choice, matching)}")
    return Finding(roll_call, "unverified", None, answers, words or "the report names neither a voter nor a number to hold against it")


def _recorded(roll_call: RollCall, code: str | None) -> str | None:
    if code is None:
        return None
    if code in NEVER_MEMBERS:
        return NOT_A_MEMBER
    day = roll_call.date + "-01"[: 3 * (roll_call.precision == "month")]
    seat = _seat(code, day)
    return None if seat is None else roll_call.answer(seat.code)


def _counted(vote: Vote, named: int, roll_call: RollCall, all_known: bool) -> tuple[str | None, str]:
    """How the reported number compares: equal, short (within what the archive may be short by), differs, or None where nothing compares."""
    held = roll_call.count(vote.choice)
    if vote.others is None or held is None or not all_known:
        return None, ""
    reported = vote.others + named
    words = f"{held} states {_did(vote.choice, ['', ''])}"
    if reported == held:
        beside = f": {_list_named(named)}{vote.others} others" if named else ""
        return "equal", words + beside
    if named and vote.others == held:
        return "equal", f"{words}, if the reported {vote.others} count those named"
    slack = 0 if roll_call.tally is not None or roll_call.quality == "exact" else SHORT_BY
    if abs(reported - held) <= slack:
        return "short", f"{words} in the archive, which may be one or two short, {reported} in the report"
    return "differs", f"{words}, not {reported}"


def _list_named(named: int) -> str:
    return "the one named and " if named == 1 else f"the {named} named and "


def _answers(named: Mapping[str, str | None], outside: tuple[str, ...], findings: list[Finding]) -> dict[str, str | None]:
    recorded = {name: _same([item.by_voter[name] for item in findings]) for name in named}
    return {name: NOT_A_MEMBER if name in outside else recorded[name] for name in named}


def _verdict(vote: Vote, found: Fits, findings: list[Finding], outside: tuple[str, ...]) -> tuple[tuple[str, str | None], str]:
    """The verdict with its ground, and the reason."""
    if outside:
        return ("contradicted", "not_a_member"), _not_members(vote, found, findings, outside)
    if not findings:
        return ("unverified", None), _nothing_fits(vote, found)
    if found.evidence == "date" and len(findings) > MANY:
        return (
            "unverified",
            None,
        ), f"{len(findings)} roll calls of the {BODIES[vote.body]} fit the date, and the report does not say which"
    verdicts = {item.verdict for item in findings}
    named = "; ".join(f"{_name(item.roll_call)}: {item.words}" for item in findings[:MANY])
    if len(verdicts) > 1:
        return ("unverified", None), f"{len(findings)} roll calls fit and do not agree: {named}"
    verdict = verdicts.pop()
    if not found.sure and not _certain(vote, verdict, findings):
        return ("unverified", None), f"another roll call may be meant, the report's words and the archive do not tell; {named}"
    grounds = [item.ground for item in findings]
    return (verdict, "recorded_otherwise" if "recorded_otherwise" in grounds else grounds[0]), named


def _borne_out(vote: Vote, named: Mapping[str, str | None], rivals: tuple[RollCall, ...]) -> RollCall | None:
    return next((item for item in rivals if _finding(vote, named, item).verdict == "confirmed"), None)


def _certain(vote: Vote, verdict: str, findings: list[Finding]) -> bool:
    """True for a confirmation by voters and an equal number, which no other roll call is likely to have."""
    totals = [item.roll_call.count(vote.choice) for item in findings]
    return verdict == "confirmed" and vote.others is not None and bool(vote.voters) and all(total and total >= 10 for total in totals)


def _not_members(vote: Vote, found: Fits, findings: list[Finding], outside: tuple[str, ...]) -> str:
    assert found.window is not None
    years = " and ".join(dict.fromkeys((found.window[0][:4], found.window[1][:4])))
    words = (
        f"{_list(list(outside))} {'was not a member' if len(outside) == 1 else 'were not members'} of the {BODIES[vote.body]} in {years}"
    )
    inside = [name for name in (findings[0].by_voter if findings else ()) if name not in outside]
    told = "; ".join(f"{_name(item.roll_call)}: {_told(item.by_voter, inside)}" for item in findings[:MANY]) if inside else ""
    return f"{words}; {told}" if told else words


def _nothing_fits(vote: Vote, found: Fits) -> str:
    if found.evidence == "symbol":
        return "the archive has no roll call on the resolution that the report names"
    if found.window is None:
        return "the report gives no date, and neither does the article"
    return f"the archive has no roll call of the {BODIES[vote.body]} that fits, {found.window[0]} to {found.window[1]}"


def _told(answers: Mapping[str, str | None], names: list[str]) -> str:
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(answers[name] or "unknown", []).append(name)
    return ", ".join(f"{_list(group)} {_did(answer, group)}" for answer, group in groups.items())


def _did(answer: str, who: list[str]) -> str:
    if answer in ("absent", NOT_A_MEMBER):
        return f"{'was' if len(who) == 1 else 'were'} {'not members' if answer != 'absent' and len(who) > 1 else answer}"
    return DID.get(answer, "not recorded")


def _name(roll_call: RollCall) -> str:
    quality = ", reconstructed" if roll_call.quality == "reconstructed" else ""
    return f"{roll_call.id} ({roll_call.date}{quality})"


def _list(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _same(values: list[T]) -> T | None:
    return values[0] if values and all(value == values[0] for value in values) else None
