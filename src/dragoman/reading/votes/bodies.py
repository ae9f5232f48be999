"""The body that votes: the Assembly, the Council and the Human Rights Council by their names, a parliament as the article names it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_UN = r"(?:(?:UN|U\.N\.|United Nations)(?:['’]s?)? )?"
_KNOWN = {
    "UNGA": re.compile(
        rf"{_UN}General Assembly\b|\bUNGA\b|\b[Ee]mergency (?:special )?session\b|\bresolutions? (?:A/RES/)?(?:ES- ?\d\d/\d+|[1-9]\d/\d+)"
        r"|\bresolution \d{1,4}(?: [A-Z])? ?\([IVX]+\)"
    ),
    "UNSC": re.compile(rf"{_UN}\bSecurity Council\b|\bUNSCR?\b|\bS/RES/\d+|\b[Rr]esolutions? [1-9]\d{{2,3}} \((?:19[4-9]|20)\d\d\)"),
    "HRC": re.compile(rf"{_UN}\bHuman Rights Council\b|\bUNHRC\b"),
}
OF_STATES = frozenset(_KNOWN)
"""The bodies of states, by RECORD's codes."""

_STATE_BODY = re.compile(
    r"(?:(?:[A-Z][\w.’'-]*|of|and) ){0,6}(?:House of (?:Representatives|Commons|Lords|Councillors|Assembly)|Senate\b"
    r"|[Pp]arliament\b(?: of (?:[A-Z]\w+ ?)+\b)?"
    r"|Bundestag\b|Bundesrat\b|Knesset\b|Duma\b|Rada\b|Sejm\b|Majlis\b|Riksdag\b|Storting\b|Folketing\b|Lok Sabha\b"
    r"|Rajya Sabha\b|National Assembly\b"
    r"|(?:[Ll]ower|[Uu]pper) (?:[Hh]ouse|[Cc]hamber)\b|Legislative (?:Yuan|Council|Assembly)\b|legislature\b|Congress\b"
    r"|[Cc]ity [Cc]ouncil\b|Committee\b"
    r"|Board of Governors\b|European Council\b|Chamber of (?:Deputies|Representatives)\b"
    r"|[Ee]xecutive (?:[Cc]ouncil|[Bb]oard)\b|[Cc]abinet\b"
    r"|House\b(?! of)|(?:state )?(?:senators|lawmakers|deputies|MPs)\b)"
)
_SORT = (
    r"(?:[Cc]ity|[Cc]ounty|[Tt]own|[Vv]illage|[Tt]ownship|[Ss]chool|[Ss]tate|[Nn]ational|[Ff]ederal|[Rr]egional|[Pp]rovincial|[Dd]istrict"
    r"|[Ll]ocal|[Ll]ower|[Uu]pper|[Ee]xecutive|[Gg]overning|[Ss]tudent|[Pp]arliamentary|[Ll]egislative|[Cc]onstituent|[Tt]ransitional"
    r"|[Ss]pecial|[Ss]elect|[Jj]oint)"
)
_SEATS = (
    r"(?:Assembly|Council|Commission|Conference|Convention|Board|Congress|Chamber|Synod|council|board|committee|commission|assembly|chamber"
    r"|house|congress|panel|cabinet|conference|convention|[Cc]ommissioners|[Cc]ouncill?ors|[Cc]ouncilmen|[Ll]egislators|[Tt]rustees|[Ss]upervisors"
    r"|(?:[Cc]ouncil|[Bb]oard|[Cc]ommittee|[Cc]ommission) members)"
)
_DOES = r"(?:voted|votes|unanimously|cast (?:a|its|their)|adopted|approved|passed|rejected|endorsed|ratified|decided)\b"
_ACTING = re.compile(
    rf"(?:(?:[A-Z][\w.’'-]*|of|and|the|{_SORT}) ){{0,6}}{_SEATS}(?: (?:of|for|on) (?:the )?[A-Z]\w+(?: (?:(?:and|of"
    rf"|the) )?[A-Z]\w+){{0,3}})?"
    rf"(?=(?:,? (?:has|have|had|also|recently|then|today|yesterday|earlier|again|[a-z]+ly|on [A-Z]\w+day|(?:last|this) \w+"
    rf"|in \d{{4}})){{0,3}}"
    rf",? {_DOES}|[’']s? (?:[a-z]+ly )?(?:unanimous|\d{{1,3}}[-–]))"
    rf"|(?<=\bby )(?:the |our |its |this |an? )?(?:(?:[A-Z][\w.’'-]*|of|and"
    rf"|{_SORT}) ){{0,6}}{_SEATS}(?: of (?:the )?[A-Z]\w+(?: (?:and |of )?[A-Z]\w+){{0,3}})?"
)
"""Bodies of any kind where they are said to act: "the school board voted", "approved by the city council"."""

