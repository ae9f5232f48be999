"""The head of an annotated mention is the word that its tree says: the trees count words from 1."""

import numpy as np
import pytest

from evaluation import datasets
from training.data import mention_head

# "The minister of defence left": 1-based governors, the root −1
TREE = [{"head": head} for head in (2, 5, 4, 2, -1)]


@pytest.mark.parametrize(("part", "head"), [((0, 4), 1), ((0, 2), 1), ((2, 4), 3), ((3, 4), 3), ((0, 5), 4)])
def test_the_head_of_words(part: tuple[int, int], head: int) -> None:
    assert mention_head(TREE, *part) == head


def test_heads_lie_in_the_smallest_spans_that_gum_gives() -> None:
    path = datasets.default_data() / "treebank/gum_dev.jsonl.gz"
    if not path.is_file():
        pytest.skip("no ../shared/data beside the checkout and DRAGOMAN_SHARED names none")
    inside = total = 0
    for line in datasets.read_jsonl(path):
        starts = np.array([token["s"] for token in line["tokens"]])
        for entity in line["entities"]:
            smallest = {int(number) for number in (entity["minspan"] or "").split(",") if number.isdigit()}
            first, stop = (int(place) for place in np.searchsorted(starts, [entity["start"], entity["end"]]))
            total += bool(smallest)
            inside += mention_head(line["tokens"], first, stop) - first + 1 in smallest
    assert inside / total > 0.97
