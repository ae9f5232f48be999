"""Parties: who is a candidate, what is said of each, and who is chosen."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model.words import Words, split
from dragoman.reading.events.candidates import MOST, Setting, candidates, pool
from dragoman.reading.events.features import FEATURES, LIKELY, features
from dragoman.reading.events.parties import ROLES, Judging, chosen, weighed
from dragoman.reading.frames import Frame
from dragoman.reading.mentions import Mention
from dragoman.values import TYPES
from tests.reading.made import draft, part, stage


def texts(words: Words, some) -> list[str]:
    return [mention.text(words) for mention in some]


def around(text: str, trigger: str, names: dict[str, str], read: str | None = None) -> list[str]:
    one = stage(text, names)
    role = (part(one.words, read),) if read else ()
    return texts(one.words, candidates(one.words, pool(one), part(one.words, trigger), role))


NAMES = {"Oslo": "place", "Rome": "place", "Bern": "place", "Sudan Strait": "place", "Lavrov": "person", "Sullivan": "person"}
NAMES |= {"Russian Army": "organisation", "African Union": "organisation"}
ROWS = [
    # case, text, trigger, candidates
    ("the sentence", "Oslo praised Rome.", "praised", ["Oslo", "Rome"]),
    ("the sentence before", "Lavrov spoke. Oslo praised it.", "praised", ["Lavrov", "Oslo", "it"]),
    ("no sentence before that", "Lavrov spoke. It rained. Oslo left.", "left", ["Oslo"]),
    ("no pronoun of the sentence before", "He spoke. Oslo praised Rome.", "praised", ["Oslo", "Rome"]),
    ("no sentence after", "Oslo left. Rome stayed.", "left", ["Oslo"]),
    ("relative pronouns", "Lavrov, who praised Rome, left.", "praised", ["Lavrov", "who", "Rome"]),
    ("the adjective of a people", "Russian troops left Oslo.", "left", ["Russian", "Oslo"]),
    ("past the stop of an abbreviation", "Oslo met Dr. Lavrov in Rome on Dec. 5 in Bern.", "met", ["Oslo", "Lavrov", "Rome", "Bern"]),
    ("no adjective that is a place's name or a part of it", "Oslo left the Sudan Strait.", "left", ["Oslo", "Sudan Strait"]),
    ("nor a person's", "Sullivan left Oslo.", "left", ["Sullivan", "Oslo"]),
    ("an adjective ahead of a body's name", "Russian Army left Oslo.", "left", ["Russian", "Russian Army", "Oslo"]),
    ("nor one of a continent", "African Union left Oslo.", "left", ["African Union", "Oslo"]),
    ("no determiner", "These men left Oslo.", "left", ["Oslo"]),
    ("no state of an office's holder behind him", "President Lavrov of Norway left Oslo.", "left", ["Lavrov", "Oslo"]),
    ("no adjective of an office before its holder", "Russian Foreign Minister Lavrov left Oslo.", "left", ["Lavrov", "Oslo"]),
    ("nor a place", "Oslo prime minister Lavrov left Rome.", "left", ["Lavrov", "Rome"]),
    ("not the trigger's own words", "The Oslo summit met.", "Oslo summit", []),
]


@pytest.mark.parametrize(("text", "trigger", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_candidates_stand_near_the_trigger(text: str, trigger: str, expected: list[str]) -> None:
    names = {name: kind for name, kind in NAMES.items() if name in text}
    assert around(text, trigger, names) == expected


def test_what_the_words_read_as_a_role_stand_for_is_a_candidate_wherever_it_is() -> None:
    text = "Oslo spoke. It rained. They left. Rome was praised."
    assert "Oslo" not in around(text, "praised", {"Oslo": "place", "Rome": "place"})
    assert "Oslo" in around(text, "praised", {"Oslo": "place", "Rome": "place"}, read="Oslo")


def test_of_many_candidates_the_nearest_stay() -> None:
    text = f"{', '.join(['Rome'] * 30)} praised {', '.join(['Bern'] * 30)}."
    one = stage(text, {"Rome": "place", "Bern": "place"})
    found = candidates(one.words, pool(one), part(one.words, "praised"), ())
    assert len(found) == MOST
    assert texts(one.words, found).count("Rome") == texts(one.words, found).count("Bern") == MOST // 2
    assert found == tuple(sorted(found, key=lambda mention: mention.head))


# ---------------------------------------------------------------- features


def setting(words: Words, trigger: str, **statements) -> Setting:
    likelihood = {role: np.zeros(len(words)) for role in ("actor", "recipient", "place")}
    return Setting(part(words, trigger), TYPES.index("ACCUSE"), 0, likelihood, statements.get("telling"), statements.get("enclosing"))


def row(text: str, trigger: str, name: str, names: dict[str, str] = NAMES, **statements) -> np.ndarray:
    one = stage(text, {other: kind for other, kind in names.items() if other in text})
    some = candidates(one.words, pool(one), part(one.words, trigger), ())
    made = {kind: draft(one.words, *words) for kind, words in statements.items()}
    return features(one.words, setting(one.words, trigger, **made), some)[texts(one.words, some).index(name)]


TOLD = [
    # case, one text with its trigger, name and statements, and another that differs in this alone
    ("by", ("Oslo was hit by Rome.", "hit", "Rome"), ("Oslo was hit near Rome.", "hit", "Rome")),
    ("to and from", ("They left for Rome.", "left", "Rome"), ("They left from Rome.", "left", "Rome")),
    ("passive", ("Oslo was hit hard.", "hit", "Oslo"), ("Oslo then hit hard.", "hit", "Oslo")),
    ("possessive", ("Oslo’s envoy left Rome.", "left", "Oslo"), ("Oslo, envoy left Rome.", "left", "Oslo")),
]


@pytest.mark.parametrize(("one", "other"), [pair[1:] for pair in TOLD], ids=[pair[0] for pair in TOLD])
def test_features_tell_apart(one: tuple, other: tuple) -> None:
    assert (row(*one) != row(*other)).any()


def test_who_says_it_and_who_is_told_are_known() -> None:
    text = "Lavrov accused Rome."
    plain, source = row(text, "accused", "Lavrov"), row(text, "accused", "Lavrov", telling=("Lavrov", "accused", "Rome"))
    content, holding = row(text, "accused", "Rome", telling=("Lavrov", "accused", "Rome")), row(text, "accused", "Rome")
    assert (plain != source).any()
    assert (content != holding).any()
    within = row("Oslo: Lavrov accused Rome.", "accused", "Oslo", enclosing=("Oslo", ":", "Lavrov accused Rome"))
    assert (within != row("Oslo: Lavrov accused Rome.", "accused", "Oslo")).any()


def test_the_frame_heads_view_comes_first_and_only_where_it_looked() -> None:
    one = stage("Oslo hit Rome.", {"Oslo": "place", "Rome": "place"})
    some = candidates(one.words, pool(one), (1, 1), ())
    likelihood = {"actor": np.array([0.9, 0.1]), "recipient": np.array([0.2, 0.0]), "place": np.array([0.3, 0.0])}
    rows = features(one.words, Setting((1, 1), 0, 0, likelihood, None, None), some)
    np.testing.assert_allclose(rows[0, :LIKELY], [0.9, 0.9, 0.2, 0.2, 0.3], rtol=1e-6)
    assert not rows[1, :LIKELY].any()  # Rome stands beyond what the frame head saw


SCRAPS = ["Oslo ", "Rome", " by ", "Russian ", "envoy ", "Lavrov", ", who ", "’s ", ". ", "they ", "“", "”", "praised ", "and ", "to "]


@settings(deadline=None)
@given(st.lists(st.sampled_from(SCRAPS), max_size=25).map("".join), st.integers(0, 40))
def test_any_candidate_has_all_its_features(text: str, place: int) -> None:
    text = f"praised {text}"
    one = stage(text, {name: kind for name, kind in NAMES.items() if name in text})
    trigger = (min(place, len(one.words) - 1),) * 2
    some = candidates(one.words, pool(one), trigger, ())
    likelihood = {role: np.zeros(3) for role in ("actor", "recipient", "place")}
    rows = features(one.words, Setting(trigger, 0, trigger[0] - 1, likelihood, None, None), some)
    assert rows.shape == (len(some), FEATURES)
    assert np.isfinite(rows).all()
    assert all(mention.head not in trigger and 0 <= mention.words[0] <= mention.words[1] < len(one.words) for mention in some)


# ---------------------------------------------------------------- chosen

CHOSEN = [
    # case, text, by name how likely it is the actor and the recipient, who is chosen
    ("one of each", "Oslo hit Rome.", {"Oslo": (0.9, 0.0), "Rome": (0.1, 0.8)}, {"actor": ["Oslo"], "recipient": ["Rome"]}),
    ("the likeliest", "Oslo, Rome hit.", {"Oslo": (0.4, 0.0), "Rome": (0.6, 0.0)}, {"actor": ["Rome", "Oslo"]}),
    ("nobody likely", "Oslo hit Rome.", {"Oslo": (0.2, 0.0), "Rome": (0.0, 0.2)}, {}),
    ("joined by and", "Oslo and Rome hit.", {"Oslo": (0.9, 0.0), "Rome": (0.3, 0.0)}, {"actor": ["Oslo", "Rome"]}),
    ("each with a verb", "Oslo changed its mind and Rome hit.", {"Oslo": (0.9, 0.0), "Rome": (0.8, 0.0)}, {"actor": ["Oslo"]}),
    (
        "of one list",
        "Oslo, Rome and Bern hit.",
        {"Oslo": (0.9, 0.0), "Rome": (0.1, 0.0), "Bern": (0.1, 0.0)},
        {"actor": ["Oslo", "Rome", "Bern"]},
    ),
    ("of one list, not likely at all", "Oslo and Rome hit.", {"Oslo": (0.9, 0.0), "Rome": (0.01, 0.0)}, {"actor": ["Oslo"]}),
    ("of one list, its role another", "Oslo and Rome hit.", {"Oslo": (0.9, 0.0), "Rome": (0.1, 0.3)}, {"actor": ["Oslo"]}),
    ("no list without and", "Oslo, Rome hit.", {"Oslo": (0.9, 0.0), "Rome": (0.1, 0.0)}, {"actor": ["Oslo"]}),
    ("no list within a name", "The Army of Oslo and Rome hit.", {"Oslo": (0.9, 0.0), "Rome": (0.1, 0.0)}, {"actor": ["Oslo"]}),
    ("parted", "Oslo hit by Rome.", {"Oslo": (0.9, 0.0), "Rome": (0.5, 0.0)}, {"actor": ["Oslo"]}),
    ("one role each", "Oslo hit Rome.", {"Oslo": (0.5, 0.4), "Rome": (0.0, 0.1)}, {"actor": ["Oslo"]}),
]


def choose(text: str, likely: dict[str, tuple[float, float]]) -> dict[str, list[str]]:
    one = stage(text, dict.fromkeys(likely, "place"))
    table = np.array([[1 - sum(likely[mention.text(one.words)]), *likely[mention.text(one.words)]] for mention in one.names])
    found = chosen(one.words, one.names, table, Judging(lambda *_: table, 0.35, 0.25))
    return {role: texts(one.words, mentions) for role, mentions in found.items()}


@pytest.mark.parametrize(("text", "likely", "expected"), [row[1:] for row in CHOSEN], ids=[row[0] for row in CHOSEN])
def test_the_likeliest_of_a_role_and_those_joined_to_it_are_chosen(text: str, likely: dict, expected: dict) -> None:
    found = choose(text, likely)
    assert {role: sorted(names) for role, names in found.items()} == {role: sorted(names) for role, names in expected.items()}


SHARE = st.floats(0, 1)


@settings(deadline=None)
@given(st.lists(st.tuples(SHARE, SHARE, SHARE), min_size=1, max_size=8), st.floats(0.1, 0.9))
def test_nobody_has_two_roles_and_each_role_has_a_likely_one(scores: list, least: float) -> None:
    words = split(" and ".join(["Oslo"] * len(scores)))
    some = [Mention((2 * place, 2 * place), 2 * place, "name", "place") for place in range(len(scores))]
    table = np.array(scores) + 1e-3
    table /= table.sum(axis=1, keepdims=True)
    found = chosen(words, some, table, Judging(lambda *_: table, least, least / 2))
    taken = [mention for mentions in found.values() for mention in mentions]
    assert len(taken) == len(set(taken))
    for role, mentions in found.items():
        rows = [some.index(mention) for mention in mentions]
        assert max(table[rows, ROLES.index(role)]) >= least
        assert rows == sorted(rows)


HEAD = np.array([[0.2, 0.6, 0.2], [0.2, 0.2, 0.6]])


@pytest.mark.parametrize(
    ("share", "expected"),
    [(0.0, ["actor", "recipient"]), (0.2, ["actor", "recipient"]), (0.8, ["recipient", "recipient"]), (1.0, ["recipient", "recipient"])],
)
def test_the_frames_view_of_a_candidate_counts_by_its_share_and_where_it_looked(share: float, expected: list[str]) -> None:
    one = stage("Oslo praised Rome.", {"Oslo": "place", "Rome": "place"})
    some = candidates(one.words, pool(one), part(one.words, "praised"), ())
    frame = Frame({}, {}, {}, first=-1, parties=np.array([[1.0, 0.0, 0.0], [0.2, 0.2, 0.6], [1.0, 0.0, 0.0]]))
    both = weighed(frame, some, HEAD, share)
    assert [ROLES[number] for number in both.argmax(axis=1)] == expected
    assert both[1].tolist() == HEAD[1].tolist()
    assert both.sum(axis=1) == pytest.approx([1.0, 1.0])


def test_a_frame_without_a_view_changes_nothing() -> None:
    assert weighed(Frame({}, {}, {}), (), HEAD, 0.5) is HEAD
