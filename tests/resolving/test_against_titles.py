"""A title is right or wrong by who held the office on the draft's day; what is not known, or left open by the words, is never wrong."""

from __future__ import annotations

import pytest

from dragoman.knowledge import Knowledge
from dragoman.resolving.against.titles import titles
from tests.resolving.articles import record

TITLES = [
    pytest.param("Pakistani Foreign Minister Shah Mehmood Qureshi spoke.", "Shah Mehmood Qureshi", "2022-03-07", "right", id="in office"),
    pytest.param("Sergei Lavrov, the Russian foreign minister, spoke.", "Sergei Lavrov", "2022-03-07", "right", id="behind the name"),
    pytest.param("Foreign Minister Qureshi spoke in Pakistan.", "Qureshi", "2019-03-07", "right", id="a family name in office"),
    pytest.param("Foreign Minister Shah Mehmood Qureshi spoke.", "Shah Mehmood Qureshi", "2022-09-07", "wrong", id="out of office"),
    pytest.param("Former prime minister Imran Khan spoke.", "Imran Khan", "2022-03-07", "wrong", id="called former, still in office"),
    pytest.param("The former prime minister Imran Khan spoke.", "Imran Khan", "2022-09-07", "right", id="former"),
    pytest.param(
        "Sergei Lavrov, the former foreign minister of Russia, spoke.", "Sergei Lavrov", "2022-03-07", "wrong", id="former, behind"
    ),
    pytest.param(
        "Israeli President Benjamin Netanyahu spoke.", "Benjamin Netanyahu", "2018-03-07", "wrong", id="another office of the state"
    ),
    pytest.param("UN Secretary-General Ban Ki-moon spoke.", "Ban Ki-moon", "2018-03-07", "wrong", id="an international office"),
    pytest.param("Vice President Joe Biden spoke in Washington.", "Joe Biden", "2015-03-07", "right", id="an office with vice in its name"),
    # left open
    pytest.param("Prime Minister Imran Khan spoke in Pakistan.", "Imran Khan", "2022-04-12", "unknown", id="in the week of the change"),
    pytest.param("Prime Minister Imran Khan spoke in Pakistan.", "Imran Khan", "2035-04-12", "unknown", id="after all that is known"),
    pytest.param("Prime Minister Imran Khan spoke in Pakistan.", "Imran Khan", None, "unknown", id="a draft without a date"),
    pytest.param("Prime Minister Jane Unknown spoke in Pakistan.", "Jane Unknown", "2018-03-07", "unknown", id="nobody known"),
    pytest.param("Acting Prime Minister Imran Khan spoke in Pakistan.", "Imran Khan", "2022-09-07", "unknown", id="acting"),
    pytest.param("Deputy Foreign Minister Sergei Lavrov spoke in Russia.", "Sergei Lavrov", "2022-03-07", "unknown", id="deputy"),
    pytest.param("Chancellor Philip Hammond spoke in London.", "Philip Hammond", "2018-03-07", "unknown", id="a title of two offices"),
    pytest.param("President Barack Obama spoke in Washington.", "Barack Obama", "2018-03-07", "unknown", id="a title kept by courtesy"),
    pytest.param("A third prime minister, Imran Khan, spoke in Pakistan.", "Imran Khan", "2022-09-07", "unknown", id="one of several"),
    # of earlier days
    pytest.param("In 2019, Prime Minister Imran Khan spoke in Lahore.", "Imran Khan", "2022-09-07", "right", id="a year of his office"),
]


@pytest.mark.parametrize(("text", "name", "date", "verdict"), TITLES)
def test_a_title_on_a_day(knowledge: Knowledge, text: str, name: str, date: str | None, verdict: str) -> None:
    (found,) = titles(record(text, name, date=date), knowledge)
    assert (found.person, found.verdict) == (name, verdict)


def test_a_wrong_title_names_the_holder_with_dates_and_source(knowledge: Knowledge) -> None:
    (found,) = titles(record("Prime Minister Imran Khan spoke in Pakistan.", "Imran Khan", date="2022-09-07"), knowledge)
    (holder,) = found.holders
    assert (holder.name, holder.office, holder.place, holder.since) == ("Shehbaz Sharif", "Prime Minister", "Pakistan", "2022-04-11")
    assert holder.source
    assert found.reason == "held the office 2018-08-18 to 2022-04-10"


NO_TITLE = [
    pytest.param("He called him “President Barack Obama” in Washington.", "Barack Obama", id="the words of a speaker"),
    pytest.param("Barack Obama spoke in Washington.", "Barack Obama", id="a name alone"),
    pytest.param("Party leader Imran Khan spoke.", "Imran Khan", id="an office that parties have too"),
]


@pytest.mark.parametrize(("text", "name"), NO_TITLE)
def test_what_is_no_title_of_the_draft_is_not_judged(knowledge: Knowledge, text: str, name: str) -> None:
    assert titles(record(text, name, date="2018-03-07"), knowledge) == ()


def test_a_draft_that_says_former_once_may_leave_it_out(knowledge: Knowledge) -> None:
    text = "Former Prime Minister Imran Khan spoke in Pakistan. Prime Minister Imran Khan left."
    found = titles(record(text, "Imran Khan", date="2022-09-07"), knowledge)
    assert [(one.former, one.verdict) for one in found] == [(True, "right"), (False, "right")]
