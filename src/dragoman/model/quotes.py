"""Quotations: stretches between quotation marks, whatever marks the outlet uses.

Curly, straight, low and angled marks open and close within a paragraph; a paragraph that ends inside a quotation leaves it,
since newspapers open the next paragraph of a long quotation with a mark of its own and close only the last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_CLOSES = {"“": '”"', "”": "”", '"': '"”', "„": "“”", "«": "»", "‘": "’'", "'": "'’", "‹": "›", "``": "''"}
_DOUBLE = frozenset('“”"„«')


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation of `text[start:end]`, its marks excluded.

    `closed` is false where the paragraph ended before a closing mark; `marks` are the offsets of its marks.
    """

    start: int
    end: int
    double: bool
    closed: bool

    @property
    def marks(self) -> tuple[int, ...]:
        """Offsets of the opening and, where there is one, the closing mark."""
        return (self.start - 1, self.end) if self.closed else (self.start - 1,)


def quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations of `text`, outermost only, in order."""
    found: list[Quotation] = []
    for block in _PARAGRAPH.finditer(text):
        found += _in_paragraph(text, block.start(), block.end())
    return tuple(found)


def _in_paragraph(text: str, start: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    place = start
    while place < end:
        mark = text[place]
        if mark in _CLOSES and _opens(text, place, start, end):
            close = _closing(text, place, end)
            double = mark in _DOUBLE
            if close is not None:
                found.append(Quotation(place + 1, close, double, True))
                place = close
            elif double:
                found.append(Quotation(place + 1, end, double, False))
                break
        place += 1
    return found


def _opens(text: str, place: int, start: int, end: int) -> bool:
    """Does the mark at `place` open a quotation, seen from its neighbours?"""
    before = text[place - 1] if place > start else " "
    after = text[place + 1] if place + 1 < end else " "
    mark = text[place]
    if mark == "“" or mark in "„«":
        return True
    if mark in "'‘" and after.isdigit():  # the '90s
        return False
    if mark == "”":  # some outlets type the closing mark on both sides
        return before.isspace() and after.isalnum()
    return (before.isspace() or before in "([{—–-‘“\"'") and not after.isspace()


def _closing(text: str, place: int, end: int) -> int | None:
    """The offset of the mark that closes the quotation opened at `place`, or None before `end`."""
    mark = text[place]
    for index in range(place + 1, end):
        if text[index] not in _CLOSES[mark]:
            continue
        after = text[index + 1] if index + 1 < end else " "
        if mark in _DOUBLE:
            if text[index] == '"' and mark == '"' and text[index - 1].isspace() and not after.isspace() and index > place + 1:
                return None  # another opening mark: this one never closed
            return index
        if not after.isalnum() and not text[index - 1].isspace():
            return index
    return None
