"""Annotated articles to learn from: the project's own, `training/desk/gold/*.jsonl`, and the given ones of desk train, corrected.

Where a text may not be published its line has `text` null and says where it stands: `source`, the id of a PolNeAR training document, and
`at`, the character that it begins at; `length` characters are read from there.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from evaluation.datasets import read_jsonl

GOLD = Path(__file__).parent / "desk" / "gold"
CORRECTIONS = Path(__file__).parent / "desk" / "corrections.yml"
KINDS = ("actors", "statements", "events", "votes")  # of entries that have an id


def records(data: Path, directory: Path = GOLD) -> Iterator[dict[str, Any]]:
    """All gold records with their texts. Raises KeyError where a PolNeAR document is not in `data`."""
    lines = [line for path in sorted(directory.glob("*.jsonl")) for line in read_jsonl(path)]
    wanted = {line["article"]["source"] for line in lines if line["article"]["text"] is None}
    texts: dict[str, str] = {}
    if wanted:
        texts = {row["id"]: row["text"] for row in read_jsonl(data / "attribution/polnear_train.jsonl.gz") if row["id"] in wanted}
    for line in lines:
        article = line["article"]
        if article["text"] is None:
            start = article["at"]
            article = article | {"text": texts[article["source"]][start : start + article["length"]]}
        yield line | {"article": article}


def given(data: Path, path: Path = CORRECTIONS) -> list[dict[str, Any]]:
    """The articles of desk train with the corrections of `path`. Raises ValueError where one does not fit what it corrects."""
    lines = {line["article"]["id"]: line for line in read_jsonl(data / "desk/desk_train.jsonl")}
    for one in yaml.safe_load(path.read_text(encoding="utf-8")):
        try:
            lines[one["id"]] = corrected(lines[one["id"]], one)
        except (KeyError, ValueError) as error:
            raise ValueError(f"{path.name}: {one['id']}, {one['entry']}, {one['field']}: does not fit desk train ({error})") from error
    return list(lines.values())


def corrected(line: dict[str, Any], one: dict[str, Any]) -> dict[str, Any]:
    """A record with one correction. Raises ValueError where the entry does not hold what the correction says that it does."""
    if one["entry"] == "votes":
        evidence = _quoted(line["article"]["text"], one["should be"]["evidence"], 0)
        return line | {"votes": [*line["votes"], one["should be"] | {"id": f"v{len(line['votes']) + 1}", "evidence": evidence}]}
    kind = next((kind for kind in KINDS if any(entry["id"] == one["entry"] for entry in line[kind])), None)
    if kind is None:
        raise ValueError("no such entry")
    return line | {kind: [_mended(entry, one) if entry["id"] == one["entry"] else entry for entry in line[kind]]}


def _mended(entry: dict[str, Any], one: dict[str, Any]) -> dict[str, Any]:
    old, new = entry[one["field"]], one["should be"]
    span = isinstance(old, dict)
    if (old["text"] if span else old) != one["is"]:
        raise ValueError(f"it is {old!r}")
    return entry | {one["field"]: _quoted(old["text"], new, old["start"]) if span else new}


def _quoted(text: str, quotation: str, offset: int) -> dict[str, Any]:
    """The span of the first `quotation` in `text`, which begins at `offset` of the article."""
    start = text.index(quotation) + offset
    return {"start": start, "end": start + len(quotation), "text": quotation}
