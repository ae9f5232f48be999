"""Do two phrases stand for one matter?"""

from __future__ import annotations

from dragoman.reading.matters.phrases import Found


def same(one: Found, other: Found) -> bool:
    """Conflicts by whom they are about, unless each names another aggressor; other matters by their heads and names."""
    if one.kind != other.kind:
        return False
    if one.kind == "conflict":
        left, right = _targets(one), _targets(other)
        return bool(left & right) and (left <= right or right <= left) and _compatible(one, other)
    if one.head == other.head:
        return one.stems <= other.stems or other.stems <= one.stems
    if one.stems or other.stems or one.kind == "resolution":
        return False
    short, long = sorted((set(one.head.split()), set(other.head.split())), key=len)
    return len(short) > 1 and short <= long


def _targets(found: Found) -> set[str]:
    return {stem for stem in found.stems if not stem.startswith("by ")}


def _compatible(one: Found, other: Found) -> bool:
    """Neither names another aggressor than the other does."""
    left, right = ({stem.removeprefix("by ") for stem in found.stems if stem.startswith("by ")} for found in (one, other))
    return not left or not right or bool(left & right)
