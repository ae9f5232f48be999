"""Files, pages, URLs and corpora become articles: clean text, title, date, outlet, and what was removed and why.

load(source, given)   one article from a path, a URL or `-`
Given                 what the user knows better than the article: title, date, outlet
corpus                the module that reads `.jsonl` corpora line by line
"""

from . import corpus
from .given import Given
from .loading import load

__all__ = ["Given", "corpus", "load"]
