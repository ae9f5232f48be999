"""The article's text with all names, organisations and titles found in it: what the other steps look around in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from dragoman.knowledge import Knowledge
from dragoman.knowledge.facts import Body
from dragoman.knowledge.lexicon import Hit, Token, tokens
from dragoman.resolving.shared import is_shared, unowned
from dragoman.values import Span

ENDS = frozenset(".!?:;\n")


@dataclass(frozen=True)
class Scan:
    """The tokens of a text and the lexicon's hits among them, in order and without overlap."""

    text: str
    tokens: tuple[Token, ...]
    hits: tuple[Hit, ...]

    @classmethod
    def of(cls, text: str, knowledge: Knowledge) -> Scan:
        """The scan of `text`."""
        found = tokens(text)
        return cls(text, found, tuple(_unowned(text, found, hit) for hit in knowledge.lexicon.hits(found)))

    @cached_property
    def at(self) -> dict[int, Hit]:
        """The hit that each token belongs to, by the token's index."""
        return {index: hit for hit in self.hits for index in range(hit.first, hit.last)}

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _ends(self) -> list[int]:
        return [token.end for token in self.tokens]

    def within(self, span: Span) -> tuple[int, int]:
        """The tokens of a span: index of the first, index after the last."""
        first = bisect_left(self._ends, span.start + 1)
        return first, max(first, bisect_left(self._starts, span.end))

    def hits_in(self, first: int, last: int) -> list[Hit]:
        """The hits that lie wholly between two tokens, the second exclusive."""
        return [
            hit for hit in dict.fromkeys(self.at[i] for i in range(first, last) if i in self.at) if first <= hit.first and hit.last <= last
        ]

    def bodies(self, spans: Iterable[Span]) -> tuple[Body, ...]:
        """The organisations in whose names the spans lie, or which begin them, in their order."""
        hits = (self.at.get(self.within(span)[0]) for span in spans)
        return tuple(body for hit in hits if hit for body in hit.bodies)

    def words(self, first: int, last: int) -> str:
        """The text from one token to another, the second exclusive."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end] if first < last else ""

    def newline_between(self, index: int) -> bool:
        """Whether a line ends between the token and the one before it."""
        return 0 < index < len(self.tokens) and "\n" in self.text[self.tokens[index - 1].end : self.tokens[index].start]


def _unowned(text: str, found: tuple[Token, ...], hit: Hit) -> Hit:
    """The hit, of no state where its words are an office that several states have."""
    words = text[found[hit.first].start : found[hit.last - 1].end]
    return replace(hit, bodies=unowned(hit.bodies)) if hit.bodies and is_shared(words) else hit
