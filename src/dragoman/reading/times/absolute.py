"""Times that say their year, and days and months that take it from the publication date or the text around them."""

from __future__ import annotations

import datetime
import re

from dragoman.reading.times import words
from dragoman.reading.times.periods import UNKNOWN, Period, date_of, first_day, joined, of_parts, of_season, of_years
from dragoman.reading.times.situation import Reading, Situation, full
from dragoman.reading.times.words import DAY, MONTH, MONTH_OR_SHORT, YEAR

Match = re.Match[str]

DAYS_TOO_FAR = 330
"""A day without a year, this far away by its tense and within weeks the other way, is taken the other way: the verb misleads."""

_YEAR_AHEAD = re.compile(
    rf"\s*(?:{words.DASH}|to|and|or|through|until|till|thru)?\s*(?:the )?(?:early |late |mid-?)?"
    rf"(?:{DAY} (?:of )?{MONTH_OR_SHORT}|{MONTH_OR_SHORT}(?: {DAY})?)(?:,| of| in)? (?P<year>{YEAR})",
    re.IGNORECASE,
)
_TIME_BEFORE = re.compile(
    r"(?:\b(?:in|since|until|till|last|next|this|early|late|mid|of|during|through|before|after|between|from|to|and|on|every|each|past|around|about"
    r"|earlier|later|throughout)|mid-|[-–—(])\s*$",
    re.IGNORECASE,
)
_SURE_BEFORE = re.compile(r"\b(?:in|since|until|last|next|this|early|late|mid|during|end of|beginning of|start of|month of|between)[ -]$", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"(?:\b[A-Z][\w.'’-]*|\b(?:Mr|Mrs|Ms|Dr)\.) $")
_NAME_AFTER = re.compile(r"(?:['’]s)? [A-Z][a-z]")
_VERBS = ("march", "may")
_NAMES = ("april", "may", "june", "august", "march")


def full_day(match: Match, _: Situation) -> Reading | None:
    """`7 March 2022`, `March 7, 2022`, `Monday, March 7th, 2022`, `5-6 September 2019`."""
    return full(_days(match, int(match["year"])))


def partial_day(match: Match, situation: Situation) -> Reading | None:
    """`March 7`: its year by what the text says, else by tense and nearness to the publication date."""
    month, day = words.month_of(match["month"]), words.day_of(match["day"])
    if date_of(2020, month, day) is None or not match["month"][0].isupper():
        return None
    year = year_without(situation, month, day)
    return Reading(_days(match, year) if year else UNKNOWN, "partial")


def worded_day(match: Match, situation: Situation) -> Reading | None:
    """`the fifth of January`."""
    month, day = words.month_of(match["month"]), words.ORDINAL[match["day"].lower()]
    if match["year"]:
        return full(of_parts(int(match["year"]), month, day))
    year = year_without(situation, month, day)
    return Reading(of_parts(year, month, day) if year else UNKNOWN, "partial")


def _days(match: Match, year: int) -> Period:
    month = words.month_of(match["month"])
    first = of_parts(year, month, words.day_of(match["day"]))
    if not match.groupdict().get("last"):
        return first
    return joined(first, of_parts(year, month, words.day_of(match["last"])))


def iso_day(match: Match, _: Situation) -> Reading | None:
    """`2022-03-07`."""
    return full(of_parts(int(match["year"]), int(match["month"]), int(match["day"])))


def slashed_day(match: Match, _: Situation) -> Reading | None:
    """`13/03/2022`, `03/13/2022`, `03.07.2022`; where both could be the month the day is not known, but the year is."""
    first, second, year = (int(match[name]) for name in ("first", "second", "year"))
    months_first, days_first = of_parts(year, first, second), of_parts(year, second, first)
    if months_first is UNKNOWN or days_first is UNKNOWN or first == second:
        return full(months_first if days_first is UNKNOWN else days_first)
    return Reading(of_parts(year), "full")


def year_month(match: Match, situation: Situation) -> Reading | None:
    """`2022-03`; `2014-15` and `2011-12` are two years."""
    year, second = int(match["year"]), int(match["second"])
    if second == (year + 1) % 100 or second > 12:
        return year_range(match, situation)
    return full(of_parts(year, second))


def year_range(match: Match, situation: Situation) -> Reading | None:
    """`2014-15`, `2001–2004`."""
    year, second = int(match["year"]), match["second"]
    if year < _EARLIEST and not _YEAR_SAID.search(situation.before):
        return None
    last = int(second) if len(second) == 4 else year // 100 * 100 + int(second)
    return full(of_years(year, last)) if year < last else None


def month_and_year(match: Match, _: Situation) -> Reading | None:
    """`March 2022`, `March of 2022`."""
    return full(of_parts(int(match["year"]), words.month_of(match["month"])))


