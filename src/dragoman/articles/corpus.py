"""Corpora: `.jsonl` (or `.jsonl.gz`) files with an article a line, read lazily; a bad line never stops the rest.

A line is `{"id", "title", "date", "outlet", "url", "text"}`; `text` alone is required. Its text is the body already and is taken as it is.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from dragoman.errors import ArticleError, CorpusError, UsageError
from dragoman.values import Article

from .dates import FORMS, is_date
from .language import other_language
from .limits import MOST_WORDS

_MOST_BYTES = 16 * 1024 * 1024  # of a line: 200,000 words are some 1.2 MB, three times that where JSON escapes them
_SHARD = re.compile(r"(\d{1,6})/(\d{1,6})", re.ASCII)
_OPTIONAL = ("title", "outlet", "url")


@dataclass(frozen=True, slots=True)
class Shard:
    """The `part`th of `of` parts of a corpus, counted from 1; which lines it holds depends on nothing but their numbers."""

    part: int = 1
    of: int = 1

    def holds(self, number: int) -> bool:
        """Whether the line of that number, counted from 1, belongs to this part."""
        return number % self.of == self.part % self.of


def parse_shard(text: str) -> Shard:
    """The shard that `3/64` names. Raises UsageError where it names none."""
    match = _SHARD.fullmatch(text)
    part, of = (int(match[1]), int(match[2])) if match else (0, 0)
    if not 1 <= part <= of:
        raise UsageError(f"--shard {text}: not a part of a corpus; write it as 3/64: the third of 64 parts")
    return Shard(part, of)


def is_corpus(source: str) -> bool:
    """Whether `source` names a corpus: a path that ends in .jsonl or .jsonl.gz."""
    return source.lower().endswith((".jsonl", ".jsonl.gz"))


def read(path: str | Path, shard: Shard | None = None) -> Iterator[Article | CorpusError]:
    """An Article or a CorpusError for each line of the corpus that holds anything, in order; with `shard`, for the lines of that part.

    A line without `id` gets `<stem>-<line number>`. Ids are compared over the whole file, so that a line fares alike in every shard.
    Raises ArticleError at once where the file cannot be opened.
    """
    _require_file(path)
    return _results(Path(path), shard or Shard())


def length(path: str | Path, shard: Shard | None = None) -> int:
    """How many results `read` gives for the same arguments. Raises ArticleError where the file cannot be opened."""
    _require_file(path)
    part = shard or Shard()
    return sum(isinstance(line, CorpusError) or part.holds(number) for number, line in _lines(Path(path)))


def _require_file(path: str | Path) -> None:
    if Path(path).is_dir():
        raise ArticleError(f"{path}: is a directory; give a .jsonl file")
    try:
        with Path(path).open("rb") as file:
            head = file.read(2)
    except OSError as error:
        raise ArticleError(f"{path}: cannot be read ({error.strerror or error}); check the path") from None
    if head in (b"\xff\xfe", b"\xfe\xff"):
        raise ArticleError(f"{path}: is UTF-16; save it as UTF-8")


def _results(path: Path, shard: Shard) -> Iterator[Article | CorpusError]:
    seen: dict[str, int] = {}
    stem = path.name.removesuffix(".gz").removesuffix(".jsonl")
    for number, line in _lines(path):
        result = line if isinstance(line, CorpusError) else _result(line, f"{stem}-{number}", f"{path}:{number}")
        if isinstance(result, Article) and (first := seen.setdefault(result.id, number)) != number:
            result = CorpusError(f"{path}:{number}: the id {json.dumps(result.id)} stands in line {first} too; give each line its own id")
        if isinstance(line, CorpusError) or shard.holds(number):
            yield result


def _lines(path: Path) -> Iterator[tuple[int, bytes | CorpusError]]:
    """The lines that hold anything, with their numbers from 1; a CorpusError ends them where the file breaks off."""
    number = 0
    try:
        with closing(_open(path)) as file:
            while line := file.readline(_MOST_BYTES + 1):
                number += 1
                rest = line
                while len(rest) > _MOST_BYTES and not rest.endswith(b"\n"):
                    rest = file.readline(_MOST_BYTES + 1)
                line = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
                if line.strip():
                    yield number, line
    except (OSError, EOFError, zlib.error) as error:
        yield number + 1, CorpusError(f"{path}:{number + 1}: the file breaks off here ({error}); fetch or compress it again")


def _open(path: Path) -> IO[bytes]:
    return gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb")  # type: ignore[return-value]


def _result(line: bytes, identifier: str, place: str) -> Article | CorpusError:
    """The article of one line; `identifier` is its id where it names none."""
    try:
        fields = _fields(line)
        return _article(fields, _text_field(fields, "id") or identifier)
    except _LineError as error:
        return CorpusError(f"{place}: {error}")


class _LineError(ValueError):
    """What is wrong with a line and what to do about it."""


def _fields(line: bytes) -> dict[str, Any]:
    if len(line) > _MOST_BYTES:
        raise _LineError(f"longer than {_MOST_BYTES >> 20} MiB; an article has at most {MOST_WORDS:,} words: split it")
    try:
        fields = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise _LineError(f"invalid UTF-8 at byte {error.start + 1}; save the file as UTF-8") from None
    except json.JSONDecodeError as error:
        raise _LineError(f"not JSON at character {error.pos + 1} ({error.msg}); write one JSON object a line") from None
    except (RecursionError, ValueError):
        raise _LineError("JSON that is nested too deep or holds a number too long; write one flat JSON object a line") from None
    if not isinstance(fields, dict):
        raise _LineError('not a JSON object; write {"id": …, "text": …}')
    return fields


def _article(fields: dict[str, Any], identifier: str) -> Article:
    text = _text_field(fields, "text")
    if text is None:
        raise _LineError("no text; give the article's body in the field text")
    date = _text_field(fields, "date")
    if date is not None and not is_date(date):
        raise _LineError(f"the date {json.dumps(date)} is none; write it as {FORMS}")
    _require_readable(text)
    title, outlet, url = (_text_field(fields, name) for name in _OPTIONAL)
    return Article(identifier, title, date, outlet, url, "en", hashlib.sha256(text.encode()).hexdigest(), text)


def _text_field(fields: dict[str, Any], name: str) -> str | None:
    """A field as text; None where it is absent, null or blank."""
    value = fields.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise _LineError(f"{name} is {json.dumps(value, default=str)[:40]}, not a string; write it in quotation marks")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise _LineError(f"{name} holds half of a character (a lone surrogate); write the character whole") from None
    return value if value.strip() else None


def _require_readable(text: str) -> None:
    words = len(text.split())
    if words > MOST_WORDS:
        raise _LineError(f"longer than {MOST_WORDS:,} words, the limit ({words:,}); split it")
    if language := other_language(text):
        raise _LineError(f"in {language}; Dragoman reads English: leave the line out or translate it")
