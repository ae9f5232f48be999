"""What is voted on, in the article's words."""

from __future__ import annotations

import re

from dragoman.reading.votes.bodies import bodies

_END = re.compile(
    r"[;:!?\n–—(]|(?<!/\d),(?! \d{3})|\.(?=\s|$)|[”\"](?=\s|$)| (?:while|with|but|by a vote)\b"
    r"| by \d+(?: votes?)?(?: to |-|–)\d| and (?:on (?:a|the)\b|[A-Z]\w+ (?:abst|vot)|\d+ )| when\b| because\b"
)
_OBJECT = re.compile(
    r"(?: from (?:voting|(?:the|a) (?:(?:UN|U\.N\.|United Nations|General Assembly|Security Council"
    r"|Human Rights Council) )*vote)| (?:last|this) \w+| yesterday| today|,? (?:on )?[A-Z][a-z]+day(?: \w+)?)*(?P<to>"
    r" (?:on|of|for|against|to|over))?(?: both)? "
)
_DIRECT = re.compile(r"\b(?:of|for|against|veto|vetoed)$")
_GENERIC = re.compile(
    r"(?:the |a |an |this |that |its |it\b|both )?(?:draft )?(?:resolutions?|motions?|bills?|drafts?|texts?|measures?"
    r"|proposals?|votes?|amendments?|provision|it|them|document)?\.?$",
    re.IGNORECASE,
)
_MATTER = re.compile(
    r"\b(?:(?:resolution|motion|bill|draft|measure|proposal|amendment|text) (?:[‘“\"']?[a-z]+ing\b|that|which"
    r"|to(?! the\b| a\b)|on|about|against)|"
    r"(?:articles of impeachment|(?P<voted>voted (?:\d+(?: to |-(?:to-)?|–)\d+(?:,? with [^,.;:\n]{3,60} abstaining,?)? )?to)))\b"
)
_LEAD = re.compile(r"^(?:(?:the|a|an|both|on|UN|U\.N\.) )+", re.IGNORECASE)
_BARE = re.compile(r"^(?:['’]s )?(?:vote|session|meeting)s? (?:on |to |about )?", re.IGNORECASE)
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_TIME = re.compile(
    rf"(?: (?:last|this) \w+| yesterday| today| on [A-Z][a-z]+day| in {_MONTH}(?: \d{{4}})?| in \d{{4}}| earlier this \w+)+$"
)
_PLACE = re.compile(r" (?:in|at|of) the (?:UN |U\.N\. |United Nations )?(?:General Assembly|Security Council|Human Rights Council)$")
_VERB_NEXT = re.compile(r" (?:\w+ed|was|were|is|are|had|has|have|in|when|while|and|with|by)\b")
LONGEST = 160


def object_of(text: str, start: int, end: int) -> str | None:
    """The matter that follows choice words ending at `start`, as far as the clause goes; None where it is none or only "the resolution"."""
    if _DIRECT.search(text[max(0, start - 8) : start]) and not _VERB_NEXT.match(text, start):
        return worded(text, start, end)
    lead = _OBJECT.match(text, start, end)
    return worded(text, lead.end(), end) if lead and lead["to"] else None


def spoken_of(text: str, start: int, end: int) -> str | None:
    """The matter that a sentence names without choice words: "a resolution condemning …", "voted 66 to 27 to legalize …"."""
    match = _MATTER.search(text, start, end)
    return worded(text, match.end() if match["voted"] else match.start(), end) if match else None


def worded(text: str, start: int, end: int) -> str | None:
    """The matter whose words begin at `start`, up to the end of the clause, without the body's name; None where nothing tells it."""
    stop = _END.search(text, start, end)
    last = stop.start() if stop else end
    for body in bodies(text, start, last):
        if body.start - start <= 12 and not re.search(r"\d", text[body.start : body.end]):
            start = body.end
    words = _BARE.sub("", text[start:last].strip())
    words = _PLACE.sub("", _TIME.sub("", _LEAD.sub("", words))).strip(" ,.")
    return None if _GENERIC.fullmatch(words) or len(words) > LONGEST or not re.search(r"\w{3}", words) else words
