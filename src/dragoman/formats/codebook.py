"""The codebook of a data set: what each column of each table holds, in the terms of `docs/record.md`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.formats.flat import Column

TABLES = {
    "articles": "What was read, an article a row: its newest version.",
    "actors": "Whoever speaks or acts, one row each in an article, however often the article mentions them.",
    "matters": "A conflict, agreement, proposal or resolution that the article names or plainly describes.",
    "statements": "One attribution a row: a source whose words, thoughts or position are reported, the cue, and the content reported.",
    "events": "Who did what to whom, in the PLOVER ontology; an act is one event however often its article comes back to it.",
    "votes": "A vote in a body as the article reports it, and what the roll calls say of the report.",
    "ties": "A standing relation stated as a fact.",
    "positions": "Where an actor stands on a target, derived from statements, events and votes.",
    "times": "A time expression and the dates that it means.",
    "places": "A toponym and where it lies.",
}

COMMON = {
    "id": "the entry's lasting id; it stays over versions of the article and readings as long as the entry's words stay",
    "article": "the article's key (articles.key)",
    "date": "ISO 8601, as fine as the article allows: 2022, 2022-03 or 2022-03-07; with `until` the first day of a stretch",
    "until": "the last day of a stretch of days that no such date expresses",
    "confidence": "between 0 and 1, calibrated: of entries at 0.9 about nine in ten are right",
    "status": "actual (happened, or is under way), planned, possible (asked for, conditional, feared), denied",
    "reported_in": "the statement that alone reports it; empty: the article says it in its own voice",
    "mentions": "every stretch of the text that refers to it, pronouns and descriptions included",
    "evidence": "the words that report it",
    "span": "the words",
    "geonames_id": "the place's number in GeoNames",
    "country": "ISO 3166-1 alpha-3 of the country that the place lies in",
    "lat": "degrees north, WGS 84",
    "lon": "degrees east, WGS 84",
}

OWN = {
    "articles": {
        "key": "what the article is known by: its URL, or its id where it has none",
        "version": "1 for the article as first seen, one more for each changed text, title, date or outlet",
        "id": "the id that was given with the article, or one made from its source",
        "title": "the title, as found in the page or given by the user",
        "date": "the day of publication, ISO 8601",
        "outlet": "who published it",
        "url": "where it was found",
        "language": "ISO 639-1",
        "sha256": "SHA-256 of the text in UTF-8, by which the text can be known again",
        "program": "the version of Dragoman that read it",
        "model": "the model bundle that read it",
        "knowledge": "a digest of the tables of facts that resolved it",
        "text": "the text that all offsets are into",
    },
    "actors": {
        "name": "the fullest form that the article gives",
        "kind": "person, state, igo (a body of states), organisation (a ministry, company or party), group (an armed group, a people, the "
        "unnamed), media",
        "state": "ISO 3166-1 alpha-3 of the state that the actor acts for; empty for international bodies and where it is unknown",
        "sector": "a PLOVER sector code: GOV MIL LEG JUD OPP REB IGO NGO MED BUS CVL …",
        "role": "the office or function, as the article has it or as the table of offices does",
        "wikidata": "the Wikidata item behind the name",
        "basis": "what decided state and role: words (the article's own), knowledge (the offices of that date), both",
        "note": "what else it could be, or why it was left open",
    },
    "matters": {
        "name": "the name or description that the article gives",
        "kind": "conflict, agreement, proposal or resolution",
        "parties": "the actors that take part",
    },
    "statements": {
        "source": "the actor who said it; empty where it is not known",
        "co_sources": "the others of joint sources",
        "source_span": "where the source is named beside the cue",
        "cue": "what reports it: the verb, “according to”, a noun, a headline's colon; empty for a free-standing quotation",
        "content": "the stretches reported, without cue, source and the quotation marks around the whole",
        "manner": "direct (all in quotation marks), mixed (in part), indirect",
        "act": "assert, deny, accuse, condemn, praise, request, offer, promise, threaten, warn, announce (a decision taken), "
        "ask (a question), regret",
        "addressees": "the actors spoken to",
        "via": "the media or documents that it came through",
        "within": "the statement that this one is reported inside; empty for the article's own reporting",
        "about": "the actors and matters mentioned in the content",
    },
    "events": {
        "type": "the PLOVER type: AGREE CONSULT SUPPORT CONCEDE (verbal cooperation), COOPERATE AID RETREAT (material cooperation), "
        "REQUEST ACCUSE REJECT THREATEN (verbal conflict), PROTEST SANCTION MOBILIZE COERCE ASSAULT (material conflict)",
        "mode": "PLOVER's mode of the type",
        "contexts": "PLOVER's contexts (military, diplomatic, …)",
        "cameo": "the CAMEO code, a string (010 is not 10): the most general one where the text says no more",
        "trigger": "the word or shortest phrase that names the act, at its first full mention",
        "actors": "who does it; in AGREE, CONSULT and COOPERATE all that act alike",
        "recipients": "who it is done to",
        "place": "where, in the article's words",
        "location": "of the place",
        "disputed_by": "the statements that deny it",
    },
    "votes": {
        "body": "UNGA, UNSC, HRC, or a parliament's name as the article gives it",
        "subject": "what was voted on",
        "voters": "the voters that are named",
        "others": "how many beyond them voted alike",
        "choice": "yes, no, abstain, absent",
        "roll_call": "the roll call meant, from the archive, never from the article",
        "check_verdict": "confirmed, contradicted, or unverified (no roll call found, or too little known)",
        "check_ground": "of a contradiction: recorded_otherwise, not_a_member of the body on that day, count_differs",
        "check_by_voter": "for each named voter what is recorded, a JSON object",
        "check_count": "how many voted so",
        "check_reason": "the verdict in a sentence",
        "check_archive": "the version of the archive of roll calls",
    },
    "ties": {
        "subject": "the actor that stands in the relation",
        "relation": "ally, member, trading partner, adversary, neighbour, patron, rival, former ally, former adversary",
        "object": "the actor that it stands in the relation to",
    },
    "positions": {
        "actor": "who stands there",
        "target": "the actor or matter that it is about",
        "stance": "support, oppose, neutral, cooperative, hostile",
        "evidence": "the statements, events and votes that show it",
    },
    "times": {},
    "places": {},
}

PARTS = {"start": "first character, counted in Unicode code points from 0", "end": "the character after the last", "text": "the words"}


def meaning(table: str, column: str) -> str:
    """What a column holds. Raises KeyError for a column that nobody has explained."""
    told = COMMON | OWN[table]
    if column in told:
        return told[column]
    base, _, part = column.rpartition("_")
    if part in PARTS and base in told:
        return f"{told[base]}: {PARTS[part]}"
    head, _, rest = column.partition("_")
    return f"{told[head]}: {COMMON[rest]}"


def markdown(tables: Mapping[str, tuple[Column, ...]]) -> str:
    """The codebook as a page: a section a table, a row a column."""
    return "\n".join(_lines(tables)) + "\n"


def _lines(tables: Mapping[str, tuple[Column, ...]]) -> Iterator[str]:
    yield "# Codebook"
    yield ""
    yield "Entries are named by their lasting ids, and name others by theirs, so that tables can be joined. Codes are strings. An empty"
    yield "cell is what is not known. A column of several values holds a JSON array in CSV, a list in Parquet."
    for name, columns in tables.items():
        yield from ("", f"## {name}", "", TABLES[name], "", "| column | type | what it holds |", "|---|---|---|")
        for column in columns:
            kind = {str: "string", int: "integer", float: "number"}[column.type]
            yield f"| `{column.name}` | {kind}{', several' if column.many else ''} | {meaning(name, column.name)} |"
