"""Chains: all mentions in a text, whatever they name, joined where they stand for the same.

Heads of mentions come from the tag layer `mentions`, their extents from the extent head, links from the pair head, each mention choosing
one antecedent or none (Dobrovolskii 2021, "Word-level coreference resolution"). The record needs fewer mentions than these; the task
`coref` measures them all.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dragoman.model import Bundle, Encoder, States
from dragoman.model.words import Words
from dragoman.reading import nouns
from dragoman.reading.drafts import Range
from dragoman.reading.mentions import Mention, kind_of_noun
from dragoman.reading.pairs import REACH, features

LAYER = "mentions"


def chains(words: Words, states: States, encoder: Encoder, bundle: Bundle) -> tuple[tuple[Range, ...], ...]:
    """The chains of at least two mentions, each in order, as word ranges."""
    found = everything(words, states, encoder, bundle)
    groups: list[list[Mention]] = []
    member: dict[int, int] = {}
    for place, mention in enumerate(found):
        earlier = found[max(place - REACH, 0) : place]
        chosen = _antecedent(words, states, encoder, mention, earlier) if earlier else None
        if chosen is None:
            member[mention.head] = len(groups)
            groups.append([mention])
        else:
            member[mention.head] = member[chosen.head]
            groups[member[mention.head]].append(mention)
    return tuple(tuple(mention.words for mention in group) for group in groups if len(group) > 1)


def everything(words: Words, states: States, encoder: Encoder, bundle: Bundle) -> tuple[Mention, ...]:
    """Every mention, by the order of its head."""
    chain = bundle.tags[LAYER]
    bias = np.zeros(len(chain.labels))
    bias[0] = -bundle.settings.get("mention_bias", 0.0)
    path = np.concatenate(
        [chain.best(states.tags[LAYER][None, first:stop] + bias)[0] for first, stop in states.windows] or [np.zeros(0, dtype=np.int64)]
    )
    heads = np.flatnonzero(path)
    if not len(heads):
        return ()
    kinds = [chain.labels[label] for label in path[heads]]
    extents = encoder.extents(states, heads)
    return tuple(_mention(words, int(head), kind, tuple(extent)) for head, kind, extent in zip(heads, kinds, extents.tolist(), strict=True))


def descriptions(words: Words, states: States, encoder: Encoder, bundle: Bundle) -> tuple[Mention, ...]:
    """People and bodies that the text describes without naming them, with the kind that their noun says."""
    found = (mention for mention in everything(words, states, encoder, bundle) if mention.kind in ("person", "organization"))
    described = (mention for mention in found if mention.form == "description")
    return tuple(replace(mention, kind=kind_of_noun(words.word(mention.head).lower())) for mention in described)


def _mention(words: Words, head: int, kind: str, extent: Range) -> Mention:
    word = words.word(head)
    if word.lower() in nouns.PRONOUNS:
        return Mention((head, head), head, "pronoun", kind)
    return Mention(extent, head, "name" if word[0].isupper() and words.features[head, 2] == 0 else "description", kind)


def _antecedent(words: Words, states: States, encoder: Encoder, mention: Mention, earlier: tuple[Mention, ...]) -> Mention | None:
    heads = np.array([other.head for other in earlier], dtype=np.int64)
    scores = encoder.pairs(states, mention.head, heads, features(words, mention, earlier))
    best = int(scores.argmax())
    return earlier[best] if scores[best] > 0 else None
