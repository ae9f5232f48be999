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
from dragoman.reading import nouns
from dragoman.reading.drafts import Range
from dragoman.reading.mentions import Mention

KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place", "OTH": "other"}

_HYPHENS = frozenset("-‐‑")
_BODIES = (nouns.BODIES | frozenset("academy center centre chamber college court society".split())) - nouns.DOCUMENTS - nouns.UNNAMED
_LINKS = frozenset(("of", "for"))
_POSTSCRIPTS = frozenset(("P.S.", "P.P.S.", "N.B."))
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def names(words: Words, states: States, bundle: Bundle) -> tuple[Mention, ...]:
    """The names of the article, in order, read by the tag layer `names`."""
    addresses = [match.span() for match in _ADDRESS.finditer(words.text)]
    read = [mention for mention in _read(words, states, bundle) if not _addressed(words, mention, addresses)]
    people = [_suffixed(words, _initialled(words, bare_name(words, mention))) for mention in read]
    return tuple(_placed(words, _complemented(words, people)))


def _read(words: Words, states: States, bundle: Bundle) -> Iterator[Mention]:
    """The names of the tag layer, each paragraph decoded by itself."""
    chain = bundle.tags["names"]
    for start, stop in (part for window in states.windows for part in _paragraphs(words, window)):
        path = chain.best(states.tags["names"][None, start:stop])[0]
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
    """The range without the full stop at its end, which `Mention.extent` gives back to an abbreviation, and without other marks alone."""
    first, last = found
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
    return replace(mention, words=(first, last), head=last)


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


# ---------------------------------------------------------------- bodies and what belongs to their names


def _complemented(words: Words, found: list[Mention]) -> list[Mention]:
    """The names, those of bodies with the complement that tells which: "Association" → "Association of Muslim Scholars"."""
    kept: list[Mention] = []
    ends = {mention.words[0]: mention for mention in found}
    heads = sorted([*found, *_unread(words, found)], key=lambda mention: mention.words)
    for mention in heads:
        if kept and mention.words[0] <= kept[-1].words[1]:
            continue
        last = _whole(words, mention, ends)
        if last > mention.words[1]:
            kept.append(replace(mention, words=(mention.words[0], last), head=last))
        elif mention in found:
            kept.append(mention)
    return kept


def _unread(words: Words, found: list[Mention]) -> list[Mention]:
    """Bodies named in capitals inside a sentence that the layer left out, as far as a name follows: "the City of New Orleans"."""
    taken = {place for mention in found for place in range(mention.words[0], mention.words[1] + 1)}
    starts = {mention.words[0] for mention in found if mention.kind != "other"}
    return [
        Mention((place, place), place, "name", "organisation")
        for place in range(1, len(words) - 2)
        if place not in taken
        and words.features[place, 2] == 0
        and _body(words.word(place))
        and words.word(place + 1) in _LINKS
        and (place + 2 in starts or (words.word(place + 2) == "the" and place + 3 in starts))
    ]


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
