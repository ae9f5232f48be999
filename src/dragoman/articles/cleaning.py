"""The body of a text: paragraphs mended, what does not belong cut out and kept with its reason."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.values import Removed

from . import boilerplate, captions
from .characters import repair
from .paragraphs import paragraphs
from .stops import mend

_LIST_ITEM_WORDS = 20  # a headline in a list of links is no longer


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph or a part of one, in the order of the input; `reason` says why it goes, None that it stays."""

    text: str
    reason: str | None = None


def pieces(text: str) -> list[Piece]:
    """A whole text as pieces that stay and pieces that go, in its order; every word of it is in one of them.

    Cleaning what stays changes nothing.
    """
    return closing_links(cut(text))


def cut(text: str) -> list[Piece]:
    """A stretch of text as pieces, each judged by itself."""
    return [piece for paragraph in paragraphs(repair(text)) for piece in _pieces_of(paragraph)]


def joined(found: list[Piece]) -> tuple[str, tuple[Removed, ...]]:
    """The pieces that stay as one text, its paragraphs divided by blank lines, and the others."""
    removed = tuple(Removed(piece.text, piece.reason) for piece in found if piece.reason)
    return "\n\n".join(piece.text for piece in found if not piece.reason), removed


def closing_links(found: list[Piece]) -> list[Piece]:
    """With the headlines under a closing "Related articles" marked to go: they run to the end of the text."""
    text = [place for place, piece in enumerate(found) if not piece.reason and not _is_headline(piece.text)]
    tail = text[-1] + 1 if text else 0
    heading = next((place for place in range(tail, len(found)) if boilerplate.is_related_heading(found[place].text)), len(found))
    return found[:heading] + [piece if piece.reason else Piece(piece.text, "related links") for piece in found[heading:]]


def _pieces_of(paragraph: str) -> list[Piece]:
    """The pieces of one paragraph, each looked at again until no rule finds anything in it."""
    found: list[Piece] = []
    waiting = [Piece(paragraph)]
    while waiting:
        piece = waiting.pop()
        parts = [piece] if piece.reason else _parts(piece.text)
        if parts == [piece]:
            found.append(piece)
        else:
            waiting.extend(reversed(parts))
    return found


def _parts(text: str) -> list[Piece]:
    """`text` after the first rule that finds something in it."""
    mended = mend(text)
    if mended != text:
        return [Piece(mended)]
    if reason := boilerplate.reason_for(text):
        return [Piece(text, reason)]
    if tail := boilerplate.cut_tail(text):
        return [Piece(tail[0]), Piece(tail[1], "boilerplate")]
    return [Piece(part, reason) for part, reason in captions.split(text)]


def _is_headline(text: str) -> bool:
    return text.count(" ") < _LIST_ITEM_WORDS and not text.endswith((".", ".”", '."', "!", ";", ":"))
