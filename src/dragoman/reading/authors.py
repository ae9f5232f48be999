"""Who speaks in the first person outside all quotation marks: the author whom the title of a statement names."""

from __future__ import annotations

import re

_DOING = (  # what a document does in its title, behind the name of its author; not any word in -ing: "Xi Jinping"
    "announcing|applauding|calling|celebrating|commemorating|concerning|condemning|confirming|congratulating|following|honoring|marking"
    "|mourning|nominating|observing|opposing|praising|recognizing|regarding|rejecting|responding|supporting|thanking|urging|warning|welcoming"
)
_BY = re.compile(
    r"\b(?:statement|remarks|address|message|letter|speech|op-ed|proclamation|testimony)s?\s+(?:\w+\s+)?(?:by|from|of)\s+(?P<name>.+?)"
    r"(?=\s+(?:on|about|at|after|before|in|to|for|during|ahead|upon|as|with|" + _DOING + r")\b|[,:;(]|$)",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"^(?P<name>[A-Z][\w.’' \-]+?)[’']s? (?:statement|remarks|speech|address|message|letter)\b")
_DEBATE = re.compile(r"\b[Gg]eneral [Dd]ebate, (?:[Tt]he )?(?P<name>[A-Z][^,(\d]*[^,(\d\s])(?=\s*(?:[,(\d]|$))")


_JOINT = re.compile(
    r"\bjoint statement\s+(?:by|from|of|between)\s+(?:the )?(?P<name>.+?)(?=\s+(?:on|and|regarding|following|after)\b|[,:;(]|$)"
    r"|\bjoint (?P<first>[A-Z][\w.]*)[-–](?:[A-Z][\w.]*[-–]?)+ statement\b|\bjoint statement: (?P<led>[A-Z][\w.]*)[-–]",
    re.IGNORECASE,
)
_GROUP = re.compile(r"^(?P<name>G-?\d+)(?: (?:Leaders|Foreign Ministers))?[’']? (?:joint )?statement\b", re.IGNORECASE)


_NEXT = re.compile(
    r",? and (?=(?:the )?(?:[A-Z]\w+ )?(?:Vice |Prime |First )?"
    r"(?:President|Minister|Chancellor|Secretary|Premier|King|Queen|Senator|Lady)\b)"
)  # the next of several authors


def author(title: str | None) -> str | None:
    """The name in the title of a statement, a speech or a letter, as the title writes it, the first of several; None where it has none."""
    if state := delegation(title):
        return state
    for pattern in (_JOINT, _GROUP, _BY, _POSSESSIVE):
        if title and (match := pattern.search(title)):
            found: str = next(filter(None, match.groups()))
            return _NEXT.split(found, maxsplit=1)[0].strip()
    return None


def delegation(title: str | None) -> str | None:
    """The state whose delegation speaks, by its name or code, where the title is that of a speech in the General Debate."""
    match = _DEBATE.search(title) if title else None
    return match["name"] if match else None


def bare(name: str) -> str:
    """The name without offices before it: "National Security Advisor Jake Sullivan" → "Jake Sullivan"."""
    kept = name.split()
    while len(kept) > 2 and (
        kept[0].lower() in _OFFICES or (len(kept) > 3 and kept[0][0].isupper() and any(word.lower() in _OFFICES for word in kept[1:-2]))
    ):
        kept = kept[1:]
    return " ".join(kept)


_OFFICES = frozenset(
    [
        "president",
        "vice",
        "secretary",
        "press",
        "advisor",
        "adviser",
        "national",
        "security",
        "minister",
        "prime",
        "foreign",
        "chancellor",
        "spokesperson",
        "ambassador",
        "senator",
        "deputy",
        "director",
        "general",
        "chairman",
        "chair",
        "council",
        "administrator",
        "the",
        "acting",
        "assistant",
    ]
)
