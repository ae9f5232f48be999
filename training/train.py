"""Train one bundle over all tasks: `python -m training.train --encoder DIR --out RUN`.

Seeded; a checkpoint every few minutes lets the same command go on where it stopped; everything is logged to RUN/log.txt.
"""

import argparse
import json
import random
import time
from collections import Counter
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from evaluation.datasets import read_jsonl
from training import data, events, own, quiet
from training.batch import Lower, build, losses
from training.items import Item
from training.layers import HEADS, LAYERS, OF_KIND, PARTIES
from training.network import PAIR, Network, Shape
from training.restore import grown

EPOCHS = {
    "polnear": 2.4, "desk": 8.0, "own": 7.0, "quiet": 3.0, "short": 0.3, "names": 2.0, "gum": 1.5, "plv": 14.0, "dyads": 10.0,
    "composed": 6.0, "wikievents": 3.0, "factuality": 1.5,
}  # fmt: skip
RATES = {"encoder": 6e-5, "frame": 8e-4, "heads": 1e-3}
WARM_UP = 0.05
FALSE_CUES_FROM = 0.15


@dataclass(frozen=True)
class Part:
    """What can be learnt alone on a finished encoder: kinds of frames, the tag layer that finds their triggers, and who has them."""

    kinds: tuple[str, ...]
    layer: str
    sets: tuple[str, ...]

    def learns(self, parameter: str) -> bool:
        """Is the parameter, by its name in the network, one that these frames and their triggers alone need?"""
        heads = [
            f"{part}_heads.{name}"
            for kind in self.kinds
            for part, names in (("role", (kind,)), ("quality", OF_KIND[kind]))
            for name in names
        ]
        alone = [name for kind, name in ((PARTIES, "party_head"), (PAIR, "pair_head")) if kind in self.kinds]
        layer = (f"tag_heads.{self.layer}.", f"tag_crfs.{self.layer}.")
        return parameter.startswith(
            (f"frames.{HEADS[self.kinds[0]]}.", *heads, *alone, *layer, *(f"role_crfs.{kind}." for kind in self.kinds))
        )

    def of(self, item: Item) -> Item:
        """The item with nothing else to learn from."""
        tags = {name: table for name, table in item.tags.items() if name == self.layer}
        return replace(item, tags=tags, frames=[frame for frame in item.frames if frame.kind in self.kinds], scales={})


PARTS = {
    "statements": Part(("statement",), "cues", ("polnear", "desk", "own", "short")),
    "deeds": Part(("event", "pair"), "events", ("desk", "own", "quiet", "dyads", "composed", "plv", "wikievents")),
}


def load_items(directory: Path, tokenizer: Tokenizer) -> dict[str, list[Item]]:
    """All training items by data set; PolNeAR articles of desk dev are left out."""
    held_out = desk_dev_articles(directory)
    items = {
        "polnear": list(data.polnear(directory / "attribution/polnear_train.jsonl.gz", tokenizer, held_out)),
        "desk": list(data.desk(own.given(directory), tokenizer)),
        "own": list(data.desk(own.records(directory), tokenizer)),
        "quiet": list(quiet.quiet(directory, tokenizer)),
        "dyads": list(events.dyads(directory, tokenizer)),
        "composed": list(events.composed(tokenizer)),
        "names": list(data.names(directory / "entities/uner_ewt_train.jsonl.gz", tokenizer)),
        "gum": list(data.gum(directory / "treebank/gum_train.jsonl.gz", tokenizer)),
        "plv": list(events.plv(directory, tokenizer)),
        "wikievents": list(events.wikievents(directory / "events/aw_wikievents_train.jsonl.gz", tokenizer)),
        "factuality": list(
            events.factuality([directory / f"factuality/{name}_train.jsonl.gz" for name in ("uds_ih2", "meantime")], tokenizer)
        ),
    }
    items["short"] = list(data.short((item for name in ("polnear", "desk", "own") for item in items[name]), tokenizer))
    names = Counter(item.name for found in items.values() for item in found)
    if twice := [name for name, count in names.items() if count > 1]:  # the frozen layers' states are kept by name
        raise ValueError(f"{len(twice)} names of items are not unique: {', '.join(twice[:5])}")
    return {name: [item for item in found if item.windows] for name, found in items.items()}


