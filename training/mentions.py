"""The heads that find mentions on the frozen encoder of a bundle: which words head one, and how far it reaches."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from dragoman.model.bundle import digest
from dragoman.model.encoder import States
from dragoman.model.words import Words
from dragoman.reading.drafts import Range
from training import data
from training.layers import MENTIONS

EPOCHS = 6
WIDTH = 192

Encoded = tuple[dict, Words, States]


@dataclass(frozen=True)
class Gold:
    """One mention of GUM: its head word, its first and last word, its kind and the number of its chain."""

    head: int
    words: Range
    kind: str
    cluster: int


class MentionHead(nn.Module):
    """Scores of the kinds of mention that each word may head, the first for none."""

    def __init__(self, size: int) -> None:
        """Build for word states of `size`."""
        super().__init__()
        self.drop = nn.Dropout(0.3)
        self.near = nn.Conv1d(size, WIDTH, 3, padding=1)
        self.kind = nn.Linear(WIDTH, 1 + len(MENTIONS))

    def forward(self, states: Tensor) -> Tensor:
        """[n, kinds + 1] of states [n, size]."""
        hidden = torch.relu(self.near(self.drop(states).T[None])[0].T)
        return self.kind(self.drop(hidden))


class ExtentHead(nn.Module):
    """Scores of the first and last word of a mention, by its head word."""

    BEFORE, AFTER = 14, 24  # words that a mention reaches before and after its head

    def __init__(self, size: int) -> None:
        """Build for word states of `size`."""
        super().__init__()
        self.drop = nn.Dropout(0.2)
        self.head = nn.Linear(size, WIDTH)
        self.word = nn.Linear(size, WIDTH)
        self.place = nn.Parameter(torch.zeros(self.BEFORE + self.AFTER + 1, WIDTH))
        self.first, self.last = nn.Linear(WIDTH, 1), nn.Linear(WIDTH, 1)

    def forward(self, states: Tensor, heads: Tensor) -> tuple[Tensor, Tensor]:
        """[m, BEFORE + 1] scores of first words, the head last; [m, AFTER + 1] of last words, the head first."""
        reach = torch.arange(-self.BEFORE, self.AFTER + 1)
        index = (heads[:, None] + reach[None]).clamp(min=0)
        index = index.minimum(torch.full_like(index, 1) * (states.shape[0] - 1))
        states = self.drop(states)
        hidden = torch.relu(self.head(states[heads])[:, None] + self.word(states)[index] + self.place[None])
        return self.first(hidden[:, : self.BEFORE + 1])[..., 0], self.last(hidden[:, self.BEFORE :])[..., 0]


def gold_mentions(line: dict, words: Words) -> list[Gold]:
    """The mentions of a GUM document, by the order of their heads; of mentions with one head one that is linked, else the longest."""
    tokens = line["tokens"]
    starts = np.array([token["s"] for token in tokens])
    sizes: dict[int, int] = {}
    for entity in line["entities"]:
        sizes[entity["cluster"]] = sizes.get(entity["cluster"], 0) + 1
    found: dict[int, Gold] = {}
    for entity in sorted(line["entities"], key=lambda one: (sizes[one["cluster"]] > 1, one["end"] - one["start"])):
        first, stop = np.searchsorted(starts, [entity["start"], entity["end"]])
        token = tokens[data.mention_head(tokens, int(first), int(stop))]
        head = words.covering(token["s"], token["e"])[0]
        low, high = words.covering(entity["start"], entity["end"])
        kind = entity["type"] if entity["type"] in MENTIONS else "object"
        found[head] = Gold(head, (low, high - 1), kind, entity["cluster"])
    return [found[head] for head in sorted(found)]


@dataclass(frozen=True)
class Taught:
    """What one document teaches: word states [n, size], the kind that each word heads [n], mentions' heads, first and last words [m]."""

    states: Tensor
    kinds: Tensor
    heads: Tensor
    first: Tensor
    last: Tensor


