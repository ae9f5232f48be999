"""Persons and the offices they held: sightings from many tables, joined into stretches of time."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dragoman.knowledge.build.inputs import Inputs
from dragoman.knowledge.checks import overlap, shared
from dragoman.knowledge.dates import first_day, last_day
from dragoman.knowledge.facts import Holding, Person
from dragoman.knowledge.names import family_names, key, parts, same_person

LEADERS_SEEN = "2022-09-08"
REIGN_SEEN = "2021-03"
SPEAKERS_SINCE = 1990
REIGN_STATES = {
    "AAB": "ATG", "ALG": "DZA", "AUL": "AUS", "AUS": "AUT", "BAH": "BHR", "BAR": "BRB", "BFO": "BFA", "BHM": "BHS", "BHU": "BTN", "BNG": "BGD",
    "BOS": "BIH", "BOT": "BWA", "BRU": "BRN", "BUI": "BDI", "BUL": "BGR", "CAM": "KHM", "CAO": "CMR", "CAP": "CPV", "CDI": "CIV", "CEN": "CAF",
    "CHA": "TCD", "CHL": "CHL", "CON": "COG", "COS": "CRI", "CRO": "HRV", "CZE": "CSK", "CZR": "CZE", "DEN": "DNK", "DRC": "COD", "EQG": "GNQ",
    "ETM": "TLS", "FIJ": "FJI", "FRN": "FRA", "GAM": "GMB", "GDR": "DDR", "GFR": "DEU", "GMY": "DEU", "GRG": "GEO", "GRN": "GRD", "GUA": "GTM",
    "GUI": "GIN", "HAI": "HTI", "HON": "HND", "ICE": "ISL", "INS": "IDN", "IRE": "IRL", "KOS": "XKX", "KUW": "KWT", "KYR": "KGZ", "KZK": "KAZ",
    "LAT": "LVA", "LEB": "LBN", "LES": "LSO", "LIB": "LBY", "LIT": "LTU", "MAA": "MRT", "MAC": "MKD", "MAD": "MDV", "MAG": "MDG", "MAL": "MYS",
    "MAS": "MUS", "MAW": "MWI", "MLD": "MDA", "MNC": "MCO", "MON": "MNG", "MOR": "MAR", "MSI": "MHL", "MYA": "MMR", "MZM": "MOZ", "NAU": "NRU",
    "NEP": "NPL", "NEW": "NZL", "NIG": "NGA", "NIR": "NER", "NTH": "NLD", "OMA": "OMN", "PAL": "PLW", "PAR": "PRY", "PHI": "PHL", "POR": "PRT",
    "ROK": "KOR", "ROM": "ROU", "SAF": "ZAF", "SAL": "SLV", "SEY": "SYC", "SIE": "SLE", "SIN": "SGP", "SKN": "KNA", "SLO": "SVK", "SLU": "LCA",
    "SLV": "SVN", "SNM": "SMR", "SOL": "SLB", "SPN": "ESP", "SRI": "LKA", "SUD": "SDN", "SVG": "VCT", "SWA": "SWZ", "SWD": "SWE", "SWZ": "CHE",
    "TAJ": "TJK", "TAZ": "TZA", "THI": "THA", "TOG": "TGO", "TRI": "TTO", "UAE": "ARE", "UKG": "GBR", "URU": "URY", "VAN": "VUT", "YAR": "YEM",
    "YPR": "YMD", "YUG": "SRB", "ZAM": "ZMB", "ZIM": "ZWE", "DRV": "VNM", "RVN": "VDR", "TKM": "TKM", "STP": "STP", "FSM": "FSM", "GNB": "GNB",
    "LIE": "LIE", "NAM": "NAM", "PAN": "PAN", "TUN": "TUN", "TON": "TON", "WSM": "WSM",
}  # fmt: skip
"""REIGN's abbreviations (COW's) that are not the alpha-3 code. Note AUS = Austria, SWZ = Switzerland, SLV = Slovenia, MAC = Macedonia."""
TITLE_OFFICES = (
    (r"secretary[- ]general of the united nations", "secretary_general"),
    (r"^(deputy|vice)[- ]president|vice[- ]president|deputy president", "vice_president"),
    (r"deputy prime|vice[- ]chancellor|deputy premier|tánaiste", ""),
    (r"(foreign|external) (affairs|relations|minister)|foregn affairs", "foreign_minister"),
    (r"secretary of state|governor|deputy|adviser|delegation|representative|chair of|head of delegation|mayor", ""),
    (r"crown prince", "crown_prince"),
    (r"prime minister|chancellor|premier|head of government|taoiseach|minister-president|president of the (council of ministers|executive yuan|government)"
     r"|chief minister", "prime_minister"),
    (r"supreme leader|supreme political|general secretary|supreme council", "leader"),
    (r"\b(king|queen|monarch|monarchy|emperor|emir|amir|sultan|grand duke|yang di-pertuan|prince of|pope|o le ao|sovereign)\b|^prince$", "monarch"),
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
    rows = [*_kept(inputs), *_ministers(inputs), *_leaders(inputs), *_officials(inputs), *_speakers(inputs), *_reign(inputs)]
    return [row for row in rows if row.place in states or not re.fullmatch("[A-Z]{3}", row.place) or row.place in _bodies(inputs)]


def _bodies(inputs: Inputs) -> set[str]:
    return {row["id"] for row in inputs.kept["bodies"]["rows"]}


def _kept(inputs: Inputs) -> Iterator[Sighting]:
    kept = inputs.kept["holders"]
    for place, offices in kept["rows"].items():
        for office, rows in offices.items():
            for row in rows:
                name, since, until, names, wikidata = (part.strip() or None for part in row.split("|"))
                others = tuple(part.strip() for part in (names or "").split(",") if part.strip())
                seen = None if until else kept["last_seen"]
                yield Sighting(name or "", place, office, None, since, until, None, seen, wikidata, others, "kept")


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
                yield Sighting(
                    full, place, office, row[label], row["start_year"] or None, row["end_year"] or None, None, seen, row["officeholder"], (),
                    f"{file}-leaders",
                )  # fmt: skip


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
            yield Sighting(name, place, office, row["position"], row["start"], row["end"] or None, None, seen, row["personID"], (), "un-officials")


def _speakers(inputs: Inputs) -> Iterator[Sighting]:
    """One sighting a speaker and September, or year before 1998, for posts that name an office."""
    for row in inputs.table("actors/un_general_debate_speakers.csv"):
        year, office = row["Year"], office_of(row["Post"])
        if year.isdigit() and int(year) >= SPEAKERS_SINCE and office and row["ISO Code"]:
            name = re.sub(r"^(Mr|Mrs|Ms|Miss|Dr|Sir|Dame|H\.?E\.?|His|Her|Sheikh|Prince|King|President|General)\.?\s+", "", row["Name of Person Speaking"])
            seen = f"{year}-09" if int(year) >= 1998 else year
            if len(name.split()) > 1:
                place = {"EC": "EU"}.get(row["ISO Code"], row["ISO Code"])
                yield Sighting(_cased(name), place, "council_president" if place == "EU" else office, None, None, None, seen, seen, None, (), "ungd-speakers")


def _cased(name: str) -> str:
    return " ".join(word.title() if word.isupper() and len(word) > 3 else word for word in name.split())


def _reign(inputs: Inputs) -> Iterator[Sighting]:
    for row in inputs.table("actors/reign_leaderlist_2021_03.csv"):
        place = REIGN_STATES.get(row["stateabb"], row["stateabb"])
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
        office = {"EU": {"head_of_government": "commission_president", "head_of_state": "council_president"}}.get(place, {}).get(row["role"])
        office = office or {"AU": {"head_of_government": "commission_president", "head_of_state": "council_president"}}.get(place, {}).get(row["role"])
        office = office or office_of(row["title"])
        rows.append(
            Sighting(row["name"], place, office, row["title"], row["since"] or None, None, None, row["snapshot"], row["wikidata"] or None, (), "heads-2026")
        )
    return [row for row in rows if row.place and row.office]


# ---------------------------------------------------------------- sightings → persons and holdings


def people(inputs: Inputs, sightings: list[Sighting], known: Iterable[Person] = ()) -> tuple[list[Person], list[Holding]]:
    """Persons and holdings from sightings; persons already `known` are referred to, not repeated."""
    roster = _Roster(known)
    by_office: dict[tuple[str, str], list[tuple[str, Sighting]]] = defaultdict(list)
    for row in sightings:
        by_office[row.place, row.office].append((roster.person(row), row))
    if not known:
        _figures(inputs, roster)
    holdings = [holding for group in by_office.values() for holding in _stretches(inputs, group)]
    return roster.new(), holdings


class _Roster:
    """Persons by place, so that one name in one place is one person."""

    def __init__(self, known: Iterable[Person]) -> None:
        self._known = {person.id for person in known}
        self._by_place: dict[str, list[Person]] = defaultdict(list)
        self._times: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for person in known:
            self._by_place[person.state or person.body or ""].append(person)

    def person(self, row: Sighting) -> str:
        """The id of the person of that sighting, entered or enriched."""
        place = self._by_place[row.place]
        index = self._index(row)
        if index is None:
            state = re.fullmatch("[A-Z]{3}", row.place) and row.place not in ("UNGA", "UNSC", "WTO", "WHO", "ICJ")
            qid = row.wikidata if _trusted(row) else None
            person = Person(f"{row.place}/{key(row.name).lower().replace(' ', '-')}", row.name, row.place if state else None,
                            None if state else row.place, None, qid, tuple(dict.fromkeys((row.name, *row.names))), row.source.rstrip("?"))  # fmt: skip
            place.append(person)
            index = len(place) - 1
        elif place[index].id not in self._known:
            place[index] = _enriched(place[index], row)
        self._times[place[index].id].append((first_day(row.since or row.first_seen), last_day(row.until or row.last_seen)))
        return place[index].id

    def _index(self, row: Sighting) -> int | None:
        """Where the person of that sighting stands: by name, or, of a family name alone, the one who held an office at that time."""
        place = self._by_place[row.place]
        same = next((i for i, person in enumerate(place) if key(row.name) in {key(name) for name in person.names}), None)
        if same is not None and (row.source == "kept" or len(parts(row.name)) > 1 or row.source == "heads-2026"):
            return same
        if len(parts(row.name)) > 1 or row.source == "kept":
            return next((i for i, person in enumerate(place) if _fits(row, person)), None)
        named = [i for i, person in enumerate(place) if parts(row.name)[-1] in _families(person)]
        start, end = first_day(row.since), last_day(row.until or row.last_seen)
        then = [i for i in named if any(early <= end and start <= late for early, late in self._times[place[i].id])]
        alone = [i for i in named if len(parts(place[i].name)) == 1]
        return then[0] if len(then) == 1 else alone[0] if alone else None

    def new(self) -> list[Person]:
        """The persons that were not known before."""
        return [person for place in self._by_place.values() for person in place if person.id not in self._known]


def _trusted(row: Sighting) -> bool:
    return row.source != "heads-2026" and bool(row.wikidata)


def _fits(row: Sighting, person: Person) -> bool:
    if row.wikidata and person.wikidata and _trusted(row):
        return row.wikidata == person.wikidata
    return any(same_person(row.name, name) for name in person.names)


def _families(person: Person) -> set[str]:
    return {part for name in person.names for part in family_names(name, person.state)}


def _enriched(person: Person, row: Sighting) -> Person:
    more = (row.name, *row.names) if len(parts(row.name)) > 1 else row.names
    names = tuple(dict.fromkeys((*person.names, *more)))
    return person._replace(names=names, wikidata=person.wikidata or (row.wikidata if _trusted(row) else None))


def _figures(inputs: Inputs, roster: _Roster) -> None:
    for state, entries in inputs.kept["persons"]["rows"].items():
        for entry in entries:
            names, _, sector = entry.partition(" | ")
            first, *others = names.split(" = ")
            row = Sighting(first, state, "", None, None, None, None, None, None, tuple(others), "kept")
            identifier = roster.person(row)
            place = roster._by_place[state]
            index = next(i for i, person in enumerate(place) if person.id == identifier)
            place[index] = place[index]._replace(sector=sector or place[index].sector)


def _stretches(inputs: Inputs, group: list[tuple[str, Sighting]]) -> list[Holding]:
    """The holdings of one office: sightings of one person joined where they touch, then cut where a better source has another holder."""
    by_person: dict[str, list[Sighting]] = defaultdict(list)
    for person, row in group:
        by_person[person].append(row)
    joined = [holding for person, rows in by_person.items() for holding in _joined(person, rows)]
    return _settled(inputs, sorted(joined, key=_trust))


def _trust(row: Holding) -> tuple[int, str, str]:
    order = ("kept", "heads-2026", "fm-snapshots", "wikidata-leaders", "wikipedia-leaders", "un-officials", "ungd-speakers", "reign", "fm-snapshots?")
    return (order.index(row.source), row.since or row.first_seen or "", row.person)


def _joined(person: str, rows: list[Sighting]) -> list[Holding]:
    stretches: list[Holding] = []
    for row in sorted(rows, key=lambda row: (_start(row.since, row.first_seen), row.source)):
        new = Holding(person, row.place, row.office, row.title, row.since, row.until, row.first_seen, row.last_seen, row.source)
        if stretches and _touch(stretches[-1], new):
            stretches[-1] = _union(stretches[-1], new)
        else:
            stretches.append(new)
    return stretches


def _start(since: str | None, seen: str | None) -> str:
    return first_day(since or seen)


def _end(row: Holding) -> str:
    return last_day(row.until or row.last_seen)


def _touch(old: Holding, new: Holding) -> bool:
    """Overlapping, or sightings at most thirteen months apart with no end between them."""
    if old.until and first_day(old.until) < _start(new.since, new.first_seen):
        return False
    if new.since and last_day(old.last_seen or old.until) < first_day(new.since) and (old.last_seen or "") < new.since:
        return False
    gap = int(_start(new.since, new.first_seen)[:4]) * 12 + int(_start(new.since, new.first_seen)[5:7])
    return gap - (int(_end(old)[:4]) * 12 + int(_end(old)[5:7])) <= 13


def _union(old: Holding, new: Holding) -> Holding:
    best = min(old, new, key=_trust)
    since = _finest(best.since, old.since, new.since)
    until = best.until if best.source == "kept" and best.until else _finest(best.until, old.until, new.until)
    firsts = [x for x in (old.first_seen, new.first_seen) if x]
    lasts = [x for x in (old.last_seen, new.last_seen) if x]
    seen = max(lasts) if lasts and not until else None
    return best._replace(since=since, until=until, first_seen=None if since else min(firsts, default=None), last_seen=seen, title=best.title or old.title or new.title)


def _finest(best: str | None, *others: str | None) -> str | None:
    """The best source's date, or a finer one that says the same."""
    if not best:
        return max((date for date in others if date), key=len, default=None)
    return max((date for date in (best, *others) if date and date.startswith(best)), key=len)


