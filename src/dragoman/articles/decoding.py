"""Bytes become text: the encoding found, formats that are no text refused with what to do about them."""

from __future__ import annotations

import codecs
import html
import re

from dragoman.errors import ArticleError

_BINARIES = (
    (b"%PDF", "a PDF, not a text", "save its text as .txt (pdftotext does it)"),
    (b"PK\x03\x04", "a Word, OpenDocument, EPUB or ZIP file, not a text", "save it as plain text or HTML"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file, not a text", "save it as plain text or HTML"),
    (b"{\\rtf", "an RTF file", "save it as plain text"),
    (b"\x89PNG", "a PNG image, not a text", "give the article's text"),
    (b"\xff\xd8\xff", "a JPEG image, not a text", "give the article's text"),
    (b"GIF8", "a GIF image, not a text", "give the article's text"),
    (b"RIFF", "an image or sound file, not a text", "give the article's text"),
    (b"II*\x00", "a TIFF image, not a text", "give the article's text"),
    (b"MM\x00*", "a TIFF image, not a text", "give the article's text"),
    (b"\x1f\x8b", "gzip-compressed", "unpack it first"),
    (b"BZh", "bzip2-compressed", "unpack it first"),
    (b"\xfd7zXZ", "xz-compressed", "unpack it first"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed", "unpack it first"),
    (b"SQLite format 3", "a SQLite database, not a text", "give the article's text"),
    (b"\x7fELF", "a program, not a text", "give the article's text"),
)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE
)
_LATIN = frozenset({"iso8859-1", "ascii", "latin-1"})  # browsers read all of these as cp1252
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\x0b\f\r\x1b"))
_MOST_CONTROLS = 0.02  # of the bytes of a text
_FEWEST_VALID = 4  # valid UTF-8 sequences for each broken one, where a broken text is still UTF-8
_MULTIBYTE = re.compile(r"[^\x00-\x7f\ufffd]")
_ENTITY = re.compile(r"&(?:nbsp|amp|quot|apos|lt|gt|[lr][sd]quo|[mn]dash|hellip|#\d{2,6}|#x[0-9a-f]{2,5});", re.IGNORECASE)
_DOUBLE_ENCODED = "â€"  # what a curly quote, dash or ellipsis becomes when its UTF-8 is read as cp1252


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """The text of `data`: by byte order mark, by the `declared` encoding, as UTF-8, else as cp1252.

    Raises ArticleError, with `name`, where the bytes are no text.
    """
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(marked, "replace")
    if wide := _wide(data):
        return data.decode(wide, "replace")
    _refuse_binary(data, name)
    if encoding := _known(declared):
        return data.decode(encoding, "replace")
    try:
        return undo_double_encoding(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _damaged(data)


def declared_in_page(data: bytes) -> str | None:
    """The encoding that a page names in its first kilobytes."""
    match = _DECLARED.search(data[:4096])
    return (match[1] or match[2]).decode("ascii", "replace") if match else None


def undo_entities(text: str) -> str:
    """Plain text in which an aggregator left `&nbsp;`, `&#8217;` and their like, with the characters they stand for."""
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text)


def undo_double_encoding(text: str) -> str:
    """`text`, where all of it was UTF-8 read as cp1252 (`donâ€™t`), as it was before; else unchanged."""
    if _DOUBLE_ENCODED not in text:
        return text
    try:
        return b"".join(map(_cp1252, text)).decode("utf-8")
    except ValueError:
        return text


def _cp1252(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")  # the five bytes that cp1252 leaves undefined


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: nearly every second byte of a Latin text is zero."""
    head = data[:2000]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if len(head) < 4 or len(data) % 2:
        return None
    if odd > 0.8 * len(head) / 2 and not even:
        return "utf-16-le"
    return "utf-16-be" if even > 0.8 * len(head) / 2 and not odd else None


def _refuse_binary(data: bytes, name: str) -> None:
    for magic, what, advice in _BINARIES:
        if data.startswith(magic):
            raise ArticleError(f"{name}: is {what}; {advice}")
    head = data[:100_000]
    if len(head) - len(head.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(head) or b"\0\0" in head:
        raise ArticleError(f"{name}: is binary, not a text; give a .txt, .md or .html file")


def _known(declared: str | None) -> str | None:
    """The Python name of a declared encoding that is worth obeying: UTF-8 is tried anyway, Latin-1 is read as cp1252."""
    try:
        name = codecs.lookup(declared or "").name
        "".encode(name)
    except (LookupError, ValueError):
        return None
    return None if name in ("utf-8", "cp1252") or name in _LATIN or name.startswith("utf-16") else name


def _damaged(data: bytes) -> str:
    """Bytes that are not UTF-8 throughout: UTF-8 with a few broken places, else cp1252."""
    text = data.decode("utf-8", "replace")
    if len(_MULTIBYTE.findall(text)) >= _FEWEST_VALID * text.count("\ufffd"):
        return text
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")
