"""Whether a text is English; another language is named."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from dragoman.errors import ArticleError

from .language_names import NAMES

_SAMPLE = 4000  # characters: enough for any language, and the detector walks byte by byte
_FEWEST_LETTERS = 80  # below, a text is a name or a phrase: no detector knows
_FEWEST_FOREIGN = 25  # where most letters are not Latin
_LEAST_CONFIDENCE = 0.9
_WORD = re.compile(r"[^\W\d_]+")
# Words that no other language of the detector shares in number.
_ENGLISH = frozenset(
    (
        *("the", "of", "and", "that", "which", "with", "were", "been", "has", "have"),
        *("from", "this", "they", "their", "would", "for", "by", "will", "its"),
    )
)
_ENGLISH_SHARE = 0.08  # of the words; of 3,295 articles of the shared corpora one lies below, at 0.079


def other_language(text: str) -> str | None:
    """The English name of the language of `text`, where that plainly is not English; None where it is or the text is too short to say."""
    words = _WORD.findall(text.lower())
    foreign_script = _is_foreign_script(words)
    if sum(map(len, words)) < (_FEWEST_FOREIGN if foreign_script else _FEWEST_LETTERS):
        return None
    if sum(word in _ENGLISH for word in words) >= _ENGLISH_SHARE * len(words):
        return None
    code, confidence = _identifier().classify(text[:_SAMPLE])
    if foreign_script:
        return NAMES.get(code, "a language that is not written in Latin letters")
    return NAMES.get(code) if confidence >= _LEAST_CONFIDENCE else None


def require_english(text: str, name: str) -> None:
    """Raise ArticleError, with `name` and the language, where `text` plainly is not English."""
    if language := other_language(text):
        raise ArticleError(f"{name}: is in {language}; Dragoman reads English: give an English text or a translation")


def _is_foreign_script(words: list[str]) -> bool:
    """Whether most letters are not Latin: these are surely not English."""
    return sum(len(word) for word in words if word[0] > "ɏ") > sum(map(len, words)) / 2


@cache
def _identifier() -> Any:
    """The detector, loaded only where the words leave doubt: it takes most of a second."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
