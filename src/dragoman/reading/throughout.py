"""What is a name at one place of an article is one at each: evidence shared between places, names left out elsewhere, names with 's.

Sharing follows Chieu and Ng (2002), "Named entity recognition: a maximum entropy approach using global information".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from dragoman.model.words import Words
from dragoman.reading import nouns
from dragoman.reading.mentions import Mention, owns

_SHARE = 0.3
_UNLIKELY = -8.0  # log probability below which no kind is told from another
_GRAMMAR = nouns.PRONOUNS | nouns.PREPOSITIONS | nouns.DETERMINERS | nouns.BEING | frozenset(("and", "or"))
_KINDS = frozenset(("person", "organisation", "place"))
_FOLLOWING = nouns.PREPOSITIONS | nouns.BEING | frozenset("and or but has have had will would can could may might does did s".split())


def shared(words: Words, emissions: NDArray[np.float64], labels: tuple[str, ...]) -> NDArray[np.float64]:
    """Emissions float64 [n, labels], what a word that stands alone is drawn to the mean of its places: in capitals to those in capitals.

    Only the kinds are drawn (person, place, organisation, other, no name), and no word of a row of capitals is.
    """
    kinds = [label[-3:] for label in labels]
    groups = [np.array([kind == one for kind in kinds]) for one in dict.fromkeys(kinds)]
    scores = np.stack([np.logaddexp.reduce(emissions[:, group], axis=1) for group in groups], axis=1)
    scores = np.maximum(scores - np.logaddexp.reduce(scores, axis=1)[:, None], _UNLIKELY)
    drawn = emissions.copy()
    for every, witnesses in _alike(words):
        places = [place for place in every if not _capital(words, place - 1) and not _capital(words, place + 1)]
        moved = _SHARE * (scores[witnesses].mean(axis=0) - scores[places])
        for group, by in zip(groups, moved.T, strict=True):
            drawn[np.ix_(np.array(places, dtype=np.intp), group)] += by[:, None]
    return drawn


def _alike(words: Words) -> Iterator[tuple[list[int], list[int]]]:
    """Where each word stands that is written in capitals somewhere, and the places that tell what it is there; no word of grammar."""
    places: dict[str, list[int]] = {}
    for place in range(len(words)):
        word = words.word(place).lower()
        if len(word) > 1 and word[0].isalpha() and word not in _GRAMMAR:
            places.setdefault(word, []).append(place)
    for every in places.values():
        capital = [place for place in every if words.word(place)[0].isupper()]
        if capital:
            yield capital, capital
            yield [place for place in every if place not in capital], every


def repeated(words: Words, found: Iterable[Mention]) -> list[Mention]:
    """The names, and where the same words in capitals stand unread, those too, if they were read at least as often as not."""
    read = list(found)
    taken = {place for mention in read for place in range(mention.words[0], mention.words[1] + 1)}
    times = Counter(_written(words, *mention.words) for mention in read)
    kinds = {_written(words, *mention.words): mention for mention in read if mention.kind in _KINDS}
    kinds = {form: mention for form, mention in kinds.items() if _tells(form)}
    sizes = sorted({len(form) for form in kinds}, reverse=True)
    others: dict[tuple[str, ...], list[Mention]] = {}
    for size in sizes:
        for first in range(len(words) - size + 1):
            form = _written(words, first, first + size - 1)
            if form in kinds and taken.isdisjoint(range(first, first + size)) and _alone(words, first, first + size - 1):
                taken |= set(range(first, first + size))
                others.setdefault(form, []).append(replace(kinds[form], words=(first, first + size - 1), head=first + size - 1))
    added = [mention for form, some in others.items() if len(some) <= times[form] for mention in some]
    return sorted([*read, *added], key=lambda mention: mention.words)


def _written(words: Words, first: int, last: int) -> tuple[str, ...]:
    return words.texts[first : last + 1]


def _tells(form: tuple[str, ...]) -> bool:
    """Do the capitals of a written form tell it from common words? "Democrats" are mostly some of them."""
    creed = nouns.singular(form[-1].lower()) in nouns.CREEDS
    return form[0][0].isupper() and form[-1][0].isupper() and len("".join(form)) > 1 and not creed


def _alone(words: Words, first: int, last: int) -> bool:
    """Are the words one paragraph's, inside a sentence, and no part of a longer row of capitals?"""
    inside = words.features[first, 2] == 0 and words.paragraphs[first] == words.paragraphs[last]
    priced = words.text[words.spans[last, 1] :][:1] == "$"
    return bool(inside) and not priced and not _capital(words, first - 1) and not _capital(words, last + 1)


def _capital(words: Words, place: int) -> bool:
    return 0 <= place < len(words) and words.word(place)[0].isupper() and words.features[place, 2] == 0


def owned(words: Words, found: list[Mention]) -> list[Mention]:
    """The names, a body or a place that is always written with its 's having that in its name where no noun follows: "Lloyd's"."""
    bare = {_written(words, *mention.words) for mention in found if not owns(words, mention.words[1])}
    return [
        replace(mention, words=(mention.words[0], mention.words[1] + 2), head=mention.words[1] + 2)
        if mention.kind in ("organisation", "place") and _written(words, *mention.words) not in bare and _ends(words, mention.words[1] + 2)
        else mention
        for mention in found
    ]


def _ends(words: Words, place: int) -> bool:
    """Is what follows the 's at `place` no noun that is owned?"""
    if place + 1 >= len(words) or words.paragraphs[place + 1] != words.paragraphs[place]:
        return True
    after = words.word(place + 1)
    return after.lower() in _FOLLOWING or after in ".,;:!?)"
