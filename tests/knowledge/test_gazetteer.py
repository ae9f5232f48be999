"""The gazetteer: names are found however they are written, and places know what they lie in."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from dragoman.errors import KnowledgeError
from dragoman.knowledge import gazetteer
from dragoman.knowledge.build.gazetteer import Row, arrays, digest, write
from dragoman.knowledge.gazetteer import KINDS, Gazetteer, fold, shipped


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("São Paulo", "Sao Paulo"),
        ("St. Petersburg", "Saint Petersburg"),
        ("Mt. Vernon", "Mount Vernon"),
        ("Port-au-Prince", "port au prince"),
        ("Sana’a", "Sanaa"),
        ("N.Y.", "NY"),
        ("The Hague", "Hague"),
        ("Łódź", "Lodz"),
        ("Ft. Worth", "Fort Worth"),
    ],
)
def test_forms_of_one_name_have_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Paris", "Pari"), ("East Ham", "Ham"), ("St. Paul", "Paul"), ("Niger", "Nigeria")])
def test_forms_of_two_names_have_two(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("name", "kind", "state", "identifier"),
    [
        ("Moscow", "town", "RUS", 524901),
        ("Kiev", "town", "UKR", 703448),
        ("Saigon", "town", "VNM", 1566083),
        ("Kyiv", "town", "UKR", 703448),
        ("Rapides Parish", "district", "USA", 4338356),
        ("La.", "division", "USA", 4331987),
        ("W. Va.", "division", "USA", 4826850),
        ("Europe", "continent", None, 6255148),
        ("Red Sea", "water", None, None),
        ("Donbass", "region", "UKR", None),
    ],
)
def test_places_are_found_by_their_names(name: str, kind: str, state: str | None, identifier: int | None) -> None:
    assert (kind, state, identifier) in {(site.kind, site.state, site.geonames_id) for site in shipped().named(name)}


def test_what_has_no_name_in_it_is_not_found() -> None:
    assert shipped().named("Xyzzyville") == ()
    assert shipped().named("") == ()
    assert shipped().state("XXX") is None


def test_every_key_is_found_and_in_order() -> None:
    table = shipped()
    keys = table.names.split(b"\n")[:-1]
    assert keys == sorted(set(keys))
    assert len(keys) == len(table.first) - 1 == len(table.ends)
    for key in keys[:: len(keys) // 500]:
        assert table.named(key.decode()), key


def test_the_columns_are_sound() -> None:
    table = shipped()
    assert len(table) > 250_000
    assert np.abs(table.lats).max() <= 90
    assert np.abs(table.lons).max() <= 180
    assert (table.people >= 0).all()
    states = table.kinds == KINDS.index("state")
    assert len(set(table.states[states].tolist())) == states.sum()
    inside = table.divisions >= 0
    assert (table.states[inside] == table.states[table.divisions[inside]]).all()


def test_a_middle_lies_among_the_towns() -> None:
    """Texas, of which no town lies more than 800 km from its middle."""
    (texas,) = (site for site in shipped().named("Texas") if site.geonames_id == 4736286)
    assert texas.lat == pytest.approx(31.3, abs=1.5)
    assert texas.lon == pytest.approx(-99.3, abs=1.5)


def test_a_state_has_its_place() -> None:
    pakistan = shipped().state("PAK")
    assert pakistan
    assert (pakistan.kind, pakistan.geonames_id) == ("state", 1168579)


def small() -> dict[str, Row]:
    province = Row("division", 1, "MLI", 1.0, 2.0, 30, division="p", names={"oz": 2})
    return {"p": province, "t": Row("town", 2, "MLI", 1.5, 2.5, 10, division="p", names={"oz": 2, "ada": 0})}


def test_what_is_written_is_read(tmp_path: Path) -> None:
    table = arrays(small())
    write(table, tmp_path)
    read = Gazetteer.read(tmp_path / gazetteer.FILE)
    assert [(site.kind, site.division, site.people) for site in read.named("Oz")] == [("division", 0, 30), ("town", 0, 10)]
    assert [(site.name_rank, site.lat, site.lon) for site in read.named("Áda")] == [(0, 1.5, 2.5)]
    assert (tmp_path / gazetteer.DIGEST).read_text().strip() == digest(table)


def test_the_digest_is_that_of_the_shipped_table() -> None:
    with np.load(gazetteer.DATA / gazetteer.FILE) as table:
        assert digest({name: table[name] for name in table.files}) == gazetteer.digest()


@pytest.mark.parametrize("content", [b"", b"PK no zip", None])
def test_a_damaged_table_is_an_error_that_says_what_to_do(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / gazetteer.FILE
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(KnowledgeError, match="install the package again"):
        Gazetteer.read(path)
