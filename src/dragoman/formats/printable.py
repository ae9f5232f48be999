"""Characters that would steer a terminal or break a page, made harmless. Article text is never trusted."""

from __future__ import annotations

import re

CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""C0 and C1 controls but tab and line feed (an escape would steer the terminal), and halves of surrogate pairs."""

BIDI = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
"""Embeddings, overrides and isolates: they would reorder what stands around them on a line."""


def plain(text: str) -> str:
    """The text with U+FFFD for each control character, of the same length."""
    return CONTROLS.sub("\ufffd", text)


def line(text: str) -> str:
    """The text safe for a terminal: no controls, no bidirectional overrides, each tab a blank."""
    return BIDI.sub("", plain(text)).replace("\t", " ")
