"""Who was seen in which office, by every given table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dragoman.errors import KnowledgeError
from dragoman.knowledge.build.inputs import Inputs
from dragoman.knowledge.names import key

LEADERS_SEEN = "2022-09-08"
REIGN_SEEN = "2021-03"
SPEAKERS_SINCE = 1990
TITLE_OFFICES = (
    (r"secretary[- ]general of the united nations", "secretary_general"),
    (r"^(deputy|vice)[- ]president|vice[- ]president|deputy president", "vice_president"),
    (r"deputy prime|vice[- ]chancellor|deputy premier|tánaiste", ""),
    (r"(foreign|external) (affairs|relations|minister)|foregn affairs", "foreign_minister"),
    (r"secretary of state|governor|deputy|adviser|delegation|representative|chair of|head of delegation|mayor", ""),
    (r"crown prince", "crown_prince"),
    (r"prime minister|chancellor|premier|head of government|taoiseach|minister-president|chief minister", "prime_minister"),
    (r"president of the (council of ministers|executive yuan|government)", "prime_minister"),
    (r"supreme leader|supreme political|general secretary|supreme council", "leader"),
    (r"\b(king|queen|monarch|monarchy|emperor|emir|amir|sultan|grand duke|yang di-pertuan|prince of)\b", "monarch"),
    (r"\b(pope|o le ao|sovereign)\b|^prince$", "monarch"),
    (r"\bpresident\b|presidency|captain regent|head of state|chairman of the|transitional|federal council", "president"),
)  # fmt: skip


class Sighting(NamedTuple):
    """A person in an office, as one source has it."""

    name: str
    place: str
    office: str
    title: str | None
    since: str | None
    until: str | None
    first_seen: str | None
    last_seen: str | None
    wikidata: str | None
    names: tuple[str, ...]
    source: str


def office_of(title: str) -> str:
    """The office class that a title names, "" where none is kept."""
    lower = title.lower()
    return next((office for pattern, office in TITLE_OFFICES if re.search(pattern, lower)), "")


def observations(inputs: Inputs, states: set[str]) -> list[Sighting]:
    """All sightings but those of the CC BY-SA snapshot, the most trusted source first."""
    rows = [*kept(inputs), *_ministers(inputs), *_leaders(inputs), *_officials(inputs), *_speakers(inputs), *_reign(inputs)]
    return [row for row in rows if row.place in states or not re.fullmatch("[A-Z]{3}", row.place) or row.place in _bodies(inputs)]


def _bodies(inputs: Inputs) -> set[str]:
    return {row["id"] for row in inputs.kept["bodies"]["rows"]}


def kept(inputs: Inputs) -> Iterator[Sighting]:
    """The hand-kept holders of all `holders_*.yaml`. Raises KnowledgeError where a row has not the five parts."""
    files = [content for stem, content in inputs.kept.items() if stem.startswith("holders_")]
    for file in files:
        for place, offices in file["rows"].items():
            for office, rows in offices.items():
                yield from (_holder(place, office, row, file["last_seen"]) for row in rows)


def _holder(place: str, office: str, row: str, last_seen: str) -> Sighting:
    cells = [part.strip() or None for part in row.split("|")]
    if len(cells) != 5 or not cells[0]:
        raise KnowledgeError(f"holders of {place} {office}: {row!r} is not Name | since | until | other names | Wikidata id")
    name, since, until, names, wikidata = cells
    others = tuple(part.strip() for part in (names or "").split(",") if part.strip())
    return Sighting(name or "", place, office, None, since, until, None, None if until else last_seen, wikidata, others, "kept")


def _ministers(inputs: Inputs) -> Iterator[Sighting]:
    for row in inputs.table("actors/foreign_ministers_2022_snapshots.csv"):
        if row["iso3"] and row["name"]:
            source = "fm-snapshots" if "scraped" in row["sources"] else "fm-snapshots?"
            start = row["start"] if row["start"] and row["start"] <= row["last_seen"] else None
            qid = row["person_qid"] if row["person_qid"].startswith("Q") else None
            title = row["position"] if len(row["position"]) < 60 else None
            yield Sighting(
                row["name"], row["iso3"], "foreign_minister", title, start, None, row["first_seen"], row["last_seen"], qid, (), source
            )


def _leaders(inputs: Inputs) -> Iterator[Sighting]:
    codes = _country_codes(inputs)
    for file, label, name in (("wikidata", "positionLabel", "officeholderLabel"), ("wikipedia", "positionlabel", "officeholderlabel")):
        for row in inputs.table(f"actors/world_leaders_2021_2022_{file}.csv"):
            office, place = office_of(row[label]), codes.get(_bare(row["country"]))
            if place and office and not re.fullmatch(r"Q\d+", row[name]):
                seen = None if row["end_year"] else LEADERS_SEEN
                full = re.sub(r"\s*\(.*?\)|, .*$| of (Sweden|Spain|Pahang)$", "", row[name])
                start, end = row["start_year"] or None, row["end_year"] or None
                source = f"{file}-leaders"
                yield Sighting(full, place, office, row[label], start, end, None, seen, row["officeholder"], (), source)


def _bare(country: str) -> str:
    return key(re.sub(r"\s*\(.*", "", country)).lower().removeprefix("the ")


def _country_codes(inputs: Inputs) -> dict[str, str]:
    codes = {"palestine": "PSE", "kosovo": "XKX", "ireland": "IRL", "usa": "USA", "cape verde": "CPV", "congo": "COG"}
    for country in inputs.json("actors/mledoze_countries.json"):
        iso3 = inputs.kept["territories"]["renamed"].get(country["cca3"], country["cca3"])
        for form in (country["name"]["common"], country["name"]["official"], *country["altSpellings"]):
            codes.setdefault(_bare(form), iso3)
    for iso3, forms in inputs.kept["territories"]["names"].items():
        for form in forms:
            codes.setdefault(_bare(form), iso3)
    return codes


OFFICIALS = {
    "Secretary-General of the United Nations": ("UN", "secretary_general"),
    "Deputy Secretary-General of the United Nations": ("UN", "deputy_secretary_general"),
    "President of the United Nations General Assembly": ("UNGA", "assembly_president"),
    "Speaker of the Arab Parliament": ("ARABPARL", "house_speaker"),
    "president of the Parliamentary Assembly of the Council of Europe": ("PACE", "assembly_president"),
    "President of the International Court of Justice": ("ICJ", "court_president"),
    "OSCE High Commissioner on National Minorities": ("OSCE", "minorities_commissioner"),
    "Director-General of the World Trade Organization": ("WTO", "director_general"),
}


def _officials(inputs: Inputs) -> Iterator[Sighting]:
    for row in inputs.table("actors/un_officials_2001_2022.csv"):
        place, office = OFFICIALS[row["position"]]
        name = re.sub(r", Baron .*", "", row["person"])
        if name.isascii() or re.search("[a-z]", name):
            seen = None if row["end"] else max(LEADERS_SEEN, row["start"])
            yield Sighting(
                name, place, office, row["position"], row["start"], row["end"] or None, None, seen, row["personID"], (), "un-officials"
            )


def _speakers(inputs: Inputs) -> Iterator[Sighting]:
    """One sighting a speaker and September, or year before 1998, for posts that name an office."""
    for row in inputs.table("actors/un_general_debate_speakers.csv"):
        year, office = row["Year"], office_of(row["Post"])
        if year.isdigit() and int(year) >= SPEAKERS_SINCE and office and row["ISO Code"]:
            name = re.sub(
                r"^(Mr|Mrs|Ms|Miss|Dr|Sir|Dame|H\.?E\.?|His|Her|Sheikh|Prince|King|President|General)\.?\s+",
                "",
                row["Name of Person Speaking"],
            )
            seen = f"{year}-09" if int(year) >= 1998 else year
            if len(name.split()) > 1:
                place = {"EC": "EU"}.get(row["ISO Code"], row["ISO Code"])
                yield Sighting(
                    _cased(name),
                    place,
                    "council_president" if place == "EU" else office,
                    None,
                    None,
                    None,
                    seen,
                    seen,
                    None,
                    (),
                    "ungd-speakers",
                )


def _cased(name: str) -> str:
    return " ".join(word.title() if word.isupper() and len(word) > 3 else word for word in name.split())


def _reign(inputs: Inputs) -> Iterator[Sighting]:
    for row in inputs.table("actors/reign_leaderlist_2021_03.csv"):
        place = inputs.kept["reign"]["codes"].get(row["stateabb"], row["stateabb"])
        if place == "RUS" and int(row["syear"]) < 1991:
            place = "SUN"
        if place == "SRB" and int(row["syear"]) < 2006:
            place = "YUG"
        since = f"{row['syear']}-{int(row['smonth']):02d}-{int(row['sdate']):02d}" if row["sdate"] else row["syear"]
        until = f"{row['eyear']}-{int(row['emonth']):02d}" if row["eyear"] else None
        yield Sighting(row["leader"], place, "leader", None, since, until, None, None if until else REIGN_SEEN, None, (), "reign")


def heads_2026(inputs: Inputs) -> list[Sighting]:
    """The snapshot of 2026-08-22, its own table because its licence is share-alike."""
    places = {"EU": "EU", "AU_AF": "AU"}
    rows = []
    for row in inputs.table("actors/heads_current_2026-08.csv"):
        place = row["iso3"] or places.get(row["iso2"], "")
        office = {"EU": {"head_of_government": "commission_president", "head_of_state": "council_president"}}.get(place, {}).get(
            row["role"]
        )
        office = office or {"AU": {"head_of_government": "commission_president", "head_of_state": "council_president"}}.get(place, {}).get(
            row["role"]
        )
        office = office or office_of(row["title"])
        rows.append(
            Sighting(
                row["name"],
                place,
                office,
                row["title"],
                row["since"] or None,
                None,
                None,
                row["snapshot"],
                row["wikidata"] or None,
                (),
                "heads-2026",
            )
        )
    return [row for row in rows if row.place and row.office]
