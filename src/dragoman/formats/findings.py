"""Positions, dyads and briefings as pages of cited lines, and as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dragoman.analysis.briefing import Ballot, Briefing, Clash, Line
from dragoman.analysis.merging import Cluster
from dragoman.analysis.positions import Evidence, what
from dragoman.formats import chain, dates, tables
from dragoman.formats.outline import number, percent, quotation
from dragoman.formats.page import Item, Page, Section, Source, source, tone
from dragoman.formats.quads import quad
from dragoman.record.identity import article_key
from dragoman.values import Event, Record, Statement

STANCES = ("support", "cooperative", "neutral", "oppose", "hostile")


def positions(title: str, found: tuple[Evidence, ...]) -> Page:
    """The evidence by target, each part oldest first; the targets of which most is known come first."""
    sources: dict[str, Source] = {}
    for one in found:
        facts = " · ".join(filter(None, (one.outlet, dates.words(one.date) if not one.dated else "")))
        sources.setdefault(one.article, Source(len(sources) + 1, one.title or one.article, facts, one.url))
    targets: dict[str, list[Item]] = {}
    for one in found:
        targets.setdefault(one.target, []).append(_evidence(one, sources[one.article].number))
    ordered = sorted(targets.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    sections = tuple(Section(f"on {name}", tuple(items)) for name, items in ordered)
    return Page(title, stances_counted(found), sections, tuple(sources.values()))


def stances_counted(found: Iterable[Evidence]) -> str:
    """How many pieces of evidence there are of each stance; counts, not a score."""
    shown = [one.stance for one in found]
    return " · ".join(f"{shown.count(stance)} {stance}" for stance in STANCES if stance in shown) or "no evidence"


def _evidence(one: Evidence, place: int) -> Item:
    marks = f"{quad(one.what).mark} {one.what}" if one.kind == "event" else one.what
    through = f"as {one.through} says" if one.through else ""
    small = tuple(
        filter(None, (f"{one.kind}: {marks}", through, percent(one.confidence), "" if one.dated else "day of the article", one.entry))
    )
    words = f"“{one.words}”" if one.kind == "statement" else one.words
    return Item(dates.short(one.date, one.until), one.stance, tone(one.stance), one.actor, words, small, (place,))


def briefing(found: Briefing) -> Page:
    """What was said, done and voted, what does not agree, and the sources."""
    places = {name: place for place, name in enumerate(found.records, 1)}
    span = " to ".join(filter(None, (dates.words(found.period.since), dates.words(found.period.until))))
    lead = (
        f"since {span}" if found.period.since and not found.period.until else f"until {span}" if span and not found.period.since else span
    )
    sections = (
        Section("What was said", tuple(_line(found, line, places) for line in found.said), "Nothing that was said is on record."),
        Section("What was done", tuple(_line(found, line, places) for line in found.done), "Nothing that was done is on record."),
        Section("Votes", tuple(_ballot(one, places) for one in found.votes)),
        Section("What does not agree", tuple(_clash(one, places) for one in found.clashes)),
    )
    sources = tuple(source(places[name], record) for name, record in found.records.items())
    return Page(found.subject, lead or "all that is on record", sections, sources)


def _line(found: Briefing, line: Line, places: dict[str, int]) -> Item:
    report = line.report
    record = found.records[report.article]
    cites = tuple(sorted({places[one.article] for one in line.cluster.reports}))
    reports = number(len(line.cluster.reports), "report") if len(line.cluster.reports) > 1 else ""
    value = report.value
    dated = "" if value.date else "day of the article"
    if isinstance(value, Statement):
        small = tuple(filter(None, (reports, percent(value.confidence), dated, report.entry)))
        lead = chain.phrase(record, value)
        return Item(dates.short(line.date, value.until), value.act, tone(value.act), lead, quotation(record, value), small, cites)
    return Item(
        dates.short(line.date, value.until),
        *_deed(record, value, report.text),
        tuple(filter(None, (reports, *_said_of(record, value), dated, report.entry))),
        cites,
    )


def _deed(record: Record, event: Event, words: str) -> tuple[str, str, str, str]:
    """Tag, tone, lead and words of a deed."""
    colour = "good" if quad(event.type).key.endswith("cooperation") else "bad" if quad(event.type).key.endswith("conflict") else "plain"
    who, whom = tables.names(record, event.actors), tables.names(record, event.recipients)
    lead = f"{who} → {whom}" if event.recipients else who
    return f"{quad(event.type).mark} {event.type}", colour, lead, words


def _said_of(record: Record, event: Event) -> tuple[str, ...]:
    told = tables.reported(record, event)
    return (
        "" if event.status == "actual" else event.status,
        "" if told == tables.ARTICLE else f"reported by {told}",
        percent(event.confidence),
    )


def _ballot(one: Ballot, places: dict[str, int]) -> Item:
    vote, record = one.vote, one.record
    check = f"{vote.check.verdict}{tables.ground(vote)}" if vote.check else ""
    small = tuple(filter(None, (vote.body, vote.subject or "", check, percent(vote.confidence), one.entry)))
    words = " ".join(vote.evidence.text.split())
    cites = (places[article_key(record)],)
    return Item(dates.short(one.date, vote.until), vote.choice, tone(vote.choice), tables.voters(record, vote), words, small, cites)


def _clash(one: Clash, places: dict[str, int]) -> Item:
    words = " ↔ ".join(f"[{places[article]}] {words}" for article, _, words in one.sides)
    entries = tuple(entry for _, entry, _ in one.sides)
    return Item(
        "",
        "differ" if len(one.sides) > 1 else "contradicted",
        "bad",
        one.what,
        words,
        entries,
        tuple(sorted({places[article] for article, _, _ in one.sides})),
    )


def briefing_data(found: Briefing) -> dict[str, Any]:
    """The briefing as JSON-ready data, every line with its entries and articles."""
    return {
        "subject": found.subject,
        "since": found.period.since,
        "until": found.period.until,
        "said": [_line_data(found, line) for line in found.said],
        "done": [_line_data(found, line) for line in found.done],
        "votes": [
            {"date": one.date, "entry": one.entry, "article": one.record.article.url or one.record.article.id, **one.vote.to_dict()}
            for one in found.votes
        ],
        "contradictions": [
            {"what": one.what, "sides": [dict(zip(("article", "entry", "words"), side, strict=True)) for side in one.sides]}
            for one in found.clashes
        ],
        "sources": [
            {
                "article": name,
                "title": record.article.title,
                "outlet": record.article.outlet,
                "date": record.article.date,
                "url": record.article.url,
            }
            for name, record in found.records.items()
        ],
    }


def _line_data(found: Briefing, line: Line) -> dict[str, Any]:
    report = line.report
    record = found.records[report.article]
    value = report.value
    who = chain.phrase(record, value) if isinstance(value, Statement) else tables.names(record, value.actors)
    return {
        "date": line.date,
        "until": value.until,
        "dated": value.date is not None,
        "what": what(value),
        "who": who,
        "whom": [actor.name for actor in report.whom],
        "words": report.text,
        "confidence": value.confidence,
        **cluster_data(line.cluster),
    }


def cluster_data(cluster: Cluster) -> dict[str, Any]:
    """An act's reports and differences as JSON-ready data."""
    return {
        "reports": [
            {
                **{"article": one.article, "entry": one.entry, "outlet": one.outlet, "published": one.published},
                "again": [other.entry for other in cluster.again_in(one.article)],
            }
            for one in cluster.reports
        ],
        "differences": [{"what": one.what, "versions": [list(version) for version in one.versions]} for one in cluster.differences],
    }
