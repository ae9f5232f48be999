"""Names are counted document by document, each sentence a paragraph, at the places where the annotation has them."""

import re

from dragoman.values import Span
from evaluation.tasks import names

KINDS = {"Ankara": "place", "Erdogan": "person", "NATO": "organisation", "Olympics": "other"}
LINES = [
    {"text": "Erdogan left\nAnkara .", "tokens": ["Erdogan", "left", "Ankara", "."], "ner": ["B-PER", "O", "B-LOC", "O"]},
    {"text": "NATO and Olympics", "tokens": ["NATO", "and", "Olympics"], "ner": ["B-ORG", "O", "B-OTH"]},
]


class Capitals:
    """Reads every known word as a name of its kind, "left" as one of an organisation, and keeps what it was given."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def names(self, text: str) -> tuple[tuple[Span, str], ...]:
        self.given.append(text)
        kinds = KINDS | {"left": "organisation"}
        return tuple((Span.of(text, *match.span()), kinds[match.group()]) for match in re.finditer(r"\w+", text) if match.group() in kinds)


def test_a_document_is_read_once_and_its_names_are_counted_where_they_stand() -> None:
    reader = Capitals()
    counts = names._count(LINES, reader)
    assert reader.given == ["Erdogan left Ankara .\nNATO and Olympics\n"]
    assert (counts["hit"], counts["read"], counts["gold"]) == (3, 4, 3)  # other names count on neither side
    assert (counts["ORG_hit"], counts["ORG_read"], counts["ORG_gold"]) == (1, 2, 1)
