"""Tune what is not learnt on the dev splits: `python -m training.tune BUNDLE`.

The thresholds of cues and of statements are those with the best mean of PolNeAR's triples by overlap and the desk's statements with the
right source, those of events have the best mean of the desk's strict, quad and found F1. A curve of calibration is an isotonic regression
(Barlow et al. 1972) of "content and source are right" on the model's own certainty, over the statements of both dev splits; that of events
is the same for "type and parties are right", over the desk's. How much the surest trigger counts in the type of a pair has the best mean of
PLV's roots and quad classes. All are entered in the bundle's config.json. With `--curves` the settings stay as
they are and the curves alone are learnt anew, as after a change of rules.
"""

import argparse
import dataclasses
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.knowledge import Knowledge
from dragoman.model import Bundle, States
from dragoman.model.words import Words
from dragoman.reading import Reader
from dragoman.reading.events.judging import pair_typing
from dragoman.reading.framing import framed
from dragoman.resolving import resolve
from dragoman.values import Article
from evaluation import datasets
from evaluation.entries import entries
from evaluation.figures import rows
from evaluation.matching import match
from evaluation.scoring import attribution, events, statements
from evaluation.tasks import plv

BIASES = (0.0, 0.8, 1.6)
LEAST = (0.2, 0.35, 0.45)
EVENT_BIASES = (0.0, 2.0)
EVENT_LEAST = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
PARTY_SHARES = (0.0, 0.3, 0.5, 0.7, 1.0)
PARTY_LEAST = (0.2, 0.3, 0.4, 0.5)
JOINED_LEAST = (0.25,)
PAIR_TRIGGERS = (0.5, 1.0, 1.5, 2.0)
LEAST_IN_STEP = 40  # statements that a step of the curve must rest on
DESK_WEIGHT = 4  # a desk statement counts as so many of PolNeAR's, which annotates attitudes that users would not call statements

Ready = tuple[dict[str, Any], Article, Words, States]
Judged = tuple[float, bool, int]


def ready(reader: Reader, golds: Iterable[dict[str, Any]], lines: list[dict[str, Any]]) -> list[Ready]:
    """Gold, article, words and states of each document, encoded once."""
    articles = [one for one in datasets.articles(lines) if isinstance(one, Article)]
    return [
        (gold, article, words := framed(article.text), reader.encoder.states(words)) for gold, article in zip(golds, articles, strict=True)
    ]


def measured(reader: Reader, knowledge: Knowledge, documents: list[Ready]) -> tuple[Counter[str], list[Judged]]:
    """Counts of the task that the documents belong to, and each statement's certainty with whether it is right."""
    counts: Counter[str] = Counter()
    judged: list[Judged] = []
    for gold, article, words, states in documents:
        record = resolve(reader.record(article, words, states), knowledge).to_dict()
        if "annotations" in gold:
            triples, read = attribution.gold_triples(gold), attribution.read_triples(record, gold["text"])
            counts += attribution.count(triples, read)
            right = {id(pair[1]) for pair in match(triples, read, attribution.affinity, attribution.LEAST)}
            outer = [one for one in record["statements"] if not one["within"]]
            judged += [(one["confidence"], id(triple) in right, 1) for one, triple in zip(outer, read, strict=True) if one["cue"]]
        else:
            ours, theirs = (entries(one, gold["article"]["text"]) for one in (gold, record))
            counts += statements.count(ours.statements, theirs.statements)
            right = {id(read) for one, read in statements.pairs(ours.statements, theirs.statements) if statements.source_right(one, read)}
            judged += [(one.confidence, id(one) in right, DESK_WEIGHT) for one in theirs.statements if one.cue]
    return counts, judged


def f1(counts: Counter[str], name: str, read: str, gold: str) -> float:
    """The F1 of hits `name` among `read` and `gold`."""
    return 2 * counts[name] / max(1, counts[read] + counts[gold])


