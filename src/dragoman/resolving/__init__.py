"""A reading and knowledge → who is meant: kind, state, sector, role and identity of every actor."""

from dragoman.resolving.explain import Explanation, explain
from dragoman.resolving.resolve import resolve

__all__ = ["Explanation", "explain", "resolve"]
