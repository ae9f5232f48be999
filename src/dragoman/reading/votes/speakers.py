"""Who "we", "my country" and "I" are: the state whose speech the article is, or who speaks where the words are quoted."""

from __future__ import annotations

import re

from dragoman.reading.authors import author
from dragoman.values import Actor, Article, Span, Statement

_WE = re.compile(
    r"\b(?:[Ww]e|[Mm]y (?:own )?(?:country|delegation|[Gg]overnment|nation|State)|[Oo]ur (?:own )?(?:country|delegation"
    r"|[Gg]overnment|nation))\b"
)
_I = re.compile(r"(?<![\w.’'])I(?![\w’'])")
_DEBATE = re.compile(r"\bgeneral debate\b", re.IGNORECASE)
_IN_ASSEMBLY = re.compile(r"\b(?:[Tt]h(?:e|is)|[Oo]ur|[Ii]ts) (?:\w+ )?(?P<word>Assembly|[Oo]rgan|Hall)\b")
_OF_COUNCIL = re.compile(r"\b(?:(?:[Tt]he|[Tt]his) Council\b|Council(?: draft)? resolutions?\b)")

Meant = tuple[Span, str, str]
"""A word that stands for someone: the word, the kind of name that it stands for, and the actor's id."""


def first_persons(article: Article, actors: tuple[Actor, ...], statements: tuple[Statement, ...]) -> tuple[Meant, ...]:
    """The first persons of the article with whom they mean: outside all statements the state that speaks, in quotations their source."""
    state = _speaking(article, actors)
    quoted = [(span, one) for one in statements if one.manner != "indirect" and one.source for span in one.content]
    known = {actor.id: actor for actor in actors}
    found: list[Meant] = []
    for pattern, kind in ((_WE, "place"), (_I, "person")):
        for match in pattern.finditer(article.text):
            word = Span.of(article.text, *match.span())
            inside = [
                (span.end - span.start, one.id, one.source) for span, one in quoted if span.start <= word.start and word.end <= span.end
            ]
            source = min(inside)[2] if inside else None
            if kind == "person" and source and known[source].kind == "person":
                found.append((word, kind, source))
            elif kind == "place" and (meant := source if source and _official(known[source]) else state):
                found.append((word, kind, meant))
    return tuple(found)


def body_meant(article: Article, start: int, end: int) -> tuple[tuple[str, int, int], ...]:
    """In a speech of the General Debate, where "this Assembly", "the Council" and their like stand, with the body's code."""
    if not in_debate(article):
        return ()
    pairs = (("UNGA", _IN_ASSEMBLY), ("UNSC", _OF_COUNCIL))
    return tuple((code, *match.span()) for code, pattern in pairs for match in pattern.finditer(article.text, start, end))


def in_debate(article: Article) -> bool:
    """Whether the article is a speech of the General Debate, which is held in the Assembly."""
    return bool(article.title and _DEBATE.search(article.title))


def _speaking(article: Article, actors: tuple[Actor, ...]) -> str | None:
    name = author(article.title)
    return next((actor.id for actor in actors if actor.kind == "state" and name and actor.name.casefold() == name.casefold()), None)


def _official(actor: Actor) -> bool:
    """Whether "we" of that source may be a state; of parties, companies and groups it is not."""
    return actor.kind in ("state", "person", None)
