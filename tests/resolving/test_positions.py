"""Positions of one article: what each kind of entry shows, and what shows nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.resolving.positions import positioned
from dragoman.values import Check, Position
from tests.analysis.made import Made

WAR = "Russia's invasion of Ukraine"


def shown(made: Made) -> set[tuple[str, str, str, tuple[str, ...]]]:
    """Positions with names in place of ids."""
    record = positioned(made.record())
    names = {one.id: one.name for one in (*record.actors, *record.matters)}
    return {(names[one.actor], names[one.target], one.stance, one.evidence) for one in record.positions}


def test_a_declared_neutrality_and_an_abstention_are_one_neutral_position():
    made = Made(
        "Qureshi said Pakistan would remain neutral over Russia's invasion of Ukraine.\n\n"
        "Pakistan abstained from a resolution condemning the invasion of Ukraine."
    )
    war = made.matter(WAR, "conflict", "Russia", "Ukraine")
    made.matters[0] = made.matters[0].__class__(
        war, WAR, "conflict", made.matters[0].parties, (made.span(WAR), made.span("the invasion of Ukraine"))
    )
    made.said(
        "Shah Mehmood Qureshi",
        "said",
        "Pakistan would remain neutral over Russia's invasion of Ukraine",
        about=("Pakistan", "Russia", "Ukraine", war),
    )
    made.voted("abstain", "Pakistan abstained from a resolution condemning the invasion of Ukraine", "Pakistan")
    assert shown(made) == {("Pakistan", WAR, "neutral", ("s1", "v1"))}


@pytest.mark.parametrize(
    ("cue", "act", "content", "stance"),
    [
        ("condemned", "condemn", "Russia's invasion of Ukraine", "oppose"),  # the matter itself
        ("welcomed", "praise", "Russia's invasion of Ukraine", "support"),
        ("rejected", "deny", "Russia's invasion of Ukraine", None),  # a denial says nothing of a stance
        ("asked", "ask", "whether Russia's invasion of Ukraine was over", None),
        ("said", "assert", "Russia's invasion of Ukraine went on", None),
        ("said", "assert", "we condemn Russia's invasion of Ukraine", "oppose"),  # the source's own words
        ("said", "assert", "we do not support Russia's invasion of Ukraine", None),
        ("said", "assert", "India could not remain neutral in Russia's invasion of Ukraine", None),  # no neutrality
        ("said", "assert", "India can't ever be neutral in Russia's invasion of Ukraine", None),
        ("condemned", "condemn", "the press for its long and one-sided coverage of Russia's invasion of Ukraine", None),  # too far behind
    ],
)
def test_what_a_statement_shows_of_a_matter(cue: str, act: str, content: str, stance: str | None):
    made = Made(f"India {cue} {content}.")
    war = made.matter(WAR)
    made.said("India", cue, content, act, (war,))
    assert shown(made) == ({("India", WAR, stance, ("s1",))} if stance else set())


def test_a_judgement_meets_whom_its_content_begins_with():
    made = Made("India accused Pakistan of arming rebels near Ukraine.")
    made.said("India", "accused", "Pakistan of arming rebels near Ukraine", "accuse", ("Pakistan", "Ukraine"))
    assert shown(made) == {("India", "Pakistan", "oppose", ("s1",))}


def test_calling_for_an_agreement_supports_it_and_calling_for_its_end_opposes_it():
    made = Made("India called for a ceasefire in Ukraine. Russia called for an end to the grain deal.")
    pause, deal = made.matter("a ceasefire in Ukraine", "agreement"), made.matter("the grain deal", "agreement")
    made.said("India", "called for", "a ceasefire in Ukraine", "request", (pause,))
    made.statements.append(
        made.statements[0].__class__(
            "s2",
            made.actor("Russia"),
            (),
            None,
            made.span("called for an"),
            (made.span("an end to the grain deal"),),
            "indirect",
            "request",
            about=(deal,),
            confidence=0.9,
        )
    )
    assert shown(made) == {("India", "a ceasefire in Ukraine", "support", ("s1",)), ("Russia", "the grain deal", "oppose", ("s2",))}


@pytest.mark.parametrize(
    ("kind", "status", "stance"),
    [
        ("ASSAULT", "actual", "hostile"),
        ("SANCTION", "planned", "hostile"),
        ("AID", "actual", "cooperative"),
        ("SUPPORT", "actual", "support"),
        ("REJECT", "actual", "oppose"),
        ("REQUEST", "actual", None),  # asking shows nothing
        ("ASSAULT", "possible", None),
        ("ASSAULT", "denied", None),
    ],
)
def test_what_a_deed_shows(kind: str, status: str, stance: str | None):
    made = Made("India acted on Pakistan.")
    made.done(kind, "acted", ("India",), ("Pakistan",), status=status)
    assert shown(made) == ({("India", "Pakistan", stance, ("e1",))} if stance else set())


def test_a_doubtful_entry_shows_nothing():
    made = Made("India acted on Pakistan. India accused Pakistan of arming rebels.")
    made.done("ASSAULT", "acted", ("India",), ("Pakistan",))
    made.said("India", "accused", "Pakistan of arming rebels", "accuse", ("Pakistan",))
    made.events[0], made.statements[0] = (replace(one, confidence=0.49) for one in (made.events[0], made.statements[0]))
    assert shown(made) == set()
    made.events[0], made.statements[0] = (replace(one, confidence=0.5) for one in (made.events[0], made.statements[0]))
    assert {one[3] for one in shown(made)} == {("s1",), ("e1",)}


def test_who_talks_with_whom_is_cooperative_both_ways():
    made = Made("India and Pakistan held talks.")
    made.done("CONSULT", "talks", ("India", "Pakistan"))
    assert shown(made) == {("India", "Pakistan", "cooperative", ("e1",)), ("Pakistan", "India", "cooperative", ("e1",))}


def test_a_deed_that_only_an_opponent_tells_of_shows_nothing_of_its_doer():
    made = Made("Lavrov said Ukraine had attacked Russia. Ukraine shelled Russia.")
    told = made.said("Sergei Lavrov", "said", "Ukraine had attacked Russia", about=("Ukraine", "Russia"))
    made.done("ASSAULT", "attacked", ("Ukraine",), ("Russia",), reported_in=told)
    assert shown(made) == set()
    made.done("ASSAULT", "shelled", ("Ukraine",), ("Russia",))
    assert shown(made) == {("Ukraine", "Russia", "hostile", ("e2",))}


def test_a_vote_for_a_text_that_condemns_opposes_what_it_condemns():
    made = Made("India voted for a resolution condemning Russia's invasion of Ukraine.")
    made.matter("a resolution condemning Russia's invasion of Ukraine", "resolution")
    made.matter(WAR)
    made.voted("yes", "India voted for a resolution condemning Russia's invasion of Ukraine", "India")
    assert shown(made) == {
        ("India", "a resolution condemning Russia's invasion of Ukraine", "support", ("v1",)),
        ("India", WAR, "oppose", ("v1",)),
    }


def test_a_vote_that_the_roll_call_contradicts_shows_nothing():
    made = Made("India voted for a resolution condemning Russia's invasion of Ukraine.")
    made.matter(WAR)
    wrong = Check("contradicted", "recorded_otherwise", {"IND": "abstain"}, 35, "IND abstained", "2026-11")
    made.voted("yes", "India voted for a resolution condemning Russia's invasion of Ukraine", "India", check=wrong)
    assert shown(made) == set()


def test_positions_are_made_anew():
    made = Made("India acted on Pakistan.")
    made.done("AID", "acted", ("India",), ("Pakistan",))
    once = positioned(made.record())
    assert positioned(once) == once
    assert once.positions == (Position("a1", "a2", "cooperative", ("e1",)),)


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "target"),
    [
        ("India hailed the European Union's deal with Turkey.", "hailed", "SUPPORT", "European Union's deal"),  # the deal, not who made it
        ("India hailed the European Union and its deal.", "hailed", "SUPPORT", "European Union"),
        ("India rejected European Union's deal with Turkey.", "rejected", "REJECT", "European Union's deal"),
        ("India threatened European Union's deal with Turkey.", "threatened", "THREATEN", "European Union"),  # a deed, no judgement
    ],
)
def test_a_judgement_meets_the_agreement_and_not_who_is_named_in_it(text: str, trigger: str, kind: str, target: str):
    made = Made(text)
    if "Union's deal" in text:
        made.matter("European Union's deal", "agreement")
    made.done(kind, trigger, ("India",), ("European Union",))
    assert {found[1] for found in shown(made)} == {target}


def test_nobody_cooperates_with_the_state_that_he_acts_for():
    """A president who agrees with another beside his own state; but one can be against it."""
    made = Made("Qatar and its Emir agreed with Biden. Yemen attacked the Houthis. The Emir defied Qatar.")
    made.done("AGREE", "agreed", ("Qatar", "Emir"), ())
    made.done("AGREE", "agreed with", ("Qatar",), ("Emir", "Biden"))
    made.done("ASSAULT", "attacked", ("Yemen",), ("Houthis",))
    made.done("REJECT", "defied", ("Emir",), ("Qatar",))
    pairs = {("Qatar", "Biden"), ("Biden", "Qatar"), ("Yemen", "Houthis"), ("Emir", "Qatar")}
    assert {(one, other) for one, other, _, _ in shown(made)} == pairs
