"""Quotations that stand alone within a paragraph, as sentences of their own: “She had enough. *“I left at once.”*”.

They go on with a quotation whose cue stands in the sentence before; else whoever speaks in that sentence, or is the only person in it, is
the source, and where there is nobody such nobody is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.model.quotes import Quotation
from dragoman.model.words import Words
from dragoman.reading import nouns
from dragoman.reading.drafts import Draft, Range, touch
from dragoman.reading.edges import quoted_share
from dragoman.reading.mentions import Mention, owns
from dragoman.reading.uncued import SURE

_LEAST = 5  # words
_STOPS = frozenset(".!?…:")


def complete(words: Words, drafts: tuple[Draft, ...], names: Sequence[Mention]) -> tuple[Draft, ...]:
    """The drafts with quotations that stand alone within a paragraph, in the order of the text; `names` are those of the article."""
    found = list(drafts)
    for quotation in words.quotations:
        place = _sentence(words, quotation)
        if place is None or any(touch(place, part) for draft in found for part in (draft.trigger, *draft.content)):
            continue
        before = _before(words, place[0])
        host = _host(words, found, before)
        if host is not None:
            found[host] = replace(found[host], content=(*found[host].content, place))
        elif before:
            found.append(Draft((place[0], place[0]), False, None, _speaker(words, found, before, names), (place,), (), (), "assert", SURE))
    return tuple(sorted(found, key=lambda draft: draft.trigger))


def _sentence(words: Words, quotation: Quotation) -> Range | None:
    """The words of a quotation that is a sentence or several, behind another of the same paragraph."""
    if not (quotation.double and quotation.closed):
        return None
    first, stop = words.covering(quotation.start, quotation.end)
    opened = first - 2
    if stop - first < _LEAST or opened < 0 or words.paragraphs[opened] != words.paragraphs[first]:
        return None
    after = words.word(stop + 1) if stop + 1 < len(words) and words.paragraphs[stop + 1] == words.paragraphs[first] else "."
    ended = words.word(stop - 1) in _STOPS or after in _STOPS
    starts = words.word(first)[0].isupper() or words.word(first) == "["
    return (first, stop - 1) if starts and ended and _stopped(words, opened) else None


def _stopped(words: Words, place: int) -> bool:
    """Does a sentence end with the mark at `place`, outside or inside of quotation marks?"""
    while place > 0 and words.word(place) in "”\"’')":
        place -= 1
    return words.word(place) in ".!?…"


def _before(words: Words, first: int) -> Range | None:
    """The sentence before the quotation whose first word is `first`, None where it is a quotation without a cue."""
    last = first - 2
    start = last
    while start > 0 and not words.features[start, 2]:
        start -= 1
    return (start, last)


def _host(words: Words, drafts: Sequence[Draft], before: Range | None) -> int | None:
    """The draft of a quotation whose cue stands in the sentence before: of several the last."""
    if before is None:
        return None
    near = [
        number
        for number, draft in enumerate(drafts)
        if draft.cue and not draft.inner and before[0] <= draft.cue[0] <= before[1] and quoted_share(words, draft.content) == 1
    ]
    return max(near, key=lambda number: drafts[number].trigger, default=None)


def _speaker(words: Words, drafts: Sequence[Draft], before: Range, names: Sequence[Mention]) -> tuple[Range, ...]:
    """Whoever speaks in the sentence before, or is the only person in it: one named, or a "he" or "she" alone."""
    told = [draft for draft in drafts if draft.cue and not draft.inner and before[0] <= draft.cue[0] <= before[1] and draft.sources]
    if told:
        return told[-1].sources[:1]
    outside = [place for place in range(before[0], before[1] + 1) if words.features[place, 1] == 0]
    named = [name.words for name in names if name.kind == "person" and name.words[0] in outside and not owns(words, name.words[1])]
    pointing = [place for place in outside if words.word(place).lower() in ("he", "she")]
    if named:
        return (named[0],) if len({words.word(last).lower() for _, last in named}) == 1 and not pointing else ()
    same = len({words.word(place).lower() for place in outside if words.word(place).lower() in nouns.SINGULAR}) in (1, 2)
    return ((pointing[0], pointing[0]),) if pointing and same else ()
