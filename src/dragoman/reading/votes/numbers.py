"""Whole numbers in digits and words, as tallies give them."""

from __future__ import annotations

import re

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = {word: number for number, word in enumerate(_ONES, 1)} | {
    word: number for number, word in zip(range(20, 100, 10), _TENS, strict=True)
}
_BELOW = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES[:9])})\b)?|{'|'.join(reversed(_ONES))})"

NUMBER = rf"(?:[1-9]\d{{0,2}}|(?:one|two|three|four|five) hundred(?: and {_BELOW})?|{_BELOW})"
"""A pattern for 1 to 999 in digits or one to 599 in words; to be matched with IGNORECASE."""


def number(text: str) -> int:
    """The number that a match of `NUMBER` stands for."""
    if text.isdigit():
        return int(text)
    hundreds, _, rest = text.lower().rpartition("hundred")
    return (100 * _WORDS[hundreds.strip()] if hundreds else 0) + _sum(rest)


def _sum(text: str) -> int:
    return sum(_WORDS[part] for part in re.split(r"[- ]", text) if part not in ("", "and"))
