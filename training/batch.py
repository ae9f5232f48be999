"""Items as tensors, and the losses of one item."""

from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from dragoman.model.windows import Window
from dragoman.model.words import Words
from training.items import FrameTarget, Item
from training.layers import FRAMES, HEADS, KINDS, PARTIES, QUALITIES, REACH, SCALES, TAGS
from training.network import Network

WEIGHTS = {
    "cues": 1.0, "names": 0.7, "times": 0.3, "mentions": 0.25, "events": 0.7, "statement": 0.5, "event": 0.7,
    "act": 0.5, "parties": 1.0, "plover": 0.7, "status": 0.4, "pair": 0.7, "factuality": 0.5,
}  # fmt: skip
FALSE_TRIGGER = 0.25  # of a word's being in some trigger, above which a wrong one is learnt to be none
SENTENCE = 50  # words; tag losses are summed over the item and divided by its length in these
HIDDEN = 0.1  # of the pieces are not seen by the layers that learn, so that articles are not learnt by heart
MOST_PIECES = 2048  # that go through the encoder at once
MOST_FRAMES = {"statement": 12, "event": 32, "pair": 32}  # of one item that are learnt from at once


@dataclass(frozen=True)
class Batch:
    """The encoder's input for all windows of an article: int64 [w, p], its mask, features [w, p, 3] and first pieces [n]."""

    pieces: Tensor
    mask: Tensor
    features: Tensor
    heads: Tensor


def batch(words: Words, windows: tuple[Window, ...]) -> Batch:
    """The windows of one document padded to a common length."""
    return padded([(words, window) for window in windows])