def months_range(match: Match, situation: Situation) -> Reading | None:
    """`January-June 2016`, `March/April`."""
    first, last = words.month_of(match["month"]), words.month_of(match["last"])
    year = int(match["year"]) if match["year"] else year_without(situation, last)
    return Reading(joined(of_parts(year - (first > last), first), of_parts(year, last)) if year else UNKNOWN, "full" if match["year"] else "partial")


def bare_month(match: Match, situation: Situation) -> Reading | None:
    """`in March`: its year as of a day without one. Neither the verb `march` nor a person named May."""
    name = match["month"].lower()
    if not match["month"][0].isupper() or not _is_month(name, situation):
        return None
    month = words.month_of(name)
    year = year_without(situation, month)
    return Reading(of_parts(year, month) if year else UNKNOWN, "partial")


def _is_month(name: str, situation: Situation) -> bool:
    before, after = situation.before, situation.after
    if name == "may" and re.search(r"\b(?:Theresa|Mrs\.?|Minister|Ms\.?) May\b", situation.page.text):
        return bool(_SURE_BEFORE.search(before))
    if name in _VERBS:
        return bool(_TIME_BEFORE.search(before))
    if name not in _NAMES or _TIME_BEFORE.search(before):
        return not (name in _NAMES and _NAME_AFTER.match(after) and not _TIME_BEFORE.search(before))
    return not (_NAME_AFTER.match(after) or _NAME_BEFORE.search(before))


def year_without(situation: Situation, month: int, day: int | None = None) -> int | None:
    """The year of a day or month that says none."""
    if ahead := _YEAR_AHEAD.match(situation.page.text, situation.end):
        return int(ahead["year"])
    if (year := situation.year_nearby()) and _exists(year, month, day):
        return year
    published = situation.published
    if not published:
        return None
    if not published.month:
        return published.year if _exists(published.year, month, day) else None
    return _by_tense(situation, month, day)


def _by_tense(situation: Situation, month: int, day: int | None) -> int | None:
    published = situation.published
    assert published is not None
    shown = published.prefix if day else published.prefix[:7]
    near = [of_parts(year, month, day).date for year in range(published.year - 1, published.year + 2)]
    dates = [date for date in near if date]
    nearest = min(dates, key=lambda date: abs(_distance(date, published.middle)), default=None)
    tense = situation.tense
    chosen = nearest
    if tense == "past":
        chosen = max((date for date in dates if date[: len(shown)] <= shown), default=nearest)
    elif tense == "future":
        chosen = min((date for date in dates if date[: len(shown)] >= shown), default=nearest)
    if chosen and abs(_distance(chosen, published.middle)) > DAYS_TOO_FAR:
        chosen = nearest
    return int(chosen[:4]) if chosen else None


def _distance(date: str, middle: datetime.date) -> int:
    return (datetime.date.fromisoformat(first_day(date)) - middle).days + (14 if len(date) == 7 else 0)


def _exists(year: int, month: int, day: int | None) -> bool:
    return date_of(year, month, day or 1) is not None


