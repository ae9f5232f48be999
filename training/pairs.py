"""Train the heads that join mentions on the frozen encoder of a bundle: `python -m training.pairs BUNDLE`.

It writes heads.onnx (which words head a mention), extents.onnx (its first and last word) and pairs.onnx (which earlier mention it stands
for), and sets how unsure a mention may be by GUM dev.

Gold chains of GUM teach which earlier mention a mention stands for, among the mentions as they are read, false ones too; the desk articles
teach who the "he" of news agencies is: the source of a statement is known there by name. Loss: the log likelihood of all right antecedents
together, with "none" as one choice (Lee et al. 2017).
"""

import argparse
import dataclasses
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from dragoman.model import Bundle, Encoder
from dragoman.reading import chains
from dragoman.reading.pairs import FEATURES
from evaluation.datasets import read_jsonl
from evaluation.figures import Measurement, Unit, rows
from evaluation.tasks.coref import FIGURES, compared
from training import own
from training.choices import AT_ONCE, Choices, desk_choices, gum_choices, gum_documents
from training.mentions import (
    Encoded,
    ExtentHead,
    MentionHead,
    enter,
    fit_extents,
    fit_mentions,
    taught,
    write_extents,
    write_mentions,
)

EPOCHS = 5
WIDTH = 128
BIASES = (0.0, 0.5, 1.0, 1.5, 2.0)  # of mentions, tried on GUM dev


class PairHead(nn.Module):
    """The score of a pair; 0 is the score of "none of them"."""

    def __init__(self, size: int) -> None:
        """Build for word states of `size`."""
        super().__init__()
        self.anaphor = nn.Linear(size, WIDTH)
        self.antecedent = nn.Linear(size, WIDTH)
        self.features = nn.Linear(FEATURES, WIDTH)
        self.drop = nn.Dropout(0.3)
        self.score = nn.Sequential(nn.Linear(4 * WIDTH, WIDTH), nn.GELU(), nn.Dropout(0.2), nn.Linear(WIDTH, 1))

    def forward(self, anaphor: Tensor, antecedents: Tensor, given: Tensor) -> Tensor:
        """Scores [c] of states `anaphor` [c, size] and `antecedents` [c, size] with features [c, FEATURES]."""
        return self.pair(torch.tanh(self.anaphor(self.drop(anaphor))), torch.tanh(self.antecedent(self.drop(antecedents))), given)

    def pair(self, left: Tensor, right: Tensor, given: Tensor) -> Tensor:
        """Scores [c] of two words as the head sees them, [c, WIDTH] each."""
        return self.score(torch.cat([left * right, left, right, torch.relu(self.features(given))], dim=-1))[..., 0]

    def scores(self, some: Choices) -> Tensor:
        """Scores [k, c + 1], the last of none; −inf where there is no candidate."""
        used, place = some.antecedents.unique(return_inverse=True)
        left = torch.tanh(self.anaphor(self.drop(some.states[some.anaphors])))
        right = torch.tanh(self.antecedent(self.drop(some.states[used])))
        rows, _ = some.there.nonzero(as_tuple=True)
        found = self.pair(left[rows], right[place[some.there]], some.features[some.there].float())
        grid = torch.full(some.there.shape, -torch.inf).masked_scatter(some.there, found)
        return torch.cat([grid, grid.new_zeros(len(grid), 1)], dim=1)


class _Runtime(nn.Module):
    def __init__(self, head: PairHead) -> None:
        super().__init__()
        self.head = head

    def forward(self, states: Tensor, anaphor: Tensor, antecedents: Tensor, given: Tensor) -> Tensor:
        return self.head(states[anaphor], states[antecedents], given)


def _right(some: Choices) -> Tensor:
    """bool [k, c + 1], the right candidates, or none."""
    return torch.cat([some.right, ~some.right.any(1, keepdim=True)], dim=1)


def loss(head: PairHead, several: list[Choices]) -> Tensor:
    """Negative log likelihood of the right antecedents, or of none; the mean over the choices."""
    total, count = torch.zeros(()), 0
    for some in several:
        found = head.scores(some)
        total = total + some.weight * (found.logsumexp(1) - found.masked_fill(~_right(some), -torch.inf).logsumexp(1)).sum()
        count += len(found)
    return total / count


def batches(choices: list[Choices], random: np.random.Generator) -> Iterator[list[Choices]]:
    """All choices in a random order, of so many documents together that there are at least AT_ONCE."""
    batch: list[Choices] = []
    for index in random.permutation(len(choices)):
        batch.append(choices[index])
        if sum(len(some.anaphors) for some in batch) >= AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch


