"""Closed lists of English that reading rests on: pronouns, titles, nouns that name people and bodies by what they do."""

from __future__ import annotations

SINGULAR = frozenset("he she him her his hers himself herself".split())
FEMALE = frozenset("she her hers herself".split())
FIRST = frozenset("i me my mine myself we us our ours ourselves".split())
PLURAL = frozenset("they them their theirs themselves".split())
THING = frozenset("it its itself".split())
OTHERS = frozenset("you who whom which that those some many others one anyone someone everyone most few all both".split())
RELATIVE = frozenset("who which that".split())
PRONOUNS = SINGULAR | FIRST | PLURAL | THING | OTHERS

HONORIFICS = frozenset("mr mrs ms miss dr sir dame lord lady madam madame mme prof professor rev reverend hon".split())

PEOPLE = frozenset(
    """minister president premier chancellor secretary spokesman spokeswoman spokesperson ambassador envoy diplomat official leader king
    queen prince princess emperor sultan emir sheikh pope general colonel admiral commander chief chairman chairwoman chair
    director head deputy adviser advisor senator congressman congresswoman representative lawmaker legislator governor mayor
    candidate nominee counterpart professor analyst expert historian economist lawyer attorney judge justice prosecutor aide
    strategist researcher scientist author writer reporter journalist editor correspondent columnist activist organizer founder
    owner executive ceo manager coach doctor officer soldier sergeant captain witness resident voter supporter opponent critic man
    woman boy girl father mother son daughter brother sister wife husband widow victim businessman businesswoman billionaire mogul
    developer host anchor actor actress singer speaker coordinator negotiator mediator inspector commissioner administrator
    superintendent sheriff bishop cardinal archbishop rabbi imam cleric politician democrat republican veteran student teacher
    scholar fellow insider operative surrogate pollster member dictator strongman monarch president-elect incumbent frontrunner
    hopeful vice-president undersecretary rapporteur delegate statesman pilot source person someone dignitary whip""".split()
)

BODIES = frozenset(
    """ministry department government administration office agency commission committee council parliament congress senate house court
    party campaign company corporation firm group organisation organization union alliance bloc coalition association federation
    institute university school police army navy force forces military bank fund foundation network newspaper paper magazine
    outlet broadcaster station website journal publication embassy mission consulate delegation regime authority authorities
    cabinet state country nation kingdom republic city movement militia front league board bureau service team assembly tribunal
    secretariat palace tribune press media report study survey poll statement document letter memo article book""".split()
)

MEDIA = frozenset(
    "media newspaper paper magazine outlet broadcaster network station website journal publication agency wire channel blog press".split()
)
DOCUMENTS = frozenset("report study survey poll statement document letter memo article book lawsuit complaint filing indictment".split())

DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your some several many both two three four five six".split()
)
DEFINITE = frozenset("the this that these those".split())
PREPOSITIONS = frozenset(
    "of for to from by with against at in on about over under behind near among between including like after before during into as".split()
)

RANKS = frozenset("vice deputy former foreign prime acting senior chief assistant associate first special national interim late".split())
APART = frozenset("vice deputy former ex acting assistant associate under shadow".split())  # "the president" is not the vice president

LEADING = frozenset("leaders presidents ministers officials sides men women counterparts premiers chancellors".split())


def singular(noun: str) -> str:
    """The noun without the ending of its plural: "ministries" → "ministry"."""
    if noun.endswith("men"):
        return noun[:-3] + "man"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and len(noun) > 3:
        return noun[:-1]
    return noun


def plural(noun: str) -> bool:
    """Does the noun look like a plural?"""
    return singular(noun) != noun or noun in ("people", "police", "others", "critics")
