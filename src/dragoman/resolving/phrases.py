"""What a phrase says of somebody: "former Pakistani foreign minister", "a spokesman for the Taliban", "mayor of Seoul"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from dragoman.knowledge.facts import Body, Name, Title
from dragoman.knowledge.lexicon import Hit
from dragoman.knowledge.names import word_set
from dragoman.resolving.scan import Scan

PREPOSITIONS = word_set(
    """
    of for to in at on from with by under against about among inside within across into near outside over who that which whose where after
    """
)
FORMER = word_set("former ex then late onetime one-time ousted deposed outgoing then-prime-minister future")
DETERMINERS = word_set("the a an his her its their our this that these those some two three several many all senior top few my")
SENT = word_set("envoy ambassador representative coordinator negotiator rapporteur emissary special")
COMPOUND = word_set(
    """
    backed led supported sponsored funded based born occupied controlled dominated allied educated trained made style linked held
    speaking related wide brokered mediated aligned friendly imposed run owned affiliated administered designated leaning bound origin
    """
)
QUANTITIES = word_set(
    """
    dozens scores hundreds thousands millions lot lots number majority minority handful group groups crowd crowds members some many
    most several
    """
)
"""What is counted comes after "of"."""
APART = word_set(
    """
    friend friends proxy proxies neighbour neighbours neighbor neighbors
    supporter supporters critic critics opponent opponents rival rivals enemy enemies fan fans admirer admirers victim
    victims killer killers backer backers donor donors follower followers foe foes
    """
)
"""Whose "of" does not say to whom they belong."""
OUTSIDERS = word_set(
    "neighbour neighbours neighbor neighbors enemy enemies foe foes rival rivals ally allies partner partners adversaries adversary"
)
"""Those who are of another state than the one that they are said to belong to."""
DONE_BY = word_set("led run held shot hit sent made beaten driven taken")
CONTINENTS = frozenset(("Latin", "Central", "South", "North"))
"""Before "America" and "American": no word of the United States."""
GOVERNING = re.compile(
    r"officials?|spokes(man|woman|person|people)|leaders?|leadership|representatives?|delegation"
    r"|negotiators?|counterparts?|politicians?|states?",
    re.I,
)
STATE_USES = frozenset(("name", "adjective", "people", "capital", "seat"))


@dataclass(frozen=True, slots=True)
class Said:
    """What a phrase says: role in words, its title, sector, state, organisation; `strength` says how near to the name it stood."""

    role: str | None = None
    title: Title | None = None
    sector: str | None = None
    state: str | None = None
    body: Body | None = None
    former: bool = False
    place_only: bool = False
    strength: int = 0
    words: str = ""
    offices: frozenset[str] = frozenset()

    @property
    def international(self) -> bool:
        """Whether it belongs to a body of no state."""
        return self.body is not None and self.body.actor == "igo"


def parse(scan: Scan, first: int, last: int, states: frozenset[str]) -> Said | None:
    """What the tokens say; None where they hold neither a title, a territory nor an organisation. `states` settle ambiguous names."""
    first = _after_quantity(scan, first, last)
    hits = scan.hits_in(first, last)
    if not hits or _apart_from_owner(scan, first, last):
        return None
    core_end = _core_end(scan, first, last, hits)
    core = [hit for hit in hits if hit.last <= core_end]
    head = next((hit for hit in reversed(core) if hit.title and not (hit.names and hit is not core[-1])), None)
    state, body, weak = _belongs(scan, hits, core, states)
    several = _several(scan, core, states)
    state = None if several else state
    sector = _sector(head, core, body)
    if not (head or state or body or several):
        return None
    if not head and any(name.use == "people" for hit in core for name in hit.names):
        sector = "CVL"
    former = any(token.key in FORMER for token in scan.tokens[first : head.last if head else core_end])
    title = head.title if head else None
    if title and not (state or several or (body and body.actor == "igo")):
        state = title.state
    if head and not sector and state and not body:
        sector = "GOV" if GOVERNING.fullmatch(head.title.title if head.title else "") else None
    offices = frozenset(hit.title.office for hit in core if hit.title and hit.title.office)
    role = _role(scan, first, head, last, core_end) if head else None
    return Said(role, title, sector, state, body, former, weak, words=scan.words(first, last), offices=offices)


def _after_quantity(scan: Scan, first: int, last: int) -> int:
    """Where the phrase begins that a quantity is counted of: after "thousands of", "members of", "a group of"."""
    for index in range(first, min(first + 3, last - 1)):
        token = scan.tokens[index]
        named = token.text[0].isupper() and not token.key.endswith("s")  # "Group of Seven"
        if token.key in QUANTITIES and scan.tokens[index + 1].key == "of" and not named:
            return index + 2
    return first


def _core_end(scan: Scan, first: int, last: int, hits: list[Hit]) -> int:
    """Where the part before the first preposition, comma or relative clause ends; prepositions inside a hit do not count."""
    inside = {index for hit in hits for index in range(hit.first, hit.last)}
    for index in range(first, last):
        token = scan.tokens[index]
        if index not in inside and index > first and (token.key in PREPOSITIONS or token.text in ",;(–—" or _doing(scan, index)):
            return index
    return last


def _doing(scan: Scan, index: int) -> bool:
    """Whether the word says what those before it do: "fleeing" in "refugees fleeing Nazi atrocities"."""
    token, before = scan.tokens[index], scan.tokens[index - 1]
    doing = token.text.islower() and token.key.endswith("ing") and token.key != "including"
    return doing and before.text.islower() and before.key.endswith("s")


def _apart_from_owner(scan: Scan, first: int, last: int) -> bool:
    """Whether the phrase is of the neighbours, friends or foes that an owner has: "Libya’s neighbours" are not of Libya."""
    owned = any(scan.tokens[index].text in ("'s", "’s") for index in range(first, last))
    return owned and scan.tokens[last - 1].key in OUTSIDERS


def _belongs(scan: Scan, hits: list[Hit], core: list[Hit], states: frozenset[str]) -> tuple[str | None, Body | None, bool]:
    """The state, the organisation, and whether the state is only where a place lies; the core first, then "of", "for", "from", "in"."""
    body = next((found for hit in core if not compound(scan, hit) and (found := one_body(hit, states))), None)
    for hit in core:
        if hit.names and not compound(scan, hit) and not part_of_name(scan, hit) and (name := one_name(hit, states)):
            return name.iso3, body, name.use == "place"
    if body:
        return body.state, body, False
    for hit in hits[len(core) :]:
        preposition = _preposition(scan, hit)
        if preposition == "to":
            break
        if preposition == "of" and _apart(scan, hit):
            continue
        found = one_body(hit, states)
        if found and preposition in ("of", "for", "at", "with", "from"):
            return found.state, found, False
        name = one_name(hit, states) if hit.names and not compound(scan, hit) and not part_of_name(scan, hit) else None
        sent = preposition in ("for", "on") and any(scan.tokens[i].key in SENT for h in core for i in range(h.first, h.last))
        if name and _attribute(scan, hit, name):
            continue
        if name and preposition == "by" and _issued(scan, hit):
            return name.iso3, None, False
        if name and preposition in ("of", "from", "in", "for", "at", "inside", "within", "across") and not sent:
            return name.iso3, None, name.use == "place" or preposition in ("in", "at")
    return None, None, False


def _apart(scan: Scan, hit: Hit) -> bool:
    """Whether those before the "of" are friends, critics or victims of the one named: "a friend of Israeli Prime Minister Netanyahu"."""
    of = next((index for index in range(hit.first - 1, max(-1, hit.first - 6), -1) if scan.tokens[index].key == "of"), 0)
    return of > 0 and scan.tokens[of - 1].key in APART


def _attribute(scan: Scan, hit: Hit, name: Name) -> bool:
    """Whether a place only describes a noun behind it: "mother of Benghazi victim Sean Smith"."""
    return name.use in ("place", "capital", "seat") and hit.last < len(scan.tokens) and scan.tokens[hit.last].key in APART


def _issued(scan: Scan, hit: Hit) -> bool:
    """Whether "by" says who put out what stands before it: "estimates by the Argentinian government", not "people killed by Israel"."""
    by = next((index for index in range(hit.first - 1, max(-1, hit.first - 6), -1) if scan.tokens[index].key == "by"), 0)
    done = scan.tokens[by - 1].key if by else ""
    return bool(done) and not done.endswith("ed") and done not in DONE_BY


def _several(scan: Scan, core: list[Hit], states: frozenset[str]) -> bool:
    """Whether the phrase joins several states: "U.S. and Israeli officials"."""
    named = [hit for hit in core if hit.names and not compound(scan, hit)]
    for one, other in pairwise(named):
        between = {token.key or token.text for token in scan.tokens[one.last : other.first]}
        first, second = one_name(one, states), one_name(other, states)
        if first and second and first.iso3 != second.iso3 and (between <= {"and", ",", "or", "the", "&"}):
            return True
    return False


def _preposition(scan: Scan, hit: Hit) -> str:
    """The nearest preposition before the hit, over articles, adjectives and names."""
    for index in range(hit.first - 1, max(-1, hit.first - 6), -1):
        if scan.tokens[index].key in PREPOSITIONS:
            return scan.tokens[index].key
        if scan.tokens[index].text in ",;.":
            return ""
    return ""


def compound(scan: Scan, hit: Hit) -> bool:
    """Whether the name is part of a compound that says something else: "Iran-backed", "Soviet-era", "anti-American", "pro-Russian"."""
    after = scan.tokens[hit.last] if hit.last < len(scan.tokens) else None
    before = scan.tokens[hit.first]
    if after and after.glued and (after.text[0].islower() or after.key in COMPOUND):
        return True
    previous = scan.tokens[hit.first - 1].key if hit.first else ""
    return before.glued and previous in ("anti", "pro", "non", "ex", "post", "pre")


def part_of_name(scan: Scan, hit: Hit) -> bool:
    """Whether the place is a piece of a longer name that the lexicon lacks: "Nancy Pelosi"; never of an adjective or a state."""
    if hit.first and scan.tokens[hit.first - 1].text == "New" and hit.first - 1 not in scan.at:
        return True  # "New England", "New Caledonia"
    if hit.first and scan.tokens[hit.first - 1].text in CONTINENTS and scan.tokens[hit.first].text.startswith("America"):
        return hit.first - 1 not in scan.at
    if any(name.use != "place" for name in hit.names):
        return False
    around = [index for index in (hit.first - 1, hit.last) if 0 <= index < len(scan.tokens) and index not in scan.at]
    return any(scan.tokens[index].text[0].isupper() and scan.tokens[index].key.isalpha() and not _starts(scan, index) for index in around)


def _starts(scan: Scan, index: int) -> bool:
    return index == 0 or scan.tokens[index - 1].text in '.!?“"' or scan.newline_between(index)


def one_name(hit: Hit, states: frozenset[str]) -> Name | None:
    """The territory's name that the hit means, where it means one: alone, or alone among the article's states."""
    found = {name.iso3: name for name in sorted(hit.names, key=lambda name: name.use == "place")}
    best = {iso3: name for iso3, name in found.items() if name.use in STATE_USES} or found
    if len(best) > 1:
        best = {iso3: name for iso3, name in best.items() if iso3 in states}
    return next(iter(best.values())) if len(best) == 1 else None


def one_body(hit: Hit, states: frozenset[str]) -> Body | None:
    """The organisation that the hit means, where it means one: alone, or alone among those of the article's states."""
    if len(hit.bodies) < 2:
        return hit.bodies[0] if hit.bodies else None
    fitting = [body for body in hit.bodies if body.state in states]
    return fitting[0] if len(fitting) == 1 else None


def _sector(head: Hit | None, core: list[Hit], body: Body | None) -> str | None:
    """The head's own sector, or that of what it speaks for: the organisation, or an earlier title ("army spokesman")."""
    title = head.title if head else None
    borrowed = title and body and body.sector and (body.actor == "igo" or GOVERNING.fullmatch(title.title)) and title.sector == "GOV"
    if title and title.sector and not borrowed:
        return title.sector
    if body:
        return body.sector
    earlier = [hit.title.sector for hit in core if hit.title and hit is not head and hit.title.sector]
    return earlier[-1] if earlier else None


def _role(scan: Scan, first: int, head: Hit, last: int, core_end: int) -> str:
    """The role in the article's words: without article and territory before it, with "of …" after it where it stands there."""
    start = first
    while start < head.first:
        hit = scan.at.get(start)
        if hit and hit.names and not hit.bodies and hit.last <= head.first:
            start = hit.last
        elif scan.tokens[start].key in DETERMINERS or scan.tokens[start].text in ("'s", "’s", "’", "'"):
            start += 1
        else:
            break
    end = head.last
    if core_end == end and end < last and scan.tokens[end].key in ("of", "for", "to"):
        end = min(last, end + 9)
    return scan.words(start, end)
