"""Train the heads that join mentions on the frozen encoder of a bundle: `python -m training.pairs BUNDLE`.

It writes pairs.onnx (which earlier mention a mention stands for) and extents.onnx (first and last word of a mention, by its head).

Gold chains of GUM teach which earlier mention a pronoun or a description stands for; the desk articles teach who the "he" of news
agencies is: the source of a statement is known there by name. Loss: the log likelihood of all right antecedents together, with "none"
as one choice (Lee et al. 2017).
"""

import argparse
import json
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from dragoman.model import Bundle, Encoder
from dragoman.model.bundle import digest
from dragoman.model.words import Words, split
from dragoman.reading import cast, frames, nouns
from dragoman.reading.mentions import Mention, inside, names
from dragoman.reading.pairs import FEATURES, REACH, features
from evaluation.datasets import read_jsonl
from training import data, own
from training.items import span_words

EPOCHS = 4
WIDTH = 160


@dataclass(frozen=True)
class Choice:
    """One mention that points back: the words' states [n, size] of its document, its head word and those of its candidates [c].

    `features` [c, FEATURES] are those of the pairs, `right` [c] says which candidates are.
    """

    states: Tensor
    anaphor: int
    antecedents: Tensor
    features: Tensor
    right: Tensor
    weight: float = 1.0


class PairHead(nn.Module):
    """The score of a pair; 0 is the score of "none of them"."""

    def __init__(self, size: int) -> None:
        """Build for word states of `size`."""
        super().__init__()
        self.anaphor = nn.Linear(size, WIDTH)
        self.antecedent = nn.Linear(size, WIDTH)
        self.features = nn.Linear(FEATURES, WIDTH)
        self.drop = nn.Dropout(0.3)
        self.score = nn.Sequential(nn.Linear(3 * WIDTH, WIDTH), nn.GELU(), nn.Linear(WIDTH, 1))

    def forward(self, anaphor: Tensor, antecedents: Tensor, given: Tensor) -> Tensor:
        """Scores [c] of states `anaphor` [c, size] and `antecedents` [c, size] with features [c, FEATURES]."""
        left, right = torch.tanh(self.anaphor(self.drop(anaphor))), torch.tanh(self.antecedent(self.drop(antecedents)))
        return self.score(torch.cat([left * right, left + right, torch.relu(self.features(given))], dim=-1))[..., 0]


class ExtentHead(nn.Module):
    """Scores of the first and last word of a mention, by its head word."""

    BEFORE, AFTER = 14, 24  # words that a mention reaches before and after its head

    def __init__(self, size: int) -> None:
        """Build for word states of `size`."""
        super().__init__()
        self.head = nn.Linear(size, WIDTH)
        self.word = nn.Linear(size, WIDTH)
        self.place = nn.Parameter(torch.zeros(self.BEFORE + self.AFTER + 1, WIDTH))
        self.first, self.last = nn.Linear(WIDTH, 1), nn.Linear(WIDTH, 1)

    def forward(self, states: Tensor, heads: Tensor) -> tuple[Tensor, Tensor]:
        """[m, BEFORE + 1] scores of first words, the head last; [m, AFTER + 1] of last words, the head first."""
        reach = torch.arange(-self.BEFORE, self.AFTER + 1)
        index = (heads[:, None] + reach[None]).clamp(min=0)
        index = index.minimum(torch.full_like(index, 1) * (states.shape[0] - 1))
        hidden = torch.relu(self.head(states)[heads][:, None] + self.word(states)[index] + self.place[None])
        return self.first(hidden[:, : self.BEFORE + 1])[..., 0], self.last(hidden[:, self.BEFORE :])[..., 0]


@dataclass(frozen=True)
class Extents:
    """The mentions of one document: word states [n, size], head words [m], their first and last words [m]."""

    states: Tensor
    heads: Tensor
    first: Tensor
    last: Tensor


Encoded = tuple[dict, Words, Tensor]


def gum_documents(path: Path, encoder: Encoder) -> list[Encoded]:
    """GUM's documents with their words and states."""
    lines = [(line, split(line["text"])) for line in read_jsonl(path)]
    return [(line, words, torch.from_numpy(encoder.states(words).words)) for line, words in lines]


