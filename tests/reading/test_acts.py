"""The verb of a cue names the act; a verb of saying names none."""

import pytest

from dragoman.reading.acts import of_cue


@pytest.mark.parametrize(
    ("cue", "act"),
    [
        ("has dismissed", "deny"),
        ("denies", "deny"),
        ("called for", "request"),
        ("called on", "request"),
        ("called", None),  # "called it a lie" is no request
        ("warned", "warn"),
        ("vowed", "promise"),
        ("welcomed", "praise"),
        ("said in a statement", None),
        ("told", None),
    ],
)
def test_act_of_a_cue(cue: str, act: str | None) -> None:
    assert of_cue(cue) == act
