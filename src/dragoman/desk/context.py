"""What every page needs, in one place: the record, the jobs, who may come in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fastapi import Request
from starlette.responses import Response

from dragoman.articles.fetching import Fetcher
from dragoman.desk.access import Access, Session, Sessions, User
from dragoman.desk.jobs import Jobs
from dragoman.errors import DragomanError
from dragoman.knowledge import Knowledge
from dragoman.record import Store


class RefusedError(DragomanError):
    """The user's role does not allow this, or a form does not come from this session."""


@dataclass(frozen=True)
class Desk:
    """All that `create_app` puts together."""

    store: Store
    jobs: Jobs
    access: Access
    sessions: Sessions
    fetcher: Fetcher
    knowledge: Callable[[], Knowledge]
    version: str


def desk_of(request: Request) -> Desk:
    """The desk of a request's application."""
    found = request.app.state.desk
    assert isinstance(found, Desk)
    return found


def user_of(request: Request) -> User:
    """Who asks."""
    user = request.state.user
    assert isinstance(user, User)
    return user


def session_of(request: Request) -> Session:
    """The session that the request belongs to."""
    found = request.state.session
    assert isinstance(found, Session)
    return found


async def own_form(request: Request) -> None:
    """Let a form pass that a page of this session carries. Raises RefusedError for any other."""
    form = await request.form(max_files=1, max_fields=200, max_part_size=11 * 1024 * 1024)
    token = form.get("token")
    if not isinstance(token, str) or not desk_of(request).sessions.is_form_token(session_of(request), token):
        raise RefusedError("this form is too old or comes from elsewhere; go back, load the page again and send it again")


def reviewer(request: Request) -> User:
    """The user, who may decide. Raises RefusedError for a reader."""
    user = user_of(request)
    if not user.reviews:
        raise RefusedError(f"{user.name}: may read and not decide; ask for the role of a reviewer")
    return user


def not_kept(response: Response) -> Response:
    """The response, never to be stored by a browser."""
    response.headers["Cache-Control"] = "no-store"
    return response