_OWN_NAME = re.compile(
    r"Senate|[Pp]arliament|Bundestag|Bundesrat|Knesset|Duma|Rada|Sejm|Majlis|Riksdag|Storting|Folketing|legislature|Congress|House|[Cc]abinet"
    r"|senators|lawmakers|deputies|MPs"
)
"""What names a body in one word."""

_ARTICLE = (
    "(?:The|This|That|Our|Its|His|Her|Their|If|When|While|Though|As|In|On|At|By|But|And|Last|Though|Although|Because|Since|Each|Every|No) "
)
_NO_BODY = re.compile(
    r"(?:White|Chatham|Opera|Clarence|Senate President|Central|National|Organi[sz]ing|Political Action) ?(?:House"
    r"|Committee)$|National Congress$"
)
_LEADING = re.compile(
    r"(?:(?:[Tt]he|[Oo]ur|[Ii]ts|[Aa]n?|[Tt]his|In|On|At|After|Following|During|Though|Although|Because|Yet|So|That|Before"
    r"|Yesterday|Today|Earlier|If|When|While|But|And|As|For|Since|of|and|Last|This|Also) )+"
)
_NOT_THERE = re.compile(
    r"(?:\b(?:from|off|onto|seats? (?:on|at|in)|membership (?:of|in)|reform of|elect(?:ed|ion) to|contempt of|expel\w*"
    r"|suspend\w*|join\w*|reform\w*|[Nn]ational|[Ss]upreme|Homeland)"
    r" (?:the )?|\bPeace and |\bNational |\bHomeland )$"
)
_GIVEN = re.compile(r"\b(?:approval|support|endorsement|backing|mandate|consent|votes?|voted|resolutions?) from (?:the )?$")
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
_LARGE = (
    r"(?:Assembly|Council|Commission|Conference|Convention|Board|Congress|Parliament|Senate|Summit|Meeting|Forum|Union|Community|Movement|Group"
    r"|Organi[sz]ation|Agency|Authority|Court|Committee|Association|Federation|League|Parties|Diet|Synod|Party)"
)
_POSSIBLE = re.compile(
    rf"(?:[A-Z][\w.’'-]*(?: (?:of|and|for|on|the|to|on the|of the|for the|to the))? ){{0,8}}(?<!\w){_LARGE}\b(?!['’])"
    r"(?: (?:of|for|on|to)(?: the)?(?: [A-Z][\w’'-]*(?: (?:and|of|on|for|the|to)(?= ))*){1,7})?"
)
"""Any name that may be of a body: "the African Union Summit", "the Conference of the States Parties to …"."""


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
    for match in (*_STATE_BODY.finditer(text, start, end), *_ACTING.finditer(text, start, end)):
        lead = _LEADING.match(match[0])
        words = (match[0][lead.end() :] if lead else match[0]).rstrip()
        begins = match.start() + (lead.end() if lead else 0)
        if words and not _unfit(text, words) and not any(first < match.end() and begins < last for first, last in taken):
            taken.append((begins, match.end()))
            found.append(Named(_MEMBERS.sub("Senate", words), begins, begins + len(words)))
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _unfit(text: str, words: str) -> bool:
    """Whether the words are no body of their own: houses of other kinds, and one word for a body that has a longer name."""
    if " " in words or _OWN_NAME.fullmatch(words):
        return bool(_NO_BODY.search(words))
    plural = words.endswith("s")
    return (words[0].isupper() and not plural) or bool(re.search(rf"\b(?!{_ARTICLE})[A-Z]\w+ (?i:{re.escape(words)})\b", text))


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


def possible(text: str, start: int, end: int) -> tuple[Named, ...]:
    """Names from `start` to `end` that may be of a body, for votes that are plainly of one and whose body is none of the usual."""
    found = []
    for match in _POSSIBLE.finditer(text, start, end):
        lead = _LEADING.match(match[0])
        words = match[0][lead.end() :] if lead else match[0]
        if " " in words and not _NO_BODY.search(words):
            found.append(Named(words, match.end() - len(words), match.end()))
    return tuple(found)


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
    return bool(namesake) or (bool(_NOT_THERE.search(before)) and not _GIVEN.search(before))
