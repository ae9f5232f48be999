"""Who deals with whom, as GraphML: actors are nodes, and each statement, event and tie is an edge from the one who acts to the other.

A state is one node over all articles, and so is what has a Wikidata id; any other actor is a node of its own article, since a name alone
does not say that two are one. Votes are edges to the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any
from xml.sax.saxutils import escape, quoteattr

from dragoman.formats.filling import Filling
from dragoman.record import View
from dragoman.values import Actor, Event, Statement, Tie, Vote

FILE = "actors.graphml"
NODE = {"label": "string", "kind": "string", "state": "string", "sector": "string", "wikidata": "string"}
EDGE = {
    "entry": "string",
    "kind": "string",
    "type": "string",
    "status": "string",
    "date": "string",
    "until": "string",
    "confidence": "double",
    "article": "string",
    "outlet": "string",
    "words": "string",
}
UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(views: Iterable[View], out: Path) -> Filling:
    """Write `actors.graphml`."""
    filling = Filling()
    nodes: dict[str, dict[str, Any]] = {}
    edges: list[tuple[str, str, dict[str, Any]]] = []
    for view in views:
        for node, attributes in _nodes(view):
            known = nodes.setdefault(node, attributes)
            known.update({key: value for key, value in attributes.items() if known[key] is None})
        edges += _edges(view)
    used = {end for edge in edges for end in edge[:2]}
    with (out / FILE).open("w", encoding="utf-8", newline="\n") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
        for owner, keys in (("node", NODE), ("edge", EDGE)):
            for name, kind in keys.items():
                file.write(f'<key id="{owner}_{name}" for="{owner}" attr.name="{name}" attr.type="{kind}"/>\n')
        file.write('<graph edgedefault="directed">\n')
        for node in sorted(used):
            filling.count("nodes", nodes[node])
            _element(file, f"<node id={quoteattr(node)}>", ("node", nodes[node]), "</node>")
        for number, (source, target, attributes) in enumerate(edges):
            filling.count("edges", attributes)
            opening = f'<edge id="{number}" source={quoteattr(source)} target={quoteattr(target)}>'
            _element(file, opening, ("edge", attributes), "</edge>")
        file.write("</graph>\n</graphml>\n")
    return filling


def node_of(actor: Actor, entry: str) -> str:
    """The node of an actor: its state where it is one, its Wikidata id, or its own entry."""
    if actor.kind == "state" and actor.state:
        return f"state:{actor.state}"
    return f"wikidata:{actor.wikidata}" if actor.wikidata else entry


def _nodes(view: View) -> Iterator[tuple[str, dict[str, Any]]]:
    for entry, value in view.shown:
        if isinstance(value, Actor):
            told = {"label": value.name, "kind": value.kind, "state": value.state, "sector": value.sector, "wikidata": value.wikidata}
            yield node_of(value, entry.id), told
        if isinstance(value, Vote):
            yield f"body:{value.body}", {"label": value.body, "kind": "body", "state": None, "sector": None, "wikidata": None}


def _edges(view: View) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """An edge for each pair of one who acts and one who is concerned, in the order of the entries."""
    nodes = {entry.local: node_of(value, entry.id) for entry, value in view.shown if isinstance(value, Actor)}
    for entry, value in view.shown:
        ends = _ends(value, nodes)
        if ends is None:
            continue
        attributes = {
            "entry": entry.id,
            "kind": entry.kind,
            "type": getattr(value, "type", None)
            or getattr(value, "act", None)
            or getattr(value, "choice", None)
            or getattr(value, "relation", None),
            "status": getattr(value, "status", None),
            "date": getattr(value, "date", None),
            "until": getattr(value, "until", None),
            "confidence": value.confidence,
            "article": view.key,
            "outlet": view.record.article.outlet,
            "words": entry.words,
        }
        for source in ends[0]:
            for target in ends[1]:
                yield source, target, attributes


def _ends(value: Any, nodes: dict[str, str]) -> tuple[list[str], list[str]] | None:
    match value:
        case Statement():
            pair = ((value.source, *value.co_sources), (*value.addressees, *value.about))
        case Event():
            pair = (value.actors, value.recipients)
            if not value.recipients and len(value.actors) > 1:  # what parties do together leads from the first to the others
                pair = (value.actors[:1], value.actors[1:])
        case Vote():
            return [nodes[one] for one in value.voters if one in nodes], [f"body:{value.body}"]
        case Tie():
            pair = ((value.subject,), (value.object,))
        case _:
            return None
    first, second = ([nodes[one] for one in dict.fromkeys(side) if one in nodes] for side in pair)
    return first, second


def _element(file: IO[str], opening: str, data: tuple[str, dict[str, Any]], closing: str) -> None:
    owner, attributes = data
    inner = "".join(
        f'<data key="{owner}_{name}">{escape(UNPRINTABLE.sub("�", str(value)))}</data>'
        for name, value in attributes.items()
        if value is not None
    )
    file.write(f"{UNPRINTABLE.sub('�', opening)}{inner}{closing}\n")
