"""PLV's rows: the fifteen roots that its sentences are labelled with, and the marks around the two parties."""

from __future__ import annotations

import re

from dragoman.reading.events.judging import Characters, root
from dragoman.values import TYPES

_MARK = re.compile(r"</?([st])>")


ROOTS = tuple(dict.fromkeys(map(root, TYPES)))
"""In the order of the types, which is part of every model bundle."""


def unmarked(marked: str) -> tuple[str, Characters | None, Characters | None]:
    """The sentence without its marks, and the characters of the first source and the first target in it, None where none is marked."""
    text, place = "", 0
    starts: dict[str, int] = {}
    spans: dict[str, Characters] = {}
    for mark in _MARK.finditer(marked):
        text += marked[place : mark.start()]
        place, side = mark.end(), mark[1]
        if mark[0].startswith("</"):
            spans.setdefault(side, (starts[side], len(text)))
        else:
            starts[side] = len(text)
    return text + marked[place:], spans.get("s"), spans.get("t")
