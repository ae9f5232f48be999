"""The phrases of a text that stand for matters, each with what its head says it is and the stems of the names that it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.reading.matters.patterns import ARTICLE, KINDS, LONGEST, NAME, PATTERNS, THE
from dragoman.values import Span

_OPENERS = frozenset(
    """The This That A An In On At By For After Before During Since Another Any Every Such No One Our Their His Her Its My Your And But
    As If When While With From Of To It He She They We I There Here Then Now Today Yesterday Whether Because Although Despite Amid Without
    Through Both Each""".split()
)
"""Words that open a sentence and are no part of a name."""
_NO_PLACE = _OPENERS | frozenset(
    """Civil Cold World Great Total All Star Class Culture Price Financial Economic Global Climate Humanitarian Refugee Migrant
    Constitutional Political Health Housing Debt Energy Food Water Opioid Midlife Republican Democratic National Trade Drug Cyber
    Post Pre Nuclear
    Prisoner Modern Ongoing Internal Military Armed Holy Just Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February
    March April May June July August September October November December Covid Covid-19 Coronavirus""".split()
)
_BROKEN = re.compile(r"(?<=[\w,])\n(?=\w)")
"""Where a line is broken within a sentence."""
_KEPT = frozenset("Cold World Civil The This That A An Its Their Our His Her Any Every".split())
_PEOPLE_MEET = re.compile(
    r"\b(?:Republican|Democratic|National|Nominating|Party|Constitutional|State|Libertarian|GOP|Annual|Nominating) Convention\b"
)
_ALIASES = {
    "jcpoa": "joint comprehensive plan action",
    "tpp": "tran pacific partnership",
    "nafta": "north american free trade agreement",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase that stands for a matter: what its head says it is, and the stems of the names that it is about."""

    span: Span
    kind: str
    head: str
    stems: frozenset[str]


def phrases(text: str, persons: frozenset[str]) -> Iterable[Found]:
    """Every phrase that a pattern finds, longer and shorter ones beside each other; no conflict is named for one of the `persons`."""
    lines = _BROKEN.sub(" ", text)
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(lines):
            parts = {name: value for name, value in match.groupdict().items() if value}
            found = _conflict(text, match, parts, persons) if kind == "conflict" else _other(text, match, parts, kind)
            if found:
                yield found


def _conflict(text: str, match: re.Match[str], parts: dict[str, str], persons: frozenset[str]) -> Found | None:
    (group, target), *_ = parts.items()
    start = _trimmed(match, _NO_PLACE)
    if group == "y6":
        return Found(Span.of(text, start, match.end()), "conflict", target.lower(), frozenset([target.lower()]))
    names = [name for name in re.split(r"[-–‑/]| and (?:the )?", target) if name]
    if group in ("y4", "y5") and (any(name.split()[0] in _NO_PLACE for name in names) or any(_personal(name, persons) for name in names)):
        return None
    if any(name in _NO_PLACE for name in names):
        return None
    stems = frozenset(stem(name) for name in names)
    owner = re.match(rf"(?:{THE})?({NAME}?)(?:[’']s?|-led|-backed)? ", text[start : match.end()])
    if owner and owner[1] and owner[1] not in _NO_PLACE and owner[1] not in persons and group in ("y1", "y3"):
        return Found(Span.of(text, start, match.end()), "conflict", "", stems | {"by " + stem(owner[1])})
    return Found(Span.of(text, start, match.end()), "conflict", "", stems)


def _personal(name: str, persons: frozenset[str]) -> bool:
    return name in persons or any(name == person.split()[-1] for person in persons)


def _trimmed(match: re.Match[str], leading: frozenset[str]) -> int:
    """Where the phrase begins, without a capitalised word of `leading`."""
    first = re.match(r"\w+ ", match.group())
    return match.start() + first.end() if first and first.group().strip() in leading - _KEPT else match.start()


def _other(text: str, match: re.Match[str], parts: dict[str, str], kind: str) -> Found | None:
    if _PEOPLE_MEET.search(match.group()) or len(match.group().split()) > 3 * LONGEST:
        return None
    start = _trimmed(match, _OPENERS)
    name = next((value for key, value in parts.items() if key.startswith(("name", "symbol", "number", "said"))), None)
    if name:
        words = [word for word in re.findall(r"\w+", ARTICLE.sub("", name).lower()) if word not in ("the", "of", "on", "and", "for")]
        if not words or (len(words) == 1 and "name1" in parts):
            return None
        head = " ".join(word.rstrip("s") for word in words)
        return Found(Span.of(text, start, match.end()), kind, _ALIASES.get(head, head), frozenset())
    what = next((value for key, value in parts.items() if key.startswith("what")), "")
    who = [value for key, value in parts.items() if key.startswith("who")]
    names = [part for value in who for part in re.split(r"[-–‑/]| and (?:the )?", value) if part and part not in _NO_PLACE]
    if not names and re.match(r"[Aa]n? |[Aa]ny |[Ee]very ", match.group()) and "fire" not in what and not what.startswith("ban on"):
        return None
    if not names and what and not re.match(THE, match.group()) and kind == "agreement" and "fire" not in what:
        return None
    head = what.lower().replace("-", "") or "deal"
    return Found(Span.of(text, start, match.end()), kind, head, frozenset(stem(part) for part in names))


def longest(found: Iterable[Found]) -> list[Found]:
    """The phrases that lie within no longer one, in the order of the text; what a resolution or a proposal is about stands within it."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.span.start - one.span.end, one.span.start, KINDS.index(one.kind))):
        if not any(_overlap(one, other) and not _about(one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.span)


def _overlap(one: Found, other: Found) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end


def _about(one: Found, other: Found) -> bool:
    """Does `one` stand in the words of a resolution, behind its head?"""
    return other.kind == "resolution" and one.kind != "resolution" and other.span.start < one.span.start and one.span.end <= other.span.end


def stem(name: str) -> str:
    """What "Ukraine" and "Ukrainian", "Syria" and "Syrian" have in common: the first letters of the name without its ending."""
    words = name.lower().replace("’", "'").removesuffix("'s").replace(".", "").split()
    word = words[-1] if words[0] in ("the", "republic", "kingdom", "state") else words[0]
    word = {
        "american": "us",
        "america": "us",
        "united": words[1][:1] and "u" + words[1][0] if len(words) > 1 else "u",
        "british": "uk",
        "britain": "uk",
    }.get(word, word)
    for ending in ("ians", "ans", "ian", "ean", "ese", "ish", "an", "is", "ia", "i", "s", "a", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
