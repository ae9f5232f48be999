"""Which roll calls a reported vote may be: by the symbol it names, else by body, date and the words of its subject."""

from __future__ import annotations

import calendar
import math
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from dragoman.knowledge.rollcalls.archive import Archive, RollCall
from dragoman.knowledge.rollcalls.coverage import complete
from dragoman.knowledge.rollcalls.symbols import named
from dragoman.values import Vote

ROUGH_SLACK, DAY_SLACK, UNDATED_SPAN = timedelta(days=7), timedelta(days=2), timedelta(days=30)
MATCHED = 0.34
"""A roll call's words answer to a subject from this share of the subject's weight on."""

NEAR_BEST = 0.95
"""Roll calls from this share of the square of the best match on fit too: the better the best match, the fewer others."""

STRONG = 0.6
"""From this share on the subject names the roll call; below it nothing is contradicted, since another may be meant."""

MANY = 12
"""More roll calls than this, told apart by nothing, are not held against a report."""

PLAIN = 0.85
"""Below this share a report is not called false while another roll call of those days that shares a word with it bears it out."""

STEM = 6
"""Words are compared by their first letters: Palestine and Palestinian, Israel and Israeli, condemn and condemning."""

_COMMITTEE = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|disarmament|social|humanitarian|decoloni[sz]ation|legal|main)\s+committee\b", re.IGNORECASE
)
_PART = re.compile(r"\bparagraph|\bamendment|\bmotion\b|\bprocedural\b|\bclause\b", re.IGNORECASE)
_EMPTY = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "on",
        "in",
        "to",
        "for",
        "and",
        "or",
        "by",
        "with",
        "from",
        "at",
        "as",
        "its",
        "it",
        "that",
        "which",
        "their",
        "our",
        "his",
        "her",
        "this",
        "these",
        "those",
        "into",
        "against",
        "over",
        "about",
        "vote",
        "votes",
        "voted",
        "voting",
        "resolution",
        "resolutions",
        "draft",
        "adopted",
        "adoption",
        "text",
        "motion",
        "measure",
        "general",
        "assembly",
        "security",
        "council",
        "united",
        "nations",
        "un",
        "unga",
        "unsc",
        "calling",
        "call",
        "demanding",
        "adopt",
        "pass",
        "passed",
        "nations",
        "states",
        "countries",
        "country",
        "member",
        "members",
        "emergency",
        "session",
        "special",
        "world",
        "body",
    ]
)
_ALIKE = ({"invasi", "aggres"}, {"condem", "deplor", "denoun", "censur"}, {"ceasef", "truce", "cessat"}, {"embarg", "blocka"})


@dataclass(frozen=True, slots=True)
class Fits:
    """The roll calls that a report may be about.

    `evidence` is symbol, subject or date; `sure` says that the report's words name them; `rivals` share a word with the report.
    """

    roll_calls: tuple[RollCall, ...]
    evidence: str
    sure: bool
    window: tuple[str, str] | None
    rivals: tuple[RollCall, ...] = ()


def fits(vote: Vote, archive: Archive, published: str | None) -> Fits:
    """The roll calls of the archive that `vote` may report; empty where there is none."""
    window = days(vote, published)
    named_symbol = _named(vote, archive, window)
    if named_symbol is not None:
        return named_symbol
    if window is None or _COMMITTEE.search(f"{vote.subject or ''} {vote.evidence.text}"):
        return Fits((), "date", False, window)
    pool = _whole(archive.between(vote.body, *window), vote)
    subject = stems(vote.subject or "")
    scored = [(_match(subject, item, archive), item) for item in pool]
    best = max((score for score, _ in scored), default=0.0)
    if best >= MATCHED:
        near = tuple(item for score, item in scored if score >= max(MATCHED, NEAR_BEST * best**2))
        rivals = tuple(item for score, item in scored if score > 0 and item not in near) if best < PLAIN else ()
        return Fits(_on_the_day(near, vote), "subject", best >= STRONG, window, rivals)
    dated = tuple(item for item in pool if item.precision != "year")
    return Fits(dated, "date", complete(archive, vote.body, *window) and not subject, window)


