"""The record as Markdown (CommonMark with tables): it reads well as plain text and in every viewer."""

from __future__ import annotations

import re

from dragoman.formats import chain, dates, printable, tables
from dragoman.formats.outline import Entry, counts, details, outline, paragraphs, quotation
from dragoman.values import Record, Tie, Vote

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&$])")
"""Characters that mean something to Markdown or to HTML within it, wherever they stand."""

OPENERS = re.compile(r"^(\s*)([-+:]|\d+[.)])", re.MULTILINE)
"""What would open a list or a table at the start of a line."""

WEB = re.compile(r"https?://[^\s<>]+", re.IGNORECASE)
INDENT = "  "


def render(record: Record) -> str:
    """The record as one Markdown text that ends with a line feed; what came from outside shows as the words that it is."""
    blocks = [*_header(record), "## Statements", *_statements(record)]
    blocks += ["## Events", _events(record)] if record.events else []
    blocks += ["## Votes", *(_vote(record, vote) for vote in record.votes)] if record.votes else []
    blocks += ["## Ties", *(_tie(record, tie) for tie in record.ties)] if record.ties else []
    blocks += ["---", f"*{escape(' · '.join([*counts(record), f'model {record.coder.model}']))}*"]
    return "\n\n".join(blocks) + "\n"


def escape(text: str) -> str:
    """The text on one line, every character that Markdown or HTML would read as its own made plain."""
    flat = SPECIAL.sub(r"\\\1", " ".join(printable.line(text).split()))
    return OPENERS.sub(lambda match: f"{match[1]}{match[2][:-1]}\\{match[2][-1]}", flat)


def _header(record: Record) -> list[str]:
    article = record.article
    facts = [escape(fact) for fact in (dates.words(article.date), article.outlet) if fact]
    if article.url:
        facts.append(f"<{article.url}>" if WEB.fullmatch(article.url) else escape(article.url))
    return [f"# {escape(article.title or 'Untitled article')}", *([" · ".join(facts)] if facts else [])]


def _statements(record: Record) -> list[str]:
    return ["\n\n".join(_statement(record, entry) for entry in outline(record))] if record.statements else ["No statement found."]


def _statement(record: Record, entry: Entry) -> str:
    statement = entry.statement
    names = (f"**{escape(part.text)}**" if part.speaker else _inline(part.text) for part in chain.parts(record, statement))
    first = f"- {''.join(names)} · *{escape(statement.act)}* · {escape(' · '.join(details(statement)))}"
    words = f"\n{INDENT}>\n".join(f"{INDENT}> {escape(paragraph)}" for paragraph in paragraphs(quotation(record, statement)))
    block = f"{first}\n\n{words}" if words else first
    return "\n".join(INDENT * entry.depth + line if line else "" for line in block.split("\n"))


def _inline(words: str) -> str:
    """Escaped words that keep the blanks at their ends."""
    return f"{' ' * words.startswith(' ')}{escape(words)}{' ' * words.endswith(' ')}" if words.strip() else words


def _events(record: Record) -> str:
    rows = [[column.title for column in tables.WIDE], ["---"] * len(tables.WIDE)]
    rows += [[escape(column.cell(record, event)) for column in tables.WIDE] for event in record.events]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _vote(record: Record, vote: Vote) -> str:
    facts = filter(None, (vote.body, dates.words(vote.date, vote.until), vote.subject))
    lines = [f"- **{escape(tables.voters(record, vote))}** · *{escape(vote.choice)}* · {escape(' · '.join(facts))}"]
    lines.append(f"{INDENT}> {escape(vote.evidence.text)}")
    if vote.check:
        lines.append(f"{INDENT}**{escape(vote.check.verdict)}**{_inline(tables.ground(vote))}")
    return "\n\n".join(lines)


def _tie(record: Record, tie: Tie) -> str:
    subject, other = (escape(chain.name(record, end)) for end in (tie.subject, tie.object))
    return f"- **{subject}** — {escape(tie.relation)} — **{other}**\n\n{INDENT}> {escape(tie.evidence.text)}"
