"""Lines become paragraphs, also where the blank lines are missing or the lines are wrapped by hand."""

from __future__ import annotations

import re
from itertools import pairwise

_WIDEST_WRAP = 120  # a text whose lines are longer is not wrapped: it has a paragraph a line
_WRAPPED_SHARE = 0.6  # of the line ends inside blocks, those where the next word had no room
_BULLET = re.compile(r"(?:[-*•–—·] |\(?\d{1,3}[.)] )")
_TERMINAL = tuple(".!?:;…\"'”’»)]")
_BROKEN_WORD = re.compile(r".*[^\W\d_]-")
_NOT_JOINED = ("and ", "or ", "to ")  # "pre- and post-war" is no broken word


def paragraphs(text: str) -> list[str]:
    """The paragraphs of `text` (repaired: `\\n` line ends, no blanks at line edges), each one line.

    Blank lines always divide. Lines within a block are joined where the text is wrapped to a width, or where a line plainly goes on
    in the next (no stop at its end, a small letter after it); every other line is a paragraph of its own.
    """
    blocks = [block.split("\n") for block in re.split(r"\n{2,}", text.strip("\n")) if block]
    width = _wrap_width(blocks)
    return [paragraph for block in blocks for paragraph in _joined(block, width)]


def _joined(lines: list[str], width: int | None) -> list[str]:
    out = [lines[0]]
    for previous, line in pairwise(lines):
        if _goes_on(previous, line) or (width and _is_full(previous, line, width) and not _BULLET.match(line)):
            out[-1] += _glue(previous, line) + line
        else:
            out.append(line)
    return out


def _wrap_width(blocks: list[list[str]]) -> int | None:
    """The width that lines are wrapped to, or None where they are not."""
    pairs = [pair for lines in blocks for pair in pairwise(lines)]
    width = max((len(line) for pair in pairs for line in pair), default=0)
    if len(pairs) < 2 or width > _WIDEST_WRAP:
        return None
    full = sum(_is_full(line, following, width) for line, following in pairs)
    return width if full >= _WRAPPED_SHARE * len(pairs) else None


def _is_full(line: str, following: str, width: int) -> bool:
    return len(line) + 1 + len(following.split(" ", 1)[0]) > width


def _goes_on(line: str, following: str) -> bool:
    return following[0].islower() and not line.endswith(_TERMINAL) and not _BULLET.match(following)


def _glue(line: str, following: str) -> str:
    broken = _BROKEN_WORD.fullmatch(line) and following[0].islower() and not following.startswith(_NOT_JOINED)
    return "" if broken else " "
