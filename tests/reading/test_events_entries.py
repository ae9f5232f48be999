"""Deeds as entries: parties, which deeds are kept, which statement reports them and which deny them."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model.words import split
from dragoman.reading.drafts import Draft
from dragoman.reading.events.candidates import sentence
from dragoman.reading.events.deeds import Deed
from dragoman.reading.events.entries import SECOND, Parties, cast, enclosing, events, kept
from dragoman.reading.events.parties import Judging, completed
from dragoman.reading.frames import Frame
from dragoman.reading.mentions import Mention
from dragoman.reading.stage import Stage
from dragoman.values import STATUSES, TYPES, Span, Statement
from tests.reading.made import draft, entity, part, stage, voices

NAMES = {"Oslo": "place", "Rome": "place", "Bern": "place"}


def deed(
    one: Stage, trigger: str, type: str = "ASSAULT", status: str = "actual", place: str | None = None, confidence: float = 0.9
) -> Deed:
    likelihood = {role: np.zeros(len(one.words)) for role in ("actor", "recipient", "place")}
    places = (part(one.words, place),) if place else ()
    return Deed(part(one.words, trigger), type, status, places, confidence, Frame({}, {}, {}, 0, likelihood))


def judged(one: Stage, likely: dict[str, tuple[float, float]]) -> Judging:
    """A party head that knows the candidates by their words."""

    def judge(trigger, some, rows) -> np.ndarray:
        pairs = [likely.get(mention.text(one.words), (0.0, 0.0)) for mention in some]
        return np.array([[1 - sum(pair), *pair] for pair in pairs])

    return Judging(judge, 0.3, 0.25)


def parties(one: Stage, made: Deed, likely: dict, told: tuple = ((), ())) -> tuple[list[str], list[str]]:
    (found,) = cast(one, (made,), told, judged(one, likely))
    return tuple([one.entities[index].name(one.words) for index in role] for role in (found.actors, found.recipients))


def test_who_is_chosen_becomes_a_party() -> None:
    one = stage("Oslo hit Rome.", NAMES)
    assert parties(one, deed(one, "hit"), {"Oslo": (0.9, 0.0), "Rome": (0.0, 0.9)}) == (["Oslo"], ["Rome"])


def test_nobody_is_both_actor_and_recipient() -> None:
    one = stage("Oslo hit Oslo.", {"Oslo": "place"})
    found = cast(one, (deed(one, "hit"),), ((), ()), Judging(lambda *_: np.array([[0, 1.0, 0], [0, 0, 1.0]]), 0.3, 0.25))
    assert found == (Parties((0,), ()),)


UNSURE = (0.1, 0.1)  # less likely than a party must be, in either role
PAIRS = [
    # case, type, how likely each is as actor and recipient, parties
    ("two who meet", "CONSULT", {"Oslo": (0.9, 0.0), "Rome": UNSURE}, {"Oslo", "Rome"}),
    ("the likelier of two more", "AGREE", {"Oslo": (0.9, 0.0), "Rome": UNSURE, "Bern": (0.0, 0.25)}, {"Oslo", "Bern"}),
    ("nobody unlikely", "COOPERATE", {"Oslo": (0.9, 0.0), "Rome": (SECOND / 2 - 0.01, SECOND / 2 - 0.01)}, {"Oslo"}),
    ("no third where there are two", "CONSULT", {"Oslo": (0.9, 0.0), "Rome": (0.0, 0.8), "Bern": UNSURE}, {"Oslo", "Rome"}),
    ("nobody where nobody was chosen", "CONSULT", {"Oslo": UNSURE, "Rome": UNSURE}, set()),
    ("deeds that one does alone", "ASSAULT", {"Oslo": (0.9, 0.0), "Rome": UNSURE}, {"Oslo"}),
]


@pytest.mark.parametrize(("type", "likely", "expected"), [row[1:] for row in PAIRS], ids=[row[0] for row in PAIRS])
def test_where_it_takes_two_the_likeliest_other_is_with_the_one(type: str, likely: dict, expected: set) -> None:
    one = stage("Oslo met Rome and saw nobody of Bern.", NAMES)
    actors, recipients = parties(one, deed(one, "met", type), likely)
    assert {*actors, *recipients} == expected
    assert not set(actors) & set(recipients)


def test_the_other_is_nobody_whose_words_are_the_ones_own() -> None:
    one = stage("Officials of Oslo met in Bern.", {"Officials of Oslo": "organisation", "Bern": "place"})
    inner = Mention(part(one.words, "Oslo"), part(one.words, "Oslo")[0], "name", "place")
    some = (*one.names, inner)
    likely = np.array([[0.1, 0.9, 0.0], [0.95, 0.05, 0.0], [0.7, 0.3, 0.0]])
    alone = {"actor": [one.names[0]]}
    assert completed(some, likely, alone, SECOND) == alone


def test_no_likely_candidate_no_party() -> None:
    one = stage("It rained.", {})
    assert parties(one, deed(one, "rained"), {"It": (0.1, 0.1)}) == ([], [])


ADDRESSED = [("REQUEST", ["Bern"]), ("THREATEN", ["Bern"]), ("ACCUSE", [])]


@pytest.mark.parametrize(("type", "recipients"), ADDRESSED)
def test_a_verbal_act_that_is_a_statements_cue_has_its_source_and_what_is_asked_its_addressee(type: str, recipients: list[str]) -> None:
    one = stage("Oslo urged Bern to leave.", NAMES)
    told = ((draft(one.words, "Oslo", "urged", "to leave", "Bern"),), (voices(one, "Oslo", "Bern"),))
    assert parties(one, deed(one, "urged", type), {}, told) == (["Oslo"], recipients)


def test_the_source_does_not_act_where_the_words_name_another() -> None:
    one = stage("Oslo, urged by Rome, told Bern.", NAMES)
    told = ((draft(one.words, "Oslo", "urged", "Bern"),), (voices(one, "Oslo"),))
    assert parties(one, deed(one, "urged", "REQUEST"), {"Rome": (0.9, 0.0)}, told) == (["Rome"], [])


def test_we_in_what_someone_says_is_the_speaker() -> None:
    one = stage("Oslo said we left Rome.", NAMES)
    told = ((draft(one.words, "Oslo", "said", "we left Rome"),), (voices(one, "Oslo"),))
    assert parties(one, deed(one, "left"), {"we": (0.9, 0.0)}, told) == (["Oslo"], [])


# ---------------------------------------------------------------- kept


def test_of_one_type_and_status_between_the_same_parties_the_surest_is_kept() -> None:
    one = stage("Oslo hit Rome, bombed Rome, shelled Rome.", NAMES)
    made = [deed(one, "hit", confidence=0.5), deed(one, "bombed", confidence=0.8), deed(one, "shelled", confidence=0.6)]
    who = [Parties((0,), (1,))] * 3
    assert kept(made, who, 0.0) == (1,)
    assert kept([*made[:2], replace(made[2], status="planned")], who, 0.0) == (1, 2)
    assert kept([*made[:2], replace(made[2], type="COERCE")], who, 0.0) == (1, 2)
    assert kept(made, [*who[:2], Parties((1,), (0,))], 0.0) == (1, 2)


def test_a_deed_of_nobody_is_none() -> None:
    one = stage("Oslo hit Rome.", NAMES)
    assert kept([deed(one, "hit")], [Parties((), ())], 0.0) == ()


PARTY = st.lists(st.integers(0, 2), max_size=2, unique=True).map(tuple)


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(TYPES), st.sampled_from(STATUSES), PARTY, PARTY, st.floats(0, 1)), max_size=8))
def test_what_is_kept_has_a_party_and_no_double(rows: list) -> None:
    one = stage("Oslo hit Rome.", NAMES)
    made = [deed(one, "hit", type, status, confidence=sure) for type, status, _, _, sure in rows]
    who = [Parties(actors, recipients) for _, _, actors, recipients, _ in rows]
    numbers = kept(made, who, 0.0)
    keys = [(made[n].type, made[n].status, frozenset(who[n].actors), frozenset(who[n].recipients)) for n in numbers]
    assert len(keys) == len(set(keys))
    assert list(numbers) == sorted(numbers)
    assert all(who[n].actors or who[n].recipients for n in numbers)


# ---------------------------------------------------------------- events


def statement(one: Stage, id: str, said: Draft, act: str = "assert") -> Statement:
    content = Span.of(one.words.text, *one.words.extent(*said.content[0]))
    return Statement(id=id, source="a1", co_sources=(), source_span=None, cue=None, content=(content,), manner="indirect", act=act)


TOLD = "Oslo said Bern denied that troops hit Rome."


def told(one: Stage, act: str = "deny") -> tuple:
    outer, inner = (
        draft(one.words, "Oslo", "said", "Bern denied that troops hit Rome"),
        draft(one.words, "Bern", "denied", "troops hit Rome"),
    )
    return (outer, inner), {0: statement(one, "s1", outer), 1: statement(one, "s2", inner, act)}


def event(one: Stage, made: Deed, statements: tuple):
    who = Parties((entity(one, "Bern"),), (entity(one, "Rome"),))
    (found,) = events(one, [(made, who)], {entity(one, "Bern"): "a2", entity(one, "Rome"): "a3"}, statements)
    return found


def test_an_event_points_at_its_words_parties_and_place() -> None:
    one = stage("Ships of Bern hit Rome in Oslo by phone.", NAMES)
    found = event(one, deed(one, "hit", place="Oslo", confidence=0.876), ((), {}))
    assert (found.id, found.type, found.trigger.text, found.place, found.confidence) == ("e1", "ASSAULT", "hit", "Oslo", 0.88)
    assert (found.actors, found.recipients, found.reported_in, found.disputed_by) == (("a2",), ("a3",), None, ())
    assert one.words.text[found.trigger.start : found.trigger.end] == "hit"


def test_mode_and_contexts_come_from_the_sentence_alone() -> None:
    one = stage("Troops came by sea. Bern called Rome by phone.", NAMES)
    found = event(one, deed(one, "called", "CONSULT"), ((), {}))
    assert (found.mode, found.contexts) == ("phone", ())
    assert event(one, deed(one, "came", "CONSULT"), ((), {})).contexts == ("military",)


def test_the_innermost_statement_reports_it_and_a_denial_denies_it() -> None:
    one = stage(TOLD, NAMES)
    found = event(one, deed(one, "hit"), told(one))
    assert (found.reported_in, found.disputed_by, found.status) == ("s2", ("s2",), "denied")
    said = event(one, deed(one, "hit"), told(one, "assert"))
    assert (said.reported_in, said.disputed_by, said.status) == ("s2", (), "actual")


def test_a_denied_plan_stays_a_plan() -> None:
    one = stage(TOLD, NAMES)
    assert event(one, deed(one, "hit", status="planned"), told(one)).status == "planned"


def test_a_statement_that_is_no_entry_reports_nothing() -> None:
    one = stage(TOLD, NAMES)
    drafts, statements = told(one)
    assert event(one, deed(one, "hit"), (drafts, {0: statements[0]})).reported_in == "s1"


def test_a_cue_is_reported_by_those_that_hold_it_alone() -> None:
    one = stage(TOLD, NAMES)
    assert enclosing(told(one)[0], part(one.words, "denied")) == (0,)
    assert enclosing(told(one)[0], part(one.words, "said")) == ()


def test_a_sentence_is_found_from_any_of_its_words() -> None:
    words = split("Oslo left. Rome stayed on. Bern spoke.")
    assert [sentence(words, place) for place in (0, 2, 3, 6, 7)] == [(0, 2), (0, 2), (3, 6), (3, 6), (7, 9)]


@pytest.mark.parametrize(
    ("who", "certainty", "stays"),
    [(((0,), ()), 0.79, False), (((), (0,)), 0.79, False), (((0,), ()), 0.8, True), (((0,), (1,)), 0.5, True)],
)
def test_a_deed_of_which_one_side_alone_is_known_must_be_surer(
    who: tuple[tuple[int, ...], tuple[int, ...]], certainty: float, stays: bool
) -> None:
    one = stage("Oslo hit Rome.", NAMES)
    made = replace(deed(one, "hit"), certainty=certainty)
    assert kept([made], [Parties(*who)], 0.8) == ((0,) if stays else ())
