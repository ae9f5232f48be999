"""The words of time: months, weekdays, numerals, units, and the pieces of patterns that are made of them."""

from __future__ import annotations

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
ORDINALS = (
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90}

ABBREVIATED = {name[:3]: number for number, name in enumerate(MONTHS, 1)} | {"sept": 9}
MONTH_NUMBER = {name: number for number, name in enumerate(MONTHS, 1)} | ABBREVIATED
WEEKDAY_NUMBER = {name: number for number, name in enumerate(WEEKDAYS)} | {name[:3]: number for number, name in enumerate(WEEKDAYS)}
NUMBER = {name: number for number, name in enumerate(SMALL)} | TENS | {"a": 1, "an": 1, "couple": 2}
ORDINAL = {name: number for number, name in enumerate(ORDINALS)} | {"twenty-first": 21, "twenty first": 21}

MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
MONTH_OR_SHORT = rf"(?:{MONTH}|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?)"
WEEKDAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
WEEKDAY_OR_SHORT = rf"(?:{WEEKDAY}|(?:mon|tues|tue|wed|thurs|thur|thu|fri|sat|sun)\b\.?)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)(?:st|nd|rd|th)?"
YEAR = r"(?:1\d{3}|20\d{2})(?!\d)"
SEASON = r"(?:spring|summer|autumn|fall|winter)"
PART_OF_DAY = r"(?:early |late )?(?:morning|afternoon|evening|night)"
NUMERAL = (
    r"(?:\d{1,3}(?:,\d{3})+|\d{1,4}(?![\d,.]\d)|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    r"|an?|(?:a )?couple(?: of)?)"
)
VAGUE = r"(?:(?:the )?(?:(?:a |very )?few|several|many|some|couple of|recent|coming|intervening|first|last))"
DASH = r"\s?[-–—−]\s?"


def number_of(numeral: str) -> int:
    """The number that a numeral in digits or words says: `12`, `twenty-one`, `a couple of`, `a`."""
    words = numeral.lower().removeprefix("a couple").strip() if numeral.lower().startswith("a couple") else numeral.lower()
    if not words or words.startswith(("couple", "of")):
        return NUMBER["couple"]
    digits = words.replace(",", "")
    return int(digits) if digits.isdigit() else sum(NUMBER[part] for part in words.split("-"))


def month_of(name: str) -> int:
    """The number of a month by its name or short form, with or without a full stop."""
    word = name.lower().rstrip(".")
    return MONTH_NUMBER[word]


def day_of(numeral: str) -> int:
    """The day of the month: `7`, `07`, `7th`."""
    return int(numeral.lower().rstrip("stndrh"))


def weekday_of(name: str) -> int:
    """The number of a weekday, Monday 0, by its name or short form."""
    return WEEKDAY_NUMBER[name.lower()[:3]]