def desk_dev_articles(directory: Path) -> frozenset[str]:
    """Ids of the PolNeAR documents whose text is in desk dev."""
    texts = {line["article"]["text"].strip()[:400] for line in read_jsonl(directory / "desk/desk_dev.jsonl")}
    lines = read_jsonl(directory / "attribution/polnear_train.jsonl.gz")
    return frozenset(line["id"] for line in lines if line["text"].strip()[:400] in texts)


def schedule(items: dict[str, list[Item]], epochs: dict[str, float], seed: int) -> list[tuple[str, int]]:
    """(data set, item) for every step, shuffled within epochs and spread evenly over the run."""
    shuffle = random.Random(seed)
    placed = []
    for name, rounds in epochs.items():
        order: list[int] = []
        while len(order) < rounds * len(items[name]):
            epoch = list(range(len(items[name])))
            shuffle.shuffle(epoch)
            order += epoch
        order = order[: round(rounds * len(items[name]))]
        placed += [((place + shuffle.random()) / len(order), name, index) for place, index in enumerate(order)]
    return [(name, index) for _, name, index in sorted(placed)]


def together(steps: list[tuple[str, int]], items: dict[str, list[Item]], least: int) -> list[list[tuple[str, int]]]:
    """The steps in groups of at least so many pieces: an update costs as much for a sentence as for an article."""
    groups: list[list[tuple[str, int]]] = [[]]
    size = 0
    for name, index in steps:
        if size >= least:
            groups.append([])
            size = 0
        groups[-1].append((name, index))
        size += items[name][index].pieces
    return groups


def optimiser(network: Network, factor: float) -> torch.optim.AdamW:
    """AdamW with a rate for the encoder, one for the frame head and one for the small heads; no decay on vectors."""
    groups: dict[tuple[str, bool], list] = {}
    for name, parameter in network.named_parameters():
        if parameter.requires_grad and "relative_attention_bias" not in name:
            part = "encoder" if name.startswith("encoder.body") else "frame" if name.startswith("frames.") else "heads"
            groups.setdefault((part, parameter.dim() > 1), []).append(parameter)
    return torch.optim.AdamW(
        [
            {"params": found, "lr": 0.0, "peak": factor * RATES[part], "weight_decay": 0.01 * decay}
            for (part, decay), found in groups.items()
        ],
        fused=True,
    )


def begin_from(network: Network, weights: dict[str, torch.Tensor], fresh: tuple[str, ...]) -> None:
    """Take over earlier weights, but for the parts whose names begin with one of `fresh`; parts that have grown keep what they had."""
    state = network.state_dict()
    kept = {name: grown(value, state[name]) for name, value in weights.items() if not (fresh and name.startswith(fresh))}
    missing, unexpected = network.load_state_dict(kept, strict=False)
    strange = [name for name in missing if not (fresh and name.startswith(fresh))] + unexpected
    if strange:
        raise SystemExit(f"the weights to start from do not fit: {', '.join(strange[:5])}")


def rate(progress: float) -> float:
    """Linear warm-up, then linear decay to nothing."""
    return progress / WARM_UP if progress < WARM_UP else (1 - progress) / (1 - WARM_UP)


def save(path: Path, network: Network, optimizer: torch.optim.AdamW, step: int) -> None:
    """Write a checkpoint whole or not at all; the one before it is kept."""
    state = {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "step": step, "random": torch.get_rng_state()}
    torch.save(state, path.with_suffix(".new"))
    if path.exists():
        path.replace(path.with_suffix(".old"))
    path.with_suffix(".new").rename(path)


