"""Ties: standing relations that an article states as facts between two who are named, by closed patterns.

The patterns see the text with its names masked (`votes/masked.py`): § for places and organisations, ¶ for persons. What is denied,
asked for, or only possible is no tie.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.reading.votes.masked import NAME, PERSON, mask
from dragoman.reading.votes.voters import Roll
from dragoman.values import Actor, Article, Span, Tie

RELATIONS = ("ally", "member", "trading partner", "adversary", "neighbour", "patron", "rival", "former ally", "former adversary")

_N = rf"(?<![{NAME}{PERSON}])(?:the )?(?:{NAME}++|{PERSON}++)"
_LIST = rf"{_N}(?:, {_N}){{0,6}}(?:,? and {_N})?"
_HOW = r"(?:(?!not |no |never |longer |and |or |of )[\w’'-]+ ){0,4}?"
_IS = (
    r"(?:,| is| are| was| were| remains?| remained| has (?:long )?been| have (?:long )?been|, which is|, which was|, itself)"
    r"(?P<when> once| long| also| still| now)?"
)
_FOE = r"(?P<foe>arch-?enem(?:y|ies)|enem(?:y|ies)|adversar(?:y|ies)|foes?|arch-?foes?|rivals?|arch-?rivals?)"
_OWN = r"[’']s?"
_FORCES = (
    r"(?:militias?|militia groups?|militant groups?|rebels?|fighters|armed groups?|forces|militants|insurgents|separatists|proxies"
    r"|government)"
)


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A pattern with the relation of its group `a` to its group `b`, and its confidence: the share that was right where it was tried."""

    relation: str
    expression: re.Pattern[str]
    confidence: float


def _pattern(relation: str, expression: str, confidence: float) -> _Pattern:
    return _Pattern(relation, re.compile(expression), confidence)