def accuracy(head: PairHead, choices: list[Choices]) -> float:
    """The share of choices whose best candidate, or none, is right."""
    head.eval()
    with torch.no_grad():
        hits = [_right(some).gather(1, head.scores(some).argmax(1, keepdim=True)) for some in choices]
    head.train()
    return float(torch.cat(hits).float().mean())


def fit(head: PairHead, choices: list[Choices], checks: dict[str, list[Choices]], seed: int) -> None:
    """Adam over shuffled choices."""
    random = np.random.default_rng(seed)
    optimizer = torch.optim.AdamW(head.parameters(), lr=1e-3, weight_decay=0.01)
    for epoch in range(EPOCHS):
        for group in optimizer.param_groups:
            group["lr"] = 1e-3 * (1 - epoch / EPOCHS)
        losses = []
        for batch in batches(choices, random):
            value = loss(head, batch)
            optimizer.zero_grad()
            value.backward()
            optimizer.step()
            losses.append(value.item())
        shares = "  ".join(f"{name} {accuracy(head, found):.3f}" for name, found in checks.items())
        print(f"{time.strftime('%H:%M:%S')} epoch {epoch + 1}  loss {np.mean(losses):.3f}  {shares}", flush=True)


def write(head: PairHead, size: int, directory: Path) -> None:
    """Export pairs.onnx and enter its digest."""
    states, index = torch.randn(5, size), torch.zeros(3, dtype=torch.long)
    torch.onnx.export(
        _Runtime(head.eval()),
        (states, index, index, torch.zeros(3, FEATURES)),
        str(directory / "pairs.onnx"),
        input_names=["states", "anaphor", "antecedents", "features"],
        output_names=["scores"],
        dynamic_axes={"states": {0: "n"}, "anaphor": {0: "c"}, "antecedents": {0: "c"}, "features": {0: "c"}, "scores": {0: "c"}},
        opset_version=17,
        dynamo=False,
    )
    enter(directory, "pairs.onnx")


def main() -> None:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bundle", type=Path)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--seed", type=int, default=20261124)
    arguments = parser.parse_args()
    torch.manual_seed(arguments.seed)
    encoder = Encoder(Bundle.load(arguments.bundle))
    train, check = (gum_documents(arguments.data / f"treebank/gum_{part}.jsonl.gz", encoder) for part in ("train", "dev"))
    learn_mentions(arguments.bundle, train, check, arguments.seed)
    bundle = Bundle.load(arguments.bundle)
    encoder = Encoder(bundle)
    desk = [*own.given(arguments.data), *own.records(arguments.data)]
    choices = [*gum_choices(train, encoder, bundle), *desk_choices(desk, encoder, bundle)]
    checks = {
        "gum dev": [*gum_choices(check, encoder, bundle)],
        "desk dev": [*desk_choices(read_jsonl(arguments.data / "desk/desk_dev.jsonl"), encoder, bundle)],
    }
    size = train[0][2].words.shape[1]
    head = PairHead(size)
    fit(head, choices, checks, arguments.seed)
    write(head, size, arguments.bundle)
    tune(arguments.bundle, check)


def tune(directory: Path, documents: list[Encoded]) -> None:
    """Enter the bias of mentions with the best CoNLL F1 over `documents` in the bundle's settings."""
    bundle = Bundle.load(directory)
    encoder, found = Encoder(bundle), {}
    for bias in BIASES:
        biased = dataclasses.replace(bundle, settings=bundle.settings | {"mention_bias": bias})
        counts: Counter[str] = Counter()
        for line, words, states in documents:
            counts += compared(line, [[words.extent(*one) for one in chain] for chain in chains.chains(words, states, encoder, biased)])
        found[bias] = rows(Measurement(FIGURES, (Unit("dev", counts),)))[0].value or 0.0
        print(f"mentions with bias {bias}: CoNLL F1 of gum dev {found[bias]:.3f}", flush=True)
    path = directory / "config.json"
    config = json.loads(path.read_text(encoding="utf-8"))
    config["settings"]["mention_bias"] = max(found, key=found.__getitem__)
    path.write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")


def learn_mentions(bundle: Path, train: list[Encoded], check: list[Encoded], seed: int) -> None:
    """Train and write the heads that find mentions."""
    size = train[0][2].words.shape[1]
    documents, checks = [*taught(train)], [*taught(check)]
    mentions, extents = MentionHead(size), ExtentHead(size)
    fit_mentions(mentions, documents, checks, seed)
    write_mentions(mentions, size, bundle)
    fit_extents(extents, documents, checks, seed)
    write_extents(extents, size, bundle)


if __name__ == "__main__":
    main()
