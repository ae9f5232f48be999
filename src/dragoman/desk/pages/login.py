"""Coming in and going out, where a token or a password is asked for."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import RedirectResponse, Response

from dragoman.desk import render
from dragoman.desk.context import desk_of, own_form
from dragoman.desk.guard import COOKIE, set_cookie

router = APIRouter()


@router.get("/login")
def form(request: Request, back: str = "/") -> Response:
    """The form."""
    if desk_of(request).access.local:
        return RedirectResponse("/", 303)
    return _form(request, back, "")


@router.post("/login", dependencies=[Depends(own_form)])
def enter(
    request: Request,
    name: Annotated[str, Form(max_length=200)] = "",
    secret: Annotated[str, Form(max_length=1000)] = "",
    back: Annotated[str, Form(max_length=2000)] = "/",
) -> Response:
    """A session with its user, or the form again."""
    desk = desk_of(request)
    if desk.access.local:
        return RedirectResponse("/", 303)
    user = desk.access.enter(name.strip(), secret)
    if user is None:
        return _form(request, back, "That is not right. Check what you typed, capitals too.", 403)
    answer = RedirectResponse(back if back.startswith("/") and not back.startswith(("//", "/\\")) and back.isprintable() else "/", 303)
    set_cookie(answer, desk.sessions.written(desk.sessions.new(user)), secure=request.url.scheme == "https")
    return answer


@router.post("/logout", dependencies=[Depends(own_form)])
def leave() -> Response:
    """End the session."""
    answer = RedirectResponse("/login", 303)
    answer.delete_cookie(COOKIE)
    return answer


def _form(request: Request, back: str, message: str, status: int = 200) -> Response:
    values = {"title": "Log in", "back": back, "message": message, "by_name": desk_of(request).access.by_name}
    return render.page(request, "login.html", status, **values)
