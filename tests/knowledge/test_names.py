"""Which names one person can have."""

from __future__ import annotations

import pytest

from dragoman.knowledge.names import same_person


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("George W. Bush", "George H. W. Bush", False),
        ("Hamad bin Isa Al Khalifa", "Majesty King Hamad bin Isa Al Khalifa", True),
        ("Hamad bin Isa Al Khalifa", "Salman bin Hamad bin Isa Al Khalifa", False),  # his son
        ("Salman bin Abdulaziz", "Abdulaziz bin Salman", False),
        ("Yusuf bin Alawi", "Yousuf bin Alawi bin Abdullah", True),
        ("Abdullah II bin Al Hussein", "Abdullah Bin Al Hussein", True),
    ],
)
def test_one_person_or_two(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) == same_person(other, one) == same
