"""Fetching a URL: http and https only, to public addresses, within limits of time, size and redirects, past any proxy setting."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version

import httpcore
import httpx

from dragoman.errors import FetchError

from .connecting import CheckedBackend, Deadline, Resolver, resolve
from .limits import MOST_BYTES

_TEXTS = frozenset({"text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/x-markdown"})
FEEDS = frozenset({"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml"})
"""Media types of feeds, which are no pages: who wants them says so (`Fetcher.texts`)."""
PAGES_AND_FEEDS = _TEXTS | FEEDS
_ENCODINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
_HEADERS = {
    "User-Agent": f"dragoman/{version('dragoman')}",
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, text/markdown;q=0.9, */*;q=0.1",
    "Accept-Language": "en",
    "Accept-Encoding": "gzip, deflate",
}
_ADVICE = {
    401: "it asks for a login: save the page and read the file",
    402: "it asks for payment: save the page and read the file",
    403: "it refuses programs: save the page in a browser and read the file",
    404: "there is no such page: check the address",
    410: "the page is gone: look for it in a web archive",
    429: "too many requests: wait and try again",
    451: "withheld for legal reasons: look for it in a web archive",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """What a server said of a page when it was fetched last: its ETag and Last-Modified; it need not send the page again if they hold."""

    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """The bytes of a page, the address they came from after redirects, their media type and the encoding that the server names.

    `seen` is to be given back when the page is asked for again; `same` says that it is as it was then, and `data` is empty.
    """

    url: str
    data: bytes
    media_type: str | None = None
    encoding: str | None = None
    seen: Seen = Seen()
    same: bool = False


@dataclass(frozen=True, slots=True)
class Fetcher:
    """How pages are fetched: seconds to connect, between two reads, in whole; bytes; redirects; private addresses or not; media types."""

    allow_private: bool = False
    connect_seconds: float = 10.0
    read_seconds: float = 20.0
    whole_seconds: float = 60.0
    most_bytes: int = MOST_BYTES
    most_redirects: int = 5
    texts: frozenset[str] = _TEXTS
    resolver: Resolver = resolve
    tls: ssl.SSLContext = field(default_factory=lambda: httpx.create_ssl_context(trust_env=False))

    def fetch(self, url: str, seen: Seen | None = None) -> Fetched:
        """The page at `url`, or that it is the same as it was when `seen` was said of it.

        Raises FetchError, naming `url`, where it cannot be fetched or must not be.
        """
        deadline = Deadline.after(self.whole_seconds)
        timeout = httpx.Timeout(self.read_seconds, connect=self.connect_seconds)
        try:
            with httpx.Client(transport=self._transport(deadline), trust_env=False, timeout=timeout, headers=_HEADERS) as client:
                return self._follow(client, client.build_request("GET", url, headers=_conditions(seen)))
        except FetchError as error:
            raise FetchError(f"{url}: {error}", error.wait) from None
        except (httpx.InvalidURL, UnicodeError):
            raise FetchError(f"{url}: is no address; write it as https://host/path") from None
        except (httpcore.TimeoutException, httpx.TimeoutException):
            raise FetchError(f"{url}: took too long ({self.whole_seconds:g} s at most); try again later") from None
        except (httpcore.ConnectError, ssl.SSLError) as error:
            raise FetchError(f"{url}: {_no_connection(error)}") from None
        except (httpcore.NetworkError, httpcore.ProtocolError, httpx.HTTPError, httpx.CookieConflict) as error:
            raise FetchError(f"{url}: the connection broke ({_first_line(error)}); try again later") from None

    def _transport(self, deadline: Deadline) -> _Transport:
        return _Transport(httpcore.ConnectionPool(self.tls, network_backend=CheckedBackend(deadline, self.allow_private, self.resolver)))

    def _follow(self, client: httpx.Client, request: httpx.Request) -> Fetched:
        """The page that the request leads to; the bodies of redirects are never read."""
        for _ in range(self.most_redirects + 1):
            _require_web_address(request.url)
            response = client.send(request, stream=True)
            try:
                if response.next_request is None:
                    return self._page(response)
                request = response.next_request
            finally:
                response.close()
        raise FetchError(f"more than {self.most_redirects} redirects; check the address")

    def _page(self, response: httpx.Response) -> Fetched:
        seen = Seen(response.headers.get("etag"), response.headers.get("last-modified"))
        if response.status_code == 304:
            return Fetched(_without_fragment(response.url), b"", seen=seen, same=True)
        if not response.is_success:
            advice = _ADVICE.get(response.status_code, "try again later, or save the page and read the file")
            raise FetchError(
                f"the server answered {response.status_code} {response.reason_phrase}".rstrip() + f"; {advice}", _wait(response)
            )
        media_type = response.headers.get("content-type", "").split(";")[0].strip().lower() or None
        if media_type is not None and media_type not in self.texts:
            raise FetchError(f"is {media_type}, not a text; give the address of a page")
        if response.headers.get("content-encoding", "").strip().lower() not in _ENCODINGS:
            raise FetchError("is compressed in a way that was not asked for; save the page and read the file")
        return Fetched(_without_fragment(response.url), self._body(response), media_type, response.charset_encoding, seen)

    def _body(self, response: httpx.Response) -> bytes:
        declared = response.headers.get("content-length", "")
        body = bytearray()
        if not (declared.isdecimal() and int(declared) > self.most_bytes):
            for part in response.iter_bytes():
                body += part
                if len(body) > self.most_bytes:
                    break
            else:
                return bytes(body)
        raise FetchError(f"is too large ({self.most_bytes / 1024 / 1024:g} MiB at most); save the article's text and read the file")


class _Transport(httpx.BaseTransport):
    """httpx's requests over a given httpcore pool; httpx's own transport takes no network backend."""

    def __init__(self, pool: httpcore.ConnectionPool) -> None:
        self._pool = pool

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = httpcore.URL(scheme=request.url.raw_scheme, host=request.url.raw_host, port=request.url.port, target=request.url.raw_path)
        answer = self._pool.handle_request(
            httpcore.Request(request.method, url, headers=request.headers.raw, content=request.stream, extensions=request.extensions)
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Stream(answer), extensions=answer.extensions)

    def close(self) -> None:
        self._pool.close()


class _Stream(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        return self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


def _require_web_address(url: httpx.URL) -> None:
    if url.scheme not in ("http", "https") or not url.host:
        raise FetchError(f"{url} is no http or https address; only these are fetched")
    if url.port is not None and not 0 < url.port < 65536:
        raise FetchError(f"{url.port} is no port; check the address")
    if url.userinfo:
        raise FetchError("the address holds a user name or password; leave it out")


def _conditions(seen: Seen | None) -> dict[str, str]:
    """The headers that ask for a page only if it has changed."""
    said = {"If-None-Match": seen.etag, "If-Modified-Since": seen.modified} if seen else {}
    return {name: value for name, value in said.items() if value}


def _wait(response: httpx.Response) -> float | None:
    """The seconds that the server asks to be left alone (Retry-After as a number or a date)."""
    said = response.headers.get("retry-after", "").strip()
    if said.isdecimal():
        return float(said)
    try:
        return max(0.0, (parsedate_to_datetime(said) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):
        return None


def _without_fragment(url: httpx.URL) -> str:
    return str(url.copy_with(fragment=None))


def _no_connection(error: Exception) -> str:
    text = _first_line(error)
    if "CERTIFICATE" in text.upper() or "SSL" in text.upper() or isinstance(error, ssl.SSLError):
        return f"no secure connection ({text}); check the address, or save the page in a browser and read the file"
    return f"no connection ({text or 'refused'}); check the address and your connection"


def _first_line(error: Exception) -> str:
    return str(error).split("\n", 1)[0]
