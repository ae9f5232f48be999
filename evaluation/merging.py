"""How well reports of one act are put together: pairs of statements and events of different articles, judged by hand.

    python -m evaluation.merging [--data DIR] [--half tune|test]

The pairs are in `training/merging/pairs.jsonl`, as article ids and offsets. Statements are PolNeAR's gold attributions, their sources by
the words that name them; events are those of the annotated desk articles. A pair counts as found where `merged` puts both into one act.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.analysis.merging import merged
from dragoman.record.identity import entries
from dragoman.values import SCHEMA, Actor, Article, Coder, Event, Record, Span, Statement
from evaluation.datasets import CHECKOUT, default_data, read_jsonl

PAIRS = CHECKOUT / "training" / "merging" / "pairs.jsonl"
OWN = CHECKOUT / "training" / "desk" / "gold"
TITLES = frozenset(
    """Mr. Mrs. Ms. Miss Dr. Sen. Senator Rep. Representative Gov. Governor President Secretary Senate House Majority Minority Leader
    Speaker Chairman Chairwoman Former Republican Democratic GOP Vice Attorney General Director Justice Judge Mayor Lt. Gen. Army
    Retired""".split()
)
CODER = Coder("gold", "people")
POLNEAR = tuple(f"attribution/polnear_{split}.jsonl.gz" for split in ("train", "dev"))
DESK = tuple(f"desk/desk_{split}.jsonl" for split in ("train", "dev"))
FILES = (*POLNEAR, *DESK)

Place = tuple[str, tuple[int, int]]
"""An article's id and the offsets of a statement's first content, or of an event's trigger."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entries, and whether a person judged them to be one act."""

    kind: str
    left: Place
    right: Place
    same: bool


@dataclass(frozen=True, slots=True)
class Found:
    """Counts over pairs: judged one act and put together, put together, judged one act, all."""

    hit: int
    put: int
    true: int
    pairs: int

    @property
    def precision(self) -> float:
        """The share of pairs put together that are one act."""
        return self.hit / self.put if self.put else 0.0

    @property
    def recall(self) -> float:
        """The share of pairs of one act that are put together."""
        return self.hit / self.true if self.true else 0.0


def pairs(half: str) -> tuple[Pair, ...]:
    """The pairs of a half, `tune` or `test`."""
    lines = (json.loads(line) for line in PAIRS.read_text("utf-8").splitlines())
    return tuple(Pair(line["kind"], _place(line["left"]), _place(line["right"]), line["same"]) for line in lines if line["half"] == half)


def _place(side: dict[str, Any]) -> Place:
    first = side["content"][0] if "content" in side else side["trigger"]
    return side["article"], (first[0], first[1])


def measure(data: Path, half: str) -> dict[str, Found]:
    """The counts by kind: statement and event."""
    chosen = pairs(half)
    found = {}
    for kind, records in (("statement", statements(data)), ("event", events(data))):
        mine = [pair for pair in chosen if pair.kind == kind]
        articles = {place[0] for pair in mine for place in (pair.left, pair.right)}
        found[kind] = counted(mine, [record for record in records if record.article.id in articles])
    return found


def counted(chosen: Iterable[Pair], records: list[Record]) -> Found:
    """How the pairs come out where these records are merged."""
    names = {name: place for record in records for place, name in _places(record)}
    acts = {names[one.article, one.entry]: number for number, act in enumerate(merged(records)) for one in act.entries}
    chosen = list(chosen)
    together = [pair for pair in chosen if acts[pair.left] == acts[pair.right]]
    return Found(sum(pair.same for pair in together), len(together), sum(pair.same for pair in chosen), len(chosen))


def _places(record: Record) -> Iterator[tuple[Place, tuple[str, str]]]:
    for entry in entries(record):
        if isinstance(entry.value, Statement | Event):
            span = entry.value.content[0] if isinstance(entry.value, Statement) else entry.value.trigger
            yield (record.article.id, (span.start, span.end)), (record.article.id, entry.id)


