"""A bundle: one directory with all that reading needs, named after its version.

    config.json       layers, labels, transitions, sizes, digests of the other files
    encoder.onnx      word pieces → their states after the lower layers
    upper.onnx        these → word states, tag emissions, factuality
    frames.onnx       word states and triggers → role emissions and qualities of statements
    deeds.onnx        the same of events and of pairs of parties
    heads.onnx        word states → the kind of mention that each word heads
    pairs.onnx        word states and pairs of mentions → scores of antecedents
    extents.onnx      word states and heads of mentions → scores of their first and last words
    tokenizer.json    word pieces
    card.md           what it was trained on, how, how well it does

The digests are checked before anything is loaded.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from dragoman.errors import BundleError
from dragoman.model.decode import Chain

FORMAT = 4
SHIPPED = Path(__file__).parent / "bundles"


@dataclass(frozen=True, slots=True)
class Graph:
    """A file of the bundle that reads frames: of which kinds, and which of their qualities."""

    kinds: tuple[str, ...]
    qualities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bundle:
    """A checked bundle: its directory, version name and what config.json says.

    `kinds` are the kinds of frame in the order that the frame head counts them, `reach` the words on each side of a trigger that a frame of
    a kind sees, `parties` the kind whose frames say of each word what party it heads, `scales` the numbers that are read from each word.
    """

    directory: Path
    name: str
    tags: dict[str, Chain]
    frames: dict[str, Chain]
    qualities: dict[str, tuple[str, ...]]
    graphs: dict[str, Graph]
    kinds: tuple[str, ...]
    reach: dict[str, int]
    parties: str
    scales: tuple[str, ...]
    files: tuple[str, ...]
    settings: dict[str, Any]

    @classmethod
    def load(cls, directory: Path | None = None) -> Bundle:
        """The bundle in `directory`, or the shipped one. Raises BundleError where a file is missing or altered."""
        directory = directory or shipped()
        config = _config(directory)
        for name, digest in config["files"].items():
            _check(directory / name, digest)
        return cls(
            directory=directory,
            name=config["name"],
            tags=_chains(config["tags"]),
            frames=_chains(config["frames"]),
            qualities={name: tuple(values) for name, values in config["qualities"].items()},
            kinds=tuple(config["kinds"]),
            reach=config["reach"],
            graphs={name: Graph(tuple(one["kinds"]), tuple(one["qualities"])) for name, one in config["graphs"].items()},
            parties=config["parties"],
            scales=tuple(config["scales"]),
            files=tuple(config["files"]),
            settings=config["settings"],
        )


def shipped() -> Path:
    """The directory of the bundle that the package carries. Raises BundleError where there is none."""
    found = sorted(path.parent for path in SHIPPED.glob("*/config.json"))
    if not found:
        raise BundleError(f"{SHIPPED}: no model bundle; install the package again, or name one with --bundle")
    return found[-1]


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _config(directory: Path) -> dict[str, Any]:
    try:
        config: dict[str, Any] = json.loads((directory / "config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BundleError(f"{directory}: config.json cannot be read ({error}); is this a bundle directory?") from None
    if config.get("format") != FORMAT:
        raise BundleError(f"{directory}: bundle format {config.get('format')}, this program reads {FORMAT}; install matching versions")
    return config


def _check(path: Path, expected: str) -> None:
    if not path.is_file():
        raise BundleError(f"{path}: missing from the bundle; install it again")
    if digest(path) != expected:
        raise BundleError(f"{path}: its digest is not the one in config.json; install the bundle again")


def _chains(layers: dict[str, Any]) -> dict[str, Chain]:
    return {name: Chain(tuple(layer["labels"]), np.array(layer["transitions"], dtype=np.float64)) for name, layer in layers.items()}
