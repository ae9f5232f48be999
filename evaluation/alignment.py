"""Spans as sets of words, and words of one text found again in another.

Two spans are compared by the offsets at which their words begin, so that quotation marks, spaces and final stops do not
count. A reading whose cleaned text differs a little from gold's is moved onto gold's text word by word first.
"""

from __future__ import annotations

import difflib
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import Any

Stretch = tuple[int, int]
Marks = frozenset[int]
Move = Callable[[Stretch], Stretch | None]

WORD = re.compile(r"\w+")
SENTENCE_END = re.compile(r"(?<=[.!?”\"’])\s+(?=[A-Z“\"‘])|\n+")


def stretch(span: dict[str, Any] | None) -> Stretch | None:
    """Start and end of a span of a record, None where there is none."""
    return (span["start"], span["end"]) if span else None


def marks(text: str, stretches: Iterable[Stretch]) -> Marks:
    """The offsets where the words of `stretches` begin; of a stretch without a word, those of its visible characters."""
    return frozenset().union(*(_marks_of_one(text, start, end) for start, end in stretches))


def _marks_of_one(text: str, start: int, end: int) -> Marks:
    words = frozenset(start + found.start() for found in WORD.finditer(text[start:end]))
    return words or frozenset(place for place in range(start, end) if not text[place].isspace())


def mover(own: str, text: str) -> Move:
    """A function that moves a stretch of `own` onto `text`; it gives None where no word of the stretch is found there."""
    if own == text:
        return lambda stretch: stretch
    target = _aligned_words(own, text)
    starts = sorted(target)

    def move(stretch: Stretch) -> Stretch | None:
        inside = [target[start] for start in starts if stretch[0] <= start < stretch[1]]
        return (inside[0][0], inside[-1][1]) if inside else None

    return move


def _aligned_words(own: str, text: str) -> dict[int, Stretch]:
    """For the start of each word of `own` that is found in `text`, the word's place there."""
    left, right = ([found.span() for found in WORD.finditer(side)] for side in (own, text))
    matcher = difflib.SequenceMatcher(None, [own[s:e] for s, e in left], [text[s:e] for s, e in right], autojunk=False)
    return {left[i + k][0]: right[j + k] for i, j, size in matcher.get_matching_blocks() for k in range(size)}


def sentence_finder(text: str) -> Callable[[int], int]:
    """A function that says in which sentence of `text` an offset lies, by a plain split that gold and reading share."""
    ends = [found.end() for found in SENTENCE_END.finditer(text)]
    return lambda offset: bisect_right(ends, offset)
