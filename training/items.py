"""Training items: a document's words, windows, and what each layer and frame may say of each word."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from dragoman.model.windows import Window
from dragoman.model.words import Words
from training.layers import FRAMES

Bools = NDArray[np.bool_]
Range = tuple[int, int]  # words [first, last], last included

CUE_REACH = 6  # words around an annotated cue that may belong to it, where only its main verb is annotated


@dataclass(frozen=True)
class FrameTarget:
    """One frame: trigger words [first, last], the labels allowed for each word around it, the values allowed of each quality.

    `open_roles` may stand anywhere, `open_words` of a role on those words only; a pair's second party is `second`, else (−1, −1).
    `parties` are the head words of mentions around the trigger, each with the numbers of the ROLES of parties that it may have.
    """

    kind: str
    trigger: Range
    roles: dict[str, list[Range]] = field(default_factory=dict)
    open_roles: frozenset[str] = frozenset()
    loose_cue: bool = False
    required: tuple[tuple[str, int], ...] = ()
    qualities: dict[str, tuple[int, ...]] = field(default_factory=dict)
    open_words: dict[str, frozenset[int]] = field(default_factory=dict)
    second: Range = (-1, -1)
    parties: tuple[tuple[int, tuple[int, ...]], ...] = ()

    def allowed(self, first: int, stop: int) -> Bools:
        """bool [stop − first, labels]: what the annotation permits for the words [first, stop)."""
        labels = FRAMES[self.kind]
        table = np.zeros((stop - first, len(labels)), dtype=bool)
        table[:, 0] = True
        for role in self.open_roles:
            table |= mask(labels, role)
        for role, places in self.open_words.items():
            table[[place - first for place in places if first <= place < stop]] |= mask(labels, role)
        if self.loose_cue:
            low, high = max(self.trigger[0] - CUE_REACH, first), min(self.trigger[1] + CUE_REACH + 1, stop)
            table[max(low - first, 0) : max(high - first, 0)] |= mask(labels, "cue")
            low, high = max(self.trigger[0] - first, 0), min(self.trigger[1] + 1 - first, len(table))
            table[low:high] = mask(labels, "cue")
        for role, ranges in self.roles.items():
            for low, high in ranges:
                write(table, labels, role, (low - first, high - first))
        for role, place in self.required:
            if first <= place < stop:
                table[place - first] = mask(labels, role)
        return table


@dataclass(frozen=True)
class Item:
    """One document, or a pack of sentences: its words, windows and targets.

    `tags` maps a layer to bool [n, labels], the labels allowed for each word.
    """

    name: str
    words: Words
    windows: tuple[Window, ...]
    tags: dict[str, Bools]
    frames: list[FrameTarget] = field(default_factory=list)
    content: Bools | None = None  # words inside any reported content, where false cues must not be punished
    scales: dict[str, NDArray[np.float32]] = field(default_factory=dict)  # [n], not a number where nothing is known

    @property
    def pieces(self) -> int:
        """How many word pieces the encoder reads."""
        return sum(len(window.pieces) for window in self.windows)


def mask(labels: tuple[str, ...], name: str) -> Bools:
    """Which labels are of `name`, bool [labels]."""
    return np.array([label[2:] == name for label in labels])


def write(table: Bools, labels: tuple[str, ...], name: str, words: Range) -> None:
    """Allow exactly the BIES labels of a span over the rows [low, high] of `table`, cut at its edges."""
    low, high = words
    for row in range(max(low, 0), min(high, len(table) - 1) + 1):
        place = "S" if low == high else "B" if row == low else "E" if row == high else "I"
        table[row] = False
        table[row, labels.index(f"{place}-{name}")] = True
        if (row == 0 and low < 0) or (row == len(table) - 1 and high > row):  # the window cuts the span
            table[row] = mask(labels, name)


def span_words(words: Words, start: int, end: int) -> Range | None:
    """The words of a character span, marks of punctuation at its edges left out unless it holds nothing else."""
    first, stop = words.covering(start, end)
    last = stop - 1
    if first > last:
        return None
    low, high = first, last
    while low < high and words.features[low, 0] == 5:
        low += 1
    while high > low and words.features[high, 0] == 5:
        high -= 1
    return low, high
