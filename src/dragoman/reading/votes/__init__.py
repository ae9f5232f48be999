"""Reports of votes, read from an article's text by closed patterns.

What no pattern covers is left out: a vote that is read is held against the roll calls, so a wrong reading costs more than a missing one.
"""

from dragoman.reading.votes.entries import read

__all__ = ["read"]
