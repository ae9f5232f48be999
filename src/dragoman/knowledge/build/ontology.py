"""PLOVER from its manual, CAMEO from its code list and the conversion table, mended by `kept/ontology.yaml`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from dragoman.errors import KnowledgeError
from dragoman.knowledge.build.inputs import Inputs
from dragoman.knowledge.facts import Cameo, Choice, Context, EventType, Mode

QUADS = {"VERBAL COOPERATION": 1, "MATERIAL COOPERATION": 2, "VERBAL CONFLICT": 3, "MATERIAL CONFLICT": 4}
_SECTION = re.compile(r"\\section\{([A-Z]+)\}(.*?)(?=\\section\{|\\chapter\{)", re.DOTALL)
_SCORE = re.compile(r"(?:\\cellcolor\{gray!25\})?\b([A-Z]{3,})(?:: ([A-Za-z-]+))?\s*&\s*(?:\\cellcolor\{gray!25\}\s*)?(-?[\d.]+)")
_ROW = re.compile(r"^(\d+):([^#\n]*)#(.*)$", re.MULTILINE)


def event_types(inputs: Inputs) -> list[EventType]:
    """The types in the manual's order, with the corrections of what it prints applied. Raises KnowledgeError where one matches nothing."""
    manual, kept = _manual(inputs), {row["type"]: row for row in inputs.kept["ontology"]["types"]}
    scores = {name: score for name, mode, score in _scores(manual) if not mode}
    summary = _quad_table(manual)
    found = []
    for number, (name, body) in enumerate(_sections(manual), 1):
        printed = {"score": scores[name], "quad_table": summary[name]}
        correction = kept.pop(name, None)
        if correction and any(printed[key] != value for key, value in correction["printed"].items()):
            raise KnowledgeError(f"ontology.yaml: the manual no longer prints {correction['printed']} for {name}; mend or delete the row")
        values = printed | (correction["set"] if correction else {})
        quad = QUADS[_one(r"Quad category: ([A-Z ]+)\}", body)]
        if values["quad_table"] != quad:
            raise KnowledgeError(f"PLOVER_MANUAL.tex: two quad classes of {name}; say in ontology.yaml which holds")
        needed = _one(r"Requires recipient: (\w+)", body) == "Yes"
        found.append(EventType(name, number, quad, float(values["score"]), needed, correction and correction["reason"], "plover"))
    if kept:
        raise KnowledgeError(f"ontology.yaml: no such type in the manual: {' '.join(kept)}")
    return found


def modes(inputs: Inputs) -> list[Mode]:
    """The modes of each type with the manual's content and score; a mode that the score table lacks has None."""
    manual = _manual(inputs)
    scores = {(name, mode.lower()): score for name, mode, score in _scores(manual) if mode}
    found = []
    for name, body in _sections(manual):
        for table in re.findall(r"\\caption\{[^\n]*modes.*?\\hline(.*?)\\end\{tabular\}", body, re.DOTALL):
            for mode, content in _cells(table):
                found.append(Mode(name, mode, content, scores.pop((name, mode), None), "plover"))
    if scores:
        raise KnowledgeError(f"PLOVER_MANUAL.tex: scores of modes that no type has: {sorted(scores)}")
    return found


def contexts(inputs: Inputs) -> list[Context]:
    """The general contexts with the manual's content."""
    table = _one(r"(?s)label\{tab:general-contexts\}(.*?)\\end\{longtable\}", _manual(inputs)).rpartition(r"\endlastfoot")[2]
    return [Context(name, content, "plover") for name, content in _cells(table)]


def cameo(inputs: Inputs) -> list[Cameo]:
    """Every CAMEO code with its Goldstein score and what it is in PLOVER; type None where PLOVER dropped it or has two for it."""
    kept = inputs.kept["ontology"]
    rows = [json.loads(line) for line in (inputs.data / "ontology/cameo_codes.jsonl").read_text(encoding="utf-8").splitlines()]
    names = {row["code"]: (row["name"], float(row["goldstein"]), None) for row in rows}
    names |= {row["code"]: (row["name"], float(row["goldstein"]), row["reason"]) for row in kept["scores"]}
    only, words, either = kept["only"].split(), kept["words"], kept["either"]
    meanings = _meanings(inputs)
    if strange := [code for code in (*meanings, *only, *words, *either) if code not in names]:
        raise KnowledgeError(f"ontology.yaml: no such CAMEO code: {' '.join(strange)}")
    found = []
    for code, (name, goldstein, note) in names.items():
        type, mode, listed = meanings.get(code, (None, None, ()))
        notes = "; ".join(filter(None, (note, _reason(kept, code)))) or None
        source = "plover" if code in meanings else "cameo"
        stems = tuple(words.get(code, "").split())
        found.append(Cameo(code, name, goldstein, type, mode, listed, code in either, stems, code in only, notes, source))
    return found


def choices(inputs: Inputs) -> list[Choice]:
    """Which code stands for a type or mode that several codes, or none, are mapped to, and for an intent."""
    kept = inputs.kept["ontology"]
    general = [Choice(type, None, "actual", code, "the code of the type alone", "kept") for type, code in kept["general"].items()]
    chosen = [
        Choice(row["type"], row["mode"], status, row["code"], row["reason"], "kept")
        for status, name in (("actual", "preferred"), ("planned", "planned"))
        for row in kept[name]
    ]
    return general + chosen


