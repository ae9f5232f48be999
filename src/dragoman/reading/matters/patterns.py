"""How news names matters: closed patterns over names and nominal phrases.

The groups of a match tell its parts: `y…` whom a conflict is about, `name…`, `symbol`, `number` and `said` what a matter is called,
`what…` its head, `who…` the names that it is about.
"""

from __future__ import annotations

import re

KINDS = ("conflict", "agreement", "proposal", "resolution")

NAME = r"(?:[A-Z][\w’'-]*(?<![’'])(?:(?: of(?: the)?)?[  ][A-Z][\w-]*\b){0,3}|U\.S\.|U\.K\.|E\.U\.)"
_PAIR = r"(?:[A-Z]\w*(?: [A-Z]\w+)?|U\.S\.)(?:[-–‑/]| and )(?:the )?(?:[A-Z]\w*(?: [A-Z]\w+)?|U\.S\.)"
THE = r"(?:[Tt]he|[Tt]his|[Tt]hat|[Aa]n?|[Ii]ts|[Tt]heir|[Oo]ur|[Hh]is|[Hh]er|[Aa]ny|[Ee]very) "
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
_LED = rf"(?:(?:{NAME}(?:-led|-backed)?) )?"
_CONFLICTS = (
    rf"(?:{NAME})[’']s? {_FIERCE}*{_STRIFE} (?:of|in|on|against|with|over) (?:the )?(?P<y1>{NAME}){_PEOPLE}",
    rf"(?:{THE})?{_YEAR}{_LED}{_FIERCE}*{_STRIFE} between (?:the )?(?P<y2>{NAME} and (?:the )?{NAME})",
    rf"(?:{THE})?{_YEAR}{_LED}{_FIERCE}*{_STRIFE} {_AGAINST} (?:the )?(?P<y3>{NAME}){_PEOPLE}",
    rf"(?:{THE})?(?P<y4>{_PAIR}) {_FIERCE}*(?:[Ww]ars?|[Cc]onflict|crisis|dispute)\b",
    rf"(?:{THE})?(?P<y5>[A-Z]\w+(?: [A-Z]\w+)?)(?:[’']s)? (?:{_FIERCE}+|[Cc]ivil )*(?:[Ww]ar|conflict|crisis|insurgency)\b",
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
    rf"(?:{THE})?(?P<name1>(?:[A-Z][\w-]*[  ](?:of (?:the )?|and |on (?:the )?)?){{1,6}}{_ACCORDS}"
    rf"(?! Organi[sz]ation| Center| Centre| on [A-Z]| on the [A-Z])(?: (?:on|of|for|against) (?:the )?{_SOLEMN})?)",
    rf"(?:{THE})?(?P<name2>(?:[A-Z]\w+ ){{0,3}}(?:Treaty|Convention|Protocol|Agreement|Covenant|Charter|Declaration) (?:on|of|for|against) "
    rf"(?:the )?{_SOLEMN})",
    r"(?:[Tt]he )?(?P<name3>Joint Comprehensive Plan of Action|JCPOA|New START|Trans-Pacific Partnership|TPP|NAFTA|USMCA"
    r"|Black Sea Grain Initiative|Abraham Accords|Geneva Conventions)\b",
    rf"(?:{THE})?{_YEAR}(?:(?P<who1>{_PAIR}|{NAME})(?:[’']s)? )?{_YEAR}{_HOW_MADE}(?P<what1>{_PURPOSE}(?: {_PURPOSE})?)"
    rf" (?:agreement|accord|deal|pact|treaty)\b(?: (?:with|between|on|over) (?:the )?(?P<who2>{NAME}(?: and (?:the )?{NAME})?))?",
    rf"(?:{THE})?{_YEAR}(?P<who3>{_PAIR}) (?:agreement|accord|deal|pact|treaty)\b",
    rf"(?:{THE})?{_STILL}(?P<what2>cease-?fire|truce|armistice)\b"
    rf"(?: (?:in|between|with) (?:the )?(?P<who4>{NAME}(?: and (?:the )?{NAME})?))?",
)
_SUBJECT = (
    r"(?:peace|extradition|withdrawal|reform|immigration|infrastructure|health care|healthcare|health-care|tax|budget|relief|stimulus"
    r"|sanctions|security|gun control|gun-control|abortion|climate|reconstruction|spending|draft|autonomy|partition|annexation|amnesty"
    r"|pension|education|impeachment|citizenship|anti-terrorism|counter-terrorism)"
)
_HOW_MEANT = r"(?:(?:new|proposed|controversial|landmark|sweeping|federal|bipartisan|so-called|comprehensive|revised|modest) ){0,2}"
_PROPOSALS = (
    rf"(?:{THE})?(?P<name4>(?:[A-Z][\w-]*[  ](?:and |of |for |on )?){{1,7}}(?:Bill|Act|Initiative|Amendment)\b(?: (?:of )?(?:19|20)\d\d)?)"
    r"(?! of [a-z]| [A-Z])",
    rf"(?:{THE})?(?:(?P<who5>{NAME})[’']s )?{_HOW_MEANT}(?P<what3>{_SUBJECT}) (?:bill|plan|proposal|initiative|referendum|package)\b"
    rf"(?: (?:for|on) (?:the )?(?P<who6>{NAME}))?",
    r"(?:[Tt]he |[Aa] )?(?P<name5>two-state solution|(?:no-deal |hard )?Brexit|Green New Deal|Belt and Road Initiative|no-fly zone)\b",
    rf"(?:{THE})?(?:(?P<who7>{NAME})[’']s )?(?:(?:proposed|temporary|controversial|unconstitutional|complete|total) ){{0,2}}"
    r"(?P<what4>(?:travel |Muslim )ban|ban on (?:[A-Z]\w+(?: [A-Z]\w+| refugees| immigrants| imports| exports| oil)?"
    r"|immigration|travel|transgender troops|assault weapons)"
    r"|border wall)\b",
    rf"(?:{THE})?(?P<what5>(?:(?:Scottish|independence|Brexit|EU|constitutional|[A-Z][a-z]+) )(?:independence )?referendum)\b",
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
    rf"(?:{THE})?(?:{_BODY}(?:[’']s)? )?[Rr]esolutions? (?P<number>(?:\d+/)?\d+(?: ?\(\d{{4}}\))?)",
    rf"(?:{THE})?(?:{_BODY}(?:[’']s)? )?(?:draft |emergency |non-binding |nonbinding |binding |joint |war powers )*[Rr]esolution"
    rf" (?P<said>(?:(?:that|which) (?:would )?)?{_CALLS}\w*[^.;:!?\n,”\"]{{4,70}})",
)
PATTERNS = tuple(
    (kind, re.compile(rf"(?<![\w’'-])(?:{pattern})"))
    for kind, patterns in zip(KINDS, (_CONFLICTS, _AGREEMENTS, _PROPOSALS, _RESOLUTIONS), strict=True)
    for pattern in patterns
)
_DEFINITE = r"\b[Tt](?:he|his|hat) "
BARE = {
    "conflict": re.compile(rf"{_DEFINITE}(?:war|invasion|conflict|fighting|crisis|occupation|insurgency|aggression)\b(?! {_AGAINST} )"),
    "agreement": re.compile(rf"{_DEFINITE}(?:agreement|accord|deal|pact|treaty|truce|convention)\b"),
    "proposal": re.compile(rf"{_DEFINITE}(?:bill|proposal|plan|initiative|referendum|legislation)\b"),
    "resolution": re.compile(rf"{_DEFINITE}(?:draft )?resolution\b(?! \d)"),
}
"""What each kind is called where the article has one matter that it can be."""

ARTICLE = re.compile(rf"^{THE}")
LONGEST = 12  # words of a matter's name
