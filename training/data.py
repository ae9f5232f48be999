"""Annotated documents as training items: words, windows, and what each layer may say of each word.

Everything is read in place from the data directory; see the model card for sources and licences.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from dragoman.model.windows import cut
from dragoman.model.words import QUOTES, Words, split
from dragoman.reading import nouns
from dragoman.values import ACTS
from evaluation.datasets import read_jsonl, uner_names
from training.events import Forms, deeds, known_parties
from training.items import CUE_REACH, Bools, FrameTarget, Item, Range, mask, span_words, write
from training.layers import EVENTS, MENTIONS, TAGS

# ---------------------------------------------------------------- attribution


def polnear(path: Path, tokenizer: Tokenizer, leave_out: frozenset[str] = frozenset()) -> Iterator[Item]:
    """PolNeAR documents; nothing is known of addressees, media, acts, and of cues inside reported content."""
    for line in read_jsonl(path):
        if line["id"] in leave_out:
            continue
        words = split(line["text"])
        frames, inside = [], np.zeros(len(words), dtype=bool)
        for one in line["annotations"][0]["attributions"]:
            roles = {role: [found for piece in one[role] if (found := span_words(words, *piece))] for role in ("source", "cue", "content")}
            if roles["cue"] and roles["content"]:
                trigger = roles["cue"][0]
                frames.append(FrameTarget("statement", trigger, roles, frozenset({"addressee", "via"})))
            for low, high in roles["content"]:
                inside[low : high + 1] = True
        yield Item(line["id"], words, cut(words, tokenizer), {"cues": _flat_cues(words, frames, inside)}, frames, inside)


def _flat_cues(words: Words, frames: list[FrameTarget], inside: Bools) -> Bools:
    labels = TAGS["cues"]
    table = np.zeros((len(words), len(labels)), dtype=bool)
    table[:, 0] = True
    table[inside] |= mask(labels, "inner")
    for frame in frames:
        write(table, labels, "cue", frame.trigger)
    return table


def desk(lines: Iterable[dict], tokenizer: Tokenizer) -> Iterator[Item]:
    """Desk articles: statements with nesting, addressees, media and acts, sources by name; events with their parties by name."""
    forms, parties = Forms.load(), known_parties()
    for line in lines:
        words = split(line["article"]["text"])
        actors = {actor["id"]: actor for actor in line["actors"]}
        frames, inside = [], np.zeros(len(words), dtype=bool)
        cues = np.zeros((len(words), len(TAGS["cues"])), dtype=bool)
        cues[:, 0] = True
        pinned: list[tuple[Range, str]] = []
        for one in line["statements"]:
            trigger = span_words(words, one["cue"]["start"], one["cue"]["end"])
            content = [found for piece in one["content"] if (found := span_words(words, piece["start"], piece["end"]))]
            if not trigger or not content:
                continue
            content = [_with_that(words, piece, trigger) for piece in content]
            for low, high in content:
                inside[low : high + 1] = True
            pinned.append((trigger, "inner" if one["within"] else "cue"))
            frames.append(_desk_frame(words, one, (trigger, content), actors))
        for trigger, name in pinned:
            low, high = max(trigger[0] - CUE_REACH, 0), trigger[1] + CUE_REACH + 1
            cues[low:high][~inside[low:high]] |= mask(TAGS["cues"], name)
        for trigger, name in pinned:
            cues[trigger[0] : trigger[1] + 1] = mask(TAGS["cues"], name)
        yield Item(
            line["article"]["id"],
            words,
            cut(words, tokenizer),
            {"cues": cues, "names": _desk_names(words, line["actors"]), "events": _event_tags(words, line["events"])},
            [*frames, *deeds(words, line, forms, parties)],
            None,
        )


SOURCE_BEFORE, SOURCE_AFTER = 8, 6  # words around the last one of a source's name that may belong to it


def _with_that(words: Words, content: Range, trigger: Range) -> Range:
    """The content with the conjunction before it, as PolNeAR has it in 99 of 100 cases and the desk sets in 2."""
    low, high = content
    before = low - 1
    while before > 0 and words.features[before, 1] == QUOTES.index("mark"):
        before -= 1
    taken = trigger[0] <= before <= trigger[1]
    return (before, high) if before >= 0 and not taken and words.word(before).lower() == "that" else content


def _desk_frame(words: Words, one: dict, spans: tuple[Range, list[Range]], actors: dict[str, dict]) -> FrameTarget:
    trigger, content = spans
    inside = {place for low, high in content for place in range(low, high + 1)}
    required = []
    open_roles, open_words = set(), {}
    for role, names in (("via", one["via"]), ("addressee", [name for name in one["addressees"] if name not in one["via"]])):
        places = [place for name in names if (place := _nearest(words, actors[name]["name"], trigger, inside)) is not None]
        required += [(role, place) for place in places]
        if names:
            open_roles.add(role)
    place = _nearest(words, actors[one["source"]]["name"], trigger, inside) if one["source"] else None
    if place is not None and words.sentences[place] == words.sentences[trigger[0]]:
        required.append(("source", place))
        open_words["source"] = frozenset(range(max(place - SOURCE_BEFORE, 0), min(place + SOURCE_AFTER + 1, len(words)))) - inside
    else:
        open_roles.add("source")
    taken: dict[int, str] = {}
    for role, place in required:
        taken.setdefault(place, role)
    required = [(role, place) for place, role in taken.items()]
    act = {"act": (ACTS.index(one["act"]),)}
    return FrameTarget("statement", trigger, {"content": content}, frozenset(open_roles), True, tuple(required), act, open_words)


def _nearest(words: Words, name: str, trigger: Range, inside: set[int]) -> int | None:
    """The word nearest to the trigger, in its paragraph and outside the content, that is the last word of `name`, or None."""
    found = re.findall(r"\w+", name)
    if not found:
        return None
    places = [
        place
        for place in range(max(trigger[0] - 60, 0), min(trigger[1] + 60, len(words)))
        if words.word(place) == found[-1]
        and words.paragraphs[place] == words.paragraphs[trigger[0]]
        and place not in inside
        and not trigger[0] <= place <= trigger[1]
    ]
    return min(places, key=lambda place: abs(place - trigger[0]), default=None)


_NAMED = {"person": "PER", "state": "LOC", "organisation": "ORG", "igo": "ORG", "media": "ORG"}
_OFFICES = nouns.PEOPLE | nouns.RANKS | nouns.HONORIFICS | {"."}
_GUM_NAMED = {"person": "PER", "place": "LOC", "organization": "ORG"}


def _open_names(words: Words) -> Bools:
    """The name labels that the case of each word allows: a word in lower case is no name, of others nothing is known."""
    table = np.ones((len(words), len(TAGS["names"])), dtype=bool)
    plain = (words.features[:, 0] == 0) | (words.features[:, 0] == 4)
    table[plain, 1:] = False
    return table


def _desk_names(words: Words, actors: Iterable[dict]) -> Bools:
    """Names of the annotated actors wherever the text has them; other capitals are left open."""
    found: list[tuple[Range, str]] = []
    for actor in actors:
        kind = _NAMED.get(actor["kind"])
        if kind and actor["name"][:1].isupper():
            matches = re.finditer(rf"\b{re.escape(actor['name'])}\b", words.text)
            found += [(span, kind) for match in matches if (span := span_words(words, *match.span()))]
    return _named(words, found)


def _gum_names(line: dict, words: Words, part: Range) -> Bools:
    """GUM's named persons, places and organisations: the proper nouns around the head; other proper nouns are left open."""
    found: list[tuple[Range, str]] = []
    tokens = line["tokens"]
    starts = np.array([token["s"] for token in tokens])
    for entity in line["entities"]:
        first, stop = (int(place) for place in np.searchsorted(starts, [entity["start"], entity["end"]]))
        head = mention_head(tokens, first, stop)
        low = high = head
        while low > first and tokens[low - 1]["upos"] == "PROPN":
            low -= 1
        while high + 1 < stop and tokens[high + 1]["upos"] == "PROPN":
            high += 1
        begin, end = tokens[low]["s"] - part[0], tokens[high]["e"] - part[0]
        within = begin >= 0 and end <= part[1] - part[0]
        if within and tokens[head]["upos"] == "PROPN" and entity["type"] in _GUM_NAMED and (span := span_words(words, begin, end)):
            found.append((span, _GUM_NAMED[entity["type"]]))
    return _named(words, found)


