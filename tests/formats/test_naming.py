"""Pages say in words what the record holds in codes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.formats import naming
from dragoman.knowledge.rollcalls import archive
from dragoman.values import Actor, Check
from tests.record.full import PLAIN

MADE = replace(PLAIN.actors[0], role=None, note=None)


def made(name: str, kind: str, facts: tuple[str | None, str | None, str | None]) -> Actor:
    """An actor with office, sector and state."""
    role, sector, state = facts
    return replace(MADE, name=name, kind=kind, role=role, sector=sector, state=state)


@pytest.mark.parametrize(
    ("actor", "words"),
    [
        (made("Shah Mahmood Qureshi", "person", ("Foreign Minister", "GOV", "PAK")), "Foreign Minister, government, Pakistan"),
        (made("Ukraine", "state", (None, "GOV", "UKR")), "state"),  # its own name is not said again
        (made("Moscow", "state", (None, "GOV", "RUS")), "state, Russia"),
        (made("European Union", "igo", (None, "IGO", None)), "international body"),  # kind and sector are one
        (made("Dawn", "media", (None, "MED", "PAK")), "media, Pakistan"),
        (made("somebody", "person", (None, None, None)), "person"),
        (made("a group", "group", (None, "XYZ", "QQQ")), "group, XYZ, QQQ"),  # what is unknown keeps its code
    ],
)
def test_an_actor_in_a_line(actor: Actor, words: str) -> None:
    assert naming.described(actor) == words


def test_the_reason_of_a_check_names_voters_and_days() -> None:
    """Codes of the voters alone become names: the body's initials stay."""
    check = Check(
        "contradicted", None, {"PAK": "abstain", "IND": "abstain"}, None, "UNGA A/RES/1 (2022-03-02): PAK and IND abstained", "2026-11"
    )
    vote = replace(PLAIN.votes[0], check=check)
    assert naming.reason(vote) == "UNGA A/RES/1 (2 March 2022): Pakistan and India abstained"


def test_every_source_of_the_archive_has_words() -> None:
    assert {call.source for call in archive.load().roll_calls} <= set(naming.SOURCES)


def test_codes_are_offered_with_their_names() -> None:
    """By name; what the field holds is among them even without a name. Other fields are left to be written."""
    states = naming.options("state", ("PAK",))
    assert ("PAK", "Pakistan (PAK)") in states
    assert [name for _, name in states] == sorted((name for _, name in states), key=str.casefold)
    assert naming.options("country")[0] == states[0]
    sectors = dict(naming.options("sector", ("XYZ",)))
    assert (sectors["GOV"], sectors["XYZ"]) == ("government (GOV)", "XYZ")
    assert naming.options("role", ("minister",)) == ()
