"""Lists of words as they are written in the lexicons: "arrest*, house arrest" → a pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable


def pattern(listing: str) -> re.Pattern[str]:
    """What any of the comma-separated words or phrases of `listing` matches, whole words, in lower case; `*` stands for any ending."""
    phrases = (re.escape(phrase.strip()).replace(r"\*", r"\w*").replace(r"\ ", " ") for phrase in listing.split(","))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(filter(None, phrases)) or '(?!)'})(?![\w])")


def listed(block: str) -> dict[str, str]:
    """The lists of a block by name, in its order: a line `name: words`, gone on with by indented lines."""
    lines = re.sub(r"\n\s+", " ", block.strip()).split("\n")
    return {name: words.strip() for name, _, words in (line.partition(":") for line in lines)}


def joined(words: Iterable[str]) -> str:
    """The words in lower case with one blank between them, as patterns want them."""
    return " ".join(words).lower().replace("’", "'")