def curve(judged: list[Judged]) -> list[list[float]]:
    """The isotonic steps as points [certainty, share right], straight lines between them."""
    level: dict[float, list[float]] = {}  # weight, right, certainty × weight of those that are equally certain
    for raw, right, weight in judged:
        level[raw] = [a + b for a, b in zip(level.get(raw, [0.0, 0.0, 0.0]), (weight, right * weight, raw * weight), strict=True)]
    blocks: list[list[float]] = []
    for raw in sorted(level):
        blocks.append(level[raw])
        while len(blocks) > 1 and (blocks[-2][1] * blocks[-1][0] >= blocks[-1][1] * blocks[-2][0] or blocks[-2][0] < LEAST_IN_STEP):
            last = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], last, strict=True)]
    if len(blocks) > 1 and blocks[-1][0] < LEAST_IN_STEP:
        last = blocks.pop()
        blocks[-1] = [a + b for a, b in zip(blocks[-1], last, strict=True)]
    points = [[round(total / weight, 4), round(right / weight, 4)] for weight, right, total in blocks]
    last = [] if points[-1][0] >= 1 else [[1.0, 0.99 if 0.97 < points[-1][1] < 0.99 else points[-1][1]]]
    return [[0.0, min(points[0][1], points[0][0])], *points, *last]


def with_settings(bundle: Bundle, **settings: object) -> Bundle:
    """The bundle under other settings."""
    return dataclasses.replace(bundle, settings={**bundle.settings, **settings})


@dataclass(frozen=True)
class Trial:
    """The thresholds tried, the sum of the two figures they are chosen by, every statement's certainty and whether it is right."""

    bias: float
    least: float
    score: float
    judged: list[Judged]


def tried(reader: Reader, knowledge: Knowledge, sets: list[list[Ready]], bias: float, least: float) -> Trial:
    """Both dev splits read under one pair of thresholds."""
    reader.bundle = with_settings(reader.bundle, cue_bias=bias, least=least)
    (triples, judged), (sayings, judged_desk) = (measured(reader, knowledge, one) for one in sets)
    overlap = f1(triples, "triple_overlap_hit", "triple_overlap_read", "triple_overlap_gold")
    sourced = f1(sayings, "statement_source", "statement_read", "statement_gold")
    found = f1(sayings, "statement_hit", "statement_read", "statement_gold")
    exact = [f"{role} {f1(triples, f'{role}_exact_hit', f'{role}_exact_read', f'{role}_exact_gold'):.3f}" for role in attribution.ROLES]
    print(
        f"bias {bias:+.1f} least {least:.2f}  triples {overlap:.3f}  {'  '.join(exact)}  desk {found:.3f} with source {sourced:.3f}",
        flush=True,
    )
    return Trial(bias, least, overlap + sourced, judged + judged_desk)


@dataclass(frozen=True)
class Deeds:
    """Thresholds of events tried, the sum of their three F1 figures, and every event's certainty with whether it is right."""

    settings: dict[str, float]
    score: float
    judged: list[Judged]


def deeds(
    reader: Reader, knowledge: Knowledge, desk: list[Ready], settings: dict[str, float], leasts: Sequence[float] = EVENT_LEAST
) -> list[Deeds]:
    """The desk split read under the settings, cut at each threshold of certainty."""
    reader.bundle = with_settings(reader.bundle, **settings, event_least=0.0)
    read = [(gold, resolve(reader.record(article, words, states), knowledge).to_dict()) for gold, article, words, states in desk]
    found = []
    for least in leasts:
        counts: Counter[str] = Counter()
        judged: list[Judged] = []
        for gold, record in read:
            kept = record | {"events": [event for event in record["events"] if event["confidence"] >= least]}
            ours, theirs = (entries(one, gold["article"]["text"]) for one in (gold, kept))
            counts += events.count(ours.events, theirs.events)
            right = {id(one) for _, one in events.pairs(ours.events, theirs.events, events.strict)}
            judged += [(one.confidence, id(one) in right, 1) for one in theirs.events]
        shares = [f1(counts, f"event_{level}", "event_read", "event_gold") for level in ("strict", "quad", "found")]
        found.append(Deeds(settings | {"event_least": least}, sum(shares), judged))
    best = max(found, key=lambda one: one.score)
    print(f"events: {best.settings}  sum of three F1 {best.score:.3f}", flush=True)
    return found


