"""Train the head that chooses the parties of an event, on the frozen encoder of a bundle: `python -m training.parties BUNDLE`.

It writes parties.onnx: the mean of HEADS heads that begin from different seeds. Nearly all of its time goes into reading the articles with
the bundle, which must hold all other heads.

Gold names the parties of an event; a mention near the trigger is one of them where the entity that it stands for, resolved, is the same
party by the rule that readings are compared by. Of the parties of AGREE, CONSULT and COOPERATE either role is right.
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

from dragoman.knowledge import Knowledge
from dragoman.model import Bundle, States
from dragoman.model.words import Words
from dragoman.reading import Reader
from dragoman.reading.drafts import Draft
from dragoman.reading.entries import actor_of
from dragoman.reading.events import deeds
from dragoman.reading.events.candidates import Setting, candidates, pool
from dragoman.reading.events.entries import enclosing, own
from dragoman.reading.events.features import FEATURES, LIKELY, features
from dragoman.reading.events.parties import ROLES
from dragoman.reading.framing import framed
from dragoman.reading.mentions import Mention
from dragoman.resolving.decisions import decide
from dragoman.resolving.resolve import named, surroundings
from dragoman.values import SCHEMA, SYMMETRIC, Article, Record
from evaluation import datasets
from evaluation.parties import Party, same_actor, same_party
from training import own as annotated
from training.items import span_words
from training.layers import EVENTS
from training.mentions import enter

EPOCHS = 5
WIDTH = 96
HEADS = 3


@dataclass(frozen=True)
class Case:
    """One event: states of its trigger [size] and candidates [c, size], features [c, FEATURES], which roles each may have [c, 3]."""

    trigger: Tensor
    mentions: Tensor
    features: Tensor
    allowed: Tensor


@dataclass(frozen=True)
class Found:
    """An annotated event as a reader sees it: the mentions around its trigger, and bool [c, 3], which roles each may have."""

    article: str
    event: str
    words: Words
    states: States
    setting: Setting
    mentions: tuple[Mention, ...]
    allowed: Tensor


class PartyHead(nn.Module):
    """Scores of the roles of candidates."""

    def __init__(self, size: int) -> None:
        """Build for word states of `size`."""
        super().__init__()
        self.trigger, self.mention = nn.Linear(size, WIDTH), nn.Linear(size, WIDTH)
        self.features = nn.Linear(FEATURES, WIDTH)
        self.drop = nn.Dropout(0.4)
        self.score = nn.Sequential(nn.Linear(3 * WIDTH, WIDTH), nn.GELU(), nn.Dropout(0.2), nn.Linear(WIDTH, len(ROLES)))

    def forward(self, trigger: Tensor, mentions: Tensor, given: Tensor) -> Tensor:
        """Scores [c, roles] of states `trigger` [c, size] and `mentions` [c, size] with features [c, FEATURES]."""
        left, right = torch.tanh(self.trigger(self.drop(trigger))), torch.tanh(self.mention(self.drop(mentions)))
        return self.score(torch.cat([left * right, left + right, torch.relu(self.features(given))], dim=-1))


class Heads(nn.Module):
    """Several heads as one: the logarithm of the mean of what each finds likely."""

    def __init__(self, heads: list[PartyHead]) -> None:
        """Of trained heads."""
        super().__init__()
        self.heads = nn.ModuleList(heads)

    def forward(self, trigger: Tensor, mentions: Tensor, given: Tensor) -> Tensor:
        """Scores [c, roles] of states and features as of a PartyHead."""
        return torch.stack([torch.softmax(head(trigger, mentions, given), dim=-1) for head in self.heads]).mean(dim=0).log()


class _Runtime(nn.Module):
    def __init__(self, heads: Heads) -> None:
        super().__init__()
        self.heads = heads

    def forward(self, states: Tensor, triggers: Tensor, mentions: Tensor, given: Tensor) -> Tensor:
        return self.heads(states[triggers], states[mentions], given)


def found(lines: Iterable[dict], reader: Reader, knowledge: Knowledge) -> Iterator[Found]:
    """The events of desk articles with the candidates that the reader finds around their triggers."""
    for line in lines:
        article = next(one for one in datasets.articles([line["article"]]) if isinstance(one, Article))
        words = framed(article.text)
        gold = [
            (event, span) for event in line["events"] if (span := span_words(words, event["trigger"]["start"], event["trigger"]["end"]))
        ]
        if not gold:
            continue
        states = reader.encoder.states(words)
        scene = reader.scene(article, words, states)
        everyone = pool(scene.stage)
        around: list[tuple[dict, tuple[Mention, ...], Setting, list[tuple[int, ...]]]] = []
        for (event, trigger), frame in zip(
            gold, deeds.frames_of(words, states, reader.encoder, reader.bundle, [s for _, s in gold]), strict=True
        ):
            inside = next(iter(enclosing(scene.drafts, trigger)), None)
            telling = own(scene.drafts, trigger)
            drafts: list[Draft | None] = [scene.drafts[number] if number is not None else None for number in (telling, inside)]
            setting = Setting(trigger, EVENTS.index(event["type"]), frame.first, frame.likelihood, *drafts)
            read = (*frame.roles.get("actor", ()), *frame.roles.get("recipient", ()))
            some = candidates(words, everyone, trigger, read)
            speaker = scene.voices[inside] if inside is not None else None
            around.append((event, some, setting, [scene.stage.standing(mention, speaker) for mention in some]))
        parties = _parties(scene.stage, article, reader, knowledge)
        actors = {actor["id"]: Party.of(actor) for actor in line["actors"]}
        for event, some, setting, entities in around:
            if some:
                allowed = _allowed(event, [[parties[index] for index in indices] for indices in entities], actors)
                yield Found(line["article"]["id"], event["id"], words, states, setting, some, allowed)


def case(one: Found) -> Case:
    """What the party head learns from."""
    return Case(
        torch.from_numpy(one.states.words[one.setting.trigger[0]]).half(),
        torch.from_numpy(one.states.words[[mention.head for mention in one.mentions]]).half(),
        torch.from_numpy(features(one.words, one.setting, one.mentions)),
        one.allowed,
    )


def row(one: Found) -> dict:
    """A line of `training/desk/parties.jsonl`: the head words of the candidates, each with the first letters of the roles it may have."""
    letters = ["".join(role[0] for role, may in zip(ROLES, some, strict=True) if may) for some in one.allowed.tolist()]
    heads = [int(mention.head) for mention in one.mentions]
    return {"article": one.article, "event": one.event, "candidates": [list(pair) for pair in zip(heads, letters, strict=True)]}


def _parties(stage, article: Article, reader: Reader, knowledge: Knowledge) -> list[Party]:
    """Every entity of the stage, resolved, as a party."""
    actors = tuple(named(actor_of(stage, index, f"a{index}"), knowledge) for index in range(len(stage.entities)))
    around = surroundings(Record(SCHEMA, reader.coder, article, actors=actors), knowledge)
    return [Party.of(decide(actor, around).applied(actor).to_dict()) for actor in actors]


def _allowed(event: dict, mentions: list[list[Party]], actors: dict[str, Party]) -> Tensor:
    """bool [c, roles], which roles each mention may have.

    A mention that stands for a gold party has its role. One that is only of the same state may have it or none, unless no other
    mention stands for that party.
    """
    table = torch.zeros(len(mentions), len(ROLES), dtype=torch.bool)
    for number, key in enumerate(("actors", "recipients"), 1):
        for name in event[key]:
            same = [any(same_actor(actors[name], party) for party in parties) for parties in mentions]
            alike = [any(same_party(actors[name], party) for party in parties) for parties in mentions]
            for row, (exact, near) in enumerate(zip(same, alike, strict=True)):
                if exact or (near and not any(same)):
                    table[row, number] = True
                elif near:
                    table[row, [0, number]] = True
    if event["type"] in SYMMETRIC:
        table[:, 1:] = table[:, 1:].any(dim=1, keepdim=True)
    table[:, 0] |= ~table[:, 1:].any(dim=1)
    return table


def fit(head: PartyHead, train: list[Case], check: list[Case], seed: int) -> None:
    """AdamW over shuffled events, sixteen at a time; the frame head's own view is left out of half of them."""
    random = np.random.default_rng(seed)
    optimizer = torch.optim.AdamW(head.parameters(), lr=2e-3, weight_decay=0.02)
    for epoch in range(EPOCHS):
        for group in optimizer.param_groups:
            group["lr"] = 2e-3 * (1 - epoch / EPOCHS)
        order, total = random.permutation(len(train)), 0.0
        for begin in range(0, len(order), 16):
            value = loss(head, [train[index] for index in order[begin : begin + 16]], random)
            optimizer.zero_grad()
            value.backward()
            optimizer.step()
            total += value.item()
        print(f"{time.strftime('%H:%M:%S')} epoch {epoch + 1}  loss {total * 16 / len(order):.3f}  {measured(head, check)}", flush=True)


