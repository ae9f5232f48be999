"""Builds `reports.jsonl` from `notes.yaml`: passages with the votes that they report, in the shape of the desk sets.

    python training/votes/build.py [--data DIR] [--notes FILE] [--out FILE]

Passages are taken from the corpora in DIR; a note names its document, the passage's first and last words, and its votes.
The split is written into each article: dev where the SHA-256 of the document's id is 0 to 3 modulo 9, train otherwise; but passages
that rules were written with (`seen`) are train, and those drawn after the rules (`fresh`) dev.
Exits with 1 and one line a fault where a note does not fit its text.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
DATA = HERE.parents[2] / "shared" / "data"
CHOICES = ("yes", "no", "abstain", "absent")
STATUSES = ("actual", "planned", "possible", "denied")

Item = dict[str, Any]


class NoteError(ValueError):
    """What in a note does not fit its text."""


def documents(data: Path) -> Iterator[Item]:
    """Every document of the corpora that passages are drawn from, with id, title, date, outlet, url, licence and text."""
    for number, line in enumerate(_lines(data / "corpora/wikinews_2019_2021.jsonl.gz")):
        yield _document(f"wn-{line['date']}-{number}", line, "Wikinews", "CC BY 2.5")
    for line in _lines(data / "corpora/wh_briefings_2021_2023.jsonl.gz"):
        yield _document(line["id"], line, "The White House", "public domain (US government work)")
    for line in _lines(data / "corpora/ungdc_2015_2024.jsonl.gz"):
        title = f"General Debate, {line['iso3']}, {line['year']} (excerpt; the speaker is the delegation of {line['iso3']})"
        told = line | {"title": title, "date": f"{line['year']}-09"}
        yield _document(f"gd-{line['session']}-{line['iso3']}", told, "United Nations", "CC0 as stated by the collection")
    for line in _lines(data / "treebank/gum_train.jsonl.gz"):
        told = line | {"date": line.get("date_created"), "url": line.get("source_url")}
        yield _document(line["id"], told, None, "as its source states; see GUM's licence for the genre")
    yield from _ewt(data / "treebank/ewt_train.conllu.gz")
    for line in _lines(data / "geo/geovirus.jsonl.gz"):
        told = line | {"url": line["source"]}
        yield _document(f"geovirus-{line['id'].rpartition('/')[2]}", told, "Wikinews", "CC BY 2.5")
    for line in _lines(data / "factuality/meantime_dev.jsonl.gz"):
        yield _document(f"meantime-{line['idx']}", {"text": line["text"]}, "Wikinews", "CC BY 2.5")
    for line in _lines(data / "attribution/polnear_train.jsonl.gz"):
        yield _document(line["id"], line, None, "third party; offsets only")


def _lines(path: Path) -> Iterator[Item]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def _document(name: str, line: Item, outlet: str | None, licence: str) -> Item:
    told = {key: line.get(key) for key in ("title", "date", "url")}
    return {"id": name, **told, "outlet": line.get("outlet") or outlet, "licence": licence, "language": "en", "text": line["text"]}


def _ewt(path: Path) -> Iterator[Item]:
    """The documents of English-EWT, a paragraph a line."""
    name, paragraphs = "", [[""]]
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in (*file, "# newdoc id = "):
            if line.startswith("# newdoc id = "):
                text = "\n".join(" ".join(part) for part in paragraphs if part)
                if name:
                    yield _document(f"ewt-{name}", {"text": text}, None, "CC BY-SA 4.0 (UD English-EWT)")
                name, paragraphs = line.removeprefix("# newdoc id = ").strip(), []
            elif line.startswith("# newpar"):
                paragraphs.append([])
            elif line.startswith("# text = "):
                paragraphs = paragraphs or [[]]
                paragraphs[-1].append(line.removeprefix("# text = ").strip())


def located(text: str, quotation: str) -> tuple[int, int]:
    """Where `quotation` stands in `text`; `A ~ B` runs from A to the first B after it. Raises NoteError where it does not."""
    head, _, tail = quotation.partition(" ~ ")
    start = text.find(head)
    if start < 0:
        raise NoteError(f"no {head!r}")
    end = text.find(tail, start + len(head)) if tail else start
    if end < 0:
        raise NoteError(f"no {tail!r} after {head!r}")
    return start, end + len(tail or head)


def record(document: Item, note: Item) -> Item:
    """The gold record of a note on its document. Raises NoteError where the note does not fit."""
    start, end = located(document["text"], note["text"])
    article = document | {"id": note["id"], "text": document["text"][start:end], "split": split(note)}
    actors: dict[str, Item] = {}
    votes = [_vote(number, one, article["text"], actors) for number, one in enumerate(note.get("votes", []), 1)]
    empty: Item = {"statements": [], "events": [], "ties": [], "positions": []}
    return {"article": article, "actors": list(actors.values()), "votes": votes, **empty}


def _vote(number: int, one: Item, text: str, actors: dict[str, Item]) -> Item:
    if one["choice"] not in CHOICES or one.get("status", "actual") not in STATUSES:
        raise NoteError(f"choice {one['choice']!r} or status {one.get('status')!r}")
    start, end = located(text, one["evidence"])
    return {
        "id": f"v{number}",
        "body": one["body"],
        "subject": one.get("subject"),
        "voters": [_actor(voter, actors) for voter in one.get("voters", [])],
        "choice": one["choice"],
        "others": int(one["others"]) if "others" in one else None,
        "status": one.get("status", "actual"),
        "date": one.get("date"),
        "evidence": {"start": start, "end": end, "text": text[start:end]},
    }


def _actor(voter: str, actors: dict[str, Item]) -> str:
    """The id of the actor that CODE=name or kind=name tells of, added to `actors`."""
    sign, _, name = voter.partition("=")
    state = bool(re.fullmatch(r"[A-Z]{3}", sign))
    kept = actors.setdefault(
        voter,
        {"id": f"a{len(actors) + 1}", "name": name, "kind": "state" if state else sign, "state": sign if state else None, "sector": None},
    )
    return str(kept["id"])


def split(note: Item) -> str:
    """dev or train, by the document, and by whether rules were written with the passage or before it was drawn."""
    share = int(hashlib.sha256(source(note).encode()).hexdigest(), 16) % 9
    return "dev" if note.get("fresh") or (share < 4 and not note.get("seen")) else "train"


def source(note: Item) -> str:
    """The id of the document that a note's passage is of."""
    return str(note["id"]).partition("@")[0]


def main() -> int:
    """Writes the records in the order of the notes; 1 where a note does not fit."""
    known = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    known.add_argument("--data", type=Path, default=DATA, help="directory laid out as ../shared/data, which is the default")
    known.add_argument("--notes", type=Path, default=HERE / "notes.yaml", help="the notes (default: those beside this script)")
    known.add_argument("--out", type=Path, default=HERE / "reports.jsonl", help="the records (default: reports.jsonl beside this script)")
    given = known.parse_args()
    notes = yaml.load(given.notes.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # "yes" and "no" stay words
    wanted = {source(note) for note in notes}
    found = {one["id"]: one for one in documents(given.data) if one["id"] in wanted}
    faults, lines = [], []
    for note in notes:
        try:
            lines.append(json.dumps(record(found[source(note)], note), ensure_ascii=False) + "\n")
        except (NoteError, KeyError) as error:
            faults.append(f"{note['id']}: {error}")
    given.out.write_text("".join(lines), encoding="utf-8")
    print(*faults, sep="\n", file=sys.stderr, end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
