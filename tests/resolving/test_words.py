"""The article's own words decide role, sector and state; what is not said stays open."""

from __future__ import annotations

import pytest

from dragoman.knowledge import Knowledge
from dragoman.resolving import resolve
from tests.resolving.articles import record

PERSONS = [
    pytest.param(
        "Ruritania aside, Pakistani Interior Minister Adam Beg spoke.",
        "Adam Beg",
        "PAK",
        "GOV",
        "Interior Minister",
        id="title before the name",
    ),
    pytest.param(
        "Adam Beg, Russia’s deputy foreign minister, said so.", "Adam Beg", "RUS", "GOV", "deputy foreign minister", id="apposition"
    ),
    pytest.param("Ukraine’s culture minister, Adam Beg, said so.", "Adam Beg", "UKR", "GOV", "culture minister", id="apposition before"),
    pytest.param(
        "The head of Poland’s counter terror police, Adam Beg, spoke.", "Adam Beg", "POL", None, "", id="two nouns behind the possessive"
    ),
    pytest.param("According to Adam Beg, the rebels are backed by Iran.", "Adam Beg", None, None, None, id="a clause is no apposition"),
    pytest.param("Minister Beg of Japan left.", "Beg", "JPN", "GOV", "Minister", id="of a state behind the name"),
    pytest.param(
        "Adam Beg, a spokesman for the Taliban, said so.", "Adam Beg", "AFG", "REB", "spokesman for the Taliban", id="speaks for a group"
    ),
    pytest.param(
        "Adam Beg, a spokesman for the European Commission, said so.", "Adam Beg", None, "IGO", None, id="speaks for a body of no state"
    ),
    pytest.param("Rep. Adam Beg (D-Calif.) said so.", "Adam Beg", "USA", "LEG", "Rep.", id="party and state in brackets"),
    pytest.param("A former Iranian diplomat, Adam Beg, agreed.", "Adam Beg", "IRN", "GOV", "former", id="former"),
    pytest.param("The U.S. ambassador to Pakistan, Adam Beg, left.", "Adam Beg", "USA", "GOV", "ambassador", id="sent by, not to"),
    pytest.param("Iran-backed commander Adam Beg fled.", "Adam Beg", None, "MIL", "commander", id="backed by is not of"),
    pytest.param("U.S. and Israeli envoy Adam Beg left.", "Adam Beg", None, "GOV", "envoy", id="of two states: of neither"),
    pytest.param("President Petrov met Adam Beg in Moscow.", "Adam Beg", None, None, None, id="the place of a meeting says nothing"),
    pytest.param("Poland, Adam Beg said, would wait.", "Adam Beg", None, None, None, id="a state beside the name says nothing"),
    pytest.param("British MP (Member of Parliament) Adam Beg left.", "Adam Beg", "GBR", "LEG", "MP", id="a title explained in brackets"),
    pytest.param(
        "Russia’s deputy foreign minister, Dr. Adam Beg, said so.",
        "Adam Beg",
        "RUS",
        "GOV",
        "deputy foreign minister",
        id="an honorific between the apposition and the name",
    ),
    pytest.param(
        "The president of the Tunisian League for the Defence of Human Rights, Adam Beg, spoke.",
        "Adam Beg",
        "TUN",
        "GOV",
        "president",
        id="apposition before, with “for” in an organisation’s name",
    ),
    pytest.param(
        "Adam Beg, of the Polish foreign ministry, said so.", "Adam Beg", "POL", "GOV", "", id="of an organisation behind a comma"
    ),
    pytest.param(
        "Adam Beg, a minister in the government of President Roc of France, said so.",
        "Adam Beg",
        "FRA",
        "GOV",
        "minister",
        id="the one whom he serves is named in the apposition",
    ),
    pytest.param("Adam Beg, a mayor, met French President Jean Roc.", "Jean Roc", "FRA", "GOV", "President", id="each with his own title"),
]


@pytest.mark.parametrize(("text", "name", "state", "sector", "role"), PERSONS)
def test_words_at_a_persons_name(
    knowledge: Knowledge, text: str, name: str, state: str | None, sector: str | None, role: str | None
) -> None:
    (actor,) = resolve(record(text, name), knowledge).actors
    assert (actor.kind, actor.state, actor.sector) == ("person", state, sector)
    assert actor.role is None if role is None and sector is None else (role or "") in (actor.role or "")
    assert actor.basis == ("words" if state or sector == "IGO" else None)


