"""The sentence around a few words of an article."""

from __future__ import annotations

import re

from dragoman.values import Span

ENDS = re.compile(r"\n+|(?<=[.!?…])[\"”’»)\]]*\s+(?=[\"“‘«(\[]*[A-Z0-9])")
"""Where a sentence may end: at a line's end, or at a full stop before a capital or a digit."""

SHORTENED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Sen|Rep|Gov|Hon|Rev|St|No|Nos|vs|Art|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z])\.\Z"
)
"""A title, a month or an initial before the stop: the sentence goes on."""


def sentence(text: str, part: Span) -> Span:
    """The sentence of `text` that holds `part`, without white space at its ends."""
    start, end = 0, len(text)
    for match in ENDS.finditer(text, max(0, text.rfind("\n", 0, part.start))):
        if "\n" not in match[0] and SHORTENED.search(text, max(0, match.start() - 6), match.start()):
            continue
        if match.end() <= part.start:
            start = match.end()
        elif match.start() >= part.end:
            end = match.end() if "\n" not in match[0] else match.start()
            break
    whole = text[start:end]
    start += len(whole) - len(whole.lstrip())
    return Span.of(text, start, start + len(whole.strip()))
