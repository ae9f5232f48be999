"""Roll calls of the Security Council: two of 2022 and failed drafts by state, else who vetoed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from dragoman.knowledge.rollcalls.archive import RollCall
from dragoman.knowledge.rollcalls.seats import seat_code
from rollcalls.sources import Sources, letters, tally

COUNCIL_STATES = {"USSR": "RUS", "Russia": "RUS", "UK": "GBR", "USA": "USA", "France": "FRA", "China": "CHN"}


def council(sources: Sources) -> Iterator[RollCall]:
    """The Council's roll calls; what is recorded by state comes before what only vetoes tell."""
    sitting = members(sources)
    full = {roll_call.id: roll_call for roll_call in (*_failed_drafts(sources, sitting), *_ukraine(sources, sitting))}
    vetoes = _vetoes(sources)
    for draft, (day, title, vetoing) in vetoes.items():
        key = next((name for name in full if name == draft or name.split("#")[0] == draft), None)
        if key is not None:
            full[key] = replace(full[key], date=day, precision="day", title=title if full[key].source != "compiled" else full[key].title)
        else:
            full[draft] = _veto(draft, (day, title), vetoing, sitting[int(day[:4])])
    yield from full.values()


def _veto(draft: str, day_title: tuple[str, str], vetoing: list[str], sitting: set[str]) -> RollCall:
    return RollCall(
        id=draft,
        symbol=draft,
        body="UNSC",
        date=day_title[0],
        precision="day",
        title=day_title[1],
        kind="draft",
        quality="vetoes",
        source="vetoes",
        letters=letters(dict.fromkeys(vetoing, "no"), sitting),
        note="only the vetoes are known",
    )


def members(sources: Sources) -> dict[int, set[str]]:
    """Who sat on the Council in each year; in 1971 both who held China's seat."""
    years: dict[int, set[str]] = defaultdict(set)
    for row in sources.rows("unsc_membership_1946_2027.csv"):
        code = "RUS" if row["iso3"] == "SUN" else row["iso3"]
        if code == "YEM" and row["year"] < "1990":
            code = "YAR"
        years[int(row["year"])].add("TWN" if code == "CHN" and int(row["year"]) < 1971 else code)
    years[1971] |= {"CHN", "TWN"}
    return years


def _ukraine(sources: Sources, sitting: dict[int, set[str]]) -> Iterator[RollCall]:
    grouped: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in sources.rows("unsc_votes_ukraine_2022-02.csv"):
        grouped[row["draft_or_resolution"]].append(row)
    for symbol, rows in grouped.items():
        votes = {row["iso3"]: row["vote"] for row in rows}
        yield RollCall(
            id=symbol,
            symbol=symbol,
            body="UNSC",
            date=rows[0]["date"],
            precision="day",
            title=rows[0]["title"],
            kind="draft" if symbol.startswith("S/20") else "resolution",
            quality="exact",
            source="compiled",
            letters=letters(votes, sitting[2022]),
            tally=tally(Counter(votes.values())),
            note=rows[0]["note"],
        )


def _failed_drafts(sources: Sources, sitting: dict[int, set[str]]) -> Iterator[RollCall]:
    grouped: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in sources.rows("unsc_votes_by_country_failed_drafts_and_samples.csv"):
        if row["meeting"] and row["voting_on"].strip() != "S/2017/962":
            grouped[row["meeting"], row["voting_on"].strip()].append(row)
    days = _meeting_days(sources)
    for (meeting, on), rows in grouped.items():
        year = int(rows[0]["year"])
        votes = {_council_code(row["iso3"], year): row["vote"] for row in rows}
        if not votes.keys() <= sitting[year]:
            print(f"left out {meeting} {on}: {sorted(votes.keys() - sitting[year])} sat not on the Council in {year}")
            continue
        yield _failed_draft(meeting, on, days.get(meeting, str(year)), letters(votes, sitting[year]))


def _meeting_days(sources: Sources) -> dict[str, str]:
    """The days of Council meetings, from the vetoes cast there and the list of corrections."""
    rows = (*sources.rows("unsc_vetoes_1946_2022-09.csv"), *sources.rows("unsc_vetoes_2022-09_to_2025-09.csv"))
    cast = {meeting: row["date"] for row in rows for meeting in row["meeting_record"].split()}
    return cast | {row["meeting"]: row["date"] for row in sources.corrections["meetings"]}


def _failed_draft(meeting: str, on: str, day: str, recorded: str) -> RollCall:
    symbol = on.split(" ")[0] if on.startswith("S/") else None
    part = "paragraph" if "aragraph" in on else "draft"
    return RollCall(
        id=f"{symbol or meeting}{'#' + on.split(' ', 1)[1].replace(' ', '-') if symbol and ' ' in on else ''}",
        symbol=symbol,
        body="UNSC",
        date=day,
        precision="day" if len(day) == 10 else "year",
        title=f"Failed draft {on} ({meeting})",
        kind=part,
        quality="recorded votes",
        source="council drafts",
        letters=recorded,
    )


def _council_code(code: str, year: int) -> str:
    return "TWN" if code == "CHN" and year < 1971 else "RUS" if code == "SUN" else code


def _vetoes(sources: Sources) -> dict[str, tuple[str, str, list[str]]]:
    found: dict[str, tuple[str, str, list[str]]] = {}
    rows = [
        (row["date"], row["draft"], row["agenda_item"], row["vetoing_members"].split("|"))
        for row in sources.rows("unsc_vetoes_1946_2022-09.csv")
    ]
    rows += [
        (row["date"], row["draft"], row["topic"], [row["vetoing_member"]]) for row in sources.rows("unsc_vetoes_2022-09_to_2025-09.csv")
    ]
    seen: Counter[tuple[str, str]] = Counter()
    for day, draft, topic, states in rows:
        codes = [COUNCIL_STATES.get(name) or seat_code(name) for name in states]
        codes = ["TWN" if code == "CHN" and day < "1971-10-25" else code for code in codes]
        key = " ".join(draft.split())
        if key in found and (found[key][0] != day or not key.startswith("S/20") or set(codes) & set(found[key][2])):
            seen[key, day] += 1
            key = f"{key}#{len([name for name in found if name.split('#')[0] == key]) + 1}"
        before = found[key][2] if key in found else []
        found[key] = (day, " ".join(topic.split()), [*before, *codes])
    return found
