"""Whether the verb beside a time tells of what was or of what is to come."""

from __future__ import annotations

import re
from typing import Literal

Tense = Literal["past", "future"]

_FUTURE = (
    r"will|shall|won't|won’t|going to|planned|plans?|planning|scheduled|expected|expects?|slated|ahead of|intends?"
    r"|due(?! to (?:the|an?|its|his|her|their|this|these|police|lack|fears?|concerns?|[a-z]+ing)\b)"
    r"|to be|(?:would|may|might|could|should|must|can)(?! have\b)|(?:is|are|was|were|'s|’s)(?: also)? (?:not )?to(?= [a-z])"
    r"|set (?:for|to)|hop(?:es?|ing) to|aims? to|deadline|(?:am|is|are) (?!being)(?:\w+ly )?[a-z]+ing"
    r"|look(?:s|ed|ing)? forward|upcoming|forthcoming|begins|starts|opens|takes place"
)
_IRREGULAR = (
    r"was|were|had|did|has|have|been|said|told|met|held|came|went|gave|took|made|began|became|saw|got|left|led|lost|won|wrote|spoke|struck"
    r"|shot|fell|fought|found|felt|flew|grew|heard|kept|knew|laid|paid|put|ran|rose|sent|sold|sought|stood|swore|taught|thought|threw|tore|broke"
    r"|brought|built|bought|caught|chose|cut|dealt|drew|drove|hit|shut|spent|spread|withdrew|sank|sued|vowed|called|born|died"
)
_MARK = re.compile(rf"(?P<future>(?<=[’'])ll\b|\b(?:{_FUTURE})\b)|(?<!\bbe )\b(?P<past>{_IRREGULAR}|[a-z]{{2,}}ed)\b")
_WORD = re.compile(r"\S+")
_AFTER_IS_FARTHER = 2
"""A verb behind the time counts as that many words farther than one before it: "said on Sunday that it will"."""
_BEYOND = 40
"""A verb behind the time in another clause counts as that many words farther: "struck on Monday, saying he would"."""
_AFTER_WHAT_WAS = re.compile(r"\b(?:following|building on|follow(?:ed|ing)? up on|since) (?:[^\s,;:]+ ){0,6}$", re.IGNORECASE)
"""What stands before a time that is over, whatever the verb says: "Following their September 9 call, the two will meet"."""
_PARTICIPLE = re.compile(r", [a-z]+ing\b")
_OTHER_CLAUSE = re.compile(r"(?<=\S)[,;:]|[\"“”]|\b(?:that|which|who|when|where|while|because|if|as|and|but)\b")


def tense(sentence: str, start: int, end: int) -> Tense | None:
    """The tense of the verb nearest to `sentence[start:end]`, None where no verb tells."""
    if _AFTER_WHAT_WAS.search(sentence[:start]):
        return "past"
    nearest: tuple[int, Tense] | None = None
    for mark in _MARK.finditer(sentence):
        if mark.start() < end and mark.end() > start:
            continue
        kind: Tense = "future" if mark["future"] else "past"
        distance = _words(sentence[mark.end() : start]) if mark.end() <= start else _ahead(sentence[end : mark.start()])
        if nearest is None or distance < nearest[0]:
            nearest = distance, kind
    return nearest[1] if nearest else None


def _ahead(between: str) -> int:
    other = _PARTICIPLE.match(between) or _OTHER_CLAUSE.search(between.lstrip(", "))
    return _words(between) + (_BEYOND if other else _AFTER_IS_FARTHER)


def marks(text: str) -> int:
    """How many verbs of a clear tense stand in `text`."""
    return sum(1 for _ in _MARK.finditer(text))


def _words(between: str) -> int:
    return len(_WORD.findall(between))
