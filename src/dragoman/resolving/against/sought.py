"""What is looked for in which texts, and where it was found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.resolving.against.wording import Difference, Word, parts
from dragoman.values import Article, Record


@dataclass(frozen=True, slots=True)
class Source:
    """A text that a draft is held against; `record` gives its reading where there is one."""

    article: Article
    record: Callable[[], Record] | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A quotation that is looked for: its parts between ellipses, at least one of at least one word."""

    parts: tuple[tuple[Word, ...], ...]

    @property
    def length(self) -> int:
        """The number of words."""
        return sum(map(len, self.parts))


@dataclass(frozen=True, slots=True)
class Match:
    """Where a quotation, or the nearest to it, stands in a source: the difference of each part, those not there in `missing`.

    `quoted` says that the source has it in quotation marks.
    """

    source: Source
    differences: tuple[Difference, ...]
    missing: tuple[int, ...]
    quoted: bool

    @property
    def start(self) -> int:
        """Where the first part begins in the source's text."""
        return min(difference.start for difference in self.differences)

    @property
    def end(self) -> int:
        """Where the last part ends in the source's text."""
        return max(difference.end for difference in self.differences)

    @property
    def changes(self) -> int:
        """The number of stretches that differ; a part that is missing is one."""
        return sum(difference.changes for difference in self.differences) + len(self.missing)

    @property
    def verbatim(self) -> bool:
        """Whether the words are the same."""
        return not self.changes


def wanted(text: str, start: int, end: int) -> Wanted | None:
    """The quotation `text[start:end]` as it is looked for; None where it has no word."""
    found = parts(text, start, end)
    return Wanted(found) if found else None
