"""Times counted from the publication date, or from a time that stands before them."""

from __future__ import annotations

import datetime
import re

from dragoman.reading.times import words
from dragoman.reading.times.periods import (
    SEASONS,
    UNKNOWN,
    Known,
    Period,
    add_days,
    joined,
    of_day,
    of_days,
    of_parts,
    of_season,
    stepped,
)
from dragoman.reading.times.situation import Reading, Situation

Match = re.Match[str]

BACK = ("last", "past", "previous", "this past")
ON = ("next", "coming", "upcoming", "this coming")
SAME_AS_EARLIER = ("that", "that same", "the same", "same")
AFTER_EARLIER = ("following",)
UNIT_OF = {"night": "day", "fortnight": "week", "morning": "day", "afternoon": "day", "evening": "day"}
PRECISION = {"day": 3, "week": 3, "weekend": 3, "month": 2, "quarter": 2, "year": 1, "decade": 1, "century": 1}

_NAMED_BEFORE = re.compile(r"\b(?:Black|Good|Palm|Easter|Super|Bloody|Ash|Holy|Cyber|Giving|Shrove|Maundy|Whit|Fat|Ruby) $")
_NAMED_AFTER = re.compile(r" (?:Times|Mirror|Telegraph|Express|Herald|Post|Mail|Star|Sun|Review|School|Independent|Tribune|Night (?:Live|Football)|the 13th)\b")
_RECURS_BEFORE = re.compile(r"(?:\b(?:every|each|most|any|a)(?: other| single)? |\bper week on |[A-Za-z]/)$", re.IGNORECASE)
_IN_TITLE = re.compile(r"\b[A-Z]\w* $")
_NOWADAYS = re.compile(r"\b(?:still(?: \w+){1,4}|known|what is|used|seen|exists?) $", re.IGNORECASE)
_NOWADAYS_AFTER = re.compile(r"(?:['’]s (?:generation|world|youth|society|technology)| than ever)\b")


def relative(period: Period) -> Reading:
    """The reading of a time that was counted from another."""
    return Reading(period, "relative")


def open_ended(_: Match, __: Situation) -> Reading:
    """`recent years`, `several weeks ago`: a time, but no one period."""
    return Reading(UNKNOWN, "open")


def clock(_: Match, __: Situation) -> Reading:
    """`10:45 a.m.`, `noon`: a time of day, which the record does not keep."""
    return Reading(UNKNOWN, "clock")


def deictic(match: Match, situation: Situation) -> Reading | None:
    """`today`, `yesterday`, `the day after tomorrow`, `last night`, `this morning`."""
    steps = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "yesteryear": None}
    phrase = " ".join(match[0].lower().split())
    if match[0][0].isupper() and _IN_TITLE.search(situation.before):
        return None
    if phrase == "today" and _is_nowadays(situation):
        return Reading(UNKNOWN, "open")
    count = steps.get(phrase.split()[-1] if "day" in phrase.split()[0] or phrase in steps else "", 0)
    if phrase.startswith(("day before", "day after")):
        count = -2 if "before" in phrase else 2
    if phrase.startswith(("last", "yesterday")):
        count = -1
    if phrase.startswith("tomorrow"):
        count = 1
    return relative(stepped(situation.published, "day", count or 0) if situation.published else UNKNOWN)


def _is_nowadays(situation: Situation) -> bool:
    """`still in use today`, and `today` in a history that no verb sets in time."""
    if _NOWADAYS.search(situation.before) or _NOWADAYS_AFTER.match(situation.after):
        return True
    return situation.page.narrative and situation.tense is None


def weekday(match: Match, situation: Situation) -> Reading | None:
    """`on Sunday`: the last one up to the publication date or, beside a verb of the future, the first one from it on."""
    name, before = match["weekday"], situation.before
    if not name[0].isupper() or _NAMED_BEFORE.search(before) or _NAMED_AFTER.match(situation.after):
        return None
    if match["plural"] or _RECURS_BEFORE.search(before) or re.match(r"/[A-Z]", situation.after):
        return Reading(UNKNOWN, "open")
    published = situation.published
    if not published or not published.date:
        return relative(Period(published.prefix) if published else UNKNOWN)
    number = words.weekday_of(name)
    return relative(_weekday_from(published.date, number) if situation.tense == "future" else _weekday_to(published.date, number))


