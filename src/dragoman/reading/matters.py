"""Matters: the conflicts, agreements, proposals and resolutions that an article names or plainly describes, one entry however often named.

Closed patterns over names and nominal phrases: "Russia's invasion of Ukraine", "the war in Syria", "the Paris Agreement", "the Iran
nuclear deal", "the extradition bill", "Security Council resolution 2231". What a bare "the war" or "the deal" means is told only where
the article has one matter that it can be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dragoman.values import Actor, Matter, Span, Statement

KINDS = ("conflict", "agreement", "proposal", "resolution")

_NAME = r"(?:[A-Z][\w’'-]*(?<![’'])(?:(?: of(?: the)?)?[  ][A-Z][\w-]*\b){0,3}|U\.S\.|U\.K\.|E\.U\.)"
_PAIR = r"(?:[A-Z]\w*(?: [A-Z]\w+)?|U\.S\.)(?:[-–‑/]| and )(?:the )?(?:[A-Z]\w*(?: [A-Z]\w+)?|U\.S\.)"
_THE = r"(?:[Tt]he|[Tt]his|[Tt]hat|[Aa]n?|[Ii]ts|[Tt]heir|[Oo]ur|[Hh]is|[Hh]er|[Aa]ny|[Ee]very) "
_YEAR = r"(?:(?:19|20)\d\d )?"
_PEOPLE = r"(?: (?:people|government|population|state|territory))?"

_FIERCE = (
    r"(?:(?:full-scale|brutal|unprovoked|unjustified|unjust|illegal|ongoing|continued|continuing|military|armed|violent|bloody|devastating"
    r"|premeditated|further|purported|attempted|so-called|long-running|decades-old|decades-long|\w+-(?:year|month|week|day)(?:-old|-long)?"
    r"|proxy|civil|sectarian|frozen|internal|territorial|senseless|terrible|genocidal|Russian|American-led|US-led|U\.S\.-led|NATO-led"
    r"|Saudi-led),? )"
)
_STRIFE = r"(?:wars?|conflict|invasion|annexation|occupation|insurgency|hostilities|aggression|genocide|fighting|crisis|bloodshed)"
_AGAINST = r"(?:of|in|on|against|with|between|over|inside)"
_LED = rf"(?:(?:{_NAME}(?:-led|-backed)?) )?"
_CONFLICTS = (
    rf"(?:{_NAME})[’']s? {_FIERCE}*{_STRIFE} (?:of|in|on|against|with|over) (?:the )?(?P<y1>{_NAME}){_PEOPLE}",
    rf"(?:{_THE})?{_YEAR}{_LED}{_FIERCE}*{_STRIFE} between (?:the )?(?P<y2>{_NAME} and (?:the )?{_NAME})",
    rf"(?:{_THE})?{_YEAR}{_LED}{_FIERCE}*{_STRIFE} {_AGAINST} (?:the )?(?P<y3>{_NAME}){_PEOPLE}",
    rf"(?:{_THE})?(?P<y4>{_PAIR}) {_FIERCE}*(?:[Ww]ars?|[Cc]onflict|crisis|dispute)\b",
    rf"(?:{_THE})?(?P<y5>[A-Z]\w+(?: [A-Z]\w+)?)(?:[’']s)? (?:{_FIERCE}+|[Cc]ivil )*(?:[Ww]ar|conflict|crisis|insurgency)\b",
    r"(?:[Tt]he )?(?P<y6>(?:First |Second )?World War(?: (?:I{1,2}|One|Two))?|Cold War|[Ww]ar on [Tt]error(?:ism)?|Six[- ]Day War)\b",
)
_ACCORDS = r"(?:Agreements?|Accords?|Treat(?:y|ies)|Conventions?|Protocol|Pact|Compact|Charter|Partnership|Framework Agreement)"
_SOLEMN = (
    r"[A-Z][\w-]*(?:(?: (?:of|and|on|to|for|against|all|with)){0,2}(?: the)?"
    r" (?!Convention|Treaty|Agreement|Protocol)[A-Z][\w-]*){0,8}"
)
_PURPOSE = (
    r"(?:nuclear|peace|trade|free trade|free-trade|climate|withdrawal|arms control|arms-control|grain|refugee|migration|migrant|hostage"
    r"|prisoner swap|prisoner exchange|power-sharing|coalition|normali[sz]ation|Brexit|divorce|transit|border|defen[cs]e|security"
    r"|ceasefire|truce|extradition|plea|budget|debt|fisheries)"
)
_HOW_MADE = (
    r"(?:(?:new|landmark|historic|proposed|final|so-called|international|comprehensive|interim|failed|fragile|flawed|bilateral|signed"
    r"|existing|binding) ){0,2}"
)
_STILL = r"(?:(?:immediate|lasting|permanent|temporary|fragile|humanitarian|full|sustainable|unconditional|tentative|partial|indefinite) )*"
_AGREEMENTS = (
    rf"(?:{_THE})?(?P<name1>(?:[A-Z][\w-]*[  ](?:of (?:the )?|and |on (?:the )?)?){{1,6}}{_ACCORDS}"
    rf"(?! Organi[sz]ation| Center| Centre| on [A-Z]| on the [A-Z])(?: (?:on|of|for|against) (?:the )?{_SOLEMN})?)",
    rf"(?:{_THE})?(?P<name2>(?:[A-Z]\w+ )?(?:Treaty|Convention|Protocol|Agreement|Covenant|Charter|Declaration) (?:on|of|for|against) "
    rf"(?:the )?{_SOLEMN})",
    r"(?:[Tt]he )?(?P<name3>Joint Comprehensive Plan of Action|JCPOA|New START|Trans-Pacific Partnership|TPP|NAFTA|USMCA"
    r"|Black Sea Grain Initiative|Abraham Accords|Geneva Conventions)\b",
    rf"(?:{_THE})?{_YEAR}(?:(?P<who1>{_PAIR}|{_NAME})(?:[’']s)? )?{_YEAR}{_HOW_MADE}(?P<what1>{_PURPOSE}(?: {_PURPOSE})?)"
    rf" (?:agreement|accord|deal|pact|treaty)\b(?: (?:with|between|on|over) (?:the )?(?P<who2>{_NAME}(?: and (?:the )?{_NAME})?))?",
    rf"(?:{_THE})?{_YEAR}(?P<who3>{_PAIR}) (?:agreement|accord|deal|pact|treaty)\b",
    rf"(?:{_THE})?{_STILL}(?P<what2>cease-?fire|truce|armistice)\b"
    rf"(?: (?:in|between|with) (?:the )?(?P<who4>{_NAME}(?: and (?:the )?{_NAME})?))?",
)
_SUBJECT = (
    r"(?:peace|extradition|withdrawal|reform|immigration|infrastructure|health care|healthcare|health-care|tax|budget|relief|stimulus"
    r"|sanctions|security|gun control|gun-control|abortion|climate|reconstruction|spending|draft|autonomy|partition|annexation|amnesty"
    r"|pension|education|impeachment|citizenship|anti-terrorism|counter-terrorism)"
)
_HOW_MEANT = r"(?:(?:new|proposed|controversial|landmark|sweeping|federal|bipartisan|so-called|comprehensive|revised|modest) ){0,2}"
_PROPOSALS = (
    rf"(?:{_THE})?(?P<name4>(?:[A-Z][\w-]*[  ](?:and |of |for |on )?){{1,7}}(?:Bill|Act|Initiative|Amendment)(?: (?:of )?(?:19|20)\d\d)?)"
    r"(?! of [a-z]| [A-Z])",
    rf"(?:{_THE})?(?:(?P<who5>{_NAME})[’']s )?{_HOW_MEANT}(?P<what3>{_SUBJECT}) (?:bill|plan|proposal|initiative|referendum|package)\b"
    rf"(?: (?:for|on) (?:the )?(?P<who6>{_NAME}))?",
    r"(?:[Tt]he |[Aa] )?(?P<name5>two-state solution|(?:no-deal |hard )?Brexit|Green New Deal|Belt and Road Initiative|no-fly zone)\b",
    rf"(?:{_THE})?(?:(?P<who7>{_NAME})[’']s )?(?:(?:proposed|temporary|controversial|unconstitutional|complete|total) ){{0,2}}"
    r"(?P<what4>(?:travel |Muslim )ban|ban on (?:[A-Z]\w+(?: [A-Z]\w+| refugees| immigrants| imports| exports| oil)?"
    r"|immigration|travel|transgender troops|assault weapons)"
    r"|border wall)\b",
    rf"(?:{_THE})?(?P<what5>(?:(?:Scottish|independence|Brexit|EU|constitutional|[A-Z][a-z]+) )(?:independence )?referendum)\b",
)
_BODY = (
    r"(?:(?:(?:UN|U\.N\.|United Nations) )?(?:General Assembly|Security Council|Human Rights Council)|UN|U\.N\.|United Nations|UNGA|UNSC"
    r"|UNHRC|House|Senate|Arab League|European Parliament)"
)
_CALLS = (
    r"(?:condemn|demand|call|deplor|urg|declar|author|denounc|support|affirm|recogni|impos|extend|suspend|establish|end|disapprov|oppos"
    r"|reject|prohibit)"
)
_RESOLUTIONS = (
    r"(?P<symbol>(?:A/RES/|S/RES/|A/HRC/RES/)[\w./()-]*\w|S/(?:19|20)\d\d/\d+|A/(?:ES-\d+|\d+)/L\.\d+)",
    rf"(?:{_THE})?(?:{_BODY}(?:[’']s)? )?[Rr]esolutions? (?P<number>(?:\d+/)?\d+(?: ?\(\d{{4}}\))?)",
    rf"(?:{_THE})?(?:{_BODY}(?:[’']s)? )?(?:draft |emergency |non-binding |nonbinding |binding |joint |war powers )*[Rr]esolution"
    rf" (?P<said>(?:(?:that|which) (?:would )?)?{_CALLS}\w*[^.;:!?\n,”\"]{{4,70}})",
)
_PATTERNS = tuple(
    (kind, re.compile(rf"(?<![\w’'-])(?:{pattern})"))
    for kind, patterns in zip(KINDS, (_CONFLICTS, _AGREEMENTS, _PROPOSALS, _RESOLUTIONS), strict=True)
    for pattern in patterns
)
_DEFINITE = r"\b[Tt](?:he|his|hat) "
_BARE = {
    "conflict": re.compile(rf"{_DEFINITE}(?:war|invasion|conflict|fighting|crisis|occupation|insurgency|aggression)\b(?! {_AGAINST} )"),
    "agreement": re.compile(rf"{_DEFINITE}(?:agreement|accord|deal|pact|treaty|truce|convention)\b"),
    "proposal": re.compile(rf"{_DEFINITE}(?:bill|proposal|plan|initiative|referendum|legislation)\b"),
    "resolution": re.compile(rf"{_DEFINITE}(?:draft )?resolution\b(?! \d)"),
}
_ARTICLE = re.compile(rf"^{_THE}")
_NO_PLACE = frozenset(
    """The This That A An In On At By For After Before During Since Another Any Every Such No One Our Their His Her Its My Your And But
    As If When While With From Of To It He She They We I There Here Then Now Civil Cold World Great Total All Star Class Culture
    Price Financial Economic Global Climate Humanitarian Refugee Migrant Constitutional Political Health Housing Debt Energy
    Food Water Opioid Midlife Republican Democratic National Trade Drug Cyber Post Pre Nuclear Prisoner Modern Ongoing Internal
    Military Armed Holy Just Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July
    August September October November December Covid Covid-19 Coronavirus Today Yesterday Whether Because Although Despite Amid
    Without Through Both Each""".split()
)
_KEPT = frozenset("Cold World Civil The This That A An Its Their Our His Her Any Every".split())
_PEOPLE_MEET = re.compile(
    r"\b(?:Republican|Democratic|National|Nominating|Party|Constitutional|State|Libertarian|GOP|Annual|Nominating) Convention\b"
)
_ALIASES = {
    "jcpoa": "joint comprehensive plan action",
    "tpp": "tran pacific partnership",
    "nafta": "north american free trade agreement",
}
_LONGEST = 12  # words of a matter's name


@dataclass(frozen=True, slots=True)
class _Found:
    """A phrase that stands for a matter: what its head says it is, and the stems of the names that it is about."""

    span: Span
    kind: str
    head: str
    stems: frozenset[str]


def read(text: str, named: tuple[tuple[Span, str], ...], actors: tuple[Actor, ...]) -> tuple[Matter, ...]:
    """The matters of a text in the order of their first mentions, with ids m1, m2 ….

    `named` are all names of the text with their kinds (person, organisation, place, other); the parties of a matter are the `actors`
    that are named in one of its mentions.
    """
    persons = frozenset(span.text for span, kind in named if kind == "person")
    groups: list[list[_Found]] = []
    for found in _longest(_phrases(text, persons)):
        alike = [group for group in groups if any(_same(found, other) for other in group)]
        if alike:
            alike[0].extend([found, *(one for group in alike[1:] for one in group)])
            groups = [group for group in groups if group not in alike[1:]]
        else:
            groups.append([found])
    for kind, pattern in _BARE.items():
        candidates = [group for group in groups if group[0].kind == kind]
        if len(candidates) == 1:
            taken = [one.span for group in groups for one in group]
            bare = (Span.of(text, *match.span()) for match in pattern.finditer(text))
            candidates[0] += [
                _Found(span, kind, "", frozenset())
                for span in bare
                if not any(span.start < one.end and one.start < span.end for one in taken)
            ]
    ordered = sorted(groups, key=lambda group: min(one.span for one in group))
    return tuple(_matter(f"m{number}", group, actors) for number, group in enumerate(ordered, 1))


def about(statements: tuple[Statement, ...], matters: tuple[Matter, ...]) -> tuple[Statement, ...]:
    """The statements, each with the matters that are mentioned inside its content behind the actors of its `about`."""
    if not matters:
        return statements
    known = {matter.id for matter in matters}
    return tuple(
        replace(one, about=(*(name for name in one.about if name not in known), *(matter.id for matter in matters if _inside(matter, one))))
        for one in statements
    )


def _inside(matter: Matter, statement: Statement) -> bool:
    return any(part.start <= mention.start < part.end for mention in matter.mentions for part in statement.content)


def _phrases(text: str, persons: frozenset[str]) -> Iterable[_Found]:
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            parts = {name: value for name, value in match.groupdict().items() if value}
            found = _conflict(text, match, parts, persons) if kind == "conflict" else _other(text, match, parts, kind)
            if found:
                yield found


def _conflict(text: str, match: re.Match[str], parts: dict[str, str], persons: frozenset[str]) -> _Found | None:
    (group, target), *_ = parts.items()
    start = _trimmed(match)
    if group == "y6":
        return _Found(Span.of(text, start, match.end()), "conflict", target.lower(), frozenset([target.lower()]))
    names = [name for name in re.split(r"[-–‑/]| and (?:the )?", target) if name]
    if group in ("y4", "y5") and (any(name.split()[0] in _NO_PLACE for name in names) or any(_personal(name, persons) for name in names)):
        return None
    if any(name in _NO_PLACE for name in names):
        return None
    stems = frozenset(stem(name) for name in names)
    owner = re.match(rf"(?:{_THE})?({_NAME}?)(?:[’']s?|-led|-backed)? ", text[start : match.end()])
    if owner and owner[1] and owner[1] not in _NO_PLACE and owner[1] not in persons and group in ("y1", "y3"):
        return _Found(Span.of(text, start, match.end()), "conflict", "", stems | {"by " + stem(owner[1])})
    return _Found(Span.of(text, start, match.end()), "conflict", "", stems)


def _personal(name: str, persons: frozenset[str]) -> bool:
    return name in persons or any(name == person.split()[-1] for person in persons)


def _trimmed(match: re.Match[str]) -> int:
    """Where the phrase begins, without a capitalised word that only opens the sentence."""
    first = re.match(r"\w+ ", match.group())
    return match.start() + first.end() if first and first.group().strip() in _NO_PLACE - _KEPT else match.start()


def _other(text: str, match: re.Match[str], parts: dict[str, str], kind: str) -> _Found | None:
    if _PEOPLE_MEET.search(match.group()) or len(match.group().split()) > 3 * _LONGEST:
        return None
    start = _trimmed(match)
    name = next((value for key, value in parts.items() if key.startswith(("name", "symbol", "number", "said"))), None)
    if name:
        words = [word for word in re.findall(r"\w+", _ARTICLE.sub("", name).lower()) if word not in ("the", "of", "on", "and", "for")]
        if not words or (len(words) == 1 and "name1" in parts):
            return None
        head = " ".join(word.rstrip("s") for word in words)
        return _Found(Span.of(text, start, match.end()), kind, _ALIASES.get(head, head), frozenset())
    what = next((value for key, value in parts.items() if key.startswith("what")), "")
    who = [value for key, value in parts.items() if key.startswith("who")]
    names = [part for value in who for part in re.split(r"[-–‑/]| and (?:the )?", value) if part and part not in _NO_PLACE]
    if not names and re.match(r"[Aa]n? |[Aa]ny |[Ee]very ", match.group()) and "fire" not in what and not what.startswith("ban on"):
        return None
    if not names and what and not re.match(_THE, match.group()) and kind == "agreement" and "fire" not in what:
        return None
    head = what.lower().replace("-", "") or "deal"
    return _Found(Span.of(text, start, match.end()), kind, head, frozenset(stem(part) for part in names))


def _longest(found: Iterable[_Found]) -> list[_Found]:
    """The phrases that lie within no longer one, in the order of the text; what a resolution or a proposal is about stands within it."""
    kept: list[_Found] = []
    for one in sorted(found, key=lambda one: (one.span.start - one.span.end, one.span.start, KINDS.index(one.kind))):
        if not any(_overlap(one, other) and not _about(one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.span)


def _overlap(one: _Found, other: _Found) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end


def _about(one: _Found, other: _Found) -> bool:
    """Does `one` stand in the words of a resolution, behind its head?"""
    return other.kind == "resolution" and one.kind != "resolution" and other.span.start < one.span.start and one.span.end <= other.span.end


def _same(one: _Found, other: _Found) -> bool:
    if one.kind != other.kind:
        return False
    if one.kind == "conflict":
        left, right = _targets(one), _targets(other)
        return bool(left & right) and (left <= right or right <= left) and _compatible(one, other)
    if one.head == other.head:
        return one.stems <= other.stems or other.stems <= one.stems
    if one.stems or other.stems or one.kind == "resolution":
        return False
    short, long = sorted((set(one.head.split()), set(other.head.split())), key=len)
    return len(short) > 1 and short <= long


def _targets(found: _Found) -> set[str]:
    return {stem for stem in found.stems if not stem.startswith("by ")}


def _compatible(one: _Found, other: _Found) -> bool:
    """Neither names another aggressor than the other does."""
    left, right = ({stem.removeprefix("by ") for stem in found.stems if stem.startswith("by ")} for found in (one, other))
    return not left or not right or bool(left & right)


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


def _matter(identifier: str, group: list[_Found], actors: tuple[Actor, ...]) -> Matter:
    mentions = tuple(sorted(one.span for one in group))
    kind = group[0].kind
    full = max(
        (one for one in group if one.head or one.stems),
        key=lambda one: (len(one.stems), min(len(one.span.text.split()), _LONGEST), -one.span.start),
    )
    name = " ".join(_ARTICLE.sub("", full.span.text).split())
    parties = tuple(
        actor.id
        for actor in actors
        if actor.kind != "media" and any(_holds(span, mention) for span in mentions for mention in actor.mentions)
    )
    return Matter(identifier, name, kind, parties, mentions)


def _holds(span: Span, mention: Span) -> bool:
    return span.start <= mention.start and mention.end <= span.end
