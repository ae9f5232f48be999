"""The author of a first-person document is the one whom its title names."""

import pytest

from dragoman.reading.authors import author, bare


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Statement by National Security Advisor Jake Sullivan on Russia’s Missile Strikes", "National Security Advisor Jake Sullivan"),
        ("Statement from President Joe Biden on the Situation in Sudan", "President Joe Biden"),
        ("Remarks by Vice President Harris at the Munich Security Conference", "Vice President Harris"),
        ("Statement from President Joe Biden Condemning the Coup in Niger", "President Joe Biden"),
        ("Statement by President Xi Jinping Welcoming the Truce", "President Xi Jinping"),
        ("Remarks by President Biden and President Macron of the French Republic Before Bilateral Meeting", "President Biden"),
        ("Statement by Secretary of Health and Human Services Xavier Becerra", "Secretary of Health and Human Services Xavier Becerra"),
        ("General Debate, LIE, 2015 (excerpt; the speaker is the delegation of LIE)", "LIE"),
        ("General Debate, Mongolia, 2024", "Mongolia"),
        ("General Debate, the Republic of the Congo (2019)", "Republic of the Congo"),
        ("Leaders skip the General Debate, diplomats say", None),
        ("President Biden’s statement on the ceasefire", "President Biden"),
        ("Pakistan pledges neutrality in Ukraine crisis", None),
        (None, None),
    ],
)
def test_the_title_names_the_author(title: str | None, expected: str | None) -> None:
    assert author(title) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("National Security Advisor Jake Sullivan", "Jake Sullivan"),
        ("President Joe Biden", "Joe Biden"),
        ("President Biden", "President Biden"),
        ("LIE", "LIE"),
    ],
)
def test_offices_before_a_name_are_left_out(name: str, expected: str) -> None:
    assert bare(name) == expected
