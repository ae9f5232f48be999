"""A reported vote held against the archive gets the verdict that RECORD.md defines, and never a false contradiction."""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import replace

import pytest

from dragoman.knowledge.rollcalls.archive import shipped
from dragoman.resolving.votes import check
from tests.votes.reports import CODES, pairs, report

SEED_ASSEMBLY = report("UNGA", "condemning the invasion", "a1 a2 a3 a4", "abstain", 31)
SEED_COUNCIL = report("UNSC", "‘deploring’ Russia’s aggression against its neighbor", "a1 a2 a3 a4", "abstain", 31)


def test_seed_article_assembly_vote_is_confirmed() -> None:
    """35 abstained on ES-11/1: Pakistan, India, Sri Lanka, Bangladesh and 31 more."""
    name, found = check(SEED_ASSEMBLY, CODES, shipped())
    assert (name, found.verdict, found.ground, found.count) == ("A/RES/ES-11/1", "confirmed", None, 35)
    assert found.by_voter == dict.fromkeys(("PAK", "IND", "LKA", "BGD"), "abstain")
    assert found.archive == shipped().name


def test_seed_article_council_vote_is_contradicted_by_membership() -> None:
    """Pakistan, Sri Lanka and Bangladesh sat not on the Council in 2022; India did and abstained."""
    _, found = check(SEED_COUNCIL, CODES, shipped())
    assert (found.verdict, found.ground) == ("contradicted", "not_a_member")
    assert found.by_voter == {"PAK": "not a member", "IND": "abstain", "LKA": "not a member", "BGD": "not a member"}
    assert "S/2022/155" in found.reason


def test_several_fitting_roll_calls_are_all_named() -> None:
    """India abstained on both Council votes on Ukraine of that week: confirmed, no single roll call, both in the reason."""
    name, found = check(report("UNSC", "Ukraine", "a2", "abstain"), CODES, shipped())
    assert (name, found.verdict, found.by_voter) == (None, "confirmed", {"IND": "abstain"})
    assert "S/2022/155" in found.reason
    assert "S/RES/2623" in found.reason


VERDICTS = [
    # one state's own vote, no number
    ("one voter", report("UNGA", "Russia’s invasion of Ukraine", "a1", "abstain"), "confirmed", None),
    ("wrong choice", report("UNGA", "Russia’s invasion of Ukraine", "a1", "yes"), "contradicted", "recorded_otherwise"),
    ("one of two differs", report("UNGA", "Russia’s invasion of Ukraine", "a1 a7", "abstain"), "contradicted", "recorded_otherwise"),
    ("a count alone", report("UNGA", "invasion of Ukraine", "", "yes", 141), "confirmed", None),
    ("a wrong count", report("UNGA", "invasion of Ukraine", "", "yes", 121), "contradicted", "count_differs"),
    # "34 other nations" read as "34 in all" is our slip, not the article's: 35 named within the number
    ("the number holds those named", report("UNGA", "invasion of Ukraine", "a2", "abstain", 35), "confirmed", None),
    # nothing to check
    ("planned", report("UNGA", "Ukraine", "a1", "abstain", status="planned"), "unverified", None),
    ("denied", report("UNGA", "Ukraine", "a1", "abstain", status="denied"), "unverified", None),
    ("a parliament", report("Bundestag", "Ukraine", "a1", "yes"), "unverified", None),
    ("a committee of the Assembly", report("UNGA", "Third Committee resolution on Ukraine", "a1", "yes"), "unverified", None),
    # missing data never contradicts
    ("no date", report("UNGA", "Ukraine", "a1", "yes", date=None, until=None), "unverified", None),
    ("no roll call in those weeks", report("UNGA", "Ukraine", "a1", "yes", date="2022-06", until=None), "unverified", None),
    ("another subject in a year with gaps", report("UNGA", "nuclear weapons", "a1", "yes"), "unverified", None),
    ("no seat known", report("UNGA", "invasion of Ukraine", "a9", "yes"), "unverified", None),
    ("unknown resolution", report("UNGA", "resolution 77/229 on Crimea", "a1", "yes", date="2022-12-15", until=None), "unverified", None),
    ("only the veto is recorded", report("UNSC", "Mali sanctions", "a7", "no", date="2023-08-30", until=None), "unverified", None),
    # a veto is a no
    ("a veto", report("UNSC", "Mali sanctions", "a5", "no", date="2023-08-30", until=None), "confirmed", None),
    (
        "a symbol names the roll call",
        report("UNGA", "resolution ES-11/3", "a2", "abstain", date="2022-04-07", until=None),
        "confirmed",
        None,
    ),
    # membership alone suffices, without any roll call
    ("not yet a member", report("UNGA", "apartheid", "a6", "yes", date="1985-12-10", until=None), "contradicted", "not_a_member"),
    (
        "not on the Council, no roll call",
        report("UNSC", "Haiti", "a1", "yes", date="2022-10-21", until=None),
        "contradicted",
        "not_a_member",
    ),
    # Pakistan joined the Council in 2025: a window over New Year decides nothing
    ("membership at the turn of the year", report("UNSC", "Haiti", "a1", "yes", date="2025-01-01", until=None), "unverified", None),
    # the archive has 127 yes on ES-10/19, officially 128: neither is false
    ("official total", report("UNGA", "status of Jerusalem", "", "yes", 128, date="2017-12-21", until=None), "confirmed", None),
    # 71/5: 190 in the archive, 191 officially
    (
        "a total that is one short",
        report("UNGA", "embargo against Cuba", "a7", "abstain", 1, date="2016-10-26", until=None),
        "confirmed",
        None,
    ),
    ("the same, the many", report("UNGA", "embargo against Cuba", "a8", "yes", 190, date="2016-10-26", until=None), "confirmed", None),
]


