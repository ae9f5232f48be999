"""Every error that Dragoman raises on purpose.

    DragomanError              exit status 2, one line on stderr
    ├── ArticleError           an input that cannot be read as an article
    │   └── FetchError         a URL that cannot be fetched, or must not be
    ├── CorpusError            a line of a corpus that cannot be read; the rest goes on, exit status 1
    ├── BundleError            a model directory that is missing, damaged or of another version
    ├── KnowledgeError         a knowledge table or a user's file that contradicts itself
    └── UsageError             an option that cannot be understood

A message names the input, says what is wrong with it, and says what to do.
"""


class DragomanError(Exception):
    """Anything that Dragoman refuses; `str(error)` is one line for people."""


class ArticleError(DragomanError):
    """The input cannot be read as an English article."""


class FetchError(ArticleError):
    """The URL cannot be fetched, or its address must not be connected to."""


class CorpusError(DragomanError):
    """One line of a corpus cannot be read; the other lines are."""


class BundleError(DragomanError):
    """The model bundle cannot be used."""


class KnowledgeError(DragomanError):
    """A table of facts cannot be used."""


class UsageError(DragomanError):
    """An option or argument cannot be understood."""
