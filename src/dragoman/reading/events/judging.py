"""What the model's heads say of marked words, without an article around them: the type of a pair, the factuality of a predicate."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import MissingHeadError
from dragoman.model import Bundle, Encoder
from dragoman.model.words import Words
from dragoman.reading.framing import framed

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
    if "pair" not in bundle.kinds:
        raise _missing(bundle, "pairs of parties")
    encoder, types = Encoder(bundle), bundle.qualities["pair"]

    def typed(sentence: str, source: Characters, target: Characters | None, /) -> str:
        words = framed(sentence.replace("\n", " "))
        marked = [words.covering(*part) if part else (-1, 0) for part in (source, target)]
        first, second = (np.array([[low, stop - 1]], dtype=np.int64) for low, stop in marked)
        scores = encoder.frames(words, encoder.states(words), first, "pair", second).qualities["pair"][0]
        return types[int(scores.argmax())]

    return typed


def factuality(bundle: Bundle) -> Factuality:
    """The bundle's factuality of predicates. Raises MissingHeadError where it has none."""
    if "factuality" not in bundle.scales:
        raise _missing(bundle, "factuality")
    encoder = Encoder(bundle)

    @lru_cache(maxsize=4)
    def read(sentence: str) -> tuple[Words, NDArray[np.float64]]:
        words = framed(sentence)
        return words, encoder.states(words).scales["factuality"]

    def rated(tokens: Sequence[str], predicate: tuple[int, int], /) -> float:
        words, scale = read(" ".join(tokens))
        start = sum(len(token) + 1 for token in tokens[: predicate[0]])
        place = words.covering(start, start + len(tokens[predicate[0]]))[0]
        return float(np.clip(scale[place], -3, 3))

    return rated


def _missing(bundle: Bundle, head: str) -> MissingHeadError:
    return MissingHeadError(f"{bundle.directory}: the bundle {bundle.name} has no head for {head}; name one that has it with --bundle")