def _weekday_to(day: datetime.date, number: int) -> Period:
    date = add_days(day, -((day.weekday() - number) % 7))
    return of_day(date) if date else UNKNOWN


def _weekday_from(day: datetime.date, number: int) -> Period:
    date = add_days(day, (number - day.weekday()) % 7)
    return of_day(date) if date else UNKNOWN


def modified_weekday(match: Match, situation: Situation) -> Reading | None:
    """`last Friday`, `next Tuesday`, `this coming Monday`, `the following Thursday`, `that Tuesday`."""
    how, number = _how(match), words.weekday_of(match["weekday"])
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
        monday = add_days(day, 7 - day.weekday())
        return relative(_weekday_from(monday, number) if monday else UNKNOWN)
    return relative(_shifted(day, 1, number, _weekday_from))


def _shifted(day: datetime.date, count: int, number: int, find: object) -> Period:
    moved = add_days(day, count)
    assert callable(find)
    return find(moved, number) if moved else UNKNOWN


def _how(match: Match) -> str:
    return " ".join(match["how"].lower().split())


def modified_unit(match: Match, situation: Situation) -> Reading | None:
    """`last week`, `this year`, `next month`, `the following day`, `that year`, `the same month`."""
    how, name = _how(match), match["unit"].lower()
    unit = UNIT_OF.get(name, name)
    if unit == "day" and how in ("last", "past", "this", "current", "coming", "upcoming"):
        return None
    if how in SAME_AS_EARLIER:
        anchor = situation.anchor(PRECISION[unit])
        return relative(stepped(anchor, unit, 0) if anchor else UNKNOWN)
    if how in AFTER_EARLIER or (how in ("next", "previous", "preceding") and (unit == "day" or _definite(situation))):
        anchor = situation.anchor(PRECISION[unit])
        return relative(stepped(anchor, unit, -1 if how in ("previous", "preceding") else 1) if anchor else UNKNOWN)
    published = situation.published
    if not published:
        return relative(UNKNOWN)
    if how in ("last", "past") and _definite(situation):
        return relative(_up_to(published, unit, 1))
    if how in ("this", "current"):
        return relative(_current(situation, published, unit))
    return relative(stepped(published, unit, -1 if how in BACK else 1))


def _definite(situation: Situation) -> bool:
    return bool(re.search(r"\b(?:the|its|his|her|their)\s+$", situation.before, re.IGNORECASE))


def _current(situation: Situation, published: Known, unit: str) -> Period:
    """This week, this weekend: what is told of in the past ends with the day of publication."""
    if unit == "weekend" and published.date and situation.tense == "past" and published.date.weekday() < 5:
        return stepped(published, "weekend", -1)
    period = stepped(published, unit, 0)
    if unit == "week" and published.date and published.date.weekday() and situation.tense == "past":
        return of_days(published.date - datetime.timedelta(days=published.date.weekday()), published.date)
    return period


def _up_to(known: Known, unit: str, count: int) -> Period:
    """The `count` units that end with the day of publication."""
    if unit in ("day", "week", "weekend"):
        first = add_days(known.date, -count * (1 if unit == "day" else 7)) if known.date else None
        return of_days(first, known.date) if first and known.date else UNKNOWN
    first_unit = stepped(known, "year" if unit == "decade" else unit, -count * (10 if unit == "decade" else 1))
    return joined(Period(first_unit.date), Period(known.prefix)) if unit != "century" else stepped(known, unit, -1)


def _from_on(known: Known, unit: str, count: int) -> Period:
    """The `count` units that begin with the day of publication."""
    if unit in ("day", "week", "weekend"):
        last = add_days(known.date, count * (1 if unit == "day" else 7)) if known.date else None
        return of_days(known.date, last) if last and known.date else UNKNOWN
    return joined(Period(known.prefix), stepped(known, "year" if unit == "decade" else unit, count * (10 if unit == "decade" else 1)))


