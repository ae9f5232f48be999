"""Years, and what is made of them: decades, centuries, seasons and quarters of a year."""

from __future__ import annotations

import re

from dragoman.reading.times import words
from dragoman.reading.times.periods import MONTHS_IN_YEAR, UNKNOWN, Period, of_months, of_parts, of_season, of_years
from dragoman.reading.times.situation import Match, Reading, Situation, full

_QUANTITY = re.compile(
    r"(?:[$£€#№]|\b(?:no|nos|number|page|pages|pp?|room|route|highway|flight|section|article|chapter|resolution|rule|code|id|model|vol|serial"
    r"|isbn|issn|doi|windows|office|boeing|top|over|than|least|most|nearly|almost|some|up to|exactly|approximately|roughly|total|another"
    r"|weighs?|weighing|costs?|costing|worth|paid)\.? ?|[-–+×=~<>/] ?|\d[,.])$",
    re.IGNORECASE,
)
"""What stands before a number that is no year."""
_COUNTED = re.compile(
    r"[- ]?(?:%|°|per ?cent|(?:(?:more|other|additional|armed|heavily armed|foreign|young|local|civilian|military|[a-z]+(?:an|ese|ish)) )?"
    r"(?:people|persons|[a-z]*(?:men|women|children)|soldiers|troops|fighters|militants|prisoners|hostages|refugees|migrants|civilians|protesters"
    r"|police|officers|members|students|workers|employees|deaths|dead|casualties|victims|residents|inhabitants|households|families|patients|cases"
    r"|participants|respondents|species|items|homes|houses|votes|seats|jobs|copies|times|words|pages|dollars|euros|pounds|cents|miles?|km"
    r"|kilomet(?:er|re)s?|met(?:er|re)s?|mm|cm|ft|feet|foot|tons|tonnes|kg|kilograms?|acres|hectares|calories|watts|mw|hz|mhz|rpm"
    r"|years?|months|weeks|days|hours|minutes|utc|gmt|local time|bce?)\b)",
    re.IGNORECASE,
)
"""What stands after a number that is no year."""
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|of|during|to|before|after|between|and|for|through|year|years|early|late|mid|around|about|circa|ca?\.|late"
    r"|throughout|the|back|January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|fall|winter"
    r"|born|b\.|died|d\.|©|pre|post|\w+ly)|[(\[,;:&]|mid-|pre-|post-|^)\s*$",
    re.IGNORECASE,
)
_YEAR_SAID = re.compile(r"\b(?:in|since|by|until|till|from|during|before|after|between|year) $", re.IGNORECASE)
_EARLIEST, _LATEST = 1400, 2070
_OLD = "1100"
"""Before this year a text is of old, and its numbers of three digits may be years."""
_OLD_YEAR_SAID = re.compile(r"\b(?:in|by|until|till|from|before|after|between|about|around|circa|c\.|since|and|to) $", re.IGNORECASE)
_OLD_YEAR_AFTER = re.compile(r"[.,;:)]?(?:$|\s)(?:[A-Z]|he\b|she\b|they\b|it\b|the\b|and\b|to\b|as\b|a\b|when\b|became\b|was\b|$)|[,;)]")
_LIFE_BEFORE = re.compile(r"\((?:(?:c|ca|r|b)\. ?|circa |reigned )?$")
_MODERN = range(1900, _LATEST)
_NO_YEAR_AFTER = re.compile(r"[-/.,]?\d|[-/][A-Za-z]|%|['’](?!s\b)[A-Za-z]|[A-Za-z_@]|\.[a-z]")
_PLURAL_AFTER = re.compile(r" ?(?!(?:was|is|has|as|its|his|this|does)\b)[a-z]+(?<![usi])s\b(?! (?:is|was))")
_TERM = re.compile(
    r"\b(?:until|till|by|to|before|since|through) (?:at least|about|around|nearly|almost) $|\bno (?:later|earlier|sooner) than $", re.I
)
_NAMED = re.compile(
    r"\b(?:the|an?|its|his|her|their|our|this) (?:upcoming|coming|recent|original|landmark|historic|ambitious|disputed|failed|fateful) $"
)
_PART_BEFORE = re.compile(r"\b(?:mid|late|early)-$", re.IGNORECASE)
_PARTS = {"early": (0.0, 0.5), "earlier": (0.0, 0.5), "mid": (0.3, 0.8), "late": (0.5, 1.0), "later": (0.5, 1.0)}
_LATE_IN_CENTURY = 0.75
_CENTURIES = range(2, 31)


