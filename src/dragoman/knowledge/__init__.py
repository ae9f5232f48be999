"""What is known of the world: territories, bodies, offices, media, armed groups, parties. Data with dates; see `docs/knowledge.md`."""

from dragoman.knowledge.knowledge import Coverage, Held, Knowledge

__all__ = ["Coverage", "Held", "Knowledge"]
