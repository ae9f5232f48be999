"""What a toponym can mean: the places of its name, and the place that the text sets behind it to say which ("Paris, Texas")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from dragoman.knowledge import Knowledge
from dragoman.knowledge.gazetteer import KNOWN, OTHER, PLAIN, Site, fold

MOST = 40
"""Places of one name that are weighed; the most peopled."""

_PEOPLED = 300_000
"""Inhabitants from which on a division is one that news names without saying where it is."""

_RIVAL = 60_000
"""Inhabitants from which on a town can be meant by the name of a region, water or height."""
_KEPT = ("region", "water", "height")

_AROUND = frozenset(
    "north south east west northern southern eastern western central northeast northwest southeast southwest northeastern northwestern "
    "southeastern southwestern north-east north-west south-east south-west north-eastern north-western south-eastern south-western upper "
    "lower inner outer downtown midtown metro metropolitan greater mainland old new nearby far rural urban".split()
)
_KIND = frozenset(
    "city town village state province region district county parish borough governorate prefecture department oblast republic municipality "
    "counties townships provinces districts regions canton voivodeship division territory capital area metro suburb township kingdom "
    "emirate island islands peninsula coast border airport international port base camp high fire police park club".split()
)
_OF = re.compile(
    r"^(?:city|town|village|state|province|region|district|county|municipality|republic|island|university|port|gulf coast) of (?:the )?",
    re.I,
)
_BEHIND = re.compile(r"\s?,\s+|\s+\((?=[A-Z])")
_WORDS = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]\.[A-Z][a-z]+\.|[^\W\d_][\w’'‘-]*\.?(?=[\s,.;:)—–?!]|$)")
_CODE = re.compile(r"[A-Z]{1,3}")
_USES = {"name": PLAIN, "adjective": OTHER, "people": OTHER}
_PEOPLES = ("adjective", "people")
_CAPITALS = re.compile(r"(?:[A-Z]\.){2,}(?!\w)|[A-Z][\w’'-]+\.?(?: (?:and |of |del? )?[A-Z][\w’'-]+\.?){0,2}")
_OWNER = re.compile(r"['’]s?$")
_LISTED = re.compile(r"\s+(?:and|or)\b")
_LONGEST = 4
_HOLDING = ("state", "division", "district")


def senses(form: str, knowledge: Knowledge) -> tuple[Site, ...]:
    """The places that a form can mean: those of the whole name or, failing these, of the part that names."""
    for part in (form, *_parts(form)):
        if found := sites(part, knowledge):
            ranked = sorted(found, key=lambda site: (-(site.name_rank == PLAIN), -site.people, site.row))[:MOST]
            return _crowned(ranked, {name.iso3 for name in knowledge.lexicon.name(part) if name.use == "capital"})
    return ()


def _crowned(found: Sequence[Site], states: Set[str]) -> tuple[Site, ...]:
    """The places, of the towns in each of `states` the most peopled marked as its capital."""
    towns = [site for site in found if site.kind == "town" and site.state in states]
    largest = {site.state: site.row for site in sorted(towns, key=lambda site: (site.people, -site.row))}
    return tuple(replace(site, capital=largest.get(site.state) == site.row) for site in found)


def sites(form: str, knowledge: Knowledge) -> tuple[Site, ...]:
    """The places of exactly that name: states by all their names, all others as the gazetteer has them."""
    named = {name.iso3: name.use for name in reversed(knowledge.lexicon.name(form)) if name.use in _USES}
    states = [(knowledge.gazetteer.state(iso3), _USES[use]) for iso3, use in named.items()]
    others = (
        site for site in knowledge.gazetteer.named(form) if site.kind != "state" and not (_CODE.fullmatch(form) and site.name_rank != KNOWN)
    )
    return (*(replace(state, name_rank=rank) for state, rank in states if state), *others)


def renowned(found: tuple[Site, ...]) -> tuple[Site, ...]:
    """The region, water or height of that name that news names, where all else of the name is small: `the Middle East` is no quarter."""
    kept = tuple(site for site in found if site.kind in _KEPT and site.name_rank == PLAIN)
    rivals = [site for site in found if site.kind not in _KEPT]
    small = all(site.kind in ("town", "district") and site.people < _RIVAL for site in rivals)
    return kept if kept and small else found


def _parts(form: str) -> Iterator[str]:
    """The name with ever fewer words that say of what kind it is, or which part of it is meant."""
    words = _OF.sub("", form).split()
    if len(words) == 1 and "-" in form:
        yield form.split("-")[0]
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
    """What the words right behind a toponym that ends at `end` can mean, after a comma or in brackets: divisions, districts and states.

    A state that "and" follows is no address but the next of a list: "Paris, Russia and Iran".
    """
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
        listed = bool(_LISTED.match(text, stop))
        if outer := tuple(site for site in found if site.kind in _HOLDING and not (listed and site.kind == "state")):
            return outer
    return ()


def outers(text: str, knowledge: Knowledge) -> Iterator[tuple[int, str, tuple[Site, ...]]]:
    """Where the text names divisions of the first order, with their key and the divisions and states of that name; longest forms first."""
    known: dict[str, tuple[Site, ...]] = {}
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


def _outer(form: str, knowledge: Knowledge) -> tuple[Site, ...]:
    if any(name.use in _PEOPLES for name in knowledge.lexicon.name(form)):
        return tuple(site for site in sites(form, knowledge) if site.kind == "state")
    named = knowledge.gazetteer.named(form)
    if not any(site.kind == "division" and site.name_rank != OTHER and site.people >= _PEOPLED for site in named):
        return ()
    return tuple(site for site in sites(form, knowledge) if site.kind in ("state", "division"))
