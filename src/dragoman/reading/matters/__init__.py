"""Matters: the conflicts, agreements, proposals and resolutions that an article names or plainly describes, one entry however often named.

Closed patterns over names and nominal phrases: "Russia's invasion of Ukraine", "the war in Syria", "the Paris Agreement", "the Iran
nuclear deal", "the extradition bill", "Security Council resolution 2231". What a bare "the war" or "the deal" means is told only where
the article has one matter that it can be.
"""

from dragoman.reading.matters.reading import about, read

__all__ = ["about", "read"]
