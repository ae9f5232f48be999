"""Votes that were unanimous: "unanimously adopted", "the Council’s unanimous adoption of", "a unanimous vote"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.reading.votes.drafts import Draft
from dragoman.reading.votes.grammar import NOUN, UNREAL
from dragoman.reading.votes.masked import NAME, Masked
from dragoman.reading.votes.numbers import NUMBER, number
from dragoman.values import Span

_DID = (
    r"(?:adopt(?:ed|s|ing)?|approv(?:ed|es|ing)|pass(?:ed|es|ing)|endors(?:ed|es|ing)|ratif(?:ied|ies)|decid(?:ed|es)|declared|agreed"
    r"|proclaimed|support(?:ed|s)|renewed|reaffirmed|condemned|demanded|recommended|authori[sz]ed|mandated|established|extended"
    r"|called (?:for|on|upon)|voted(?! (?:against|down))|expressed (?:its|their) support)"
)
_DEED = (
    r"(?:adoption|approval|passage|vote|votes|renewal|resolutions?|decisions?|ratification|endorsement|consent|agreement"
    r"|(?:support|backing) (?:for|of|from|in|by) (?:the )?[\w ]{0,30}(?:decision|resolution|draft|Assembly|Council))"
)
UNANIMOUS = re.compile(
    rf"\bunanimously,? (?:and \w+ )?(?:\w+ly )?{_DID}\b|\b{_DID}(?: \w+){{0,2}}? (?:unanimously|with unanimity|by unanimity"
    rf"|by unanimous vote)\b"
    rf"|\bunanimous(?:,? (?:and|but) (?:\w+ly )?\w+)?(?: (?P<n>[1-9]\d{{0,2}})[-– ](?:to[-– ])?(?:nothing|zero|nil|0))? {_DEED}\b",
    re.IGNORECASE,
)
REFUSED = re.compile(
    r"\bunanimously (?:rejected|voted (?:down|against)|turned down|opposed)\b|\b(?:rejected|turned down|voted down) unanimously\b",
    re.IGNORECASE,
)
_AGENT = re.compile(
    rf"(?P<who>{NAME}++)(?:’s|'s)?(?:\s?[–—][^–—]{{2,70}}[–—]|, [^,]{{2,60}},)?(?: (?:has|have|had|also|recently|then|again))* $"
)
_BY = re.compile(rf"(?: [^,;.:]{{0,30}})? by (?:the |our |its )?(?P<who>{NAME}++)")
"""Who did so, before or behind the words, where it is a body of its own name."""

_SHORT = re.compile(r"Assembly|Council|Committee|Board|Commission|Conference|Organi[sz]ation")
_NEARLY = re.compile(r"\b(?:almost|near(?:ly)?|virtually|practically|not|non|being|be)[ -]?$", re.IGNORECASE)
_NO_MATTER = re.compile(r"\b(?:elect(?:ed|ion|ing)|nominat\w+|candida\w+)\b", re.IGNORECASE)
_REACH = 250
_WHO = re.compile(
    rf"\b(?P<n>{NUMBER})\s+(?:States\s+)?{NOUN}(?:\s+of\s+[^,.;:–—]{{2,60}})?(?:\s*[–—][^–—]{{2,60}}[–—])?,?\s+$", re.IGNORECASE
)


def adopted(masked: Masked, start: int, end: int) -> Iterator[Draft]:
    """The unanimous votes of a sentence: yes, and by how many where it says so; none for elections, of the sentence before too."""
    if _NO_MATTER.search(masked.text, start, end):
        return
    for match in (*UNANIMOUS.finditer(masked.text, start, end), *REFUSED.finditer(masked.text, start, end)):
        before = masked.text[start : match.start()]
        of_election = match[0].lower().endswith("vote") and _NO_MATTER.search(masked.text, max(0, start - _REACH), start)
        if UNREAL.search(before) or _NEARLY.search(before) or of_election:
            continue
        who = _WHO.search(masked.article.text[start : match.start()])
        told = match.groupdict().get("n") or (who["n"] if who else None)
        first = start + who.start() if who else match.start()
        side = "no" if match.re is REFUSED else "yes"
        agent = _agent(masked, start, end, match)
        yield Draft(first, match.end(), match.start(), side, (), number(told) if told else None, 0.7, unanimous=True, agent=agent)


def _agent(masked: Masked, start: int, end: int, match: re.Match[str]) -> Span | None:
    """The organisation that is said to have been unanimous."""
    found = _BY.match(masked.text, match.end(), end) or _AGENT.search(masked.text[: match.start()], start)
    if found is None:
        return None
    span = Span.of(masked.article.text, *found.span("who"))
    return span if masked.kind(span) == "organisation" and not _SHORT.fullmatch(span.text) else None