def train(arguments: argparse.Namespace) -> None:
    """Run the schedule from the last checkpoint to its end."""
    torch.manual_seed(arguments.seed)
    torch.set_num_threads(arguments.threads)
    run: Path = arguments.out
    run.mkdir(parents=True, exist_ok=True)
    tokenizer = load_tokenizer(arguments.encoder)
    shape = Shape(str(arguments.encoder), arguments.layers)
    network = build(shape)
    if arguments.start:
        begin_from(network, torch.load(arguments.start, weights_only=True)["network"], tuple(arguments.fresh))
    network.encoder.freeze(arguments.frozen)
    part = PARTS[arguments.only] if arguments.only else None
    if part:
        for name, parameter in network.named_parameters():
            parameter.requires_grad = part.learns(name)
    optimizer = optimiser(network, arguments.rate)
    items = load_items(arguments.data, tokenizer)
    if part:
        items = {name: [part.of(item) for item in items[name]] for name in part.sets}
    epochs = {name: rounds * arguments.scale for name, rounds in (EPOCHS | arguments.epochs).items() if name in items}
    steps = together(schedule(items, epochs, arguments.seed), items, arguments.pieces)
    begin = 0
    if (run / "checkpoint.pt").exists():
        kept = torch.load(run / "checkpoint.pt", weights_only=True)
        network.load_state_dict(kept["network"])
        optimizer.load_state_dict(kept["optimizer"])
        torch.set_rng_state(kept["random"])
        begin = kept["step"]
    (run / "run.json").write_text(
        json.dumps({"shape": asdict(shape), "epochs": epochs, "steps": len(steps), "seed": arguments.seed}, indent=1)
    )
    network.train()
    lower = Lower(network, arguments.frozen)
    log = (run / "log.txt").open("a", encoding="utf-8")
    totals: dict[str, list[float]] = {}
    pieces, clock, saved = 0, time.monotonic(), time.monotonic()
    print(
        f"{len(steps)} steps from {begin}, {sum(items[n][i].pieces for step in steps[begin:] for n, i in step)} pieces",
        file=log,
        flush=True,
    )
    for step in range(begin, len(steps)):
        progress = step / len(steps)
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * rate(progress)
        random = np.random.default_rng([arguments.seed, step])
        some = [items[name][index] for name, index in steps[step]]
        found = losses(lower, some, random, arguments.start is not None or progress > FALSE_CUES_FROM)
        (sum(sum(one.values()) for one in found) / len(some)).backward()
        pieces += sum(item.pieces for item in some)
        for (name, _), one in zip(steps[step], found, strict=True):
            for layer, value in one.items():
                totals.setdefault(f"{name}.{layer}", []).append(value.item())
        norm = torch.nn.utils.clip_grad_norm_([p for g in optimizer.param_groups for p in g["params"]], 1.0)
        if torch.isfinite(norm):
            optimizer.step()
        else:
            print(f"step {step}: {', '.join(items[n][i].name for n, i in steps[step])}: no finite gradient, left out", file=log, flush=True)
        optimizer.zero_grad(set_to_none=True)
        if step % 20 == 19:
            speed = pieces / (time.monotonic() - clock)
            means = "  ".join(f"{layer} {np.mean(values):.3f}" for layer, values in sorted(totals.items()))
            print(f"{time.strftime('%H:%M:%S')} step {step + 1}/{len(steps)}  {speed:.0f} pieces/s  {means}", file=log, flush=True)
            totals, pieces, clock = {}, 0, time.monotonic()
        if time.monotonic() - saved > arguments.minutes * 60:
            save(run / "checkpoint.pt", network, optimizer, step + 1)
            saved = time.monotonic()
    save(run / "checkpoint.pt", network, optimizer, len(steps))
    print("done", file=log, flush=True)


def load_tokenizer(encoder: Path) -> Tokenizer:
    """The tokenizer beside an encoder's weights, without padding or truncation."""
    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def main() -> None:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True, help="directory with config.json, model.safetensors, tokenizer.json")
    parser.add_argument("--layers", type=int, default=LAYERS, help="encoder layers to keep, from the bottom")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="directory of the annotated data")
    parser.add_argument("--out", type=Path, required=True, help="directory of the run: checkpoint.pt, log.txt, run.json")
    parser.add_argument("--start", type=Path, help="a checkpoint whose weights to start from, instead of the pretrained encoder's")
    parser.add_argument("--fresh", nargs="*", default=[], help="with --start: prefixes of parameters to learn from nothing, such as frame")
    parser.add_argument(
        "--frozen", type=int, default=0, help="encoder layers, from the bottom, to leave as they are: half of six save a third"
    )
    parser.add_argument(
        "--only", choices=tuple(PARTS), help="learn the frame head for these alone, on the finished encoder: with --frozen 8"
    )
    parser.add_argument("--scale", type=float, default=1.0, help="multiplies all epochs")
    parser.add_argument("--epochs", type=json.loads, default={}, help='other epochs than the usual ones: {"polnear": 0.5}')
    parser.add_argument("--rate", type=float, default=1.0, help="multiplies all learning rates: below 1 to go on from trained weights")
    parser.add_argument("--pieces", type=int, default=800, help="of an update, at least: short items are learnt from together")
    parser.add_argument("--seed", type=int, default=20261124)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--minutes", type=float, default=4.0, help="between checkpoints")
    train(parser.parse_args())


if __name__ == "__main__":
    main()
