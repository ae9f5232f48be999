"""Items as tensors, and the losses of one item."""

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from dragoman.model.windows import Window
from dragoman.model.words import Words
from training.data import FrameTarget, Item
from training.layers import FRAMES, QUALITIES, TAGS
from training.network import Network

KINDS = tuple(FRAMES)
WEIGHTS = {"cues": 1.0, "names": 0.7, "times": 0.3, "mentions": 0.25, "events": 0.5, "frames": 0.5, "act": 0.5}
SENTENCE = 50  # words; tag losses are summed over the item and divided by its length in these
MOST_FRAMES = 48  # frames of one item that are learnt from at once


@dataclass(frozen=True)
class Batch:
    """The encoder's input for all windows of an article: int64 [w, p], its mask, features [w, p, 3] and first pieces [n]."""

    pieces: Tensor
    mask: Tensor
    features: Tensor
    heads: Tensor


def batch(words: Words, windows: tuple[Window, ...]) -> Batch:
    """The windows padded to a common length."""
    longest = -(-max(len(window.pieces) for window in windows) // 8) * 8
    pieces = np.ones((len(windows), longest), dtype=np.int64)
    mask = np.zeros_like(pieces)
    features = np.zeros((len(windows), longest, 3), dtype=np.int64)
    heads = []
    for row, window in enumerate(windows):
        size = len(window.pieces)
        pieces[row, :size] = window.pieces
        mask[row, :size] = 1
        owned = window.owners >= 0
        features[row, :size][owned] = words.features[window.first + window.owners[owned]] + 1
        heads.append(row * longest + window.heads)
    return Batch(*(torch.from_numpy(array) for array in (pieces, mask, features, np.concatenate(heads))))


def losses(network: Network, item: Item, random: np.random.Generator, false_cues: bool) -> dict[str, Tensor]:
    """The weighted losses of one item, by layer."""
    given = batch(item.words, item.windows)
    with torch.autocast("cpu", torch.bfloat16):
        states = network.drop(network.words(given.pieces, given.mask, given.features, given.heads))
        emissions = {name: network.tag_heads[name](states) for name in item.tags}
    states = states.float()
    found = {name: WEIGHTS[name] * _tag_loss(network, item, name, emissions[name].float()) for name in item.tags}
    if item.frames:
        targets = _targets(item, emissions["cues"].detach().float(), random, false_cues)
        found |= _frame_losses(network, states, torch.from_numpy(item.words.layout), targets)
    return found


def _tag_loss(network: Network, item: Item, name: str, emissions: Tensor) -> Tensor:
    allowed = torch.from_numpy(item.tags[name])
    parts = [slice(window.first, window.stop) for window in item.windows]
    lengths = torch.tensor([part.stop - part.start for part in parts])
    padded = torch.nn.utils.rnn.pad_sequence([emissions[part] for part in parts], batch_first=True)
    permitted = torch.nn.utils.rnn.pad_sequence([allowed[part] for part in parts], batch_first=True)
    return network.tag_crfs[name].loss(padded, permitted, lengths) / max(1.0, len(item.words) / SENTENCE)


def _targets(item: Item, emissions: Tensor, random: np.random.Generator, false_cues: bool) -> list[FrameTarget]:
    """The frames to learn from: gold ones, some of them under the trigger that the model sees, and triggers that are none."""
    targets = list(item.frames)
    if false_cues and item.content is not None:
        runs = _runs(torch.softmax(emissions, -1)[:, 1:5].sum(-1).numpy() > 0.3)
        taken = np.zeros(len(item.words), dtype=int)
        for number, frame in enumerate(targets, 1):
            taken[frame.trigger[0] : frame.trigger[1] + 1] = number
        for run in runs:
            hits = set(taken[run[0] : run[1] + 1].tolist()) - {0}
            if not hits and not item.content[run[0] : run[1] + 1].any():
                targets.append(FrameTarget("statement", run, {}))
            elif len(hits) == 1 and random.random() < 0.5:
                number = hits.pop() - 1
                targets[number] = _moved(targets[number], run)
    if len(targets) > MOST_FRAMES:
        targets = [targets[index] for index in random.permutation(len(targets))[:MOST_FRAMES]]
    return targets


def _moved(frame: FrameTarget, trigger: tuple[int, int]) -> FrameTarget:
    return FrameTarget(frame.kind, trigger, frame.roles, frame.open_roles, frame.loose_cue, frame.required, frame.act)


def _runs(flags: np.ndarray) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate([[0], flags.astype(int), [0]])))
    return [(int(first), int(stop) - 1) for first, stop in zip(edges[::2], edges[1::2], strict=True)]


def _frame_losses(network: Network, states: Tensor, layout: Tensor, targets: list[FrameTarget]) -> dict[str, Tensor]:
    triggers = torch.tensor([target.trigger for target in targets])
    kind = torch.tensor([KINDS.index(target.kind) for target in targets])
    with torch.autocast("cpu", torch.bfloat16):
        hidden, pooled = network.frame(states, layout, triggers, kind)
        emissions = network.role_heads["statement"](hidden)
        acts = network.quality_heads["act"](pooled)
    found = {"frames": WEIGHTS["frames"] * _role_loss(network, targets, emissions.float(), states.shape[0])}
    known = torch.tensor([target.act for target in targets])
    if (known >= 0).any():
        found["act"] = WEIGHTS["act"] * torch.nn.functional.cross_entropy(acts.float()[known >= 0], known[known >= 0])
    return found


def _role_loss(network: Network, targets: list[FrameTarget], emissions: Tensor, count: int) -> Tensor:
    radius = network.shape.radius
    starts = [max(target.trigger[0] - radius, 0) for target in targets]
    stops = [min(target.trigger[0] + radius + 1, count) for target in targets]
    rows = [
        emissions[k, start - target.trigger[0] + radius :][: stop - start]
        for k, (target, start, stop) in enumerate(zip(targets, starts, stops, strict=True))
    ]
    allowed = [torch.from_numpy(target.allowed(start, stop)) for target, start, stop in zip(targets, starts, stops, strict=True)]
    pad = torch.nn.utils.rnn.pad_sequence
    lengths = torch.tensor([len(row) for row in rows])
    return network.role_crfs["statement"].loss(pad(rows, batch_first=True), pad(allowed, batch_first=True), lengths) / len(targets)


def build(shape) -> Network:
    """A network with fresh heads for everything in `training.layers`."""
    return Network(shape, TAGS, FRAMES, QUALITIES)
