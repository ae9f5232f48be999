"""Bytes are read in the encoding they are in; what is no text is refused with advice."""

import pytest

from dragoman.articles.decoding import decode, undo_double_encoding, undo_entities
from dragoman.errors import ArticleError

TEXT = "“We don’t agree,” the délégation said — twice."


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(TEXT.encode(), id="UTF-8"),
        pytest.param(b"\xef\xbb\xbf" + TEXT.encode(), id="UTF-8 with mark"),
        pytest.param(TEXT.encode("utf-16"), id="UTF-16 with mark"),
        pytest.param(b"\xfe\xff" + TEXT.encode("utf-16-be"), id="UTF-16 big-endian with mark"),
        pytest.param(TEXT.encode("utf-16-le"), id="UTF-16 little-endian without mark"),
        pytest.param(TEXT.encode("utf-16-be"), id="UTF-16 big-endian without mark"),
        pytest.param(TEXT.encode("cp1252"), id="cp1252"),
        pytest.param(TEXT.encode().decode("cp1252", "replace").replace("�", "\x9d").encode(), id="UTF-8 encoded twice"),
    ],
)
def test_the_encoding_is_found(data):
    assert decode(data, "x") == TEXT


def test_one_broken_byte_does_not_turn_utf8_into_another_encoding():
    assert decode(TEXT.encode() + b" \xe2\x80 end", "x") == TEXT + " � end"


@pytest.mark.parametrize(
    ("declared", "data", "text"),
    [
        ("koi8-r", "мир".encode("koi8-r"), "мир"),
        ("iso-8859-1", b"\x93quoted\x94", "“quoted”"),  # browsers read Latin-1 as cp1252
        ("no-such-encoding", b"caf\xc3\xa9", "café"),
        ("utf-8", b"caf\xe9", "café"),
        ("zip", b"plain", "plain"),  # a codec, but none of text
    ],
)
def test_a_declared_encoding_is_obeyed_where_it_makes_sense(declared, data, text):
    assert decode(data, "x", declared) == text


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04....", "a Word"),
        (b"\xd0\xcf\x11\xe0....", "old Word"),
        (b"{\\rtf1 ...}", "an RTF"),
        (b"\x89PNG\r\n\x1a\n", "a PNG"),
        (b"\xff\xd8\xff\xe0", "a JPEG"),
        (b"GIF89a", "a GIF"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\x7fELF\x02\x01", "a program"),
        (bytes(range(256)) * 4, "binary"),
    ],
)
def test_what_is_no_text_is_refused_with_its_name(data, what):
    with pytest.raises(ArticleError, match=f"report.bin: is {what}|report.bin: is an {what}") as caught:
        decode(data, "report.bin")
    assert ";" in str(caught.value)  # says what to do


def test_entities_and_double_encoding_are_undone_only_where_they_are():
    assert undo_entities("AT&amp;T &quot;said&quot;&nbsp;it&#8217;s &unknown; R&D") == 'AT&T "said"\xa0it’s &unknown; R&D'
    assert undo_double_encoding("a “real” â€ in a text with “curly” quotes") == "a “real” â€ in a text with “curly” quotes"
