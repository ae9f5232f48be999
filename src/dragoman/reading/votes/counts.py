"""Votes that a number gives: "141 countries voted in favour, five against and 35 abstained", "by 230-198"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.reading.votes.clauses import choice, counted
from dragoman.reading.votes.drafts import Draft
from dragoman.reading.votes.grammar import (
    ABOUT,
    BEFORE_TALLY,
    COUNTED,
    COUNTED_TO,
    FAILED,
    FAILING,
    LISTED_AFTER,
    LISTED_BEFORE,
    PARTY_COUNT,
    PASSING,
    REFUSING,
    TALLY,
    UNREAL,
)
from dragoman.reading.votes.masked import NAME, Masked
from dragoman.reading.votes.numbers import number
from dragoman.values import Span

_NUMBERED = re.compile(r"[a-z,;] [A-Z][a-z]+ $")
"""Before the number of a thing that has one: "Block 8"."""

_ELECTED = re.compile(rf"(?<=\bfor) (?:the |our |my )?(?:{NAME}|country|delegation)")
"""Behind "190 votes cast for": whom they elected."""

_OF_VOTE = re.compile(r"\b(?:votes?|voting|majority|total|support|backing|tally) of $")
_CHOOSING = re.compile(
    r"\b(?:elected|election|electing|re-election|candida\w+|nominat\w+|(?:non-permanent|new) members?(?:hip)?|seat (?:on|in|at))\b",
    re.IGNORECASE,
)
_REACH = 200
"""Words of elections to an office or a seat, whose votes are for somebody and not on a matter."""

_VOTES = re.compile(r"\b(?:vot(?:e|ed|es|ing)|abstain|abstention|passed|adopted)", re.IGNORECASE)


def groups(masked: Masked, start: int, end: int) -> Iterator[Draft]:
    """The counted groups of a sentence that speaks of votes; parties are voters, and those of one choice one vote."""
    if not _VOTES.search(masked.text, start, end):
        return
    parties: dict[str, Draft] = {}
    chosen = _CHOOSING.search(masked.text, max(0, start - _REACH), end)
    for match in COUNTED.finditer(masked.text, start, end):
        if not _exact(masked.text, start, match) or not _worded(match) or _ELECTED.match(masked.text, match.end()):
            continue
        if match["noun"] and PARTY_COUNT.fullmatch(match["noun"]) and not (match["list"] or match["tight"]):
            _add_party(parties, masked, match)
        elif chosen and not (match["list"] or match["tight"]):
            continue
        elif not match["yes"] or not re.match("support", match["yes"]):
            yield _group(masked, start, end, match)
    yield from parties.values()
    for match in COUNTED_TO.finditer(masked.text, start, end):
        before = masked.text[start : match.start()]
        if not (UNREAL.search(before) or ABOUT.search(before)):
            yield Draft(match.start(), match.end(), match.start(), "yes", (), number(match["n"]), 0.6)


def tallies(masked: Masked, start: int, end: int) -> Iterator[Draft]:
    """Both sides of a tally: the larger carried the matter or, where it was refused, turned it down."""
    told = start
    for match in TALLY.finditer(masked.text, start, end):
        before, after = masked.text[start : match.start()], masked.text[match.end() : end]
        spoken = (PASSING.search(before) or FAILING.search(before)) and BEFORE_TALLY.search(before)
        if UNREAL.search(before) or not (spoken or re.match(r" (?:roll-call |party-line )?(?:votes?|majority)\b", after)):
            continue
        first, second = int(match["yes"]), number(match["no"]) if match["no"] != "0" else 0
        sides = _sides(before, after, first > second)
        if sides is None or first == second:
            continue
        verb = max((one.start() for one in PASSING.finditer(before)), default=0) + start if spoken else match.start()
        place = verb if match.start() - verb <= 80 and verb >= told else match.start()
        told = match.end()
        third = [("abstain", int(match["abstain"]))] if match["abstain"] else []
        for side, count in [pair for pair in (*zip(sides, (first, second), strict=True), *third) if pair[1]]:
            yield Draft(place, match.end(), match.start(), side, (), count, 0.85)


def _sides(before: str, after: str, carried: bool) -> tuple[str, str] | None:
    """What the two numbers of a tally voted; None where the words do not tell. `carried` says that the first is the larger."""
    if FAILED.search(before):
        return None if carried else ("yes", "no")
    if not carried:
        return None
    if REFUSING.search(before) or after.startswith(" against"):
        return ("no", "yes")
    if FAILING.search(before) or (FAILING.search(after) and not re.match(r"[^.;]{0,20} to [a-z]+", after)):
        return None
    return ("yes", "no")


def _exact(text: str, start: int, match: re.Match[str]) -> bool:
    before = text[start : match.start()]
    if match["n"].isdigit() and not match["noun"] and _NUMBERED.search(before):
        return False
    listed = bool(LISTED_BEFORE.search(before[-600:]))
    return (
        not UNREAL.search(before)
        and not match["planned"]
        and not match["possible"]
        and (listed or bool(_OF_VOTE.search(before)) or not ABOUT.search(before))
    )


def _worded(match: re.Match[str]) -> bool:
    """Whether number and choice words go together: "five against" does, "five for" needs the verb, "five no" too."""
    verb = match["verb"] or (match["noun"] or "").lower().startswith("vote")
    party = match["noun"] and PARTY_COUNT.fullmatch(match["noun"])
    word = (match["yes"] or match["no"] or match["abstain"]).lower()
    if word.startswith(("for", "yes", "no", "“", "‘", '"')):
        return bool(verb)
    if word.startswith(("support", "opposing")):
        return bool(party)
    return True


def _add_party(parties: dict[str, Draft], masked: Masked, match: re.Match[str]) -> None:
    side = choice(match)
    span = Span.of(masked.article.text, *match.span("noun"))
    if any(span.text == one.text for draft in parties.values() for one in draft.voters):
        return
    held = parties.get(side)
    voters = (*held.voters, span) if held else (span,)
    place = held.start if held else match.start()
    parties[side] = Draft(place, match.end(), match.start(), side, voters, None, 0.75)


def _group(masked: Masked, start: int, end: int, match: re.Match[str]) -> Draft:
    voters, count = counted(masked, match)
    first = match.start()
    before = LISTED_BEFORE.search(masked.text, max(start, first - 600), first)
    if before:
        more = masked.listed(*before.span("who"))
        among = "and" not in before["how"] and not re.search("with|well", before["how"])
        count = count - len(more) if among and count is not None else count
        voters, first = (*more, *voters), before.start()
    after = LISTED_AFTER.match(masked.text, match.end(), end) if not voters else None
    if after:
        voters = masked.listed(*after.span("list"))
        count = number(match["n"]) - len(voters)
    return Draft(
        first,
        match.end(),
        match.start(),
        choice(match),
        voters,
        count if count is None or count >= 0 else None,
        0.9 if match["noun"] else 0.8,
    )
