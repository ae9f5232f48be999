"""Segments cover the stretch without gap or overlap, and each has exactly the marks that cover it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.formats.segments import Mark, marks, split
from tests.formats.sample import RECORD

MARKS = st.builds(
    lambda start, length, index: Mark(start, start + length, "content", index), st.integers(0, 60), st.integers(0, 30), st.integers(0, 5)
)


@settings(deadline=None)
@given(start=st.integers(0, 40), length=st.integers(1, 40), found=st.lists(MARKS, max_size=8))
def test_split_covers_the_stretch(start: int, length: int, found: list[Mark]) -> None:
    segments = split(start, start + length, found)
    assert [segment.start for segment in segments] == [start, *[segment.end for segment in segments[:-1]]]
    assert segments[-1].end == start + length
    for segment in segments:
        for place in range(segment.start, segment.end):
            assert set(segment.marks) == {mark for mark in found if mark.start <= place < mark.end}


def test_every_span_of_the_record_is_marked() -> None:
    roles = [mark.role for mark in marks(RECORD)]
    assert {role: roles.count(role) for role in roles} == {
        "content": 6,
        "cue": 5,
        "source": 4,
        "event": 3,
        "vote": 1,
        "tie": 1,
        "mention": 9,
    }
