"""Votes that were unanimous: "unanimously adopted", "the Council’s unanimous adoption of", "a unanimous vote"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.reading.votes.drafts import Draft
from dragoman.reading.votes.grammar import NOUN, UNREAL
from dragoman.reading.votes.masked import Masked
from dragoman.reading.votes.numbers import NUMBER, number

_DID = (
    r"(?:adopt(?:ed|s|ing)?|approv(?:ed|es|ing)|pass(?:ed|es|ing)|endors(?:ed|es|ing)|ratif(?:ied|ies)|decid(?:ed|es)|declared"
    r"|support(?:ed|s)|renewed|expressed (?:its|their) support)"
)
_DEED = r"(?:adoption|approval|passage|vote|votes|renewal|resolution|decision|ratification|support for the [\w ]{0,30}decision)"
UNANIMOUS = re.compile(
    rf"\bunanimously (?:\w+ly )?{_DID}\b|\b{_DID}(?: \w+){{0,2}}? unanimously\b"
    rf"|\bunanimous(?:,? (?:and|but) (?:\w+ly )?\w+)?(?: (?P<n>[1-9]\d{{0,2}})[-– ](?:to[-– ])?(?:nothing|zero|nil|0))? {_DEED}\b",
    re.IGNORECASE,
)
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
    for match in UNANIMOUS.finditer(masked.text, start, end):
        before = masked.text[start : match.start()]
        of_election = match[0].lower().endswith("vote") and _NO_MATTER.search(masked.text, max(0, start - _REACH), start)
        if UNREAL.search(before) or _NEARLY.search(before) or of_election:
            continue
        who = _WHO.search(masked.article.text[start : match.start()])
        told = match["n"] or (who["n"] if who else None)
        first = start + who.start() if who else match.start()
        yield Draft(first, match.end(), match.start(), "yes", (), number(told) if told else None, 0.7, unanimous=True)
