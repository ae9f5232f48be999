"""Every error that Dragoman raises on purpose.

    DragomanError              exit status 2, one line on stderr
    ├── ArticleError           an input that cannot be read as an article
    │   └── FetchError         a URL that cannot be fetched, or must not be
    ├── CorpusError            a line of a corpus that cannot be read; the rest goes on, exit status 1
    ├── BundleError            a model directory that is missing, damaged or of another version
    │   └── MissingHeadError   a bundle without the head that is asked for
    ├── KnowledgeError         a knowledge table or a user's file that contradicts itself
    ├── RecordError            a record (the store of many readings) that cannot be opened, read or written
    │   └── OutdatedError      a decision on what somebody else decided in the meantime
    └── UsageError             an option that cannot be understood

A message names the input, says what is wrong with it, and says what to do.
"""


class DragomanError(Exception):
    """Anything that Dragoman refuses; `str(error)` is one line for people."""


class ArticleError(DragomanError):
    """The input cannot be read as an English article."""


class FetchError(ArticleError):
    """The URL cannot be fetched, or its address must not be connected to; `wait` is how many seconds the server asks to be left alone."""

    def __init__(self, message: str, wait: float | None = None) -> None:
        """The message, and the seconds where the server names them."""
        super().__init__(message)
        self.wait = wait


class CorpusError(DragomanError):
    """One line of a corpus cannot be read; the other lines are."""


class BundleError(DragomanError):
    """The model bundle cannot be used."""


class MissingHeadError(BundleError):
    """The model bundle was made without the head that is asked for."""


class KnowledgeError(DragomanError):
    """A table of facts cannot be used."""


class RecordError(DragomanError):
    """The store of many readings cannot be used, or what is asked for is not in it."""


class OutdatedError(RecordError):
    """Somebody else decided in the meantime; nothing was changed."""


class UsageError(DragomanError):
    """An option or argument cannot be understood."""
