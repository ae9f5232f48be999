"""The record in a browser.

    from dragoman.desk import create_app
    app = create_app("dragoman.sqlite")      # an ASGI application; `dragoman serve` runs it

Needs the extra `[desk]`.
"""

from dragoman.errors import UsageError

try:
    import argon2 as _argon2  # noqa: F401
    import fastapi as _fastapi  # noqa: F401
    import itsdangerous as _itsdangerous  # noqa: F401
    import jinja2 as _jinja2  # noqa: F401
    import python_multipart as _multipart  # noqa: F401
    import uvicorn as _uvicorn  # noqa: F401
except ImportError as error:
    raise UsageError("the desk needs FastAPI and its companions; install them with: pip install 'dragoman[desk]'") from error

from dragoman.desk.access import Access
from dragoman.desk.app import create_app
from dragoman.desk.settings import Settings

__all__ = ["Access", "Settings", "create_app"]
