"""What stands before every page: the host that was asked for, sizes, rates, who it is; and the headers behind every answer."""

from __future__ import annotations

import base64
import binascii
import math
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.articles.limits import MOST_BYTES
from dragoman.desk.access import HOURS, Access, Session, Sessions, User
from dragoman.desk.limiting import Limiter

COOKIE = "dragoman-desk"
LARGEST = MOST_BYTES + 64 * 1024
"""Bytes that a request may hold: the largest article and the fields around it."""

LOOPBACK = ("localhost", "127.0.0.1", "::1")
LOGIN = "/login"
STATIC = "/static/"
"""What can be asked for without being let in."""

BY_PROGRAMS = ("/api/", "/feed.atom", "/openapi.json")
NO_FORMS = (*BY_PROGRAMS, STATIC)
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


@dataclass(frozen=True)
class Guard:
    """The ASGI application `app`, behind the door. It finds `session` and `user` in the state of its requests."""

    app: ASGIApp
    access: Access
    sessions: Sessions
    limiter: Limiter

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request in, or answer it here."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        refusal = self._refused(request)
        cookie = ""
        if refusal is None:
            known = self.sessions.read(request.cookies.get(COOKIE))
            session = known or self.sessions.new()
            user, refusal = self._admitted(request, session)
            scope.setdefault("state", {}).update(session=session, user=user)
            cookie = "" if known or request.url.path.startswith(NO_FORMS) else self._cookie(request, session)
        sender = _with_headers(send, scope, cookie)
        if refusal is not None:
            await refusal(scope, receive, sender)
            return
        await self.app(scope, _counted(receive), sender)

    def _cookie(self, request: Request, session: Session) -> str:
        answer = Response()
        set_cookie(answer, self.sessions.written(session), secure=request.url.scheme == "https")
        return answer.headers["set-cookie"]

    def _refused(self, request: Request) -> Response | None:
        if self.access.local and _host(request) not in LOOPBACK:
            return _plain(421, "this desk answers to localhost alone; open it under http://localhost")
        if request.method not in ("GET", "HEAD"):
            site = request.headers.get("sec-fetch-site", "same-origin")
            origin = request.headers.get("origin")
            if site not in ("same-origin", "none") or (origin and urlsplit(origin).netloc != request.headers.get("host")):
                return _plain(403, "this form comes from another site; open the desk and use its own")
        length = request.headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > LARGEST:
            return _plain(413, f"too large; an article has at most {MOST_BYTES >> 20} MiB")
        seconds = self.limiter.wait(request.client.host if request.client else "", _kind(request))
        if seconds:
            return _plain(429, f"too many requests; try again in {math.ceil(seconds)} s", {"Retry-After": str(math.ceil(seconds))})
        return None

    def _admitted(self, request: Request, session: Session) -> tuple[User | None, Response | None]:
        """Who it is, and the answer where nobody may pass so."""
        if self.access.local:
            return self.access.local, None
        user = session.user if session.user and self.access.still(session.user) else None
        path = request.url.path
        if user is None and path.startswith(BY_PROGRAMS) and "authorization" in request.headers:
            name, secret = _credentials(request.headers)
            if self.limiter.wait(request.client.host if request.client else "", "secret"):
                return None, _plain(429, "too many requests; try again later", {"Retry-After": "60"})
            user = self.access.enter(name, secret)
        if user is not None or path == LOGIN or path.startswith(STATIC):
            return user, None
        if path.startswith(BY_PROGRAMS):
            return None, _plain(401, "log in, or send the token as a bearer", {"WWW-Authenticate": 'Basic realm="Dragoman"'})
        back = quote(request.url.path + (f"?{request.url.query}" if request.url.query else ""), safe="")
        return None, RedirectResponse(f"{LOGIN}?back={back}" if request.method == "GET" else LOGIN, 303)


def _plain(status: int, message: str, headers: dict[str, str] | None = None) -> PlainTextResponse:
    return PlainTextResponse(message + "\n", status, headers)


def _host(request: Request) -> str:
    try:
        return (urlsplit(f"//{request.headers.get('host', '')}").hostname or "").lower()
    except ValueError:  # a bracket that is not closed
        return ""


def _kind(request: Request) -> str:
    if request.method in ("GET", "HEAD"):
        return "look"
    return {LOGIN: "login", "/read": "read"}.get(request.url.path, "write")


def _credentials(headers: Headers) -> tuple[str, str]:
    """Name and secret of an Authorization header, `Bearer` or `Basic`; blanks where it is neither."""
    scheme, _, value = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return "api", value.strip()
    try:
        name, _, secret = base64.b64decode(value.strip(), validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return "", ""
    return name, secret


def _counted(receive: Receive) -> Receive:
    """The body as it comes, cut off where it is longer than it said or may be."""
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        return {"type": "http.disconnect"} if seen > LARGEST else message

    return counted


def set_cookie(answer: Response, value: str, *, secure: bool) -> None:
    """Give the browser its session."""
    answer.set_cookie(COOKIE, value, HOURS * 3600, httponly=True, samesite="lax", secure=secure)


def _with_headers(send: Send, scope: Scope, cookie: str) -> Send:
    """Security headers on every answer, and the cookie of a new session where the answer sets none itself."""

    async def sender(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(raw=message["headers"])
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            if not scope["path"].startswith(STATIC):
                headers.setdefault("Cache-Control", "private, no-cache")
            if cookie and "set-cookie" not in headers:
                headers["set-cookie"] = cookie
            message["headers"] = headers.raw
        await send(message)

    return sender
