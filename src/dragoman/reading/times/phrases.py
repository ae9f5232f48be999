"""The phrases of time: for each word that can begin one, the patterns to try and what each means."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from dragoman.reading.times import days, named, units, weekdays, words, years
from dragoman.reading.times.situation import Reading, Situation
from dragoman.reading.times.words import (
    DASH,
    DAY,
    MONTH,
    MONTH_OR_SHORT,
    NUMERAL,
    PART_OF_DAY,
    SEASON,
    VAGUE,
    WEEKDAY,
    WEEKDAY_OR_SHORT,
    YEAR,
)

Resolver = Callable[["re.Match[str]", Situation], Reading | None]

DIGITS = "#"
"""The key of phrases that begin with a number in digits."""

_END = r"(?![\wÀ-ɏ])"
"""Patterns match in ASCII alone, where every capital has one small letter; a word may still go on in another one."""
_MONTH_KEYS = tuple(words.MONTH_NUMBER)
_WEEKDAY_KEYS = (*words.WEEKDAY_NUMBER, "tues", "thur", "thurs")
_NUMBER_KEYS = (*words.NUMBER, DIGITS)
_ORDINAL_KEYS = (*words.ORDINALS, "twenty", DIGITS)
_PART_KEYS = ("early", "earlier", "mid", "late", "later")
_PART = r"(?:(?P<part>early|earlier|mid|late|later)[ -](?:to[ -](?:mid|late)[ -])?(?:the )?)?"
_UNIT = r"(?P<unit>day|night|weekend|week|fortnight|month|quarter|year|decade|century)"
_UNITS = r"(?P<unit>day|night|week|month|year|decade|fortnight)s?"
_HOW = (
    r"(?P<how>this past|this coming|that same|the same|last|past|previous|preceding|next|coming|upcoming|this|current|that|same|following)"
)
_HOW_KEYS = ("last", "past", "previous", "preceding", "next", "coming", "upcoming", "this", "current", "that", "same", "following")
_MORE = r"(?P<more>(?:more than|less than|fewer than|over|under|at least|nearly|almost|about|around|roughly|just|some) )?"
_COUNT = rf"{_MORE}(?P<count>{NUMERAL}) (?P<half>and a half )?{_UNITS}"
_THROUGH = r"(?:\s?[-–—]\s?| to | through | until | and | or )"
_LAST = rf"(?:{_THROUGH}(?P<last>{DAY}))?"
_CLOCK_TAIL = r"(?: ?(?:GMT|UTC|EST|EDT|ET|CET|BST|PST|PDT|local time))?"
_ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|twenty[- ]first|{'|'.join(words.ORDINALS)})"
_TEEN = "|".join(words.SMALL[10:])
_TEN = rf"(?:{'|'.join(words.TENS)})(?:[ -](?:{'|'.join(words.SMALL[1:10])}))?"
_BEFORE_CHRIST = r"(?P<bc> (?:BCE|BC|B\.C\.(?:E\.)?))?"
_LONG_AGO = r"(?:hundreds|thousands) of years|decades|centuries|years|months|weeks|days|long|moments"
_COUNT_NOUN = r"(?:day|night|hour|minute|week|fortnight|month|year|decade|centurie|century)s?"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern, matched where one of its keys (lower case) begins a word, and what a match means."""

    keys: tuple[str, ...]
    pattern: re.Pattern[str]
    resolver: Resolver


def _phrase(keys: tuple[str, ...], pattern: str, resolver: Resolver) -> Phrase:
    return Phrase(keys, re.compile(pattern + _END, re.IGNORECASE | re.ASCII), resolver)


