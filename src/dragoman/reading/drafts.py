"""What the model reads, before anyone is named: frames as word ranges.

A range [first, last] counts words of the article, `last` included.
"""

from __future__ import annotations

from dataclasses import dataclass

Range = tuple[int, int]


def touch(one: Range, other: Range) -> bool:
    """Have two ranges a word in common?"""
    return one[0] <= other[1] and other[0] <= one[1]


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement in words: its trigger and roles, the act and how sure the model is of each part (0 to 1).

    `cue` is None where nothing attributes in words. `inner` says that the trigger was read as reported by another statement; `teller` is
    the trigger of that one where it passes on the same content.
    """

    trigger: Range
    inner: bool
    cue: Range | None
    sources: tuple[Range, ...]
    content: tuple[Range, ...]
    addressees: tuple[Range, ...]
    via: tuple[Range, ...]
    act: str
    confidence: float
    teller: Range | None = None

    def says(self, word: int) -> bool:
        """Does the content hold the word?"""
        return any(first <= word <= last for first, last in self.content)

    @property
    def size(self) -> int:
        """Words of content."""
        return sum(last - first + 1 for first, last in self.content)