def _named(words: Words, found: list[tuple[Range, str]]) -> Bools:
    """The name labels of the spans, without offices before persons; of two spans that overlap the shorter counts."""
    table = _open_names(words)
    taken: set[int] = set()
    for (low, high), kind in sorted(set(found), key=lambda one: one[0][1] - one[0][0]):
        while low < high and (low in taken or (kind == "PER" and words.word(low).lower() in _OFFICES)):
            low += 1
        if not taken & set(range(low, high + 1)):
            write(table, TAGS["names"], kind, (low, high))
            taken |= set(range(low, high + 1))
    return table


def _event_tags(words: Words, events: list[dict]) -> Bools:
    table = np.zeros((len(words), len(TAGS["events"])), dtype=bool)
    table[:, 0] = True
    for event in events:
        if found := span_words(words, event["trigger"]["start"], event["trigger"]["end"]):
            table[found[0] : found[1] + 1] = False
            table[found[0] : found[1] + 1, 1 + EVENTS.index(event["type"])] = True
    return table


def short(items: Iterable[Item], tokenizer: Tokenizer, seed: int = 7) -> Iterator[Item]:
    """The items anew, in windows of a few sentences, since what people paste is often no longer."""
    sizes = np.random.default_rng(seed)
    for item in items:
        windows = cut(item.words, tokenizer, int(sizes.integers(24, 160)))
        yield replace(item, name=f"{item.name}-short", windows=windows)


