"""What people decided, as training data in the shape of the desk sets.

A line an article of which anything was decided. Its lists hold what was accepted or corrected, with the actors named there; `rejected`
holds what is wrong, in the same shape. Of all else in the article nothing is said: it is neither right nor wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dragoman.record.opening import Store
from dragoman.record.viewing import View, views
from dragoman.values import Position

ARTICLE = ("id", "title", "date", "outlet", "url", "text", "language")
SHAPES: Mapping[str, tuple[str, ...]] = {
    "actors": ("id", "name", "kind", "state", "sector", "role"),
    "statements": ("id", "source", "co_sources", "cue", "content", "manner", "act", "addressees", "via", "within", "date"),
    "events": ("id", "type", "mode", "trigger", "actors", "recipients", "date", "place", "status", "reported_in"),
    "votes": ("id", "body", "subject", "resolution", "voters", "choice", "others", "date", "evidence"),
    "ties": ("subject", "relation", "object", "evidence"),
}
"""The keys of the desk sets, list by list."""

NAMING = ("actor", "source", "co_sources", "addressees", "via", "actors", "recipients", "voters", "subject", "object")
"""The keys that name actors."""

WITHIN = ("within", "reported_in")
"""The keys that name another entry, null where nothing was decided of that one."""


def lines(store: Store) -> Iterator[dict[str, Any]]:
    """A JSON-ready line for each article that is shown and of which something was decided, in the order of their keys."""
    for view in views(store):
        if view.judgements:
            line = _line(view)
            if any(line[name] for name in (*SHAPES, "positions")) or any(line["rejected"].values()):
                yield line


def _line(view: View) -> dict[str, Any]:
    verdicts = {entry.local: view.verdicts.get(entry.id) for entry in view.entries}
    right = {local for local, verdict in verdicts.items() if verdict in ("accepted", "corrected")}
    wrong = {local for local, verdict in verdicts.items() if verdict == "rejected"}
    article = view.whole.article.to_dict()
    line: dict[str, Any] = {"article": {name: article[name] for name in ARTICLE} | {"licence": None}}
    line |= {name: _shaped(view, name, right, right) for name in SHAPES}
    line["positions"] = [_position(view, one) for number, one in enumerate(view.whole.positions, 1) if f"p{number}" in right]
    line["rejected"] = {name: _shaped(view, name, wrong, right | wrong) for name in SHAPES if name != "actors"}
    line["actors"] = _actors(view, line, right)
    return line


def _shaped(view: View, name: str, chosen: set[str], known: set[str]) -> list[dict[str, Any]]:
    """The chosen entries of a list with the keys of the desk sets; another entry is named only where it is known."""
    found = []
    for value in getattr(view.whole, name):
        if value.id in chosen:
            told = value.to_dict()
            told["resolution"] = told.get("roll_call")
            found.append({key: None if key in WITHIN and told[key] not in known else told[key] for key in SHAPES[name]})
    return found


def _position(view: View, position: Position) -> dict[str, Any]:
    """A position with the keys of the desk sets, whose targets are names."""
    names = {one.id: one.name for one in view.whole.actors} | {one.id: one.name for one in view.whole.matters}
    return {**position.to_dict(), "target": names.get(position.target, position.target)}


def _actors(view: View, line: dict[str, Any], right: set[str]) -> list[dict[str, Any]]:
    """The actors that were decided on, and those that any entry of the line names."""
    lists = [line["positions"], *(line[name] for name in SHAPES if name != "actors"), *line["rejected"].values()]
    named = {part for entries in lists for entry in entries for key in NAMING for part in _parts(entry.get(key))}
    return _shaped(view, "actors", named | {local for local in right if local in {actor.id for actor in view.whole.actors}}, set())


def _parts(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value] if value else []
