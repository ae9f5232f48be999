"""Reading: an article and the model give a record of who said what."""

from dragoman.reading.reader import Reader

__all__ = ["Reader"]
