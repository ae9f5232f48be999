"""Titles of offices and the words for what people do, with their sectors."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.knowledge.build.inputs import Inputs
from dragoman.knowledge.facts import Title
from dragoman.knowledge.names import key

AGENT_CODES = {
    "GOV": "GOV", "MIL": "MIL", "LEG": "LEG", "JUD": "JUD", "COP": "COP", "SPY": "SPY", "REB": "REB", "UAF": "UAF", "PRM": "UAF",
    "OPP": "OPP", "REL": "REL", "EDU": "EDU", "BUS": "BUS", "LAB": "LAB", "NGO": "NGO", "SOC": "NGO", "IGO": "IGO", "JRN": "MED",
    "CVL": "CVL", "REF": "CVL", "AGR": "CVL", "MED": "CVL", "CRM": "CVL",
}  # fmt: skip
"""The agent file's codes as PLOVER sectors. Its MED is medical people, its JRN journalists; a spokesman there is JRN, which is not kept."""
NOT_ROLES = re.compile(
    r"SPOKES|MEMBER|^VIP$|TACTICAL|AIRCRAFT|FIGHTER$|JET|DRONE|WAR_VESSEL|WEBSITE|MONDAY|PRISON$|BARRACKS|^CITY$|^INFANT$"
)


def titles(inputs: Inputs) -> list[Title]:
    """One row for each form of words: the kept ones first, then the agent dictionary's."""
    found: dict[str, Title] = {}
    for row in (*_offices(inputs), *_others(inputs), *_agents(inputs)):
        found.setdefault(key(row.title).lower(), row)
    return list(found.values())


def _offices(inputs: Inputs) -> Iterator[Title]:
    for office, row in inputs.kept["offices"]["rows"].items():
        for title in row["titles"]:
            form, state = (title["title"], title["state"]) if isinstance(title, dict) else (title, None)
            yield Title(form, office, row["sector"], state, "kept")


def _others(inputs: Inputs) -> Iterator[Title]:
    kept = inputs.kept["offices"]
    states = {key(form).lower(): state for state, forms in kept["default_state"].items() for form in forms}
    for sector, forms in kept["other"].items():
        yield from (Title(form, None, sector, states.get(key(form).lower()), "kept") for form in forms)
    yield from (Title(form, None, None, None, "kept") for form in kept["generic"])
    for state, forms in kept["default_state"].items():
        yield from (Title(form, None, "LEG" if re.search("Sen|Rep|ongress|MP|TD|House", form) else "GOV", state, "kept") for form in forms)


def _agents(inputs: Inputs) -> Iterator[Title]:
    text = (inputs.data / "actors/PLOVER_agents.txt").read_text(encoding="utf-8", errors="replace")
    sets = {"!MINIST!": ("MINISTER", "MINISTERS", "MINISTRY", "MINISTRIES"), "!PERSON!": ("MAN", "MEN", "WOMAN", "WOMEN", "PERSON")}
    for line in text.splitlines():
        match = re.match(r"([A-Z!][^\[{#]*?)[ _]*(?:\{[^}]*\})?\s*\[~([A-Z]+)\]", line)
        sector = _sector(match.group(2)) if match else None
        if match and sector and not NOT_ROLES.search(match.group(1)):
            for form in _expanded(match.group(1), sets):
                yield Title(form.replace("_", " ").strip().lower(), None, sector, None, "plover-agents")


def _sector(code: str) -> str | None:
    if code.startswith(("CVLOPP", "PTYOPP", "UNKOPP", "SOCOPP")):
        return "OPP"
    return "REB" if code in ("RELREB", "RELUAF") else AGENT_CODES.get(code[:3])


def _expanded(form: str, sets: dict[str, tuple[str, ...]]) -> list[str]:
    for mark, words in sets.items():
        if mark in form:
            return [form.replace(mark, word) for word in words]
    plural = [] if form.endswith("S") or " OF " in form.replace("_", " ") else [form + "S"]
    return [form, *plural]
