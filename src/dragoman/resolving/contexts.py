"""What the article says of an actor at each mention: titles before the name, appositions beside it, the mention's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dragoman.knowledge.names import word_set
from dragoman.resolving.phrases import DETERMINERS, FORMER, PREPOSITIONS, Said, compound, one_name, parse
from dragoman.resolving.scan import Scan
from dragoman.values import Span

PARTY = re.compile(r"\s*[(,]\s*(?:R|D|I)\s*[-–—.,]\s*(?:[A-Z][a-z]+\b|[A-Z]\.?[A-Z]\b)")
COPULAS = frozenset(["is", "was", "became", "as", "remains"])
FINITE = word_set("is are was were has have had will would can could")
OPENERS = DETERMINERS | FORMER | word_set("currently also acting deputy chief then-")
LINKS = word_set("of for and the to de on - & in at")
PRE_WORDS = word_set(
    """
    deputy acting interim former ex then late senior top chief assistant vice special incoming outgoing newly elected new old fellow
    """
)
HONORIFICS = word_set("dr mr mrs ms sir dame lord monsenor monsignor msgr hon honorable professor")
NO_TRADE = (
    PREPOSITIONS
    | LINKS
    | word_set("said says told tells met saw hit beat sent let won led is was are were has had have will would and or but while when as")
)
TRADE = 3  # words of a trade between the adjective and the name
INSIDE, TITLE, APPOSITION, BEHIND = 4, 4, 3, 2
"""How much a description counts, by where it stands."""


def said_of(scan: Scan, mentions: tuple[Span, ...], states: frozenset[str], *, person: bool) -> list[Said]:
    """All that is said at the mentions, the strongest first, then in the order of the text."""
    found = [said for span in mentions for said in _at(scan, span, states, person)]
    return sorted(found, key=lambda said: -said.strength)


def said_in_title(title: Scan, name: str, states: frozenset[str]) -> list[Said]:
    """What the article's title says at a name: "Statement by NSC Spokesperson Emily Horne on …"."""
    spans = tuple(Span.of(title.text, match.start(), match.end()) for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", title.text))
    return [replace(said, strength=said.strength - 1) for said in said_of(title, spans, states, person=True)]


def _at(scan: Scan, span: Span, states: frozenset[str], person: bool) -> Iterator[Said]:
    first, last = scan.within(span)
    if first >= last:
        return
    for (start, end), strength in (
        (_inside(scan, first, last, person), INSIDE),
        (_title(scan, first), TITLE),
        (_apposition(scan, last), APPOSITION),
        (_apposed(scan, first, last), APPOSITION),
        (_behind(scan, last), BEHIND),
    ):
        said = parse(scan, start, end, states) if start < end and (person or strength == INSIDE) else None
        if said and (said.title or strength in (INSIDE, BEHIND) or _attributive(scan, end) or _characterised(scan, start, end)):
            yield replace(said, strength=strength)
    if person and PARTY.match(scan.text, span.end):
        yield Said(None, None, "LEG", "USA", None, False, False, TITLE, "party and state in brackets")


def nearest_state(scan: Scan, span: Span, states: frozenset[str]) -> str | None:
    """The state that the sentence named last before the mention, by adjective, name or possessive."""
    first, _ = scan.within(span)
    for index in range(first - 1, max(-1, first - 40), -1):
        if scan.tokens[index].text in ".!?" or scan.newline_between(index + 1):
            return None
        hit = scan.at.get(index)
        name = one_name(hit, states) if hit and hit.names and not compound(scan, hit) else None
        if name and name.use != "place":
            return name.iso3
    return None


def _inside(scan: Scan, first: int, last: int, person: bool) -> tuple[int, int]:
    """The mention's own description: of a person all up to the name, or the whole where no name follows ("the Iranian president")."""
    if not person:
        return first, last
    titles = [hit for hit in scan.hits_in(first, last) if hit.title]
    if not titles:
        return first, first
    end = titles[-1].last
    named = end < last and scan.tokens[end].text[0].isupper()
    return first, end if named else last


def _stops(scan: Scan, index: int) -> bool:
    return scan.tokens[index].text in '.!?;:,()[]“”"—–…' or scan.newline_between(index + 1)


def _title(scan: Scan, first: int) -> tuple[int, int]:
    """The title directly before the name, over honorifics: "Foreign Minister", "the BBC's", "Minister of Strategic Affairs"."""
    last = first
    while last and scan.tokens[last - 1].key in HONORIFICS:
        last -= 1
    if not last or scan.newline_between(last):
        return first, first
    if scan.tokens[last - 1].text == ")":  # "MP (Member of Parliament) Tom Watson"
        last = next((index for index in range(last - 2, max(0, last - 8), -1) if scan.tokens[index].text == "("), 0)
        if not last or last - 1 not in scan.at:
            return first, first
    if scan.tokens[last - 1].text in ("'s", "’s"):
        hit = scan.at.get(last - 2)
        return (hit.first, last - 1) if hit and (hit.names or hit.bodies) else (first, first)
    start = _back(scan, last)
    while start < last and scan.tokens[start].key in LINKS:
        start += 1
    if (last - 1) in scan.at or _runs_on(scan, start, last):
        return start, last
    trade = _trade(scan, last)
    return (trade, last) if trade is not None else (first, first)


def _trade(scan: Scan, last: int) -> int | None:
    """Where a people's adjective and a trade that no list has begin, right before a name: "French inventor Franky Zapata"."""
    for index in range(last - 1, max(-1, last - 1 - TRADE), -1):
        if not _noun(scan, index):
            hit = scan.at.get(index)
            known = hit is not None and index < last - 1 and hit.last == index + 1 and not compound(scan, hit)
            return hit.first if known and hit and any(name.use == "adjective" for name in hit.names) else None
    return None


def _noun(scan: Scan, index: int) -> bool:
    """Whether the word may be a noun of a trade: in lower case, no preposition, no verb of the past."""
    token = scan.tokens[index]
    return token.text.islower() and token.text.isalpha() and token.key not in NO_TRADE and not token.key.endswith(("ed", "ing", "ly"))


def _characterised(scan: Scan, start: int, end: int) -> bool:
    """Whether the phrase says what a person is by a people's adjective before a noun: "a French inventor", "the American tourist"."""
    for hit in scan.hits_in(start, end):
        if any(name.use == "adjective" for name in hit.names):
            return not compound(scan, hit) and hit.last < end and _noun(scan, hit.last)
        if hit.first > start + 2:
            break
    return False


def _back(scan: Scan, end: int) -> int:
    """Where the phrase that ends before `end` begins: back over titles, names, links, and a lower-case word after an adjective."""
    start = end
    while start > 0 and end - start < 16 and not _stops(scan, start - 1) and not _joins_names(scan, start - 1):
        if _belongs(scan, start - 1):
            start -= 1
        elif nouns := _nouns(scan, start):
            start -= nouns + 1
        else:
            break
    return start


def _nouns(scan: Scan, end: int) -> int:
    """How many nouns in lower case stand before `end`, behind an adjective or a possessive: two in "the UK's counter terror police"."""
    for count in range(1, TRADE + 1):
        if end - count < 1 or not (_noun(scan, end - count) or (count == 1 and _worded(scan, end - count))):
            return 0
        if _placed(scan, end - count - 1):
            return count
    return 0


def _worded(scan: Scan, index: int) -> bool:
    return scan.tokens[index].text.islower() and scan.tokens[index].key not in PREPOSITIONS


def _placed(scan: Scan, index: int) -> bool:
    """Whether an adjective or a possessive stands there: before "culture" in "Ukraine's culture minister"."""
    hit = scan.at.get(index)
    return scan.tokens[index].text in ("'s", "’s") or (hit is not None and any(name.use == "adjective" for name in hit.names))


def _runs_on(scan: Scan, start: int, last: int) -> bool:
    """Whether a title with "of" or "for" runs up to the name in capitals: "Minister of Strategic Affairs"."""
    titles = [hit for hit in scan.hits_in(start, last) if hit.title]
    if not titles or titles[-1].last >= last or scan.tokens[titles[-1].last].key not in ("of", "for"):
        return False
    rest = scan.tokens[titles[-1].last : last]
    return all(token.text[0].isupper() or token.key in LINKS for token in rest) and rest[-1].text[0].isupper()


def _belongs(scan: Scan, index: int) -> bool:
    token = scan.tokens[index]
    return index in scan.at or token.text[0].isupper() or token.key in LINKS or token.key in PRE_WORDS or token.text in ("'s", "’s")


def _joins_names(scan: Scan, index: int) -> bool:
    """Whether the word is an "and" or "to" after a name that is no title: what stands before it is another party."""
    if scan.tokens[index].key not in ("and", "&", "to", "in", "at", "on", "for") or not index:
        return False
    hit = scan.at.get(index - 1)
    if scan.tokens[index].key in ("and", "&"):
        return not (hit and (hit.title or any(name.use == "adjective" for name in hit.names)))
    named = scan.tokens[index].key in ("for", "on") and scan.tokens[index - 1].text[0].isupper()  # "League for the Defence of …"
    return not hit and not named


def _attributive(scan: Scan, end: int) -> bool:
    """Whether the last word is an adjective or a possessive follows: "Syria's Assad", "Labour's Corbyn"."""
    hit = scan.at.get(end - 1)
    if not hit:
        return False
    possessive = end < len(scan.tokens) and scan.tokens[end].text in ("'s", "’s")
    return possessive or any(name.use == "adjective" and " " not in name.form for name in hit.names) or (bool(hit.bodies) and possessive)


def _apposition(scan: Scan, last: int) -> tuple[int, int]:
    """The phrase after ", " or "(" or a copula, if it opens as a noun phrase and is no next item of a list."""
    start = last
    while start < len(scan.tokens) and scan.tokens[start].text in "”’'\")":
        start += 1
    if start + 1 >= len(scan.tokens) or scan.newline_between(start):
        return last, last
    mark = scan.tokens[start]
    if mark.text not in ",(—–" and mark.key not in COPULAS:
        return last, last
    start += 1
    if mark.text == "," and scan.tokens[start].key == "who":
        start += 2
    if start >= len(scan.tokens) or not _opens(scan, start):
        return last, last
    end = start
    while (
        end < len(scan.tokens)
        and end - start < 22
        and not _stops(scan, end)
        and scan.tokens[end].key not in ("who", "which", "said", "told")
    ):
        end += 1
    clause = mark.text == "," and any(scan.tokens[index].key in FINITE for index in range(start, end))
    return (last, last) if clause or _names_another(scan, start, end) else (start, end)


def _opens(scan: Scan, index: int) -> bool:
    token = scan.tokens[index]
    return token.key in OPENERS or index in scan.at or token.key in PRE_WORDS


def _names_another(scan: Scan, start: int, end: int) -> bool:
    """Whether a title in the phrase is followed by a name: then the phrase is the next person of a list, not an apposition."""
    stop = next((index for index in range(start, end) if scan.tokens[index].key in PREPOSITIONS and index not in scan.at), end)
    for hit in scan.hits_in(start, stop):
        if hit.title and hit.last < stop:
            token = scan.tokens[hit.last]
            if hit.last not in scan.at and token.text[0].isupper() and not token.glued:
                return True
    return False


def _apposed(scan: Scan, first: int, last: int) -> tuple[int, int]:
    """The phrase before ", NAME," as in "Russia's foreign minister, Sergei Lavrov, said"."""
    closed = last < len(scan.tokens) and scan.tokens[last].text in ",.;—)"
    before = first
    while before > 1 and scan.tokens[before - 1].key in HONORIFICS:
        before -= 1
    if before < 2 or scan.tokens[before - 1].text not in ",—":
        return first, first
    end = before - 1
    start = _back(scan, end)
    while start < end and scan.tokens[start].key in LINKS:
        start += 1
    titled = any(hit.title and not (hit.title.title.endswith("s") and hit.title.office is None) for hit in scan.hits_in(start, end))
    placed = any(hit.names or hit.bodies for hit in scan.hits_in(start, end)) and (
        start == 0 or scan.tokens[start - 1].key not in PREPOSITIONS
    )
    return (start, end) if titled and start < end and (closed or placed) else (first, first)


def _behind(scan: Scan, last: int) -> tuple[int, int]:
    """The capitals after "of" ("Prime Minister Kishida of Japan", "Dr. Kock of the University of Cape Town") or the phrase after "as"."""
    if last >= len(scan.tokens) or scan.newline_between(last):
        return last, last
    if scan.tokens[last].key == "of":
        end = last + 1
        while end < len(scan.tokens) and end - last < 9 and _named(scan, end):
            end += 1
        return last + 1, end
    if scan.tokens[last].text == "," and last + 2 < len(scan.tokens) and scan.tokens[last + 1].key in ("of", "from", "with", "at"):
        end = last + 2
        while end < len(scan.tokens) and end - last < 14 and not _stops(scan, end):
            end += 1
        return last + 2, end
    for index in range(last, min(last + 5, len(scan.tokens) - 1)):
        if scan.tokens[index].key == "as" and _opens(scan, index + 1):
            end = index + 1
            while end < len(scan.tokens) and end - index < 14 and not _stops(scan, end) and scan.tokens[end].key != "and":
                end += 1
            return index + 1, end
        if _stops(scan, index) or scan.tokens[index].text[0].isupper() or scan.tokens[index].key in ("and", "to", "that"):
            break
    return last, last


def _named(scan: Scan, index: int) -> bool:
    """Whether the word can be part of a name in capitals."""
    return not _stops(scan, index) and (scan.tokens[index].text[0].isupper() or scan.tokens[index].key in ("of", "the", "and"))