@pytest.mark.parametrize(("vote", "verdict", "ground"), [row[1:] for row in VERDICTS], ids=[row[0] for row in VERDICTS])
def test_verdict(vote: object, verdict: str, ground: str | None) -> None:
    """Each case has the verdict and the ground beside it."""
    _, found = check(vote, CODES, shipped())  # type: ignore[arg-type]
    assert (found.verdict, found.ground) == (verdict, ground), found.reason


def test_article_date_bounds_an_undated_vote() -> None:
    """Without a date of its own a vote is sought in the month before the article."""
    vote = report("UNGA", "invasion of Ukraine", "a1", "abstain", date=None, until=None)
    assert check(vote, CODES, shipped(), published="2022-03-07")[1].verdict == "confirmed"
    assert check(vote, CODES, shipped(), published="2022-09-07")[1].verdict == "unverified"


def test_weak_reading_is_worded_so() -> None:
    """A verdict on a reading of low confidence says that our reading may be wrong; a strong one does not."""
    weak = check(report("UNGA", "invasion of Ukraine", "a1", "yes", confidence=0.3), CODES, shipped())[1]
    strong = check(report("UNGA", "invasion of Ukraine", "a1", "yes"), CODES, shipped())[1]
    assert weak.reason.startswith("our reading may be wrong")
    assert "our reading" not in strong.reason


def test_swapped_reports() -> None:
    """Of 60 true and false reports at least 97 % get the right verdict, and none a wrong one that is not silence."""
    outcomes = Counter[str]()
    for pair in pairs(shipped(), 60, seed=2022):
        found = check(pair.vote, {voter: voter for voter in pair.vote.voters}, shipped())[1]
        outcome = "right" if (found.verdict, found.ground) == pair.verdict else "silent" if found.verdict == "unverified" else "wrong"
        outcomes[outcome] += 1
    assert outcomes["wrong"] == 0
    assert outcomes["right"] >= 0.97 * 60, outcomes


@pytest.mark.parametrize("words", [0, 1, 2, 3])
def test_true_reports_are_never_contradicted(words: int) -> None:
    """However few words of its subject a true report holds, it is confirmed or unverified."""
    generator = random.Random(words)
    for pair in pairs(shipped(), 150, seed=7):
        if pair.swapped == "nothing":
            told = re.findall(r"[A-Za-z]{3,}", f"{pair.roll_call.title} {pair.roll_call.description}")
            vote = replace(pair.vote, subject=" ".join(generator.sample(told, min(words, len(told)))) or None)
            found = check(vote, {voter: voter for voter in vote.voters}, shipped())[1]
            assert found.verdict != "contradicted", (pair.roll_call.id, vote.subject, found.reason)