def bare_year(match: Match, situation: Situation) -> Reading | None:
    """`2022`, where it is no quantity: `2000 soldiers`, `page 1200`."""
    before = situation.page.text[max(0, situation.start - 24) : situation.start]
    after = situation.page.text[situation.end : situation.end + 40]
    year = int(match["year"])
    if _NO_YEAR_AFTER.match(after):
        return None
    if year in _MODERN and (_TERM.search(before) or _NAMED.search(before) or _PART_BEFORE.search(before)):
        return full(of_parts(year))
    if _QUANTITY.search(before) or re.search(r"[\w@.$-]$", before) or _COUNTED.match(after):
        return None
    if year < _EARLIEST and not _YEAR_SAID.search(before):
        return None
    alone = range(_EARLIEST, _LATEST) if situation.page.narrative and not re.match(" [A-Z]", after) else _MODERN
    said = (year in alone and not _PLURAL_AFTER.match(after)) or _YEAR_BEFORE.search(before.replace("\n", " "))
    return full(of_parts(year)) if said else None


def year_range(match: Match, situation: Situation) -> Reading | None:
    """`2014-15`, `2001–2004`."""
    year, second = int(match["year"]), match["second"]
    if year < _EARLIEST and not _YEAR_SAID.search(situation.before):
        return None
    last = int(second) if len(second) == 4 else year // 100 * 100 + int(second)
    return full(of_years(year, last)) if year < last else None


def old_year(match: Match, _: Situation) -> Reading | None:
    """`AD 842`, `347 AD`, `the year 71`, `c. 347`; years before Christ are found and not resolved."""
    if match.groupdict().get("bc"):
        return Reading(UNKNOWN, "open")
    return full(of_parts(int(match["year"])))


def old_range(match: Match, situation: Situation) -> Reading | None:
    """`Sikong Tu (837–908)`: the years of a life, in brackets."""
    first, last = int(match["year"]), int(match["second"])
    return full(of_years(first, last)) if first < last and _LIFE_BEFORE.search(situation.before) else None


def bare_old_year(match: Match, situation: Situation) -> Reading | None:
    """`In 348 Pachomius died`, `around 328`, in a text that has said another year so old."""
    before = situation.page.text[max(0, situation.start - 24) : situation.start]
    if not _OLD_YEAR_SAID.search(before) or not _OLD_YEAR_AFTER.match(situation.after) or not _is_of_old(situation):
        return None
    return full(of_parts(int(match["year"])))


def _is_of_old(situation: Situation) -> bool:
    return any(found.reading.kind == "full" and "0001" < (found.period.date or "")[:4] < _OLD for found in situation.earlier)


def spoken_year(match: Match, situation: Situation) -> Reading | None:
    """`twenty sixteen`, `nineteen eighty-four`."""
    century, rest = words.number_of(match["century"]), words.number_of(match["rest"].replace(" ", "-"))
    if rest < 10 or _PLURAL_AFTER.match(situation.after):
        return None
    return full(of_parts(century * 100 + rest))


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
    if match["bc"] or number not in _CENTURIES:
        return Reading(UNKNOWN, "open")
    return full(_part((number - 1) * 100, 100, match["part"]))


def centuries(match: Match, _: Situation) -> Reading | None:
    """`the 15th to the 19th century`."""
    first, last = (_ordinal(match[name]) for name in ("ordinal", "last"))
    return full(of_years((first - 1) * 100, last * 100 - 1)) if first in _CENTURIES and last in _CENTURIES and first < last else None


def _ordinal(text: str) -> int:
    return int(text[:-2]) if text[0].isdigit() else words.ORDINAL[text.lower()]


def _part(first: int, length: int, part: str | None) -> Period:
    """The early, middle or late years of a decade or century that begins in `first`."""
    name = (part or "").lower()
    begin, end = _PARTS.get(name, (0.0, 1.0))
    if length > 10 and name.startswith("late"):
        begin = _LATE_IN_CENTURY
    return of_years(first + int(begin * length), first + int(end * length) - 1)


def season_of_year(match: Match, _: Situation) -> Reading | None:
    """`summer 2014`, `the winter of 1776-77`; a winter that says one year could begin or end in it."""
    season, year = match["season"].lower(), int(match["year"])
    if season == "winter" and not match["second"]:
        return full(of_parts(year))
    return full(of_season(season, year))


def quarter_of_year(match: Match, _: Situation) -> Reading | None:
    """`Q3 2014`, `the third quarter of 2014`, `the first half of 2014`."""
    name = match["number"].lower()
    number = int(name) if name.isdigit() else words.ORDINAL.get(name, 4)
    length = 6 if match["part"].lower() in ("h", "half") else 3
    if not 1 <= number <= MONTHS_IN_YEAR // length:
        return None
    return full(of_months(int(match["year"]), (number - 1) * length + 1, length))