def _meanings(inputs: Inputs) -> dict[str, tuple[str | None, str | None, tuple[str, ...]]]:
    """Type, mode and contexts by code: the conversion table, its old names renewed and its contradictions to the manual mended."""
    kept = inputs.kept["ontology"]
    renamed = {(row["type"], row["mode"]): row["becomes"] for row in kept["renamed_modes"]}
    contexts_renamed = {row["context"]: row["becomes"] for row in kept["renamed_contexts"]}
    used: set[Any] = set()
    found: dict[str, tuple[str | None, str | None, tuple[str, ...]]] = {}
    for code, type, printed, listed in _table(inputs):
        mode = renamed.get((type, printed), printed)
        used |= {(type, printed), *listed}
        found[code] = (type, mode, tuple(contexts_renamed.get(context, context) for context in listed))
    for code, types in _headings(inputs).items():
        found[code] = (types[0] if len(types) == 1 else None, None, ())
    for row in kept["map"]:
        if row["code"] not in found:
            raise KnowledgeError(f"ontology.yaml: the conversion table has no {row['code']}")
        before = dict(zip(("type", "mode", "contexts"), found[row["code"]], strict=True))
        given = before | row["set"]
        if given == before:
            raise KnowledgeError(f"ontology.yaml: the correction of {row['code']} changes nothing; delete it")
        found[row["code"]] = (given["type"], given["mode"], tuple(given["contexts"]))
    if idle := [name for name in (*renamed, *contexts_renamed) if name not in used]:
        raise KnowledgeError(f"ontology.yaml: the conversion table has no such mode or context: {idle}")
    return found


def _table(inputs: Inputs) -> Iterator[tuple[str, str, str | None, tuple[str, ...]]]:
    for code, columns, _ in _ROW.findall(_conversion(inputs)):
        type, mode, contexts = (*(column.strip() for column in columns.split(",")), "", "")[:3]
        yield code, type, mode or None, tuple(context.strip() for context in contexts.split(";") if context.strip())


def _headings(inputs: Inputs) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for code, type in re.findall(r"^(\d\d): (\w+)\s*$", _conversion(inputs), re.MULTILINE):
        found.setdefault(code, []).append(type)
    return found


def _reason(kept: dict[str, Any], code: str) -> str | None:
    return next((row["reason"] for row in kept["map"] if row["code"] == code), None)


def _conversion(inputs: Inputs) -> str:
    return (inputs.data / "ontology/CAMEO2PLOVER-2021.txt").read_text(encoding="utf-8")


def _manual(inputs: Inputs) -> str:
    """The manual without its comments, which hold withdrawn drafts of the tables."""
    text = (inputs.data / "ontology/PLOVER_MANUAL.tex").read_text(encoding="utf-8")
    return re.sub(r"(?m)(?<!\\)%.*$", "", text)


def _sections(manual: str) -> list[tuple[str, str]]:
    return _SECTION.findall(manual.partition(r"\chapter{Event Categories}")[2].partition(r"\chapter{Contexts}")[0] + r"\chapter{")


def _scores(manual: str) -> list[tuple[str, str, float]]:
    table = _one(r"(?s)(caption\{PLOVER conflict--cooperation scores\}.*?)\\end\{tabular\}", manual)
    return [(name, mode, float(score)) for name, mode, score in _SCORE.findall(table)]


def _quad_table(manual: str) -> dict[str, int]:
    table = _one(r"(?s)caption\{Quad categories in PLOVER\}(.*?)\\end\{tabular\}", manual)
    return {name: int(quad) for names, quad in re.findall(r"& ([A-Z, ]+) &\s*(\d)", table) for name in re.findall("[A-Z]+", names)}


def _cells(table: str) -> Iterator[tuple[str, str]]:
    r"""(name, content) of the rows `name & content \\` of a table; a row with an empty name goes on with the content before it."""
    rows: list[list[str]] = []
    for row in table.split(r"\\"):
        name, mark, content = (_plain(part) for part in row.replace(r"\&", "and").partition("&"))
        if mark and name and name != "Name":
            rows.append([name, content])
        elif mark and rows and not name:
            rows[-1][1] += f" {content}"
    for name, content in rows:
        yield name, content


def _plain(tex: str) -> str:
    """TeX of a cell as plain text."""
    text = re.sub(r"\\hyperref\[[^\]]*\]\{([^}]*)\}", r"\1", tex)
    text = re.sub(r"\\(?:plcat|plcon|plmod|txt|ti|textit|emph|texttt)\{([^}]*)\}", r"\1", text)
    text = re.sub(r"\\(?:hline|raggedright|centering)|\{|\}|\$", " ", text)
    text = text.replace("---", "–").replace("``", "“").replace("''", "”").replace('"', "”").replace("`", "‘").replace("\\", "")
    return " ".join(text.split())


def _one(pattern: str, text: str) -> str:
    match = re.search(pattern, text)
    if not match:
        raise KnowledgeError(f"PLOVER_MANUAL.tex: {pattern!r} matches nothing; is it the manual's draft 2.0?")
    return match.group(1).strip()
