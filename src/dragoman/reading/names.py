"""Names: what the tag layer `names` reads, with the edges that a person would draw.

A name never crosses a paragraph. A body keeps the place before it and the complement after it ("US Department of Defense"), a person
the initials before the name but no honorific and no office; what an address of the web or of a mailbox is made of names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from dragoman.model import Bundle, States
from dragoman.model.decode import spans
from dragoman.model.words import Words
from dragoman.reading import bodies, nouns, throughout
from dragoman.reading.drafts import Range
from dragoman.reading.mentions import Mention

KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place", "OTH": "other"}

_HYPHENS = frozenset("-‐‑")
_PEOPLES = frozenset(("People", "Peoples"))
_LEADING = frozenset(("Democratic", "Lao", "Socialist", "Islamic"))
"""What stands before "People’s" in the name of a state."""
_POSTSCRIPTS = frozenset(("P.S.", "P.P.S.", "N.B."))
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)*|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu)\b")


def names(words: Words, states: States, bundle: Bundle) -> tuple[Mention, ...]:
    """The names of the article, in order, read by the tag layer `names`."""
    people = [_suffixed(words, _initialled(words, bare_name(words, mention))) for mention in _read(words, states, bundle)]
    told = [_grouped(words, mention) for mention in people if not _untitled(words, mention)]
    bodied = bodies.whole(words, _republics(words, _joined(words, told)))
    addresses = [match.span() for match in _ADDRESS.finditer(words.text)]
    found = throughout.repeated(words, [mention for mention in bodied if not _addressed(words, mention, addresses)])
    return tuple(mention for mention in throughout.owned(words, found) if not _addressed(words, mention, addresses))


def _read(words: Words, states: States, bundle: Bundle) -> Iterator[Mention]:
    """The names of the tag layer, each paragraph decoded by itself."""
    chain = bundle.tags["names"]
    emissions = throughout.shared(words, states.tags["names"], chain.labels)
    for start, stop in (part for window in states.windows for part in _paragraphs(words, window)):
        path = chain.best(emissions[None, start:stop])[0]
        for kind, low, high in spans(chain.labels, path):
            first, last = _trimmed(words, (start + low, start + high))
            if first <= last:
                yield Mention((first, last), last, "name", KINDS[kind])


def _paragraphs(words: Words, window: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The parts [start, stop) of a window that stand in one paragraph."""
    first, stop = window
    edges = [place for place in range(first + 1, stop) if words.paragraphs[place] != words.paragraphs[place - 1]]
    return pairwise([first, *edges, stop])


def _trimmed(words: Words, found: Range) -> Range:
    """The range without a hyphen before it, without the full stop at its end, which `Mention.extent` gives back to an abbreviation, and
    without other marks alone."""
    first, last = found
    while first < last and words.word(first) in _HYPHENS:
        first += 1
    while first <= last and words.word(last) == ".":
        last -= 1
    return (first, last) if any(words.word(place)[0].isalnum() for place in range(first, last + 1)) else (first, first - 1)


def _addressed(words: Words, mention: Mention, addresses: list[tuple[int, int]]) -> bool:
    """Is the name only a part of an address?"""
    start, end = words.extent(*mention.words)
    return any(low <= start and end <= high and (low, high) != (start, end) for low, high in addresses)


def bare_name(words: Words, mention: Mention) -> Mention:
    """A person's name without the honorifics and offices before it: "Mr.", "President", "NSA"."""
    first, last = mention.words
    while mention.kind == "person" and first < last and (nouns.entitles(words.word(first)) or _shouts(words, first)):
        joined = 2 if words.word(first + 1) in _HYPHENS else 0  # "Secretary-General"
        if first + joined >= last:
            break
        first += 1 + joined
    if mention.kind == "person" and first and words.word(first - 1).lower() in nouns.SERVED:
        last = next((place - 1 for place in range(first + 1, last) if words.word(place) == "of"), last)  # "President Roe of Spain"
    return replace(mention, words=(first, last), head=last)


