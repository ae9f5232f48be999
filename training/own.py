"""The project's own annotated articles: `training/desk/gold/*.jsonl`, of the desk sets' shape.

Where a text may not be published its line has `text` null and says where it stands: `source`, the id of a PolNeAR training document, and
`at`, the character that it begins at; `length` characters are read from there.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evaluation.datasets import read_jsonl

GOLD = Path(__file__).parent / "desk" / "gold"


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
