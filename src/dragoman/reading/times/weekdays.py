"""Weekdays, and the days that are named from the day of publication: today, yesterday, last night."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

from dragoman.reading.times import words
from dragoman.reading.times.periods import DAYS_IN_WEEK, UNKNOWN, Period, add_days, of_day, stepped
from dragoman.reading.times.situation import Match, Reading, Situation, relative
from dragoman.reading.times.steps import AFTER_EARLIER, BACK, SAME_AS_EARLIER, definite, how_of

_NAMED_BEFORE = re.compile(r"\b(?:Black|Good|Palm|Easter|Super|Bloody|Ash|Holy|Cyber|Giving|Shrove|Maundy|Whit|Fat|Ruby) $")
_NAMED_AFTER = re.compile(
    r" (?:Times|Mirror|Telegraph|Express|Herald|Post|Mail|Star|Sun|Review|School|Independent|Tribune|Night (?:Live|Football)|the 13th)\b"
)
_RECURS_BEFORE = re.compile(r"(?:\b(?:every|each|most|any|a)(?: other| single)? |\bper week on |[A-Za-z]/)$", re.IGNORECASE)
_BOUND = re.compile(r",? (?:and|or|to|through) (?:on )?|, |\s?[-–—]\s?|/")
IN_TITLE = re.compile(r"\b[A-Z]\w* $")
"""What makes a capitalised word the part of a name: `Yucatan Today`."""
_NOWADAYS = re.compile(
    r"\b(?:still(?: [\w-]+){1,8}|known|what is|used|seen|exists?|continues|lives? on|(?:it|they) (?:is|are)|as (?!of\b)[a-z]+"
    r"|the world (?:of )?) $",
    re.IGNORECASE,
)
_PERSON = re.compile(r"\b(?:I|we|you|our|my|us|me|here)\b|[“”\"]", re.IGNORECASE)
_NOWADAYS_AFTER = re.compile(r"(?:['’]s (?:generation|world|youth|society|technology)| than ever)\b")
_STEPS = (("day before", -2), ("day after", 2), ("last", -1), ("yesterday", -1), ("tomorrow", 1))


def deictic(match: Match, situation: Situation) -> Reading | None:
    """`today`, `yesterday`, `the day after tomorrow`, `last night`, `this morning`."""
    phrase = match[0].lower()
    if match[0][0].isupper() and IN_TITLE.search(situation.before):
        return None
    if phrase == "today" and _is_nowadays(situation):
        return Reading(UNKNOWN, "open")
    step = next((step for beginning, step in _STEPS if phrase.startswith(beginning)), 0)
    return relative(stepped(situation.published, "day", step) if situation.published else UNKNOWN)


def _is_nowadays(situation: Situation) -> bool:
    """`still in use today`, and `today` in a history, unless its writer or a speaker says it of himself."""
    if _NOWADAYS.search(situation.before) or _NOWADAYS_AFTER.match(situation.after):
        return True
    return situation.page.narrative and not _PERSON.search(situation.before + situation.after)


def weekday(match: Match, situation: Situation) -> Reading | None:
    """`on Sunday`: the last one up to the publication date or, beside a verb of the future, the first one from it on."""
    name, before = match["weekday"], situation.before
    if not name[0].isupper() or _NAMED_BEFORE.search(before) or _NAMED_AFTER.match(situation.after):
        return None
    if match["plural"] or _RECURS_BEFORE.search(before) or re.match(r"/[A-Z]", situation.after) or _with_recurring(situation):
        return Reading(UNKNOWN, "open")
    published = situation.published
    if not published or not published.date:
        return relative(Period(published.prefix) if published else UNKNOWN)
    number = words.weekday_of(name)
    return relative(_weekday_from(published.date, number) if situation.tense == "future" else _weekday_to(published.date, number))


def _with_recurring(situation: Situation) -> bool:
    """Whether the weekday is bound to one that recurs: `Mondays, Wednesdays and Friday`."""
    last = situation.earlier[-1] if situation.earlier else None
    text = situation.page.text
    if not last or last.reading.kind != "open" or not _BOUND.fullmatch(text[last.end : situation.start]):
        return False
    return any(text[last.start : last.end].lower().startswith(name) for name in words.WEEKDAYS)


def _weekday_to(day: datetime.date, number: int) -> Period:
    date = add_days(day, -((day.weekday() - number) % DAYS_IN_WEEK))
    return of_day(date) if date else UNKNOWN


def _weekday_from(day: datetime.date, number: int) -> Period:
    date = add_days(day, (number - day.weekday()) % DAYS_IN_WEEK)
    return of_day(date) if date else UNKNOWN


def modified_weekday(match: Match, situation: Situation) -> Reading | None:
    """`last Friday`, `next Tuesday`, `this coming Monday`, `the following Thursday`, `that Tuesday`; not `following Tuesday's vote`."""
    how, number = how_of(match), words.weekday_of(match["weekday"])
    if how == "following" and not definite(situation):
        return None
    if how == "next" and definite(situation):
        how = "following"
    known = situation.anchor(3) if how in (*SAME_AS_EARLIER, *AFTER_EARLIER) else situation.published
    if not known or not known.date:
        return relative(Period(known.prefix) if known and how not in SAME_AS_EARLIER else UNKNOWN)
    day = known.date
    if how in ("this", "current"):
        return relative(_weekday_to(day, number) if situation.tense == "past" else _weekday_from(day, number))
    if how in SAME_AS_EARLIER:
        return relative(_weekday_to(day, number))
    if how in BACK:
        return relative(_shifted(day, -1, number, _weekday_to))
    if how == "next":
        monday = add_days(day, DAYS_IN_WEEK - day.weekday())
        return relative(_weekday_from(monday, number) if monday else UNKNOWN)
    return relative(_shifted(day, 1, number, _weekday_from))


def _shifted(day: datetime.date, count: int, number: int, find: Callable[[datetime.date, int], Period]) -> Period:
    moved = add_days(day, count)
    return find(moved, number) if moved else UNKNOWN