_WEEKDAY_FIRST = rf"(?:{WEEKDAY_OR_SHORT},? (?:the )?)?"
_MONTH_DAY = rf"(?P<month>{MONTH_OR_SHORT}) ?(?:the )?(?P<day>{DAY}){_LAST}(?![:.]\d)"
_DAY_MONTH = rf"(?P<day>{DAY}){_LAST}(?: day)?(?: of)? (?P<month>{MONTH_OR_SHORT})"
_AFTER_DAY = r",? (?:of |in )?(?P<year>\d{4}|[3-9]\d\d)(?![\d,]\d)"

PHRASES = (
    _phrase((*_WEEKDAY_KEYS, *_MONTH_KEYS), rf"{_WEEKDAY_FIRST}{_MONTH_DAY}{_AFTER_DAY}", days.full_day),
    _phrase((*_WEEKDAY_KEYS, DIGITS), rf"{_WEEKDAY_FIRST}{_DAY_MONTH}{_AFTER_DAY}", days.full_day),
    _phrase(
        _ORDINAL_KEYS,
        rf"(?P<day>{'|'.join(words.ORDINALS[1:])}) (?:day )?of (?P<month>{MONTH})(?:,? (?P<year>{YEAR}))?",
        days.worded_day,
    ),
    _phrase((*_WEEKDAY_KEYS, *_MONTH_KEYS), rf"{_WEEKDAY_FIRST}{_MONTH_DAY}", days.partial_day),
    _phrase((*_WEEKDAY_KEYS, DIGITS), rf"{_WEEKDAY_FIRST}{_DAY_MONTH}", days.partial_day),
    _phrase((DIGITS,), r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?:T[\d:.]+Z?)?", days.iso_day),
    _phrase((DIGITS,), r"(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})", days.slashed_day),
    _phrase((DIGITS,), r"(?P<year>1\d{3}|20\d{2})-(?P<second>\d{2})(?!-\d)", days.year_month),
    _phrase(
        (DIGITS,),
        rf"(?P<year>{YEAR})(?:{DASH}|/| to | through | until )(?P<second>1\d{{3}}|20\d{{2}}|\d{{2}})(?![-/]\d)",
        years.year_range,
    ),
    _phrase((DIGITS,), rf"(?P<year>{YEAR})", years.bare_year),
    _phrase((DIGITS,), r"(?P<year>\d{1,4})(?: (?:AD|CE|A\.D\.|C\.E\.)|(?P<bc>(?:,\d{3})? (?:BCE|BC|B\.C\.(?:E\.)?)))", years.old_year),
    _phrase((DIGITS,), rf"(?P<year>[2-9]\d\d){DASH}(?P<second>[3-9]\d\d|1[01]\d\d)(?=\))", years.old_range),
    _phrase((DIGITS,), r"(?P<year>[2-9]\d\d)", years.bare_old_year),
    _phrase(("ad",), r"AD ?(?P<year>\d{1,4})", years.old_year),
    _phrase(("year",), r"year (?P<year>\d{1,4})", years.old_year),
    _phrase(
        ("nineteen", "twenty", "eighteen", "seventeen", "sixteen", "fifteen"),
        rf"(?P<century>nineteen|twenty|eighteen|seventeen|sixteen|fifteen)[ -](?P<rest>{_TEEN}|{_TEN})",
        years.spoken_year,
    ),
    _phrase((*_PART_KEYS, DIGITS), rf"{_PART}(?P<decade>(?:1\d|20)\d0)(?:s|(?<=\bthe \d{{4}})['’]s)", years.decade),
    _phrase((*_PART_KEYS, "'90s"), rf"{_PART}['’](?P<decade>[2-9]0)s", years.decade),
    _phrase((*_PART_KEYS, *words.DECADES), rf"{_PART}(?P<name>{'|'.join(words.DECADES)})", years.named_decade),
    _phrase(
        (*_PART_KEYS, *_ORDINAL_KEYS),
        rf"{_PART}(?P<ordinal>{_ORDINAL})[- ]century{_BEFORE_CHRIST}",
        years.century,
    ),
    _phrase(
        _ORDINAL_KEYS,
        rf"(?P<ordinal>{_ORDINAL}){_THROUGH}(?:the )?(?P<last>{_ORDINAL})[- ]centur(?:y|ies)",
        years.centuries,
    ),
    _phrase(_MONTH_KEYS, rf"(?P<month>{MONTH_OR_SHORT}),?(?: of| in)? (?P<year>{YEAR}|(?<=of )[3-9]\d\d)", days.month_and_year),
    _phrase(_MONTH_KEYS, rf"(?P<month>{MONTH})(?:{DASH}|/)(?P<last>{MONTH})(?:(?: of|,)? (?P<year>{YEAR}))?", days.months_range),
    _phrase(
        _MONTH_KEYS,
        rf"(?P<month>{MONTH})(?: to | through | until | and )(?P<last>{MONTH})(?:(?: of| in|,)? (?P<year>{YEAR}))",
        days.months_range,
    ),
    _phrase(
        _MONTH_KEYS,
        rf"(?P<month>{MONTH})(?: (?P<day>{DAY}))?,? (?:of |in )?(?P<how>this|last|next|that same|that|the same|the following) year",
        named.month_of_year,
    ),
    _phrase(_MONTH_KEYS, rf"(?P<month>{MONTH})", days.bare_month),
    _phrase(
        ("spring", "summer", "autumn", "fall", "winter"),
        rf"(?P<season>{SEASON})(?: of| in|,)? (?P<year>{YEAR})(?P<second>{DASH}\d{{2,4}}|/\d{{2,4}})?",
        years.season_of_year,
    ),
    _phrase(("q", "h"), rf"(?P<part>[QH])(?P<number>[1-4])(?: of|,)? (?P<year>{YEAR})", years.quarter_of_year),
    _phrase(
        ("first", "second", "third", "fourth", "final", "last"),
        rf"(?P<number>first|second|third|fourth|final|last) (?P<part>quarter|half) (?:of |in )?(?P<year>{YEAR})",
        years.quarter_of_year,
    ),
    _phrase(_WEEKDAY_KEYS, rf"(?P<weekday>{WEEKDAY})(?: {PART_OF_DAY})?(?P<plural>s)?", weekdays.weekday),
    _phrase(
        ("today", "tonight", "yesterday", "tomorrow"),
        rf"(?:today|tonight|(?:yesterday|tomorrow)(?: {PART_OF_DAY})?)",
        weekdays.deictic,
    ),
    _phrase(("day",), r"day (?:before yesterday|after tomorrow)", weekdays.deictic),
    _phrase(("last", "this"), r"(?:last (?:night|evening)|this (?:morning|afternoon|evening))", weekdays.deictic),
    _phrase(("this",), r"(?<=\bon )this day", weekdays.deictic),
    _phrase(_HOW_KEYS, rf"{_HOW} (?P<weekday>{WEEKDAY})(?: {PART_OF_DAY})?", weekdays.modified_weekday),
    _phrase(_HOW_KEYS, rf"{_HOW} {_UNIT}", units.modified_unit),
    _phrase(
        ("next", "following", "previous", "same", "that"),
        r"(?P<how>next|following|previous|same|that(?: same)?) (?P<unit>morning|afternoon|evening)",
        units.modified_unit,
    ),
    _phrase(_HOW_KEYS, rf"{_HOW} (?P<month>{MONTH})(?!,? \d)", named.modified_month),
    _phrase(_HOW_KEYS, rf"{_HOW} (?P<season>{SEASON})", named.modified_season),
    _phrase(
        ("last", "past", "next", "coming", "previous"),
        rf"(?P<how>last|past|previous|next|coming) (?:(?P<vague>few|several|couple of|many|two or three)|(?P<count>{NUMERAL})) {_UNITS}",
        units.counted_span,
    ),
    _phrase(
        (*_NUMBER_KEYS, "more", "less", "over", "under", "nearly", "almost", "about", "around", "roughly", "just", "some"),
        rf"{_COUNT} (?P<direction>ago|back|from now|hence)(?: (?P<day>today|tomorrow|yesterday|tonight)(?: {PART_OF_DAY})?)?",
        units.ago,
    ),
    _phrase(_NUMBER_KEYS, rf"{_COUNT} (?P<direction>later|earlier|afterwards?|before|after|prior)", units.later),
    _phrase(("in",), rf"in {_MORE}(?P<count>{NUMERAL}) (?P<half>and a half )?{_UNITS}(?P<time>['’] time)?(?! (?:of|old))", units.coming),
    _phrase(
        ("day", "night", "week", "month", "year"), r"(?P<unit>day|night|week|month|year) (?P<direction>before|after)", units.unit_beside
    ),
    _phrase(("year", "end"), r"(?:year[ -]end|year['’]s end|end of the (?:calendar )?year)(?! \w+(?:ing|ed)\b)", units.year_end),
    _phrase(("earlier", "later"), r"(?:earlier|later) in the (?P<unit>day|week|month|year)", units.the_unit),
    _phrase(("weekend",), r"(?<=\bthe )weekend(?! of)", units.weekend),
    _phrase(
        ("recent", "coming", "past", "last", "next", "ensuing"),
        rf"(?:recent|coming|past|last|next|ensuing) {_COUNT_NOUN}(?<=s)",
        units.open_ended,
    ),
    _phrase(
        (
            "a",
            "the",
            "several",
            "few",
            "many",
            "some",
            "hundreds",
            "thousands",
            "decades",
            "centuries",
            "years",
            "months",
            "weeks",
            "days",
            "long",
            "moments",
        ),
        rf"(?:{VAGUE}(?: more)? {_COUNT_NOUN}|{_LONG_AGO}) (?:ago|back|later|earlier)",
        units.open_ended,
    ),
    _phrase(
        ("spring", "summer", "autumn", "fall", "winter", *(f"{name}s" for name in ("spring", "summer", "autumn", "winter"))),
        rf"(?P<season>{SEASON})s?(?:time)?",
        named.season,
    ),
    _phrase((DIGITS,), rf"(?:[01]?\d|2[0-4])(?::[0-5]\d(?: ?[ap]\.? ?m\b\.?)?|\.[0-5]\d ?[ap]\.? ?m\b\.?){_CLOCK_TAIL}", named.clock),
    _phrase((DIGITS,), rf"(?:1[0-2]|0?\d) ?[ap]\.? ?m\b\.?{_CLOCK_TAIL}", named.clock),
    _phrase((DIGITS, *words.SMALL[1:13]), r"(?:\d{1,2}|[a-z]+) o['’]clock", named.clock),
    _phrase(("noon", "midnight"), r"(?:noon|midnight)", named.clock),
    _phrase((DIGITS,), r"9/11", named.holiday),
    _phrase(
        ("world", "wwii", "wwi", "first", "second"),
        r"(?:World War (?P<number>II|I|Two|One|2|1)|WW(?P<short>II|I)|(?P<ordinal>First|Second) World War)",
        named.world_war,
    ),
    _phrase(
        ("christmas", "boxing", "new", "valentine", "halloween", "may"),
        rf"(?:Christmas(?: Day| Eve)?|Boxing Day|New Year['’]s(?: Day| Eve)|Valentine['’]s Day|Halloween|May Day)(?:,? (?P<year>{YEAR}))?",
        named.holiday,
    ),
)


def _by_key() -> dict[str, tuple[Phrase, ...]]:
    keyed: defaultdict[str, list[Phrase]] = defaultdict(list)
    for phrase in PHRASES:
        for key in dict.fromkeys(phrase.keys):
            keyed[key].append(phrase)
    return {key: tuple(phrases) for key, phrases in keyed.items()}


BY_KEY = _by_key()
