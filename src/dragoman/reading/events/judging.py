"""What the model's heads say of marked words, without an article around them: the type of a pair, the factuality of a predicate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import MissingHeadError
from dragoman.model import Bundle, Encoder
from dragoman.reading.events.deeds import LAYER
from dragoman.reading.frames import softmax
from dragoman.reading.framing import framed

Characters = tuple[int, int]
LEAST = 1e-3  # of a type's probability at any word: a sentence may say a deed in words that name none


def root(type: str) -> str:
    """The type of a pair that a type of PLOVER is: CONCEDE and RETREAT are one, YIELD."""
    return "YIELD" if type in ("CONCEDE", "RETREAT") else type


TOGETHER = 280
"""Tokens of the sentences that are read together: about as many as a window of the encoder holds."""


class PairTyping(Protocol):
    """What one party does to another in a sentence."""

    def __call__(self, sentence: str, source: Characters, target: Characters | None, /) -> str:
        """A type of PLOVER, or YIELD for CONCEDE or RETREAT. `source` and `target` are stretches of the sentence, end-exclusive."""


class Factuality(Protocol):
    """Whether sentences say that their predicates hold."""

    def __call__(self, sentences: Sequence[Sequence[str]], /) -> list[NDArray[np.float64]]:
        """For each sentence, given as its tokens, a number for each token as a predicate: from -3 (surely not) to 3 (surely)."""


def pair_typing(bundle: Bundle) -> PairTyping:
    """The bundle's typing of pairs. Raises MissingHeadError where it has none.

    What the two parties' words say of the type counts, and, times the bundle's setting `pair_triggers`, the surest trigger of that type in
    the sentence.
    """
    if "pair" not in bundle.kinds:
        raise _missing(bundle, "pairs of parties")
    encoder, types, weight = Encoder(bundle), bundle.qualities["pair"], bundle.settings["pair_triggers"]
    labels = bundle.tags[LAYER].labels
    columns = [[number for number, label in enumerate(labels) if root(label) == type] for type in types]

    def typed(sentence: str, source: Characters, target: Characters | None, /) -> str:
        words = framed(sentence.replace("\n", " "))
        states = encoder.states(words)
        marked = [words.covering(*part) if part else (-1, 0) for part in (source, target)]
        first, second = (np.array([[low, stop - 1]], dtype=np.int64) for low, stop in marked)
        between = softmax(encoder.frames(words, states, first, "pair", second).qualities["pair"][0])
        tagged = softmax(states.tags[LAYER][slice(*words.covering(0, len(sentence)))])
        triggered = np.array([tagged[:, some].max() for some in columns])
        return types[int((np.log(between) + weight * np.log(triggered + LEAST)).argmax())]

    return typed


def factuality(bundle: Bundle) -> Factuality:
    """The bundle's factuality of predicates. Raises MissingHeadError where it has none.

    Sentences are read together, each a paragraph, as many as fit a window: the scale has learnt from such texts.
    """
    if "factuality" not in bundle.scales:
        raise _missing(bundle, "factuality")
    encoder = Encoder(bundle)

    def rated(sentences: Sequence[Sequence[str]], /) -> list[NDArray[np.float64]]:
        return [values for some in _packed(sentences) for values in _scaled(some, encoder)]

    return rated


def _packed(sentences: Sequence[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    """The sentences in order, as many together as have at most TOGETHER tokens, or a single one."""
    some: list[Sequence[str]] = []
    for sentence in sentences:
        if some and sum(map(len, some)) + len(sentence) > TOGETHER:
            yield some
            some = []
        some.append(sentence)
    if some:
        yield some


def _scaled(sentences: Sequence[Sequence[str]], encoder: Encoder) -> Iterator[NDArray[np.float64]]:
    words = framed("\n".join(" ".join(tokens) for tokens in sentences))
    scale = np.clip(encoder.states(words).scales["factuality"], -3, 3)
    start = 0
    for tokens in sentences:
        ends = start + np.cumsum([len(token) + 1 for token in tokens]) - 1
        places = [words.covering(int(end) - len(token), int(end))[0] for token, end in zip(tokens, ends, strict=True)]
        yield scale[places]
        start = int(ends[-1]) + 1


def _missing(bundle: Bundle, head: str) -> MissingHeadError:
    return MissingHeadError(f"{bundle.directory}: the bundle {bundle.name} has no head for {head}; name one that has it with --bundle")
