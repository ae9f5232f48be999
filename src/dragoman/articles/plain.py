"""Plain text becomes a draft."""

from __future__ import annotations

from .cleaning import joined, pieces
from .draft import Draft
from .front import take_byline, take_title


def draft(text: str) -> Draft:
    """The draft of a plain text: its first line is its title where it looks like one, lines with byline or date above the body go."""
    title, rest = take_title(pieces(text))
    date, rest = take_byline(rest)
    body, removed = joined(rest)
    return Draft(body, removed, title=title, date=date)
