"""The record as JSON, to the contract in `docs/record.md`."""

from __future__ import annotations

from dragoman.values import Record


def line(record: Record) -> str:
    """The record on one line, for corpora and pipes: the same article gives the same bytes."""
    return record.to_json()


def render(record: Record) -> str:
    """The record indented, for people who look at one."""
    return record.to_json(indent=2)
