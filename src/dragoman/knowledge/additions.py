"""A user's own facts: `--knowledge FILE`, a YAML file whose rows are added to the shipped ones or put in their place."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.errors import KnowledgeError
from dragoman.knowledge.facts import Body, Holding, Membership, Name, Person, Territory, Title
from dragoman.knowledge.names import key

DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
SECTIONS: dict[str, set[str]] = {
    "territories": {"iso3", "name"}, "names": {"iso3", "form"}, "bodies": {"id", "name", "kind"}, "memberships": {"body", "iso3"},
    "titles": {"title", "sector"}, "holders": {"name", "place", "office"}, "persons": {"name", "state"},
}  # fmt: skip
OPTIONAL = {
    "territories": {"kind", "cow", "since", "until"},
    "names": {"use", "stands_for"},
    "bodies": {"forms", "acronym", "state", "sector", "wikidata", "since", "until", "actor"},
    "memberships": {"status", "since", "until", "last_seen"},
    "titles": {"office", "state"},
    "holders": {"title", "since", "until", "last_seen", "names", "wikidata"},
    "persons": {"names", "sector", "wikidata"},
}


@dataclass(frozen=True)
class Additions:
    """The checked rows of the file by section, and its digest."""

    rows: dict[str, list[dict[str, Any]]]
    digest: str

    @classmethod
    def read(cls, file: Path) -> Additions:
        """The additions in `file`. Raises KnowledgeError, naming the row, where a key is unknown or missing or a date is none."""
        import yaml  # a user's file is rare: no start-up time for it

        try:
            content = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader) or {}
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
            raise KnowledgeError(f"{file}: cannot be read as YAML ({' '.join(str(error).split())})") from error
        if not isinstance(content, dict):
            raise KnowledgeError(f"{file}: is a {type(content).__name__}, not a mapping; its keys are {', '.join(SECTIONS)}")
        for section, rows in content.items():
            _checked(file, section, rows)
        return cls(content, hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest())

    def applied(self, facts: dict[str, Any]) -> dict[str, Any]:
        """The facts with the rows added; a row with the identity of a given one takes its place."""
        new = {section: [_row(section, row) for row in rows] for section, rows in self.rows.items()}
        result = dict(facts)
        for section in ("territories", "names", "bodies", "memberships", "titles"):
            result[section] = _replaced(facts[section], new.get(section, []), section)
        bodies = {row.id for row in result["bodies"]} - {row.iso3 for row in result["territories"]}
        persons = [*(_person(row) for row in self.rows.get("persons", [])), *(_holder(row, bodies) for row in self.rows.get("holders", []))]
        result["persons"] = _merged(facts["persons"], persons)
        result["holdings"] = _held(facts["holdings"], [_holding(row, result["persons"]) for row in self.rows.get("holders", [])])
        return result


def _checked(file: Path, section: str, rows: Any) -> None:
    if section not in SECTIONS:
        raise KnowledgeError(f"{file}: no section {section!r}; the sections are {', '.join(SECTIONS)}")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise KnowledgeError(f"{file}: {section} is not a list of mappings")
    needed, allowed = SECTIONS[section], SECTIONS[section] | OPTIONAL[section]
    for number, row in enumerate(rows, 1):
        where = f"{file}: {section}, row {number} ({row.get('name') or row.get('form') or row.get('title') or '?'})"
        if missing := needed - row.keys():
            raise KnowledgeError(f"{where}: lacks {', '.join(sorted(missing))}")
        if unknown := row.keys() - allowed:
            raise KnowledgeError(f"{where}: does not know {', '.join(sorted(unknown))}; allowed are {', '.join(sorted(allowed))}")
        for name in ("since", "until", "last_seen"):
            if row.get(name) and not DATE.fullmatch(row[name]):
                raise KnowledgeError(f"{where}: {name} {row[name]!r} is no date; write 2022, 2022-03 or 2022-03-07")
        if row.get("since") and row.get("until") and row["since"] > row["until"]:
            raise KnowledgeError(f"{where}: ends ({row['until']}) before it begins ({row['since']})")


def _row(section: str, row: dict[str, Any]) -> Any:
    get = row.get
    if section == "territories":
        cow = int(row["cow"]) if get("cow") else None
        return Territory(row["iso3"], row["name"], get("kind", "state"), cow, get("since"), get("until"), "user")
    if section == "names":
        return Name(row["form"], row["iso3"], get("use", "name"), get("stands_for"), "user")
    if section == "bodies":
        actor = get("actor") or {"outlet": "media", "group": "group", "organisation": "organisation", "party": "organisation"}.get(
            row["kind"], "igo"
        )
        own = {"actor": actor, "forms": tuple(get("forms", ())), "source": "user", "keys": ()}
        values = {name: get(name) for name in Body._fields} | own
        return Body(**values)
    if section == "memberships":
        return Membership(row["body"], row["iso3"], get("status", "member"), get("since"), get("until"), _seen(row), "user")
    return Title(row["title"], get("office"), row["sector"], get("state"), "user") if section == "titles" else row


def _seen(row: dict[str, Any]) -> str:
    return str(row.get("last_seen") or row.get("until") or row.get("since") or "9999")


_IDENTITY: dict[str, Callable[[Any], Any]] = {
    "territories": lambda row: row.iso3,
    "names": lambda row: key(row.form),
    "bodies": lambda row: row.id,
    "memberships": lambda row: (row.body, row.iso3),
    "titles": lambda row: key(row.title).lower(),
}


def _replaced(old: tuple[Any, ...], new: list[Any], section: str) -> tuple[Any, ...]:
    identity = _IDENTITY[section]
    taken = {identity(row) for row in new}
    return tuple(row for row in old if identity(row) not in taken) + tuple(new)


def _place(row: dict[str, Any]) -> str:
    return str(row.get("place") or row.get("state"))


def _person(row: dict[str, Any]) -> Person:
    names = (row["name"], *row.get("names", ()))
    identifier = f"{_place(row)}/{key(row['name']).lower().replace(' ', '-')}"
    return Person(identifier, row["name"], _place(row), None, row.get("sector"), row.get("wikidata"), names, "user")


def _holder(row: dict[str, Any], bodies: set[str]) -> Person:
    person = _person(row)
    return person._replace(state=None, body=_place(row)) if _place(row) in bodies else person


def _merged(old: tuple[Person, ...], new: list[Person]) -> tuple[Person, ...]:
    by_id = {person.id: person for person in old}
    for person in new:
        known = by_id.get(person.id)
        names = tuple(dict.fromkeys((*person.names, *known.names))) if known else person.names
        by_id[person.id] = person._replace(names=names, wikidata=person.wikidata or (known.wikidata if known else None))
    return tuple(by_id.values())


def _holding(row: dict[str, Any], persons: tuple[Person, ...]) -> Holding:
    identifier = _person(row).id
    known = next(person.id for person in persons if person.id == identifier)
    seen = None if row.get("until") else row.get("last_seen") or row.get("since")
    return Holding(known, _place(row), row["office"], row.get("title"), row.get("since"), row.get("until"), None, seen, "user")


def _held(old: tuple[Holding, ...], new: list[Holding]) -> tuple[Holding, ...]:
    """The user's rows with the given ones of the same office cut back: given holders of other persons end where the user's begin."""
    taken = {(row.person, row.place, row.office) for row in new}
    starts = {(row.place, row.office): row.since for row in new if row.since}
    result = []
    for row in old:
        start = starts.get((row.place, row.office))
        if (row.person, row.place, row.office) in taken and (not row.until or not start or row.until > start):
            continue
        open_end = start and not row.until and (row.since or row.first_seen or "") < start < (row.last_seen or "")
        result.append(row._replace(until=start, last_seen=None) if open_end else row)
    return tuple(result) + tuple(new)
