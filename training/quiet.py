"""Passages that report no political event: `training/desk/quiet.jsonl`.

A line says where the passage stands: `file` of the data directory, `source`, the id or address of a document in it (`gd-SESSION-STATE` for
a speech in the General Debate), `at` and `length`, in characters, and the first digits of the SHA-256 of the text, which is read in place.
That no word of it triggers an event is all that is known: statements, names and the rest are left open.
"""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from dragoman.model.windows import cut
from dragoman.model.words import split
from evaluation.datasets import read_jsonl
from training.items import Item
from training.layers import TAGS

PASSAGES = Path(__file__).parent / "desk" / "quiet.jsonl"


def passages(data: Path, path: Path = PASSAGES) -> Iterator[tuple[dict[str, Any], str]]:
    """Each line of `path` and its text, in order. Raises KeyError where a document is not in `data`, ValueError where it has changed."""
    lines = list(read_jsonl(path))
    texts: dict[tuple[str, str], str] = {}
    for file in dict.fromkeys(line["file"] for line in lines):
        texts |= {(file, _source(row)): row["text"] for row in read_jsonl(data / file)}
    for line in lines:
        text = texts[line["file"], line["source"]][line["at"] : line["at"] + line["length"]]
        if not sha256(text.encode()).hexdigest().startswith(line["sha256"]):
            raise ValueError(
                f"{path.name}: the text of {line['source']} at {line['at']} is not the one that was read: choose its place again"
            )
        yield line, text


def _source(row: dict[str, Any]) -> str:
    return row.get("id") or row.get("url") or f"gd-{row['session']}-{row['iso3']}"


def quiet(data: Path, tokenizer: Tokenizer, path: Path = PASSAGES) -> Iterator[Item]:
    """The passages as items whose only layer is that of events, in which every word is none."""
    for line, text in passages(data, path):
        words = split(text)
        events = np.zeros((len(words), len(TAGS["events"])), dtype=bool)
        events[:, 0] = True
        yield Item(f"quiet-{line['source']}-{line['at']}", words, cut(words, tokenizer), {"events": events})
