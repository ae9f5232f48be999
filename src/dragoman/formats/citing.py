"""How a data set is to be cited: `CITATION.cff` (Citation File Format 1.2.0, https://citation-file-format.github.io)."""

from __future__ import annotations

import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """A data set's title, authors, version, the digest of its data, and the program that coded it."""

    title: str
    authors: tuple[str, ...]
    version: str
    digest: str
    program: str


def cff(citation: Citation) -> str:
    """The file's text. JSON's strings are YAML's, so nothing that a title holds can break it."""
    authors = citation.authors or ("anonymous",)
    lines = [
        "cff-version: 1.2.0",
        'message: "If you use this data set, please cite it as below."',
        "type: dataset",
        f"title: {_quoted(citation.title)}",
        f"version: {_quoted(citation.version)}",
        "authors:",
        *(f"  - name: {_quoted(name)}" for name in authors),
        "identifiers:",
        "  - type: other",
        f"    value: {_quoted(citation.digest)}",
        '    description: "Digest of the data files, as manifest.json defines it"',
        "references:",
        "  - type: software",
        '    title: "Dragoman"',
        f"    version: {_quoted(citation.program)}",
        "    authors:",
        '      - name: "Dragoman contributors"',
    ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