def scores(head: nn.Module, some: list[Case], given: Tensor) -> Tensor:
    """[c, roles] of all candidates of several events."""
    triggers = torch.cat([case.trigger.float().expand(len(case.mentions), -1) for case in some])
    return head(triggers, torch.cat([case.mentions.float() for case in some]), given)


def loss(head: PartyHead, some: list[Case], random: np.random.Generator) -> Tensor:
    """Negative log likelihood of the roles that each candidate may have."""
    given = torch.cat([case.features for case in some]).clone()
    hidden = torch.from_numpy(np.repeat(random.random(len(some)) < 0.5, [len(case.features) for case in some]))
    given[hidden, :LIKELY] = 0.0
    found = torch.log_softmax(scores(head, some, given), dim=-1)
    allowed = torch.cat([case.allowed for case in some])
    return -torch.logsumexp(found.masked_fill(~allowed, -1e4), dim=-1).mean()


def measured(head: nn.Module, some: list[Case]) -> str:
    """Precision and recall of parties over candidates."""
    head.eval()
    with torch.no_grad():
        best = scores(head, some, torch.cat([case.features for case in some])).argmax(dim=-1)
    head.train()
    allowed = torch.cat([case.allowed for case in some])
    right = allowed[torch.arange(len(best)), best] & (best > 0)
    sure = right & ~allowed[:, 0]
    return f"precision {right.sum() / max(1, (best > 0).sum()):.3f}  recall {sure.sum() / max(1, (~allowed[:, 0]).sum()):.3f}"