def counted_span(match: Match, situation: Situation) -> Reading | None:
    """`the last five years`, `the past 30 days`, `the next three months`."""
    unit = UNIT_OF.get(match["unit"].lower(), match["unit"].lower())
    if not situation.published or unit == "century" or match.groupdict().get("vague"):
        return Reading(UNKNOWN, "open")
    if re.match(r" of (?:his|her|its|their|our|my|the)\b", situation.after):
        return Reading(UNKNOWN, "open")
    count = words.number_of(match["count"])
    if _how(match) not in BACK and situation.tense == "past":
        anchor = situation.anchor(1)
        return relative(_from_on(Known(anchor.year), unit, count) if anchor and unit == "year" else UNKNOWN)
    return relative((_up_to if _how(match) in BACK else _from_on)(situation.published, unit, count))


def modified_month(match: Match, situation: Situation) -> Reading | None:
    """`last March`, `next January`, `this May`."""
    month, how, published = words.month_of(match["month"]), _how(match), situation.published
    if not match["month"][0].isupper() or not published or not published.month:
        return relative(UNKNOWN) if match["month"][0].isupper() else None
    year = published.year
    if how in BACK:
        year -= month >= published.month
    elif how in ON:
        year += month <= published.month
    elif how not in ("this", "current"):
        anchor = situation.anchor(1)
        return relative(of_parts(anchor.year, month) if anchor else UNKNOWN)
    return relative(of_parts(year, month))


def month_of_year(match: Match, situation: Situation) -> Reading | None:
    """`March this year`, `November 3 last year`, `May of the same year`."""
    month, how = words.month_of(match["month"]), _how(match)
    day = words.day_of(match["day"]) if match["day"] else None
    deictic = how in ("this", "last", "next")
    known = situation.published if deictic else situation.anchor(1)
    step = {"last": -1, "next": 1, "the following": 1}.get(how, 0)
    return relative(of_parts(known.year + step, month, day) if known else UNKNOWN)


def modified_season(match: Match, situation: Situation) -> Reading | None:
    """`last summer`, `this winter`, `that spring`."""
    season, how, published = match["season"].lower(), _how(match), situation.published
    if how in SAME_AS_EARLIER or how in AFTER_EARLIER:
        anchor = situation.anchor(1)
        return relative(of_season(season, anchor.year) if anchor and season != "winter" else UNKNOWN)
    if not published or not published.month:
        return relative(UNKNOWN)
    begins, ends = SEASONS[season], SEASONS[season] + 2
    year = published.year - (1 if season == "winter" and published.month <= 2 else 0)
    if how in BACK:
        year -= published.month <= ends and not (season == "winter" and 2 < published.month < begins) or season == "winter"
    elif how in ON:
        year += published.month >= begins
    elif begins > published.month and situation.tense == "past":
        year -= 1
    return relative(of_season(season, year))


def ago(match: Match, situation: Situation) -> Reading | None:
    """`two days ago`, `a year ago`, `in three weeks`, `five years from now`."""
    if not situation.published:
        return relative(UNKNOWN)
    sign = -1 if match["direction"].lower() in ("ago", "back") else 1
    return relative(_counted(match, situation.published, sign))


def coming(match: Match, situation: Situation) -> Reading | None:
    """`in three weeks`, where what is told of lies ahead; else it says how long something took."""
    if not match["time"] and (situation.tense != "future" or match["count"].lower() in ("a", "an")):
        return None
    return relative(_counted(match, situation.published, 1) if situation.published else UNKNOWN)


def later(match: Match, situation: Situation) -> Reading | None:
    """`two years later`, `three days earlier`, `a month before`: counted from the time told of before."""
    unit = UNIT_OF.get(match["unit"].lower(), match["unit"].lower())
    if match["direction"].lower() in ("before", "after") and re.match(r"\s+[\w“\"]", situation.after):
        return Reading(UNKNOWN, "open")
    anchor = situation.anchor(PRECISION[unit])
    sign = -1 if match["direction"].lower() in ("earlier", "before", "prior") else 1
    return relative(_counted(match, anchor, sign) if anchor else UNKNOWN)


