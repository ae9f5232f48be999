"""The server around the application."""

from __future__ import annotations

import socket
import sys

import uvicorn
from fastapi import FastAPI

from dragoman.errors import UsageError


def run(app: FastAPI, host: str, port: int) -> int:
    """Serve until it is interrupted; 0. Raises UsageError where the address cannot be listened on."""
    bound = _bound(host, port)
    shown = f"[{host}]" if ":" in host else host
    print(f"http://{shown}:{bound.getsockname()[1]}/  (Ctrl-C ends it)", file=sys.stderr, flush=True)
    config = uvicorn.Config(
        app, log_level="warning", server_header=False, proxy_headers=False, timeout_keep_alive=15, limit_concurrency=200
    )
    uvicorn.Server(config).run(sockets=[bound])
    return 0


def _bound(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        made = socket.socket(family, kind, protocol)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(address)
        made.listen(128)
    except OSError as error:
        raise UsageError(f"--host {host} --port {port}: cannot be listened on ({error.strerror or error}); choose another port") from None
    return made