APART = [
    pytest.param("Adam Beg, a businessman and close friend of Israeli Prime Minister Bar Lev, said so.", "Adam Beg", id="a friend"),
    pytest.param("Adam Beg, a fierce critic of Russia, said so.", "Adam Beg", id="a critic"),
    pytest.param("Ann Beg, mother of Benghazi victim Sam Roe, said so.", "Ann Beg", id="kin of a victim in a town"),
]


@pytest.mark.parametrize(("text", "name"), APART)
def test_who_stands_apart_from_a_state_is_not_of_it(knowledge: Knowledge, text: str, name: str) -> None:
    (actor,) = resolve(record(text, name), knowledge).actors
    assert actor.state is None


OTHERS = [
    pytest.param("Islamabad", "state", "PAK", "GOV", id="capital"),
    pytest.param("the Kremlin", "state", "RUS", "GOV", id="palace"),
    pytest.param("The Afghan government", "state", "AFG", "GOV", id="government"),
    pytest.param("Iranian officials", "group", "IRN", "GOV", id="officials of a state"),
    pytest.param("Serbian protesters", "group", "SRB", "CVL", id="crowd of a state"),
    pytest.param("Palestinians", "group", "PSE", "CVL", id="people"),
    pytest.param("U.S. and Saudi diplomats", "group", None, "GOV", id="of two states"),
    pytest.param("Western diplomatic missions in Pakistan", "group", None, None, id="in a state, not of it"),
    pytest.param("U.S.-backed rebels", "group", None, "REB", id="backed by a state"),
    pytest.param("the Iraqi Defence Ministry", "organisation", "IRQ", "GOV", id="ministry of a state"),
    pytest.param("the Polish parliament", "organisation", "POL", "LEG", id="parliament of a state"),
    pytest.param("NATO", "igo", None, "IGO", id="alliance"),
    pytest.param("State Department", "organisation", "USA", "GOV", id="known without its state"),
    pytest.param("analysts", "group", None, None, id="unnamed"),
    pytest.param("many countries", "group", None, "GOV", id="no single state"),
    pytest.param("the Islamic Republic of Iran", "state", "IRN", "GOV", id="long form"),
    pytest.param("Russia’s claim", "state", "RUS", "GOV", id="a state’s word stands for it"),
    pytest.param("Estimates by the Turkish government", "media", "TUR", None, id="a document, by whom put out"),
    pytest.param("refugees fleeing German camps", "group", None, "CVL", id="what they flee is not of whom they are"),
    pytest.param("migrants crossing into Poland", "group", None, "CVL", id="nor where they go"),
    pytest.param("proxies of Russia", "group", None, None, id="who fights for a state is not of it"),
    pytest.param("Libya’s neighbours", "group", None, None, id="nor who lives beside it"),
    pytest.param("individuals from Latin America", "group", None, None, id="no word of the United States"),
    pytest.param("anti-Houthi fighters", "group", None, None, id="against a body"),
    pytest.param("people killed by Israeli forces", "group", None, "CVL", id="done by is not of"),
]


@pytest.mark.parametrize(("name", "kind", "state", "sector"), OTHERS)
def test_words_of_a_name_that_is_no_persons(knowledge: Knowledge, name: str, kind: str, state: str | None, sector: str | None) -> None:
    (actor,) = resolve(record(f"On Monday {name} said that talks would go on.", name), knowledge).actors
    assert (actor.kind, actor.state, actor.sector) == (kind, state, sector)


HOME = "Zimbabwe votes. Zimbabwe waited for the result in Harare. The Zimbabwean president spoke. "
SETTINGS = [
    pytest.param(HOME + "Police fired.", "Police", "ZWE", id="unplaced police belong to the state that the article is about"),
    pytest.param(HOME + "Foreign troops came.", "Foreign troops", None, id="foreign ones do not"),
    pytest.param(HOME + "Militants attacked.", "Militants", None, id="armed groups do not"),
    pytest.param("Zimbabwe and Zambia met. Zambia and Zimbabwe agreed. Police watched.", "Police", None, id="two states: neither"),
]


@pytest.mark.parametrize(("text", "name", "state"), SETTINGS)
def test_what_the_article_takes_for_granted(knowledge: Knowledge, text: str, name: str, state: str | None) -> None:
    (actor,) = resolve(record(text, name), knowledge).actors
    assert actor.state == state
    assert (actor.note is not None) == (state is not None)
