"""Readings made from gold by perturbing it: a fake reader, so that the scorers are tested without a model."""

from __future__ import annotations

import copy
import random
from typing import Any

Gold = dict[str, Any]


def shift(span: Gold | None, text: str, dice: random.Random) -> None:
    """Moves the edges of a span by up to twelve characters."""
    if span:
        start = min(max(0, span["start"] + dice.randint(-12, 12)), len(text) - 1)
        end = min(len(text), max(start + 1, span["end"] + dice.randint(-12, 12)))
        span.update(start=start, end=end, text=text[start:end])


def some(items: list[Gold], dice: random.Random) -> list[Gold]:
    """Three quarters of the items, and copies of a few."""
    kept = [item for item in items if dice.random() < 0.75]
    return kept + [copy.deepcopy(item) | {"id": f"x{number}"} for number, item in enumerate(kept) if dice.random() < 0.1]


def perturbed(gold: Gold, seed: int) -> Gold:
    """Gold with entries dropped and doubled, spans shifted, sources and parties swapped, qualities changed, and the text re-spaced."""
    dice = random.Random(f"{seed} {gold['article']['id']}")
    record = copy.deepcopy(gold)
    text, names = record["article"]["text"], [actor["id"] for actor in record["actors"]] or [None]
    for kind in ("statements", "events", "votes", "ties"):
        record[kind] = some(record[kind], dice)
    for item in record["statements"]:
        shift(item["cue"] if dice.random() < 0.5 else None, text, dice)
        for part in item["content"]:
            shift(part if dice.random() < 0.5 else None, text, dice)
        if dice.random() < 0.3:
            item.update(source=dice.choice([*names, None]), act=dice.choice(["assert", "deny"]), within=None, cue=None, date="2020")
        item.setdefault("source_span", item["cue"])
        item["confidence"] = dice.random()
    for item in record["events"]:
        shift(item["trigger"] if dice.random() < 0.5 else None, text, dice)
        if dice.random() < 0.3:
            item.update(type=dice.choice(["AGREE", "CONSULT", "ASSAULT"]), recipients=[dice.choice(names)], status="planned")
        if dice.random() < 0.2:
            item.update(actors=item["recipients"], recipients=item["actors"])
        item["confidence"] = dice.random()
    for item in record["votes"]:
        item.update(others=dice.choice([item["others"], 3]), voters=item["voters"][: dice.randint(0, 4)])
    for actor in record["actors"]:
        if dice.random() < 0.2:
            actor.update(name=actor["name"].split()[0], state=dice.choice([actor["state"], None]))
    return respaced(record) if dice.random() < 0.5 else record


def respaced(record: Gold) -> Gold:
    """The record on a text of which the first sentence is cut and in which other spaces stand, so that spans must be aligned."""
    text = record["article"]["text"]
    cut = text.find(". ") + 2 if ". " in text[:200] else 0
    prefix = "Advertisement. "
    for item in spans_of(record):
        item.update(start=max(0, item["start"] - cut) + len(prefix), end=max(1, item["end"] - cut) + len(prefix))
    record["article"]["text"] = prefix + text[cut:].replace(" ", "\u00a0")
    return record


def spans_of(value: Any) -> list[Gold]:
    """Every span in a record, each object once."""
    found: dict[int, Gold] = {}

    def walk(node: Any) -> None:
        if isinstance(node, dict):
            if {"start", "end", "text"} == set(node):
                found[id(node)] = node
            for child in node.values():
                walk(child)
        elif isinstance(node, list):
            for child in node:
                walk(child)

    walk(value)
    return list(found.values())


def polnear_reading(document: Gold, seed: int) -> Gold:
    """A reading made from PolNeAR's gold: spans shifted, some dropped, some nested, some without source or cue."""
    dice = random.Random(f"{seed} {document['id']}")
    text = document["text"]

    def span(pieces: list[list[int]] | None) -> Gold | None:
        return {"start": pieces[0][0], "end": pieces[-1][1], "text": text[pieces[0][0] : pieces[-1][1]]} if pieces else None

    statements = []
    for number, one in enumerate(document["annotations"][0]["attributions"]):
        content = [{"start": start, "end": end, "text": text[start:end]} for start, end in one["content"]]
        item = {"id": f"s{number}", "source_span": span(one.get("source")), "cue": span(one.get("cue")), "content": content, "within": None}
        for place in (item["source_span"], item["cue"], *content):
            shift(place if dice.random() < 0.3 else None, text, dice)
        if dice.random() < 0.1:
            item.update(dice.choice([{"source_span": None}, {"cue": None}, {"within": "s0"}]))
        statements.append(item)
    record = {"article": {"id": document["id"], "text": text}, "actors": [], "statements": some(statements, dice)}
    return respaced(record) if dice.random() < 0.5 else record
