"""The four quad classes of PLOVER and the types in each (PLOVER manual, table of event types)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quad:
    """A quad class: its key, its name and a mark that tells it from the others without colour."""

    key: str
    name: str
    mark: str
    types: tuple[str, ...]


QUADS = (
    Quad("verbal-cooperation", "verbal cooperation", "○", ("AGREE", "CONSULT", "SUPPORT", "CONCEDE")),
    Quad("material-cooperation", "material cooperation", "●", ("COOPERATE", "AID", "RETREAT")),
    Quad("verbal-conflict", "verbal conflict", "△", ("REQUEST", "ACCUSE", "REJECT", "THREATEN")),
    Quad("material-conflict", "material conflict", "▲", ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")),
)
OTHER = Quad("other", "other", "·", ())


def quad(event_type: str) -> Quad:
    """The quad class of a PLOVER type, `OTHER` for a type that is none of the sixteen."""
    return next((entry for entry in QUADS if event_type in entry.types), OTHER)
