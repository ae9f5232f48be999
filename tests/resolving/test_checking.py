"""Every vote of a record is held against the shipped archive, purely, and as often as one likes with the same answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.knowledge.rollcalls import archive
from dragoman.resolving import checking
from dragoman.resolving.checking import checked
from dragoman.values import Actor, Article, Coder, Record, Span, Vote

STATES = {"Pakistan": "PAK", "India": "IND", "Sri Lanka": "LKA", "Bangladesh": "BGD"}
ACTORS = tuple(Actor(f"a{number}", name, "state", state) for number, (name, state) in enumerate(STATES.items(), 1))
ARTICLE = Article("x", None, "2022-03-07", None, None, "en", "", "")
VOTERS = tuple(actor.id for actor in ACTORS)


def vote(body: str, subject: str, **more: object) -> Vote:
    """The seed article's vote in `body`, as its words give it."""
    read: dict[str, object] = {"voters": VOTERS, "choice": "abstain", "others": 31, "status": "actual", **more}
    when = {"date": "2022-02-28", "until": "2022-03-06", "reported_in": None, "evidence": Span(0, 0, ""), "confidence": 0.9}
    return Vote("v1", body, subject, **read, **when)  # type: ignore[arg-type]


def record(*votes: Vote) -> Record:
    """A resolved record of 7 March 2022 with these votes."""
    return Record(1, Coder("0", "m"), ARTICLE, actors=ACTORS, votes=votes)


ASSEMBLY = vote("UNGA", "condemning the invasion")
COUNCIL = vote("UNSC", "resolution ‘deploring’ Russia’s aggression against its neighbor")

VERDICTS = [
    ("Assembly: 35 abstained, the four and 31 more", ASSEMBLY, "A/RES/ES-11/1", "confirmed", None),
    ("Council: three of the four were no members", COUNCIL, "S/2022/155", "contradicted", "not_a_member"),
    ("another choice", replace(ASSEMBLY, choice="yes"), "A/RES/ES-11/1", "contradicted", "recorded_otherwise"),
    ("planned: nothing to hold it against", replace(ASSEMBLY, status="planned"), None, "unverified", None),
    ("a parliament: no archive", replace(ASSEMBLY, body="Knesset"), None, "unverified", None),
]


@pytest.mark.parametrize(("report", "roll_call", "verdict", "ground"), [row[1:] for row in VERDICTS], ids=[row[0] for row in VERDICTS])
def test_votes_get_roll_call_and_check(report: Vote, roll_call: str | None, verdict: str, ground: str | None) -> None:
    (found,) = checked(record(report)).votes
    assert found.check is not None
    assert (found.roll_call, found.check.verdict, found.check.ground) == (roll_call, verdict, ground)


def test_council_members_and_others_are_told_apart() -> None:
    """India sat in the Council and abstained; Pakistan, Sri Lanka and Bangladesh did not sit there in 2022."""
    answer = checked(record(COUNCIL)).votes[0].check
    assert answer is not None
    assert answer.by_voter == {"PAK": "not a member", "IND": "abstain", "LKA": "not a member", "BGD": "not a member"}


def test_voter_without_a_state_is_left_open() -> None:
    """A voter whose state is unknown is asked for under its actor id and contradicts nothing."""
    unknown = replace(record(ASSEMBLY), actors=(replace(ACTORS[0], state=None), *ACTORS[1:]))
    answer = checked(unknown).votes[0].check
    assert answer is not None
    assert answer.by_voter["a1"] is None
    assert answer.verdict != "contradicted"


def test_checking_again_gives_the_same_record() -> None:
    once = checked(record(ASSEMBLY, COUNCIL))
    assert checked(once) == once


def test_everything_but_roll_call_and_check_stays() -> None:
    before = record(ASSEMBLY, COUNCIL)
    after = checked(before)
    assert replace(after, votes=tuple(replace(one, roll_call=None, check=None) for one in after.votes)) == before


def test_archive_stays_shut_without_votes(monkeypatch: pytest.MonkeyPatch) -> None:
    def opened() -> archive.Archive:
        raise AssertionError

    monkeypatch.setattr(checking, "load", opened)
    assert checked(record()) == record()
