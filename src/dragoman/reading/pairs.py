"""Pairs: what the pair head is told of a mention and one that may be its antecedent, beside the states of their heads."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.model.words import Words
from dragoman.reading.mentions import Mention

FORMS = ("name", "description", "pronoun")
FEATURES = 4 + 2 * len(FORMS)
REACH = 60  # mentions back to which an antecedent is looked for

_QUOTED = (1, 2)  # QUOTES.index of double and single


def features(words: Words, anaphor: Mention, antecedents: Sequence[Mention]) -> NDArray[np.float32]:
    """float32 [antecedents, FEATURES]: how far apart, both in the same paragraph or quotation, how each is formed."""
    rows = np.zeros((len(antecedents), FEATURES), dtype=np.float32)
    quoted = words.features[anaphor.head, 1] in _QUOTED
    for row, other in enumerate(antecedents):
        apart = words.paragraphs[anaphor.head] - words.paragraphs[other.head]
        rows[row, 0] = np.log1p(abs(anaphor.head - other.head)) / 5
        rows[row, 1] = min(abs(int(apart)), 8) / 8
        rows[row, 2] = apart == 0
        rows[row, 3] = quoted == (words.features[other.head, 1] in _QUOTED)
        rows[row, 4 + FORMS.index(other.form)] = 1
        rows[row, 4 + len(FORMS) + FORMS.index(anaphor.form)] = 1
    return rows