def _named(vote: Vote, archive: Archive, window: tuple[str, str] | None) -> Fits | None:
    """The roll calls on the resolution that the report names; None where it names none, or an older one that the vote was about."""
    symbols = named(f"{vote.subject or ''} {vote.evidence.text}")
    held = [item for symbol in symbols for item in archive.of(symbol) if item.body == vote.body]
    in_time = [item for item in held if window is None or window[0][: len(item.date)] <= item.date <= window[1]]
    if in_time:
        return Fits(_whole(in_time, vote), "symbol", True, window)
    new = [symbol for symbol in symbols if window is None or _could_be_new(symbol, window[1])]
    return Fits((), "symbol", False, window) if new and not held else None


def _could_be_new(symbol: str, last: str) -> bool:
    """False for a resolution of a session that was over before the last year."""
    session = re.match(r"A/RES/(\d+)/", symbol)
    return session is None or int(session[1]) >= int(last[:4]) - 1946


def _on_the_day(near: tuple[RollCall, ...], vote: Vote) -> tuple[RollCall, ...]:
    """Those of that very day where the report gives a day and one of them was held on it, else all."""
    same = tuple(item for item in near if item.date == vote.date) if vote.until is None else ()
    return same or near


def _whole(pool: list[RollCall] | tuple[RollCall, ...], vote: Vote) -> tuple[RollCall, ...]:
    """Votes on resolutions and drafts as wholes, where there are any, unless the report speaks of a part."""
    if _PART.search(f"{vote.subject or ''} {vote.evidence.text}"):
        return tuple(pool)
    return tuple(item for item in pool if item.kind in ("resolution", "draft", "unclear"))


def days(vote: Vote, published: str | None) -> tuple[str, str] | None:
    """The first and last ISO day on which the vote may have been held, with slack; None where nothing is known of it."""
    if vote.date is not None:
        first, last = _span(vote.date)
        last = _span(vote.until)[1] if vote.until else last
        slack = DAY_SLACK if first == last else ROUGH_SLACK
        return (first - slack).isoformat(), (last + slack).isoformat()
    if published is not None:
        first, last = _span(published)
        return (first - UNDATED_SPAN).isoformat(), last.isoformat()
    return None


def _span(prefix: str) -> tuple[date, date]:
    """The first and last day of an ISO prefix."""
    parts = [int(part) for part in prefix.split("-")]
    year, month, day = (*parts, 0, 0)[:3]
    if day:
        return date(year, month, day), date(year, month, day)
    if month:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)


def stems(text: str) -> frozenset[str]:
    """The content words of `text` by their first letters, each with the words that mean the same here."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(letter))
    words = [word for word in re.findall(r"[a-z]{2,}", plain.replace("’s", " ").replace("'s", " ")) if word not in _EMPTY]
    return frozenset(word[:STEM] for word in words)


def _match(subject: frozenset[str], roll_call: RollCall, archive: Archive) -> float:
    """The share of the subject's words, weighed by their rarity in the archive, that the roll call's words hold."""
    if not subject:
        return 0.0
    words, weights = _words(archive), _weights(archive)
    held = sum(weights.get(stem, 1.0) for stem in subject if stem in words[roll_call.id])
    return held / sum(weights.get(stem, 1.0) for stem in subject)


@cache
def _words(archive: Archive) -> dict[str, frozenset[str]]:
    """The stems of each roll call's words, with those that mean the same, by id."""
    found = {item.id: stems(f"{item.title} {item.description} {' '.join(item.issues)}") for item in archive.roll_calls}
    return {key: words | {word for alike in _ALIKE if words & alike for word in alike} for key, words in found.items()}


@cache
def _weights(archive: Archive) -> dict[str, float]:
    """How rare each stem is among the roll calls' words: log of how many roll calls there are for one that holds it."""
    counts = Counter(stem for words in _words(archive).values() for stem in words)
    return {stem: math.log(1 + len(archive.roll_calls) / count) for stem, count in counts.items()}
