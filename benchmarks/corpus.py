"""Texts to read for a benchmark: real sentences, by a fixed seed, each text of about as many words as asked."""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

CORPORA = ("wikinews_2019_2021", "wh_briefings_2021_2023", "ungdc_2015_2024")
SENTENCE = re.compile(r".+?(?:[.!?]['\"”’)]*(?=\s|$)|$)")
SEED = 20220307


def texts(shared: Path, examples: Path, number: int, words: int) -> tuple[str, list[str]]:
    """What the texts were made from, and `number` texts of about `words` words: the shared corpora, else the example articles.

    Raises FileNotFoundError where there is neither.
    """
    dice = random.Random(SEED)
    found = [path for name in CORPORA if (path := shared / "corpora" / f"{name}.jsonl.gz").is_file()]
    if found:
        sources, named = [_lines(path) for path in found], "corpora " + ", ".join(path.name.partition(".")[0] for path in found)
    else:
        sources, named = [[path.read_text(encoding="utf-8") for path in sorted(examples.glob("*.txt"))]], "examples/*.txt"
    if not all(sources):
        raise FileNotFoundError(f"no corpora in {shared} and no articles in {examples}")
    return named, [_text(sources[index % len(sources)], words, dice) for index in range(number)]


def every_text(data: Path) -> list[str]:
    """The texts of the shared corpora; none where they are not at hand."""
    found = [path for name in CORPORA if (path := data / "corpora" / f"{name}.jsonl.gz").is_file()]
    return [text for path in found for text in _lines(path)]


def _lines(path: Path) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def _text(articles: list[str], words: int, dice: random.Random) -> str:
    """Whole sentences of articles drawn by `dice`, in their order and paragraphs, until `words` words are reached."""
    paragraphs: list[list[str]] = []
    count = 0
    for paragraph in _paragraphs(articles, dice):
        paragraphs.append([])
        for sentence in SENTENCE.findall(paragraph):
            paragraphs[-1].append(sentence.strip())
            count += len(sentence.split())
            if count >= words:
                return "\n\n".join(" ".join(one) for one in paragraphs)
    raise AssertionError("articles are drawn without end")


def _paragraphs(articles: list[str], dice: random.Random) -> Iterator[str]:
    while True:
        yield from (line.strip() for line in dice.choice(articles).splitlines() if line.strip())
