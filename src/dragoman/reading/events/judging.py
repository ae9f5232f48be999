"""What the model's heads say of marked words, without an article around them: the type of a pair, the factuality of a predicate."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from dragoman.errors import MissingHeadError
from dragoman.model import Bundle

Characters = tuple[int, int]


class PairTyping(Protocol):
    """What one party does to another in a sentence."""

    def __call__(self, sentence: str, source: Characters, target: Characters | None, /) -> str:
        """A type of PLOVER, or YIELD for CONCEDE or RETREAT. `source` and `target` are stretches of the sentence, end-exclusive."""


class Factuality(Protocol):
    """Whether a sentence says that a predicate holds."""

    def __call__(self, tokens: Sequence[str], predicate: tuple[int, int], /) -> float:
        """From -3 (surely not) to 3 (surely). `predicate` is a range of tokens, end-exclusive."""


def pair_typing(bundle: Bundle) -> PairTyping:
    """The bundle's typing of pairs. Raises MissingHeadError where it has none."""
    raise MissingHeadError(
        f"{bundle.directory}: the bundle {bundle.name} has no head for pairs of parties; name one that has it with --bundle"
    )


def factuality(bundle: Bundle) -> Factuality:
    """The bundle's factuality of predicates. Raises MissingHeadError where it has none."""
    raise MissingHeadError(f"{bundle.directory}: the bundle {bundle.name} has no head for factuality; name one that has it with --bundle")
