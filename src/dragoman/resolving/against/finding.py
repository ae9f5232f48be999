"""Where the quotations of a draft stand in many sources, in one pass over them.

The pairs of neighbouring words of all quotations are looked up in each source, so that the cost is that of reading the sources' words once;
only the stretches that share most with a quotation are compared word by word.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from dragoman.model.quotes import quotations
from dragoman.resolving.against.wording import Difference, Word, differ, keys, parts, weight, words
from dragoman.values import Article, Record

FEWEST_SHARED = 0.25
"""The share of a quotation's pairs of words that a stretch must have to be compared."""
KEPT = 12
"""How many sources are compared with a quotation word by word, those that share most; all that have every pair are, up to `VERBATIM`."""
VERBATIM = 24
ELIDED = 400
"""How many words an ellipsis may stand for."""
SLACK = 16
MARGIN = 3
SAME = 0.6
SAME_SHORT = 0.7
SHORT = 8
"""A wording is an altered one where SAME of it stands in the source, of one of fewer than SHORT words SAME_SHORT."""
SHARED = 3.0
"""The weight of shared words from which a wording can be an altered one: three that are not in every text, or two and two that are."""


@dataclass(frozen=True, slots=True)
class Source:
    """A text that a draft is held against; `record` gives its reading where there is one."""

    article: Article
    record: Callable[[], Record] | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A quotation that is looked for: its parts between ellipses, at least one of at least one word."""

    parts: tuple[tuple[Word, ...], ...]

    @property
    def length(self) -> int:
        """The number of words."""
        return sum(map(len, self.parts))


@dataclass(frozen=True, slots=True)
class Match:
    """Where a quotation, or the nearest to it, stands in a source: the difference of each part, those not there in `missing`.

    `quoted` says that the source has it in quotation marks.
    """

    source: Source
    differences: tuple[Difference, ...]
    missing: tuple[int, ...]
    quoted: bool

    @property
    def start(self) -> int:
        """Where the first part begins in the source's text."""
        return min(difference.start for difference in self.differences)

    @property
    def end(self) -> int:
        """Where the last part ends in the source's text."""
        return max(difference.end for difference in self.differences)

    @property
    def changes(self) -> int:
        """The number of stretches that differ; a part that is missing is one."""
        return sum(difference.changes for difference in self.differences) + len(self.missing)

    @property
    def verbatim(self) -> bool:
        """Whether the words are the same."""
        return not self.changes


def wanted(text: str, start: int, end: int) -> Wanted | None:
    """The quotation `text[start:end]` as it is looked for; None where it has no word."""
    found = parts(text, start, end)
    return Wanted(found) if found else None


Pairs = Mapping[tuple[str, str], float]
"""The pairs of neighbouring words of a quotation with their weights; the second word is empty where a part has one word."""


def pairs(quotes: Sequence[Wanted]) -> tuple[Pairs, ...]:
    """The pairs of each quotation. `find` finds it in no source whose pairs weigh less than `FEWEST_SHARED` of them."""
    table = _Table(quotes)
    found: list[dict[tuple[str, str], float]] = [defaultdict(float) for _ in quotes]
    for pair, places in table.places.items():
        for number, part, at in places:
            found[number][pair] += table.weights[number][part, at]
    return tuple(found)


def find(quotes: Sequence[Wanted], sources: Iterable[Source]) -> tuple[tuple[Match, ...], ...]:
    """For each quotation its matches, verbatim ones first, then those with the fewest changes, in the order of the sources."""
    table = _Table(quotes)
    near: list[list[tuple[float, int, Source]]] = [[] for _ in quotes]
    for number, source in enumerate(sources):
        for quote, share in table.shares(keys(source.article.text)):
            near[quote].append((-share, number, source))
            if len(near[quote]) > 8 * VERBATIM:
                near[quote] = sorted(near[quote], key=_rank)[:VERBATIM]
    return tuple(tuple(_compared(quote, table, index, sorted(near[index], key=_rank))) for index, quote in enumerate(quotes))


def _rank(one: tuple[float, int, Source]) -> tuple[float, int]:
    return one[:2]


Anchor = tuple[int, int, int]
"""Where the source has a pair of a quotation: place in the source, part, place in the part."""


