"""What is said of a candidate beside the states of the encoder: how it stands to the trigger in the words around the two."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.model.words import QUOTES, Words
from dragoman.reading.drafts import touch
from dragoman.reading.events.candidates import PRONOUNS, Setting
from dragoman.reading.mentions import Mention

Floats32 = NDArray[np.float32]

LIKELY = 5  # the first features: what the frame head says

_FORMS = ("name", "description", "pronoun", "adjective")
_KINDS = ("person", "organisation", "place", "group", "media", "document", "other")
_BEFORE = ("by", "of", "to", "with", "from", "against", "on", "in", "for", "at", "between", "and", "over", "toward", "towards")
_BEING = frozenset("was were been being is are be".split())
_QUOTED = tuple(QUOTES.index(name) for name in ("double", "single"))
_BACK = 4  # words back to which the preposition of a mention is looked for

FEATURES = LIKELY + 6 + len(_FORMS) + len(_KINDS) + len(PRONOUNS) + len(_BEFORE) + 4 + 5 + 16


def features(words: Words, setting: Setting, some: Sequence[Mention]) -> Floats32:
    """float32 [candidates, FEATURES]; the first LIKELY of them are the frame head's."""
    rows = np.zeros((len(some), FEATURES), dtype=np.float32)
    sentences = words.sentences
    first, last = setting.trigger
    quoted = words.features[first, 1] in _QUOTED
    passive = any(words.word(place).lower() in _BEING for place in range(max(first - 2, 0), first))
    for row, mention in enumerate(some):
        low, high = mention.words
        apart = mention.head - first
        between = sum(min(first, mention.head) < other.head < max(first, mention.head) for other in some)
        ahead = _before(words, low)
        after = words.word(high + 1).lower() if high + 1 < len(words) else ""
        rows[row] = (
            *_likely(setting, mention),
            sentences[mention.head] == sentences[first],
            apart < 0,
            np.sign(apart) * np.log1p(abs(apart)) / 4,
            np.log1p(abs(apart)) / 4,
            min(between, 8) / 8,
            passive,
            *(mention.form == form for form in _FORMS),
            *(mention.kind == kind for kind in _KINDS),
            *(mention.form == "pronoun" and words.word(low).lower() in some for some in PRONOUNS),
            *(ahead == word for word in _BEFORE),
            after in ("’", "'"),
            after == "and",
            high < first and first - high <= 2,
            low > last and low - last <= 2,
            bool(setting.telling and any(touch(mention.words, part) for part in setting.telling.sources)),
            bool(setting.telling and any(touch(mention.words, part) for part in setting.telling.addressees)),
            bool(setting.telling and any(touch(mention.words, part) for part in setting.telling.content)),
            bool(setting.enclosing and any(touch(mention.words, part) for part in setting.enclosing.sources)),
            quoted == (words.features[mention.head, 1] in _QUOTED),
            *(setting.type == number for number in range(16)),
        )
    return rows


def _likely(setting: Setting, mention: Mention) -> tuple[float, ...]:
    """How likely the words of the mention are to stand in each role: the most and the mean of actor and recipient, the most of place."""
    size = len(setting.likelihood["actor"])
    low, high = max(mention.words[0] - setting.first, 0), min(mention.words[1] - setting.first + 1, size)
    if low >= high:
        return 0.0, 0.0, 0.0, 0.0, 0.0
    actor, recipient, place = (setting.likelihood[role][low:high] for role in ("actor", "recipient", "place"))
    return float(actor.max()), float(actor.mean()), float(recipient.max()), float(recipient.mean()), float(place.max())


def _before(words: Words, first: int) -> str:
    """The preposition or "and" before a mention, past the adjectives and articles that belong to it, or ""."""
    for place in range(first - 1, max(first - 1 - _BACK, -1), -1):
        word = words.word(place).lower()
        if word in _BEFORE:
            return word
        if not word.isalpha() or words.features[place + 1, 2]:
            return ""
    return ""
