"""Pairs: what the pair head is told of a mention and one that may be its antecedent, beside the states of their heads."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.model.words import Words
from dragoman.reading import nouns
from dragoman.reading.mentions import Mention

FORMS = ("name", "description", "pronoun")
PRONOUNS = ("he", "she", "it", "they", "first", "other")  # what a pronoun says of number and gender
FEATURES = 7 + 2 * len(FORMS) + 2 * len(PRONOUNS)
REACH = 60  # mentions back to which an antecedent is looked for

_QUOTED = (1, 2)  # QUOTES.index of double and single


def features(words: Words, anaphor: Mention, antecedents: Sequence[Mention]) -> NDArray[np.float32]:
    """float32 [antecedents, FEATURES]: how far apart, whether in one paragraph or quotation, the same words, how each is formed."""
    rows = np.zeros((len(antecedents), FEATURES), dtype=np.float32)
    own = _parts(words, anaphor)
    quoted = words.features[anaphor.head, 1] in _QUOTED
    for row, other in enumerate(antecedents):
        apart = words.paragraphs[anaphor.head] - words.paragraphs[other.head]
        theirs = _parts(words, other)
        rows[row, :7] = (
            np.log1p(abs(anaphor.head - other.head)) / 5,
            min(abs(int(apart)), 8) / 8,
            apart == 0,
            quoted == (words.features[other.head, 1] in _QUOTED),
            words.word(anaphor.head).lower() == words.word(other.head).lower(),
            own == theirs,
            len(own & theirs) / max(1, min(len(own), len(theirs))),
        )
        rows[row, 7:] = (*_form(words, other), *_form(words, anaphor))
    return rows


def _parts(words: Words, mention: Mention) -> frozenset[str]:
    """The words of a mention that tell it apart, in lower case."""
    found = (words.word(place).lower() for place in range(mention.words[0], mention.words[1] + 1))
    return frozenset(word for word in found if word.isalnum() and word not in nouns.DETERMINERS)


def _form(words: Words, mention: Mention) -> list[float]:
    """One-hot: the form of a mention, and what it says of number and gender where it is a pronoun."""
    flags = [float(mention.form == form) for form in FORMS]
    word = words.word(mention.head).lower() if mention.form == "pronoun" else ""
    kinds = (
        word in nouns.SINGULAR - nouns.FEMALE,
        word in nouns.FEMALE,
        word in nouns.THING,
        word in nouns.PLURAL,
        word in nouns.FIRST,
        mention.form == "pronoun" and word in nouns.OTHERS,
    )
    return flags + [float(kind) for kind in kinds]