_QUANTITY = re.compile(
    r"(?:[$£€#№]|\b(?:no|nos|number|page|pages|pp?|room|route|highway|flight|section|article|chapter|resolution|over|than|least|most|nearly|almost|some|up to"
    r"|top|windows|office|boeing|code|id|model|isbn|issn|doi|vol|serial|weighs?|weighing|cost|costs|costing|worth|paid|total|another|exactly"
    r"|approximately|roughly|rule)\.? ?|[-–+×=~<>/] ?|\d[,.])$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"[- ]?(?:%|°|per ?cent|(?:more |other |additional |armed |heavily armed |foreign |young |local |civilian |military |[a-z]+(?:an|ese|ish|ian) )?"
    r"(?:people|persons|[a-z]*(?:men|women|children)|soldiers|troops|fighters|militants|prisoners|hostages|refugees|migrants|civilians|protesters|police"
    r"|officers|members|students|workers|employees|deaths|dead|casualties|victims|dollars|euros|pounds|cents|miles?|km|kilomet(?:er|re)s?|met(?:er|re)s?"
    r"|mm|cm|ft|feet|foot|tons|tonnes|kg|kilograms?|acres|hectares|words|pages|homes|houses|votes|seats|jobs|copies|times|years?|days|hours|minutes"
    r"|weeks|months|residents|inhabitants|households|families|patients|cases|participants|respondents|species|items|calories|watts|mw|hz|mhz|rpm"
    r"|bc|bce)\b)",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|of|during|to|before|after|between|and|for|through|year|years|early|late|mid|around|about|circa|ca?\.|late"
    r"|throughout|the|back|January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|fall|winter"
    r"|born|b\.|died|d\.|©|pre|post|\w+ly)|[(\[,;:&]|mid-|pre-|post-|^)\s*$",
    re.IGNORECASE,
)
_YEAR_SAID = re.compile(r"\b(?:in|since|by|until|till|from|during|before|after|between|year) $", re.IGNORECASE)
_EARLIEST, _LATEST = 1400, 2070
_MODERN = range(1900, _LATEST)


def bare_year(match: Match, situation: Situation) -> Reading | None:
    """`2022`, where it is no quantity: `2000 soldiers`, `page 1200`."""
    before = situation.page.text[max(0, situation.start - 24) : situation.start]
    after = situation.page.text[situation.end : situation.end + 40]
    if _QUANTITY.search(before) or re.match(r"[-/.,]?\d|[-/][A-Za-z]|%|['’](?!s\b)[A-Za-z]|[A-Za-z_@]|\.[a-z]", after) or re.search(r"[\w@.$-]$", before):
        return None
    if _COUNTED.match(after):
        return None
    year = int(match["year"])
    if year < _EARLIEST and not _YEAR_SAID.search(before):
        return None
    alone = range(_EARLIEST, _LATEST) if situation.page.narrative and not re.match(" [A-Z]", after) else _MODERN
    said = year in alone and not re.match(r" ?[a-z]+s\b(?! (?:is|was))", after)
    return full(of_parts(year)) if said or _YEAR_BEFORE.search(before.replace("\n", " ")) else None


def old_year(match: Match, _: Situation) -> Reading | None:
    """`AD 842`, `347 AD`, `the year 71`, `c. 347`; years before Christ are found and not resolved."""
    if match.groupdict().get("bc"):
        return Reading(UNKNOWN, "open")
    return full(of_parts(int(match["year"])))


def spoken_year(match: Match, _: Situation) -> Reading | None:
    """`twenty sixteen`, `nineteen eighty-four`."""
    century, rest = words.number_of(match["century"]), words.number_of(match["rest"].replace(" ", "-"))
    return full(of_parts(century * 100 + rest)) if rest >= 10 else None


def decade(match: Match, _: Situation) -> Reading | None:
    """`the 1980s`, `early 1980s`, `'90s`; `the 1600s` is a century."""
    digits = match["decade"]
    first = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return full(_part(first, 100 if first % 100 == 0 and first < 2000 else 10, match["part"]))


def named_decade(match: Match, situation: Situation) -> Reading | None:
    """`the sixties`, which are no one's twenties."""
    if not match["part"] and not re.search(r"\b(?:the|and|to) $", situation.before, re.IGNORECASE):
        return None
    return full(_part(1900 + words.DECADES[match["name"].lower()], 10, match["part"]))


def century(match: Match, _: Situation) -> Reading | None:
    """`17th century`, `the twentieth century`, `late 20th century`: 1600 to 1699, as its years are written."""
    number = _ordinal(match["ordinal"])
    if match["bc"] or not 2 <= number <= 30:
        return Reading(UNKNOWN, "open")
    return full(_part((number - 1) * 100, 100, match["part"]))


def centuries(match: Match, _: Situation) -> Reading | None:
    """`the 15th to the 19th century`."""
    first, last = (_ordinal(match[name]) for name in ("ordinal", "last"))
    return full(of_years((first - 1) * 100, last * 100 - 1)) if 2 <= first < last <= 30 else None


def _ordinal(text: str) -> int:
    return int(text[:-2]) if text[0].isdigit() else words.ORDINAL[text.lower()]


def _part(first: int, length: int, part: str | None) -> Period:
    """The early, middle or late years of a decade or century that begins in `first`."""
    name = (part or "").lower().rstrip(" -")
    begin, end = {"early": (0.0, 0.5), "earlier": (0.0, 0.5), "mid": (0.3, 0.8), "late": (0.5, 1.0), "later": (0.5, 1.0)}.get(name, (0.0, 1.0))
    if length == 100 and name.startswith("late"):
        begin = 0.75
    return of_years(first + int(begin * length), first + int(end * length) - 1)


def season_of_year(match: Match, _: Situation) -> Reading | None:
    """`summer 2014`, `the winter of 1776-77`; a winter that says one year could begin or end in it."""
    season, year = match["season"].lower(), int(match["year"])
    if season == "winter" and not match["second"]:
        return full(of_parts(year))
    return full(of_season(season, year))


def quarter_of_year(match: Match, _: Situation) -> Reading | None:
    """`Q3 2014`, `the third quarter of 2014`, `the first half of 2014`."""
    from dragoman.reading.times.periods import of_months

    name = match["number"].lower()
    number = int(name) if name.isdigit() else words.ORDINAL.get(name, 4)
    length = 6 if match["part"].lower() in ("h", "half") else 3
    if not 1 <= number <= 12 // length:
        return None
    return full(of_months(int(match["year"]), (number - 1) * length + 1, length))


__all__ = ["MONTH"]
