"""Time expressions: found by rules, resolved against the publication date, and given to what they date."""

from dragoman.reading.times.finding import find

__all__ = ["find"]
