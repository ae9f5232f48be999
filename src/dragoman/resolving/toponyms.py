"""What a toponym can mean: the places of its name, and the place that the text sets behind it to say which ("Paris, Texas")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.knowledge import Knowledge
from dragoman.knowledge.gazetteer import KNOWN, OTHER, PLAIN, Site, fold

MOST = 40
"""Places of one name that are weighed; the most peopled."""

_PEOPLED = 300_000
"""Inhabitants from which on a division is one that news names without saying where it is."""

WHOLE, PART = "whole", "part"
"""Whether a place has the whole name or what is left of it without words that only say of what kind or where in it."""

_AROUND = frozenset(
    "north south east west northern southern eastern western central northeast northwest southeast southwest northeastern northwestern "
    "southeastern southwestern north-east north-west south-east south-west north-eastern north-western south-eastern south-western upper "
    "lower inner outer downtown midtown metro metropolitan greater mainland old new nearby far rural urban".split()
)
_KIND = frozenset(
    "city town village state province region district county parish borough governorate prefecture department oblast republic municipality "
    "canton voivodeship division territory capital area metro suburb township kingdom emirate island islands peninsula coast border "
    "airport port university college school hospital church street avenue road station center centre stadium park prison jail arena "
    "middle high elementary primary junior senior community regional memorial medical general public national museum library theater "
    "theatre building complex courthouse court police detention fairgrounds mall hotel club campus township village".split()
)
_OF = re.compile(
    r"^(?:city|town|village|state|province|region|district|county|municipality|republic|island|university|port|gulf coast) of (?:the )?",
    re.I,
)
_BEHIND = re.compile(r"\s?,\s+|\s+\((?=[A-Z])")
_WORDS = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]\.[A-Z][a-z]+\.|[^\W\d_][\w’'‘-]*\.?(?=[\s,.;:)—–?!]|$)")
_CODE = re.compile(r"[A-Z]{1,3}")
_USES = {"name": PLAIN, "adjective": OTHER, "people": OTHER}
_CAPITALS = re.compile(r"(?:[A-Z]\.){2,}(?!\w)|[A-Z][\w’'-]+\.?(?: (?:and |of |del? )?[A-Z][\w’'-]+\.?){0,2}")
_OWNER = re.compile(r"['’]s?$")
_LONGEST = 4
_HOLDING = ("state", "division", "district")


@dataclass(frozen=True, slots=True)
class Sense:
    """A place that a toponym can mean; `fit` says whether it bears the whole name or a part of it."""

    site: Site
    fit: str


def senses(form: str, knowledge: Knowledge) -> tuple[Sense, ...]:
    """The places that a form can mean, of those of the whole name or, failing these, of the part that names."""
    whole = sites(form, knowledge)
    if whole:
        return _most(Sense(site, WHOLE) for site in whole)
    for part in _parts(form):
        if found := sites(part, knowledge):
            return _most(Sense(site, PART) for site in found)
    return ()


def sites(form: str, knowledge: Knowledge) -> tuple[Site, ...]:
    """The places of exactly that name: states by all their names, all others as the gazetteer has them."""
    named = {name.iso3: name.use for name in reversed(knowledge.lexicon.name(form)) if name.use in _USES}
    states = [(knowledge.gazetteer.state(iso3), _USES[use]) for iso3, use in named.items()]
    others = (
        site for site in knowledge.gazetteer.named(form) if site.kind != "state" and not (_CODE.fullmatch(form) and site.name_rank != KNOWN)
    )
    return (*(replace(state, name_rank=rank) for state, rank in states if state), *others)


def _most(found: Iterator[Sense]) -> tuple[Sense, ...]:
    ranked = sorted(found, key=lambda sense: (-(sense.site.name_rank == PLAIN), -sense.site.people, sense.site.row))
    return tuple(ranked[:MOST])


def _parts(form: str) -> Iterator[str]:
    """The name with ever fewer words that say of what kind it is, or which part of it is meant."""
    words = _OF.sub("", form).split()
    if " ".join(words) != form:
        yield " ".join(words)
    while len(words) > 1 and fold(words[0]) in _AROUND:
        words = words[1:]
        yield " ".join(words)
    while len(words) > 1 and fold(words[-1]) in _KIND:
        words = words[:-1]
        yield " ".join(words)
    for stop in range(len(words) - 1, 0, -1):
        if fold(words[stop]) in _KIND:
            yield " ".join(words[: stop + 1])
            yield " ".join(words[:stop])


def within(inner: Site, outer: Site) -> bool:
    """Whether a place lies in another, by the divisions of its state."""
    if inner.row == outer.row or outer.kind not in _HOLDING:
        return False
    if outer.kind == "state":
        return inner.state == outer.state
    return outer.row in (inner.division, inner.district)


def holders(text: str, end: int, knowledge: Knowledge) -> tuple[Site, ...]:
    """What the words right behind a toponym that ends at `end` can mean, after a comma or in brackets: divisions, districts and states."""
    joint = _BEHIND.match(text, end)
    if not joint:
        return ()
    stops: list[int] = []
    at = joint.end()
    while len(stops) < _LONGEST and (word := _WORDS.match(text, at)) and (word[0][0].isupper() or stops):
        stops.append(word.end())
        at = word.end() + 1 if text[word.end() : word.end() + 1] == " " else len(text)
    for stop in reversed(stops):
        found = sites(text[joint.end() : stop], knowledge)
        if outer := tuple(site for site in found if site.kind in _HOLDING):
            return outer
    return ()


def outers(text: str, knowledge: Knowledge) -> Iterator[tuple[int, str, tuple[Sense, ...]]]:
    """Where the text names divisions of the first order, with their key and the divisions and states of that name; longest forms first."""
    known: dict[str, tuple[Sense, ...]] = {}
    for match in _CAPITALS.finditer(text):
        words = [(word.start() + match.start(), word.end() + match.start()) for word in re.finditer(r"\S+", match[0])]
        first = 0
        while first < len(words):
            after = first + 1
            for stop in range(len(words), first, -1):
                form = _OWNER.sub("", text[words[first][0] : words[stop - 1][1]])
                if form not in known:
                    known[form] = _outer(form, knowledge)
                if known[form]:
                    yield words[first][0], fold(form), known[form]
                    after = stop
                    break
            first = after


def _outer(form: str, knowledge: Knowledge) -> tuple[Sense, ...]:
    found = sites(form, knowledge) or (sites(form[:-1], knowledge) if form.endswith(".") else ())
    if not any(site.kind == "division" and site.name_rank != OTHER and site.people >= _PEOPLED for site in found):
        return ()
    return tuple(Sense(site, WHOLE) for site in found if site.kind in ("state", "division"))
