"""The closed patterns of a report of a vote, over a text whose names are masked (`masked`).

`CLAUSE`: "X, Y and 33 others abstained". `COUNTED`: "35 countries, including X, abstained", "five against". `JOINED`: "four countries –
… – joined X in voting no". `TALLY`: "230-198". `VETO`: "vetoed by X". `SAME`: "The same was true for …".
"""

from __future__ import annotations

import re

from dragoman.reading.votes.masked import NAME, PARTY, PERSON
from dragoman.reading.votes.numbers import NUMBER

PERMANENT = re.compile(
    r"(?:the )?(?:Russia|Russian Federation|Soviet Union|USSR|China|United States(?: of America)?|U\.?S\.?(?:A\.?)?"
    r"|America|France|United Kingdom|U\.?K\.?|Britain)",
)
"""The states that can veto in the Council; whoever else vetoes does it elsewhere."""

ITEM = rf"(?:the )?(?:{PARTY}|{NAME}++|{PERSON}++(?: \([^()\n]{{1,14}}\))?(?: of (?:the )?{NAME}++)?)"
_WITH = r",? (?:as well as|along with|together with) "
LIST = rf"(?:both )?{ITEM}(?:, {ITEM}){{0,40}}+(?:,? and {ITEM})?(?:{_WITH}{ITEM}(?: and {ITEM})?)?"
NOUN = (
    r"(?:(?:UN |U\.N\. )?[Mm]ember [Ss]tates?|(?:council |assembly )?members?|countr(?:y|ies)|nations?|states?"
    r"|delegations?|governments?|[Ss]enators?|"
    rf"[Rr]epresentatives?|lawmakers?|legislators?|deputies|MPs|others?|votes?|{PARTY}|independents?)"
)
PARTY_COUNT = re.compile(PARTY)
ABOUT = re.compile(
    r"\b(?:about|around|some|nearly|almost|over|than|least|roughly|to|of|of the|no|not|any|every|the first|another"
    r"|or|approximately|close to|up to|article|section|resolution|items?|chapter) $",
    re.IGNORECASE,
)
"""Before a number that is no exact count of voters."""

_PLANNED = (
    r"(?:will|shall|(?:is|are|was|were) (?:set|due|expected|planning|going|preparing|scheduled|poised) to|plans? to"
    r"|intends? to|is to|are to)"
)
_POSSIBLE = r"(?:may|might|could|(?:is|are) (?:likely|ready|prepared) to|(?:has |have )?threaten(?:s|ed)? to)"
_ADVERB = (
    r"(?:has|have|had|having|also|all|both|each|then|again|later|since|instead|together|itself|once again|once more|only"
    r"|thus|therefore|just"
    r"|always|never failed to|too|now|rightly|(?!only)[a-z]{3,12}ly"
    r"|on [A-Z][a-z]+day|(?:last|this|earlier this) [a-z]+|today|yesterday|on \d{1,2} [A-Z][a-z]+(?: \d{4})?|on [A-Z][a-z]{2,8}\.? \d{1,2})"
)
_CHOSE = (
    r"(?:(?:chose|decided|opted|elected|preferred|felt compelled|was (?:forced|obliged|compelled)|were (?:forced|obliged|compelled)) to)"
)
AUX = rf"(?: (?:(?P<planned>{_PLANNED})|(?P<possible>{_POSSIBLE})))?(?: {_ADVERB}){{0,3}}"
_THERE = (
    r"(?:here )?(?:in|at) (?:this |the |its )?(?:UN |U\.N\. |United Nations )?(?:General |Security |Human Rights )?"
    r"(?:Assembly|Council|Hall|House|Senate|Parliament|United Nations|UN)"
)
_HOW = (
    rf"(?:,? (?:yesterday|today|again|twice|three times|annually|(?:every|each) year|year after year|last \w+|(?:earlier )?this \w+"
    rf"|(?:on )?[A-Z][a-z]+day|on [A-Z][a-z]{{2,8}}\.? \d{{1,2}}|on \d{{1,2}} [A-Z][a-z]+(?: \d{{4}})?"
    rf"|in (?:[A-Z][a-z]+(?: \d{{4}})?|[12]\d{{3}})|{_THERE}|(?!only)[a-z]{{3,12}}ly"
    r"|together|as one|by (?:an?|the) (?:[a-z]+ ){0,2}majority|(?:together |along )?with (?:the"
    r"|an) (?:[a-z]+ ){0,2}majority(?: of [A-Za-z ]{3,40})?),?){0,3}"
    r"(?:, (?:along|together|like|as|with)\b[^,;:.\n]{1,60},)?"
)
_NOT_VOTED_ON = rf"(?:{PERSON}|change|peace|freedom|democracy|independence|hope|him|her|them|me|us|the first time)"
_YES = rf"(?:in (?:favou?r|support)(?: of\b)?|(?:in the )?affirmative(?:ly)?\b|yes\b|[“‘\"]yes[”’\"]|for\b(?! {_NOT_VOTED_ON}))"
_NO = rf"(?:against\b(?! {PERSON})|down\b|(?:in the )?negative(?:ly)?\b|no\b(?! (?:confidence|on (?:your|the) ballot))|[“‘\"]no[”’\"])"
_NOT_OTHERWISE = r"(?! from (?!vot|the (?:\S+ ){0,4}vot|both vot))(?! in (?:the )?(?:dialogue|protest))"
_ABSTAINED = rf"abstain(?P<abstained>ed|ing)?\b{_NOT_OTHERWISE}"
_CAST = (
    r"cast (?:its|their|our|his|her|my|the|an?)(?: (?:only|lone|sole|single|very|own|affirmative|decisive|deciding))?"
    r"(?: (?:dissenting|negative|opposing|positive|affirmative))? (?:votes?|ballots?)"
)
_VOTED = rf"(?:vot(?P<voted>ed|ing|es?)|{_CAST}){_HOW} (?:(?P<yes>{_YES})|(?P<no>{_NO}))"
_ASIDE = (
    r"(?:, (?:a|an|the|one of|itself|who|which|whose|currently|also|both|all)\b[^,;:()\n]{1,100},"
    r"|, (?:however|though|too|meanwhile|for (?:its|his|her) part),)?"
    r"(?:, (?:which|who)|(?:,| --| –| —)(?= (?:all |both )?(?:voted|abstained)\b))?"
)

