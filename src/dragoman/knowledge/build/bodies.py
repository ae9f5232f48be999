"""Organisations of every kind, and who was a member of which, when."""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from dragoman.knowledge.build.inputs import Inputs
from dragoman.knowledge.facts import Body, Membership
from dragoman.knowledge.names import key

COW_SEEN = "2014-12-31"
NOW_SEEN = "2025-01-01"
PHOENIX_SECTORS = ("REB", "UAF")


def bodies(inputs: Inputs, states: set[str]) -> list[Body]:
    """One row for each organisation, by the kept files in this order, then the armed groups that Phoenix alone knows."""
    rows = [*_international(inputs), *_organisations(inputs), *_media(inputs), *_groups(inputs), *_parties(inputs)]
    known = {key(form) for row in rows for form in (row.name, row.acronym or row.name, *row.forms)}
    return rows + [row for row in _phoenix(inputs) if row.state in states and not known & {key(form) for form in (row.name, *row.forms)}]


def _body(id: str, name: str, kind: str, **more: Any) -> Body:
    actor = {"outlet": "media", "group": "group", "organisation": "organisation", "party": "organisation"}.get(kind, "igo")
    given: dict[str, Any] = {"id": id, "name": name, "kind": kind, "actor": actor, "forms": (), "source": "kept", "keys": ()}
    row: dict[str, Any] = dict.fromkeys(Body._fields) | given | more
    return Body(**row)


def _international(inputs: Inputs) -> Iterator[Body]:
    for row in inputs.kept["bodies"]["rows"]:
        kept = {name: row.get(name) for name in ("acronym", "wikidata", "since", "until", "parent", "members")}
        yield _body(row["id"], row["name"], row["kind"], sector="IGO", forms=tuple(row["forms"]), **kept)


def _organisations(inputs: Inputs) -> Iterator[Body]:
    for state, sectors in inputs.kept["organisations"]["rows"].items():
        for sector, rows in sectors.items():
            for row in rows:
                belongs = row.get("state", None if state == "INT" else state)
                more = {"state": belongs, "sector": sector, "wikidata": row.get("wikidata"), "forms": tuple(row["forms"])}
                yield _body(_slug(state, row["name"]), row["name"], "organisation", **more)


def _media(inputs: Inputs) -> Iterator[Body]:
    for by_state in inputs.kept["media"]["rows"].values():
        for state, outlets in by_state.items():
            for name, *forms in (outlet.split(" = ") for outlet in outlets):
                yield _body(_slug("media", name), name, "outlet", state=None if state == "-" else state, sector="MED", forms=tuple(forms))


def _groups(inputs: Inputs) -> Iterator[Body]:
    for row in inputs.kept["groups"]["rows"]:
        more = {"state": row["state"], "sector": row["sector"], "wikidata": row.get("wikidata"), "forms": tuple(row["forms"])}
        yield _body(_slug("group", row["name"]), row["name"], "group", **more)


def _parties(inputs: Inputs) -> Iterator[Body]:
    for state, parties in inputs.kept["parties"]["rows"].items():
        for name, *forms in (party.split(" = ") for party in parties):
            yield _body(_slug(state, name), name, "party", state=state, forms=tuple(forms))


def _slug(prefix: str, name: str) -> str:
    return f"{prefix}/{key(name).lower().replace(' ', '-')}"


def _phoenix(inputs: Inputs) -> Iterator[Body]:
    """Phoenix's armed groups whose code names a state and REB or UAF; names of one word are left out, they mean too much else."""
    text = gzip.decompress((inputs.data / "actors/Phoenix.MilNonState.actors.txt.gz").read_bytes()).decode("utf-8", "replace")
    seen: set[str] = set()
    for block in re.split(r"\n\s*\n", text):
        lines = [line.split("#")[0].split(";")[0].strip() for line in block.splitlines()]
        code = next((match.group(1) for line in lines if (match := re.search(r"\[([A-Z]{6,})\]", line))), "")
        forms = [_titled(line.strip("+_ ")) for line in lines if line and "[" not in line]
        forms = [form for form in forms if form.count(" ") and key(form) not in seen]
        if forms and code[3:6] in PHOENIX_SECTORS and code[:3] != "IMG":
            seen |= {key(form) for form in forms}
            yield _body(
                _slug("group", forms[0]), forms[0], "group", state=code[:3], sector=code[3:6], forms=tuple(forms[1:]), source="phoenix"
            )