_PATTERNS = (
    _pattern("ally", rf"(?P<a>{_LIST}){_IS} (?:a|an|the|one of) (?P<how>{_HOW})(?:ally|allies) of (?P<b>{_N})", 0.9),
    _pattern("ally", rf"(?P<b>{_N})(?:{_OWN})? (?P<how>{_HOW})(?:ally|allies),? (?:such as |like |including |in )?(?P<a>{_LIST})", 0.8),
    _pattern("ally", rf"(?P<a>{_LIST}){_IS} (?:a|an|the|one of) (?P<b>{_N})(?:{_OWN})? (?P<how>{_HOW})(?:ally|allies)\b", 0.9),
    _pattern("ally", rf"(?P<how>)alliance (?:between|of) (?P<a>{_N}) (?:and|with) (?P<b>{_N})", 0.9),
    _pattern(
        "ally",
        rf"(?P<a>{_N})(?: \w+){{0,3}} (?:its|their) (?P<how>{_HOW})(?:alliance|security) commitments? to (?:both )?(?P<b>{_LIST})",
        0.85,
    ),
    _pattern("ally", rf"(?P<a>{_N}) and (?P<b>{_N}),? (?:are|were|remain|which are) (?P<how>{_HOW})allies\b", 0.9),
    _pattern(
        "member", rf"(?P<a>{_LIST}){_IS} (?:all )?(?:(?:a|an|the|one of the) )?(?P<how>{_HOW})members?(?: states?)? of (?P<b>{_N})", 0.9
    ),
    _pattern("member", rf"(?P<a>{_LIST})(?:{_IS})? (?:a|an|as a|as an) (?P<how>{_HOW})(?P<b>{NAME}+) member\b", 0.85),
    _pattern(
        "member",
        rf"(?P<how>)(?P<b>{NAME}+) (?:member|members|member states?|member countr(?:y|ies))(?:,| such as| like| including)? (?P<a>{_LIST})",
        0.85,
    ),
    _pattern("member", rf"(?P<how>)as an? {_HOW}member of (?P<b>{_N}), (?P<a>{_N})", 0.85),
    _pattern("member", rf"(?P<a>{_N}),? (?:who |which )?(?P<how>)belongs to (?P<b>(?:the )?(?:\w+ ){{0,2}}{NAME}+)", 0.8),
    _pattern("neighbour", rf"(?P<a>{_N}) and (?:its|their) (?P<how>{_HOW})neighbou?rs?,? (?P<b>{_LIST})", 0.9),
    _pattern("neighbour", rf"(?P<a>{_N}){_OWN} (?P<how>{_HOW})neighbou?rs?,? (?:such as |including )?(?P<b>{_LIST})", 0.9),
    _pattern("neighbour", rf"(?P<b>{_N}), (?P<a>{_N}){_OWN} (?P<how>{_HOW})neighbou?r\b", 0.9),
    _pattern("neighbour", rf"(?P<a>{_N})(?:, which)? (?P<how>)(?:borders|shares a (?:\w+ )?border with) (?P<b>{_N})", 0.9),
    _pattern("neighbour", rf"(?P<how>)neighbou?ring (?P<a>{_N}) and (?P<b>{_N})", 0.7),
    _pattern("trading partner", rf"(?P<a>{_N}){_IS} (?P<b>{_N}){_OWN} (?P<how>{_HOW})trad(?:e|ing) partner", 0.9),
    _pattern("trading partner", rf"(?P<b>{_N}){_OWN} (?P<how>{_HOW})trad(?:e|ing) partners?,? (?P<a>{_LIST})", 0.9),
    _pattern(
        "trading partner", rf"(?P<a>{_N}){_IS} (?:a|an|the|one of the) (?P<how>{_HOW})trad(?:e|ing) partners? (?:of|for) (?P<b>{_N})", 0.9
    ),
    _pattern(
        "patron",
        rf"(?P<b>{_N})(?:,| is| are| was| were|, wh(?:ich|o) (?:is|are)) (?P<how>)(?:\w+ly )?"
        rf"(?:backed|sponsored|bankrolled) by (?P<a>{_N})",
        0.85,
    ),
    _pattern("patron", rf"(?P<a>{_N}){_OWN} (?P<how>)prox(?:y|ies),? (?P<b>{_LIST}|(?:\w+ )?{_FORCES})", 0.85),
    _pattern("", rf"(?P<a>{_N}) and (?P<b>{_N}),? (?:are|were|remain) (?P<how>{_HOW}){_FOE}\b", 0.85),
    _pattern("", rf"(?P<a>{_N}) and (?:its|his|her|their) (?P<how>{_HOW}){_FOE},? (?P<b>{_N})", 0.85),
    _pattern("", rf"(?P<b>{_N}){_OWN} (?P<how>{_HOW}){_FOE},? (?P<a>{_N})", 0.8),
    _pattern("", rf"(?P<how>(?:[a-z]+-?[a-z]* ){{0,2}}){_FOE} (?P<a>{_N}) and (?P<b>{_N})", 0.8),
    _pattern("", rf"(?P<a>{_N}){_IS} (?:a|an|the) (?P<how>{_HOW}){_FOE} of (?P<b>{_N})", 0.85),
)
_JOINED = r"(?:[A-Z][a-zA-Z]+(?: [A-Z][a-z]+)?|U\.S\.|U\.K\.|ROK|DPRK)"
_ALLIANCE = re.compile(rf"(?P<a>{_JOINED})[-–‑](?P<b>{_JOINED}) [Aa]lliance\b")
_BACKED = re.compile(
    rf"(?P<a>{_JOINED})[-–‑](?:backed|supported|sponsored|funded)"
    rf"(?P<b> (?:(?!(?:in|on|at|of|to|for|by|and|or|from|with|coup|attack|talks|truce|plan)\b)[\w-]+ ){{0,3}}?"
    rf"(?:{_FORCES}\b|[A-Z]\w+(?: (?:{_FORCES}|movement))?))"
)
_MEETING = re.compile(r"\b(?:Forum|Conference|Summit|Congress|Assembly|Bill|Act|Resolution|Talks|Meeting|Games|Cup|Festival)$")
"""What is sponsored and is nobody."""
_FORMER = re.compile(r"\b(?:former|one-time|onetime|erstwhile|once|previously|ex)\b", re.IGNORECASE)
_UNSURE = re.compile(
    r"\b(?:not|n’t|n't|no longer|never|nor|would|could|should|if|whether|become|becomes|becoming|became|join|joining|potential"
    r"|prospective|aspiring|candidate|future|possible|deny|denied|denies|longer)\b",
    re.IGNORECASE,
)
_RIVAL = ("rival", "archrival", "arch-rival")
_PARTY_OF = re.compile(rf"(?P<a>{PERSON}+) (?:of|from) (?P<b>(?:the )?{NAME}+)")
_PARTY = re.compile(r"\bParty$")


