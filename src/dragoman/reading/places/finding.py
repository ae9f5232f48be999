"""Which names are toponyms: those that the reader takes for places, without the words that are none of the name.

A name is no toponym where it is part of another's ("Georgia" of "Georgia Public Service Commission" is read as an organisation), nor
an adjective or a people ("Georgian", read as other). No list of places is asked: what no gazetteer has is a toponym all the same, and
stays unresolved.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.values import Place, Span

Named = Sequence[tuple[Span, str]]
"""The names of an article in order, each with its kind: person, organisation, place or other."""

_BEFORE = re.compile(r"(?:the|an?)\s+(?=\S)|[^\w’'‘ʻ]+")
_AFTER = re.compile(r"(?:['’]s?|[^\w.’'‘ʻ)])+$")
_PRONOUN = re.compile(r"us|it|he|she|we|them")


def find(text: str, names: Named) -> tuple[Place, ...]:
    """The toponyms of `text`, in order, each without its whereabouts (`geonames_id`, `country`, `lat`, `lon` are None)."""
    spans = (_bare(text, span) for span, kind in names if kind == "place" and span.end <= len(text))
    return tuple(Place(span, None, None, None, None) for span in spans if span and not _PRONOUN.fullmatch(span.text))


def _bare(text: str, span: Span) -> Span | None:
    """The span without an article before it, an apostrophe and s or a mark behind it; None where nothing is left."""
    start, end = span.start, span.end
    while start < end and (before := _BEFORE.match(text, start, end)):
        start = before.end()
    if after := _AFTER.search(text[start:end]):
        end = start + after.start()
    return Span.of(text, start, end) if start < end else None
