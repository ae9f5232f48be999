"""The encoder: windows of words in, states and emissions out. The only module that knows onnxruntime."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import onnxruntime  # type: ignore[import-untyped]
from numpy.typing import NDArray
from tokenizers import Tokenizer

from dragoman.errors import BundleError
from dragoman.model.bundle import Bundle
from dragoman.model.windows import Window, cut
from dragoman.model.words import Ints, Words

Floats32 = NDArray[np.float32]

FRAMES_AT_ONCE = 32  # bounds memory: one frame takes about a megabyte on its way through the head
LATER = ("heads.onnx", "extents.onnx", "pairs.onnx", "parties.onnx")  # heads that are trained on the finished encoder


@dataclass(frozen=True, slots=True)
class States:
    """What the encoder makes of an article of n words.

    `words` float32 [n, size]; `tags` maps a layer to its emissions, float64 [n, labels]; `windows` the word ranges read together;
    `scales` maps the name of a number read from each word to float64 [n].
    """

    words: Floats32
    tags: dict[str, NDArray[np.float64]]
    windows: tuple[tuple[int, int], ...]
    scales: dict[str, NDArray[np.float64]]


@dataclass(frozen=True, slots=True)
class Emissions:
    """What the frame head makes of k triggers.

    `roles` float64 [k, 2 radius + 1, labels], the trigger's first word in the middle; `qualities` maps a name to float64 [k, values];
    `parties` float64 [k, 2 radius + 1, 3], how well each word heads a mention of no party, an actor, a recipient, where the kind has them.
    """

    roles: NDArray[np.float64]
    qualities: dict[str, NDArray[np.float64]]
    parties: NDArray[np.float64] | None = None


class Encoder:
    """The sessions of one bundle."""

    def __init__(self, bundle: Bundle, threads: int | None = None) -> None:
        """Load the bundle's networks; `threads` for inference, all cores where None."""
        self._bundle = bundle
        self._tokenizer = Tokenizer.from_file(str(bundle.directory / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._encoder = _session(bundle, "encoder.onnx", threads)
        self._upper = _session(bundle, "upper.onnx", threads)
        self._frames = {name: _session(bundle, name, threads) for name in bundle.graphs}
        self._heads = {name: _session(bundle, name, threads) for name in LATER if name in bundle.files}

    def states(self, words: Words) -> States:
        """States and tag emissions of all words, window by window, so that an article never depends on its neighbours."""
        windows = cut(words, self._tokenizer)
        if not windows:
            none = np.zeros((0, 1), dtype=np.float32)
            tags = {name: np.zeros((0, len(chain.labels))) for name, chain in self._bundle.tags.items()}
            return States(none, tags, (), {name: np.zeros(0) for name in self._bundle.scales})
        parts = [self._read(words, window) for window in windows]
        joined = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
        return States(
            joined["states"],
            {name: joined[f"tags_{name}"].astype(np.float64) for name in self._bundle.tags},
            tuple((window.first, window.stop) for window in windows),
            {name: joined[f"scale_{name}"][:, 0].astype(np.float64) for name in self._bundle.scales},
        )

    def _read(self, words: Words, window: Window) -> dict[str, Floats32]:
        """All that the encoder says of one window, by name."""
        return _run(self._upper, _run(self._encoder, _inputs(words, window)) | {"heads": window.heads})

    def frames(self, words: Words, states: States, triggers: Ints, kind: str, seconds: Ints | None = None) -> Emissions:
        """Emissions of the frames with `triggers` int64 [k, 2], first and last word of each.

        `seconds` int64 [k, 2] are the words of a pair's second party, −1 where it has none.
        """
        name, graph = next((name, graph) for name, graph in self._bundle.graphs.items() if kind in graph.kinds)
        layout, parts = words.layout, []
        seconds = np.full_like(triggers, -1) if seconds is None else seconds
        outputs = [f"roles_{kind}"] * (kind in self._bundle.frames) + ["parties"] * (kind == self._bundle.parties) + list(graph.qualities)
        for begin in range(0, len(triggers), FRAMES_AT_ONCE):
            some = slice(begin, begin + FRAMES_AT_ONCE)
            given = {
                "states": states.words,
                "layout": layout,
                "triggers": triggers[some],
                "seconds": seconds[some],
                "kind": np.full(len(triggers[some]), self._bundle.kinds.index(kind), dtype=np.int64),
            }
            used = {argument.name for argument in self._frames[name].get_inputs()}
            found = self._frames[name].run(outputs, {key: value for key, value in given.items() if key in used})
            parts.append(dict(zip(outputs, found, strict=True)))
        joined = {output: np.concatenate([part[output] for part in parts]).astype(np.float64) for output in outputs}
        roles = joined.pop(f"roles_{kind}", np.zeros((len(triggers), 0, 0)))
        return Emissions(roles, joined, joined.pop("parties", None))

    def pairs(self, states: States, anaphor: int, antecedents: Ints, features: Floats32) -> NDArray[np.float64]:
        """float64 [c], how well each word of `antecedents` int64 [c] heads an antecedent of the word `anaphor`.

        Above 0 is better than none. Raises BundleError where the bundle has no pair head.
        """
        anaphors = np.full(len(antecedents), anaphor, dtype=np.int64)
        given = {"states": states.words, "anaphor": anaphors, "antecedents": antecedents, "features": features}
        return np.asarray(self._optional("pairs.onnx", given)[0], dtype=np.float64)

    def parties(self, states: States, trigger: int, mentions: Ints, features: Floats32) -> NDArray[np.float64]:
        """float64 [c, roles], how well each word of `mentions` int64 [c] heads a party of the deed that the word `trigger` names.

        Raises BundleError where the bundle has no party head.
        """
        given = {
            "states": states.words,
            "triggers": np.full(len(mentions), trigger, dtype=np.int64),
            "mentions": mentions,
            "features": features,
        }
        return np.asarray(self._optional("parties.onnx", given)[0], dtype=np.float64)

    def mentions(self, states: States) -> NDArray[np.float64]:
        """float64 [n, kinds + 1], how likely each word heads a mention of each kind, the first none; labels as the tag layer `mentions`.

        Raises BundleError where the bundle has no such head.
        """
        return np.asarray(self._optional("heads.onnx", {"states": states.words})[0], dtype=np.float64)

    def extents(self, states: States, heads: Ints) -> Ints:
        """int64 [m, 2], first and last word of the mentions with head words `heads` int64 [m]; head and extent stand in one window."""
        starts, ends = self._optional("extents.onnx", {"states": states.words, "heads": heads})
        before, after = np.arange(-starts.shape[1] + 1, 1), np.arange(ends.shape[1])
        low, high = _bounds(states.windows, heads)
        starts = np.where(heads[:, None] + before < low[:, None], -np.inf, starts)
        ends = np.where(heads[:, None] + after > high[:, None], -np.inf, ends)
        return np.column_stack([heads + before[starts.argmax(axis=1)], heads + after[ends.argmax(axis=1)]])

    def _optional(self, name: str, given: dict[str, Any]) -> list[Floats32]:
        """Run a head that is trained after the others. Raises BundleError where the bundle has none."""
        if name not in self._heads:
            raise BundleError(f"{self._bundle.directory}: no {name}; make it with python -m training.pairs, or training.parties")
        found: list[Floats32] = self._heads[name].run(None, given)
        return found


def _bounds(windows: tuple[tuple[int, int], ...], heads: Ints) -> tuple[Ints, Ints]:
    """First and last word of the window that each head stands in."""
    edges = np.array(windows, dtype=np.int64)
    row = np.searchsorted(edges[:, 0], heads, side="right") - 1
    return edges[row, 0], edges[row, 1] - 1


def _session(bundle: Bundle, name: str, threads: int | None) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads or 0
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(bundle.directory / name), options, providers=["CPUExecutionProvider"])


def _run(session: onnxruntime.InferenceSession, given: dict[str, Any]) -> dict[str, Floats32]:
    return dict(zip([output.name for output in session.get_outputs()], session.run(None, given), strict=True))


def _inputs(words: Words, window: Window) -> dict[str, Ints]:
    features = np.zeros((len(window.pieces), 3), dtype=np.int64)
    owned = window.owners >= 0
    features[owned] = words.features[window.first + window.owners[owned]] + 1
    return {"pieces": window.pieces[None], "features": features[None]}