def tuned_events(reader: Reader, knowledge: Knowledge, desk: list[Ready]) -> Deeds:
    """The best settings: first whose view of the parties counts how much, then their thresholds, then the triggers."""
    kept = {"event_bias": 1.0, "party_least": PARTY_LEAST[1], "joined_least": JOINED_LEAST[0]}
    tried: list[Deeds] = []
    for some in (
        [{"party_share": share} for share in PARTY_SHARES],
        [{"party_least": least, "joined_least": joined} for least in PARTY_LEAST for joined in JOINED_LEAST],
    ):
        tried += [one for settings in some for one in deeds(reader, knowledge, desk, kept | settings)]
        chosen = max(tried, key=lambda one: one.score).settings
        kept |= {name: chosen[name] for name in some[0]}
    tried += [one for bias in EVENT_BIASES for one in deeds(reader, knowledge, desk, kept | {"event_bias": bias})]
    return max(tried, key=lambda one: one.score)


def tuned_pairs(bundle: Bundle, data: Path) -> float:
    """The best weight of triggers in the type of a pair."""
    lines = datasets.plv_rows(data, "dev")
    found = {}
    for weight in PAIR_TRIGGERS:
        counts = plv.measured(lines, pair_typing(with_settings(bundle, pair_triggers=weight)))
        shares = {row.name: row.value or 0.0 for row in rows(counts)}
        found[weight] = shares["roots_macro_f1"] + shares["quad_macro_f1"]
        print(f"pairs: triggers {weight:.1f}  roots {shares['roots_macro_f1']:.3f}  quad {shares['quad_macro_f1']:.3f}", flush=True)
    return max(found, key=lambda weight: found[weight])


def tuned(reader: Reader, knowledge: Knowledge, sets: list[list[Ready]], data: Path) -> dict[str, object]:
    """All settings anew, with their curves."""
    best = max((tried(reader, knowledge, sets, bias, 0.0) for bias in BIASES), key=lambda one: one.score)
    best = max([best, *(tried(reader, knowledge, sets, best.bias, least) for least in LEAST)], key=lambda one: one.score)
    settings: dict[str, object] = {"cue_bias": best.bias, "least": best.least, "calibration": curve(best.judged)}
    reader.bundle = with_settings(reader.bundle, **settings)
    done = tuned_events(reader, knowledge, sets[1])
    return settings | done.settings | {"event_calibration": curve(done.judged), "pair_triggers": tuned_pairs(reader.bundle, data)}


def curves(reader: Reader, knowledge: Knowledge, sets: list[list[Ready]], _: Path) -> dict[str, object]:
    """The curves of calibration under the settings that the bundle has."""
    kept = reader.bundle.settings
    said = tried(reader, knowledge, sets, kept["cue_bias"], kept["least"])
    done = deeds(reader, knowledge, sets[1], {}, [kept["event_least"]])[0]
    return {"calibration": curve(said.judged), "event_calibration": curve(done.judged)}


def main() -> None:
    """Parse the command line and tune."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bundle", type=Path)
    parser.add_argument("--curves", action="store_true", help="learn the curves of calibration alone, under the settings that are there")
    parser.add_argument("--data", type=Path, default=datasets.default_data())
    arguments = parser.parse_args()
    plain = [[0.0, 0.0], [1.0, 1.0]]
    reader = Reader(with_settings(Bundle.load(arguments.bundle), calibration=plain, event_calibration=plain))
    knowledge = Knowledge.load()
    polnear = datasets.read_jsonl(arguments.data / "attribution/polnear_dev.jsonl.gz")
    desk = datasets.read_jsonl(arguments.data / "desk/desk_dev.jsonl")
    sets = [
        ready(reader, polnear, [{key: one.get(key) for key in ("id", "title", "date", "text")} for one in polnear]),
        ready(reader, desk, [one["article"] for one in desk]),
    ]
    settings = (curves if arguments.curves else tuned)(reader, knowledge, sets, arguments.data)
    print(settings)
    path = arguments.bundle / "config.json"
    config = json.loads(path.read_text(encoding="utf-8"))
    config["settings"] |= settings
    path.write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
