"""Names that the tag layer left out, by how they are written."""

from __future__ import annotations

import re

from dragoman.model.words import Words
from dragoman.reading import nouns
from dragoman.reading.drafts import Range
from dragoman.reading.mentions import Mention

_SITE = re.compile(r"\w[\w-]*\.(?:com|org|net|info|tv|ru|uk|de|fr|in|pk)", re.IGNORECASE)
_INNER = frozenset(("of", "and", "for", "the", "de", "del", "al", "&", "-", ".", "’", "'"))


def unread(role: Range, words: Words) -> Mention | None:
    """A name that was not read as one: words in capitals and nothing else, apart from an article, an honorific or an office before them."""
    first, last = role
    titled = article = False
    while first < last and (words.word(first).lower() == "the" or nouns.entitles(words.word(first))):
        article, titled = article or words.word(first).lower() == "the", titled or nouns.entitles(words.word(first))
        first += 1
    text = [words.word(place) for place in range(first, last + 1)]
    if _SITE.fullmatch(words.text[slice(*words.extent(first, last))]):
        return Mention((first, last), last, "name", "organisation")
    small = all(word[0].isupper() or word[0].isdigit() or word in _INNER for word in text)
    if not (small and text[0][0].isupper() and text[-1][0].isalnum() and text[-1] not in _INNER):
        return None
    acronym = len(text) == 1 and text[0].isupper() and len(text[0]) > 1
    if not acronym and (nouns.singular(text[-1].lower()) in nouns.PEOPLE or (nouns.plural(text[-1].lower()) and not (article or titled))):
        return None
    if len(text) == 1 and not acronym and (_common(text[0]) or not (titled or _named_elsewhere(words, first))):
        return None
    if titled or (len(text) > 1 and text[0].lower() in nouns.MEN | nouns.WOMEN):
        return Mention((first, last), last, "name", "person")
    body = acronym or article or nouns.singular(text[-1].lower()) in nouns.BODIES | nouns.MEDIA
    return Mention((first, last), last, "name", "organisation" if body else "other")


def _common(word: str) -> bool:
    """Is the word a noun or pronoun that names nobody by itself?"""
    single = nouns.singular(word.lower())
    return (
        single in nouns.PEOPLE | nouns.BODIES | nouns.MEDIA | nouns.DOCUMENTS | nouns.ISSUED
        or word.lower() in nouns.PRONOUNS | nouns.QUANTITIES
    )


def _named_elsewhere(words: Words, place: int) -> bool:
    """Is the word a name by where it stands, in capitals inside a sentence, here or elsewhere in the article?"""
    word = words.word(place)
    if words.features[place, 2] == 0:
        return True
    return any(words.features[other, 2] == 0 and words.word(other) == word for other in range(len(words)) if other != place)
