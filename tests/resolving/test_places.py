"""Toponyms: what a name can mean, what stands behind it, what the others say, and nothing where nothing is known."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest

from dragoman.knowledge import Knowledge
from dragoman.resolving import resolve
from dragoman.resolving.places import located, location
from dragoman.resolving.senses import NAMES, WEIGHTS, Board, Choice
from dragoman.resolving.toponyms import holders, senses
from dragoman.values import Location, Place, Span
from tests.resolving.articles import record

TEXAS = (33.7, -95.6)
FRANCE = (48.9, 2.3)


def toponyms(text: str, *forms: str) -> tuple[Place, ...]:
    """Every whole occurrence of each form, in order of the text."""
    found = {match.span() for form in forms for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text)}
    return tuple(Place(Span.of(text, *span), None, None, None, None) for span in sorted(found))


def whereabouts(knowledge: Knowledge, text: str, *forms: str) -> list[tuple[str, str | None, int | None]]:
    return [(one.span.text, one.country, one.geonames_id) for one in located(toponyms(text, *forms), text, knowledge)]


@pytest.mark.parametrize(
    ("text", "form", "country", "identifier"),
    [
        ("Talks began in Moscow.", "Moscow", "RUS", 524901),
        ("Talks began in Russia.", "Russia", "RUS", 2017370),
        ("Talks began in the UK.", "UK", "GBR", 2635167),
        ("Talks began in St. Petersburg, Russia.", "St. Petersburg", "RUS", 498817),
        ("Talks began in Kiev.", "Kiev", "UKR", 703448),
        ("Talks began in Bogota.", "Bogota", "COL", 3688689),
        ("Talks began in northern Iraq.", "northern Iraq", "IRQ", 99237),
        ("Talks began in Europe.", "Europe", None, 6255148),
        ("Talks began in the Donbass.", "Donbass", "UKR", None),
        ("Talks began in Avoyelles Parish.", "Avoyelles Parish", "USA", 4315243),
    ],
)
def test_a_name_alone_is_the_place_that_news_means(knowledge: Knowledge, text: str, form: str, country: str, identifier: int) -> None:
    assert whereabouts(knowledge, text, form) == [(form, country, identifier)]


@pytest.mark.parametrize("form", ["Xyzzyville", "Glumbo Heights", "EU"])
def test_what_no_table_has_is_left_out(knowledge: Knowledge, form: str) -> None:
    text = f"They met in {form} and in Paris."
    assert whereabouts(knowledge, text, form, "Paris") == [("Paris", "FRA", 2988507)]


def test_what_could_be_any_of_many_stays_open(knowledge: Knowledge) -> None:
    assert whereabouts(knowledge, "A man of Springfield was arrested.", "Springfield") == [("Springfield", None, None)]


def apart(place: Place, point: tuple[float, float]) -> float:
    assert place.lat is not None
    assert place.lon is not None
    return max(abs(place.lat - point[0]), abs(place.lon - point[1]))


@pytest.mark.parametrize("behind", ["Paris, Texas,", "Paris, Tex.,", "Paris (Texas)", "Paris, TX,", "Paris, Lamar County, Texas,"])
def test_what_stands_behind_decides(knowledge: Knowledge, behind: str) -> None:
    text = f"A fire broke out in {behind} on Monday. Paris was calm on Tuesday."
    places = located(toponyms(text, "Paris"), text, knowledge)
    assert len(places) == 2
    assert all(apart(place, TEXAS) < 0.2 for place in places)


def test_two_places_of_one_name_are_told_apart(knowledge: Knowledge) -> None:
    text = "He flew from Paris, France, to Paris, Texas."
    places = located(toponyms(text, "Paris"), text, knowledge)
    assert apart(places[0], FRANCE) < 0.2
    assert apart(places[1], TEXAS) < 0.2


@pytest.mark.parametrize("text", ["He went to Paris, Russia and Iran.", "He went to Paris, Iceland."])
def test_a_list_and_what_holds_no_such_place_decide_nothing(knowledge: Knowledge, text: str) -> None:
    """There is a Paris in Russia."""
    assert apart(located(toponyms(text, "Paris"), text, knowledge)[0], FRANCE) < 0.2


def test_the_others_decide_the_rest(knowledge: Knowledge) -> None:
    alone = "The council met in Alexandria."
    assert whereabouts(knowledge, alone, "Alexandria")[0][1] == "EGY"
    near = "Police in Alexandria and Pineville arrested two men in Rapides Parish, Louisiana."
    assert whereabouts(knowledge, near, "Alexandria", "Pineville", "Rapides Parish", "Louisiana")[0] == ("Alexandria", "USA", 4314550)


def test_an_organisation_that_names_a_division_speaks_for_places_in_it(knowledge: Knowledge) -> None:
    text = "The Louisiana State Police closed the road between Alexandria and Pineville, the Louisiana State Police said."
    assert whereabouts(knowledge, text, "Alexandria")[0] == ("Alexandria", "USA", 4314550)


def test_adjectives_of_states_speak_for_places_in_them(knowledge: Knowledge) -> None:
    text = "British police closed the road to Richmond, British officials said. The British minister was at Richmond."
    assert whereabouts(knowledge, text, "Richmond")[0][1] == "GBR"


@pytest.mark.parametrize(
    ("text", "forms", "form", "identifier"),
    [
        ("Egypt, Israel and Iran wait for an answer from Washington.", ("Egypt", "Israel", "Iran"), "Washington", 4140963),
        ("Fires burnt in Oregon, Idaho and Washington.", ("Oregon", "Idaho"), "Washington", 5815135),  # the state
        ("The doctor flew from London to Luanda, and Angola sent samples to Munich.", ("Luanda", "Angola", "Munich"), "London", 2643743),
        ("Two men of Middlesex, Lambton and Toronto were arrested in London.", ("Middlesex", "Lambton", "Toronto"), "London", 6058560),
    ],
)
def test_a_capital_is_meant_where_other_states_are_named(
    knowledge: Knowledge, text: str, forms: tuple[str, ...], form: str, identifier: int
) -> None:
    assert (form, identifier) in {(name, number) for name, _, number in whereabouts(knowledge, text, *forms, form)}


def test_a_region_that_news_names_is_no_small_town(knowledge: Knowledge) -> None:
    """There is a Middle East in Baltimore, and it is meant where the text says so."""
    text = "American officials went to the Middle East and to New York."
    assert whereabouts(knowledge, text, "Middle East", "New York")[0] == ("Middle East", None, None)
    text = "A fire broke out in Middle East, Maryland."
    assert whereabouts(knowledge, text, "Middle East")[0][1] == "USA"


def test_two_names_of_one_town_do_not_speak_for_each_other(knowledge: Knowledge) -> None:
    """Medina in Ohio was called Mecca."""
    text = "One pilgrim died in Mecca, two died in Medina. Saudi Arabian authorities vaccinated pilgrims."
    assert whereabouts(knowledge, text, "Mecca", "Medina")[0][1] == "SAU"


def test_what_was_decided_before_is_not_read(knowledge: Knowledge) -> None:
    text = "Talks began in Moscow and in Xyzzyville."
    places = toponyms(text, "Moscow", "Xyzzyville")
    once = located(places, text, knowledge)
    wrong = tuple(replace(place, geonames_id=1, country="USA", lat=0.0, lon=0.0) for place in places)
    assert located(wrong, text, knowledge) == once == located(once, text, knowledge)


def test_no_toponyms_need_no_gazetteer(knowledge: Knowledge) -> None:
    assert located((), "Nobody went anywhere.", knowledge) == ()


def test_resolving_a_record_locates_its_places(knowledge: Knowledge) -> None:
    text = "Sergei Lavrov spoke in Moscow."
    given = replace(record(text, "Sergei Lavrov"), places=toponyms(text, "Moscow"))
    once = resolve(given, knowledge)
    assert [(place.country, place.geonames_id) for place in once.places] == [("RUS", 524901)]
    assert resolve(once, knowledge) == once


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("Paris, Texas, is small.", 4736286),
        ("Paris, W. Va., is small.", 4826850),
        ("Paris, N.Y., is small.", 5128638),
        ("Paris, La.", 4331987),
        ("Paris (Texas) is small.", 4736286),
        ("Paris, New South Wales and more.", 2155400),
        ("Paris, Texas.", 4736286),
        ("Paris, France.", 3017382),
    ],
)
def test_what_can_hold_it(knowledge: Knowledge, text: str, identifier: int) -> None:
    assert identifier in {site.geonames_id for site in holders(text, len("Paris"), knowledge)}


@pytest.mark.parametrize("text", ["Paris is small.", "Paris, he said, is small.", "Paris, Monday.", "Paris. Texas is large.", "Paris"])
def test_nothing_holds_it(knowledge: Knowledge, text: str) -> None:
    assert holders(text, len("Paris"), knowledge) == ()


@pytest.mark.parametrize("form", ["Moscow", "downtown Moscow", "City of Moscow", "Moscow city", "Moscow-Smolensk"])
def test_a_part_of_the_name_counts_where_the_whole_has_no_place(knowledge: Knowledge, form: str) -> None:
    assert 524901 in {site.geonames_id for site in senses(form, knowledge)}


@pytest.mark.parametrize("form", ["Xyzzyville", "", "-", "Moscowitz"])
def test_a_form_without_a_place_has_no_senses(knowledge: Knowledge, form: str) -> None:
    assert senses(form, knowledge) == ()


def test_the_chances_of_a_choice_sum_to_one(knowledge: Knowledge) -> None:
    choices = [Choice(senses(form, knowledge), (at * 30,)) for at, form in enumerate(("Paris", "Springfield", "Georgia", "Moscow"))]
    board = Board.of(choices)
    chances = board.chances(np.array([WEIGHTS[name] for name in NAMES]))
    assert np.bincount(board.choice, chances) == pytest.approx(np.ones(4))
    assert board.features(chances).shape == (len(chances), len(NAMES))


def test_where_an_event_lies() -> None:
    text = "They met in Moscow, then in the Red Sea town of Aqaba, and in Xyzzyville."
    moscow, red_sea, aqaba, nowhere = toponyms(text, "Moscow", "Red Sea", "Aqaba", "Xyzzyville")
    moscow = replace(moscow, geonames_id=524901, country="RUS", lat=55.75, lon=37.62)
    aqaba = replace(aqaba, geonames_id=250774, country="JOR", lat=29.53, lon=35.0)
    red_sea = replace(red_sea, lat=20.0, lon=38.5)
    places = (moscow, red_sea, aqaba, nowhere)
    assert location("Moscow", places) == Location(524901, "RUS", 55.75, 37.62)
    assert location("a hotel in Moscow", places) == Location(524901, "RUS", 55.75, 37.62)
    assert location("moscow, near Aqaba", places) == Location(524901, "RUS", 55.75, 37.62)
    assert location("Aqaba", places) == Location(250774, "JOR", 29.53, 35.0)
    assert location("Red Sea", places) is None
    assert location("Xyzzyville", places) is None
    assert location("Vienna", places) is None
    assert location("Moscowitz", places) is None
