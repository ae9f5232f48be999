"""Word ranges as character spans whose edges a person would draw.

Marks of quotation that surround the whole span stay out; one that opens or closes a quotation inside it comes in, and so do the full
stop of an abbreviation, a currency sign, a bracket's other half, and the mark that ends a sentence inside quotation marks.
"""

from __future__ import annotations

from dragoman.model.words import Words
from dragoman.reading import nouns
from dragoman.reading.drafts import Range
from dragoman.values import Span

_BRACKETS = {")": "(", "]": "["}
_PREFIXES = frozenset("$£€¥#@§")
_ENDINGS = frozenset(".!?…")


def span(words: Words, words_range: Range) -> Span:
    """The span of a word range, its edges mended."""
    start, end = words.extent(*words_range)
    start, end = _prefix(words.text, start), _suffix(words, words_range, end)
    start, end = _brackets(words.text, start, end)
    start, end = _quotation_marks(words, start, end)
    return Span.of(words.text, start, end)


def _prefix(text: str, start: int) -> int:
    return start - 1 if start and text[start - 1] in _PREFIXES else start


def _suffix(words: Words, words_range: Range, end: int) -> int:
    text = words.text
    if text[end : end + 1] == "%":
        return end + 1
    if (after := stopped(words, words_range[1])) > end:
        return after
    if _inside_quotation(words, end):
        while text[end : end + 1] in _ENDINGS and text[end : end + 1]:
            end += 1
    return end


def stopped(words: Words, last: int) -> int:
    """The character after the word at `last`, and after its stop where it is abbreviated: "U.S.", "a.m.", "Google, Inc."."""
    text, (start, end) = words.text, words.extent(last, last)
    initial = end - start == 1 and start >= 2 and text[start - 1] == "." and text[start - 2].isalpha()
    return end + 1 if text[end : end + 1] == "." and (initial or words.word(last) in nouns.SHORT) else end


def _inside_quotation(words: Words, place: int) -> bool:
    return any(quotation.start <= place < quotation.end for quotation in words.quotations)


def _brackets(text: str, start: int, end: int) -> tuple[int, int]:
    inside = text[start:end]
    for closing, opening in _BRACKETS.items():
        if text[end : end + 1] == closing and inside.count(opening) > inside.count(closing):
            end += 1
        if text[start - 1 : start] == opening and inside.count(closing) > inside.count(opening):
            start -= 1
    return start, end


def _quotation_marks(words: Words, start: int, end: int) -> tuple[int, int]:
    for quotation in words.quotations:
        if quotation.start - 1 == start - 1 and quotation.closed and quotation.end < end - 1:
            start -= 1
        if quotation.closed and quotation.end == end and start < quotation.start - 1:
            end += 1
    return start, end


def quoted_share(words: Words, ranges: tuple[Range, ...]) -> float:
    """The share of the words with letters or digits in `ranges` that stand inside quotation marks."""
    flags = [
        any(quotation.start <= words.spans[place, 0] < quotation.end for quotation in words.quotations)
        for first, last in ranges
        for place in range(first, last + 1)
        if words.features[place, 0] != 5
    ]
    return sum(flags) / len(flags) if flags else 0.0