def padded(windows: list[tuple[Words, Window]]) -> Batch:
    """Windows, each with the document it is of, padded to a common length."""
    longest = -(-max(len(window.pieces) for _, window in windows) // 8) * 8
    pieces = np.ones((len(windows), longest), dtype=np.int64)
    mask = np.zeros_like(pieces)
    features = np.zeros((len(windows), longest, 3), dtype=np.int64)
    heads = []
    for row, (words, window) in enumerate(windows):
        size = len(window.pieces)
        pieces[row, :size] = window.pieces
        mask[row, :size] = 1
        owned = window.owners >= 0
        features[row, :size][owned] = words.features[window.first + window.owners[owned]] + 1
        heads.append(row * longest + window.heads)
    return Batch(*(torch.from_numpy(array) for array in (pieces, mask, features, np.concatenate(heads))))


class Lower:
    """The encoder's lowest layers where they are frozen: each window's states are worked out once and kept as float16."""

    def __init__(self, network: Network, layers: int) -> None:
        """`layers` of the network's encoder are frozen; none are kept where it is 0."""
        self.network, self.layers = network, layers
        self._kept: dict[tuple[str, int], Tensor] = {}

    def __call__(self, group: list[tuple[Item, int]]) -> tuple[Tensor, Batch]:
        """States [w, p, size] after the frozen layers of windows, each given by its item and place, and the windows as a batch."""
        given = padded([(item.words, item.windows[place]) for item, place in group])
        if not self.layers:
            return self.network.encoder.lower(given.pieces, given.mask, given.features, 0), given
        keys = [(item.name, place) for item, place in group]
        if any(key not in self._kept for key in keys):
            with torch.no_grad():
                states = self.network.encoder.lower(given.pieces, given.mask, given.features, self.layers).half()
            self._kept |= {key: row[: int(size)].clone() for key, row, size in zip(keys, states, given.mask.sum(dim=1), strict=True)}
        rows = [self._kept[key].float() for key in keys]
        missing = given.pieces.shape[1] - max(len(row) for row in rows)
        return torch.nn.functional.pad(torch.nn.utils.rnn.pad_sequence(rows, batch_first=True), (0, 0, 0, missing)), given


def encoded(lower: Lower, items: list[Item]) -> list[Tensor]:
    """The states [n, size] of the words of each item; windows of like length go through the encoder together, whosever they are."""
    network = lower.network
    windows = [(number, place, window) for number, item in enumerate(items) for place, window in enumerate(item.windows)]
    found: dict[tuple[int, int], Tensor] = {}
    for group in _alike(sorted(windows, key=lambda one: len(one[2].pieces))):
        with autocast():
            states, given = lower([(items[number], place) for number, place, _ in group])
            if network.training:
                states = states * (torch.rand(states.shape[:2]) >= HIDDEN)[:, :, None]
            states = network.drop(network.encoder.upper(states, given.mask, lower.layers))
        words = states.float().reshape(-1, states.shape[-1])[given.heads]
        parts = torch.split(words, [len(window.heads) for _, _, window in group])
        found |= {(number, place): part for (number, place, _), part in zip(group, parts, strict=True)}
    return [torch.cat([found[number, place] for place in range(len(item.windows))]) for number, item in enumerate(items)]


def _alike(windows: list[tuple[int, int, Window]]) -> list[list[tuple[int, int, Window]]]:
    """The windows, which are sorted by length, in groups in which padding is at most a quarter and that hold a bounded number of pieces."""
    groups: list[list[tuple[int, int, Window]]] = []
    for one in windows:
        size = len(one[2].pieces)
        if groups and 4 * len(groups[-1][0][2].pieces) >= 3 * size and size * (len(groups[-1]) + 1) <= MOST_PIECES:
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def autocast() -> torch.autocast:
    """bfloat16 where the processor computes in it, which elsewhere is many times slower than float32."""
    return torch.autocast("cpu", torch.bfloat16, enabled=torch.cpu._is_avx512_bf16_supported())


def losses(lower: Lower, items: list[Item], random: np.random.Generator, false_triggers: bool) -> list[dict[str, Tensor]]:
    """The weighted losses of each item, by layer."""
    states = encoded(lower, items)
    return [_losses(lower.network, item, some, random, false_triggers) for item, some in zip(items, states, strict=True)]


def _losses(network: Network, item: Item, states: Tensor, random: np.random.Generator, false_triggers: bool) -> dict[str, Tensor]:
    emissions = {name: network.tag_heads[name](states) for name in item.tags}
    found = {name: WEIGHTS[name] * _tag_loss(network, item, name, emissions[name]) for name in item.tags}
    for name, values in item.scales.items():
        known = torch.from_numpy(~np.isnan(values))
        if known.any():
            read = network.scales[name](states[known])[:, 0]
            found[name] = WEIGHTS[name] * torch.nn.functional.smooth_l1_loss(read, torch.from_numpy(values)[known])
    targets = _targets(item, {name: value.detach() for name, value in emissions.items()}, random, false_triggers)
    return found | _frame_losses(network, states, torch.from_numpy(item.words.layout), targets)


def _tag_loss(network: Network, item: Item, name: str, emissions: Tensor) -> Tensor:
    allowed = torch.from_numpy(item.tags[name])
    parts = [slice(window.first, window.stop) for window in item.windows]
    lengths = torch.tensor([part.stop - part.start for part in parts])
    padded = torch.nn.utils.rnn.pad_sequence([emissions[part] for part in parts], batch_first=True)
    permitted = torch.nn.utils.rnn.pad_sequence([allowed[part] for part in parts], batch_first=True)
    return network.tag_crfs[name].loss(padded, permitted, lengths) / max(1.0, len(item.words) / SENTENCE)


def _targets(item: Item, emissions: dict[str, Tensor], random: np.random.Generator, false_triggers: bool) -> list[FrameTarget]:
    """The frames to learn from: gold ones, some of them under the trigger that the model sees, and triggers that are none."""
    targets = list(item.frames)
    if false_triggers and item.content is not None:
        seen = torch.softmax(emissions["cues"], -1)[:, 1:5].sum(-1).numpy() > 0.3
        targets = _met(targets, "statement", _runs(seen), random, item.content)
    if false_triggers and "events" in emissions:
        seen = 1 - torch.softmax(emissions["events"], -1)[:, 0].numpy() > FALSE_TRIGGER
        targets = _met(targets, "event", _runs(seen), random, np.zeros(len(item.words), dtype=bool))
    chosen: list[FrameTarget] = []
    for kind, most in MOST_FRAMES.items():
        some = [target for target in targets if target.kind == kind]
        chosen += some if len(some) <= most else [some[index] for index in random.permutation(len(some))[:most]]
    return chosen


def _met(
    targets: list[FrameTarget], kind: str, runs: list[tuple[int, int]], random: np.random.Generator, spared: np.ndarray
) -> list[FrameTarget]:
    """The targets, half of those of `kind` that a run of words touches moved onto it, and a frame without roles for runs that touch none.

    Runs that touch a word of `spared`, bool [n], are left alone.
    """
    targets = list(targets)
    taken: dict[int, set[int]] = {}
    for number, frame in enumerate(targets):
        if frame.kind == kind:
            for place in range(frame.trigger[0], frame.trigger[1] + 1):
                taken.setdefault(place, set()).add(number)
    for run in runs:
        hits = set().union(*(taken.get(place, set()) for place in range(run[0], run[1] + 1)))
        if not hits and not spared[run[0] : run[1] + 1].any():
            targets.append(FrameTarget(kind, run, qualities={"plover": (0,)} if kind == "event" else {}))
        elif len(hits) == 1 and random.random() < 0.5:
            number = hits.pop()
            targets[number] = replace(targets[number], trigger=run)
    return targets


def _runs(flags: np.ndarray) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate([[0], flags.astype(int), [0]])))
    return [(int(first), int(stop) - 1) for first, stop in zip(edges[::2], edges[1::2], strict=True)]