def _counted(match: Match, known: Known, sign: int) -> Period:
    """So many units from `known`. A hundred weeks are not meant to the week, nor forty days to the day."""
    unit = UNIT_OF.get(match["unit"].lower(), match["unit"].lower())
    count = words.number_of(match["count"])
    if match["half"] or (match["more"] or "").lower().strip() in ("more than", "over", "less than", "under", "fewer than", "at least"):
        return UNKNOWN
    if match["unit"].lower() == "fortnight":
        count *= 2
    if unit == "decade":
        return stepped(known, "year", sign * 10 * count)
    if unit == "century":
        return UNKNOWN
    return stepped(known, unit, sign * count)


def unit_beside(match: Match, situation: Situation) -> Reading | None:
    """`the day before`, `the year after`, where nothing follows that it is counted from."""
    if re.match(r"\s+(?!he\b|she\b|and\b|but\b|in\b|on\b|at\b)[\w“\"]", situation.after):
        return Reading(UNKNOWN, "open")
    unit = UNIT_OF.get(match["unit"].lower(), match["unit"].lower())
    anchor = situation.anchor(PRECISION[unit])
    return relative(stepped(anchor, unit, -1 if match["direction"].lower() == "before" else 1) if anchor else UNKNOWN)


def the_unit(match: Match, situation: Situation) -> Reading | None:
    """`earlier in the day`, `later in the month`: the one told of."""
    unit = match["unit"].lower()
    anchor = situation.anchor(PRECISION[unit]) or situation.published
    return relative(stepped(anchor, unit, 0) if anchor else UNKNOWN)


def weekend(match: Match, situation: Situation) -> Reading | None:
    """`over the weekend`: the last one, or the coming one beside a verb of the future."""
    published = situation.published
    if not published:
        return relative(UNKNOWN)
    ahead = situation.tense == "future" or (published.date and published.date.weekday() >= 5)
    return relative(stepped(published, "weekend", 0 if ahead else -1))


def season(match: Match, situation: Situation) -> Reading | None:
    """`in the summer`, `summers`: found; which one is not said."""
    if match["season"].lower() in ("spring", "fall") and not re.search(r"\b(?:in|the|during|every|each) $", situation.before):
        return None
    return None if re.match(r" of\b", situation.after) or match["season"][0].isupper() else Reading(UNKNOWN, "open")


def holiday(match: Match, situation: Situation) -> Reading | None:
    """Days with a fixed date: `Christmas Day`, `New Year's Eve`; `9/11` is the day of the attacks."""
    name = match[0].lower().replace("’", "'")
    if _IN_TITLE.search(situation.before) or re.match(r" [A-Z]", situation.after):
        return None
    if name.startswith(("9/11", "september 11 attacks")):
        return Reading(Period("2001-09-11"), "full")
    month, day = next(date for beginning, date in HOLIDAYS.items() if name.startswith(beginning))
    if (year := match.groupdict().get("year")) is not None:
        return Reading(of_parts(int(year), month, day), "full")
    from dragoman.reading.times.absolute import year_without

    found = year_without(situation, month, day)
    return Reading(of_parts(found, month, day) if found else UNKNOWN, "partial")


def world_war(match: Match, situation: Situation) -> Reading | None:
    """`during World War II`: a time where a preposition of time makes it one."""
    if not re.search(r"\b(?:during|throughout|until|since|before|after|following|in) (?:the )?$", situation.before, re.IGNORECASE):
        return None
    second = (match["number"] or match["short"] or match["ordinal"]).lower() in ("ii", "two", "2", "second")
    return Reading(Period("1939-09-01", "1945-09-02") if second else Period("1914-07-28", "1918-11-11"), "full")


HOLIDAYS = {
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year's": (1, 1),
    "valentine's day": (2, 14),
    "halloween": (10, 31),
    "may day": (5, 1),
}
