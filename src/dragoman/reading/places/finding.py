"""Which names are toponyms: those that the reader takes for places, without the words that are none of the name.

A name is no toponym where it is part of another's ("Georgia" of "Georgia Public Service Commission" is read as an organisation), where
it is an adjective or a people ("Georgian", read as other), or where its last word says that it is a house or a street ("East Bank
Middle School", "Mayfield Road"). No list of places is asked: what no gazetteer has is a toponym all the same, and stays unresolved.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.values import Place, Span

Named = Sequence[tuple[Span, str]]
"""The names of an article in order, each with its kind: person, organisation, place or other."""

_BEFORE = re.compile(r"(?:the|an?)\s+(?=\S)|[^\w’'‘ʻ]+")
_AFTER = re.compile(r"(?:['’]s?|[^\w.’'‘ʻ])+$")
_PRONOUN = re.compile(r"us|it|he|she|we|them")
_BUILT = re.compile(
    r"(?:schools?|college|university|academy|institute|hospital|clinic|church|cathedral|mosque|temple|library|museum|theat(?:er|re)|cinema|"
    r"arena|stadium|gym(?:nasium)?|court|courthouse|jail|prison|building|tower|hall|hotel|inn|mall|plaza|center|centre|complex|"
    r"apartments|zoo|company|depot|restaurant|street|st\.?|avenue|ave\.?|road|rd\.?|drive|dr\.?|lane|boulevard|blvd\.?|parkway|"
    r"highway|interstate|route|freeway|expressway)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:highway|interstate|route|road) \d+", re.IGNORECASE)


def find(text: str, names: Named) -> tuple[Place, ...]:
    """The toponyms of `text`, in order, each without its whereabouts (`geonames_id`, `country`, `lat`, `lon` are None)."""
    spans = (_bare(text, span) for span, kind in names if kind == "place" and span.end <= len(text))
    return tuple(Place(span, None, None, None, None) for span in spans if span and _geographic(span.text))


def _geographic(name: str) -> bool:
    """Whether a name is more than a pronoun, and not that of a house or a street."""
    words = name.split()
    built = len(words) > 1 and (_BUILT.fullmatch(words[-1]) or _NUMBERED.fullmatch(" ".join(words[-2:])))
    return not built and not _PRONOUN.fullmatch(name)


def _bare(text: str, span: Span) -> Span | None:
    """The span without an article before it, an apostrophe and s or a mark behind it; None where nothing is left."""
    start, end = span.start, span.end
    while start < end and (before := _BEFORE.match(text, start, end)):
        start = before.end()
    if after := _AFTER.search(text[start:end]):
        end = start + after.start()
    return Span.of(text, start, end) if start < end else None