def statements(data: Path) -> Iterator[Record]:
    """PolNeAR's gold attributions as records: every source is an actor under the words that name it."""
    for name in POLNEAR:
        for line in read_jsonl(data / name):
            yield _attributed(line)


def _attributed(line: dict[str, Any]) -> Record:
    text = line["text"]
    actors: dict[str, Actor] = {}
    found: list[Statement] = []
    for item in line["annotations"][0]["attributions"]:
        if not item["content"] or not item["cue"]:
            continue
        name = bare(" ".join(text[start:end] for start, end in item["source"]))
        if name and name not in actors:
            actors[name] = Actor(f"a{len(actors) + 1}", name, _kind(name))
        content = tuple(Span.of(text, start, end) for start, end in item["content"])
        cue = Span.of(text, item["cue"][0][0], item["cue"][-1][1])
        source = actors[name].id if name else None
        found.append(Statement(f"s{len(found) + 1}", source, (), None, cue, content, _manner(content), "assert"))
    article = Article(f"pn-{line['id']}", line["title"], line["date"], line["publisher"], None, "en", "", text)
    return Record(SCHEMA, CODER, article, tuple(actors.values()), statements=tuple(found))


def bare(words: str) -> str:
    """The name in the words of a source, as a reading gives it: without an apposition and the titles before it."""
    first = re.sub(r"[’']s$", "", re.split(r",| \(| of ", words.replace("\u00a0", " "))[0])
    named = re.search(r"(?:[A-Z][\w.’'-]+ )*[A-Z][\w’'-]+$", first)
    if not named:
        return first
    kept = [word for word in named.group().split() if word not in TITLES]
    return " ".join(kept) or first


def _kind(name: str) -> str | None:
    """A person where the words look like a name."""
    return "person" if any(word[0].isupper() for word in name.split()) else None


def _manner(content: tuple[Span, ...]) -> str:
    marks = [part.text.count("“") + part.text.count('"') + part.text.count("''") for part in content]
    return "direct" if all(part.text[:1] in "“\"'" for part in content) else "mixed" if any(marks) else "indirect"


def events(data: Path) -> Iterator[Record]:
    """The annotated desk articles as records with their actors and events."""
    texts = {f"pn-{line['id']}": line for name in POLNEAR for line in read_jsonl(data / name)}
    for path in (*(data / name for name in DESK), *(OWN / name for name in ("desk.jsonl", "polnear.jsonl"))):
        for line in read_jsonl(path):
            article = dict(line["article"])
            base, _, start = article["id"].partition("@")
            if base in texts and not article.get("text"):
                article |= {"text": texts[base]["text"][int(start or 0) :], "date": article.get("date") or texts[base]["date"]}
            yield _happened(line, article)


def _happened(line: dict[str, Any], article: dict[str, Any]) -> Record:
    text = article["text"]
    happened = tuple(
        Event(
            item["id"],
            item["type"],
            item.get("mode"),
            (),
            None,
            Span.of(text, item["trigger"]["start"], item["trigger"]["end"]),
            tuple(item["actors"]),
            tuple(item["recipients"]),
            item.get("date"),
            place=item.get("place"),
            status=item.get("status", "actual"),
        )
        for item in line["events"]
    )
    whole = Article(article["id"], article.get("title"), article.get("date"), article.get("outlet"), None, "en", "", text)
    return Record(SCHEMA, CODER, whole, tuple(Actor.from_dict(actor) for actor in line["actors"]), events=happened)


def main() -> None:
    """Print one line a kind."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, default=default_data())
    parser.add_argument("--half", choices=("tune", "test"), default="test")
    given = parser.parse_args()
    for kind, found in measure(given.data, given.half).items():
        print(f"{kind:<10} precision {found.precision:.3f} ({found.hit}/{found.put})  recall {found.recall:.3f} ({found.hit}/{found.true})")


if __name__ == "__main__":
    main()
