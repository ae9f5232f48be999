"""The names of bodies: the place before one, the complement after it, and those that the tag layer left out.

"US Department of Defense" is one name, and "Board of Trade" one even where the layer read only "Trade".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.model.words import Words
from dragoman.reading import nouns
from dragoman.reading.mentions import Mention

_NAMED = frozenset("academy center centre chamber college court museum office society".split())
_BODIES = (nouns.BODIES | _NAMED) - nouns.DOCUMENTS - nouns.UNNAMED
_CERTAIN = frozenset("agency commission committee council court department institute ministry parliament senate university".split())
_COMPANIES = frozenset("associates company corp corporation group holdings inc industries limited ltd partners".split())
_LINKS = frozenset(("of", "for"))


def whole(words: Words, found: list[Mention]) -> Iterator[Mention]:
    """The names in order, each body with its complements and the place before it."""
    yield from _placed(words, _complemented(words, _incorporated(words, found)))


def _incorporated(words: Words, found: list[Mention]) -> list[Mention]:
    """The names, one before "Corporation" or "Investment Partners" being that of a company, whose name goes on to there."""
    starts = {mention.words[0] for mention in found}
    return [_company(words, mention, starts) for mention in found]


def _company(words: Words, mention: Mention, starts: set[int]) -> Mention:
    """The name up to what makes it a company's: the next word, or the one after a word no verb of a headline ("Kane Hits Group")."""
    last = mention.words[1]
    for place in range(last + 1, min(last + 3, len(words))):
        word = words.word(place)
        if place in starts or not _capital(words, place) or words.text[words.spans[place, 0] - 1] != " ":
            break
        if word.lower() in _COMPANIES:
            return replace(mention, words=(mention.words[0], place), head=place, kind="organisation")
        if word.endswith("s"):
            break
    return mention


def _complemented(words: Words, found: list[Mention]) -> list[Mention]:
    """The names, those of bodies with the complement that tells which: "Association" → "Association of Muslim Scholars"."""
    kept: list[Mention] = []
    found = [_preceded(words, mention, found) for mention in found]
    ends = {mention.words[0]: mention for mention in found}
    heads = sorted([*found, *_unread(words, found)], key=lambda mention: mention.words)
    for mention in heads:
        if kept and mention.words[0] <= kept[-1].words[1]:
            continue
        last = _whole(words, mention, ends)
        if last > mention.words[1]:
            kept.append(replace(mention, words=(mention.words[0], last), head=last))
        elif mention in found or mention.words[0] < mention.words[1]:
            kept.append(mention)
    return kept


def _preceded(words: Words, mention: Mention, found: list[Mention]) -> Mention:
    """A body's name that was read as its noun alone with the capitals before it: "Ministry" → "Interior Ministry"."""
    first, last = mention.words
    if first < last or mention.kind != "organisation" or not _body(words.word(last)):
        return mention
    taken = {place for other in found for place in range(other.words[0], other.words[1] + 1) if other is not mention}
    return replace(mention, words=(_begins(words, first, taken), last))


def _unread(words: Words, found: list[Mention]) -> Iterator[Mention]:
    """Bodies named in capitals inside a sentence that the layer left out: "the State Department", "the City" before "of New Orleans"."""
    taken = {place for mention in found for place in range(mention.words[0], mention.words[1] + 1)}
    starts = {mention.words[0] for mention in found if mention.kind != "other"}
    for place in range(1, len(words)):
        if place in taken or words.features[place, 2] > 0 or not _body(words.word(place)):
            continue
        first = _begins(words, place, taken)
        if _leads(words, place, starts) or (first < place and _headed(words, first, place)):
            yield Mention((first, place), place, "name", "organisation")


def _leads(words: Words, place: int, starts: set[int]) -> bool:
    """Do "of" and a name follow?"""
    if place + 3 >= len(words):
        return False
    return words.word(place + 1) in _LINKS and (place + 2 in starts or (words.word(place + 2) == "the" and place + 3 in starts))


def _headed(words: Words, first: int, last: int) -> bool:
    """Is a row of capitals that names a body set off from what is around it?"""
    before = words.word(first - 1)
    return words.word(last).lower() in _CERTAIN and (before.islower() or before.lower() in nouns.DETERMINERS)


def _begins(words: Words, place: int, taken: set[int]) -> int:
    """The first of the words in capitals that lead up to `place`: "Law Offices", "Securities and Exchange Commission"."""
    while place and place - 1 not in taken:
        joined = 2 if words.word(place - 1) == "and" and place > 1 and place - 2 not in taken else 1
        if not _capital(words, place - joined):
            break
        place -= joined
    return place


def _whole(words: Words, mention: Mention, ends: dict[int, Mention]) -> int:
    """The last word of a body's name with all its complements; of any other name its own last word."""
    last = mention.words[1]
    if mention.kind not in ("organisation", "place") or not _body(words.word(last)):
        return last
    while last + 2 < len(words) and words.word(last + 1) in _LINKS:
        start = last + 3 if words.word(last + 2) == "the" and last + 3 < len(words) else last + 2
        end = _complement(words, start, ends)
        if end < start or words.paragraphs[end] != words.paragraphs[last]:
            break
        last = end
    return last


def _complement(words: Words, start: int, ends: dict[int, Mention]) -> int:
    """The last word of what a body is for: the name at `start`, or words in capitals that name no people; else the word before."""
    if start in ends:
        return ends[start].words[1]
    stop = start
    while stop < len(words) and (_capital(words, stop) or (words.word(stop) == "and" and stop > start and _capital(words, stop + 1))):
        if stop > start and stop in ends:
            break
        stop += 1
    alone = stop == start + 1 and nouns.singular(words.word(start).lower()) in nouns.PEOPLE
    return start - 1 if alone else stop - 1


def _capital(words: Words, place: int) -> bool:
    word = words.word(place) if place < len(words) else ""
    return len(word) > 1 and word.istitle() and words.features[place, 2] == 0


def _body(word: str) -> bool:
    return word[0].isupper() and nouns.singular(word.lower()) in _BODIES


def _placed(words: Words, found: list[Mention]) -> Iterator[Mention]:
    """The names, a place right before a body's name being part of it: "US National Hurricane Center"."""
    before: Mention | None = None
    for mention in found:
        if before and before.kind == "place" and _adjoins(words, before, mention):
            mention = replace(mention, words=(before.words[0], mention.words[1]))
        elif before:
            yield before
        before = mention
    if before:
        yield before


def _adjoins(words: Words, place: Mention, body: Mention) -> bool:
    """Is it a body whose name begins right after the place, with nothing but the stop of an abbreviation between?"""
    first, last = body.words
    between = words.text[place.extent(words)[1] : words.spans[first, 0]]
    named = any(_body(words.word(word)) for word in range(first, last + 1))
    return body.kind == "organisation" and between == " " and named