# ---------------------------------------------------------------- names, mentions, times


def names(path: Path, tokenizer: Tokenizer, pack: int = 1000) -> Iterator[Item]:
    """Universal NER sentences, neighbours packed into items of about `pack` pieces, each sentence a paragraph."""
    batch: list[dict] = []
    size = 0
    for line in read_jsonl(path):
        batch.append(line)
        size += len(line["tokens"]) * 5 // 4
        if size >= pack:
            yield _name_pack(batch, tokenizer)
            batch, size = [], 0
    if batch:
        yield _name_pack(batch, tokenizer)


def _name_pack(lines: list[dict], tokenizer: Tokenizer) -> Item:
    words = split("\n".join(line["text"].replace("\n", " ") for line in lines))
    table = np.zeros((len(words), len(TAGS["names"])), dtype=bool)
    table[:, 0] = True
    base = 0
    for line in lines:
        for start, end, kind in uner_names(line):
            if found := span_words(words, base + start, base + end):
                write(table, TAGS["names"], kind, found)
        base += len(line["text"]) + 1
    return Item(lines[0]["id"], words, cut(words, tokenizer), {"names": table})


def gum(path: Path, tokenizer: Tokenizer, pack: int = 1000) -> Iterator[Item]:
    """GUM documents in parts of about `pack` words: heads of mentions with their type, and time expressions."""
    for line in read_jsonl(path):
        for number, (start, end) in enumerate(_parts(line["text"], pack)):
            yield _gum_part(line, number, (start, end), tokenizer)


def _parts(text: str, pack: int) -> Iterator[Range]:
    start, used = 0, 0
    for block in re.finditer(r"[^\n]*\n*", text):
        used += len(re.findall(r"\w+", block.group()))
        if used >= pack or block.end() == len(text):
            if block.end() > start:
                yield start, block.end()
            start, used = block.end(), 0


def _gum_part(line: dict, number: int, part: Range, tokenizer: Tokenizer) -> Item:
    words = split(line["text"][part[0] : part[1]])
    heads = np.zeros((len(words), len(TAGS["mentions"])), dtype=bool)
    heads[:, 0] = True
    for start, kind in mention_heads(line):
        if part[0] <= start < part[1]:
            first, stop = words.covering(start - part[0], start - part[0] + 1)
            heads[first:stop] = False
            heads[first:stop, 1 + MENTIONS.index(kind if kind in MENTIONS else "object")] = True
    times = np.zeros((len(words), len(TAGS["times"])), dtype=bool)
    times[:, 0] = True
    for one in line["dates"]:
        if part[0] <= one["start"] and one["end"] <= part[1] and (found := span_words(words, one["start"] - part[0], one["end"] - part[0])):
            write(times, TAGS["times"], "time", found)
    return Item(
        f"{line['id']}-{number}", words, cut(words, tokenizer), {"mentions": heads, "times": times, "names": _gum_names(line, words, part)}
    )


def mention_heads(line: dict) -> Iterator[tuple[int, str]]:
    """(offset of the head word, type) of each entity mention of a GUM document, by its dependency tree."""
    tokens = line["tokens"]
    starts = np.array([token["s"] for token in tokens])
    for entity in line["entities"]:
        first, stop = np.searchsorted(starts, [entity["start"], entity["end"]])
        yield tokens[mention_head(tokens, int(first), int(stop))]["s"], entity["type"]


def mention_head(tokens: list[dict], first: int, stop: int) -> int:
    """The token of [first, stop) whose governor lies outside; tokens' heads count from 1 within the document or are −1."""
    for index in range(first, stop):
        if not first <= tokens[index]["head"] - 1 < stop:
            return index
    return stop - 1
