"""Repair of characters that cannot be seen or that break words apart, never of words or quotation marks."""

from __future__ import annotations

import re
import unicodedata

_SPACES = (0x09, 0x20, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)
_CONTROLS = (*range(0x00, 0x20), *range(0x7F, 0xA0))
_SURROGATES = range(0xD800, 0xE000)
_INVISIBLE = (
    *(0x00AD, 0x034F, 0x061C, 0xFEFF, 0xFFFC),  # soft hyphen, grapheme joiner, Arabic letter mark, byte order mark, object
    *range(0x180B, 0x180F),
    *range(0x200B, 0x2010),  # zero-width space and joiners, left-to-right and right-to-left marks
    *range(0x202A, 0x202F),  # bidi embeddings and overrides
    *range(0x2060, 0x2070),  # word joiner, invisible operators, bidi isolates
    *range(0xFFF9, 0xFFFC),
    *range(0xE0000, 0xE0080),  # tag characters
)
_BREAKS = {0x0A: "\n", 0x0B: "\n", 0x0C: "\n", 0x0D: "\n", 0x85: "\n", 0x2028: "\n", 0x2029: "\n\n"}
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_TABLE: dict[int, str | None] = {
    **dict.fromkeys(_CONTROLS),
    **dict.fromkeys(_INVISIBLE),
    **dict.fromkeys(_SURROGATES, "\N{REPLACEMENT CHARACTER}"),
    **dict.fromkeys(_SPACES, " "),
    **_BREAKS,
    **_LIGATURES,
}
_RUN_OF_SPACES = re.compile(r" {2,}")
_LINE_EDGES = re.compile(r" ?\n ?")


def repair(text: str) -> str:
    """`text` in NFC with plain spaces and `\\n` line ends, without invisible characters, ligatures and runs of spaces.

    Words, punctuation and quotation marks stay as they are; a lone surrogate becomes U+FFFD. Repairing twice changes nothing.
    """
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").translate(_TABLE))
    return _LINE_EDGES.sub("\n", _RUN_OF_SPACES.sub(" ", text)).strip()
