"""The body that votes: the Assembly, the Council and the Human Rights Council by their names, a parliament as the article names it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_UN = r"(?:(?:UN|U\.N\.|United Nations)(?:['’]s?)? )?"
_KNOWN = {
    "UNGA": re.compile(
        rf"{_UN}General Assembly\b|\bUNGA\b|\b[Ee]mergency (?:special )?session\b|\bresolution (?:A/RES/)?(?:ES- ?\d\d/\d+|[67]\d/\d+)"
    ),
    "UNSC": re.compile(rf"{_UN}\bSecurity Council\b|\bUNSC\b|\bS/RES/\d+|\b[Rr]esolutions? [1-9]\d{{2,3}} \((?:19[4-9]|20)\d\d\)"),
    "HRC": re.compile(rf"{_UN}\bHuman Rights Council\b|\bUNHRC\b"),
}
OF_STATES = frozenset(_KNOWN)
"""The bodies of states, by RECORD's codes."""

_STATE_BODY = re.compile(
    r"(?:(?:[A-Z][\w.’'-]*|of|and) ){0,6}(?:House of (?:Representatives|Commons|Lords|Councillors|Assembly)|Senate\b"
    r"|[Pp]arliament\b(?: of (?:[A-Z]\w+ ?)+\b)?"
    r"|Bundestag\b|Bundesrat\b|Knesset\b|Duma\b|Rada\b|Sejm\b|Majlis\b|Riksdag\b|Storting\b|Folketing\b|Lok Sabha\b"
    r"|Rajya Sabha\b|National Assembly\b"
    r"|Legislative (?:Yuan|Council|Assembly)\b|legislature\b|Congress\b|[Cc]ity [Cc]ouncil\b|Committee\b"
    r"|Board of Governors\b|European Council\b|Chamber of (?:Deputies|Representatives)\b"
    r"|[Ee]xecutive (?:[Cc]ouncil|[Bb]oard)\b|[Cc]abinet\b"
    r"|House\b(?! of)|(?:state )?(?:senators|lawmakers|deputies|MPs)\b)"
)
_NO_BODY = re.compile(
    r"(?:White|Chatham|Opera|Clarence|Senate President|Central|National|Organi[sz]ing|Political Action) ?(?:House"
    r"|Committee)$|National Congress$"
)
_LEADING = re.compile(
    r"(?:(?:The|In|On|At|After|Before|Yesterday|Today|Earlier|If|When|While|But|And|As|For|Since|of|and|Last|This|Also) )+"
)
_NOT_THERE = re.compile(
    r"(?:\b(?:from|off|onto|seats? (?:on|at|in)|membership (?:of|in)|reform of|elect(?:ed|ion) to|contempt of|expel\w*"
    r"|suspend\w*|join\w*|reform\w*|[Nn]ational|[Ss]upreme|Homeland)"
    r" (?:the )?|\bNational |\bHomeland )$"
)
_LOCAL = re.compile(r"[A-Z]\w+(?:['’]s)? $")
_STATES = re.compile(r"^(?:UNGA|UNSC|HRC)$|Board of Governors|European Council|European Parliament|Executive Council")
_SHORT = re.compile(
    r"\b(?:[Tt]h(?:e|is)|[Oo]ur|[Ii]ts) (?P<word>Assembly|[Cc]ouncil|organ|[Cc]ommittee|[Bb]oard|[Cc]hamber|[Ll]egislature"
    r"|[Pp]arliament|Hall)\b"
)
_MEMBERS = re.compile(r"(?:(?:Democratic|Republican|GOP|Conservative|Liberal|Labour) )?(?:state )?senators$")
_ANY = frozenset(("organ", "chamber", "legislature", "parliament", "hall"))
"""Words that stand for whichever body was named last."""

_DECIDES = re.compile(r",? (?:has |have |also |on \w+ )?(?:voted|votes?|met|meeting|passed|adopted|approved|debated|rejected)\b")
REACH = 40


@dataclass(frozen=True, slots=True)
class Named:
    """A body named in the text: RECORD's code or the article's own words, and where."""

    body: str
    start: int
    end: int


def bodies(text: str, start: int, end: int) -> tuple[Named, ...]:
    """The bodies that the text names from `start` to `end`, in order."""
    found = [
        Named(code, match.start(), match.end())
        for code, pattern in _KNOWN.items()
        for match in pattern.finditer(text, start, end)
        if not _elsewhere(text, match)
    ]
    taken = [(one.start, one.end) for one in found]
    for match in _STATE_BODY.finditer(text, start, end):
        lead = _LEADING.match(match[0])
        words = (match[0][lead.end() :] if lead else match[0]).rstrip()
        if words and not _NO_BODY.search(words) and not any(first < match.end() and match.start() < last for first, last in taken):
            start_of = match.start() + (lead.end() if lead else 0)
            found.append(Named(_MEMBERS.sub("Senate", words), start_of, start_of + len(words)))
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def short(text: str, start: int, end: int) -> tuple[Named, ...]:
    """The bodies that short names from `start` to `end` stand for ("the Council", "this organ"): named last before, else later."""
    found = []
    for match in _SHORT.finditer(text, start, end):
        word = match["word"].casefold()
        alike = [one for one in bodies(text, 0, len(text)) if word in _ANY or _last_word(text, one) == word]
        earlier = [one for one in alike if one.end <= match.start()]
        if alike and not any(one.start <= match.start("word") < one.end for one in alike):
            found.append(Named((earlier or alike[::-1])[-1].body, match.start("word"), match.end()))
    return tuple(found)


def _last_word(text: str, named: Named) -> str:
    return text[named.start : named.end].split()[-1].casefold()


def voting(text: str, named: tuple[Named, ...]) -> Named | None:
    """Of the bodies named the last that itself votes or decides ("the Senate passed …"), else the last; None where there is none."""
    deciding = [one for one in named if decides(text, one)]
    return (deciding or list(named))[-1] if named else None


def decides(text: str, named: Named) -> bool:
    """Whether the body named there is said to vote, meet or decide."""
    return bool(_DECIDES.match(text, named.end))


def of_states(body: str) -> bool:
    """Whether states, and no persons or parties, vote in the body."""
    return bool(_STATES.search(body))


def is_committee(body: str) -> bool:
    """Whether the body is a part of another, so that a following sentence's vote need not be its."""
    return body.endswith("Committee")


def _elsewhere(text: str, match: re.Match[str]) -> bool:
    """True for a body that is spoken of, not voted in: "suspended from the Human Rights Council"; and for namesakes of a country's own."""
    before = text[max(0, match.start() - REACH) : match.start()]
    if text[match.end() : match.end() + 5] in (" vote", "’s vot", "'s vot"):
        return False
    namesake = (
        match[0] in ("General Assembly", "Security Council")
        and _LOCAL.search(before)
        and not re.search(r"\b(?:The|A|An|In|On|At|UN)(?:['’]s)? $", before)
    )
    return bool(namesake) or bool(_NOT_THERE.search(before))
