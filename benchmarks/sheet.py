"""Sheets for judging by hand: entries drawn from a record with the words around them, and the marks counted."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dragoman import record
from dragoman.analysis import merging
from dragoman.analysis.agreement import wilson
from dragoman.record.identity import Entry
from dragoman.record.viewing import history
from dragoman.values import Actor, Matter, Record

QUESTIONS = {
    "actor": ("one", "state"),
    "matter": ("right",),
    "statement": ("attributed", "source", "content", "act"),
    "event": ("event", "type", "actors", "recipients", "date", "status"),
    "vote": ("vote", "voters", "choice"),
    "tie": ("right",),
    "position": ("right",),
    "time": ("right",),
    "place": ("right",),
}
"""What is asked of an entry of each kind; an event's or a statement's first question is whether there is one at all."""

AROUND = 260
"""Characters of the article on either side of an entry's first words."""

MENTIONS = 8
"""Mentions of an actor that are shown at most."""

Line = dict[str, Any]


def sheet(path: Path, each: int, seed: int) -> list[Line]:
    """`each` entries of each kind, or all where there are fewer, in the order of kinds; every mark is null."""
    with record.open(path) as store:
        drawn = [(view.record, entry) for view in record.views(store) for entry, _ in view.shown]
    chance = random.Random(seed)
    found = []
    for kind in QUESTIONS:
        there = sorted((one for one in drawn if one[1].kind == kind), key=lambda one: one[1].id)
        found += [_line(whole, entry) for whole, entry in chance.sample(there, min(each, len(there)))]
    return found


def merged(path: Path, each: int, seed: int) -> list[Line]:
    """`each` acts that several articles report, as the record merges them, or all where there are fewer; with the words of every report."""
    with record.open(path) as store:
        acts = merging.several(merging.merged(record.records(store), history(store)))
    return [_act(act) for act in random.Random(seed).sample(acts, min(each, len(acts)))]


def counted(lines: Iterable[Line]) -> list[tuple[str, str, int, int, float | None, float | None]]:
    """Kind, question, how many are right, how many were judged, and the 95 % Wilson interval; a mark of null is not counted."""
    right: Counter[tuple[str, str]] = Counter()
    judged: Counter[tuple[str, str]] = Counter()
    for line in lines:
        for question, mark in line["marks"].items():
            if mark is not None:
                judged[line["kind"], question] += 1
                right[line["kind"], question] += bool(mark)
    return [(*key, right[key], number, *wilson(right[key], number)) for key, number in judged.items()]


def _line(whole: Record, entry: Entry) -> Line:
    text, article = whole.article.text, whole.article
    start = entry.span.start if entry.span else 0
    end = entry.span.end if entry.span else 0
    said = {name: part for name, part in entry.said.items() if part not in (None, [], "")}
    line: Line = {"kind": entry.kind, "entry": entry.id, "article": article.id, "date": article.date, "title": article.title, "says": said}
    if isinstance(entry.value, Actor | Matter):
        line["mentions"] = [_around(text, one.start, one.end, 60) for one in entry.value.mentions[:MENTIONS]]
    elif entry.span:
        line["around"] = _around(text, start, end, AROUND)
    return {**line, "marks": dict.fromkeys(QUESTIONS[entry.kind])}


def _act(act: merging.Cluster) -> Line:
    told = [
        {"article": one.article, "published": one.published, "who": [who.name for who in one.who], "words": one.text} for one in act.reports
    ]
    return {"kind": f"merged {act.kind}", "entry": act.name, "reports": told, "marks": {"right": None}}


def _around(text: str, start: int, end: int, reach: int) -> str:
    """The words with what stands around them, themselves in ⟦ ⟧."""
    before, after = text[max(0, start - reach) : start], text[end : end + reach]
    return " ".join(f"{before}⟦{text[start:end]}⟧{after}".split())