def _titled(form: str) -> str:
    small = {"OF", "THE", "FOR", "AND", "IN", "DE", "LA"}
    return " ".join(word.lower() if word in small else word.title() for word in form.replace("_", " ").split())


def memberships(inputs: Inputs) -> list[Membership]:
    """COW's memberships to 2014 with the later changes, those of the public list that COW does not cover, and the Security Council by year.

    After 2014 a COW membership runs on to `NOW_SEEN` only where the public list confirms it; else it was last seen at the end of 2014.
    """
    sets = {row["members"]: row["id"] for row in inputs.kept["bodies"]["rows"] if row.get("members")}
    public = {(row["org"], row["iso3"]): row for row in inputs.table("actors/igo_members_current_two_sources.csv")}
    changes: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in inputs.table("actors/igo_changes_after_2014_unverified.csv"):
        changes[row["org"], row["iso3"]].append(row)
    rows = [*_cow(inputs, sets, public, changes), *_joined(sets, changes), *_listed(sets, public, changes), *_council(inputs)]
    first: dict[tuple[str, str, str | None], Membership] = {}
    for membership in rows:
        first.setdefault((membership.body, membership.iso3, membership.since), membership)
    return list(first.values())


def _cow(inputs: Inputs, sets: dict[str, str], public: dict[Any, Any], changes: dict[Any, Any]) -> Iterator[Membership]:
    for row in inputs.table("actors/igo_memberships_cow_to_2014.csv.gz"):
        pair = (row["org"], row["iso3"])
        if row["org"] not in sets or row["iso3"] in ("", "VNS"):  # VNS: the South's seat, before the two states were one
            continue
        left = next((change["date"] for change in changes[pair] if change["change"] == "left_or_expelled"), None)
        until = row["to_year"] or left
        confirmed = not until and public.get(pair, {}).get("in_public_list") == "1"
        seen = until or (NOW_SEEN if confirmed else COW_SEEN)
        yield Membership(sets[row["org"]], row["iso3"], row["status"], row["from_year"] or None, until, seen, "cow")


def _joined(sets: dict[str, str], changes: dict[tuple[str, str], list[dict[str, str]]]) -> Iterator[Membership]:
    for (org, iso3), rows in changes.items():
        for row in rows:
            if row["change"] == "joined_or_readmitted" and org in sets:
                left = next((x["date"] for x in rows if x["change"] == "left_or_expelled" and x["date"] > row["date"]), None)
                yield Membership(sets[org], iso3, "member", row["date"], left, left or max(NOW_SEEN, row["date"]), "igo-changes")


def _listed(sets: dict[str, str], public: dict[Any, dict[str, str]], changes: dict[Any, Any]) -> Iterator[Membership]:
    for (org, iso3), row in public.items():
        alone = row["in_public_list"] == "1" and row["in_cow2014_plus_changes"] != "1"
        if alone and org in sets and not changes.get((org, iso3)) and iso3:
            yield Membership(sets[org], iso3, "member", None, None, NOW_SEEN, "igo-public-list")


def _council(inputs: Inputs) -> Iterator[Membership]:
    """One row a state and unbroken stretch of years on the Security Council."""
    years: dict[tuple[str, str], list[int]] = defaultdict(list)
    for row in inputs.table("votes/unsc_membership_1946_2027.csv"):
        years[row["iso3"], row["kind"]].append(int(row["year"]))
    for (iso3, kind), seats in years.items():
        for first, last in _runs(sorted(set(seats))):
            yield Membership("UNSC", iso3, kind, f"{first}-01-01", f"{last}-12-31", f"{last}-12-31", "charter")


def _runs(years: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for year in years:
        if runs and year == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], year)
        else:
            runs.append((year, year))
    return runs