def _settled(inputs: Inputs, rows: list[Holding]) -> list[Holding]:
    """The rows, the most trusted first, each dropped or cut where it overlaps a more trusted holder of the same office."""
    kept: list[Holding] = []
    for row in rows:
        if shared(row):
            kept.append(row)
            continue
        cut = _cut(row, kept)
        if cut is None:
            inputs.log.append(f"{row.place} {row.office}: {row.person} ({row.source}, {row.since or row.first_seen}) gives way to a better source")
        else:
            kept.append(cut)
    return [row._replace(source=row.source.rstrip("?")) for row in kept]


def _cut(row: Holding, kept: list[Holding]) -> Holding | None:
    """The row cut back to what better rows leave of it, None where nothing is left; an open row of the same trust that it follows is closed in place."""
    for index, other in enumerate(kept):
        if not overlap(row, other):
            continue
        start, own = other.since or other.first_seen, row.since or row.first_seen
        if start and own and first_day(own) < first_day(start):
            row = row._replace(until=start, last_seen=None)
        elif own and _snapshot(row) and _snapshot(other) and not other.until and _end(row) >= _end(other) and own > (start or ""):
            kept[index] = other._replace(until=own, last_seen=None)
        else:
            return None
        if overlap(row, kept[index]):
            return None
    return row


def _snapshot(row: Holding) -> bool:
    return row.source.startswith("fm-snapshots")