def taught(documents: Iterable[Encoded]) -> Iterator[Taught]:
    """The targets of GUM's documents; extents that reach too far from their heads are left out."""
    for line, words, states in documents:
        gold = gold_mentions(line, words)
        kinds = torch.zeros(len(words), dtype=torch.long)
        for one in gold:
            kinds[one.head] = 1 + MENTIONS.index(one.kind)
        near = [one for one in gold if one.head - one.words[0] <= ExtentHead.BEFORE and one.words[1] - one.head <= ExtentHead.AFTER]
        edges = [(one.head, *one.words) for one in near if one.words[0] <= one.head <= one.words[1]]
        yield Taught(torch.from_numpy(states.words), kinds, *(torch.tensor(column) for column in zip(*edges, strict=True)))


def learn(head: nn.Module, documents: Sequence[Any], loss: Callable[[Any], Tensor], epochs: int, random: np.random.Generator) -> None:
    """Adam over shuffled documents, the rate falling to nothing."""
    optimizer = torch.optim.AdamW(head.parameters(), lr=1e-3, weight_decay=0.01)
    head.train()
    for epoch in range(epochs):
        for group in optimizer.param_groups:
            group["lr"] = 1e-3 * (1 - epoch / epochs)
        for index in random.permutation(len(documents)):
            value = loss(documents[index])
            optimizer.zero_grad()
            value.backward()
            optimizer.step()
    head.eval()


def fit_mentions(head: MentionHead, documents: list[Taught], check: list[Taught], seed: int) -> None:
    """Learn which words head mentions; prints precision and recall on `check`."""
    learn(head, documents, lambda one: nn.functional.cross_entropy(head(one.states), one.kinds), EPOCHS, np.random.default_rng(seed))
    with torch.no_grad():
        read, gold = torch.cat([head(one.states).argmax(1) for one in check]), torch.cat([one.kinds for one in check])
    hits = int(((read > 0) & (gold > 0)).sum())
    print(f"heads of gum dev: precision {hits / max(1, int((read > 0).sum())):.3f} recall {hits / int((gold > 0).sum()):.3f}", flush=True)


def fit_extents(head: ExtentHead, documents: list[Taught], check: list[Taught], seed: int) -> None:
    """Learn how far mentions reach; prints the share of `check` with both edges right."""

    def loss(one: Taught) -> Tensor:
        starts, ends = head(one.states, one.heads)
        cross = nn.functional.cross_entropy
        return cross(starts, one.first - one.heads + head.BEFORE) + cross(ends, one.last - one.heads)

    learn(head, documents, loss, EPOCHS, np.random.default_rng(seed))
    right = total = 0
    with torch.no_grad():
        for one in check:
            starts, ends = head(one.states, one.heads)
            hit = (starts.argmax(1) == one.first - one.heads + head.BEFORE) & (ends.argmax(1) == one.last - one.heads)
            right, total = right + int(hit.sum()), total + len(hit)
    print(f"extents of gum dev right: {right / total:.3f} of {total}", flush=True)


def write_mentions(head: MentionHead, size: int, directory: Path) -> None:
    """Export heads.onnx and enter its digest."""
    torch.onnx.export(
        head.eval(),
        (torch.randn(50, size),),
        str(directory / "heads.onnx"),
        input_names=["states"],
        output_names=["kinds"],
        dynamic_axes={"states": {0: "n"}, "kinds": {0: "n"}},
        opset_version=17,
        dynamo=False,
    )
    enter(directory, "heads.onnx")


def write_extents(head: ExtentHead, size: int, directory: Path) -> None:
    """Export extents.onnx and enter its digest."""
    torch.onnx.export(
        head.eval(),
        (torch.randn(50, size), torch.tensor([3, 20])),
        str(directory / "extents.onnx"),
        input_names=["states", "heads"],
        output_names=["first", "last"],
        dynamic_axes={"states": {0: "n"}, "heads": {0: "m"}, "first": {0: "m"}, "last": {0: "m"}},
        opset_version=17,
        dynamo=False,
    )
    enter(directory, "extents.onnx")


def enter(directory: Path, name: str) -> None:
    """Enter the digest of a file of the bundle in its config.json."""
    config = json.loads((directory / "config.json").read_text())
    config["files"][name] = digest(directory / name)
    (directory / "config.json").write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")
