"""Toponyms: which names of an article are places. Where they lie is decided by `dragoman.resolving.places`."""

from dragoman.reading.places.finding import find

__all__ = ["find"]