def gum_extents(documents: Iterable[Encoded]) -> Iterator[Extents]:
    """The extents of GUM's mentions that lie within reach of their heads."""
    for line, words, states in documents:
        found = [(mention.words[0], mention.head, mention.words[1]) for mention, _ in gum_mentions(line, words)]
        near = [one for one in found if 0 <= one[1] - one[0] <= ExtentHead.BEFORE and 0 <= one[2] - one[1] <= ExtentHead.AFTER]
        first, heads, last = (torch.tensor(column) for column in zip(*near, strict=True))
        yield Extents(states, heads, first, last)


def fit_extents(head: ExtentHead, documents: list[Extents], check: list[Extents], seed: int) -> None:
    """Adam over shuffled documents."""
    random = np.random.default_rng(seed)
    optimizer = torch.optim.AdamW(head.parameters(), lr=1e-3, weight_decay=0.01)
    for epoch in range(EPOCHS):
        for group in optimizer.param_groups:
            group["lr"] = 1e-3 * (1 - epoch / EPOCHS)
        for index in random.permutation(len(documents)):
            one = documents[index]
            starts, ends = head(one.states, one.heads)
            cross = nn.functional.cross_entropy
            value = cross(starts, one.first - one.heads + head.BEFORE) + cross(ends, one.last - one.heads)
            optimizer.zero_grad()
            value.backward()
            optimizer.step()
    right = total = 0
    with torch.no_grad():
        for one in check:
            starts, ends = head(one.states, one.heads)
            hit = (starts.argmax(1) == one.first - one.heads + head.BEFORE) & (ends.argmax(1) == one.last - one.heads)
            right, total = right + int(hit.sum()), total + len(hit)
    print(f"extents of gum dev right: {right / total:.3f} of {total}", flush=True)


class _Runtime(nn.Module):
    def __init__(self, head: PairHead) -> None:
        super().__init__()
        self.head = head

    def forward(self, states: Tensor, anaphor: Tensor, antecedents: Tensor, given: Tensor) -> Tensor:
        return self.head(states[anaphor], states[antecedents], given)


def gum_choices(documents: Iterable[Encoded]) -> Iterator[Choice]:
    """Choices from GUM's chains, pronouns and descriptions; a mention without an antecedent chooses none."""
    for line, words, states in documents:
        chain = gum_mentions(line, words)
        for place, (mention, cluster) in enumerate(chain):
            earlier = chain[max(place - REACH, 0) : place]
            if mention.form != "name" or any(number == cluster for _, number in earlier) or place % 3 == 0:
                yield from _choice(words, states, mention, [(other, number == cluster) for other, number in earlier])


def gum_mentions(line: dict, words: Words) -> list[tuple[Mention, int]]:
    """(mention, cluster) of a GUM document, in order; of mentions with one head the longest stands for all."""
    tokens = line["tokens"]
    starts = np.array([token["s"] for token in tokens])
    found: dict[int, tuple[Mention, int]] = {}
    for entity in sorted(line["entities"], key=lambda one: one["end"] - one["start"]):
        first, stop = np.searchsorted(starts, [entity["start"], entity["end"]])
        token = tokens[data.mention_head(tokens, int(first), int(stop))]
        head = words.covering(token["s"], token["e"])[0]
        low, high = words.covering(entity["start"], entity["end"])
        form = "pronoun" if token["upos"] == "PRON" else "name" if token["upos"] == "PROPN" else "description"
        found[head] = (Mention((low, high - 1), head, form, entity["type"]), entity["cluster"])
    return [found[head] for head in sorted(found)]


def desk_choices(lines: Iterable[dict], encoder: Encoder, bundle: Bundle) -> Iterator[Choice]:
    """Choices from the sources of desk statements: which name of the article "he" or "the minister" at the cue stands for."""
    for line in lines:
        words = split(line["article"]["text"])
        states = encoder.states(words)
        kept = torch.from_numpy(states.words)
        known = names(words, states, bundle)
        actors = {actor["id"]: actor for actor in line["actors"]}
        gold = [one for one in line["statements"] if one["source"]]
        triggers = [found for one in gold if (found := span_words(words, one["cue"]["start"], one["cue"]["end"]))]
        if not triggers or len(triggers) != len(gold):
            continue
        decoded = frames.decode(encoder.frames(words, states, np.array(triggers), "statement"), triggers, len(words), bundle, "statement")
        for one, frame in zip(gold, decoded, strict=True):
            wanted = cast.parts(actors[one["source"]]["name"])
            for role in frame.roles.get("source", ())[:1]:
                mention = inside(role, words, known)[0]
                if mention.form == "name" or words.word(mention.head).lower() in nouns.FIRST:
                    continue
                earlier = [
                    (other, bool(set(cast.parts(other.text(words))) & set(wanted[-1:]))) for other in known if other.head < mention.words[0]
                ]
                yield from _choice(words, kept, mention, earlier[-REACH:], weight=3.0)


