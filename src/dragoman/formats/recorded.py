"""What the roll-call archive has behind the check of a reported vote: the figures of the roll call that was found."""

from __future__ import annotations

from dragoman.knowledge.rollcalls import archive
from dragoman.knowledge.rollcalls.archive import RollCall
from dragoman.values import Record

COUNTED = {"yes": "yes", "no": "no", "abstain": "abstained", "absent": "absent"}
"""What a count of each answer is followed by."""


def figures(record: Record) -> dict[str, str]:
    """For the id of each vote whose roll call is in the archive what that counts: "141 yes, 5 no, 35 abstained, 12 absent"."""
    named = {vote.id: vote.roll_call for vote in record.votes if vote.roll_call}
    known = archive.load() if named else None
    found = {vote: known.of(symbol) for vote, symbol in named.items()} if known else {}
    return {vote: told for vote, calls in found.items() if calls and (told := counts(calls[0]))}


def counts(call: RollCall) -> str:
    """The counts of a roll call in words; an answer that nothing is known of, and nobody absent, are left out."""
    counted = {answer: call.count(answer) for answer in COUNTED}
    shown = {answer: count for answer, count in counted.items() if count or (answer != "absent" and count is not None)}
    return ", ".join(f"{count} {COUNTED[answer]}" for answer, count in shown.items())
