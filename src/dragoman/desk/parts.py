"""A long article in parts: whole paragraphs with the entries that begin in them, so that every page stays light."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from dragoman.desk.cards import Card, Fact, Piece
from dragoman.formats import html_article
from dragoman.record.identity import first_words
from dragoman.values import Actor, Record

MOST_ENTRIES = 55
MOST_CHARACTERS = 12_000
"""What a part holds at most, but for a paragraph that alone has more."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an article: its number from 1, of how many, the paragraphs [first, last), and where they begin and end in the text."""

    number: int
    of: int
    first: int
    last: int
    start: int
    end: int

    def holds(self, place: int) -> bool:
        """Does this place of the text belong to it?"""
        return self.start <= place < self.end


def parts(record: Record) -> tuple[Part, ...]:
    """The parts of a record's article, at least one; all of the text is in one of them."""
    places = sorted(_begins(record).values())
    paragraphs = [match.span() for match in html_article.PARAGRAPH.finditer(record.article.text)]
    cuts, entries, first = [0], 0, 0
    for number, (start, end) in enumerate(paragraphs):
        here = sum(start <= place < end for place in places)
        if number > cuts[-1] and (entries + here > MOST_ENTRIES or end - first > MOST_CHARACTERS):
            cuts.append(number)
            entries, first = 0, start
        entries += here
    edges = [0, *(paragraphs[cut][0] for cut in cuts[1:]), len(record.article.text) + 1]
    ends = [*cuts[1:], len(paragraphs)]
    return tuple(Part(place + 1, len(cuts), cuts[place], ends[place], edges[place], edges[place + 1]) for place in range(len(cuts)))


def part_of(record: Record, place: int) -> int:
    """The number of the part that holds a place of the text."""
    return next((part.number for part in parts(record) if part.holds(place)), 1)


def within(record: Record, part: Part, found: Iterable[Card], url: str) -> list[Card]:
    """The cards of the entries that begin in a part; links to entries elsewhere lead to `url` with their part's number behind it."""
    begins, lead = _begins(record), leading(record, url, part.number)
    return [lead(card) for card in found if part.holds(begins.get(card.anchor, 0))]


def leading(record: Record, url: str, here: int = 0) -> Callable[[Card], Card]:
    """What makes links to entries lead to `url` with their part's number behind it, but for those of the part `here`."""
    begins, every = _begins(record), parts(record)

    def led(piece: Piece) -> Piece:
        if not piece.url.startswith("#"):
            return piece
        place = begins.get(piece.url.removeprefix("#"), 0)
        number = next((one.number for one in every if one.holds(place)), 1)
        return piece if number == here else replace(piece, url=f"{url}&part={number}{piece.url}")

    def fact(one: Fact) -> Fact:
        return one[0], tuple(map(led, one[1]))

    return lambda card: replace(card, facts=tuple(map(fact, card.facts)))


def named(actor: Actor, part: Part) -> bool:
    """Is an actor named in a part? One without a mention is in every part."""
    return not actor.mentions or any(part.holds(mention.start) for mention in actor.mentions)


def _begins(record: Record) -> dict[str, int]:
    """Where each entry begins, by its anchor on the page (s1)."""
    lists = (("s", record.statements), ("e", record.events), ("v", record.votes), ("t", record.ties))
    return {
        f"{letter}{number}": span.start
        for letter, values in lists
        for number, value in enumerate(values, 1)
        if (span := first_words(value)) is not None
    }