def _choice(
    words: Words, states: Tensor, mention: Mention, candidates: list[tuple[Mention, bool]], weight: float = 1.0
) -> Iterator[Choice]:
    if candidates:
        others = [other for other, _ in candidates]
        given = torch.from_numpy(features(words, mention, others))
        heads = torch.tensor([other.head for other in others])
        yield Choice(states, mention.head, heads, given, torch.tensor([right for _, right in candidates]), weight)


def scores(head: PairHead, choices: list[Choice]) -> list[Tensor]:
    """The scores [c] of the candidates of each choice, all worked out at once."""
    counts = [len(choice.right) for choice in choices]
    anaphors = torch.cat([choice.states[choice.anaphor].expand(count, -1) for choice, count in zip(choices, counts, strict=True)])
    antecedents = torch.cat([choice.states[choice.antecedents] for choice in choices])
    return list(head(anaphors, antecedents, torch.cat([choice.features for choice in choices])).split(counts))


def loss(head: PairHead, choices: list[Choice]) -> Tensor:
    """Negative log likelihood of the right antecedents, or of none; the mean over the choices."""
    found = []
    for choice, some in zip(choices, scores(head, choices), strict=True):
        several = torch.cat([some, some.new_zeros(1)])
        right = torch.cat([choice.right, ~choice.right.any()[None]])
        found.append(choice.weight * (torch.logsumexp(several, 0) - torch.logsumexp(several[right], 0)))
    return torch.stack(found).mean()


def accuracy(head: PairHead, choices: list[Choice]) -> float:
    """The share of choices whose best candidate, or none, is right."""
    head.eval()
    hits = 0
    with torch.no_grad():
        for begin in range(0, len(choices), 64):
            part = choices[begin : begin + 64]
            for choice, some in zip(part, scores(head, part), strict=True):
                best = int(some.argmax())
                hits += bool(choice.right[best]) if some[best] > 0 else not choice.right.any()
    head.train()
    return hits / max(1, len(choices))


def fit(head: PairHead, choices: list[Choice], checks: dict[str, list[Choice]], seed: int) -> None:
    """Adam over shuffled choices, sixteen at a time."""
    random = np.random.default_rng(seed)
    optimizer = torch.optim.AdamW(head.parameters(), lr=1e-3, weight_decay=0.01)
    for epoch in range(EPOCHS):
        for group in optimizer.param_groups:
            group["lr"] = 1e-3 * (1 - epoch / EPOCHS)
        order, total = random.permutation(len(choices)), 0.0
        for begin in range(0, len(order), 16):
            value = loss(head, [choices[index] for index in order[begin : begin + 16]])
            optimizer.zero_grad()
            value.backward()
            optimizer.step()
            total += value.item()
        shares = "  ".join(f"{name} {accuracy(head, found):.3f}" for name, found in checks.items())
        print(f"{time.strftime('%H:%M:%S')} epoch {epoch + 1}  loss {total * 16 / len(order):.3f}  {shares}", flush=True)


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


def main() -> None:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bundle", type=Path)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--seed", type=int, default=20261124)
    arguments = parser.parse_args()
    torch.manual_seed(arguments.seed)
    bundle = Bundle.load(arguments.bundle)
    encoder = Encoder(bundle)
    documents, check = (gum_documents(arguments.data / f"treebank/gum_{part}.jsonl.gz", encoder) for part in ("train", "dev"))
    train = [*gum_choices(documents)]
    desk = [*own.given(arguments.data), *own.records(arguments.data)]
    news = [*desk_choices(desk, encoder, bundle)]
    checks = {
        "gum dev": [*gum_choices(check)],
        "desk dev": [*desk_choices(read_jsonl(arguments.data / "desk/desk_dev.jsonl"), encoder, bundle)],
    }
    print(f"{time.strftime('%H:%M:%S')} {len(train)} choices of GUM, {len(news)} of the desk", flush=True)
    size = documents[0][2].shape[1]
    head = PairHead(size)
    fit(head, train + news, checks, arguments.seed)
    write(head, size, arguments.bundle)
    extent = ExtentHead(size)
    fit_extents(extent, [*gum_extents(documents)], [*gum_extents(check)], arguments.seed)
    write_extents(extent, size, arguments.bundle)


if __name__ == "__main__":
    main()
