"""The model: a bundle, the encoder that runs it, and the decoding of what it emits."""

from dragoman.model.bundle import Bundle
from dragoman.model.encoder import Emissions, Encoder, States

__all__ = ["Bundle", "Emissions", "Encoder", "States"]
