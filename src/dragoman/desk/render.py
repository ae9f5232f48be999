"""Templates into answers. Everything is escaped, and characters that would break a page are made harmless."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from importlib import resources
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from dragoman.desk import cards, ledgers, who
from dragoman.desk.context import desk_of
from dragoman.formats import dates, html, naming, outline, printable, quads
from dragoman.record.searching import Hit
from dragoman.values import DOUBTFUL, Vote

STATIC = {
    **dict.fromkeys(("page.css", "panel.js"), "dragoman.formats.assets"),
    **dict.fromkeys(("desk.css", "desk.js", "reviewing.js"), "dragoman.desk.static"),
}
"""The files that pages ask for, with the packages that they lie in."""

TYPES = {"css": "text/css", "js": "text/javascript"}


@cache
def static(name: str) -> str:
    """The text of a static file."""
    package, _, folder = STATIC[name].rpartition(".")
    return resources.files(package).joinpath(folder, name).read_text("utf-8")


@cache
def static_url(name: str) -> str:
    """Its address, which changes with what it holds, so that it may be kept for a year."""
    return f"/static/{name}?{hashlib.sha256(static(name).encode()).hexdigest()[:12]}"


@cache
def environment() -> Environment:
    """The templates with all that they may call."""
    made = Environment(
        loader=PackageLoader("dragoman.desk"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters |= {
        "day": dates.words,
        "short": dates.short,
        "sure": outline.percent,
        "number": outline.number,
        "entries": _entries,
        "held": ledgers.held,
        "q": _quoted,
    }
    made.globals |= {
        "static": static_url,
        "quad": quads.quad,
        "people": who.people,
        "parties": who.parties,
        "highlighted": highlighted,
        "entry_url": entry_url,
        "article_url": article_url,
        "state": who.state,
        "naming": naming,
        "reasoned": reasoned,
        "DOUBTFUL": DOUBTFUL,
        "SURE": html.SURE,
        "paragraphs": outline.paragraphs,
        "taken_back": ledgers.taken_back,
        "undone": ledgers.undone,
        "address": web_address,
    }
    return made


def page(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page. `values` are what the template names; the user, the form's token and the navigation are always there."""
    desk = desk_of(request)
    common = {
        "user": request.state.user,
        "token": desk.sessions.form_token(request.state.session),
        "local": desk.access.local is not None,
        "path": request.url.path,
        "here": f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path,
        "version": desk.version,
    }
    text = environment().get_template(template).render(**{"q": "", "feed": "", **common, **values})
    return HTMLResponse(printable.plain(text), status)


def highlighted(words: str, pattern: re.Pattern[str] | None) -> Markup:
    """Words with what was looked for in <mark>."""
    if pattern is None:
        return escape(words)
    pieces, at = [], 0
    for match in pattern.finditer(words):
        pieces += [escape(words[at : match.start()]), Markup("<mark>{}</mark>").format(match[0])]
        at = match.end()
    return Markup("").join([*pieces, escape(words[at:])])


def reasoned(vote: Vote) -> Markup:
    """The reason of a vote's check, with a link to the roll call where it is first named."""
    before, named, after = naming.reason(vote).partition(vote.roll_call or "\0")
    link = Markup('<a href="/resolution?symbol={}">{}</a>').format(_quoted(named), named) if named else Markup("")
    return escape(before) + link + escape(after)


def entry_url(hit: Hit | cards.Card) -> str:
    """The permanent address of an entry."""
    return f"/entries/{hit.id}"


def article_url(key: str, part: int = 1) -> str:
    """The address of an article's page, or of a later part of it."""
    return f"/article?key={_quoted(key)}" + (f"&part={part}" if part > 1 else "")


def web_address(url: str | None) -> str:
    """The URL where it leads to the web, else nothing: no other scheme becomes a link."""
    return url if url and url.lower().startswith(("https://", "http://")) else ""


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count:,} entries"


def _quoted(text: str) -> str:
    return quote(text.encode("utf-8", "replace"), safe="")
