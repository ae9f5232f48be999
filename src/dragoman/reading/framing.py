"""Short texts: the model has only seen whole articles and passages, so a sentence or two is followed by some that say nothing."""

from __future__ import annotations

from dragoman.model.words import Words, split

SHORT = 60  # words
NOTHING_SAID = "It rained for most of the day.\n\nThe road was dry again in the evening, and the lights came on one after another."


def framed(text: str) -> Words:
    """The words of a text; one of a few sentences is followed by some that say nothing, since the model has only seen whole articles."""
    words = split(text)
    return split(f"{text}\n\n{NOTHING_SAID}") if 0 < len(words) < SHORT else words
