"""Votes of named voters: clauses, joinings, vetoes, and "the same was true for"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.reading.votes.drafts import Draft
from dragoman.reading.votes.grammar import (
    AMONG,
    BOTH,
    CLAUSE,
    INVERTED,
    JOINED,
    JOINING,
    JOINING_VOTE,
    LATER,
    NOT_VOTING,
    NOUN_VOTE,
    OPENING,
    PAIR,
    PERMANENT,
    RESOLVED,
    SAME,
    SIDED,
    SPLIT,
    UNREAL,
    VETO,
    VETO_OF,
    VETOED,
)
from dragoman.reading.votes.masked import NAME, PERSON, Masked
from dragoman.reading.votes.numbers import number
from dragoman.values import Span

_AFTER_LIST = re.compile(rf"{NAME}(?:,| and|, and) $")
_TITLE = re.compile(r"(?:[A-Z][\w.]*(?:[-’'][\w.]+)? ){1,6}$")
"""Before a person: "Senator ", "Democratic Committee Chairman "."""

_TWO = re.compile(r"\b(?:[Bb]oth|they)\b")
REACH = 400
"""Characters before a sentence in which "both" finds those whom it means."""

_WITH = re.compile(r"\bwith (?:the |both )?$")


def named(masked: Masked, start: int, end: int) -> Iterator[Draft]:
    """The votes whose voters a sentence names in front of or behind the choice words."""
    for match in CLAUSE.finditer(masked.text, start, end):
        form = _form(match)
        status = "actual" if match["chose"] and not match["planned"] else _status(match, form)
        who = _who(masked, start, match, _WITH if form == "ing" else OPENING)
        if status and who and not _of_what(masked.text, match):
            count = number(match["n"]) if match["n"] else None
            yield Draft(who[0].start, match.end(), _cue(match), choice(match), who, count, 0.9, status)
            other = SPLIT.match(masked.text, match.end(), end)
            if other and match["voted"] and choice(other) != choice(match):
                yield Draft(match.end(), other.end(), other.start(), choice(other), who, None, 0.8, status)
    yield from _later(masked, start, end)
    for match in INVERTED.finditer(masked.text, start, end):
        group = "who" if match["who"] else "whose"
        yield Draft(match.start(), match.end(), match.start(), choice(match), masked.listed(*match.span(group)), None, 0.8)


def _form(match: re.Match[str]) -> str | None:
    """The ending of the choice verb: ed, ing, e, es, or None for the bare verb; "cast its vote" is as "ed" is."""
    if match["yes"] or match["no"]:
        cast = "cast " in match[0][match.end("who") - match.start() :]
        return match["voted"] or ("ed" if cast and not match["planned"] else None)
    form: str | None = match["abstained"]
    return form


def _later(masked: Masked, start: int, end: int) -> Iterator[Draft]:
    """Votes at the end of a longer predicate, votes as nouns, and those who did not vote."""
    for match in LATER.finditer(masked.text, start, end):
        if _form(match) == "ed" and _opens(masked.text, start, match.start()):
            yield Draft(match.start(), match.end(), _cue(match), choice(match), masked.listed(*match.span("who")), None, 0.7)
    for pattern, side in ((NOUN_VOTE, None), (JOINING_VOTE, "yes"), (NOT_VOTING, "absent")):
        for match in pattern.finditer(masked.text, start, end):
            who = masked.listed(*match.span("who"))
            if not UNREAL.search(masked.text[start : match.start()]) and not (side and (match.re is NOT_VOTING and match["planned"])):
                yield Draft(match.start(), match.end(), match.end() - 1, side or choice(match), who, None, 0.7)


def both(masked: Masked, start: int, end: int) -> Iterator[Draft]:
    """The votes of the two that were named last, in this sentence or the one before: "which both voted in favour of"."""
    for match in BOTH.finditer(masked.text, start, end):
        pairs = list(PAIR.finditer(masked.text, max(0, start - REACH), match.start()))
        if pairs and _TWO.search(match[0]):
            yield Draft(match.start(), match.end(), _cue(match), choice(match), masked.listed(*pairs[-1].span("pair")), None, 0.7)


def sided(masked: Masked, start: int, end: int) -> Iterator[Draft]:
    """Those "among the members who voted against", parties and persons on one side, and those who join others by voting."""
    for match in AMONG.finditer(masked.text, start, end):
        if _opens(masked.text, start, match.start()):
            yield Draft(match.start(), match.end(), match.end() - 1, choice(match), masked.listed(*match.span("who")), None, 0.8)
    for match in JOINING.finditer(masked.text, start, end):
        form = None if match["join"] is None else "ed"
        status = _status(match, form)
        if status and _opens(masked.text, start, match.start()):
            yield Draft(match.start(), match.end(), match.end() - 1, choice(match), masked.listed(*match.span("who")), None, 0.8, status)
    if re.search(r"\bvot(?:e|ed|ing)\b", masked.text[start:end]):
        for match in SIDED.finditer(masked.text, start, end):
            if not UNREAL.search(masked.text[start : match.start()]):
                yield Draft(match.start(), match.end(), match.end() - 1, choice(match), masked.listed(*match.span("who")), None, 0.6)


def joined(masked: Masked, start: int, end: int) -> Iterator[Draft]:
    """The votes of those who "joined X in voting no", X among them."""
    for match in JOINED.finditer(masked.text, start, end):
        if match["planned"] or match["possible"] or UNREAL.search(masked.text[start : match.start()]):
            continue
        voters, count = counted(masked, match) if match["n"] else (masked.listed(*match.span("who")), None)
        if match["who"] and not _opens(masked.text, start, match.start()):
            continue
        voters += masked.listed(*match.span("with")) if match["with"] else ()
        count = (count or 0) + number(match["more"]) if match["more"] else count
        yield Draft(match.start(), match.end(), match.end() - 1, choice(match), voters, count, 0.85)


def vetoes(masked: Masked, start: int, end: int) -> Iterator[Draft]:
    """The vetoes of permanent members of the Council."""
    for match in VETO_OF.finditer(masked.text, start, end):
        voters = masked.listed(*match.span("who" if match["who"] else "whose"))
        if voters and all(PERMANENT.fullmatch(one.text) for one in voters) and not UNREAL.search(masked.text[start : match.start()]):
            yield Draft(match.start(), match.end(), match.end() - 1, "no", voters, None, 0.7, veto="UNSC")
    for match in (*VETO.finditer(masked.text, start, end), *VETOED.finditer(masked.text, start, end)):
        voters = masked.listed(*match.span("who"))
        passive = match.re is VETOED
        base = not passive and match["veto"]
        status = "actual" if passive else _status(match, None if base else "ed")
        if all(PERMANENT.fullmatch(one.text) for one in voters) and status and (passive or _opens(masked.text, start, match.start())):
            yield Draft(match.start(), match.end(), match.end() - 1, "no", voters, None, 0.85, status, veto="UNSC")


def resolved(masked: Masked, start: int, end: int) -> Iterator[Draft]:
    """Who "voted to" do something: a body, itself the voter, a state, a party or a person."""
    for match in RESOLVED.finditer(masked.text, start, end):
        owned = masked.text[: match.start()].endswith(("’s ", "'s ", f"{NAME} "))
        who = masked.listed(*match.span("who")) if owned else _who(masked, start, match, OPENING)
        if who:
            yield Draft(who[0].start, match.end(), match.end() - 4, "yes", who, None, 0.6)


def same(masked: Masked, start: int, end: int) -> tuple[tuple[Span, ...], int | None] | None:
    """Who voted as the sentence before says, and how many more; None where the sentence does not say that others did."""
    match = SAME.match(masked.text, start, end)
    if not match:
        return None
    return counted(masked, match) if match["n"] else (masked.listed(*match.span("who")), None)


def counted(masked: Masked, match: re.Match[str]) -> tuple[tuple[Span, ...], int | None]:
    """The named of a counted group and how many of the count are not named; None where the names outnumber the count."""
    group = "list" if match["list"] else "tight" if match["tight"] else None
    voters = masked.listed(*match.span(group)) if group else ()
    rest = number(match["n"]) - len(voters)
    return voters, rest if rest >= 0 else None


def choice(match: re.Match[str]) -> str:
    """yes, no or abstain, as a match of a pattern of choice words says."""
    return "yes" if match["yes"] else "no" if match["no"] else "abstain"


def _who(masked: Masked, start: int, match: re.Match[str], opening: re.Pattern[str]) -> tuple[Span, ...]:
    """The voters of a clause that begins where a clause may; of "in the House, X voted" the person alone; none where it begins nowhere."""
    who = masked.listed(*match.span("who"))
    if _opens(masked.text, start, match.start(), opening):
        return who
    persons = [place for place, one in enumerate(who) if masked.text[one.start] == PERSON]
    later = next((place for place in persons if place and _opens(masked.text, start, who[place].start, opening)), None)
    return who[later:] if later else ()


def _of_what(text: str, match: re.Match[str]) -> bool:
    """True for a relative clause about the matter: "the resolutions that X voted against," tells of several."""
    bare = bool(re.match(r"\s*(?:[,.;:!?]|$)", text[match.end() : match.end() + 3]))
    return bare and match[0].endswith(("for", "against", "of")) and bool(re.search(r"\b(?:that|which) $", text[: match.start()][-8:]))


def _cue(match: re.Match[str]) -> int:
    words = re.compile(r"\b(?:abstain|vot|cast)")
    found = [one.start() for one in words.finditer(match[0])]
    return match.start() + (found[-1] if found else 0)


def _status(match: re.Match[str], form: str | None) -> str | None:
    """The status by the verb's form (ed, ing, e or None for the bare verb), None where the two do not go together."""
    planned = "planned" if match["planned"] else "possible" if match["possible"] else None
    if form in (None, "e"):
        return planned
    return None if planned else "actual"


def _opens(text: str, start: int, place: int, opening: re.Pattern[str] = OPENING) -> bool:
    """Whether a clause that reports what happened begins at `place`, after what `opening` allows."""
    before, who = text[start:place], text[place : place + 5].removeprefix("the ")
    if UNREAL.search(before) or (who.startswith(NAME) and _AFTER_LIST.search(before)):
        return False
    if who.startswith(PERSON):
        before = _TITLE.sub("", before)
    return bool(opening.search(before)) or (not who.startswith((NAME, PERSON)) and before.endswith(("’s ", "'s ")))
