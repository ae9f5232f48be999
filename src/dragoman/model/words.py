"""Text as the encoder sees it: words with offsets, paragraphs and surface features.

A word is a run of letters and digits or one mark of punctuation; every span that is read begins and ends at words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.model.quotes import Quotation, quotations

Ints = NDArray[np.int64]

CASES = ("lower", "title", "upper", "mixed", "digit", "mark", "initial")
QUOTES = ("outside", "double", "single", "mark")
STARTS = ("inside", "sentence", "paragraph")

_WORD = re.compile(r"\w+|[^\w\s]")
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_CLOSERS = frozenset("”\"’'»)]")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text.

    `spans` is int64 [n, 2] of character offsets, `sentences` and `paragraphs` int64 [n] the sentence and the paragraph that each word
    stands in, `features` int64 [n, 3] indices into CASES, QUOTES and STARTS, `texts` the words as written.
    """

    text: str
    spans: Ints
    sentences: Ints
    paragraphs: Ints
    features: Ints
    texts: tuple[str, ...]
    quotations: tuple[Quotation, ...]

    def __len__(self) -> int:
        """The number of words."""
        return len(self.spans)

    @property
    def layout(self) -> Ints:
        """int64 [n, 5]: the three surface features, the number of the sentence and of the paragraph."""
        return np.column_stack([self.features, self.sentences, self.paragraphs])

    def word(self, index: int) -> str:
        """The text of one word."""
        return self.texts[index]

    def extent(self, first: int, last: int) -> tuple[int, int]:
        """Character offsets of the words from `first` to `last`, `last` included."""
        return int(self.spans[first, 0]), int(self.spans[last, 1])

    def covering(self, start: int, end: int) -> tuple[int, int]:
        """The range [first, stop) of the words that begin in the characters [start, end); empty where none does."""
        first, stop = np.searchsorted(self.spans[:, 0], [start, end])
        if first and self.spans[first - 1, 1] > start:
            first -= 1
        return int(first), int(stop)


def split(text: str) -> Words:
    """The words of `text`, with their paragraphs and features."""
    spans, paragraphs = [], []
    for number, block in enumerate(_PARAGRAPH.finditer(text)):
        found = [match.span() for match in _WORD.finditer(text, block.start(), block.end())]
        spans += found
        paragraphs += [number] * len(found)
    pairs = np.array(spans, dtype=np.int64).reshape(-1, 2)
    numbers = np.array(paragraphs, dtype=np.int64)
    marks = quotations(text)
    words = [text[start:end] for start, end in spans]
    features = np.zeros((len(words), 3), dtype=np.int64)
    features[:, 0] = [CASES.index(case(word)) for word in words]
    features[:, 1] = _quote_features(pairs, marks)
    features[:, 2] = _start_features(words, numbers)
    return Words(text, pairs, np.cumsum(features[:, 2] > 0), numbers, features, tuple(words), marks)


def case(word: str) -> str:
    """The surface class of one word, one of CASES."""
    if not word[0].isalnum() and word[0] != "_":
        return "mark"
    if any(char.isdigit() for char in word):
        return "digit"
    if word.isupper():
        return "initial" if len(word) == 1 else "upper"
    if word.istitle():
        return "title"
    return "lower" if word.lower() == word else "mixed"


def _quote_features(spans: Ints, marks: tuple[Quotation, ...]) -> Ints:
    flags = np.zeros(len(spans), dtype=np.int64)
    for mark in marks:
        first, stop = np.searchsorted(spans[:, 0], [mark.start, mark.end])
        flags[first:stop] = QUOTES.index("double" if mark.double else "single")
    for mark in marks:
        for place in mark.marks:
            index = int(np.searchsorted(spans[:, 0], place))
            flags[index] = QUOTES.index("mark")
    return flags


def _start_features(words: list[str], paragraphs: Ints) -> Ints:
    starts = np.zeros(len(words), dtype=np.int64)
    for index in range(len(words)):
        if index == 0 or paragraphs[index] != paragraphs[index - 1]:
            starts[index] = STARTS.index("paragraph")
        elif _ends_sentence(words, index - 1) and words[index] not in _CLOSERS:
            starts[index] = STARTS.index("sentence")
    return starts


def _ends_sentence(words: list[str], index: int) -> bool:
    """Does the word at `index` close a sentence, a full stop (but not an initial's) or a quotation mark before or after one?"""
    while index > 0 and words[index] in _CLOSERS:
        index -= 1
    before = words[index - 1] if index else ""
    return words[index] in ("!", "?", "…") or (words[index] == "." and (len(before) > 1 or before in _CLOSERS))
