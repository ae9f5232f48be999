"""Codes in words, where people read: states by name, sectors, kinds of actors, types of deeds, sources of roll calls, reasons of checks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.formats import dates
from dragoman.knowledge.states import state_names
from dragoman.values import Actor, Event, Vote

SECTORS = {
    "GOV": "government",
    "MIL": "military",
    "LEG": "legislature",
    "JUD": "judiciary",
    "SPY": "intelligence",
    "COP": "police",
    "OPP": "opposition",
    "REB": "rebels",
    "UAF": "armed group",
    "IGO": "international body",
    "NGO": "non-governmental organisation",
    "MED": "media",
    "BUS": "business",
    "CVL": "civil society",
    "LAB": "labour",
    "EDU": "education",
    "REL": "religion",
}
"""PLOVER's sectors in words; one that is not here keeps its code."""

DEEDS = {
    "AGREE": "agreement or promise",
    "CONSULT": "meeting, visit or call",
    "SUPPORT": "backing or praise",
    "CONCEDE": "concession",
    "COOPERATE": "work together",
    "AID": "aid",
    "RETREAT": "withdrawal, release or truce",
    "REQUEST": "request or demand",
    "ACCUSE": "accusation or criticism",
    "REJECT": "refusal",
    "THREATEN": "threat",
    "PROTEST": "protest",
    "SANCTION": "sanction or break of relations",
    "MOBILIZE": "forces made ready",
    "COERCE": "arrest, seizure or repression",
    "ASSAULT": "violence",
}
"""PLOVER's types in words; one that is not here has none."""

STATUSES = {
    "actual": "happened or is under way",
    "planned": "planned or expected",
    "possible": "asked for, feared or on a condition",
    "denied": "said not to have happened",
}
"""Whether a deed or vote took place, in words; a status that is not here keeps its own."""

KINDS = {"igo": "international body"}
BODIES = {"UNGA": "UN General Assembly", "UNSC": "UN Security Council", "HRC": "UN Human Rights Council"}
"""Bodies of which the record has the acronym, in words."""

SOURCES = {
    "voeten": "recorded votes of the Assembly, Voeten and others",
    "council drafts": "voting records of drafts in the Security Council",
    "vetoes": "vetoes in the Security Council; other votes are not recorded by name",
    "compiled": "put together from published tallies and lists",
}
"""Where the roll calls of the archive come from (docs/votes.md)."""

STATED = ("state", "country")
"""Fields that hold the code of a state."""

BLANKS = str.maketrans("-_", "  ")
CODE = re.compile(r"\b[A-Z]{3}\b")
DAY = re.compile(r"(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])", re.ASCII)


def state(code: str | None) -> str:
    """The state's English name; the code where no name is known, nothing for none."""
    return state_names().get(code or "", code or "")


def sector(code: str | None) -> str:
    """The sector in words."""
    return SECTORS.get(code or "", code or "")


def options(field: str, held: Iterable[str] = ()) -> tuple[tuple[str, str], ...]:
    """What a form offers for a field of codes, a code with "name (code)", by name; nothing for any other field.

    A code that the field holds already is offered whether it has a name or not.
    """
    known = state_names() if field in STATED else SECTORS if field == "sector" else {}
    codes = {one: one for one in held} | {code: f"{name} ({code})" for code, name in known.items()} if known else {}
    return tuple(sorted(codes.items(), key=lambda one: one[1].casefold()))


def described(actor: Actor) -> str:
    """What an actor is, in a line: office, kind, sector, state, each once."""
    kind = "" if actor.role and actor.kind == "person" else KINDS.get(actor.kind or "", actor.kind or "")
    about = "" if actor.kind == "state" else sector(actor.sector)
    home = state(actor.state)
    parts = (actor.role, kind, about, "" if home == actor.name else home)
    return ", ".join(dict.fromkeys(filter(None, parts)))


def reason(vote: Vote) -> str:
    """Why the check of a vote came out as it did: the states that it has by code by name, days in words."""
    if vote.check is None:
        return ""
    voters = vote.check.by_voter
    return days(CODE.sub(lambda found: state(found[0]) if found[0] in voters else found[0], vote.check.reason))


def days(text: str) -> str:
    """A text with its ISO days in words."""
    return DAY.sub(lambda found: dates.words(found[0]), text)


def coded(*codes: str | None) -> str:
    """Modes and contexts of PLOVER in words: "heavy weapons, human rights"."""
    return ", ".join(filter(None, codes)).translate(BLANKS)


def status(code: str) -> str:
    """The status of a deed or vote in words."""
    return STATUSES.get(code, code)


def place(event: Event) -> str:
    """Where it happened, with the country where the place was found: "Moscow (Russia)"."""
    found, country = event.place or "", state(event.location.country) if event.location else ""
    return found if country in ("", found) else f"{found} ({country})".strip()
