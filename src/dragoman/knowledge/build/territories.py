"""Territories and the forms of their names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from dragoman.knowledge.build.inputs import Inputs
from dragoman.knowledge.facts import Name, Person, Territory
from dragoman.knowledge.names import key, words

LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'’ .,()-]+")
SOURCES = {"leo-holanda/cartogrify": "cartogrify", "mledoze": "mledoze", "NGEC countries.csv": "ngec"}
USES = {"adjective": "adjective", "demonym_plural": "people", "demonym": "adjective", "demonym_or_name": ""}
CITY_PEOPLE = 100_000
CITY_RATIO = 5


def territories(inputs: Inputs) -> list[Territory]:
    """One row for each territory and former state."""
    cow = {row["iso3"]: int(row["cow_code"]) for row in inputs.table("actors/igo_memberships_cow_to_2014.csv.gz") if row["cow_code"]}
    kept = inputs.kept["territories"]
    rows = []
    for country in inputs.json("actors/mledoze_countries.json"):
        iso3 = kept["renamed"].get(country["cca3"], country["cca3"])
        member = country["unMember"] and iso3 not in kept["no_members"]
        kind = "member" if member else "state" if country["independent"] or iso3 in ("TWN", "PSE", "XKX") else "dependency"
        rows.append(Territory(iso3, country["name"]["common"], kind, cow.get(iso3), None, None, "mledoze"))
    rows += [Territory(x["iso3"], x["name"], "former", x["cow"], x["since"], x["until"], "kept") for x in kept["former"]]
    return rows


def names(inputs: Inputs, states: set[str]) -> list[Name]:
    """Names, adjectives, people and capitals, kept and given, one row a form, state and use; only forms that running text can hold."""
    dropped = _dropped(inputs)
    found: dict[tuple[str, str, str], Name] = {}
    for row in (*_kept(inputs), *_countries(inputs), *_demonyms(inputs), *_capitals(inputs)):
        given = row.source != "kept"  # what is dropped as a given name may be kept as an adjective
        if row.iso3 in states and row.form and not (given and (key(row.form), row.iso3) in dropped):
            found.setdefault((key(row.form), row.iso3, row.use), row)
    return _unambiguous(list(found.values()))


def _dropped(inputs: Inputs) -> set[tuple[str, str]]:
    return {(key(row["form"]), row["iso3"]) for row in inputs.kept["territories"]["dropped"]}


def _kept(inputs: Inputs) -> Iterator[Name]:
    kept = inputs.kept["territories"]
    for section, use in (("names", "name"), ("adjectives", "adjective"), ("people", "people"), ("capitals", "capital")):
        for iso3, forms in kept[section].items():
            yield from (Name(form, iso3, use, "government" if use == "capital" else None, "kept") for form in forms)
    for state in kept["former"]:
        for section, use in (("forms", "name"), ("adjectives", "adjective"), ("people", "people")):
            yield from (Name(form, state["iso3"], use, None, "kept") for form in state[section])


def _countries(inputs: Inputs) -> Iterator[Name]:
    renamed = inputs.kept["territories"]["renamed"]
    for country in inputs.json("actors/mledoze_countries.json"):
        forms = {country["name"]["common"], country["name"]["official"], *country["altSpellings"]}
        for form in sorted(forms):
            if len(form) > 3 and LATIN.fullmatch(form) and ", " not in form:
                yield Name(form, renamed.get(country["cca3"], country["cca3"]), "name", None, "mledoze")


def _demonyms(inputs: Inputs) -> Iterator[Name]:
    renamed = inputs.kept["territories"]["renamed"]
    for row in inputs.table("actors/demonyms_adjectives.csv"):
        form = row["form"].strip()
        use = USES.get(row["kind"], "") or ("people" if form.endswith("s") and not form.endswith("ss") else "adjective")
        if (
            "," in form
            or len(form) < 4
            or form.startswith(("the ", "of "))
            or re.search(r"\b(Republic|Kingdom|State|Island|Islands)\b", form)
        ):
            continue
        yield Name(form[0].upper() + form[1:], renamed.get(row["iso3"], row["iso3"]), use, None, SOURCES.get(row["source"], "ngec"))


def _capitals(inputs: Inputs) -> Iterator[Name]:
    renamed = inputs.kept["territories"]["renamed"]
    for country in inputs.json("actors/mledoze_countries.json"):
        if country["unMember"] or country["cca3"] in ("TWN", "PSE", "UNK"):
            iso3 = renamed.get(country["cca3"], country["cca3"])
            yield from (Name(city, iso3, "capital", "government", "mledoze") for city in country["capital"])


def _unambiguous(rows: list[Name]) -> list[Name]:
    """The rows whose form means one state in its best use; kept rows win over given ones, a name over an adjective over a capital."""
    order = {"name": 0, "adjective": 1, "people": 2, "capital": 3}
    by_form: dict[str, list[Name]] = defaultdict(list)
    for row in rows:
        by_form[key(row.form)].append(row)
    result = []
    for group in by_form.values():
        group.sort(key=lambda row: (row.source != "kept", order[row.use], row.iso3))
        best = group[0]
        rivals = {row.iso3 for row in group if row.source == best.source == "kept" or (best.source != "kept" and row.use == best.use)}
        if len(rivals) == 1:
            result += [row for row in group if row.iso3 == best.iso3]
        else:
            result += [row for row in group if row.iso3 in rivals]
    return result


def places(inputs: Inputs, states: set[str], persons: Iterable[Person]) -> list[Name]:
    """Seats of power, divisions and larger cities that one state owns; no city that is called as a person in the tables (George, Bush)."""
    people = {key(word.text) for person in persons for name in person.names for word in words(name)}
    dropped = _dropped(inputs)
    cities = (row for row in _cities(inputs, states) if (key(row.form), row.iso3) not in dropped and key(row.form) not in people)
    return [*_seats(inputs), *_divisions(inputs), *cities]


def _seats(inputs: Inputs) -> Iterator[Name]:
    kept = inputs.kept["seats"]
    dropped = {row["form"] for row in kept["dropped"]}
    taken = {key(row["form"]) for row in kept["rows"]}
    yield from (Name(row["form"], row["state"], "seat", row["stands_for"], "kept") for row in kept["rows"])
    for row in inputs.table("actors/metonyms_and_seats.csv"):
        form, iso3 = row["form"], row["iso3"]
        if form in dropped or key(form) in taken or row["source"] == "mledoze capitals" or not re.fullmatch("[A-Z]{3}", iso3):
            continue
        if iso3 in ("ICC",):
            continue
        taken.add(key(form))
        yield Name(form, iso3, "seat", row["stands_for"], "ontoinsights" if "ontoinsights" in row["source"] else "kept-memory")


def _divisions(inputs: Inputs) -> Iterator[Name]:
    for iso3, forms in inputs.kept["places"].items():
        if iso3 != "source":
            yield from (Name(form, iso3, "place", None, "kept") for form in forms)


def _cities(inputs: Inputs, states: set[str]) -> Iterator[Name]:
    """Cities of `CITY_PEOPLE` and more whose name no city of another state with a fifth of their people bears."""
    alpha3 = {country["cca2"]: country["cca3"] for country in inputs.json("actors/mledoze_countries.json")}
    people: dict[str, dict[str, int]] = defaultdict(dict)
    forms: dict[str, str] = {}
    for row in inputs.table("geo/geonames_cities15000_latin.csv.gz"):
        iso3 = inputs.kept["territories"]["renamed"].get(alpha3.get(row["cc"], ""), alpha3.get(row["cc"], ""))
        form_key = key(row["name"])
        people[form_key][iso3] = max(people[form_key].get(iso3, 0), int(row["population"] or 0))
        forms.setdefault(form_key, row["name"])
    for form_key, by_state in people.items():
        (most, iso3), *others = sorted(((number, state) for state, number in by_state.items()), reverse=True)
        if most >= CITY_PEOPLE and iso3 in states and len(form_key) > 3 and all(most >= CITY_RATIO * number for number, _ in others):
            yield Name(forms[form_key], iso3, "place", None, "geonames")
