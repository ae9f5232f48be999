"""The application: what is put together, in one visible place."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from importlib.metadata import version
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.responses import JSONResponse, Response

from dragoman import record
from dragoman.desk import api, drafts, feed, render
from dragoman.desk.access import Sessions
from dragoman.desk.context import Desk, RefusedError
from dragoman.desk.guard import Guard
from dragoman.desk.jobs import Jobs
from dragoman.desk.pages import acts, article, entry, home, login, people, reviewing, search, taking, votes
from dragoman.desk.settings import Settings
from dragoman.errors import DragomanError, OutdatedError, RecordError

PAGES = (home, search, article, entry, acts, people, votes, reviewing, taking, login)
"""The modules of pages, each with its router."""

STATUS: tuple[tuple[type[DragomanError], int], ...] = ((RefusedError, 403), (OutdatedError, 409), (RecordError, 404), (DragomanError, 400))
HEADINGS = {
    400: "That cannot be done",
    403: "Not allowed",
    404: "Not found",
    405: "Not so",
    409: "Somebody was faster",
    422: "That cannot be done",
}


def create_app(record_url: str | Path, settings: Settings | None = None) -> FastAPI:
    """The desk on the record at a path or URL, which is made where there is none.

    Without settings it is for one person on this machine. Raises RecordError where the record cannot be opened.
    """
    chosen = settings or Settings()
    store = record.open(record_url, create=True)
    known = cache(chosen.knowledge)
    desk = Desk(
        store=store,
        jobs=Jobs(store, cache(chosen.steps), known),
        access=chosen.access,
        sessions=Sessions(secrets.token_hex(32)),
        fetcher=chosen.fetcher,
        knowledge=known,
        version=version("dragoman"),
    )

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        yield
        store.close()

    app = FastAPI(
        title="Dragoman",
        version=desk.version,
        description="The record of diplomacy: who said what, and through whom. All that the pages show, as JSON.",
        docs_url=None,
        redoc_url=None,
        lifespan=life,
        middleware=[Middleware(Guard, access=desk.access, sessions=desk.sessions, limiter=chosen.limiter)],
    )
    app.state.desk = desk
    for module in PAGES:
        app.include_router(module.router, include_in_schema=False)
    app.include_router(feed.router, include_in_schema=False)
    app.include_router(api.router)
    app.include_router(drafts.router)
    app.add_api_route("/static/{name}", static, include_in_schema=False)
    app.add_exception_handler(DragomanError, _refused)
    app.add_exception_handler(HTTPException, _failed)
    app.add_exception_handler(RequestValidationError, _misread)
    return app


def static(request: Request, name: str) -> Response:
    """A file of style or script."""
    if name not in render.STATIC:
        raise HTTPException(404)
    headers = {"Cache-Control": "public, max-age=31536000, immutable" if request.url.query else "no-cache"}
    return Response(render.static(name), media_type=render.TYPES[name.rpartition(".")[2]], headers=headers)


def _refused(request: Request, error: Exception) -> Response:
    status = next(status for kind, status in STATUS if isinstance(error, kind))
    return _answer(request, status, str(error))


def _failed(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 304:
        return Response(status_code=304, headers=error.headers)
    message = "there is no such page; begin at the start page, or search" if error.status_code == 404 else str(error.detail)
    return _answer(request, error.status_code, message)


def _misread(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    where = ".".join(str(part) for part in first.get("loc", ())[1:]) or "the request"
    return _answer(request, 422, f"{where}: {first.get('msg', 'cannot be understood')}")


def _answer(request: Request, status: int, message: str) -> Response:
    if request.url.path.startswith("/api/") or "user" not in request.scope.get("state", {}):
        return JSONResponse({"detail": message}, status)
    heading = HEADINGS.get(status, "That went wrong")
    return render.page(request, "error.html", status, heading=heading, message=message, title=heading)
