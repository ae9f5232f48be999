"""What the pair head learns from: mentions of annotated documents, each with its candidates and which of them are right."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from dragoman.model import Bundle, Encoder
from dragoman.model.words import split
from dragoman.reading import cast, chains, frames, nouns
from dragoman.reading.names import names
from dragoman.reading.pairs import FEATURES, REACH, profile, table
from dragoman.reading.roles import inside
from evaluation.datasets import read_jsonl
from training.items import span_words
from training.mentions import Encoded, gold_mentions

AT_ONCE = 48  # choices that an update learns from
UNSURE = 2.0  # the bias with which mentions are read to learn from: false ones come along
DESK_WEIGHT = 3.0


Candidates = tuple[int, list[int], NDArray[np.float32], list[bool]]  # head, heads of candidates, their features, which are right


@dataclass(frozen=True)
class Choices:
    """Some mentions of one document that point back, each with up to c candidates: states [n, size] of the document's words.

    `anaphors` [k] and `antecedents` [k, c] are head words, `features` [k, c, FEATURES] those of the pairs, `there` [k, c] says which
    candidates there are, `right` [k, c] which of them are right.
    """

    states: Tensor
    anaphors: Tensor
    antecedents: Tensor
    features: Tensor
    there: Tensor
    right: Tensor
    weight: float = 1.0


def gum_documents(path: Path, encoder: Encoder) -> list[Encoded]:
    """GUM's documents with their words and states."""
    lines = [(line, split(line["text"])) for line in read_jsonl(path)]
    return [(line, words, encoder.states(words)) for line, words in lines]


def gum_choices(documents: Iterable[Encoded], encoder: Encoder, bundle: Bundle) -> Iterator[Choices]:
    """Choices of every mention that is read or annotated; a mention without an antecedent chooses none."""
    for line, words, states in documents:
        gold = {one.head: one for one in gold_mentions(line, words)}
        kinds = {one.head: one.kind for one in gold.values()} | chains.heads(states, encoder, bundle, UNSURE)
        found = chains.headed(words, states, encoder, dict(sorted(kinds.items())), chains.named(words, states, bundle))
        known = [profile(words, mention) for mention in found]
        clusters = [gold[one.head].cluster if one.head in gold else None for one in found]
        made = []
        for place in range(1, len(found)):
            low = max(place - REACH, 0)
            right = [number is not None and number == clusters[place] for number in clusters[low:place]]
            made.append((found[place].head, [one.head for one in found[low:place]], table(words, known[place], known[low:place]), right))
        yield from _gathered(torch.from_numpy(states.words), made)


def desk_choices(lines: Iterable[dict], encoder: Encoder, bundle: Bundle) -> Iterator[Choices]:
    """Choices from the sources of desk statements: which name of the article "he" or "the minister" at the cue stands for."""
    for line in lines:
        words = split(line["article"]["text"])
        states = encoder.states(words)
        known = names(words, states, bundle)
        actors = {actor["id"]: actor for actor in line["actors"]}
        gold = [one for one in line["statements"] if one["source"]]
        triggers = [found for one in gold if (found := span_words(words, one["cue"]["start"], one["cue"]["end"]))]
        if not triggers or len(triggers) != len(gold):
            continue
        decoded = frames.decode(encoder.frames(words, states, np.array(triggers), "statement"), triggers, len(words), bundle, "statement")
        made = []
        for one, frame in zip(gold, decoded, strict=True):
            wanted = cast.parts(actors[one["source"]]["name"])
            for role in frame.roles.get("source", ())[:1]:
                mention = next(iter(inside(role, words, known)), None)
                if mention is None:
                    continue
                earlier = [other for other in known if other.head < mention.words[0]][-REACH:]
                if mention.form == "name" or words.word(mention.head).lower() in nouns.FIRST or not earlier:
                    continue
                right = [bool(set(cast.parts(other.text(words))) & set(wanted[-1:])) for other in earlier]
                given = table(words, profile(words, mention), [profile(words, other) for other in earlier])
                made.append((mention.head, [other.head for other in earlier], given, right))
        yield from _gathered(torch.from_numpy(states.words), made, DESK_WEIGHT)


def _gathered(states: Tensor, made: list[Candidates], weight: float = 1.0) -> Iterator[Choices]:
    """The choices of one document, some at a time, candidates filled up to one length."""
    for begin in range(0, len(made), AT_ONCE):
        part = made[begin : begin + AT_ONCE]
        shape = len(part), max(len(one[1]) for one in part)
        antecedents, there, right = (torch.zeros(shape, dtype=kind) for kind in (torch.long, torch.bool, torch.bool))
        given = torch.zeros(*shape, FEATURES, dtype=torch.float16)
        for row, (_, heads, some, which) in enumerate(part):
            antecedents[row, : len(heads)] = torch.tensor(heads)
            there[row, : len(heads)] = True
            right[row, : len(heads)] = torch.tensor(which)
            given[row, : len(heads)] = torch.from_numpy(some)
        yield Choices(states, torch.tensor([one[0] for one in part]), antecedents, given, there, right, weight)
