"""Connections to the address that was checked, and a deadline over all that is read from them.

A host name is resolved once, every answer is checked, and the socket is opened to one of those very answers, so that a second look-up
cannot lead elsewhere. TLS still verifies the host name, which httpcore takes from the URL.
"""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpcore

from dragoman.errors import FetchError

from .addresses import is_public

Resolver = Callable[[str, int], Sequence[str]]


def resolve(host: str, port: int) -> list[str]:
    """The IP addresses of a host, in the system's order. Raises OSError where it has none."""
    return list(dict.fromkeys(str(answer[4][0]) for answer in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


@dataclass(frozen=True, slots=True)
class Deadline:
    """The moment when a fetch must be over, on the monotonic clock."""

    moment: float

    @classmethod
    def after(cls, seconds: float) -> Deadline:
        """The deadline that lies `seconds` from now."""
        return cls(time.monotonic() + seconds)

    def left(self, most: float | None = None) -> float:
        """The seconds left, at most `most`. Raises httpcore.ReadTimeout where there are none."""
        seconds = self.moment - time.monotonic()
        if seconds <= 0:
            raise httpcore.ReadTimeout("the whole took too long")
        return seconds if most is None else min(seconds, most)


@dataclass(frozen=True)
class CheckedBackend(httpcore.NetworkBackend):
    """A network backend that connects to public addresses only, unless `allow_private`, and to nothing after the deadline."""

    deadline: Deadline
    allow_private: bool = False
    resolver: Resolver = resolve
    inner: httpcore.NetworkBackend = field(default_factory=httpcore.SyncBackend)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A stream to the first address of `host` that answers. Raises FetchError where an address is refused or the name is unknown."""
        failure: Exception = httpcore.ConnectError("no address")
        for address in self._addresses(host, port):
            try:
                stream = self.inner.connect_tcp(address, port, self.deadline.left(timeout), local_address, socket_options)
                return _DeadlineStream(stream, self.deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure

    def _addresses(self, host: str, port: int) -> Sequence[str]:
        try:
            addresses = _in_time(lambda: self.resolver(host, port), self.deadline)
        except (OSError, UnicodeError):
            raise FetchError(f"the host {host} is not known; check the address and your connection") from None
        if not addresses:
            raise FetchError(f"the host {host} has no address; check the address")
        refused = next((address for address in addresses if not self.allow_private and not is_public(address)), None)
        if refused is not None:
            raise FetchError(f"{host} is at {refused}, which is no public address; allow private addresses (--allow-private) to read it")
        return addresses


class _DeadlineStream(httpcore.NetworkStream):
    """A stream whose reads and writes all end at the deadline, so that a server that drips bytes cannot hold a fetch for ever."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner, self._deadline = inner, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _DeadlineStream(self._inner.start_tls(ssl_context, server_hostname, self._deadline.left(timeout)), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


def _in_time(work: Callable[[], Sequence[str]], deadline: Deadline) -> Sequence[str]:
    """What `work` returns or raises, if it does so before the deadline: the system's resolver knows no timeout."""
    outcome: list[Sequence[str]] = []
    failure: list[Exception] = []

    def run() -> None:
        try:
            outcome.append(work())
        except Exception as error:  # handed to the thread that waits
            failure.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(deadline.left())
    if failure:
        raise failure[0]
    if not outcome:
        raise httpcore.ConnectTimeout("the name was not resolved in time")
    return outcome[0]
