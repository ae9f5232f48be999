"""Statements and events of many articles as reports: each with who, when and in which words, ready to be compared."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from dragoman.knowledge import dates
from dragoman.record.identity import article_key, entries, first_words
from dragoman.values import Actor, Event, Record, Statement

REPORTED = ("statement", "event")
BEFORE = 7
"""Days before an article's date within which an entry without a date is taken to lie."""

Days = tuple[int | None, int | None]
"""The first and the last day (ordinals) of an entry; None where they are unknown."""

ENDINGS = ("ing", "ed", "es", "s", "e")

_QUOTATION = re.compile(r"“([^”]+)”?|\"([^\"]+)\"?|''(.+?)''|‘([^’]{12,})’")
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
_IDLE = frozenset(
    """a an the of to in and that is was it he she his her him for on with as at by be are i we you they this these those have has
    had not but from will would our my their its who what about so if do does did there or them us me been being were which
    when than then just very also can could should may might must into out up over all more most no some any one it's that's
    i'm we're they're don't""".split()
)
_NEGATION = frozenset(
    "not no never none nobody nothing neither nor without cannot can't won't don't doesn't didn't isn't wasn't aren't wouldn't "
    "yet refused refuses declined declines".split()
)


@dataclass(frozen=True, slots=True)
class Report:
    """One entry as one article has it.

    `article` is the article's key, `title` what it is called, `entry` the entry's lasting id; `who` do or say it, `whom` it is done to.
    `first` and `last` are the days (ordinals) between which it lies, `exact` tells whether the entry's own date is a day. `words` are those
    that it rests on, in order and in lower case; `quoted` those of them in quotation marks; `telling` those that mean something; `negated`
    whether they say no.
    """

    article: str
    title: str | None
    outlet: str | None
    published: str | None
    entry: str
    kind: str
    value: Statement | Event
    who: tuple[Actor, ...]
    whom: tuple[Actor, ...]
    first: int | None
    last: int | None
    exact: bool
    text: str
    words: tuple[str, ...]
    quoted: tuple[str, ...]
    telling: frozenset[str]
    negated: bool

    @property
    def name(self) -> str:
        """What tells the report from all others: its article's key and its entry's id."""
        return f"{self.article}#{self.entry}"

    @property
    def begins(self) -> int:
        """Where its words begin in the article."""
        span = first_words(self.value)
        return span.start if span else 0


STEP, STRETCH = 3, 31 + BEFORE
"""Days after which the next spell begins, which lasts twice as long; a report that may lie on so many days is in none."""


def spells(first: int | None, last: int | None) -> range:
    """The numbers of the two spells of six days in which a report's last day is; none where its days are unknown or too many.

    Two reports whose last days are no more than three days apart have a spell in common.
    """
    if first is None or last is None or last - first >= STRETCH:
        return range(0)
    return range(last // STEP - 1, last // STEP + 1)


def days_of(spell: int) -> tuple[int, int]:
    """The first and the last day of a spell."""
    return spell * STEP, (spell + 2) * STEP - 1


def reports(records: Iterable[Record]) -> Iterator[Report]:
    """A report for each statement and event of the records, in their order."""
    for record in records:
        key, actors = article_key(record), {actor.id: actor for actor in record.actors}
        for entry in entries(record, REPORTED):
            value = entry.value
            if isinstance(value, Statement):
                sides = (value.source, *value.co_sources), value.addressees
            else:
                sides = value.actors, value.recipients
            who, whom = (tuple(actors[name] for name in side if name and name in actors) for side in sides)
            first, last = lying(value.date, value.until, record.article.date)
            worded = words(entry.words)
            yield Report(
                key,
                record.article.title,
                record.article.outlet,
                record.article.date,
                entry.id,
                entry.kind,
                value,
                who,
                whom,
                first,
                last,
                bool(value.date) and len(value.date or "") == 10 and value.until in (None, value.date),
                entry.words,
                worded,
                words(quotation(value, entry.words)) if isinstance(value, Statement) else (),
                telling(worded),
                not _NEGATION.isdisjoint((*worded, *_cue(value))),
            )


def quotation(statement: Statement, text: str) -> str:
    """What of a statement's words stands in quotation marks: all where it is direct, nothing where it is indirect."""
    if statement.manner == "mixed":
        return " … ".join(part for match in _QUOTATION.finditer(text) for part in match.groups() if part)
    return text if statement.manner == "direct" else ""


def _cue(value: Statement | Event) -> tuple[str, ...]:
    return words(value.cue.text) if isinstance(value, Statement) and value.cue else ()


def words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, apostrophes straight."""
    return tuple(match.group().lower().replace("’", "'") for match in _WORD.finditer(text))


def telling(worded: Iterable[str]) -> frozenset[str]:
    """The words that mean something, without endings."""
    return frozenset(stem(word) for word in worded if word not in _IDLE and len(word) > 1)


def forms(stemmed: str) -> tuple[str, ...]:
    """The words of which a stem can be the stem, the possessive apart."""
    return tuple(stemmed + ending for ending in ("", *ENDINGS))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without the commonest endings of English inflection."""
    word = word.removesuffix("'s")
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def lying(date: str | None, until: str | None, published: str | None) -> Days:
    """First and last day (ordinals) of an entry; of one without a date the days before its article; None where neither is known."""
    if date:
        return _ordinal(dates.first_day(date)), _ordinal(dates.last_day(until or date))
    if published:
        return _ordinal(dates.first_day(published)) - BEFORE, _ordinal(dates.last_day(published))
    return None, None


def _ordinal(day: str) -> int:
    return datetime.date.fromisoformat(day).toordinal()
