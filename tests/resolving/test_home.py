"""Of whom nothing is said belongs to the state that the article takes for granted, where it can; the note says so."""

from __future__ import annotations

import pytest

from dragoman.knowledge import Knowledge
from dragoman.resolving import resolve
from tests.resolving.articles import record

PLAIN = "Zimbabwe votes. Zimbabwe waited for the result in Harare. The Zimbabwean president spoke. Zimbabwe was calm. "
MIXED = PLAIN + "Zambia, Malawi, Angola and Namibia sent observers. "
"""Zimbabwe is what it is about, but not it alone."""

HOME = [
    pytest.param(PLAIN, "Adam Beg", "ZWE", id="a person of whom nothing is said"),
    pytest.param(MIXED, "Adam Beg", None, id="not where the article is about others too"),
    pytest.param(PLAIN, "Darwin", None, id="a name alone may be of anybody, of any time"),
    pytest.param(PLAIN, "Sunrise Alliance", "ZWE", id="an organisation that nobody knows"),
    pytest.param(MIXED, "Sunrise Alliance", None, id="nor the organisation"),
    pytest.param(PLAIN, "Researchers", "ZWE", id="scholars"),
    pytest.param(PLAIN, "Some scientists", None, id="some scholars may be from anywhere"),
    pytest.param(MIXED, "Researchers", None, id="nor scholars"),
    pytest.param(PLAIN, "All parties", None, id="so may parties to something"),
    pytest.param(PLAIN, "Regional Alliance", None, id="nor a body of several states by its name"),
    pytest.param(PLAIN, "Local forces", None, id="those whom an army from abroad finds"),
    pytest.param(PLAIN, "Government of Adam Beg", None, id="the government of one whose state nothing says"),
    pytest.param("America votes. America waited. Zimbabwe did not. ", "Local forces", None, id="nor where another is named"),
    pytest.param(PLAIN, "The probe", "ZWE", id="one document"),
    pytest.param(PLAIN, "Some reports", None, id="reports in general are nobody's"),
    pytest.param(MIXED, "A parliamentary report", "ZWE", id="what an organ of state has put out"),
    pytest.param(MIXED, "Local media", "ZWE", id="local media"),
    pytest.param(PLAIN, "Obama", None, id="a family name that office holders of another state bear"),
    pytest.param(PLAIN, "Marchers", "ZWE", id="a group of which nothing is said"),
    pytest.param(PLAIN, "Analysts", None, id="analysts may be from anywhere"),
    pytest.param("Zimbabwe was calm. ", "Adam Beg", None, id="one mention of a state is not enough for a name"),
    pytest.param(MIXED, "Foreign media", None, id="foreign media"),
    pytest.param(PLAIN, "Western diplomats", None, id="western is foreign"),
    pytest.param(MIXED, "Western Reserve University historian Adam Beg", "ZWE", id="but not in a name"),
    pytest.param(PLAIN, "Militants", None, id="armed groups stay open however plain the article"),
    pytest.param(PLAIN, "Foreign Office", "ZWE", id="an office that several states have"),
    pytest.param(MIXED, "Foreign Office spokesman Adam Beg", "ZWE", id="and who speaks for it"),
    pytest.param(PLAIN, "Reuters", None, id="a known body of no state stays without one"),
]


@pytest.mark.parametrize(("article", "name", "state"), HOME)
def test_who_is_at_home(knowledge: Knowledge, article: str, name: str, state: str | None) -> None:
    (actor,) = resolve(record(f"{article}{name} waited.", name), knowledge).actors
    assert actor.state == state
    assert (actor.note == "no state named; the article is about Zimbabwe") == (state is not None)


def test_the_code_in_a_title_says_whose_speech_it_is(knowledge: Knowledge) -> None:
    text = "We thank Cuba. The police waited."
    (without,) = resolve(record(text, "police", title="General Debate, 2019"), knowledge).actors
    (coded,) = resolve(record(text, "police", title="General Debate, NAM, 2019"), knowledge).actors
    assert (without.state, coded.state) == (None, "NAM")


def test_a_shouting_title_has_no_codes(knowledge: Knowledge) -> None:
    """AND is Andorra's code, PER that of Peru."""
    title = "PRICE PER BARREL AND WAR"
    (actor,) = resolve(record("The police waited.", "police", title=title), knowledge).actors
    assert actor.state is None


@pytest.mark.parametrize(("words", "state"), [("a businessman", "ZWE"), ("CEO of Acme", None)])
def test_a_firm_is_at_home_where_nobody_has_said(knowledge: Knowledge, words: str, state: str | None) -> None:
    (actor,) = resolve(record(f"{PLAIN}Adam Beg, {words}, waited.", "Adam Beg"), knowledge).actors
    assert (actor.sector, actor.state) == ("BUS", state)


@pytest.mark.parametrize(("outlet", "state"), [("Wikinews", "ZWE"), ("United Nations", None)])
def test_who_speaks_to_all_states_names_nobody_as_one_of_his_own(knowledge: Knowledge, outlet: str, state: str | None) -> None:
    (actor,) = resolve(record(f"{PLAIN}Marchers waited.", "Marchers", outlet=outlet), knowledge).actors
    assert actor.state == state


OFFICIAL = "The United States votes. America waited. "
PUBLISHED = [
    pytest.param("President Roe spoke.", "Roe", None, id="the office that the state's own president has on that day"),
    pytest.param("Amir Roe spoke.", "Roe", None, id="an office that no republic has"),
    pytest.param("Prime Minister Roe spoke.", "Roe", None, id="nor one whose president governs"),
    pytest.param("Deputy Minister Roe spoke.", "Roe", "USA", id="an office that several have"),
    pytest.param("Opposition parties spoke.", "Opposition parties", None, id="whose opposition an organ of state speaks of is open"),
]


@pytest.mark.parametrize(("text", "name", "state"), PUBLISHED)
def test_what_an_organ_of_state_publishes(knowledge: Knowledge, text: str, name: str, state: str | None) -> None:
    (actor,) = resolve(record(OFFICIAL + text, name, outlet="White House"), knowledge).actors
    assert actor.state == state


@pytest.mark.parametrize(
    ("text", "state", "basis"),
    [
        ("The Foreign Office waited.", None, None),
        ("Zimbabwe’s minister met those of Zambia and Malawi. The Zambian Foreign Office waited.", "ZMB", "words"),
        ("Zimbabwe, Zambia, Malawi. In Zambia the Foreign Office waited.", "ZMB", "words"),
        ("Britain voted. Britain waited. The Foreign Office waited.", "GBR", "words"),
        ("Britain voted. The British Foreign Office waited.", "GBR", "words"),
    ],
)
def test_an_office_that_several_states_have_is_britains_only_where_the_article_says_so(
    knowledge: Knowledge, text: str, state: str | None, basis: str | None
) -> None:
    name = "Zambian Foreign Office" if "Zambian" in text else "Foreign Office"
    (actor,) = resolve(record(text, name), knowledge).actors
    assert (actor.kind, actor.state, actor.basis, actor.sector) == ("organisation", state, basis, "GOV")