def _joined(words: Words, found: list[Mention]) -> list[Mention]:
    """The names, a given name and the person's name right after it being one."""
    kept: list[Mention] = []
    for mention in found:
        if kept and mention.kind == kept[-1].kind == "person" and _given(words, kept[-1], mention):
            mention = replace(mention, words=(kept.pop().words[0], mention.words[1]))
        kept.append(mention)
    return kept


def _republics(words: Words, found: list[Mention]) -> list[Mention]:
    """The names, "Democratic People’s Republic of Korea" being one and not two, nor the Republic of Korea."""
    whole = []
    for mention in found:
        first, last = mention.words
        if (
            words.word(first) in ("Republic", "Democratic")
            and first > 2
            and words.word(first - 1) == "s"
            and words.word(first - 3) in _PEOPLES
        ):
            first -= 3
            while first and words.word(first - 1) in _LEADING and words.paragraphs[first - 1] == words.paragraphs[last]:
                first -= 1
            mention = replace(mention, words=(first, last), kind="place")
        whole.append(mention)
    starts = {mention.words[1]: mention.words[0] for mention in whole}
    return [mention for mention in whole if not any(low <= mention.words[0] and mention.words[1] < high for high, low in starts.items())]


def _given(words: Words, one: Mention, other: Mention) -> bool:
    """Is `one` a given name with nothing but a space before `other`, which does not begin with it?"""
    first, last = one.words
    name = words.word(first).lower()
    between = words.text[words.spans[last, 1] : words.spans[other.words[0], 0]]
    return first == last and between == " " and name in nouns.MEN | nouns.WOMEN and words.word(other.words[0]).lower() != name


def _untitled(words: Words, mention: Mention) -> bool:
    """Is the name of a person only an office: "the President"? Behind an honorific it is a surname, unless one may be so addressed."""
    first, last = mention.words
    word = words.word(first).lower()
    definite = first > 0 and words.word(first - 1).lower() == "the"
    honoured = any(words.word(place).lower() in nouns.HONORIFICS for place in range(max(first - 2, 0), first))
    if mention.kind != "person" or first < last or word not in nouns.PEOPLE or (word in nouns.CROWNS and not definite):
        return False
    return word in nouns.SERVED or not honoured


def _grouped(words: Words, mention: Mention) -> Mention:
    """A name of many that was read as a person's as what it is: "Muslims"."""
    first, last = mention.words
    many = mention.kind == "person" and first == last and nouns.singular(words.word(first).lower()) in nouns.CREEDS
    return replace(mention, kind="other") if many else mention


def _shouts(words: Words, place: int) -> bool:
    """Is the word an acronym before a name that is none: "DNSA Neuberger"?"""
    word, after = words.word(place), words.word(place + 1)
    return len(word) > 2 and word.isupper() and after.istitle()


def _initialled(words: Words, mention: Mention) -> Mention:
    """A person's name with the initials before it: "R.E. Glenn"; a postscript's mark is none, as in "P.S. Glenn called"."""
    first, last = mention.words
    while mention.kind == "person" and first > 1 and _initial(words, first - 2) and words.paragraphs[first - 2] == words.paragraphs[last]:
        first -= 2
    marked = "".join(words.word(place) for place in range(first, mention.words[0])) in _POSTSCRIPTS and words.features[first, 2] > 0
    return mention if marked else replace(mention, words=(first, last))


def _suffixed(words: Words, mention: Mention) -> Mention:
    """A person's name with what tells it from a parent's: "Joseph R. Biden, Jr."; the surname stays its head."""
    last = mention.words[1]
    place = last + 2 if last + 2 < len(words) and words.word(last + 1) == "," else last + 1
    after = words.word(place) if place < len(words) and words.paragraphs[place] == words.paragraphs[last] else ""
    follows = mention.kind == "person" and after[:1].isupper() and after.lower() in nouns.SUFFIXES
    return replace(mention, words=(mention.words[0], place)) if follows else mention


def _initial(words: Words, place: int) -> bool:
    """Do a capital letter and the stop after it stand at `place`?"""
    word = words.word(place)
    return len(word) == 1 and word.isupper() and words.word(place + 1) == "." and words.spans[place, 1] == words.spans[place + 1, 0]
