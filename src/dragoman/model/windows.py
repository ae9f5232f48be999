"""Words as word pieces, cut into windows of whole paragraphs that fit the encoder."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from dragoman.model.words import STARTS, Ints, Words

CAPACITY = 382  # pieces of a window, the two special ones aside
LONGEST_WORD = 12  # pieces kept of one word; longer runs are addresses or noise

_PARAGRAPH_START = STARTS.index("paragraph")
_SENTENCE_START = STARTS.index("sentence")


@dataclass(frozen=True, slots=True)
class Window:
    """The words [first, stop) as pieces.

    `pieces` int64 [p] with the special pieces at both ends, `owners` int64 [p] the word of each piece counted from `first` (−1 for special
    pieces), `heads` int64 [stop − first] the place of each word's first piece.
    """

    first: int
    stop: int
    pieces: Ints
    owners: Ints
    heads: Ints


def cut(words: Words, tokenizer: Tokenizer, most: int = CAPACITY) -> tuple[Window, ...]:
    """The windows of `words`, in order, about equally long and of `most` pieces or fewer.

    A paragraph is split only where it is too long, at a sentence if it can be.
    """
    if not len(words):
        return ()
    pieces = _pieces(words, tokenizer)
    sizes = np.array([len(piece) for piece in pieces])
    edges = _edges(sizes, words.features[:, 2], most)
    special = _piece(tokenizer, "<s>", "[CLS]"), _piece(tokenizer, "</s>", "[SEP]")
    return tuple(_window(pieces, first, stop, special) for first, stop in edges)


def _piece(tokenizer: Tokenizer, *names: str) -> int:
    """The id of the first of `names` that the vocabulary has: MPNet and BERT name their special pieces differently."""
    return next(found for name in names if (found := tokenizer.token_to_id(name)) is not None)


def _pieces(words: Words, tokenizer: Tokenizer) -> list[list[int]]:
    """Piece ids of each word; a word that the tokenizer drops stands as the unknown piece."""
    unknown = _piece(tokenizer, "[UNK]")
    encoded = tokenizer.encode([words.word(index) for index in range(len(words))], is_pretokenized=True, add_special_tokens=False)
    pieces: list[list[int]] = [[] for _ in range(len(words))]
    for piece, owner in zip(encoded.ids, encoded.word_ids, strict=True):
        if owner is not None and len(pieces[owner]) < LONGEST_WORD:
            pieces[owner].append(piece)
    return [piece or [unknown] for piece in pieces]


def _edges(sizes: Ints, starts: Ints, most: int) -> list[tuple[int, int]]:
    """[first, stop) of each window: greedy over blocks, towards windows of equal size."""
    blocks = _blocks(sizes, starts, most)
    count = -(-int(sizes.sum()) // most)
    target = sizes.sum() / count
    edges: list[tuple[int, int]] = []
    first = used = filled = 0
    for start, stop in blocks:
        size = int(sizes[start:stop].sum())
        wanted = target * (len(edges) + 1)
        if used and (used + size > most or (filled + size / 2 > wanted and used + size > target * 1.05)):
            edges.append((first, start))
            first, used = start, 0
        used += size
        filled += size
    return [*edges, (first, len(sizes))]


def _blocks(sizes: Ints, starts: Ints, most: int) -> list[tuple[int, int]]:
    """Paragraphs as [first, stop); those above `most` pieces are cut at sentences, else anywhere."""
    bounds = [*np.flatnonzero(starts == _PARAGRAPH_START).tolist(), len(sizes)]
    blocks: list[tuple[int, int]] = []
    for first, stop in itertools.pairwise(bounds):
        while sizes[first:stop].sum() > most:
            room = first + int(np.searchsorted(np.cumsum(sizes[first:stop]), most, side="right"))
            sentences = np.flatnonzero(starts[first + 1 : room + 1] == _SENTENCE_START)
            edge = first + 1 + int(sentences[-1]) if len(sentences) else room
            blocks.append((first, edge))
            first = edge
        blocks.append((first, stop))
    return blocks


def _window(pieces: list[list[int]], first: int, stop: int, special: tuple[int, int]) -> Window:
    owners = [-1, *(index for index in range(stop - first) for _ in pieces[first + index]), -1]
    ids = [special[0], *(piece for word in pieces[first:stop] for piece in word), special[1]]
    lengths = np.array([len(word) for word in pieces[first:stop]])
    heads = 1 + np.concatenate([[0], np.cumsum(lengths)[:-1]])
    return Window(first, stop, np.array(ids), np.array(owners), heads.astype(np.int64))
