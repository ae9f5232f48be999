"""Symbols of resolutions and drafts, in the form that the United Nations Digital Library writes them."""

from __future__ import annotations

import re

ROMAN_UNTIL = 30
"""To its thirtieth session the Assembly numbered its resolutions through and put the session behind: A/RES/3379(XXX)."""

_NUMERALS = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(number: int) -> str:
    """`number` (1 to 39) in Roman numerals."""
    digits = ""
    for value, numeral in _NUMERALS:
        digits += numeral * (number // value)
        number %= value
    return digits


def from_unvotes(unres: str) -> str | None:
    """The symbol behind the column `unres` of Voeten's files: R/61/232, A/RES/74/56, ESS/2/79C, SS/4/23A; None where it holds none."""
    text = re.sub(r"\s+", "/", unres.strip()).removeprefix("A/RES/").removeprefix("R/")
    if found := re.fullmatch(r"(ESS|ES-|SS)/?(\d+)/(\w+)", text):
        return f"A/RES/{'S' if found[1] == 'SS' else 'ES'}-{found[2]}/{found[3]}"
    return f"A/RES/{text}" if re.fullmatch(r"\d+/\w+(/\w+)*", text) else None


def official(symbol: str, session: int) -> str:
    """The symbol as the United Nations print it: sessions 20 to 30 as A/RES/3379(XXX).

    Voeten's numbers of earlier sessions are those of the roll calls in the meeting records, not of resolutions, and stay.
    """
    found = re.fullmatch(r"A/RES/(\d+)/(\d{4})([A-Z]?)", symbol)
    if found and 20 <= session <= ROMAN_UNTIL and int(found[1]) == session:
        return f"A/RES/{found[2]}{found[3]}({roman(session)})"
    return symbol


def normal(symbol: str) -> str:
    """`symbol` as an archive key: upper case, no spaces, `A/RES/` before a bare 77/23, `S/RES/` before a bare 2623."""
    text = re.sub(r"\s+", "", symbol.upper())
    text = text.removeprefix("RESOLUTION").removeprefix("UNGA").removeprefix("UNSC").lstrip("/")
    if re.fullmatch(r"(ES-|S-)?\d+/\d+[A-Z]*", text):
        return f"A/RES/{text}"
    if re.fullmatch(r"\d{1,4}(\(\d{4}\))?", text):
        text = f"S/RES/{text}"
    return re.sub(r"^(S/RES/\d+)\(\d{4}\)$", r"\1", text)


def named(text: str) -> tuple[str, ...]:
    """The symbols that stand in a report's words: “resolution ES-11/1”, “A/RES/76/10”, “S/2022/155”, “resolution 2623”."""
    found = re.findall(r"\bA/(?:RES|DEC)/[\w/()-]*\d[\w()]*|\bS/(?:RES/\d+|\d{4}/\d+)|(?<![\w/.-])(?:ES-)?\d{1,2}/\d{1,3}(?![\w/-])", text)
    numbers = re.findall(r"\b[Rr]esolution (\d{3,4})\b", text)
    return tuple(dict.fromkeys(normal(symbol) for symbol in (*found, *numbers)))
