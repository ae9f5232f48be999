"""Whole numbers in digits and words, as tallies give them."""

from __future__ import annotations

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = {word: number for number, word in enumerate(_ONES, 1)} | {
    word: number for number, word in zip(range(20, 100, 10), _TENS, strict=True)
}

NUMBER = rf"(?:[1-9]\d{{0,2}}|(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_ONES[:9])}))?|{'|'.join(reversed(_ONES))})"
"""A pattern for 1 to 999 in digits or one to ninety-nine in words; to be matched with IGNORECASE."""


def number(text: str) -> int:
    """The number that a match of `NUMBER` stands for."""
    return int(text) if text.isdigit() else sum(_WORDS[part] for part in text.lower().split("-"))
