"""Reading: what is handed in, the waiting page, and drafts that are not kept."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, File, Form, Query, Request, UploadFile
from starlette.responses import JSONResponse, RedirectResponse, Response

from dragoman.articles import Given
from dragoman.articles.limits import MOST_BYTES
from dragoman.desk import render
from dragoman.desk.cards import Stand
from dragoman.desk.context import desk_of, not_kept, own_form, reviewer, session_of, user_of
from dragoman.desk.intake import Intake
from dragoman.desk.jobs import DRAFT_SECONDS, ENDED, Job
from dragoman.desk.pages.article import choices, shown
from dragoman.errors import ArticleError, RecordError

router = APIRouter()
STAGES = ("waiting", "fetching", "reading", "resolving", "checking", "done")
Short = Annotated[str, Form(max_length=1000)]


@router.get("/read")
def form(request: Request) -> Response:
    """The form: a text, an address or a file; into the record, or as a draft."""
    return render.page(request, "read.html", title="Read an article", may_keep=user_of(request).reviews, most=MOST_BYTES >> 20)


@router.post("/read", dependencies=[Depends(own_form)])
def take(
    request: Request,
    text: Annotated[str, Form(max_length=MOST_BYTES)] = "",
    url: Short = "",
    title: Short = "",
    date: Short = "",
    outlet: Short = "",
    keep: Annotated[str, Form()] = "",
    file: Annotated[UploadFile | None, File()] = None,
) -> Response:
    """Put an article into the queue, and lead to the page that waits for it."""
    desk = desk_of(request)
    if keep:
        reviewer(request)
    data = file.file.read(MOST_BYTES + 1) if file and file.filename else b""
    if len(data) > MOST_BYTES:
        raise ArticleError(f"{file.filename if file else 'file'}: is too long; the limit is {MOST_BYTES >> 20} MiB")
    given = Given(title=title, date=date, outlet=outlet)
    intake = Intake(given, text, url, data, (file.filename or "") if file else "")
    job = desk.jobs.put(intake.name(), session_of(request).id, intake.loader(desk.fetcher), keep=bool(keep))
    return RedirectResponse(f"/reading/{job.id}", 303)


@router.get("/reading/{identifier}")
def wait(request: Request, identifier: str) -> Response:
    """How far it is; when it is read, on to the article or the draft."""
    job = _job(request, identifier)
    if job.stage == "done":
        return RedirectResponse(render.article_url(job.key) if job.keep else f"/drafts/{job.id}", 303)
    values: dict[str, Any] = {"job": job, "ahead": desk_of(request).jobs.ahead(job), "stages": stages(job), "title": f"Reading {job.name}"}
    return not_kept(render.page(request, "waiting.html", **values))


@router.get("/reading/{identifier}/stage")
def stage(request: Request, identifier: str) -> Response:
    """The same for the script."""
    job = _job(request, identifier)
    return not_kept(
        JSONResponse({"stage": job.stage, "words": job.words, "ahead": desk_of(request).jobs.ahead(job), "ended": job.stage in ENDED})
    )


@router.get("/drafts/{identifier}")
def draft(request: Request, identifier: str, part: Annotated[int, Query(ge=1, le=100_000)] = 1) -> Response:
    """What was read without keeping it: the same page as an article's, for this browser alone, until it is forgotten."""
    job = _job(request, identifier)
    if job.draft is None:
        raise RecordError("no such draft; it may have been forgotten: read it again")
    page = render.page(
        request,
        "article.html",
        title=job.draft.article.title or "Draft",
        key="",
        view=None,
        draft=job,
        minutes=int(DRAFT_SECONDS // 60),
        rejected=(),
        rows=(),
        names={},
        filters={"speaker": "", "act": "", "type": "", "sure": 0.0},
        **shown(job.draft, Stand(), (f"/drafts/{job.id}?", part), job.report),
        **choices(job.draft),
    )
    return not_kept(page)


@router.post("/drafts/{identifier}", dependencies=[Depends(own_form)])
def settle(request: Request, identifier: str, what: Annotated[str, Form()]) -> Response:
    """Keep a draft after all, or forget it."""
    desk, job = desk_of(request), _job(request, identifier)
    if what == "keep":
        reviewer(request)
        key = desk.jobs.keep(job)
        desk.jobs.forget(job)
        return RedirectResponse(render.article_url(key), 303)
    desk.jobs.forget(job)
    return RedirectResponse("/read", 303)


def stages(job: Job) -> tuple[str, ...]:
    """The stages on its way; a draft alone is held against the record."""
    return tuple(stage for stage in STAGES if stage != "checking" or not job.keep)


def _job(request: Request, identifier: str) -> Job:
    job = desk_of(request).jobs.get(identifier, session_of(request).id)
    if job is None:
        raise RecordError("nothing is being read under this address; it may have been forgotten: read the article again")
    return job
