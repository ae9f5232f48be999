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

SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])  # what tells a person from a parent of the same name
HONORIFICS = frozenset("mr mrs ms miss dr sir dame lord lady madam madame mme prof professor rev reverend hon".split())

PEOPLE = frozenset(
    """minister president premier chancellor secretary spokesman spokeswoman spokesperson ambassador envoy diplomat official leader king
    queen prince princess emperor sultan emir amir sheikh pope general colonel admiral commander chief chairman chairwoman chair
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

CROWNS = frozenset("king queen prince princess emperor sultan emir amir sheikh pope cardinal archbishop bishop rabbi imam".split())
OFFICES = (
    PEOPLE
    - CROWNS
    - frozenset(
        """man woman boy girl father mother son daughter brother sister wife husband widow victim general major captain democrat republican
        veteran student source person someone member""".split()
    )
)  # what stands before a name and is no part of it
CREEDS = frozenset(
    """muslim christian jew hindu buddhist sikh sunni shiite shia catholic protestant mormon arab kurd slav nazi communist socialist
    islamist zionist democrat republican""".split()
)  # what many are called together
ABSTRACT = frozenset(
    """relationship relation friendship partnership tie tension rivalry dialogue negotiation talk meeting visit trip summit war conflict
    crisis invasion aggression situation development fact result outcome circumstance event incident attack stance neutrality allegation
    suggestion speculation rumor rumour idea hope fear concern doubt belief argument notion history
    experience pressure reaction debate effort policy year month week day""".split()
)  # nouns of what nobody is: they neither speak nor act
ISSUED = frozenset(
    """report study survey poll statement release communique communiqué memo memorandum data figure analysis estimate average ruling finding
    research filing briefing bulletin transcript record information statistic""".split()
)  # what someone has put out
SCHOLARS = frozenset("scientist researcher author archaeologist academic scholar biologist physicist engineer".split())  # of one study
PLATFORMS = frozenset("facebook twitter instagram youtube telegram tiktok snapchat whatsapp weibo reddit x".split())
QUANTITIES = frozenset(
    """some most many several few both all dozens scores hundreds thousands millions others majority minority number half two three four
    five six seven eight nine ten""".split()
)
SHORT_OFFICES = frozenset("PM FM VP NSA CEO Pres Sen Rep Gov Gen Lt Col Maj Capt Sgt Adm Amb".split())
COUNTED = frozenset("leader ally partner member state nation country official minister force troop government".split())

BODIES = frozenset(
    """ministry department government administration office agency commission committee council parliament congress senate house court
    party campaign company corporation firm group organisation organization union alliance bloc coalition association federation
    institute university school police army navy force forces military bank fund foundation network newspaper paper magazine
    outlet broadcaster station website journal publication embassy mission consulate delegation regime authority authorities
    cabinet state country nation kingdom republic city movement militia front league board bureau service team assembly tribunal
    secretariat palace tribune press media report study survey poll statement document letter memo article book""".split()
)

UNNAMED = frozenset(
    """administration article authorities book campaign country delegation force forces front government kingdom league letter media memo
    mission movement nation network newspaper outlet page press regime republic service state station team website
    embassy""".split()
)  # bodies whose owner is named for itself: "the government of Pakistan"
SHORT = frozenset("Jr Sr Inc Corp Ltd Co Bros".split())  # words at the end of names that are written with a stop

MEDIA = frozenset(
    "media newspaper paper magazine outlet broadcaster network station website journal publication agency wire channel blog press".split()
)
DOCUMENTS = frozenset(
    "report study survey poll statement release document letter memo article book lawsuit complaint filing indictment communique".split()
)

DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your some several many both two three four five six".split()
)
BEING = frozenset("is are was were be been being".split())
DEFINITE = frozenset("the this that these those".split())
PREPOSITIONS = frozenset(
    """of for to from by with against at in on about over under behind near among between including like after before during into as
    within""".split()
)

RANKS = frozenset("vice deputy former foreign prime acting senior chief assistant associate first special national interim late".split())
APART = frozenset("vice deputy former ex acting assistant associate under shadow".split())  # "the president" is not the vice president
SERVED = (OFFICES | HONORIFICS | RANKS) - frozenset("justice chief commander director head chair".split())
# titles of one whom another serves or belongs to; those left out end the names of offices: "Secretary of Justice"

PEOPLES = (
    "an",
    "ish",
    "ese",
    "ch",
    "ani",
    "aqi",
    "aeli",
    "emeni",
    "audi",
    "iti",
    "ek",
    "iss",
)  # Russian, British, Chinese, French, Pakistani

LEADING = frozenset("leaders presidents ministers sides counterparts premiers chancellors".split())

# Given names that are nearly always of a woman, or of a man, in the news: enough to keep "she" from a Donald. Names of both are left out.
WOMEN = frozenset(
    """alexandria amal ana angela anita ann anna anne annegret annalena barbara benazir beatrice bernadette betty carla carly carol
    caroline carrie catherine cecile celia charlotte christina christine condoleezza cristina cynthia deborah debbie diana dianne
    dilma donna doris dorothy elena elisabeth elizabeth ellen emily emma erna esther eva fatima federica fiona florence frances
    gabriela gina giorgia gloria greta hanna hannah heather helen helle hillary hina huma ilhan indira ingrid irene isabel ivanka
    jacinda jane janet jen jenny jennifer jill joan joanna josephine joyce judith julia julie kamala karen karine kate katherine
    kathleen kathy katrina keiko kellyanne kelly kersti kirsten kristalina laura liz lois louise lucy lynn madeleine madeline
    magdalena maria margaret marie marine marta martha mary megan melania melissa mette mia michaela michelle monica nadia nancy
    natalia nathalie nicola nikki olga patricia paula penny pauline priti rachel rania rebecca roberta rosa ruth samantha sandra
    sanna sara sarah sheikha shirley silvia sonia sophie stephanie susan susana sushma sviatlana svetlana tamara theresa tulsi
    ursula valerie vera victoria virginia wendy yulia zuzana""".split()
)
MEN = frozenset(
    """abdul abdullah abraham adam ahmed al alain albert alberto alejandro aleksandr alexander alexei alfred ali allen alvaro anders
    andrew andrzej angus anthony antonio antony arnold arthur ashraf barack bashar ben benjamin bernard bernie bill bob boris brad
    brett brian bruce carl carlos charles chris christopher chuck colin cyril daniel david dean dennis dmitry dominique donald
    doug douglas ed eduardo edward edwin emmanuel enrique eric ernest evo felipe fernando francisco francois frank franklin
    frederick fumio gary geoffrey george gerald gerhard gordon graham greg gregory guy hamid harold harry hassan heiko henry
    herman hosni howard hugo hussein ibrahim imran ivan jack jacob jacques jair jake james jared jason javier jean jeff jeffrey
    jens jeremy jerome jim jimmy joe john jonathan jorge jose joseph josh juan justin karl keith ken kenneth kevin kim kofi larry
    lawrence leo leonid lindsey lloyd louis luis lula manuel marc marco mario mark martin matteo matthew mauricio michael michel
    miguel mike mikhail mitch mitt mohamed mohammad mohammed muammar muhammad narendra nawaz ned neil nelson newt nicolas nigel
    oleg olaf oscar pablo patrick paul pedro peter petro philip pierre ralph rand ray recep rex ricardo richard rick rob robert
    rodrigo roger ronald rudy russell ryan salman salva sam scott sebastian sergei sergey shinzo silvio simon stefan stephen steve
    steven steny ted terry thomas tim timothy tom tony trey vicente viktor vincent vladimir volodymyr walter warren wesley william
    winston xi yasser yitzhak yoshihide zhou""".split()
)


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


def entitles(word: str) -> bool:
    """Does the word stand before a name without being part of it? Those of monarchs and clergy are part of it."""
    lower = word.lower()
    return lower in HONORIFICS | {"."} or word in SHORT_OFFICES or (lower in OFFICES and word[0].isupper())
