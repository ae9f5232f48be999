"""Where the data lie and how they are read. The data are read in place, never copied."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from dragoman.articles import corpus
from dragoman.errors import CorpusError
from dragoman.values import Article

CHECKOUT = Path(__file__).resolve().parents[1]


def default_data() -> Path:
    """`data` in the directory that DRAGOMAN_SHARED names, else `../shared/data` beside the checkout; it may not exist."""
    shared = os.environ.get("DRAGOMAN_SHARED")
    return (Path(shared) if shared else CHECKOUT.parent / "shared") / "data"


def missing(data: Path, files: tuple[str, ...]) -> list[str]:
    """Those of `files`, relative to `data`, that are not there."""
    return [name for name in files if not (data / name).is_file()]


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    """The objects of a `.jsonl` or `.jsonl.gz` file, one a line, empty lines left out."""
    packed = path.read_bytes()
    text = (gzip.decompress(packed) if path.suffix == ".gz" else packed).decode("utf-8")
    return [json.loads(line) for line in text.split("\n") if line.strip()]


def articles(lines: Sequence[dict[str, Any]]) -> list[Article | CorpusError]:
    """The articles of corpus lines, as `dragoman read` takes them, their text exactly as it is, or what is wrong with a line."""
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory) / "corpus.jsonl"
        path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
        return list(corpus.read(path))


def uner_names(line: dict[str, Any]) -> Iterator[tuple[int, int, str]]:
    """(start, end, kind) of the names of a Universal NER sentence, in characters of its text; kinds are PER, LOC, ORG, OTH."""
    place, spans = 0, []
    for token in line["tokens"]:
        start = line["text"].index(token, place)
        place = start + len(token)
        spans.append((start, place))
    index = 0
    while index < len(spans):
        tag, stop = line["ner"][index], index + 1
        while tag.startswith("B-") and stop < len(spans) and line["ner"][stop] == f"I-{tag[2:]}":
            stop += 1
        if tag.startswith("B-"):
            yield spans[index][0], spans[stop - 1][1], tag[2:]
        index = stop


def plv_rows(data: Path, split: str) -> list[dict[str, Any]]:
    """The rows of PLV's `split`; there is no dev file: dev is the fifth of train whose sentence's SHA-256 is 0 modulo 5, train the rest."""
    if split not in ("train", "dev"):
        return read_jsonl(data / f"events/plv_{split}.jsonl.gz")
    rows = read_jsonl(data / "events/plv_train.jsonl.gz")
    return [row for row in rows if (int(hashlib.sha256(row["sentence"].encode()).hexdigest(), 16) % 5 == 0) == (split == "dev")]
