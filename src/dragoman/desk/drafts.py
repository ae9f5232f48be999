"""A draft as JSON: what was read without keeping it, and how it holds against the record; for the browser that sent it, as its page is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request, Response

from dragoman.desk.api import RESPONSES
from dragoman.desk.context import desk_of, not_kept, session_of
from dragoman.errors import RecordError

router = APIRouter(prefix="/api", tags=["drafts"], responses={status: RESPONSES[status] for status in (401, 404, 422, 429)})


@dataclass(frozen=True, slots=True)
class OneDraft:
    """A draft: its record (the contract is docs/record.md), and the report of `dragoman check --json` on it (docs/check.md)."""

    record: dict[str, Any]
    check: dict[str, Any]


@router.get("/drafts/{identifier}")
def draft(request: Request, response: Response, identifier: str) -> OneDraft:
    """What was read without keeping it, for the session that asked, until it is forgotten."""
    not_kept(response)
    job = desk_of(request).jobs.get(identifier, session_of(request).id)
    if job is None or job.draft is None or job.report is None:
        raise RecordError("no such draft; it may have been forgotten, or not be read yet: look at its page")
    return OneDraft(job.draft.to_dict(), job.report.to_dict())
