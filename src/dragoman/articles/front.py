"""What stands above the body of a text: its title, byline and date line."""

from __future__ import annotations

import re
from dataclasses import replace

from .cleaning import Piece
from .dates import date_line

_MOST_WORDS = 32
_MOST_CHARACTERS = 220
_OPENING = "\"“‘'(["
# Closing marks of other languages too: „…“, ‚…‘, «…», »…«.
_LAST_STOP = re.compile(r"(?:[.,;:—–-]|[.!?,][\"”’'“‘»«›‹])$")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]\.)+[A-Z]\.$|\b(?:Jr|Sr|Inc|Ltd|Co|Corp)\.$")
_BYLINE = re.compile(r"(?:By|BY|Written by) [A-Z][^.;:?!]{1,90}")
_BYLINE_WORDS = 12
_SPEAKER = re.compile(r"[A-Z][\w .’'-]{0,60}: ")


def take_title(found: list[Piece]) -> tuple[str | None, list[Piece]]:
    """The title of a text, where its first paragraph looks like one and others follow, and the pieces without it."""
    kept = [place for place, piece in enumerate(found) if not piece.reason]
    if len(kept) < 2 or not looks_like_title(found[kept[0]].text, found[kept[1]].text):
        return None, found
    return found[kept[0]].text, [*found[: kept[0]], *found[kept[0] + 1 :]]


def take_byline(found: list[Piece]) -> tuple[str | None, list[Piece]]:
    """The day that the lines above the body give, and the pieces with those lines marked to go."""
    date, out = None, list(found)
    for place, piece in enumerate(found):
        if piece.reason:
            continue
        reason, day = _above_body(piece.text)
        if not reason:
            break
        date = date or day
        out[place] = replace(piece, reason=reason)
    return (None, found) if all(piece.reason for piece in out) else (date, out)


def looks_like_title(line: str, following: str) -> bool:
    """Whether `line` is a headline: short, begun with a capital, no full stop at its end, no line of a transcript."""
    if len(line) > _MOST_CHARACTERS or line.count(" ") >= _MOST_WORDS or not _begins_sentence(line):
        return False
    if _LAST_STOP.search(line) and not _ABBREVIATED.search(line):
        return False
    if _above_body(line)[0] or (_SPEAKER.match(line) and _SPEAKER.match(following)):
        return False
    return any(letter.isalpha() for letter in line)


def _begins_sentence(line: str) -> bool:
    first = line.lstrip(_OPENING)[:1]
    return first.isalnum() and not first.islower()


def _above_body(line: str) -> tuple[str | None, str | None]:
    """Why `line` is a byline or a date line, and the day it gives; (None, None) where it is neither."""
    if _BYLINE.fullmatch(line) and line.count(" ") < _BYLINE_WORDS:
        return "byline", None
    is_line, day = date_line(line)
    return ("date line", day) if is_line else (None, None)
