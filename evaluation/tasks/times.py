"""Time values on GUM: the time expressions of a text, each with the stretch of the calendar that it names.

`value_f1` is the F1 of values. Gold are the annotated expressions whose value is a stretch of the calendar with two ends: `when` a
year, month or day, `from` with `to`, `notBefore` with `notAfter`. A value is its first and its last day: `when="1981"` and
`from="1981" to="1981-12-31"` are the same. A hit is a pair, one to one in order of the text, of a gold and a read expression whose
spans overlap and whose first and last days are both the same. Read are the expressions with a date; one without a date names
no value. Two gold expressions that a dash, `to`, `through`, `until` or `between … and` binds are one, from the first day of the one to the
last of the other, as the record has it. What the record has no value for (times of day, months and seasons of no year, years
before Christ, stretches with one end) is no gold, but a date read there is still wrong.

The publication date is the document's `date_created`. `value_precision` and `value_recall` are the two halves; `span_recall` is
the share of gold expressions, with a value or not, that some read expression overlaps, dated or not; `annotated_value_f1` is
`value_f1` over the documents that have any annotated date, since GUM leaves the dates of some unannotated.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from dragoman.reading.times import find
from dragoman.reading.times.periods import Known, Period, bounds
from dragoman.values import Timex
from evaluation.datasets import read_jsonl
from evaluation.figures import Figure, Measurement, Unit, f1_figure, share_figure
from evaluation.tasks import Given

FIGURES: tuple[Figure, ...] = (f1_figure("value_f1", ("hit", "read", "gold")),)
EXTRAS: tuple[Figure, ...] = (
    share_figure("value_precision", "hit", "read"),
    share_figure("value_recall", "hit", "gold"),
    share_figure("span_recall", "span", "annotated"),
    f1_figure("annotated_value_f1", ("annotated_hit", "annotated_read", "annotated_gold")),
)

_BINDS = re.compile(r"\s*[-–—]\s*|,? (?:to|through|until|till) (?:the )?", re.IGNORECASE)
_AND = re.compile(r" and (?:the )?", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween (?:the )?$", re.IGNORECASE)
_ENDS = (("from", "to"), ("notBefore", "notAfter"))

Days = tuple[str, str]


@dataclass(frozen=True)
class Expression:
    """A stretch of text and the first and last day of its value, None where it has none."""

    start: int
    end: int
    days: Days | None


def files(split: str) -> tuple[str, ...]:
    """The documents of the split."""
    return (f"treebank/gum_{split}.jsonl.gz",)


def measure(given: Given) -> Measurement:
    """The times of every document, found in its text alone, compared with the annotated ones."""
    documents = read_jsonl(given.data / files(given.split)[0])
    return Measurement(FIGURES, tuple(_unit(document) for document in documents), EXTRAS)


def _unit(document: dict[str, Any]) -> Unit:
    read = [_read(timex) for timex in find(document["text"], document["date_created"])]
    counts = count(gold_expressions(document), read)
    if document["dates"]:
        counts.update({f"annotated_{name}": counts[name] for name in ("hit", "read", "gold")})
    return Unit(document["id"], counts, document["genre"])


def _read(timex: Timex) -> Expression:
    return Expression(timex.span.start, timex.span.end, bounds(Period(timex.date, timex.until)))


def gold_expressions(document: dict[str, Any]) -> list[Expression]:
    """The annotated expressions in order of the text, bound ones joined."""
    found: list[Expression] = []
    for date in sorted(document["dates"], key=lambda date: (date["start"], date["end"])):
        one = Expression(date["start"], date["end"], gold_days(date))
        if found and _bound(document["text"], found[-1], one):
            first = found.pop()
            assert first.days
            assert one.days
            one = Expression(first.start, one.end, (first.days[0], one.days[1]))
        found.append(one)
    return found


def gold_days(date: dict[str, str]) -> Days | None:
    """First and last day of an annotation, None where it has not two ends or no such day."""
    pairs = [(date["when"], date["when"])] if "when" in date else [(date[a], date[b]) for a, b in _ENDS if a in date and b in date]
    for first, last in pairs:
        known = Known.of(first), Known.of(last)
        ends = [bounds(Period(one.prefix)) for one in known if one]
        if len(ends) == 2 and ends[0] and ends[1] and ends[0][0] <= ends[1][1]:
            return ends[0][0], ends[1][1]
    return None


def _bound(text: str, first: Expression, last: Expression) -> bool:
    if not first.days or not last.days or last.start < first.end or first.days[0] >= last.days[1]:
        return False
    gap = text[first.end : last.start]
    return bool(_BINDS.fullmatch(gap) or (_AND.fullmatch(gap) and _BETWEEN.search(text[max(0, first.start - 12) : first.start])))


def count(gold: list[Expression], read: list[Expression]) -> Counter[str]:
    """Hits, read and gold values, and the gold spans found."""
    dated = [one for one in read if one.days]
    hits = 0
    for one in gold:
        match = next((other for other in dated if one.days and other.days == one.days and _overlap(one, other)), None)
        if match:
            dated.remove(match)
            hits += 1
    return Counter(
        hit=hits,
        read=sum(1 for one in read if one.days),
        gold=sum(1 for one in gold if one.days),
        annotated=len(gold),
        span=sum(1 for one in gold if any(_overlap(one, other) for other in read)),
    )


def _overlap(one: Expression, other: Expression) -> bool:
    return one.start < other.end and other.start < one.end