CLAUSE = re.compile(
    rf"(?P<who>{LIST})"
    rf"(?:(?:,? and|,? along with|,? together with|,? as well as) (?P<n>{NUMBER}) (?:other |more )?{NOUN}(?: of the United Nations)?,?)?"
    rf"{_ASIDE}{AUX}(?: [a-z]+ed and)?(?: (?P<chose>{_CHOSE}))?(?: {_ADVERB})? (?:{_ABSTAINED}|{_VOTED})"
)
LATER = re.compile(
    rf"(?P<who>{LIST})(?P<gap>(?: (?!(?:which|who|said|says|say|told|while|but|after|when|because|if)\b)[^\s,;:.()]+){{2,20}})"
    rf" and (?:then |also |therefore |instead )?(?:{_ABSTAINED}|{_VOTED})"
)
"""Choice words at the end of a longer predicate: "X could not bring itself to support it and abstained"."""

SOURCE = rf"(?P<who>{LIST})(?:[’']s?)?"
NOUN_VOTE = re.compile(
    rf"{SOURCE} (?:own )?(?:votes? (?:(?P<yes>in (?:favou?r|support) of|for)|(?P<no>against))"
    rf"|(?:abstention(?P<abstain>s?)) (?:on|in|from|during))"
)
"""A vote as a noun: "Norway’s vote against the draft", "Brazil’s abstention on"."""

JOINING_VOTE = re.compile(
    rf"(?P<who>{LIST})(?: for| has| have)? (?:joined|joining)(?: in)? the (?:unanimous |affirmative )?vote\b(?! against)"
)
NOT_VOTING = re.compile(
    rf"(?P<who>{LIST}){_ASIDE}{AUX} (?:did not (?:vote\b(?! (?:in|for|against|on))|(?:take part|participate) in the vot(?:e|ing))"
    r"|(?:was|were) absent (?:from|during) the vot(?:e|ing)|(?:boycotted|skipped|sat out) the vote)"
)
BOTH = re.compile(
    rf"(?:\bwhich|[.;] Both(?: countries| states| nations| sides)?|,? (?:and )?they)(?: (?:both|all|each|jointly"
    rf"|together)){{0,2}} vot(?P<voted>ed)"
    rf"{_HOW} (?:(?P<yes>{_YES})|(?P<no>{_NO}))"
)
"""Votes of the two that were named last: "which both voted in favour of"."""

