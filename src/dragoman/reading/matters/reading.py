"""The matters of an article, one entry however often named, and the statements that are about them."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.matters.joining import same
from dragoman.reading.matters.patterns import ARTICLE, BARE, LONGEST
from dragoman.reading.matters.phrases import Found, longest, phrases
from dragoman.values import Actor, Matter, Span, Statement


def read(text: str, named: tuple[tuple[Span, str], ...], actors: tuple[Actor, ...]) -> tuple[Matter, ...]:
    """The matters of a text in the order of their first mentions, with ids m1, m2 ….

    `named` are all names of the text with their kinds (person, organisation, place, other); the parties of a matter are the `actors`
    that are named in one of its mentions.
    """
    persons = frozenset(span.text for span, kind in named if kind == "person")
    groups: list[list[Found]] = []
    for found in longest(phrases(text, persons)):
        alike = [group for group in groups if any(same(found, other) for other in group)]
        if alike:
            alike[0].extend([found, *(one for group in alike[1:] for one in group)])
            groups = [group for group in groups if group not in alike[1:]]
        else:
            groups.append([found])
    for kind, pattern in BARE.items():
        candidates = [group for group in groups if group[0].kind == kind]
        if len(candidates) == 1:
            taken = [one.span for group in groups for one in group]
            bare = (Span.of(text, *match.span()) for match in pattern.finditer(text))
            candidates[0] += [
                Found(span, kind, "", frozenset())
                for span in bare
                if not any(span.start < one.end and one.start < span.end for one in taken)
            ]
    ordered = sorted(groups, key=lambda group: min(one.span for one in group))
    return tuple(_matter(f"m{number}", group, actors) for number, group in enumerate(ordered, 1))


def about(statements: tuple[Statement, ...], matters: tuple[Matter, ...]) -> tuple[Statement, ...]:
    """The statements, each with the matters that are mentioned inside its content behind the actors of its `about`."""
    if not matters:
        return statements
    known = {matter.id for matter in matters}
    return tuple(
        replace(one, about=(*(name for name in one.about if name not in known), *(matter.id for matter in matters if _inside(matter, one))))
        for one in statements
    )


def _inside(matter: Matter, statement: Statement) -> bool:
    return any(part.start <= mention.start < part.end for mention in matter.mentions for part in statement.content)


def _matter(identifier: str, group: list[Found], actors: tuple[Actor, ...]) -> Matter:
    mentions = tuple(sorted(one.span for one in group))
    kind = group[0].kind
    full = max(
        (one for one in group if one.head or one.stems),
        key=lambda one: (len(one.stems), min(len(one.span.text.split()), LONGEST), -one.span.start),
    )
    name = " ".join(ARTICLE.sub("", full.span.text).split())
    parties = tuple(
        actor.id
        for actor in actors
        if actor.kind != "media" and any(_holds(span, mention) for span in mentions for mention in actor.mentions)
    )
    return Matter(identifier, name, kind, parties, mentions)


def _holds(span: Span, mention: Span) -> bool:
    """Does the matter's phrase name the actor, and more than it: "USMCA" is no party to itself?"""
    within = span.start <= mention.start and mention.end <= span.end
    return within and ARTICLE.sub("", span.text) != ARTICLE.sub("", mention.text)
