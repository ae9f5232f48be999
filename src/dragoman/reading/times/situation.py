"""Where a time expression stands: what resolving it may look at."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from dragoman.reading.times.periods import UNKNOWN, Known, Period
from dragoman.reading.times.tense import Tense, tense

Match = re.Match[str]
Kind = Literal["full", "partial", "relative", "open", "clock"]
"""`full` says its year itself, `partial` takes it from elsewhere, `relative` is counted from a day, `open` is no one period."""

_YEAR = re.compile(r"(?<![\d.,/-])(?:1[5-9]\d\d|20\d\d)(?!\d|[,.]\d| (?:UTC|GMT|hours|local)\b)")
_LEAST_YEARS = 4
_NEAR_SHARE = 0.4
_OPENING = 600
"""Characters at the beginning of a text in which news says that it is of its day."""
_OF_ITS_DAY = re.compile(
    r"\b(?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?! (?-i:[A-Z]))|yesterday|tomorrow|tonight"
    r"|(?:this|last|next) (?:week|month|night|morning|weekend)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, [A-Z][a-z]+ \d{1,2}, \d{4}\s)",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us|me)\b")
_SPOKEN = 0.01
"""The share of its words that a text has for its speaker where it is a speech, which counts from its own day."""
_DETERMINED = re.compile(r"(?:\b(?:the|a|an|its|his|her|their|this|that|our|[A-Z]\w+['’]s)|['’]s) (?:[a-z]+ )?$")
_NOUN_AFTER = re.compile(
    r"[ -](?!(?:he|she|they|it|and|but|that|with|for|from|into|after|before|when|while|which|who)\b)[A-Za-z]{3,}", re.IGNORECASE
)
_REACH = {"near": 400, "story": 1500}
"""How far back, in characters, a time may be counted from an earlier one: in news, and in a text that tells of other years."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase means: its period and how it came by it."""

    period: Period
    kind: Kind


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression at `text[start:end]`."""

    start: int
    end: int
    reading: Reading

    @property
    def period(self) -> Period:
        """Its period."""
        return self.reading.period


@dataclass(frozen=True, slots=True)
class Page:
    """The text, the day of its publication as far as known, and whether it is a history: it tells of other years than that day's,
    is no speech, and does not open, as news does, with what is counted from that day.
    """

    text: str
    published: Known | None
    narrative: bool


@dataclass(frozen=True, slots=True)
class Situation:
    """A match at `page.text[start:end]` in the sentence `first:last`, after the expressions found before it."""

    page: Page
    sentence: tuple[int, int]
    start: int
    end: int
    earlier: list[Found] = field(repr=False)

    @property
    def published(self) -> Known | None:
        """The day of publication, as far as known."""
        return self.page.published

    @property
    def before(self) -> str:
        """The sentence up to the match."""
        return self.page.text[self.sentence[0] : self.start]

    @property
    def after(self) -> str:
        """The sentence from the match on."""
        return self.page.text[self.end : self.sentence[1]]

    @property
    def tense(self) -> Tense | None:
        """The tense of the verb beside the match."""
        first, last = self.sentence
        return tense(self.page.text[first:last], self.start - first, self.end - first)

    def anchor(self, precision: int) -> Known | None:
        """The last earlier time that is known to the year (1), month (2) or day (3) and stands near enough to be counted from."""
        reach = _REACH["story" if self.page.narrative else "near"]
        for found in reversed(self.earlier):
            if self.start - found.end > reach:
                return None
            known = Known.of(found.period.until or found.period.date)
            if known and not (found.period.until and precision > 1) and len(known.prefix) >= (0, 4, 7, 10)[precision]:
                return known
        return None

    def year_nearby(self) -> int | None:
        """The year that an earlier expression says: in this sentence, or, in a text that tells of other years, before it."""
        since = max(0, self.start - _REACH["story"]) if self.page.narrative else self.sentence[0]
        for found in reversed(self.earlier):
            if found.end <= since:
                return None
            known = Known.of(found.period.date)
            said = found.reading.kind == "full" and ((known and known.month) or not attributive(self.page.text, found.start, found.end))
            if known and not found.period.until and (said or self.page.narrative):
                return known.year
        return None


def page(text: str, published: str | None) -> Page:
    """The text as times are read in it; a publication date that is no date of the calendar counts as unknown."""
    known = Known.of(published)
    years = [int(year) for year in _YEAR.findall(text)]
    near = sum(1 for year in years if known and abs(year - known.year) <= 1)
    speech = len(_SPEAKER.findall(text)) > _SPOKEN * len(text.split())
    history = len(years) >= _LEAST_YEARS and near < _NEAR_SHARE * len(years) and not speech
    return Page(text, known, history and not (known and known.day and _OF_ITS_DAY.search(text, 0, _OPENING)))


def attributive(text: str, start: int, end: int) -> bool:
    """Whether the time at `text[start:end]` belongs to a noun behind it: `the 2015 agreement`, `a March 4 statement`."""
    return bool(_DETERMINED.search(text[max(0, start - 24) : start]) and _NOUN_AFTER.match(text[end : end + 20]))


def relative(period: Period) -> Reading:
    """The reading of a time that was counted from another."""
    return Reading(period, "relative")


def full(period: Period) -> Reading | None:
    """The reading of a time that says its year; None where the calendar has no such time."""
    return Reading(period, "full") if period is not UNKNOWN else None
