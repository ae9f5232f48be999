"""What was read becomes entries: who acts has a kind of the record, whatever the reader took the name for."""

import pytest

from dragoman.model.words import split
from dragoman.reading.cast import Entity
from dragoman.reading.entries import actor_of
from dragoman.reading.links import Judge
from dragoman.reading.mentions import Mention
from dragoman.reading.stage import Stage

KINDS = [
    # what the reader took it for, whether something came through it, the kind in the record
    pytest.param("person", False, "person", id="a person"),
    pytest.param("place", False, "group", id="a place is no person, whoever acts under its name"),
    pytest.param("other", False, "group", id="nor is a name of another kind"),
    pytest.param("document", False, "media", id="a document speaks as media do"),
    pytest.param("organisation", False, "organisation", id="an organisation"),
    pytest.param("organisation", True, "media", id="an organisation that something came through"),
]


@pytest.mark.parametrize(("read", "medium", "kind"), KINDS)
def test_the_kind_of_an_actor(judge: Judge, read: str, medium: bool, kind: str) -> None:
    stage = Stage(split("Parliament Square said so."), (), [Entity(read, (Mention((0, 1), 1, "name", read),))], None, (), judge)
    actor = actor_of(stage, 0, "a1", medium)
    assert (actor.name, actor.kind) == ("Parliament Square", kind)


@pytest.fixture
def judge() -> Judge:
    """A judge that is never asked."""

    def judged(*_: object) -> None:
        raise AssertionError

    return judged  # type: ignore[return-value]
