"""Sentences, as far as times need them: no time reaches past the end of its sentence."""

from __future__ import annotations

import re

_BREAK = re.compile(r"\n+|(?<=[.!?…])[\"'”’)\]»]*(?P<space>[^\S\n]+)(?=[\"'“‘(\[«]*[A-Z0-9])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"'‘])(?:[A-Z]|[A-Z]\.[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Sen|Rep|Gov|Amb|Rev|Hon|St|Jr|Sr|No|vs|approx|c|ca"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun|[AaPp]\.m|U\.S|U\.N|U\.K|E\.U)\.$"
)
_REACH = 12
"""Characters before a full stop that an abbreviation can take."""


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of every sentence; together they cover all of `text` but the space between them."""
    found: list[tuple[int, int]] = []
    start = 0
    for match in _BREAK.finditer(text):
        end = match.start() if match["space"] is None else match.start("space")
        if match["space"] is not None and _ABBREVIATION.search(text[max(start, match.start() - _REACH) : match.start()]):
            continue
        found.append((start, end))
        start = match.end()
    found.append((start, len(text)))
    return tuple((first, last) for first, last in found if first < last)