def _frame_losses(network: Network, states: Tensor, layout: Tensor, targets: list[FrameTarget]) -> dict[str, Tensor]:
    found: dict[str, Tensor] = {}
    for number, name in enumerate(KINDS):
        some = [target for target in targets if target.kind == name]
        if not some:
            continue
        triggers, seconds = torch.tensor([target.trigger for target in some]), torch.tensor([target.second for target in some])
        with autocast():
            hidden = network.frame(name)(states, layout, triggers, seconds, torch.full((len(some),), number), REACH[name])
            emissions = network.role_heads[name](hidden) if name in FRAMES else None
        if name == PARTIES and (value := _party_loss(network, some, hidden)) is not None:
            found["parties"] = WEIGHTS["parties"] * value
        if emissions is not None:
            found[name] = WEIGHTS[name] * _role_loss(network, some, emissions.float(), states.shape[0])
        for quality in QUALITIES:
            rows = [row for row, target in enumerate(some) if quality in target.qualities]
            if rows:
                scores = network.quality(quality, hidden[rows].float(), layout[:, 3], triggers[rows], seconds[rows])
                found[quality] = WEIGHTS[quality] * _quality_loss(quality, [some[row] for row in rows], scores)
    return found


def _quality_loss(name: str, targets: list[FrameTarget], emissions: Tensor) -> Tensor:
    """−log of the probability of the allowed values, the mean over the frames."""
    scores = torch.log_softmax(emissions, dim=-1)
    allowed = torch.zeros_like(scores, dtype=torch.bool)
    for row, target in enumerate(targets):
        allowed[row, list(target.qualities[name])] = True
    return -torch.logsumexp(scores.masked_fill(~allowed, -1e4), dim=-1).mean()


def _party_loss(network: Network, targets: list[FrameTarget], hidden: Tensor) -> Tensor | None:
    """−log of the probability of the roles that the mentions around the triggers may have, their mean; None where there are none."""
    radius = REACH[PARTIES]
    near = [
        (row, word - target.trigger[0] + radius, roles)
        for row, target in enumerate(targets)
        for word, roles in target.parties
        if abs(word - target.trigger[0]) <= radius
    ]
    if not near:
        return None
    scores = torch.log_softmax(network.party_head(hidden[[row for row, *_ in near], [place for _, place, _ in near]].float()), dim=-1)
    allowed = torch.zeros_like(scores, dtype=torch.bool)
    for row, (*_, roles) in enumerate(near):
        allowed[row, list(roles)] = True
    return -torch.logsumexp(scores.masked_fill(~allowed, -1e4), dim=-1).mean()


def _role_loss(network: Network, targets: list[FrameTarget], emissions: Tensor, count: int) -> Tensor:
    kind = targets[0].kind
    radius = REACH[kind]
    starts = [max(target.trigger[0] - radius, 0) for target in targets]
    stops = [min(target.trigger[0] + radius + 1, count) for target in targets]
    rows = [
        emissions[k, start - target.trigger[0] + radius :][: stop - start]
        for k, (target, start, stop) in enumerate(zip(targets, starts, stops, strict=True))
    ]
    allowed = [torch.from_numpy(target.allowed(start, stop)) for target, start, stop in zip(targets, starts, stops, strict=True)]
    pad = torch.nn.utils.rnn.pad_sequence
    lengths = torch.tensor([len(row) for row in rows])
    return network.role_crfs[kind].loss(pad(rows, batch_first=True), pad(allowed, batch_first=True), lengths) / len(targets)


def build(shape) -> Network:
    """A network with fresh heads for everything in `training.layers`."""
    return Network(shape, TAGS, FRAMES, QUALITIES, SCALES, HEADS)