PAIR = re.compile(rf"(?P<pair>(?:the )?{NAME}++ and (?:the )?{NAME}++)(?! and|, )")
_CHOICE = (
    rf"(?:(?P<verb>(?:who |that |which )?(?:had |have |then )?(?:voted|voting|to vote|cast (?:their )?votes?|were)|votes?(?: cast)?) )?"
    rf"(?:(?P<yes>{_YES}|supporting\b|supported\b|[ay]yes\b|yeas\b)|(?P<no>{_NO}|opposed\b|opposing\b|nays\b|noes\b)"
    rf"|(?:(?:who|that|which) (?:had |have )?)?(?P<abstain>(?:abstained"
    rf"|abstaining|abstentions?)\b{_NOT_OTHERWISE}))"
)
_NAMED = (
    rf"(?:(?P<how>,? including|,? among them|,? such as|,| –| —| -|:| \()(?: both)? (?P<list>{LIST})(?:,| –| —| -|\))?"
    rf"|(?P<glued>[–—(])(?P<tight>{LIST})[–—)]?)"
)
COUNTED = re.compile(
    rf"(?<![\w$€£.,/-])(?P<n>{NUMBER})(?: (?P<other>other|more|further))?(?: (?P<noun>{NOUN}))?{_NAMED}?{AUX} {_CHOICE}", re.IGNORECASE
)
LISTED_AFTER = re.compile(
    rf"(?: in (?:the )?{NAME}+)?(?P<how>,? including|,? among them|,? such as|:| –| —| \()(?: both)? (?P<list>{LIST})"
)
LISTED_BEFORE = re.compile(
    rf"(?P<who>{LIST})(?P<how>,? and |,? along with |,? together with |,? as well as |,? (?:was|were|is|are) (?:one of"
    rf"|among|one among) (?:the )?)$"
)
INVERTED = re.compile(
    rf"\b(?:[Vv]oting|(?:who|that|which|to) (?:had )?voted?) (?:(?P<yes>{_YES})|(?P<no>{_NO}))(?: it| the [a-z]+)?"
    rf" (?:were|was|included?|came from)(?: only)?:? (?P<who>{LIST})|\b[Aa]bst(?:ain(?:ing|ed) (?:were|was|included?)"
    rf"|entions (?:from|by)) (?P<whose>{LIST})"
)
JOINED = re.compile(
    rf"(?:(?P<who>{LIST})|(?P<n>{NUMBER}) (?:other )?{NOUN}{_NAMED}?){_ASIDE}{AUX} joined (?:(?P<with>{LIST}))?"
    rf"(?:(?: and )?(?P<more>{NUMBER}) (?:other )?{NOUN})? in (?:(?P<abstain>abstaining\b{_NOT_OTHERWISE})|voting"
    rf" (?:(?P<yes>{_YES})|(?P<no>{_NO})))",
    re.IGNORECASE,
)
TALLY = re.compile(
    rf"(?<![\w$€£.,/–-])(?P<yes>[1-9]\d{{0,2}})(?:(?: (?:votes?|ayes|yeas))? to |[-–]to[-–]"
    rf"|[-–])(?P<no>{NUMBER}|0)(?:[-–](?P<abstain>\d{{1,3}}))?(?![\w%/-]|[.,]\d)"
)
BEFORE_TALLY = re.compile(
    rf"(?:{NAME}|\d and|\b(?:rejected|defeated|failed|down)|\b(?:voted|votes?|of|passed|adopted|approved|carried|by|in an?"
    rf"|[Hh]ouse|[Ss]enate|Representatives|Commons|[Pp]arliament|[Cc]hamber|bill|measure|resolution|motion|him|her|it"
    r"|on an?|was|were|at|tally|count|margin of)|,|:| [–—(]|[–—(]) ?$"
)
PASSING = re.compile(
    r"\b(?:vot(?:e|ed|es|ing)|passe[ds]|adopted|approve[ds]|carried|cleare[ds]|confirmed|ratified|endorsed|backed|impeached|acquitted)\b"
)
FAILING = re.compile(r"\b(?:reject|fail|defeat|down\b|fell short|block|veto|lost|threw out|struck)", re.IGNORECASE)
REFUSING = re.compile(r"\b(?:rejected|defeated|voted down|turned down|threw out|thrown out|was lost)\b[^;.]{0,90}$", re.IGNORECASE)
"""Before a tally whose larger side voted no."""

