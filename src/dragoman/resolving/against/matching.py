"""The wording of a quotation in one text: the same, altered, or not there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.model.quotes import quotations
from dragoman.resolving.against.anchors import SLACK, Anchor, Table
from dragoman.resolving.against.sought import Match, Source, Wanted
from dragoman.resolving.against.wording import Difference, Word, differ, weight, words

ELIDED = 400
"""How many words an ellipsis may stand for."""
MARGIN = 3
SAME = 0.6
SAME_SHORT = 0.7
SHORT = 8
"""A wording is an altered one where SAME of it stands in the source, of one of fewer than SHORT words SAME_SHORT."""
SHARED = 3.0
"""The weight of shared words from which a wording can be an altered one: three that are not in every text, or two and two that are."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A source's words, and which of them stand in quotation marks."""

    words: tuple[Word, ...]
    quoted: tuple[bool, ...]

    def place(self, offset: int) -> int:
        """The number of words that begin before a place of the text."""
        return bisect_left(self.words, offset, key=lambda word: word.start)


@lru_cache(maxsize=64)
def _text(text: str) -> _Text:
    """The words of a source; several quotations are often looked for in one."""
    found, marks = words(text), quotations(text)
    starts, ends = [mark.start for mark in marks], [mark.end for mark in marks]
    return _Text(found, tuple(_within(word.start, starts, ends) for word in found))


def _within(place: int, starts: list[int], ends: list[int]) -> bool:
    index = bisect_right(starts, place) - 1
    return index >= 0 and place < ends[index]


def match(quote: Wanted, table: Table, number: int, source: Source) -> Match | None:
    """The best match of the quotation in one source: from each likely place of its longest part outward."""
    text = _text(source.article.text)
    anchors = table.anchors([word.key for word in text.words], number)
    longest = max(range(len(quote.parts)), key=lambda index: len(quote.parts[index]))
    found = []
    for window in _windows(quote.parts[longest], [(place, at) for place, part, at in anchors if part == longest]):
        base = _differ(quote.parts[longest], text, window)
        if base:
            found.append(_around(quote, text, anchors, (longest, base)))
    likely = [_as_match(quote, source, text, one) for one in found]
    return min((one for one in likely if one), key=lambda one: (one.changes, not one.quoted), default=None)


Window = tuple[int, int]


def _windows(part: Sequence[Word], anchors: list[tuple[int, int]], most: int = 4) -> list[Window]:
    """The stretches of the source where a part may stand, those with most of its pairs first."""
    length = len(part)
    width = length + max(SLACK, length // 2)
    scored: list[tuple[float, Window]] = []
    for index, (first, at_first) in enumerate(anchors):
        weights: dict[int, float] = {}
        last, at_last = first, at_first
        for place, at in anchors[index : index + 4 * length]:
            if place - first > width:
                break
            if at not in weights:
                weights[at] = weight(part[at].key) + (weight(part[at + 1].key) if at + 1 < length else 0)
                last, at_last = place, at
        scored.append((-sum(weights.values()), (first - at_first - MARGIN, last + length - at_last + MARGIN)))
    scored.sort()
    chosen: list[Window] = []
    for _, window in scored:
        if len(chosen) < most and not any(window[0] < end and start < window[1] for start, end in chosen):
            chosen.append(window)
    return chosen


def _differ(part: Sequence[Word], text: _Text, window: Window) -> Difference | None:
    start, end = max(0, window[0]), min(len(text.words), window[1])
    return differ(part, text.words[start:end], text.quoted[start:end])


def _around(quote: Wanted, text: _Text, anchors: list[Anchor], base: tuple[int, Difference]) -> list[Difference | None]:
    """The differences of all parts, those before and behind the base one looked for on its own side."""
    middle, difference = base
    found: list[Difference | None] = [None] * len(quote.parts)
    found[middle] = difference
    for direction, indices in ((-1, range(middle - 1, -1, -1)), (1, range(middle + 1, len(quote.parts)))):
        edge = text.place(difference.start) if direction < 0 else text.place(difference.end)
        for index in indices:
            low, high = (edge - ELIDED, edge) if direction < 0 else (edge, edge + ELIDED)
            mine = [(place, at) for place, part, at in anchors if part == index and low <= place < high]
            best = [
                (found_here.changes, abs(found_here.start - text.words[min(edge, len(text.words) - 1)].start), found_here)
                for one in _windows(quote.parts[index], mine)
                if (found_here := _differ(quote.parts[index], text, one)) and _likely([found_here], len(quote.parts[index]))
            ]
            if best:
                _, _, nearest = min(best, key=lambda item: item[:2])
                found[index] = nearest
                edge = text.place(nearest.start) if direction < 0 else text.place(nearest.end)
    return found


def _likely(differences: Sequence[Difference], length: int, lost: float = 0.0) -> bool:
    """Whether these stretches can be a wording of so many words, altered or not; `lost` is the weight of what is missing."""
    if not any(difference.changes for difference in differences) and not lost:
        return True
    shared = sum(difference.shared for difference in differences)
    whole = sum(difference.whole for difference in differences) + lost
    return shared >= max(SHARED, whole * (SAME_SHORT if length < SHORT else SAME))


def _as_match(quote: Wanted, source: Source, text: _Text, found: list[Difference | None]) -> Match | None:
    there = tuple(difference for difference in found if difference)
    missing = tuple(index for index, difference in enumerate(found) if not difference)
    lost = sum(weight(word.key) for index in missing for word in quote.parts[index])
    if not _likely(there, quote.length, lost):
        return None
    inside = [quoted for word, quoted in zip(text.words, text.quoted, strict=True) if there[0].start <= word.start < there[0].end]
    return Match(source, there, missing, sum(inside) * 2 > len(inside))
