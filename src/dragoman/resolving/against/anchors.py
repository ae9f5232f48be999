"""The pairs of neighbouring words of quotations, and where texts have them.

All quotations are looked up in a text at once, so that the cost is that of reading the text's words once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from dragoman.resolving.against.sought import Wanted
from dragoman.resolving.against.wording import weight

FEWEST_SHARED = 0.25
"""The share of a quotation's pairs of words that a stretch must have to be compared."""
SLACK = 16
"""Words by which a stretch of a text may be longer than the part of a quotation that it stands for, at least."""


Pairs = Mapping[tuple[str, str], float]
"""The pairs of neighbouring words of a quotation with their weights; the second word is empty where a part has one word."""


def pairs(quotes: Sequence[Wanted]) -> tuple[Pairs, ...]:
    """The pairs of each quotation. `find` finds it in no source whose pairs weigh less than `FEWEST_SHARED` of them."""
    table = Table(quotes)
    found: list[dict[tuple[str, str], float]] = [defaultdict(float) for _ in quotes]
    for pair, places in table.places.items():
        for number, part, at in places:
            found[number][pair] += table.weights[number][part, at]
    return tuple(found)


Anchor = tuple[int, int, int]
"""Where the source has a pair of a quotation: place in the source, part, place in the part."""


class Table:
    """The pairs of neighbouring words of all quotations; a part of one word is looked up by that word and an empty one."""

    def __init__(self, quotes: Sequence[Wanted]) -> None:
        """Look the pairs up once for all texts."""
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