def read(article: Article, named: tuple[tuple[Span, str], ...], actors: tuple[Actor, ...]) -> tuple[tuple[Actor, ...], tuple[Tie, ...]]:
    """The actors, new ones for those whom only a tie names behind those given, and the ties in the order of the text, with ids t1, t2 ….

    `named` are all names of the text with their kinds (person, organisation, place, other).
    """
    masked = mask(article, named)
    roll = Roll(masked, list(actors))
    kept: dict[tuple[str, str, str], Tie] = {}
    for relation, one, other, evidence, confidence in sorted(_found(masked.text, article.text), key=lambda found: found[3]):
        for subject in _parts(article.text, masked.text, one):
            for target in _parts(article.text, masked.text, other):
                ends = roll.of(subject), roll.of(target)
                if ends[0] == ends[1] or (relation == "patron" and _MEETING.search(target.text)) or _known((relation, *ends), kept):
                    continue
                kept[relation, *ends] = Tie(f"t{len(kept) + 1}", ends[0], relation, ends[1], Span.of(article.text, *evidence), confidence)
    return tuple(roll.actors), tuple(kept.values())


def _known(tie: tuple[str, str, str], kept: dict[tuple[str, str, str], Tie]) -> bool:
    """Is the tie told already, one between equals also the other way round?"""
    relation, subject, target = tie
    return tie in kept or (relation not in ("member", "patron") and (relation, target, subject) in kept)


_Range = tuple[int, int]


def _found(masked: str, text: str) -> Iterator[tuple[str, _Range, _Range, _Range, float]]:
    """Relation, subject, object, evidence and confidence of each tie, as offsets."""
    for pattern in _PATTERNS:
        for match in pattern.expression.finditer(masked):
            if _UNSURE.search(match.group()) or _UNSURE.search(masked, max(0, match.start() - 12), match.start()):
                continue
            yield _relation(pattern, match), match.span("a"), match.span("b"), match.span(), pattern.confidence
    for expression, relation in ((_ALLIANCE, "ally"), (_BACKED, "patron")):
        for match in expression.finditer(text):
            start = match.start("b") + (match["b"].startswith(" "))
            yield relation, match.span("a"), (start, match.end("b")), match.span(), 0.85
    for match in _PARTY_OF.finditer(masked):
        if _PARTY.search(text[: match.end()]):
            yield "member", match.span("a"), match.span("b"), match.span(), 0.85


def _relation(pattern: _Pattern, match: re.Match[str]) -> str:
    foe = match.groupdict().get("foe")
    relation = pattern.relation or ("rival" if foe and foe.rstrip("s") in _RIVAL else "adversary")
    former = _FORMER.search(f"{match['how']} {match.groupdict().get('when') or ''}") and relation in ("ally", "adversary")
    return f"former {relation}" if former else relation


def _parts(text: str, masked: str, place: _Range) -> Iterator[Span]:
    """The names in a list; the words themselves where they are not masked."""
    names = [match.span() for match in re.finditer(rf"{NAME}+|{PERSON}+", masked[place[0] : place[1]])]
    if not names or text[place[0] : place[1]] == masked[place[0] : place[1]]:
        yield Span.of(text, *place)
        return
    for start, end in names:
        yield Span.of(text, place[0] + start, place[0] + end)
