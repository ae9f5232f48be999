"""How long an article may be."""

from __future__ import annotations

from dragoman.errors import ArticleError

MOST_WORDS = 200_000
MOST_BYTES = 10 * 1024 * 1024  # of a file or a page: 200,000 English words are some 1.2 MB


def require_length(text: str, name: str) -> None:
    """Raise ArticleError where `text` has no words or more than MOST_WORDS."""
    words = len(text.split())
    if not words:
        raise ArticleError(f"{name}: holds no text; give an article")
    if words > MOST_WORDS:
        raise too_long(name, f"{words:,} words")


def too_long(name: str, size: str) -> ArticleError:
    """The error that says that `name` is longer than the limit."""
    return ArticleError(f"{name}: is too long ({size}; the limit is {MOST_WORDS:,} words); split it, or make it a .jsonl corpus")
