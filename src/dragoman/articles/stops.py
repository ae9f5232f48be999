"""Repair of full stops inside a paragraph: one doubled by an aggregator, one with no space after it."""

from __future__ import annotations

import re

# "English. . Dawn" and "English.. Dawn", never the three of an ellipsis.
_DOUBLED = re.compile(r"(?<=[\w)\]\"”’'])\. ?\.(?=\s|$)(?!\s?\.)")
# "the war.The council", where two sentences were glued; the capital must begin a word, so that "U.S." and "Ph.D" stay whole.
_GLUED = re.compile(r"(?<=[a-z]{2}[.?])(?=[A-Z][a-z])|(?<=[a-z]{2}[.?][”’])(?=[A-Z“])|(?<=[a-z]{2}[.?])(?=“[\w‘])")
_TOKEN = re.compile(r"\S+")
_ADDRESS = re.compile(r"@|//|www\.|\.(?:com|org|net|gov|edu|int|info|co|news|tv|js)\b", re.IGNORECASE)


def mend(paragraph: str) -> str:
    """`paragraph` with doubled stops single and glued sentences apart; its words stay the same. Mending twice changes nothing."""
    return _TOKEN.sub(_apart, _DOUBLED.sub(".", paragraph))


def _apart(token: re.Match[str]) -> str:
    text = token[0]
    return text if _ADDRESS.search(text) else _GLUED.sub(" ", text)
