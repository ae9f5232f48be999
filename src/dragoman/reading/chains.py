"""Chains: all mentions in a text, whatever they name, joined where they stand for the same.

Heads of mentions, their extents and their links each come from a head of their own, each mention choosing one antecedent or none
(Dobrovolskii 2021, "Word-level coreference resolution"). The record needs fewer mentions than these; the task
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
from dragoman.reading.names import names
from dragoman.reading.pairs import PERSONS, REACH, profile, table

LAYER = "mentions"
PERSONAL = frozenset[str]().union(*PERSONS[:7])  # first, second and third person, with their possessives
POINTING = frozenset(["this", "these"])  # pronouns where no noun follows


def chains(words: Words, states: States, encoder: Encoder, bundle: Bundle) -> tuple[tuple[Range, ...], ...]:
    """The chains of at least two mentions, each in order, as word ranges."""
    kinds = heads(states, encoder, bundle, bundle.settings.get("mention_bias", 0.0))
    found = headed(words, states, encoder, kinds, named(words, states, bundle))
    known = [profile(words, mention) for mention in found]
    groups: list[list[Mention]] = []
    member: dict[int, int] = {}
    for place, mention in enumerate(found):
        low = max(place - REACH, 0)
        before = np.array([other.head for other in found[low:place]], dtype=np.int64)
        scores = encoder.pairs(states, mention.head, before, table(words, known[place], known[low:place])) if low < place else np.zeros(1)
        if scores.max() > 0:
            member[mention.head] = member[found[low + int(scores.argmax())].head]
            groups[member[mention.head]].append(mention)
        else:
            member[mention.head] = len(groups)
            groups.append([mention])
    return tuple(tuple(mention.words for mention in group) for group in groups if len(group) > 1)


def heads(states: States, encoder: Encoder, bundle: Bundle, bias: float = 0.0) -> dict[int, str]:
    """The words that head mentions, in order, with their kinds; the higher `bias`, the less sure ones too."""
    if not len(states.words):
        return {}
    scores = encoder.mentions(states)
    scores[:, 0] -= bias
    labels = bundle.tags[LAYER].labels
    return {place: labels[label] for place, label in enumerate(scores.argmax(axis=1).tolist()) if label}


def named(words: Words, states: States, bundle: Bundle) -> frozenset[int]:
    """The words of all names."""
    return frozenset(place for name in names(words, states, bundle) for place in range(name.words[0], name.words[1] + 1))


def headed(words: Words, states: States, encoder: Encoder, kinds: dict[int, str], called: frozenset[int]) -> tuple[Mention, ...]:
    """The mentions with given heads and kinds, in the order of `kinds`; those headed by a word of `called` are names."""
    if not kinds:
        return ()
    extents = encoder.extents(states, np.array(list(kinds), dtype=np.int64)).tolist()
    return tuple(
        _mention(words, head, kind, (extent[0], extent[1]), head in called)
        for (head, kind), extent in zip(kinds.items(), extents, strict=True)
    )


def descriptions(words: Words, states: States, encoder: Encoder, bundle: Bundle) -> tuple[Mention, ...]:
    """People and bodies that the text describes without naming them, with the kind that their noun says."""
    kinds = {head: kind for head, kind in heads(states, encoder, bundle).items() if kind in ("person", "organization")}
    found = headed(words, states, encoder, kinds, frozenset())
    described = (mention for mention in found if mention.form == "description" and _someone(words.word(mention.head).lower()))
    return tuple(replace(mention, kind=kind_of_noun(words.word(mention.head).lower())) for mention in described)


def _someone(noun: str) -> bool:
    """Can the noun head a description of somebody?"""
    return noun not in nouns.PRONOUNS and nouns.singular(noun) not in nouns.ABSTRACT


def _mention(words: Words, head: int, kind: str, extent: Range, named: bool) -> Mention:
    word = words.word(head)
    pointing = extent == (head, head) and word.lower() in nouns.PRONOUNS | POINTING
    if pointing or word.lower() in PERSONAL:
        return Mention((head, head), head, "pronoun", kind)
    capital = word[0].isupper() and words.features[head, 2] == 0
    return Mention(extent, head, "name" if named or capital else "description", kind)
