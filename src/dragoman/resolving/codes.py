"""What the ontology makes of an event: a mode that its type has, contexts in one order, and its CAMEO code."""

from __future__ import annotations

from dataclasses import replace

from dragoman.knowledge.ontology import Ontology
from dragoman.values import Event, Record

IMPLIED = {("COERCE", "cyber"): "cyber", ("COERCE", "misinformation"): "misinformation"}
"""Contexts that the manual adds to a mode by itself."""


def coded(record: Record, ontology: Ontology) -> Record:
    """The record with the mode, contexts and CAMEO code of every event. Coding again gives the same record.

    Raises KnowledgeError where an event's type is none of PLOVER's.
    """
    return replace(record, events=tuple(code(event, ontology) for event in record.events))


def code(event: Event, ontology: Ontology) -> Event:
    """The event with its code. A mode that its type does not have becomes None, a context that the manual does not have is left out."""
    mode = event.mode if ontology.has_mode(event.type, event.mode) else None
    given = {*event.contexts, IMPLIED.get((event.type, mode or ""))}
    contexts = tuple(context for context in ontology.contexts if context in given)
    return replace(event, mode=mode, contexts=contexts, cameo=ontology.cameo(event.type, mode, contexts, event.status, event.trigger.text))


def goldstein(event: Event, ontology: Ontology) -> float | None:
    """The Goldstein score of the event's CAMEO code, -10 to 10; None without a code."""
    return ontology.goldstein(event.cameo) if event.cameo else None


def score(event: Event, ontology: Ontology) -> float:
    """The PLOVER score of the event's type and mode, -10 to 10, whatever its status."""
    return ontology.score(event.type, event.mode)