FAILED = re.compile(r"\b(?:failed|fell short|fails|falls short)\b[^;.]{0,90}$", re.IGNORECASE)
"""Before a tally whose first number voted yes and was the smaller."""
VETO = re.compile(
    rf"(?P<who>{LIST})(?: administration| government| delegation)?{_ASIDE}{AUX} (?:(?P<vetoed>vetoed)|(?P<veto>veto)\b"
    r"|(?:used|cast|exercised|wielded|employed|deployed|issued|invoked) (?P<power>its|their|a|the)(?: [a-z]{4,9})?(?: right (?:of|to))?"
    r"(?: (?:UN|Security|Council)){0,3} veto)"
)
VETO_OF = re.compile(
    rf"(?P<who>{LIST})(?:[’']s?)(?: (?!right|power|use|threat)[a-z]{{3,12}})? veto(?:ing)? (?:of|on|over|against) (?:the|a"
    rf"|an|this|that|any|two|several) "
    rf"|\b(?:by|after|through|following|due to|because of) (?:the |an? )(?:[a-z]{{3,10}} )?(?P<whose>{NAME}++) veto\b(?! power)"
)
"""A veto as a noun: "Russia’s shameful veto of the decision", "blocked by a US veto"."""

VETOED = re.compile(rf"\bvetoed by (?P<who>{LIST})")
SAME = re.compile(
    rf"(?:The same (?:was|is|went|goes)(?: also)? (?:true )?(?:for|of)|So did) (?:(?P<who>{LIST})|(?P<n>{NUMBER})"
    rf" (?:other )?{NOUN}(?:{_NAMED})?)(?=[.,;]|$)"
)
RESOLVED = re.compile(
    rf"(?:{NAME}+[’']s )?(?P<who>{LIST})(?: \([A-Z]{{2,6}}\), {NAME}+)?(?: and its [a-z]+)?(?:, [^,;:.\n]{{1,60}},)?(?: {_ADVERB}){{0,3}}"
    rf"(?: vote[ds]|,(?: [^,;:.\n]{{1,40}},)? voting){_HOW} (?:unanimously )?to\b(?= [a-z])(?! leave\b)"
)
COUNTED_TO = re.compile(rf"(?<![\w$€£.,/-])(?P<n>{NUMBER}) (?:{NOUN}) voted{_HOW} to\b(?= [a-z])(?! leave\b)")
AMONG = re.compile(
    rf"(?P<who>{LIST}) (?:was|were) (?:the only|the sole|one of|among)(?: the)?(?! {NUMBER} )(?: \w+)? (?:{NOUN}|those"
    rf"|ones?)(?: in \d{{4}})?"
    rf" (?:to vote|who (?:had )?voted|that (?:had )?voted|which (?:had )?voted|voting){_HOW} (?:(?P<yes>{_YES})|(?P<no>{_NO}))"
)
"""Who was "the only Republicans to vote against"; what names a number is `COUNTED`."""

SPLIT = re.compile(r"[^,.;:\n]{1,60},? (?:but|and) (?:(?P<yes>for|in favou?r of)|(?P<no>against)) (?:the|a|an|both|it)\b")
"""Behind a clause: "voted for the first article but against the second"."""

SIDED = re.compile(
    rf"(?P<who>{PARTY}|{PERSON}++(?:(?:,| and|, and) {PERSON}++){{0,9}}),?(?: largely| mostly| all| both)?"
    rf" (?:(?P<yes>supported|supporting|backed)|(?P<no>opposed|opposing))\b"
)
"""Parties and persons on one side of a matter, in a sentence that tells of its vote."""

JOINING = re.compile(
    rf"(?P<who>{LIST}){AUX} join(?P<join>s|ed|ing)?\b[^,.;:\n]{{0,60}}? (?:by|in) voting (?:(?P<yes>{_YES})|(?P<no>{_NO}))"
)

OPENING = re.compile(
    r"(?:^|(?:[,;:–—(“‘”’\"\n]|--) ?|\b(?:and|but|while|as|that|with|whereas|when|because|after|before|although|though|since"
    r"|only|even|also|which|where|today|yesterday|week|month|year"
    r"|[A-Z][a-z]+day|\d) )(?:the |The |both |Both |then )?$"
)
"""What may stand before the first voter: the beginning of a clause, so that "the president of X abstained" is no vote of X."""

UNREAL = re.compile(
    r"\b(?:if|unless|whether|would have|had \w+ not|urg\w+|calls? (?:up)?on|called (?:up)?on|ask\w*|should)\b[^,;]*$", re.IGNORECASE
)
POPULAR = re.compile(
    r"\b(?:referend\w+|elections?|electorates?|electoral|voters?|ballots?|primar(?:y|ies)|plebiscite|delegates|polls?"
    r"|caucus\w*|nominat\w+)\b|\d ?%|\bper ?cent\b",
    re.IGNORECASE,
)
"""Words of elections and referendums, whose votes are none of a body."""