def write(heads: Heads, size: int, directory: Path) -> None:
    """Export parties.onnx and enter its digest."""
    states, index = torch.randn(5, size), torch.zeros(3, dtype=torch.long)
    torch.onnx.export(
        _Runtime(heads.eval()),
        (states, index, index, torch.zeros(3, FEATURES)),
        str(directory / "parties.onnx"),
        input_names=["states", "triggers", "mentions", "features"],
        output_names=["scores"],
        dynamic_axes={"states": {0: "n"}, "triggers": {0: "c"}, "mentions": {0: "c"}, "features": {0: "c"}, "scores": {0: "c"}},
        opset_version=17,
        dynamo=False,
    )
    enter(directory, "parties.onnx")


def main() -> None:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bundle", type=Path)
    parser.add_argument("--data", type=Path, default=datasets.default_data())
    parser.add_argument("--seed", type=int, default=20261128)
    parser.add_argument("--table", type=Path, help="write what the reader finds around each event, to train an encoder with, and no head")
    arguments = parser.parse_args()
    reader, knowledge = Reader(Bundle.load(arguments.bundle)), Knowledge.load()
    events = found([*annotated.given(arguments.data), *annotated.records(arguments.data)], reader, knowledge)
    if arguments.table:
        lines = sorted(json.dumps(row(one)) for one in events)
        arguments.table.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        return
    dev = found(datasets.read_jsonl(arguments.data / "desk/desk_dev.jsonl"), reader, knowledge)
    train, check = ([case(one) for one in some if bool(one.allowed[:, 1:].any())] for some in (events, dev))
    print(f"{time.strftime('%H:%M:%S')} {len(train)} events, {sum(len(case.mentions) for case in train)} candidates", flush=True)
    size = train[0].trigger.shape[0]
    heads = []
    for seed in range(arguments.seed, arguments.seed + HEADS):
        torch.manual_seed(seed)
        heads.append(PartyHead(size))
        fit(heads[-1], train, check, seed)
    together = Heads(heads)
    print(f"{time.strftime('%H:%M:%S')} {HEADS} heads together  {measured(together, check)}", flush=True)
    write(together, size, arguments.bundle)


if __name__ == "__main__":
    main()