class _Table:
    """The pairs of neighbouring words of all quotations; a part of one word is looked up by that word and an empty one."""

    def __init__(self, quotes: Sequence[Wanted]) -> None:
        self.places: dict[tuple[str, str], list[tuple[int, int, int]]] = defaultdict(list)
        self.weights: list[dict[tuple[int, int], float]] = []
        for number, quote in enumerate(quotes):
            own: dict[tuple[int, int], float] = {}
            for index, part in enumerate(quote.parts):
                for place, pair in enumerate(_pairs([word.key for word in part])):
                    self.places[pair].append((number, index, place))
                    own[index, place] = sum(map(weight, filter(None, pair)))
            self.weights.append(own)
        self.totals = [sum(own.values()) for own in self.weights]
        self.single = any(not second for _, second in self.places)

    def shares(self, found: list[str]) -> Iterator[tuple[int, float]]:
        """The quotations that a text shares enough with, and the share, by its words."""
        hit = self._hit(found)
        most: dict[int, float] = defaultdict(float)
        for pair in hit:
            for quote, part, at in self.places[pair]:
                most[quote] += self.weights[quote][part, at]
        likely = {quote for quote, weight_there in most.items() if weight_there >= FEWEST_SHARED * self.totals[quote]}
        for quote, anchors in self._anchors(found, hit, likely).items():
            share = self._share(quote, anchors)
            if share >= FEWEST_SHARED:
                yield quote, share

    def anchors(self, found: list[str], quote: int) -> list[Anchor]:
        """The anchors of one quotation in a text."""
        return self._anchors(found, self._hit(found), {quote}).get(quote, [])

    def _hit(self, found: list[str]) -> set[tuple[str, str]]:
        """The pairs of the quotations that the text has."""
        single = {(word, "") for word in found} if self.single else set()
        return self.places.keys() & (set(pairwise(found)) | single)

    def _anchors(self, found: list[str], hit: set[tuple[str, str]], quotes: set[int]) -> dict[int, list[Anchor]]:
        anchors: dict[int, list[Anchor]] = defaultdict(list)
        wanted_here = {pair: own for pair in hit if (own := [one for one in self.places[pair] if one[0] in quotes])}
        if wanted_here:
            for place, (word, following) in enumerate(zip(found, [*found[1:], ""], strict=True)):
                for pair in ((word, following), (word, "")):
                    for quote, part, at in wanted_here.get(pair, ()):
                        anchors[quote].append((place, part, at))
        return anchors

    def _share(self, quote: int, anchors: list[Anchor]) -> float:
        """The weight of the pairs found near each other, of all of the quotation's."""
        weights = self.weights[quote]
        best = 0.0
        for part in {part for _, part, _ in anchors}:
            mine = [(place, at) for place, index, at in anchors if index == part]
            length = max(at for index, at in weights if index == part) + 2
            best += max(sum(weights[part, at] for at in cluster) for cluster in _near(mine, length))
        return best / self.totals[quote]


def _pairs(found: list[str]) -> list[tuple[str, str]]:
    return list(pairwise(found)) if len(found) > 1 else [(found[0], "")]


def _near(anchors: list[tuple[int, int]], length: int) -> Iterator[set[int]]:
    """The places of a part that lie within a stretch of the source, for a stretch that begins at each anchor."""
    width = length + max(SLACK, length // 2)
    for index, (first, _) in enumerate(anchors):
        cluster = set()
        for place, at in anchors[index : index + 4 * length]:
            if place - first > width:
                break
            cluster.add(at)
        yield cluster


def _compared(quote: Wanted, table: _Table, number: int, near: list[tuple[float, int, Source]]) -> Iterator[Match]:
    """The matches among the sources that share most with the quotation."""
    exact = [one for one in near if one[0] < -0.999][:VERBATIM]
    chosen = exact or near[:KEPT]
    found = [match for _, _, source in chosen if (match := _match(quote, table, number, source))]
    if exact and not any(match.verbatim for match in found):
        found += [match for _, _, source in near[len(exact) : KEPT] if (match := _match(quote, table, number, source))]
    yield from sorted(found, key=lambda match: (match.changes, not match.quoted))


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


def _match(quote: Wanted, table: _Table, number: int, source: Source) -> Match | None:
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
    return min((match for match in likely if match), key=lambda match: (match.changes, not match.quoted), default=None)


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
