"""A statement with its citation, to be copied: as plain text and as Markdown."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.formats import chain, dates, naming
from dragoman.formats.markdown import escape
from dragoman.formats.outline import quotation
from dragoman.values import Record, Statement

REPORTED = {"indirect": "as reported", "mixed": "as reported, partly in these words"}
"""What stands before words that are not all the speaker's own."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A statement's words with speaker and source, as plain text and as Markdown."""

    plain: str
    markdown: str


def cited(record: Record, value: object) -> Citation | None:
    """The citation of a statement of the record; None for other entries."""
    return Citation(plain(record, value), markdown(record, value)) if isinstance(value, Statement) else None


def plain(record: Record, statement: Statement) -> str:
    """“Words.” – Speaker, as told by … (role, state’s name), 6 March 2022. “Title”, Outlet, 7 March 2022, URL.

    Words that are not all the speaker's own stand behind the speaker instead, and it says so.
    """
    found, speaker = words(record, statement), who(record, statement)
    said = f"{speaker}, {REPORTED[statement.manner]}: {found}" if statement.manner in REPORTED else f"{found} – {speaker}"
    return f"{said.rstrip('.')}. {source(record)}"


def markdown(record: Record, statement: Statement) -> str:
    """The same as a quotation of Markdown, the address a link."""
    title, url = escape(record.article.title or "Untitled article"), record.article.url or ""
    linked = f"[{title}](<{url}>)" if url.startswith(("https://", "http://")) and not set(url) & set("<>\n ") else f"“{title}”"
    published = ", ".join(filter(None, (linked, escape(record.article.outlet or ""), dates.words(record.article.date))))
    reported = f", {REPORTED[statement.manner]}" if statement.manner in REPORTED else ""
    return f"> {escape(words(record, statement))}\n>\n> – {escape(who(record, statement) + reported)}. {published}."


def words(record: Record, statement: Statement) -> str:
    """The words as the article has them, in quotation marks where they were said so; white space made single blanks."""
    return " ".join(quotation(record, statement).split())


def who(record: Record, statement: Statement) -> str:
    """The chain, what the speaker is, and when it was said."""
    actor = record.actor(statement.source)
    known = ", ".join(filter(None, (actor.role, naming.state(actor.state)))) if actor else ""
    said = dates.words(statement.date, statement.until)
    named = chain.phrase(record, statement) + (f" ({known})" if known else "")
    return f"{named}, {said}" if said else named


def source(record: Record) -> str:
    """The article as a reference."""
    article = record.article
    title = f"“{article.title or 'Untitled article'}”"
    return ", ".join(filter(None, (title, article.outlet, dates.words(article.date), article.url))) + "."
